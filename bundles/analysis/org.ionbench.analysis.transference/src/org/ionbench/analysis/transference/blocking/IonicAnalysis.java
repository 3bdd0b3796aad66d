// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference.blocking;

import org.ionbench.analysis.transference.Amounts;
import org.ionbench.analysis.transference.CurrentPlots;
import org.ionbench.analysis.transference.Drift;
import org.ionbench.analysis.transference.Polarisation;
import org.ionbench.analysis.transference.Spectra;
import org.ionbench.analysis.transference.Tail;
import org.ionbench.analysis.transference.blocking.IonicSettings.Initial;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Interval;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Report;
import org.ionbench.numerics.statistics.Distributions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The ionic transference number of an electrolyte between blocking electrodes.
 *
 * <p>A constant voltage V drives ions and electrons at first, I_0 = V / R; the electrodes stop the
 * ions, and what flows in the end is electrons: t_e = I_inf / I_0, t_ion = 1 - t_e, sigma_e = I_inf
 * L / (V A). The current at rest is found by {@link Tail}. A good electrolyte leaves less than the
 * instrument's noise and offset, and a difference from one that nobody measured is no result: then
 * the upper bound of t_e counts, the value below which it lies with 95 % if every current not below
 * zero was as likely before, from the errors of the fit and of the initial current and the
 * specification of the offset (a uniform distribution within its limits).
 *
 * <p>Assumed are electrodes that block ions, a voltage below the decomposition of the electrolyte,
 * and electronic conduction that follows Ohm's law up to that voltage.
 */
public final class IonicAnalysis implements Analysis<IonicSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.transference.ionic";

    /** Name and key of the transference number. */
    public static final String IONIC = "ionic transference number";

    /** Name and key of the upper bound. */
    public static final String BOUND = "electronic transference number upper bound";

    /** Name and key of the electronic conductivity. */
    public static final String CONDUCTIVITY = "electronic conductivity";

    private static final double NANO = 1e-9;
    private static final double ONE_SIDED = Distributions.normalQuantile(0.95);
    private static final double SMALLEST_VOLTAGE = 0.05;
    private static final double LARGE_VOLTAGE = 1.5;

    /** Standard uncertainties below zero that no noise makes. */
    private static final double FAR = 2.5;

    @Override
    public Class<IonicSettings> settings() {
        return IonicSettings.class;
    }

    @Override
    public Need need() {
        return Need.eachRecording(Technique.CA).with(Spectra.FIT);
    }

    @Override
    public List<String> references() {
        return List.of(
                "Wagner 1957, Proc. CITCE 7, 361",
                "Blumenthal and Seitz 1974, Electrical Conductivity in Ceramics and Glass, part A",
                "Yokota 1961, J. Phys. Soc. Jpn 16, 2213, doi 10.1143/JPSJ.16.2213",
                "JCGM 100:2008, Guide to the expression of uncertainty in measurement");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        if (inputs.recordings().size() != 1) {
            return Optional.of("One recording of a current at constant voltage is needed.");
        }
        Recording recording = inputs.recordings().getFirst();
        Optional<String> electrodes = inputs.cell().flatMap(c -> c.text("electrodes"));
        if (electrodes.filter(IonicAnalysis::isReversible).isPresent()) {
            return Optional.of(
                    "The electrodes of the cell, "
                            + electrodes.orElseThrow()
                            + ", let ions through: its transference number is found by the"
                            + " Bruce-Vincent analysis.");
        }
        if (electrodes.isEmpty() && Polarisation.largestVoltage(recording) < SMALLEST_VOLTAGE) {
            return Optional.of(
                    "The voltage is too small for an ionic transference number, and the electrodes"
                            + " of the cell are not known to block.");
        }
        return Polarisation.obstacle(recording);
    }

    /** Lithium or sodium on both sides, as people write it: {@code Li|Li}, {@code Li foil}. */
    private static boolean isReversible(String electrodes) {
        return electrodes
                .toLowerCase(Locale.ROOT)
                .matches("(.*\\W)?(li|lithium|na|sodium|li-in|lithium-indium)(\\W.*)?");
    }

    @Override
    public Report run(Context context, IonicSettings settings) throws AnalysisException {
        Optional<String> obstacle = obstacle(context.inputs());
        if (obstacle.isPresent()) {
            throw new AnalysisException(obstacle.get());
        }
        Recording recording = context.inputs().recordings().getFirst();
        context.progress().task("Polarisation of " + recording.name(), 0);
        context.progress().checkCancelled();
        Polarisation p = Polarisation.of(recording, settings.voltage());
        List<Problem> problems = new ArrayList<>();
        Map<Tail.Method, Tail> tails =
                Tails.all(p, settings.tail(), settings.window(), context.progress()::isCancelled);
        context.progress().checkCancelled();
        Tail tail = tails.get(settings.tail());
        Residual rest = residual(p, tail, settings, context.inputs().cell(), context, problems);
        Spectra spectra = Spectra.of(context.inputs(), recording);
        InitialCurrent initial = InitialCurrent.of(p, tail, settings, spectra, context);
        Drift drift = Drift.of(p, tail.window());

        Report.Builder report = Report.builder();
        Quantity share = share(rest, initial.current());
        double bound =
                upperBound(rest.value() / initial.current().value(), share.standardUncertainty());
        report.quantity(Amounts.withTemperature(ionic(share, bound, rest), recording));
        report.quantity(
                Amounts.withTemperature(Quantity.of(BOUND, "t_e", bound, Unit.ONE), recording)
                        .withCondition("confidence", "95 %, one-sided"));
        report.quantity(
                Amounts.withTemperature(share, recording)
                        .withInterval95(interval(share, bound, rest)));
        conductivity(p, rest, context.inputs().cell())
                .ifPresent(q -> report.quantity(Amounts.withTemperature(q, recording)));
        report.quantity(rest.current().in(Unit.of("nA")));
        report.quantity(initial.current().in(Unit.of("mA")));
        initial.resistance().ifPresent(r -> report.quantity(r.withKey("resistance")));
        report.quantity(drift(drift, context));
        CurrentPlots.of(p, tail).forEach(report::plot);
        report.table(Tails.table(tails, tail.method(), initial.current().value(), rest.offset()));
        report.table(initials(initial, rest));
        report.text(text(p, tail, rest, initial, bound, drift, settings));
        about(p, tail, rest, initial, spectra, drift, settings, problems);
        problems.forEach(report::problem);
        return report.build();
    }

    // ---- the current at rest

    /**
     * What is left of the current.
     *
     * @param current with its sources of uncertainty
     * @param offset what was taken off, in A
     */
    private record Residual(Quantity current, double offset) {

        double value() {
            return current.value();
        }

        double error() {
            return current.standardUncertainty();
        }

        /** Whether noise and offset alone could make as much. */
        boolean isWithinNoise() {
            return !(value() > ONE_SIDED * error());
        }

        boolean isFarBelowZero() {
            return value() < -FAR * error();
        }
    }

    /**
     * What a value stays below with 95 %, given that it is not below zero. One far below zero says
     * that its uncertainty is larger than was told, and is given as much.
     */
    private static double upperBound(double value, double uncertainty) {
        double u = Math.max(uncertainty, -value / FAR);
        if (!(u > 0)) {
            return Math.max(0, value);
        }
        double above = Distributions.normalProbability(value / u);
        return value - u * Distributions.normalQuantile(0.05 * above);
    }

    private static Residual residual(
            Polarisation p,
            Tail tail,
            IonicSettings settings,
            Optional<Cell> cell,
            Context context,
            List<Problem> problems) {
        double offset = settings.offset() * NANO;
        double limit = settings.offsetSpecification() * NANO;
        String source = context.source("current offset");
        Optional<Quantity> ofCell = cell.flatMap(c -> c.quantity("current offset specification"));
        if (limit == 0 && ofCell.isPresent() && ofCell.get().unit().isCompatible(Unit.of("A"))) {
            limit = Math.abs(ofCell.get().si());
            source = cell.orElseThrow().source("current offset specification");
        }
        if (limit == 0) {
            problems.add(
                    Problem.info(
                                    "transference.offset.unknown",
                                    "No specification of the instrument's current offset is given,"
                                            + " so the bound holds for the noise alone.")
                            .mend(
                                    "Set the offset specification, or the cell's \"current offset"
                                            + " specification\"."));
        }
        double error = Double.isFinite(tail.error()) ? tail.error() : p.current(p.size() - 1);
        Quantity current =
                Quantity.of("residual current", "I_\u221e", tail.current() - offset, Unit.of("A"))
                        .withCondition("method", tail.method().text())
                        .withContribution(context.source("tail"), Math.abs(error))
                        .withContribution(source, limit / Math.sqrt(3));
        return new Residual(current, offset);
    }

    // ---- quantities

    private static Quantity share(Residual rest, Quantity initial) {
        double share = Math.max(0, rest.value()) / initial.value();
        Quantity q = Quantity.of("electronic transference number", "t_e", share, Unit.ONE);
        q = Amounts.add(q, rest.current(), 1 / initial.value());
        return Amounts.add(q, initial, -share / initial.value());
    }

    private static Interval interval(Quantity share, double bound, Residual rest) {
        double u = share.standardUncertainty();
        double low =
                rest.isWithinNoise()
                        ? 0
                        : Math.max(0, share.value() - Distributions.normalQuantile(0.975) * u);
        double high =
                rest.isWithinNoise()
                        ? bound
                        : share.value() + Distributions.normalQuantile(0.975) * u;
        return new Interval(low, Math.max(high, share.value()));
    }

    private static Quantity ionic(Quantity share, double bound, Residual rest) {
        Interval of = interval(share, bound, rest);
        Quantity q = Quantity.of(IONIC, "t_ion", 1 - share.value(), Unit.ONE);
        for (Map.Entry<String, Double> c : share.contributions().entrySet()) {
            q = q.withContribution(c.getKey(), -c.getValue());
        }
        for (Map.Entry<String, String> c : share.conditions().entrySet()) {
            q = q.withCondition(c.getKey(), c.getValue());
        }
        return q.withInterval95(new Interval(Math.min(1 - of.high(), q.value()), 1 - of.low()));
    }

    private static Optional<Quantity> conductivity(
            Polarisation p, Residual rest, Optional<Cell> cell) {
        if (cell.isEmpty()
                || cell.get().area().isEmpty()
                || cell.get().quantity(Cell.THICKNESS).isEmpty()) {
            return Optional.empty();
        }
        Quantity thickness = cell.get().quantity(Cell.THICKNESS).orElseThrow();
        Quantity area = cell.get().area().orElseThrow();
        double factor = thickness.si() / (p.voltage() * area.si());
        double sigma = Math.max(0, rest.value()) * factor;
        Quantity q = Quantity.of(CONDUCTIVITY, "\u03c3_e", sigma, Unit.of("S/m"));
        q = Amounts.add(q, rest.current(), factor);
        q = Amounts.add(q, thickness, sigma / thickness.si());
        q = Amounts.add(q, area, -sigma / area.si());
        if (rest.isWithinNoise()) {
            q =
                    q.withInterval95(
                                    new Interval(
                                            0,
                                            Math.max(
                                                    sigma,
                                                    upperBound(rest.value(), rest.error())
                                                            * factor)))
                            .withCondition(
                                    "bound", "within noise; the interval's end is the bound");
        }
        return Optional.of(q.in(Unit.of("S/cm")));
    }

    private static Quantity drift(Drift drift, Context context) {
        return Quantity.of("current drift per hour", "dI/dt", drift.perHour() / NANO, Unit.of("nA"))
                .withContribution(context.source("drift"), drift.errorPerHour() / NANO);
    }

    // ---- words

    private static DataTable initials(InitialCurrent initial, Residual rest) {
        List<List<Object>> rows = new ArrayList<>();
        for (Map.Entry<Initial, Quantity> way : initial.ways().entrySet()) {
            rows.add(
                    List.of(
                            InitialCurrent.text(way.getKey())
                                    + (way.getKey() == initial.chosen() ? ", taken" : ""),
                            way.getValue().value() * 1e3,
                            way.getValue().standardUncertainty() * 1e3,
                            rest.value() / way.getValue().value()));
        }
        return new DataTable(
                "Initial currents",
                List.of("method", "I_0 / mA", "u(I_0) / mA", "I_\u221e/I_0"),
                rows);
    }

    private static String text(
            Polarisation p,
            Tail tail,
            Residual rest,
            InitialCurrent initial,
            double bound,
            Drift drift,
            IonicSettings settings) {
        String found =
                rest.isWithinNoise()
                        ? "The residual current, "
                                + NumberText.of(rest.value(), "A")
                                + ", lies within its uncertainty of "
                                + NumberText.of(rest.error(), "A")
                                + ": no electronic conduction was seen, and the electronic"
                                + " transference number is below "
                                + NumberText.of(bound)
                                + " (95 %)."
                        : "The residual current is "
                                + NumberText.of(rest.value(), "A")
                                + ", "
                                + NumberText.of(rest.value() / rest.error())
                                + " times its uncertainty.";
        return found
                + " The initial current is "
                + NumberText.of(initial.current().value(), "A")
                + " ("
                + InitialCurrent.text(initial.chosen())
                + ") at "
                + NumberText.of(p.voltage(), "V")
                + ". "
                + verdict(p, tail, rest, drift, settings);
    }

    private static boolean isSteady(
            Polarisation p, Tail tail, Residual rest, Drift drift, IonicSettings settings) {
        return drift.isSteady(settings.steady() / 100)
                || tail.method() != Tail.Method.MEAN
                        && Math.abs(tail.remaining(p.duration())) <= 3 * rest.error();
    }

    private static String verdict(
            Polarisation p, Tail tail, Residual rest, Drift drift, IonicSettings settings) {
        String rate =
                "at the end the current changes by "
                        + NumberText.of(drift.perHour(), "A")
                        + " in an hour, +- "
                        + NumberText.of(drift.errorPerHour(), "A");
        return isSteady(p, tail, rest, drift, settings)
                ? "A steady state was reached: " + rate + "."
                : "No steady state was reached: " + rate + ".";
    }

    private static void about(
            Polarisation p,
            Tail tail,
            Residual rest,
            InitialCurrent initial,
            Spectra spectra,
            Drift drift,
            IonicSettings settings,
            List<Problem> problems) {
        if (!isSteady(p, tail, rest, drift, settings)) {
            problems.add(
                    Problem.warning(
                                    "transference.unsteady",
                                    verdict(p, tail, rest, drift, settings))
                            .mend("Polarise longer."));
        }
        if (rest.isFarBelowZero()) {
            problems.add(
                    Problem.warning(
                                    "transference.below",
                                    "The residual current is "
                                            + NumberText.of(rest.value(), "A")
                                            + ", below zero by more than its uncertainty of "
                                            + NumberText.of(rest.error(), "A")
                                            + ": the instrument has an offset that was not given,"
                                            + " or the decay is another one.")
                            .mend("Measure the offset without a cell, and give it."));
        }
        if (rest.value() > initial.current().value()) {
            problems.add(
                    Problem.error(
                                    "transference.grows",
                                    "The current at rest, "
                                            + NumberText.of(rest.value(), "A")
                                            + ", is above the initial one, "
                                            + NumberText.of(initial.current().value(), "A")
                                            + ": this is no polarisation of a cell that blocks"
                                            + " ions, or the initial current is wrong.")
                            .mend("Check the electrodes, and where the initial current is from."));
        }
        if (tail.reducedChiSquare() > 3) {
            problems.add(
                    Problem.warning(
                                    "transference.tail.misfit",
                                    "The decay is no "
                                            + tail.method().text()
                                            + ": its residuals are "
                                            + NumberText.of(Math.sqrt(tail.reducedChiSquare()))
                                            + " times the noise.")
                            .mend("Narrow the time window or choose another method."));
        }
        if (initial.chosen() != Initial.EIS) {
            problems.add(
                    Problem.warning(
                                    "transference.initial",
                                    "The initial current is "
                                            + (initial.chosen() == Initial.MEASURED
                                                    ? "the first sample, which misses the ions'"
                                                            + " current if the cell polarises"
                                                            + " faster than it was sampled"
                                                    : "extrapolated from a decay that was sampled"
                                                            + " late")
                                            + ": too small an initial current makes the electronic"
                                            + " share too large.")
                            .mend("Measure and fit an impedance spectrum of the cell."));
        } else if (p.current(0) < 0.9 * initial.current().value()) {
            problems.add(
                    Problem.info(
                            "transference.first",
                            "The first sample, "
                                    + NumberText.of(p.current(0), "A")
                                    + " after "
                                    + NumberText.of(p.time(0), "s")
                                    + ", misses the initial current of "
                                    + NumberText.of(initial.current().value(), "A")
                                    + ", which voltage and resistance give."));
        }
        if (initial.chosen() == Initial.EIS && spectra.isEmpty() && spectra.elsewhere() > 0) {
            problems.add(
                    Problem.info(
                            "transference.temperature",
                            "The fits of the cell are of other temperatures and were not used."));
        }
        if (initial.chosen() == Initial.EIS && spectra.isOfUnknownTemperature()) {
            problems.add(
                    Problem.warning(
                                    "transference.temperature.unknown",
                                    "The temperature of the polarisation is not known, and the"
                                            + " cell's spectra are of several: the resistance may"
                                            + " be that of another temperature.")
                            .mend("Give the recording a temperature, or name the spectrum."));
        }
        List<Double> inside =
                p.rangeSwitches().stream().filter(t -> tail.window().contains(t)).toList();
        if (!inside.isEmpty()) {
            problems.add(
                    Problem.warning(
                                    "transference.range",
                                    "The range of current was switched within the time window, at "
                                            + NumberText.of(inside.getFirst())
                                            + " s: each range has an offset of its own, which looks"
                                            + " like a current.")
                            .mend("Let the window begin after the last switch."));
        } else if (!p.rangeSwitches().isEmpty()) {
            problems.add(
                    Problem.info(
                            "transference.range.before",
                            "The range of current was switched until "
                                    + NumberText.of(p.rangeSwitches().getLast())
                                    + " s, before the time window."));
        }
        if (p.voltage() > LARGE_VOLTAGE) {
            problems.add(
                    Problem.warning(
                            "transference.voltage",
                            NumberText.of(p.voltage(), "V")
                                    + " may decompose the electrolyte, whose current then counts as"
                                    + " electronic."));
        }
    }
}
