// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Puts the command line together from the plug-ins of the product: the bundle of the command line,
 * all importers and analyses, and what their manifests require, as jars without signatures (signed
 * classes are kept out of the JVM's archive). The class path is written down in a fixed order,
 * contributions last.
 *
 * <p>Runs with ASM on the class path. Arguments: the product's folder of plug-ins, the folder to
 * write, which gets {@code lib} and {@code classpath}, and where that folder will lie in the end.
 */
final class CommandLineFolder {
    private static final String DOOR = "org.ionbench.cli";
    private static final List<String> CONTRIBUTIONS =
            List.of(
                    "org.ionbench.instruments.",
                    "org.ionbench.analysis.",
                    "org.ionbench.exporters.");

    private final TreeMap<String, Bundle> bundles = new TreeMap<>();

    public static void main(String[] arguments) throws IOException {
        new CommandLineFolder()
                .run(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
    }

    private void run(Path plugins, Path target, Path later) throws IOException {
        try (Stream<Path> files = Files.list(plugins)) {
            for (Path jar : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
                Bundle bundle = Bundle.of(jar);
                bundles.put(bundle.name(), bundle);
            }
        }
        Set<Bundle> wanted = new LinkedHashSet<>();
        collect(DOOR, wanted);
        for (String name : bundles.keySet()) {
            boolean contributes = CONTRIBUTIONS.stream().anyMatch(name::startsWith);
            if (contributes && !bundles.get(name).requires().contains("org.eclipse.ui")) {
                collect(name, wanted);
            }
        }
        Path lib = Files.createDirectories(target.resolve("lib"));
        List<String> classPath = new ArrayList<>();
        List<Bundle> order =
                wanted.stream().sorted((a, b) -> a.place().compareTo(b.place())).toList();
        for (Bundle bundle : order) {
            Path copy = lib.resolve(bundle.name() + ".jar");
            copyUnsigned(bundle.jar(), copy);
            classPath.add(later.resolve("lib").resolve(copy.getFileName()).toString());
        }
        Files.writeString(
                target.resolve("classpath"),
                String.join(System.getProperty("path.separator"), classPath),
                StandardCharsets.UTF_8);
    }

    /** A bundle with all it requires, by name or by package. */
    private void collect(String name, Set<Bundle> wanted) {
        Bundle bundle = bundles.get(name);
        if (bundle == null || bundle.isPlatform() && !bundle.isPlain() || !wanted.add(bundle)) {
            return;
        }
        bundle.requires().forEach(required -> collect(required, wanted));
        for (String imported : bundle.imports()) {
            bundles.values().stream()
                    .filter(b -> b.exports().contains(imported))
                    .findFirst()
                    .ifPresent(b -> collect(b.name(), wanted));
        }
    }

    private static void copyUnsigned(Path from, Path to) throws IOException {
        try (URLClassLoader hierarchy = new URLClassLoader(new URL[] {from.toUri().toURL()});
                ZipFile in = new ZipFile(from.toFile());
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(to));
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry :
                    (Iterable<ZipEntry>) in.stream().map(e -> (ZipEntry) e)::iterator) {
                String name = entry.getName().toUpperCase(Locale.ROOT);
                if (name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)")) {
                    continue;
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream content = in.getInputStream(entry)) {
                    byte[] bytes = content.readAllBytes();
                    out.write(name.endsWith(".CLASS") ? modern(bytes, hierarchy) : bytes);
                }
                out.closeEntry();
            }
        }
    }

    /**
     * Classes of before Java 6 are kept out of the archive too, for want of stack maps: they get
     * some, and are otherwise as they were.
     */
    private static byte[] modern(byte[] bytes, ClassLoader hierarchy) {
        int major = (bytes[6] & 0xff) << 8 | bytes[7] & 0xff;
        if (major >= Opcodes.V1_6) {
            return bytes;
        }
        ClassWriter writer =
                new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
                    @Override
                    protected ClassLoader getClassLoader() {
                        return hierarchy;
                    }
                };
        ClassVisitor lifted =
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visit(
                            int version,
                            int access,
                            String name,
                            String signature,
                            String parent,
                            String[] interfaces) {
                        super.visit(Opcodes.V1_8, access, name, signature, parent, interfaces);
                    }
                };
        new ClassReader(bytes).accept(lifted, ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    /** What a manifest says. */
    private record Bundle(
            String name,
            Path jar,
            Collection<String> requires,
            Collection<String> imports,
            Collection<String> exports) {
        /** Eclipse bundles that work without a running platform. */
        private static final List<String> PLAIN =
                List.of(
                        "org.eclipse.osgi",
                        "org.eclipse.equinox.common",
                        "org.eclipse.equinox.registry",
                        "org.eclipse.core.runtime",
                        "org.eclipse.emf.");

        static Bundle of(Path jar) throws IOException {
            try (JarFile file = new JarFile(jar.toFile(), false)) {
                Manifest manifest = file.getManifest();
                Attributes head =
                        manifest == null ? new Attributes() : manifest.getMainAttributes();
                String name = String.valueOf(head.getValue("Bundle-SymbolicName")).split(";", 2)[0];
                return new Bundle(
                        name.strip(),
                        jar,
                        names(head.getValue("Require-Bundle")),
                        names(head.getValue("Import-Package")),
                        names(head.getValue("Export-Package")));
            }
        }

        boolean isPlatform() {
            return name.startsWith("org.eclipse.");
        }

        boolean isPlain() {
            return PLAIN.stream()
                    .anyMatch(p -> p.endsWith(".") ? name.startsWith(p) : name.equals(p));
        }

        /** Third-party jars, then the house, then contributions. */
        String place() {
            boolean contributes = CONTRIBUTIONS.stream().anyMatch(name::startsWith);
            return (contributes ? "3" : name.startsWith("org.ionbench.") ? "2" : "1") + name;
        }

        /** The names of a header's clauses that are not optional. */
        private static Collection<String> names(String header) {
            Set<String> names = new LinkedHashSet<>();
            if (header == null) {
                return names;
            }
            for (String clause : header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
                String[] parts = clause.split(";");
                boolean optional =
                        clause.contains("resolution:=optional")
                                || clause.contains("resolution:=\"optional\"");
                for (String part : parts) {
                    if (!optional && !part.contains("=")) {
                        names.add(part.strip());
                    }
                }
            }
            return names;
        }
    }
}
