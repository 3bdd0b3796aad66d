// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a bundle may import.
 *
 * @param bundle the bundle
 * @param bundles the bundles of ours it may require
 * @param libraries the packages and bundles of others it may see, beside java.*
 * @param why the reason
 */
record Floor(Bundle bundle, List<String> bundles, List<String> libraries, String why) {
    /** Readers of foreign file formats; importers share them. */
    private static final List<String> READERS =
            List.of("com.google.gson.stream..", "io.github.spannm.jackcess..");

    private static final List<String> XML =
            List.of("javax.xml..", "org.w3c.dom..", "org.xml.sax..");

    private static final Map<String, Rule> FIXED = new TreeMap<>();

    static {
        rule("api", List.of(), List.of(), "labs compile against it and nothing else comes with it");
        rule("formats", List.of("api"), XML, "an importer of a lab gets it with api alone");
        rule(
                "spreadsheets",
                List.of("api", "formats"),
                List.of("org.dhatim.fastexcel.."),
                "importers, exporters and the cell sheet share one guarded reader of workbooks");
        rule(
                "frames",
                List.of("api"),
                List.of("io.jhdf..", "slf4j.nop.."),
                "importers share one guarded reader of data frames in HDF5");
        rule(
                "numerics",
                List.of(),
                List.of("org.hipparchus..", "org.ejml.."),
                "mathematics in SI doubles knows no electrochemistry");
        rule(
                "model",
                List.of("api"),
                and(XML, "org.eclipse.emf..", "com.google.gson.stream.."),
                "the project file is EMF, the tables are bytes, and neither needs a platform");
        rule(
                "exporters.xlsx",
                List.of("api", "spreadsheets"),
                List.of(),
                "an exporter is found, not called, and brings its library with it");
        rule(
                "demo",
                List.of("api", "engine"),
                List.of(),
                "synthetic files come from equations, never from the code that analyses them; the"
                        + " engine takes them in as a user's");
        rule(
                "engine",
                List.of("api", "formats", "numerics", "model"),
                and(
                        XML,
                        "org.eclipse.core.runtime..",
                        "org.eclipse.equinox.common..",
                        "org.eclipse.equinox.registry..",
                        "org.osgi.framework..",
                        "com.google.gson.stream.."),
                "one engine behind both doors: it finds contributions and never calls one by name");
        rule(
                "cli",
                List.of("api", "formats", "numerics", "spreadsheets", "model", "engine", "demo"),
                List.of("picocli..", "com.google.gson.."),
                "it starts on a flat class path in a fraction of a second: no OSGi, no SWT");
        rule(
                "charts",
                List.of("api", "engine"),
                List.of("org.eclipse.swt.."),
                "a chart is a widget, in a workbench or in any other window");
        rule(
                "ui",
                List.of("api", "formats", "model", "engine", "charts", "demo"),
                List.of(
                        "org.eclipse.swt..",
                        "org.eclipse.jface..",
                        "org.eclipse.ui..",
                        "org.eclipse.e4..",
                        "org.eclipse.core..",
                        "org.eclipse.equinox..",
                        "org.eclipse.help..",
                        "org.eclipse.osgi.service.datalocation..",
                        "org.osgi.."),
                "the workbench shows what the engine does and computes nothing itself");
        rule(
                "branding",
                List.of(),
                List.of("org.eclipse.core.runtime.."),
                "icons and texts of the product, no behaviour");
        rule("help", List.of(), List.of("org.eclipse.help.."), "pages, no behaviour");
        rule(
                "testkit",
                List.of("api"),
                List.of("org.junit..", "org.opentest4j.."),
                "labs test their plug-ins with it outside of this repository");
    }

    private record Rule(List<String> bundles, List<String> libraries, String why) {}

    /** The floor of every bundle that has Java sources. */
    static List<Floor> all() {
        return Bundle.withSources().stream().map(Floor::of).toList();
    }

    /** The floor of a bundle; each has one. */
    static Floor of(Bundle bundle) {
        Rule rule = Optional.ofNullable(FIXED.get(bundle.name())).orElseGet(() -> grouped(bundle));
        return new Floor(
                bundle,
                rule.bundles.stream().map(b -> "org.ionbench." + b).toList(),
                rule.libraries,
                rule.why);
    }

    private static Rule grouped(Bundle bundle) {
        if (bundle.isIn("instruments")) {
            return new Rule(
                    List.of("api", "formats", "frames", "spreadsheets"),
                    and(XML, READERS.toArray(String[]::new)),
                    "a vendor changes its format often: its bundle is released alone");
        }
        if (bundle.isIn("analysis") && bundle.name().endsWith(".ui")) {
            String science = bundle.name().substring("org.ionbench.".length()).replace(".ui", "");
            Rule ui = FIXED.get("org.ionbench.ui");
            List<String> bundles = new ArrayList<>(ui.bundles);
            bundles.addAll(List.of("ui", "numerics", science));
            return new Rule(
                    bundles, ui.libraries, "a view of one analysis knows that analysis only");
        }
        if (bundle.isIn("analysis")) {
            return new Rule(
                    List.of("api", "numerics"),
                    List.of(),
                    "science is equations on quantities: no files, no windows, no other analysis");
        }
        if (bundle.name().startsWith("org.example.")) {
            return new Rule(
                    List.of("api", "formats", "numerics"),
                    List.of(),
                    "an example shows that a lab needs nothing else");
        }
        throw new IllegalStateException(
                bundle + " has no floor: draw it in ARCHITECTURE.md and add it here.");
    }

    /** All packages its classes may see: java.*, its own, those of lower floors, its libraries. */
    List<String> packages() {
        List<String> packages = new ArrayList<>(List.of("java..", bundle.name() + ".."));
        bundles.forEach(b -> packages.add(b + ".."));
        packages.addAll(libraries);
        return packages;
    }

    /** Whether a package or bundle of others is among its libraries. */
    Predicate<String> library() {
        return name ->
                libraries.stream()
                        .map(l -> l.substring(0, l.length() - 2))
                        .anyMatch(l -> (name + ".").startsWith(l + "."));
    }

    private static void rule(
            String bundle, List<String> bundles, List<String> libraries, String why) {
        FIXED.put("org.ionbench." + bundle, new Rule(bundles, libraries, why));
    }

    private static List<String> and(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return bundle.name();
    }
}
