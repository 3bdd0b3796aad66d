// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/**
 * The manifests keep to the floors too: a bundle that may not use another does not even require it,
 * so it can be installed and released without it.
 */
class ManifestsTest {

    static List<Bundle> bundles() {
        return Bundle.all();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aBundleIsNamedLikeItsFolder(Bundle bundle) {
        assertEquals(List.of(bundle.name()), bundle.header("Bundle-SymbolicName"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aBundleRequiresOnlyWhatItsFloorMay(Bundle bundle) {
        Floor floor = Floor.of(bundle);
        List<String> forbidden =
                bundle.header("Require-Bundle").stream()
                        .filter(b -> !floor.bundles().contains(b) && !floor.library().test(b))
                        .toList();
        assertEquals(List.of(), forbidden, () -> bundle + " requires them, but " + floor.why());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aBundleImportsOnlyPackagesItsFloorMay(Bundle bundle) {
        Floor floor = Floor.of(bundle);
        List<String> forbidden =
                bundle.header("Import-Package").stream()
                        .filter(
                                p ->
                                        !floor.library().test(p)
                                                && floor.bundles().stream()
                                                        .noneMatch(b -> isWithin(p, b)))
                        .toList();
        assertEquals(List.of(), forbidden, () -> bundle + " imports them, but " + floor.why());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aBundleExportsNothingInternal(Bundle bundle) {
        List<String> exported =
                bundle.header("Export-Package").stream()
                        .filter(p -> isWithin(p, bundle.name() + ".internal"))
                        .toList();
        assertEquals(List.of(), exported, "what is exported is a promise");
    }

    private static boolean isWithin(String name, String parent) {
        return (name + ".").startsWith(parent + ".");
    }
}
