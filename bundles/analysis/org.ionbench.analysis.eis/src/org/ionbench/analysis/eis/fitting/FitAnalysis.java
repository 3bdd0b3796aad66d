// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.fitting;

import org.ionbench.analysis.eis.CircuitFit;
import org.ionbench.analysis.eis.CircuitFitter;
import org.ionbench.analysis.eis.Spectrum;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.circuit.Circuit;
import org.ionbench.api.circuit.CircuitCode;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fits an equivalent circuit to an impedance spectrum.
 *
 * <p>The fixture's short and open circuit are taken off first, see {@link FixtureCorrection}. The
 * sum of w (Z - Z<sub>fit</sub>)^2 over real and imaginary parts is minimised by {@link
 * CircuitFitter}; weights refer to the measured modulus (before the correction), for the noise of a
 * frequency response analyser is proportional to it. Standard errors come from the inverse of
 * J<sup>T</sup>WJ times the reduced chi-square. The report gives the fit, each arc's capacitance
 * and characteristic frequency, and for a circuit between blocking electrodes the total {@linkplain
 * ElectrolyteResistance resistance of the electrolyte}.
 */
public final class FitAnalysis implements Analysis<FitSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.eis.fit";

    /** Key of the quantity of the electrolyte's total resistance in the report. */
    public static final String RESISTANCE = "electrolyte resistance";

    @Override
    public Class<FitSettings> settings() {
        return FitSettings.class;
    }

    @Override
    public Need need() {
        return Need.eachRecording(Technique.EIS);
    }

    @Override
    public List<String> references() {
        return List.of(
                "Boukamp 1986, Solid State Ionics 20, 31, doi 10.1016/0167-2738(86)90031-7",
                "Irvine, Sinclair and West 1990, Adv. Mater. 2, 132, doi 10.1002/adma.19900020304",
                "Hsu and Mansfeld 2001, Corrosion 57, 747, doi 10.5006/1.3280607",
                "Hoeting et al. 1999, Statist. Sci. 14, 382, doi 10.1214/ss/1009212519");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        if (inputs.recordings().size() != 1) {
            return Optional.of("One impedance spectrum is needed.");
        }
        var table = inputs.recordings().getFirst().table();
        boolean cartesian =
                table.column(QuantityKind.IMPEDANCE_REAL).isPresent()
                        && table.column(QuantityKind.IMPEDANCE_IMAGINARY).isPresent();
        boolean polar =
                table.column(QuantityKind.IMPEDANCE_MODULUS).isPresent()
                        && table.column(QuantityKind.IMPEDANCE_PHASE).isPresent();
        return table.column(QuantityKind.FREQUENCY).isPresent() && (cartesian || polar)
                ? Optional.empty()
                : Optional.of("The recording holds no frequencies with impedances.");
    }

    @Override
    public Report run(Context context, FitSettings settings) throws AnalysisException {
        if (context.inputs().recordings().size() != 1) {
            throw new AnalysisException("One impedance spectrum is needed.");
        }
        Recording recording = context.inputs().recordings().getFirst();
        context.progress().task("Fitting " + recording.name(), 0);
        List<Problem> problems = new ArrayList<>();
        Spectrum measured = Spectrum.of(recording, problems);
        if (!recording.isCalibrated()) {
            problems.add(
                    Problem.warning(
                            "eis.uncalibrated",
                            "The file holds values the instrument's maker calls uncalibrated;"
                                    + " only values exported by its software are valid."));
        }
        Optional<Cell> cell = context.inputs().cell();
        FixtureCorrection fixture =
                FixtureCorrection.of(measured, cell, settings.correction(), context.elements());
        problems.addAll(fixture.problems());
        Spectrum all = fixture.spectrum();
        Spectrum chosen = all.where(i -> isFitted(all, i, settings));
        Spectrum excluded = all.where(i -> !isFitted(all, i, settings));
        Circuit circuit = circuit(settings.circuit(), context);
        CircuitFitter fitter = fitter(circuit, settings, context);
        enough(circuit, chosen);
        CircuitFit fit = fit(fitter, chosen);
        context.progress().checkCancelled();

        FitFinding finding = new FitFinding(fit);
        Report.Builder report = Report.builder();
        report.fit(finding.finding());
        ArcFindings arcs = new ArcFindings(fit, finding.covariance(), cell, context);
        resistance(fit, fixture, settings, context, report, problems);
        arcs.quantities().forEach(report::quantity);
        arcs.table().ifPresent(report::table);
        if (fixture.isApplied()) {
            report.text(fixture.text());
        }
        new FitPlots(fit, excluded, fixture.isApplied() ? "corrected" : "measured")
                .plots()
                .forEach(report::plot);
        problems.addAll(finding.problems());
        problems.addAll(arcs.problems());
        problems.forEach(report::problem);
        return report.build();
    }

    private static boolean isFitted(Spectrum s, int i, FitSettings settings) {
        return settings.range().contains(s.frequency(i)) && !settings.mask().contains(s.row(i));
    }

    private static Circuit circuit(String code, Context context) throws AnalysisException {
        try {
            return CircuitCode.parse(code, context.elements());
        } catch (FormatException e) {
            throw new AnalysisException(e.getMessage(), e);
        }
    }

    private static void enough(Circuit circuit, Spectrum chosen) throws AnalysisException {
        if (2 * chosen.size() <= circuit.parameters().size()) {
            throw new AnalysisException(
                    "The circuit "
                            + circuit.code()
                            + " has "
                            + circuit.parameters().size()
                            + " parameters, but only "
                            + chosen.size()
                            + " points of the spectrum lie in the frequency window.");
        }
    }

    private static CircuitFit fit(CircuitFitter fitter, Spectrum chosen) throws AnalysisException {
        CircuitFit fit = fitter.fitCircuit(chosen);
        if (!Double.isFinite(fit.chiSquare())) {
            throw new AnalysisException(
                    "The circuit "
                            + fit.circuit().code()
                            + " has no finite impedance at any start value tried; give start"
                            + " values.");
        }
        return fit;
    }

    private static CircuitFitter fitter(Circuit circuit, FitSettings s, Context context)
            throws AnalysisException {
        try {
            Map<String, Double> guess = values("guess", s.guess());
            Map<String, Double> fix = values("fix", s.fix());
            Set<String> names = fix.keySet();
            Map<String, Double> start = new LinkedHashMap<>();
            fix.forEach(
                    (name, v) -> {
                        if (!Double.isNaN(v)) start.put(name, v);
                    });
            for (var e : guess.entrySet()) {
                if (Double.isNaN(e.getValue())) {
                    throw new IllegalArgumentException(
                            "a start value is written NAME=VALUE, not \"" + e.getKey() + "\"");
                }
                start.put(e.getKey(), e.getValue());
            }
            return CircuitFitter.of(circuit)
                    .withWeight(s.weight())
                    .withGuess(start)
                    .withFixed(names)
                    .withFreed(values("free", s.free()).keySet())
                    .withMaximumStarts(s.starts())
                    .withCancelled(context.progress()::isCancelled);
        } catch (IllegalArgumentException e) {
            throw new AnalysisException("Circuit " + circuit.code() + ": " + e.getMessage(), e);
        }
    }

    /** Reads {@code "A=1,B"}; a name without a value has NaN. */
    private static Map<String, Double> values(String key, String text) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String part : text.split("[,;]")) {
            String s = part.strip();
            if (s.isEmpty()) {
                continue;
            }
            int equals = s.indexOf('=');
            if (equals < 0) {
                values.put(s, Double.NaN);
                continue;
            }
            try {
                values.put(
                        s.substring(0, equals).strip(),
                        Double.parseDouble(s.substring(equals + 1).strip()));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "setting " + key + " takes NAME=VALUE, not \"" + s + "\"", e);
            }
        }
        return values;
    }

    // ---- the resistance of the electrolyte

    private static void resistance(
            CircuitFit fit,
            FixtureCorrection fixture,
            FitSettings settings,
            Context context,
            Report.Builder report,
            List<Problem> problems) {
        Optional<Cell> cell = context.inputs().cell();
        Optional<ElectrolyteResistance.Shape> shape = ElectrolyteResistance.shape(fit.circuit());
        boolean free = settings.fix().isBlank() && settings.free().isBlank();
        if (!free || shape.isEmpty()) {
            return;
        }
        Optional<BesideElectrodes> beside = BesideElectrodes.of(fit, areaOverThickness(cell));
        if (beside.isPresent()) {
            BesideElectrodes r = beside.get();
            report.quantity(resistance(r.value(), r.error(), fixture, context));
            report.text(r.text());
            return;
        }
        Optional<ElectrolyteResistance> found =
                ElectrolyteResistance.of(
                        shape.get(),
                        fit.spectrum(),
                        settings.weight(),
                        areaOverThickness(cell),
                        context.elements(),
                        context.progress());
        if (found.isPresent()) {
            ElectrolyteResistance r = found.get();
            report.quantity(resistance(r.value(), r.error(), fixture, context));
            report.table(Resistances.table(r));
            report.text(Resistances.text(r));
            problems.addAll(Resistances.problems(r, fit));
        }
    }

    private static Quantity resistance(
            double value, double error, FixtureCorrection fixture, Context context) {
        Optional<Cell> cell = context.inputs().cell();
        Quantity quantity =
                Quantity.of("resistance", "R", value, Unit.of("ohm"))
                        .withKey(RESISTANCE)
                        .withCondition("of", "electrolyte, total")
                        .withContribution(context.source(RESISTANCE), error);
        var temperature = context.inputs().recordings().getFirst().temperature();
        if (temperature.isPresent()) {
            quantity = quantity.withCondition("temperature", temperature.get().si());
        }
        if (cell.isPresent() && fixture.isApplied()) {
            quantity =
                    quantity.withContribution(
                            cell.get().source("short circuit"), -fixture.shortError());
        }
        return quantity;
    }

    static double areaOverThickness(Optional<Cell> cell) {
        return cell.map(
                        c ->
                                c.area().isPresent() && c.quantity(Cell.THICKNESS).isPresent()
                                        ? c.area().get().si()
                                                / c.quantity(Cell.THICKNESS).get().si()
                                        : Double.NaN)
                .orElse(Double.NaN);
    }

    /** The names of a list such as {@code "R1.R, R2.R"}. */
    public static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        for (String part : text.split("[,;+]")) {
            if (!part.isBlank()) {
                names.add(part.strip());
            }
        }
        return names;
    }
}
