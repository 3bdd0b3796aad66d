// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.catalog;

import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IContributor;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.spi.RegistryContributor;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.ionbench.api.problem.Problem;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An extension registry without OSGi, filled from the {@code plugin.xml} of the jars and folders of
 * the class path. Bundles of a lab's own lie in the folder that the system property {@value
 * #PLUGINS} names, each in a class loader of its own which honours {@code Bundle-ClassPath}.
 */
final class ClassPathRegistry {
    /** Names a folder with plug-ins that are not on the class path. */
    static final String PLUGINS = "ionbench.plugins";

    private static final int LARGEST_DECLARATION = 1 << 20;

    private final IExtensionRegistry registry;
    private final Map<String, String> versions = new HashMap<>();
    private final Map<String, ClassLoader> loaders = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Object key = new Object();

    private ClassPathRegistry() {
        registry = RegistryFactory.createRegistry(new Strategy(), key, null);
    }

    static ClassPathRegistry open() {
        try {
            ClassPathRegistry made = new ClassPathRegistry();
            ClassLoader own = ClassPathRegistry.class.getClassLoader();
            for (String entry :
                    System.getProperty("java.class.path", "").split(File.pathSeparator)) {
                made.add(Path.of(entry), Optional.of(own));
            }
            String plugins = System.getProperty(PLUGINS, "");
            if (!plugins.isEmpty() && Files.isDirectory(Path.of(plugins))) {
                try (var files = Files.list(Path.of(plugins))) {
                    files.filter(f -> f.toString().endsWith(".jar"))
                            .sorted()
                            .forEach(f -> made.add(f, Optional.empty()));
                }
            }
            return made;
        } catch (IOException e) {
            throw new IllegalStateException("the extension registry cannot be made", e);
        }
    }

    IExtensionRegistry registry() {
        return registry;
    }

    String version(IContributor contributor) {
        return versions.getOrDefault(contributor.getName(), "");
    }

    List<Problem> problems() {
        return problems;
    }

    private void add(Path place, Optional<ClassLoader> loader) {
        try (Bundle bundle = Bundle.open(place)) {
            byte[] declaration = bundle.read("plugin.xml");
            byte[] manifest = bundle.read(JarFile.MANIFEST_NAME);
            if (declaration.length == 0
                    || manifest.length == 0
                    || !new String(declaration, StandardCharsets.UTF_8)
                                    .contains("\"org.ionbench.api")
                            && !new String(manifest, StandardCharsets.UTF_8)
                                    .contains("Bundle-SymbolicName: org.ionbench.api")) {
                return;
            }
            Attributes head = new Manifest(new ByteArrayInputStream(manifest)).getMainAttributes();
            String name =
                    Optional.ofNullable(head.getValue("Bundle-SymbolicName"))
                            .map(n -> n.split(";", 2)[0].strip())
                            .orElse("");
            if (name.isEmpty() || versions.containsKey(name)) {
                return;
            }
            versions.put(name, Optional.ofNullable(head.getValue("Bundle-Version")).orElse(""));
            loaders.put(name, loader.isPresent() ? loader.get() : loaderOf(place, head));
            String texts =
                    Optional.ofNullable(head.getValue("Bundle-Localization")).orElse("plugin");
            boolean read =
                    registry.addContribution(
                            new ByteArrayInputStream(declaration),
                            ContributorFactorySimple.createContributor(name),
                            false,
                            name,
                            translations(bundle.read(texts + ".properties")),
                            key);
            if (!read) {
                problems.add(unreadable(place, "its plugin.xml is not well formed"));
            }
        } catch (IOException e) {
            problems.add(unreadable(place, e.getMessage()));
        }
    }

    private static ResourceBundle translations(byte[] properties) throws IOException {
        return new PropertyResourceBundle(new ByteArrayInputStream(properties));
    }

    private static ClassLoader loaderOf(Path jar, Attributes head) throws IOException {
        List<URL> urls = new ArrayList<>(List.of(jar.toUri().toURL()));
        String inner = Optional.ofNullable(head.getValue("Bundle-ClassPath")).orElse(".");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (String part : Arrays.stream(inner.split(",")).map(String::strip).toList()) {
                ZipEntry entry = part.endsWith(".jar") ? zip.getEntry(part) : null;
                if (entry != null) {
                    Path copy = Files.createTempFile("ionbench-plugin", ".jar");
                    copy.toFile().deleteOnExit();
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                    }
                    urls.add(copy.toUri().toURL());
                }
            }
        }
        return new URLClassLoader(
                urls.toArray(URL[]::new), ClassPathRegistry.class.getClassLoader());
    }

    private static Problem unreadable(Path place, String why) {
        return Problem.warning(
                "catalog.unreadable",
                "The plug-in " + place.getFileName() + " cannot be read and is left out: " + why);
    }

    /** Makes classes with the loader of the bundle that declares them; logs nothing by itself. */
    private final class Strategy extends RegistryStrategy {
        Strategy() {
            super(null, null);
        }

        @Override
        public Object createExecutableExtension(
                RegistryContributor contributor, String className, String overridden)
                throws CoreException {
            ClassLoader loader = loaders.get(contributor.getName());
            try {
                return Class.forName(className, true, loader)
                        .getDeclaredConstructor()
                        .newInstance();
            } catch (ReflectiveOperationException | LinkageError e) {
                throw new CoreException(
                        new Status(IStatus.ERROR, contributor.getName(), e.toString(), e));
            }
        }

        @Override
        public void log(IStatus status) {
            problems.add(Problem.warning("catalog.registry", status.getMessage()));
        }
    }

    /** A jar or a folder with the files of a bundle. */
    private interface Bundle extends AutoCloseable {

        /** A file of the bundle; empty if there is none. */
        byte[] read(String name) throws IOException;

        @Override
        void close() throws IOException;

        static Bundle open(Path place) throws IOException {
            if (Files.isDirectory(place)) {
                return new Folder(place);
            }
            return Files.isRegularFile(place) ? new Jar(new ZipFile(place.toFile())) : new None();
        }
    }

    private record Folder(Path folder) implements Bundle {
        @Override
        public byte[] read(String name) throws IOException {
            Path file = folder.resolve(name);
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST_DECLARATION
                    ? Files.readAllBytes(file)
                    : new byte[0];
        }

        @Override
        public void close() {}
    }

    private record Jar(ZipFile zip) implements Bundle {
        @Override
        public byte[] read(String name) throws IOException {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                return new byte[0];
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return in.readNBytes(LARGEST_DECLARATION);
            }
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }

    private record None() implements Bundle {
        @Override
        public byte[] read(String name) {
            return new byte[0];
        }

        @Override
        public void close() {}
    }
}
