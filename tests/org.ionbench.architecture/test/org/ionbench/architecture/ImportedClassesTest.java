// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/** The rules look at something: without this a rule over no classes would pass. */
class ImportedClassesTest {

    static List<Bundle> withSources() {
        return Bundle.withSources();
    }

    @Test
    void bundlesOfEveryGroupAreFound() {
        List<String> names = Bundle.all().stream().map(Bundle::name).toList();
        assertTrue(
                names.containsAll(
                        List.of(
                                "org.ionbench.api",
                                "org.ionbench.instruments.ametek",
                                "org.ionbench.analysis.eis",
                                "org.ionbench.ui",
                                "org.ionbench.testkit",
                                "org.example.potentiostat")),
                () -> "found only " + names);
    }

    @ParameterizedTest
    @MethodSource("withSources")
    void everySourceFileIsSeenCompiled(Bundle bundle) {
        List<String> missing =
                bundle.sources().stream().filter(s -> !bundle.classes().contain(s)).toList();
        assertEquals(
                List.of(),
                missing,
                () -> "not among the compiled classes in " + bundle.classFolder());
    }

    @ParameterizedTest
    @MethodSource("withSources")
    void aBundleIsNamedLikeItsRootPackage(Bundle bundle) {
        List<String> elsewhere =
                bundle.classes().stream()
                        .filter(c -> !(c.getPackageName() + ".").startsWith(bundle.name() + "."))
                        .map(c -> c.getName())
                        .toList();
        assertEquals(List.of(), elsewhere, () -> "outside the packages of " + bundle);
    }
}
