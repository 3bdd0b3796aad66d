// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A name says what a class is, not how it is made. */
class NamesTest {
    private static final JavaClasses ALL = Bundle.classes(Bundle.withSources());

    static List<Bundle> withSources() {
        return Bundle.withSources();
    }

    @Test
    void aClassIsNamedAfterWhatItIs() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.ionbench.model.impl..", "org.ionbench.model.util..")
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveNameMatching(".*Utils?")
                .orShould()
                .haveNameMatching(".*\\.I[A-Z][a-z]\\w*")
                .orShould()
                .haveNameMatching(".*\\.Abstract[A-Z]\\w*")
                .because(
                        "such a name tells nothing, and what it holds belongs to something with"
                                + " one")
                .check(ALL);
    }

    @Test
    void whatIsAskedForIsCalledByItsName() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(
                        "org.ionbench.model",
                        "org.ionbench.model.impl..",
                        "org.ionbench.model.util..",
                        "org.ionbench.charts..",
                        "org.ionbench.ui..",
                        "org.ionbench.analysis.*.ui..")
                .should()
                .haveNameMatching("get[A-Z]\\w*")
                .because("records have no get, and values that are no records read like them")
                .check(ALL);
    }

    @ParameterizedTest
    @MethodSource("withSources")
    void everyPackageSaysWhatItIs(Bundle bundle) throws IOException {
        List<Path> silent;
        try (Stream<Path> files = Files.walk(bundle.folder().resolve("src"))) {
            silent =
                    files.filter(f -> f.toString().endsWith(".java"))
                            .map(Path::getParent)
                            .distinct()
                            .filter(p -> !Files.exists(p.resolve("package-info.java")))
                            .map(p -> bundle.folder().relativize(p))
                            .sorted()
                            .toList();
        }
        assertEquals(List.of(), silent, "packages without package-info.java");
    }
}
