// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.summary;

import org.ionbench.analysis.cycling.Accuracy;
import org.ionbench.analysis.cycling.Counting;
import org.ionbench.analysis.cycling.Cycle;
import org.ionbench.analysis.cycling.CyclerColumns;
import org.ionbench.analysis.cycling.Electrode;
import org.ionbench.analysis.cycling.Rates;
import org.ionbench.analysis.cycling.Temperatures;
import org.ionbench.analysis.cycling.Texts;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Interval;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.numerics.statistics.SampleMean;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The summary of a cell on a cycler.
 *
 * <p>A capacity is Q = integral of I dt / m with the active mass m = active fraction x mass of the
 * composite; a C-rate is I / (Q_ref m) with the reference capacity the cell names. The coulombic
 * efficiency follows the cell's {@link Convention}, and another reading of it is printed beside it.
 * Retention is Q_N / Q_ref-cycle; fade is linear within one class of rates ({@link Fade}), with the
 * compound rate 1 - (Q_N/Q_ref)^(1/(N - n_ref)) beside it. The first cycle at a new rate is set
 * apart from means and fade.
 *
 * <p>Mass and area are common to all cycles: they move capacities, and cancel exactly in
 * efficiency, retention and fade, which have an uncertainty only where cycles repeat each other: a
 * mean over n cycles the standard error s / n^(1/2) with the interval of Student's t with n - 1
 * degrees of freedom, a linear fade that of its line. Neither holds the accuracy of the cycler,
 * which its files do not tell. A result has the temperature that all of its cycles were run at.
 */
public final class SummaryAnalysis implements Analysis<SummarySettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.cycling.summary";

    /** The name of the discharge capacity of a cycle. */
    public static final String DISCHARGE_CAPACITY = "discharge capacity";

    /** The name of the charge capacity of a cycle. */
    public static final String CHARGE_CAPACITY = "charge capacity";

    /** How the efficiency of energy is counted. */
    static final Convention OF_ENERGY = Convention.DISCHARGE_CHARGE;

    private static final double STANDS_OUT = 0.01;

    @Override
    public Class<SummarySettings> settings() {
        return SummarySettings.class;
    }

    @Override
    public Need need() {
        return Need.allRecordings(Technique.CYCLING);
    }

    @Override
    public List<String> references() {
        return List.of(
                "Hehn et al. 2025, ACS Appl. Mater. Interfaces 17, 33824, doi"
                        + " 10.1021/acsami.5c01939");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        if (inputs.recordings().isEmpty()) {
            return Optional.of("A summary needs a recording of a cycler.");
        }
        return inputs.recordings().stream()
                .map(CyclerColumns::obstacle)
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public Report run(Context context, SummarySettings settings) throws AnalysisException {
        Counting counting = Counting.of(context.inputs(), settings.counting(), context.progress());
        if (counting.cycles().isEmpty()) {
            throw new AnalysisException("No current flows in these recordings: there is no cycle.");
        }
        StepCharges charges = new StepCharges(counting, settings.capacity());
        Electrode electrode = Electrode.of(context.inputs().cell());
        Rates rates = Rates.of(electrode.referenceCharge(), CycleValues.currents(counting));
        CycleValues values = new CycleValues(counting, rates, charges);
        boolean isCounted = settings.capacity() == SummarySettings.Capacity.COUNTERS;
        if (isCounted && !values.hasCharge()) {
            throw new AnalysisException(
                    "The instrument recorded no counters of charge: take capacities from the"
                            + " current.");
        }
        context.progress().checkCancelled();
        return new Findings(context, settings, counting, electrode, charges, values, rates)
                .report();
    }

    /** One report. */
    private static final class Findings {
        private final Context context;
        private final SummarySettings settings;
        private final Counting counting;
        private final Electrode electrode;
        private final StepCharges charges;
        private final CycleValues values;
        private final Rates rates;
        private final List<Problem> problems = new ArrayList<>();
        private final Report.Builder report = Report.builder();
        private final Temperatures temperatures;
        private final Accuracy accuracy = new Accuracy();
        private final Convention convention;
        private final Convention other;
        private final List<Integer> places = new ArrayList<>();

        Findings(
                Context context,
                SummarySettings settings,
                Counting counting,
                Electrode electrode,
                StepCharges charges,
                CycleValues values,
                Rates rates) {
            this.context = context;
            this.settings = settings;
            this.counting = counting;
            this.electrode = electrode;
            this.charges = charges;
            this.values = values;
            this.rates = rates;
            temperatures = Temperatures.of(counting, context.inputs());
            problems.addAll(counting.problems());
            problems.addAll(charges.problems());
            problems.addAll(electrode.problems());
            convention = convention();
            other = convention.other(counting.first());
            for (int p = 0; p < values.count(); p++) {
                if (values.number(p) > 0 && settings.cycles().contains(values.number(p))) {
                    places.add(p);
                }
            }
        }

        Report report() throws AnalysisException {
            int reference = values.place(settings.referenceCycle());
            if (reference < 0 || !(values.discharged(reference) > 0)) {
                problems.add(
                        Problem.warning(
                                        "cycling.reference.cycle",
                                        "There is no discharge in cycle "
                                                + settings.referenceCycle()
                                                + ": retention and fade refer to none.")
                                .mend("Choose another reference cycle."));
            }
            capacities(reference);
            efficiencies();
            if (reference >= 0 && values.discharged(reference) > 0) {
                retention(reference);
                fade(reference);
            }
            voltages(reference >= 0 ? reference : 0);
            accuracy.problem(
                            "Mass and area, common to all cycles, cancel exactly in ratios. Mean"
                                    + " efficiencies and linear fades over several cycles have the"
                                    + " uncertainty of their scatter.")
                    .map(p -> p.mend("Replicate cells show how far such numbers scatter."))
                    .ifPresent(problems::add);
            context.progress().checkCancelled();
            SummaryPlots plots = new SummaryPlots(counting, electrode, values, convention);
            plots.voltage(settings.profiles()).ifPresent(report::plot);
            report.plot(plots.capacity().withRight(plots.efficiency()));
            plots.rateCapability(places).ifPresent(report::plot);
            SummaryTables tables =
                    new SummaryTables(counting, electrode, values, rates, temperatures);
            report.table(tables.cycles(convention, other));
            report.table(tables.rates(places, convention));
            tables.temperatures().ifPresent(report::table);
            report.table(tables.steps(problems));
            report.text(text());
            problems.forEach(report::problem);
            return report.build();
        }

        // ---- capacities

        private void capacities(int reference) throws AnalysisException {
            TreeSet<Integer> chosen = new TreeSet<>();
            if (reference >= 0) {
                chosen.add(reference);
                for (int n : after()) {
                    int p = values.place(settings.referenceCycle() + n);
                    if (p >= 0) {
                        chosen.add(p);
                    }
                }
            }
            int last = lastWhole();
            if (last >= 0) {
                chosen.add(last);
            }
            if (chosen.isEmpty()) {
                chosen.add(0);
            }
            for (int p : chosen) {
                capacity(DISCHARGE_CAPACITY, "Q_dis", p, values.discharged(p), p == reference);
            }
            for (int p : chosen) {
                capacity(CHARGE_CAPACITY, "Q_ch", p, values.charged(p), p == reference);
            }
            String named = electrode.referenceName();
            electrode
                    .referenceAreal("areal capacity", "Q_A")
                    .map(
                            q ->
                                    q.withKey("areal capacity")
                                            .withCondition(
                                                    "basis",
                                                    named.isBlank()
                                                            ? "reference capacity"
                                                            : named + " capacity"))
                    .ifPresent(report::quantity);
            int shown = reference >= 0 ? reference : chosen.first();
            if (values.discharged(shown) > 0) {
                electrode
                        .areal("areal capacity", "Q_A", values.discharged(shown))
                        .map(
                                q ->
                                        q.withKey("areal capacity discharge")
                                                .withCondition("basis", "discharge")
                                                .withCondition("cycle", number(shown)))
                        .ifPresent(q -> put(q, shown));
            }
        }

        private void capacity(
                String name, String symbol, int place, double coulombs, boolean isMain) {
            if (coulombs > 0) {
                put(
                        electrode
                                .capacity(name, symbol, coulombs)
                                .withKey(isMain ? name : name + " " + number(place))
                                .withCondition("cycle", number(place)),
                        place);
            }
        }

        private String number(int place) {
            return String.valueOf(values.number(place));
        }

        private int lastWhole() {
            for (int p = values.count() - 1; p >= 0; p--) {
                if (values.isWhole(p)) {
                    return p;
                }
            }
            return -1;
        }

        private List<Integer> after() throws AnalysisException {
            return Texts.numbers(settings.after(), "after");
        }

        // ---- efficiency

        private Convention convention() {
            switch (settings.efficiency()) {
                case CHARGE_DISCHARGE -> {
                    return Convention.CHARGE_DISCHARGE;
                }
                case DISCHARGE_NEXT_CHARGE -> {
                    return Convention.DISCHARGE_NEXT_CHARGE;
                }
                case DISCHARGE_CHARGE -> {
                    return Convention.DISCHARGE_CHARGE;
                }
                case AUTO -> {}
            }
            Optional<String> said =
                    context.inputs().cell().flatMap(c -> c.text(Convention.PROPERTY));
            if (said.isPresent()) {
                Optional<Convention> known = Convention.of(said.get());
                if (known.isPresent()) {
                    return known.get();
                }
                problems.add(
                        Problem.warning(
                                        "cycling.convention.unknown",
                                        "The cell's convention of coulombic efficiency, \""
                                                + said.get()
                                                + "\", is none that is known.")
                                .mend(
                                        "Write charge/discharge same cycle, discharge next/charge"
                                                + " or discharge/charge same cycle."));
            }
            Convention usual = Convention.usual(counting.first());
            problems.add(
                    Problem.info(
                                    "cycling.convention.assumed",
                                    "The cell names no convention of coulombic efficiency; since it"
                                            + " starts with a "
                                            + (counting.first() > 0 ? "charge" : "discharge")
                                            + ", it is counted as "
                                            + usual.text()
                                            + ".")
                            .with(usual.text())
                            .mend("Set the cell's property \"" + Convention.PROPERTY + "\"."));
            return usual;
        }

        private void efficiencies() {
            mean(convention, true);
            mean(other, false);
            List<String> outstanding = new ArrayList<>();
            double mean = mean(convention).mean();
            int first = values.place(1);
            if (places.contains(first)
                    && Math.abs(convention.of(values, first) - mean) > STANDS_OUT) {
                problems.add(
                        Problem.info(
                                        "cycling.first.cycle",
                                        "The efficiency of cycle 1, "
                                                + NumberText.of(convention.of(values, first))
                                                + ", is in the mean though it stands out.")
                                .mend("Start the cycles of means and fade at 2 to leave it out."));
            }
            for (int p : places) {
                double e = convention.of(values, p);
                boolean isEnd = p == places.getFirst() || p == places.getLast();
                boolean isApart = convention.crossesRates(values, p);
                if (!Double.isNaN(e) && (isEnd || isApart)) {
                    put(
                            Quantity.of("coulombic efficiency", "CE", e, Unit.ONE)
                                    .withKey("coulombic efficiency " + number(p))
                                    .withCondition("convention", convention.text())
                                    .withCondition("cycle", number(p)),
                            convention.places(List.of(p)));
                }
                if (isApart && Math.abs(e - mean) > STANDS_OUT / 2) {
                    outstanding.add(number(p) + " (" + NumberText.of(e) + ")");
                }
            }
            if (!outstanding.isEmpty()) {
                problems.add(
                        Problem.info(
                                "cycling.rate.change",
                                "The efficiency of the first cycle at a new rate stands out: cycle "
                                        + String.join(", ", outstanding)
                                        + "; such cycles are set apart from means and fade."));
            }
        }

        private List<Integer> counted(Convention of, boolean isApart) {
            return places.stream()
                    .filter(p -> !Double.isNaN(of.of(values, p)))
                    .filter(p -> of.crossesRates(values, p) == isApart)
                    .toList();
        }

        private SampleMean mean(Convention of) {
            return SampleMean.of(
                    counted(of, false).stream().mapToDouble(p -> of.of(values, p)).toArray());
        }

        private void mean(Convention of, boolean isMain) {
            List<Integer> used = counted(of, false);
            if (used.isEmpty()) {
                return;
            }
            String name = "mean coulombic efficiency";
            SampleMean mean = mean(of);
            Quantity q =
                    Quantity.of(name, "CE", mean.mean(), Unit.ONE)
                            .withKey(isMain ? name : name + ", " + of.text())
                            .withCondition("convention", of.text())
                            .withCondition("cycles", range(used, of))
                            .withCondition("excluded", numbers(counted(of, true)));
            if (mean.standardError() > 0) {
                var interval = mean.interval(0.95);
                q =
                        q.withContribution(
                                        context.source("scatter of cycles, " + of.text()),
                                        mean.standardError())
                                .withInterval95(new Interval(interval.lower(), interval.upper()));
            }
            put(q, of.places(used));
        }

        /** From the first to the last, those set apart within. */
        private String range(List<Integer> used, Convention of) {
            TreeSet<Integer> all = new TreeSet<>(used);
            all.addAll(counted(of, true));
            return numbers(List.copyOf(all));
        }

        private String numbers(List<Integer> at) {
            return at.isEmpty() ? "none" : Texts.ranges(at.stream().map(values::number).toList());
        }

        // ---- retention and fade

        private void retention(int reference) throws AnalysisException {
            TreeSet<Integer> at = new TreeSet<>();
            for (int n : after()) {
                int p = values.place(settings.referenceCycle() + n);
                if (p >= 0 && values.discharged(p) > 0) {
                    at.add(p);
                }
            }
            int last = -1;
            for (int p = values.count() - 1; p > reference && last < 0; p--) {
                if (values.discharged(p) > 0 && values.isWhole(p)) {
                    last = p;
                }
            }
            if (last > reference) {
                at.add(last);
            }
            for (int p : at) {
                double kept = values.discharged(p) / values.discharged(reference);
                int cycles = values.number(p) - values.number(reference);
                put(
                        Quantity.of("capacity retention", "Q/Q_ref", kept, Unit.ONE)
                                .withKey(
                                        p == last
                                                ? "capacity retention"
                                                : "capacity retention " + number(p))
                                .withCondition("cycle", number(p))
                                .withCondition("reference cycle", number(reference)),
                        List.of(reference, p));
                if (!values.rate(p).equals(values.rate(reference)) && p == last) {
                    problems.add(
                            Problem.info(
                                    "cycling.retention.rates",
                                    "Cycle "
                                            + number(p)
                                            + " was run at "
                                            + values.rate(p)
                                            + ", the reference cycle at "
                                            + values.rate(reference)
                                            + ": the retention compares two rates."));
                }
                if (kept > 0 && cycles > 0) {
                    put(
                            Quantity.of(
                                            "compound " + Fade.NAME,
                                            "f_c",
                                            1 - Math.pow(kept, 1.0 / cycles),
                                            Unit.ONE)
                                    .withKey("compound " + Fade.NAME + " " + number(p))
                                    .withCondition("method", "compound")
                                    .withCondition("cycle", number(p))
                                    .withCondition("reference cycle", number(reference)),
                            List.of(reference, p));
                }
            }
        }

        private void fade(int reference) {
            List<Fade> fades = Fade.of(values, places, values.discharged(reference));
            for (Fade fade : fades) {
                List<Integer> at = new ArrayList<>(List.of(reference));
                fade.cycles().forEach(n -> at.add(values.place(n)));
                put(fade.quantity(values.number(reference), fade == fades.getFirst(), context), at);
            }
            if (fades.isEmpty()) {
                problems.add(
                        Problem.info(
                                "cycling.fade.few",
                                "No rate was kept for three cycles after its first: there is no"
                                        + " linear fade."));
            }
        }

        // ---- energy

        private void voltages(int place) {
            Cycle c = values.cycle(place);
            double in = c.chargedEnergy();
            double out = c.dischargedEnergy();
            if (in > 0 && out > 0) {
                put(
                        Quantity.of("energy efficiency", "EE", out / in, Unit.ONE)
                                .withCondition("convention", OF_ENERGY.text())
                                .withCondition("cycle", number(place)),
                        place);
            }
            double up = c.meanChargeVoltage();
            double down = c.meanDischargeVoltage();
            volts("mean charge voltage", "V_ch", up, place);
            volts("mean discharge voltage", "V_dis", down, place);
            volts("voltage hysteresis", "\u0394V", up - down, place);
        }

        private void volts(String name, String symbol, double volts, int place) {
            if (Double.isFinite(volts)) {
                put(
                        Quantity.of(name, symbol, volts, Unit.of("V"))
                                .withCondition("cycle", number(place)),
                        place);
            }
        }

        // ---- what a result holds for, and how well it is known

        private void put(Quantity quantity, int place) {
            put(quantity, List.of(place));
        }

        private void put(Quantity quantity, Collection<Integer> of) {
            List<Cycle> cycles = of.stream().map(values::cycle).toList();
            report.quantity(accuracy.note(temperatures.with(quantity, cycles)));
        }

        private String text() {
            StringBuilder s = new StringBuilder();
            counting.choices().forEach(c -> s.append(c).append(' '));
            s.append("A positive current charges the cell. Coulombic efficiency is counted as ")
                    .append(convention.text())
                    .append("; as ")
                    .append(other.text())
                    .append(" it is printed beside. Energy efficiency is counted as ")
                    .append(OF_ENERGY.text())
                    .append(". ");
            s.append(charges.text());
            electrode
                    .activeMass()
                    .ifPresent(
                            m ->
                                    s.append(" The active mass is ")
                                            .append(NumberText.of(1e6 * m.si()))
                                            .append(" mg."));
            electrode
                    .reference()
                    .ifPresent(
                            q ->
                                    s.append(" C-rates refer to ")
                                            .append(
                                                    electrode.referenceName().isBlank()
                                                            ? ""
                                                            : "the "
                                                                    + electrode.referenceName()
                                                                    + " capacity of ")
                                            .append(
                                                    NumberText.of(
                                                            q.in(Electrode.MAH_PER_G).value()))
                                            .append(" mAh/g."));
            return s.toString();
        }
    }
}
