// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.capacitance;

import org.ionbench.analysis.stability.Lines;
import org.ionbench.analysis.stability.Surroundings;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Series;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.numerics.regression.LineFit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Flat-band potential and density of carriers of a semiconductor in depletion:
 *
 * <pre>1/C^2 = 2/(e eps eps_0 N A^2) (E - E_fb - kT/e)</pre>
 *
 * <p>for electrons; for holes the slope and kT/e have the other sign. C = -1/(omega Im Z) at one
 * frequency, which leaves out surface states and the constant phase of a rough surface: where the
 * result changes with the frequency it is not the space charge.
 */
public final class MottSchottkyAnalysis implements Analysis<MottSchottkySettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.stability.mottSchottky";

    private static final double CHARGE = 1.602176634e-19;
    private static final double VACUUM = 8.8541878128e-12;
    private static final double AVOGADRO = 6.02214076e23;
    private static final double BOLTZMANN = 8.617333262e-5;
    private static final double SAME_FREQUENCY = 0.02;
    private static final int FEWEST = 3;

    private record Point(double potential, double frequency, double imaginary) {
        double inverseSquare() {
            double wz = 2 * Math.PI * frequency * imaginary;
            return wz * wz;
        }
    }

    @Override
    public Class<MottSchottkySettings> settings() {
        return MottSchottkySettings.class;
    }

    @Override
    public Need need() {
        return Need.allRecordings(Technique.EIS);
    }

    @Override
    public List<String> references() {
        return List.of(
                "Gelderman, Lee and Donne 2007, J. Chem. Educ. 84, 685, doi 10.1021/ed084p685");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        return inputs.recordings().stream().anyMatch(MottSchottkyAnalysis::isPotential)
                ? Optional.empty()
                : Optional.of("Impedances with the potential they were measured at are needed.");
    }

    private static boolean isPotential(Recording r) {
        return r.table().column(QuantityKind.POTENTIAL).isPresent()
                && r.table().column(QuantityKind.FREQUENCY).isPresent()
                && r.table().column(QuantityKind.IMPEDANCE_IMAGINARY).isPresent();
    }

    @Override
    public Report run(Context context, MottSchottkySettings s) throws AnalysisException {
        Optional<String> obstacle = obstacle(context.inputs());
        if (obstacle.isPresent()) {
            throw new AnalysisException(obstacle.get());
        }
        context.progress().task("Mott-Schottky line", 0);
        context.progress().checkCancelled();
        List<Problem> problems = new ArrayList<>();
        List<Point> all = points(context.inputs().recordings());
        double frequency =
                all.stream()
                        .min(
                                Comparator.comparingDouble(
                                        p -> Math.abs(Math.log(p.frequency() / s.frequency()))))
                        .map(Point::frequency)
                        .orElseThrow(
                                () ->
                                        new AnalysisException(
                                                "No impedance is that of a capacitance."));
        List<Point> points =
                all.stream()
                        .filter(p -> Math.abs(Math.log(p.frequency() / frequency)) < SAME_FREQUENCY)
                        .sorted(Comparator.comparingDouble(Point::potential))
                        .toList();
        List<Point> fitted =
                points.stream().filter(p -> s.window().contains(p.potential())).toList();
        if (fitted.size() < FEWEST) {
            throw new AnalysisException(
                    "A line needs impedances at "
                            + FEWEST
                            + " potentials or more; at "
                            + NumberText.of(frequency, "Hz")
                            + " the window holds "
                            + fitted.size()
                            + ".");
        }
        double[] e = fitted.stream().mapToDouble(Point::potential).toArray();
        double[] y = fitted.stream().mapToDouble(Point::inverseSquare).toArray();
        LineFit line = Lines.through(e, y, "values of 1/C\u00b2 over the potential");
        double kelvin =
                Surroundings.kelvin(context.inputs().recordings(), s.temperature(), problems);
        Report.Builder report = Report.builder();
        boolean isElectrons = line.slope() > 0;
        double thermal = BOLTZMANN * kelvin;
        double flat = line.root() + (isElectrons ? -thermal : thermal);
        String type = isElectrons ? "n" : "p";
        report.quantity(
                Lines.with(
                        Quantity.of("flat-band potential", "E_fb", flat, Unit.of("V"))
                                .withCondition("type", type)
                                .withCondition("frequency", NumberText.of(frequency, "Hz"))
                                .withCondition("reference", reference(context.inputs())),
                        line.rootError(),
                        line,
                        context.source("line")));
        Optional<Quantity> area = Surroundings.area(context.inputs(), s.area());
        if (area.isPresent()) {
            double a = area.get().si();
            double n = 2 / (CHARGE * s.permittivity() * VACUUM * a * a * Math.abs(line.slope()));
            report.text(
                    "The density of "
                            + (isElectrons ? "electrons" : "holes")
                            + " is "
                            + NumberText.of(n * 1e-6)
                            + " +- "
                            + NumberText.of(n * 1e-6 * relative(line, area.get()))
                            + " cm^-3 for a relative permittivity of "
                            + NumberText.of(s.permittivity())
                            + ".");
            report.quantity(
                    Surroundings.withArea(
                                    Quantity.of(
                                                    "carrier density",
                                                    "N",
                                                    n / AVOGADRO,
                                                    Unit.of("mol/m3"))
                                            .in(Unit.of("mol/cm3"))
                                            .withCondition("type", type)
                                            .withCondition(
                                                    "number density",
                                                    NumberText.of(n * 1e-6) + " cm^-3"),
                                    area.get(),
                                    -2)
                            .withContribution(
                                    context.source("slope"),
                                    Unit.of("mol/cm3").fromSi(n / AVOGADRO)
                                            * Math.abs(line.slopeError() / line.slope())));
        } else {
            problems.add(
                    Problem.info(
                                    "stability.mottSchottky.area",
                                    "Without the area there is no density of carriers.")
                            .mend("Set the area."));
        }
        report.plot(plot(points, line, e));
        report.text(
                "1/C\u00b2 at "
                        + NumberText.of(frequency, "Hz")
                        + " has the slope "
                        + NumberText.of(line.slope())
                        + " F^-2 V^-1 over "
                        + fitted.size()
                        + " potentials; kT/e is "
                        + NumberText.of(thermal, "V")
                        + ".");
        problems.forEach(report::problem);
        return report.build();
    }

    private static double relative(LineFit line, Quantity area) {
        double own = Math.abs(line.slopeError() / line.slope());
        return Math.hypot(
                Double.isFinite(own) ? own : 0, 2 * area.standardUncertainty() / area.value());
    }

    private static String reference(Inputs inputs) {
        return inputs.cell().flatMap(c -> c.text("reference")).orElse("as recorded");
    }

    private static List<Point> points(List<Recording> recordings) {
        List<Point> all = new ArrayList<>();
        for (Recording r : recordings) {
            if (!isPotential(r)) {
                continue;
            }
            double[] e = r.si(QuantityKind.POTENTIAL).orElseThrow();
            double[] f = r.si(QuantityKind.FREQUENCY).orElseThrow();
            double[] z = r.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow();
            for (int k = 0; k < e.length; k++) {
                if (Double.isFinite(e[k]) && f[k] > 0 && z[k] < 0) {
                    all.add(new Point(e[k], f[k], z[k]));
                }
            }
        }
        return all;
    }

    private static Plot plot(List<Point> points, LineFit line, double[] e) {
        double[] ends = {Math.min(line.root(), e[0]), Math.max(line.root(), e[e.length - 1])};
        return Plot.of(
                "mott-schottky",
                "Inverse square of the capacitance against potential",
                Axis.linear("potential", "E", "V"),
                Axis.linear("inverse-square", "C\u207b\u00b2 / F\u207b\u00b2", "1"),
                List.of(
                        Series.fit(
                                "line",
                                1,
                                ends,
                                new double[] {line.valueAt(ends[0]), line.valueAt(ends[1])}),
                        Series.measured(
                                "measured",
                                0,
                                points.stream().mapToDouble(Point::potential).toArray(),
                                points.stream().mapToDouble(Point::inverseSquare).toArray())));
    }
}
