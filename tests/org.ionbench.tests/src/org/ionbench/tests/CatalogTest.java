// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.RegistryFactory;
import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Sniff;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.catalog.Contribution;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every contribution of the installed bundles can be used. */
class CatalogTest {
    private final Catalog catalog = Catalog.of(RegistryFactory.getRegistry());

    @Test
    void everyBundleIsThere() {
        Set<String> bundles = new HashSet<>();
        all().forEach(c -> bundles.add(c.bundle()));
        assertTrue(
                bundles.containsAll(
                        Set.of(
                                "org.example.potentiostat",
                                "org.ionbench.analysis.composition",
                                "org.ionbench.analysis.consistency",
                                "org.ionbench.analysis.eis",
                                "org.ionbench.analysis.cycling",
                                "org.ionbench.analysis.stability",
                                "org.ionbench.analysis.transference",
                                "org.ionbench.exporters.xlsx",
                                "org.ionbench.instruments.ametek",
                                "org.ionbench.instruments.arbin",
                                "org.ionbench.instruments.biologic",
                                "org.ionbench.instruments.gamry",
                                "org.ionbench.instruments.scribner",
                                "org.ionbench.instruments.zahner",
                                "org.ionbench.instruments.palmsens",
                                "org.ionbench.instruments.ivium",
                                "org.ionbench.instruments.chi",
                                "org.ionbench.instruments.cyclers",
                                "org.ionbench.instruments.indigo",
                                "org.ionbench.instruments.maccor",
                                "org.ionbench.instruments.metrohm",
                                "org.ionbench.instruments.neware",
                                "org.ionbench.instruments.text")),
                () -> "contributions only of " + bundles);
        assertEquals(List.of(), catalog.problems());
    }

    @TestFactory
    Stream<DynamicTest> everyContributionCanBeMadeAndHasAName() {
        return all().map(
                        c ->
                                DynamicTest.dynamicTest(
                                        c.id(),
                                        () -> {
                                            assertTrue(
                                                    c.instance().isPresent(),
                                                    () -> c.failure().orElse("no reason"));
                                            assertFalse(c.name().isBlank(), "a name");
                                            assertFalse(
                                                    c.name().startsWith("%"),
                                                    () -> "no text for " + c.name());
                                            assertFalse(c.version().isBlank(), "a version");
                                            assertTrue(c.revision() >= 1, "a revision");
                                        }));
    }

    @TestFactory
    Stream<DynamicTest> everyImporterAndAnalysisHasANameForUsers() {
        return Stream.concat(catalog.importers().stream(), catalog.analyses().stream())
                .map(
                        c ->
                                DynamicTest.dynamicTest(
                                        c.id(),
                                        () -> assertFalse(c.name().equals(c.id()), c.name())));
    }

    @TestFactory
    Stream<DynamicTest> everyImporterSaysWhichFilesAreItsOwn() {
        Head other = new Head("a.file", new byte[] {1, 2, 3, 0, 5}, 5);
        return catalog.importers().stream()
                .map(
                        c ->
                                DynamicTest.dynamicTest(
                                        c.id(),
                                        () -> {
                                            assertFalse(c.patterns().isEmpty(), "a pattern");
                                            assertEquals(
                                                    Sniff.Certainty.NO,
                                                    c.instance()
                                                            .orElseThrow()
                                                            .sniff(other)
                                                            .certainty());
                                        }));
    }

    @TestFactory
    Stream<DynamicTest> everyElementHasTheSymbolItIsDeclaredWith() {
        return catalog.elementContributions().stream()
                .map(
                        c ->
                                DynamicTest.dynamicTest(
                                        c.id(),
                                        () ->
                                                assertEquals(
                                                        c.id(),
                                                        c.instance().orElseThrow().symbol())));
    }

    /** A bundle nobody requires reads its laboratory's files. */
    @Test
    void theLaboratorysImporterIsFoundByItsDeclaration() {
        byte[] head = "LABSTAT 1\n".getBytes(StandardCharsets.US_ASCII);
        List<String> certain =
                catalog.importers().stream()
                        .filter(
                                c ->
                                        c.instance()
                                                        .orElseThrow()
                                                        .sniff(new Head("a.lab", head, head.length))
                                                        .certainty()
                                                == Sniff.Certainty.CERTAIN)
                        .map(Contribution::id)
                        .toList();
        assertEquals(List.of("org.example.potentiostat.labstat"), certain);
    }

    private Stream<Contribution<?>> all() {
        return Stream.of(
                        catalog.importers().stream(),
                        catalog.analyses().stream(),
                        catalog.exporters().stream(),
                        catalog.elementContributions().stream())
                .flatMap(s -> s);
    }
}
