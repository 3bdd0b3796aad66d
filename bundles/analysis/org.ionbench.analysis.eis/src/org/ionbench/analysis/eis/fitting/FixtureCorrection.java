// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.fitting;

import org.ionbench.analysis.eis.CircuitFit;
import org.ionbench.analysis.eis.CircuitFitter;
import org.ionbench.analysis.eis.Spectrum;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.circuit.Circuit;
import org.ionbench.api.circuit.CircuitCode;
import org.ionbench.api.circuit.CircuitEvaluator;
import org.ionbench.api.circuit.Elements;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.NumberText;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Takes the fixture off a measured impedance by its measured short and open circuit: with short
 * alone Z = Zm - Zs; with both Z = (Zm - Zs) / (1 - (Zm - Zs) / (Zo - Zs)), the lumped circuit of a
 * series impedance and a stray admittance (Keysight Impedance Measurement Handbook, 6th ed.,
 * section 4.3.2).
 *
 * <p>A measured short is noisy, and its noise would be common to a whole temperature series. So a
 * resistance and an inductance are fitted to it and taken instead where their residuals are like
 * noise; otherwise the measured points are interpolated over the logarithm of the frequency. The
 * open circuit is treated alike with a resistance beside a capacitance.
 */
final class FixtureCorrection {
    private static final double LIKE_NOISE = 0.4;

    private final Spectrum corrected;
    private final String text;
    private final double shortError;
    private final List<Problem> problems;

    private FixtureCorrection(
            Spectrum corrected, String text, double shortError, List<Problem> problems) {
        this.corrected = corrected;
        this.text = text;
        this.shortError = shortError;
        this.problems = List.copyOf(problems);
    }

    /** The spectrum without the fixture, or as it was. */
    Spectrum spectrum() {
        return corrected;
    }

    /** What was done, in a sentence or two; empty if nothing. */
    String text() {
        return text;
    }

    boolean isApplied() {
        return !text.isEmpty();
    }

    /** Standard uncertainty of the resistance that was taken off, in ohm; 0 where not known. */
    double shortError() {
        return shortError;
    }

    List<Problem> problems() {
        return problems;
    }

    static FixtureCorrection of(
            Spectrum measured, Optional<Cell> cell, Correction kind, Elements elements)
            throws AnalysisException {
        Optional<Recording> shorted = cell.flatMap(Cell::shortCircuit);
        Optional<Recording> open = cell.flatMap(Cell::openCircuit);
        boolean useShort = kind != Correction.NONE && shorted.isPresent();
        boolean useOpen =
                (kind == Correction.AUTO || kind == Correction.OPEN_SHORT)
                        && useShort
                        && open.isPresent();
        if (kind == Correction.SHORT && !useShort || kind == Correction.OPEN_SHORT && !useOpen) {
            throw new AnalysisException(
                    "The cell has no measured "
                            + (kind == Correction.SHORT || shorted.isEmpty() ? "short" : "open")
                            + " circuit of its fixture to correct with: import one, or set"
                            + " correction to none.");
        }
        if (!useShort) {
            return new FixtureCorrection(measured, "", 0, List.of());
        }
        List<Problem> problems = new ArrayList<>();
        Fixture s =
                fixture(
                        "short",
                        shorted.get(),
                        measured,
                        List.of("R1-L1", "R1", "R1-La1"),
                        elements,
                        problems);
        Fixture o =
                useOpen
                        ? fixture(
                                "open",
                                open.get(),
                                measured,
                                List.of("p(R1,C1)", "C1", "CPE1"),
                                elements,
                                problems)
                        : null;
        int n = measured.size();
        double[] re = new double[n];
        double[] im = new double[n];
        for (int i = 0; i < n; i++) {
            double a = measured.re(i) - s.z[2 * i];
            double b = measured.im(i) - s.z[2 * i + 1];
            if (o != null) {
                double c = o.z[2 * i] - s.z[2 * i];
                double d = o.z[2 * i + 1] - s.z[2 * i + 1];
                double size = c * c + d * d;
                double qr = 1 - (a * c + b * d) / size;
                double qi = -(b * c - a * d) / size;
                double q = qr * qr + qi * qi;
                double r = (a * qr + b * qi) / q;
                b = (b * qr - a * qi) / q;
                a = r;
            }
            re[i] = a;
            im[i] = b;
        }
        return new FixtureCorrection(
                measured.corrected(re, im),
                s.text + (o == null ? "" : " " + o.text),
                s.error,
                problems);
    }

    private record Fixture(double[] z, double error, String text) {}

    private static Fixture fixture(
            String which,
            Recording recording,
            Spectrum measured,
            List<String> codes,
            Elements elements,
            List<Problem> problems)
            throws AnalysisException {
        Spectrum s = Spectrum.of(recording, problems);
        CircuitFit best = null;
        double bestCriterion = Double.POSITIVE_INFINITY;
        for (String code : codes) {
            CircuitFit fit;
            try {
                Circuit circuit = CircuitCode.parse(code, elements);
                if (2 * s.size() < circuit.parameters().size() + 3) {
                    continue;
                }
                fit = CircuitFitter.of(circuit).fitCircuit(s);
            } catch (FormatException e) {
                continue;
            }
            double n = 2.0 * s.size();
            double criterion =
                    n * Math.log(Math.max(fit.chiSquare() / n, 1e-26))
                            + fit.parameters().size() * Math.log(n);
            if (criterion < bestCriterion - 6) {
                best = fit;
                bestCriterion = criterion;
            }
        }
        boolean smooth =
                best != null
                        && (best.residualCorrelation() < LIKE_NOISE
                                || best.chiSquare() < 1e-10 * s.size());
        if (smooth) {
            double[] p = best.values();
            StringBuilder t =
                    new StringBuilder(
                            "The "
                                    + which
                                    + " circuit of the fixture (\""
                                    + recording.name()
                                    + "\") was taken off as ");
            for (int j = 0; j < p.length; j++) {
                t.append(j == 0 ? "" : ", ")
                        .append(best.parameters().get(j).name())
                        .append(" = ")
                        .append(NumberText.of(p[j], best.parameters().get(j).spec().unit()));
            }
            double error = best.covariance().standardError(0);
            boolean resistance = best.parameters().getFirst().name().equals("R1.R");
            return new Fixture(
                    CircuitEvaluator.of(best.circuit(), measured.grid()).impedance(p),
                    resistance && Double.isFinite(error) ? error : 0,
                    t + ", fitted to its " + s.size() + " points.");
        }
        if (s.lowestFrequency() > 1.01 * measured.lowestFrequency()
                || s.highestFrequency() < 0.99 * measured.highestFrequency()) {
            problems.add(
                    Problem.warning(
                            "eis.fixture.range",
                            "The "
                                    + which
                                    + " circuit of the fixture does not reach over all frequencies"
                                    + " of the spectrum; its last value was kept beyond."));
        }
        return new Fixture(
                interpolated(s, measured),
                0,
                "The "
                        + which
                        + " circuit of the fixture (\""
                        + recording.name()
                        + "\") was taken off point by point, interpolated over the logarithm of"
                        + " the frequency.");
    }

    private static double[] interpolated(Spectrum s, Spectrum at) {
        int[] order =
                IntStream.range(0, s.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(s::frequency))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] x = Arrays.stream(order).mapToDouble(i -> Math.log(s.frequency(i))).toArray();
        double[] z = new double[2 * at.size()];
        for (int i = 0; i < at.size(); i++) {
            double f = Math.log(at.frequency(i));
            int k = Arrays.binarySearch(x, f);
            int right = Math.clamp(k >= 0 ? k : -k - 1, 0, x.length - 1);
            int left = k >= 0 || right == 0 || f > x[right] ? right : right - 1;
            double t = right == left ? 0 : (f - x[left]) / (x[right] - x[left]);
            z[2 * i] = (1 - t) * s.re(order[left]) + t * s.re(order[right]);
            z[2 * i + 1] = (1 - t) * s.im(order[left]) + t * s.im(order[right]);
        }
        return z;
    }
}
