// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.RegistryFactory;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.catalog.Contribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The command line reads the declarations of the same jars without OSGi: it finds the same
 * contributions, under the same names, and can make each.
 */
class BothWorldsTest {
    private static final String PLUGINS = "ionbench.plugins";

    @Test
    void theSameIsInstalledWithOsgiAndWithout(@TempDir Path plugins) throws IOException {
        Catalog within = Catalog.of(RegistryFactory.getRegistry());
        copyBundles(plugins);
        Catalog without = withPlugins(plugins);

        assertFalse(all(within).toList().isEmpty());
        assertEquals(described(within), described(without));
        assertEquals(List.of(), without.problems());
        assertEquals(
                List.of(),
                all(without)
                        .filter(c -> c.instance().isEmpty())
                        .flatMap(c -> c.failure().stream())
                        .toList());
    }

    private static void copyBundles(Path folder) throws IOException {
        Bundle registry = FrameworkUtil.getBundle(RegistryFactory.class);
        for (Bundle bundle : registry.getBundleContext().getBundles()) {
            Optional<File> jar = FileLocator.getBundleFileLocation(bundle);
            if (bundle.getEntry("plugin.xml") != null && jar.filter(File::isFile).isPresent()) {
                Files.copy(jar.get().toPath(), folder.resolve(bundle.getSymbolicName() + ".jar"));
            }
        }
    }

    private static Catalog withPlugins(Path folder) {
        String before = System.getProperty(PLUGINS);
        System.setProperty(PLUGINS, folder.toString());
        try {
            return Catalog.ofClassPath();
        } finally {
            if (before == null) {
                System.clearProperty(PLUGINS);
            } else {
                System.setProperty(PLUGINS, before);
            }
        }
    }

    private static List<String> described(Catalog catalog) {
        return all(catalog)
                .map(
                        c ->
                                String.join(
                                        " | ",
                                        c.id(),
                                        c.name(),
                                        c.bundle(),
                                        "revision " + c.revision(),
                                        c.patterns().toString()))
                .sorted()
                .toList();
    }

    private static Stream<Contribution<?>> all(Catalog catalog) {
        return Stream.of(
                        catalog.importers().stream(),
                        catalog.analyses().stream(),
                        catalog.exporters().stream(),
                        catalog.elementContributions().stream())
                .flatMap(s -> s);
    }
}
