// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

/** Imports run downward only, and each library has one owner. */
class FloorsTest {
    private static final JavaClasses ALL = Bundle.classes(Bundle.withSources());

    static List<Floor> floors() {
        return Floor.all();
    }

    static Stream<Bundle> contributed() {
        return Bundle.withSources().stream()
                .filter(
                        b ->
                                b.isIn("instruments")
                                        || b.isIn("analysis")
                                        || b.name().startsWith("org.ionbench.exporters."));
    }

    @ParameterizedTest
    @MethodSource("floors")
    void aBundleImportsOnlyWhatItsFloorMay(Floor floor) {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(floor.packages().toArray(String[]::new)))
                .because(floor.why())
                .check(floor.bundle().classes());
    }

    @Test
    void onlyTheModelImportsEmf() {
        noClasses()
                .that(resideOutsideOfPackages("org.ionbench.model.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.emf..")
                .because(
                        "everyone else works with the interfaces of the project and with immutable"
                                + " snapshots of it, so the model may change its technology")
                .check(ALL);
    }

    @Test
    void onlyChartsImportSwtChart() {
        noClasses()
                .that(resideOutsideOfPackages("org.ionbench.charts.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.swtchart..")
                .because("all others say what to plot in terms of api.plot, on screen and on paper")
                .check(ALL);
    }

    @Test
    void onlyNumericsImportLibrariesOfMathematics() {
        noClasses()
                .that(resideOutsideOfPackages("org.ionbench.numerics.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hipparchus..", "org.ejml..")
                .because("a better algorithm is then a change in one bundle")
                .check(ALL);
    }

    @Test
    void onlySpreadsheetsImportFastexcel() {
        noClasses()
                .that(resideOutsideOfPackages("org.ionbench.spreadsheets.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.dhatim.fastexcel..")
                .because("workbooks come from anywhere, and one guarded reader is enough")
                .check(ALL);
    }

    @Test
    void onlyTheCatalogReadsTheExtensionRegistry() {
        noClasses()
                .that(
                        resideOutsideOfPackages(
                                "org.ionbench.engine.catalog..",
                                "org.ionbench.ui..",
                                "org.ionbench.analysis.*.ui.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.core.runtime..", "org.osgi..")
                .because("the same engine runs with OSGi and without it")
                .check(ALL);
    }

    @Test
    void nothingBelowTheFourthFloorSeesAWindow() {
        noClasses()
                .that(
                        resideOutsideOfPackages(
                                "org.ionbench.charts..",
                                "org.ionbench.ui..",
                                "org.ionbench.branding..",
                                "org.ionbench.help..",
                                "org.ionbench.analysis.*.ui.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.eclipse.swt..",
                        "org.eclipse.jface..",
                        "org.eclipse.ui..",
                        "org.eclipse.e4..",
                        "javax.swing..")
                .because("the command line, tests and other programs run it without a display")
                .check(ALL);
    }

    @ParameterizedTest
    @MethodSource("contributed")
    void nobodyImportsAContribution(Bundle contributed) {
        String own = contributed.name();
        noClasses()
                .that(resideOutsideOfPackages(own + ".."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(own + "..")
                .because(
                        "importers and analyses are found through the extension registry: one that"
                                + " is missing or broken takes nothing else with it")
                .check(ALL);
    }

    @Test
    void theGeneratedCodeOfTheModelIsUsedByItsInterfaces() {
        noClasses()
                .that(resideOutsideOfPackages("org.ionbench.model.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.ionbench.model.impl..", "org.ionbench.model.util..")
                .because("it is generated anew by each build")
                .check(ALL);
    }

    @Test
    void internalPackagesAreTheirBundlesOwn() {
        for (Bundle bundle : Bundle.withSources()) {
            noClasses()
                    .that(resideOutsideOfPackages(bundle.name() + ".."))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(bundle.name() + ".internal..")
                    .because("only what lies outside of internal packages is kept stable")
                    .check(ALL);
        }
    }
}
