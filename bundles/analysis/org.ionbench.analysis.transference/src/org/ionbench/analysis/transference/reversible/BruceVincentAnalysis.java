// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference.reversible;

import org.ionbench.analysis.transference.Amounts;
import org.ionbench.analysis.transference.CurrentPlots;
import org.ionbench.analysis.transference.Drift;
import org.ionbench.analysis.transference.Polarisation;
import org.ionbench.analysis.transference.Spectra;
import org.ionbench.analysis.transference.Tail;
import org.ionbench.analysis.transference.reversible.BruceVincentSettings.Initial;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The transference number of the cation in a symmetrical cell with electrodes of its metal.
 *
 * <p>A small constant voltage dV first drives both ions, I_0, and in the end the cation alone,
 * I_ss. The simple number is I_ss / I_0; the full one takes off what falls at the interfaces, whose
 * resistance is that of fitted spectra before (R_0) and after (R_ss): t = I_ss (dV - I_0 R_0) /
 * (I_0 (dV - I_ss R_ss)). Both are given side by side, and Watanabe's from the resistances with
 * them.
 *
 * <p>Assumed are a voltage small against RT/F, a steady state, interfaces in series with the
 * electrolyte, and an ideal dilute solution: in concentrated electrolytes the number is not that of
 * transport theory (Balsara and Newman).
 */
public final class BruceVincentAnalysis implements Analysis<BruceVincentSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.transference.bruceVincent";

    /** The circuit of spectra that nobody has fitted yet: electrolyte and interfaces. */
    private static final String CIRCUIT = "R0-p(R1,CPE1)";

    private static final double LARGEST_VOLTAGE = 0.1;
    private static final double SMALL_VOLTAGE = 0.0105;
    private static final double GROWTH = 1.2;
    private static final double MISMATCH = 0.05;

    @Override
    public Class<BruceVincentSettings> settings() {
        return BruceVincentSettings.class;
    }

    @Override
    public Need need() {
        return Need.eachRecording(Technique.CA).with(Spectra.FIT, Map.of("circuit", CIRCUIT));
    }

    @Override
    public List<String> references() {
        return List.of(
                "Evans, Vincent and Bruce 1987, Polymer 28, 2324, doi 10.1016/0032-3861(87)90394-6",
                "Bruce and Vincent 1987, J. Electroanal. Chem. 225, 1,"
                        + " doi 10.1016/0022-0728(87)80001-3",
                "Watanabe et al. 1988, Solid State Ionics 28-30, 911,"
                        + " doi 10.1016/0167-2738(88)90303-7",
                "Balsara and Newman 2015, J. Electrochem. Soc. 162, A2720,"
                        + " doi 10.1149/2.0651514jes",
                "Siekierski et al. 2021, Polymers 13, 895, doi 10.3390/polym13060895");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        if (inputs.recordings().size() != 1) {
            return Optional.of("One recording of a current at constant voltage is needed.");
        }
        Optional<String> electrodes = inputs.cell().flatMap(c -> c.text("electrodes"));
        if (electrodes.filter(BruceVincentAnalysis::isBlocking).isPresent()) {
            return Optional.of(
                    "The electrodes of the cell, "
                            + electrodes.orElseThrow()
                            + ", block ions: a cation transference number needs electrodes of the"
                            + " metal on both sides.");
        }
        Recording recording = inputs.recordings().getFirst();
        if (Polarisation.largestVoltage(recording) > LARGEST_VOLTAGE) {
            return Optional.of(
                    "The voltage is far above the 10 mV for which a cation transference number can"
                            + " be read from a polarisation.");
        }
        return Polarisation.obstacle(recording);
    }

    private static boolean isBlocking(String electrodes) {
        String s = electrodes.toLowerCase(Locale.ROOT);
        return !s.matches("(.*\\W)?(li|lithium|na|sodium)(\\W.*)?")
                && s.matches(".*(block|steel|gold|platin|carbon|copper|nickel|titan).*");
    }

    @Override
    public Report run(Context context, BruceVincentSettings settings) throws AnalysisException {
        Optional<String> obstacle = obstacle(context.inputs());
        if (obstacle.isPresent()) {
            throw new AnalysisException(obstacle.get());
        }
        Recording recording = context.inputs().recordings().getFirst();
        context.progress().task("Polarisation of " + recording.name(), 0);
        context.progress().checkCancelled();
        Polarisation p = Polarisation.of(recording, settings.voltage());
        Tail tail = Tail.of(p, settings.tail(), settings.window(), context.progress()::isCancelled);
        context.progress().checkCancelled();
        List<Problem> problems = new ArrayList<>();
        BruceVincent numbers = numbers(p, tail, settings, context, problems);
        Drift drift = Drift.of(p, tail.window());

        Report.Builder report = Report.builder();
        List<Quantity> found = new ArrayList<>(List.of(numbers.simple()));
        numbers.full().ifPresent(found::add);
        for (Quantity q : found) {
            report.quantity(Amounts.withTemperature(q, recording));
        }
        Unit micro = Unit.of("uA");
        report.quantity(numbers.initial().in(micro));
        report.quantity(numbers.steady().in(micro));
        numbers.electrolyte().ifPresent(q -> report.quantity(q.withKey("electrolyte resistance")));
        numbers.before()
                .ifPresent(
                        q ->
                                report.quantity(
                                        q.withKey("interface resistance before")
                                                .withCondition("when", "before")));
        numbers.after()
                .ifPresent(
                        q ->
                                report.quantity(
                                        q.withKey("interface resistance after")
                                                .withCondition("when", "after")));
        CurrentPlots.of(p, tail).forEach(report::plot);
        report.table(table(numbers, found, p));
        report.text(text(numbers, p, drift, settings));
        about(p, numbers, found, drift, settings, problems);
        problems.forEach(report::problem);
        return report.build();
    }

    // ---- what goes in

    private static BruceVincent numbers(
            Polarisation p,
            Tail tail,
            BruceVincentSettings s,
            Context context,
            List<Problem> problems)
            throws AnalysisException {
        Inputs inputs = context.inputs();
        Spectra spectra = Spectra.of(inputs, inputs.recordings().getFirst());
        double area = inputs.cell().flatMap(c -> c.area()).map(Quantity::si).orElse(Double.NaN);
        Optional<Resistances> before =
                resistances(spectra.before(s.before()), s, area, "before", problems);
        Optional<Resistances> after =
                resistances(spectra.after(s.after()), s, area, "after", problems);
        if (!spectra.isEmpty() && !spectra.isTimed() && s.before().isBlank()) {
            problems.add(
                    Problem.info(
                                    "transference.order",
                                    "When spectra and polarisation were measured is not known: the"
                                            + " first spectrum was taken as before, the last as"
                                            + " after it.")
                            .mend("Name them in the settings if it was otherwise."));
        }
        Optional<Quantity> electrolyte =
                given("electrolyte resistance", "R_e", s.electrolyteResistance())
                        .or(() -> before.map(Resistances::electrolyte));
        Optional<Quantity> r0 =
                given("interface resistance", "R_0", s.initialResistance())
                        .or(() -> before.map(r -> named(r.interfaces(), "R_0")));
        Optional<Quantity> rs =
                given("interface resistance", "R_ss", s.steadyResistance())
                        .or(() -> after.map(r -> named(r.interfaces(), "R_ss")));
        Optional<Quantity> expected = BruceVincent.expected(p.voltage(), electrolyte, r0);
        Quantity measured =
                Quantity.of("initial current", "I_0", p.current(0), Unit.of("A"))
                        .withContribution(context.source("first sample"), p.firstError())
                        .withCondition("method", "first sample");
        if (s.initial() == Initial.EIS && expected.isEmpty()) {
            throw new AnalysisException(
                    "The initial current needs the resistances of electrolyte and interfaces"
                            + " before the polarisation: fit a spectrum, or give them in the"
                            + " settings.");
        }
        Quantity initial = s.initial() == Initial.MEASURED ? measured : expected.orElse(measured);
        if (!(initial.value() > 0)) {
            throw new AnalysisException(
                    "The initial current is not positive: the recording does not begin with the"
                            + " step, or its sign is not that of the voltage.");
        }
        consistency(p, measured, expected, problems);
        Quantity steady =
                Quantity.of("steady current", "I_ss", tail.current(), Unit.of("A"))
                        .withCondition("method", tail.method().text())
                        .withContribution(
                                context.source("tail"),
                                Double.isFinite(tail.error()) ? tail.error() : tail.current());
        return new BruceVincent(p.voltage(), initial, steady, electrolyte, r0, rs);
    }

    private static Optional<Quantity> given(String name, String symbol, double ohms) {
        return ohms > 0 ? Optional.of(Resistances.given(name, symbol, ohms)) : Optional.empty();
    }

    private static Quantity named(Quantity q, String symbol) {
        Quantity named = Quantity.of(q.name(), symbol, q.value(), q.unit());
        for (var c : q.contributions().entrySet()) {
            named = named.withContribution(c.getKey(), c.getValue());
        }
        return named;
    }

    private static Optional<Resistances> resistances(
            Optional<Spectra.Fitted> fitted,
            BruceVincentSettings s,
            double area,
            String when,
            List<Problem> problems) {
        double given = when.equals("before") ? s.initialResistance() : s.steadyResistance();
        if (fitted.isEmpty()) {
            if (!(given > 0)) {
                problems.add(
                        Problem.warning(
                                        "transference.spectrum." + when,
                                        "There is no fitted spectrum of the cell "
                                                + when
                                                + " the polarisation, so the resistance of the"
                                                + " interfaces "
                                                + when
                                                + " it is not known.")
                                .mend("Import one, or give the resistance in the settings."));
            }
            return Optional.empty();
        }
        try {
            return Optional.of(Resistances.of(fitted.get(), s.interfaces(), s.electrolyte(), area));
        } catch (AnalysisException e) {
            if (!(given > 0)) {
                problems.add(
                        Problem.warning("transference.interface", String.valueOf(e.getMessage()))
                                .mend("Change the circuit of that fit."));
            }
            return Optional.empty();
        }
    }

    private static void consistency(
            Polarisation p,
            Quantity measured,
            Optional<Quantity> expected,
            List<Problem> problems) {
        if (expected.isEmpty()) {
            return;
        }
        double ratio = measured.value() / expected.get().value();
        if (Math.abs(ratio - 1) > MISMATCH) {
            problems.add(
                    Problem.warning(
                                    "transference.watanabe",
                                    "The first sample, "
                                            + NumberText.of(measured.value(), "A")
                                            + " after "
                                            + NumberText.of(p.time(0), "s")
                                            + ", is "
                                            + NumberText.percent(ratio)
                                            + " of dV/(R_e + R_0) = "
                                            + NumberText.of(expected.get().value(), "A")
                                            + ": the current was sampled late, or resistances and"
                                            + " voltage are not those of this cell.")
                            .with(measured.value(), expected.get().value()));
        }
    }

    // ---- words

    private static DataTable table(BruceVincent n, List<Quantity> found, Polarisation p) {
        List<Quantity> all = new ArrayList<>(found);
        n.watanabe().ifPresent(all::add);
        List<List<Object>> rows = new ArrayList<>();
        for (Quantity q : all) {
            rows.add(
                    List.of(
                            q.conditions().get("method"),
                            q.value(),
                            q.standardUncertainty(),
                            n.initial().conditions().get("method"),
                            n.initial().si() * 1e6,
                            p.current(0) * 1e6,
                            n.steady().si() * 1e6));
        }
        return new DataTable(
                "Transference numbers",
                List.of(
                        "method",
                        "t_+",
                        "u(t_+)",
                        "I_0 from",
                        "I_0 / uA",
                        "first sample / uA",
                        "I_ss / uA"),
                rows);
    }

    private static String text(
            BruceVincent n, Polarisation p, Drift drift, BruceVincentSettings settings) {
        return "At "
                + NumberText.of(p.voltage(), "V")
                + " the current fell from "
                + NumberText.of(n.initial().si(), "A")
                + " ("
                + n.initial().conditions().get("method")
                + ") to "
                + NumberText.of(n.steady().si(), "A")
                + ". "
                + (drift.isSteady(settings.steady() / 100)
                        ? "A steady state was reached"
                        : "No steady state was reached")
                + ": at the end the current changes by "
                + NumberText.percent(Math.abs(drift.perHour() / drift.current()))
                + " in an hour. The simple number leaves out what falls at the interfaces; the full"
                + " one takes it off.";
    }

    private static void about(
            Polarisation p,
            BruceVincent n,
            List<Quantity> found,
            Drift drift,
            BruceVincentSettings settings,
            List<Problem> problems) {
        if (p.voltage() > SMALL_VOLTAGE) {
            problems.add(
                    Problem.warning(
                                    "transference.voltage",
                                    "The voltage of "
                                            + NumberText.of(p.voltage(), "V")
                                            + " is above 10 mV: beyond it the current is not"
                                            + " proportional to the voltage, and the equations do"
                                            + " not hold.")
                            .mend("Measure with 10 mV or less."));
        }
        if (!drift.isSteady(settings.steady() / 100)) {
            problems.add(
                    Problem.warning(
                                    "transference.unsteady",
                                    "No steady state was reached: the current still changes by "
                                            + NumberText.percent(
                                                    Math.abs(drift.perHour() / drift.current()))
                                            + " in an hour.")
                            .mend("Polarise longer, or fit the decay."));
        }
        for (Quantity q : found) {
            String method = q.conditions().get("method");
            if (q.value() > 1) {
                problems.add(
                        Problem.warning(
                                "transference.above",
                                "The "
                                        + method
                                        + " transference number is above 1, which no ion carries:"
                                        + " the interface changed, the initial current was sampled"
                                        + " late, or a resistance is wrong."));
            } else if (!(q.value() >= 0)) {
                problems.add(
                        Problem.error(
                                "transference.negative",
                                "The "
                                        + method
                                        + " transference number is negative: the interfaces take"
                                        + " more than the whole voltage, so a resistance or the"
                                        + " voltage is wrong."));
            }
        }
        if (n.before().isPresent() && n.after().isPresent()) {
            double growth = n.after().get().si() / n.before().get().si();
            if (growth > GROWTH || growth < 1 / GROWTH) {
                problems.add(
                        Problem.warning(
                                "transference.growth",
                                "The resistance of the interfaces changed by a factor of "
                                        + NumberText.of(growth)
                                        + " during the polarisation: it was no steady"
                                        + " interface."));
            }
        }
        if (n.full().isEmpty()) {
            problems.add(
                    Problem.warning(
                                    "transference.simple",
                                    "Only the simple number could be given, for the resistances of"
                                            + " the interfaces before and after are not both"
                                            + " known.")
                            .mend("Fit spectra from before and after the polarisation."));
        }
        problems.add(
                Problem.info(
                        "transference.concentrated",
                        "The number holds for a dilute, ideal electrolyte; in a concentrated one it"
                                + " is an apparent one and not the t_+^0 of transport theory."));
    }
}
