// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.composition;

import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the sample of a cell is made of, and how dense its pellet is.
 *
 * <ul>
 *   <li>Shares by volume and by mass, one from the other by the densities of the materials (see
 *       {@link Mixture}). Volumes are taken to add up.
 *   <li>Pore filling of a porous component o by all others: {@code PF = (1 - v_o) / (v_o rho_o
 *       V_p)} with its specific pore volume V_p. Above 1 the others are more than the pores hold.
 *   <li>Theoretical density: that of the mixture without pores, or the one given for the sample.
 *   <li>Density of the pellet {@code m / (pi d^2 L / 4)}, and relative density, its ratio to the
 *       theoretical. Left out where the cell has an active fraction: its mass is then that of an
 *       electrode and not of the pellet.
 * </ul>
 *
 * <p>Uncertainties of densities, pore volume, mass, thickness and diameter stay separate.
 */
public final class CompositionAnalysis implements Analysis<CompositionSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.composition";

    private static final Unit DENSITY = Unit.of("g/cm3");
    private static final List<String> GEOMETRY = List.of(Cell.MASS, Cell.THICKNESS, Cell.DIAMETER);

    /** A given density may differ from that of the composition by this much, relative. */
    private static final double AGREEING = 0.02;

    @Override
    public Class<CompositionSettings> settings() {
        return CompositionSettings.class;
    }

    @Override
    public Need need() {
        return Need.cell();
    }

    @Override
    public List<String> references() {
        return List.of(
                "Hehn et al. 2025, doi 10.1021/acsami.5c01939 (pore filling, Table 1)",
                "JCGM 100:2008, Guide to the expression of uncertainty in measurement");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        if (inputs.cell().isEmpty()) {
            return Optional.of("A composition belongs to the sample of a cell, and there is none.");
        }
        Sample sample = inputs.cell().get().sample();
        if (sample.components().isEmpty() && sample.density().isEmpty()) {
            return Optional.of(
                    "The composition of "
                            + named(sample)
                            + " is not known: set it, as in \"Li2B12H12 75 vol% @ 1.1773 g/cm3;"
                            + " ZrO2 25 vol% @ 5.89 g/cm3\".");
        }
        return sample.components().stream()
                .filter(c -> c.density().filter(d -> d.si() > 0).isEmpty())
                .findFirst()
                .map(
                        c ->
                                "The density of "
                                        + c.material()
                                        + " is not known: write it into the composition, as in \""
                                        + c.material()
                                        + " 25 vol% @ 5.89 g/cm3\".");
    }

    private static String named(Sample sample) {
        return sample.name().isEmpty() ? "the sample" : sample.name();
    }

    @Override
    public Report run(Context context, CompositionSettings settings) throws AnalysisException {
        Optional<String> obstacle = obstacle(context.inputs());
        if (obstacle.isPresent()) {
            throw new AnalysisException(obstacle.get());
        }
        context.progress().checkCancelled();
        Cell cell = context.inputs().cell().orElseThrow();
        Sample sample = cell.sample();
        Report.Builder report = Report.builder();
        List<Problem> problems = new ArrayList<>();
        Optional<Quantity> full = sample.density();
        if (!sample.components().isEmpty()) {
            Mixture mixture = Mixture.of(sample, problems);
            full = Optional.of(theoretical(mixture, sample, problems));
            if (mixture.materials().size() > 1) {
                shares(mixture, report);
            }
            filling(mixture, cell, settings, report, problems);
        }
        Quantity theoretical = named(full.orElseThrow().in(DENSITY), "theoretical density");
        report.quantity(theoretical);
        pellet(cell, theoretical, report, problems);
        problems.forEach(report::problem);
        return report.build();
    }

    private static Quantity named(Quantity density, String name) {
        return new Propagation(List.of(density)).of(name, "\u03c1_th", DENSITY, x -> x[0]);
    }

    private static Quantity theoretical(Mixture mixture, Sample sample, List<Problem> problems) {
        Quantity mixed =
                new Propagation(mixture.densities())
                        .of("theoretical density", "\u03c1_th", DENSITY, mixture::density);
        sample.density()
                .filter(given -> Math.abs(given.si() / mixed.si() - 1) > AGREEING)
                .ifPresent(
                        given ->
                                problems.add(
                                        Problem.warning(
                                                        "composition.density",
                                                        String.format(
                                                                Locale.ROOT,
                                                                "The density given for the sample,"
                                                                    + " %.4g g/cm3, is not that of"
                                                                    + " its composition, %.4g"
                                                                    + " g/cm3, which was taken.",
                                                                given.in(DENSITY).value(),
                                                                mixed.value()))
                                                .mend("Clear one of the two at the sample.")));
        return mixed;
    }

    /** Both shares of each material, as quantities and as a table in percent. */
    private static void shares(Mixture mixture, Report.Builder report) {
        Propagation of = new Propagation(mixture.densities());
        List<List<Object>> rows = new ArrayList<>();
        List<Quantity> quantities = new ArrayList<>();
        for (int i = 0; i < mixture.materials().size(); i++) {
            int place = i;
            String material = mixture.materials().get(i);
            Quantity v =
                    of.of("volume fraction", "v", Unit.ONE, x -> mixture.volumeFractions(x)[place]);
            Quantity w =
                    of.of("mass fraction", "w", Unit.ONE, x -> mixture.massFractions(x)[place]);
            quantities.add(told(v, material));
            quantities.add(told(w, material));
            rows.add(
                    List.of(
                            material,
                            mixture.densities().get(i).in(DENSITY).value(),
                            v.value() * 100,
                            w.value() * 100));
        }
        quantities.forEach(report::quantity);
        report.table(
                new DataTable(
                        "Composition",
                        List.of(
                                "Material",
                                "Density / g/cm3",
                                "Share by volume / %",
                                "Share by mass / %"),
                        rows));
    }

    private static Quantity told(Quantity share, String material) {
        return share.withCondition("material", material).withKey(share.name() + " of " + material);
    }

    private static void filling(
            Mixture mixture,
            Cell cell,
            CompositionSettings settings,
            Report.Builder report,
            List<Problem> problems) {
        Optional<PoreVolume> found = PoreVolume.of(cell, settings.porous(), problems);
        if (found.isEmpty() || mixture.materials().size() < 2) {
            return;
        }
        PoreVolume pores = found.get();
        int porous = mixture.materials().indexOf(pores.material());
        int last = mixture.densities().size();
        Propagation of =
                new Propagation(
                        Stream.concat(mixture.densities().stream(), Stream.of(pores.volume()))
                                .toList());
        Quantity filling =
                of.of(
                        "pore filling",
                        "PF",
                        Unit.ONE,
                        x -> {
                            double v = mixture.volumeFractions(x)[porous];
                            return (1 - v) / (v * x[porous] * x[last]);
                        });
        report.quantity(filling.withCondition("material", pores.material()));
        Quantity exact =
                of.of("volume fraction", "v", Unit.ONE, x -> 1 / (1 + x[porous] * x[last]));
        report.text(
                String.format(
                        Locale.ROOT,
                        "The other components are %.4g %% of the pore volume of %s; with %.4g vol%%"
                                + " of %s they would fill it exactly.",
                        filling.value() * 100,
                        pores.material(),
                        exact.value() * 100,
                        pores.material()));
    }

    private static void pellet(
            Cell cell, Quantity theoretical, Report.Builder report, List<Problem> problems) {
        List<Quantity> measured =
                GEOMETRY.stream().map(cell::quantity).flatMap(Optional::stream).toList();
        boolean electrode = cell.quantity(Cell.ACTIVE_FRACTION).isPresent();
        if (measured.size() < GEOMETRY.size() || electrode) {
            return;
        }
        List<Quantity> arguments =
                Stream.concat(measured.stream(), Stream.of(theoretical)).toList();
        Propagation of = new Propagation(arguments);
        report.quantity(of.of("density", "\u03c1", DENSITY, CompositionAnalysis::density));
        Quantity relative =
                of.of("relative density", "\u03c1/\u03c1_th", Unit.ONE, x -> density(x) / x[3]);
        report.quantity(relative);
        if (relative.value() - 2 * relative.standardUncertainty() > 1) {
            problems.add(
                    Problem.warning(
                                    "composition.too.dense",
                                    String.format(
                                            Locale.ROOT,
                                            "The pellet would be %.4g %% dense, which cannot be.",
                                            relative.value() * 100))
                            .mend(
                                    "Check mass, thickness and diameter of the cell and the"
                                            + " densities of the composition."));
        }
    }

    /** Mass, thickness, diameter in SI to kg/m3. */
    private static double density(double[] x) {
        return x[0] / (Math.PI * x[2] * x[2] / 4 * x[1]);
    }
}
