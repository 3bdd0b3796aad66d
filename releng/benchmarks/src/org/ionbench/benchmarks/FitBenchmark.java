// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.benchmarks;

import org.ionbench.analysis.eis.CircuitFit;
import org.ionbench.analysis.eis.CircuitFitter;
import org.ionbench.analysis.eis.Spectrum;
import org.ionbench.analysis.eis.elements.ConstantPhase;
import org.ionbench.analysis.eis.elements.Resistor;
import org.ionbench.analysis.eis.elements.Warburg;
import org.ionbench.api.circuit.Circuit;
import org.ionbench.api.circuit.CircuitCode;
import org.ionbench.api.circuit.Elements;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fits of 1000 spectra of two circuits from good, poor and no guesses: CPU time for each spectrum
 * and the share that comes within 1.01 of the best known chi-square. One argument: the folder that
 * holds {@code a_spectra.csv} and the rest; a second one is the number of repetitions.
 */
public final class FitBenchmark {
    private static final Elements ELEMENTS =
            Elements.of(List.of(new Resistor(), new ConstantPhase(), new Warburg()));

    private FitBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int repetitions = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        System.out.printf(
                Locale.ROOT,
                "%-3s %-6s %12s %12s %11s %8s%n",
                "set",
                "guess",
                "ms/spectrum",
                "spectra/s",
                "converged",
                "starts");
        for (String set : List.of("a", "b")) {
            Circuit circuit =
                    CircuitCode.parse(
                            set.equals("a") ? "R0-p(R1,CPE1)-W1" : "R0-p(R1,CPE1)-p(R2,CPE2)-CPE3",
                            ELEMENTS);
            List<Spectrum> spectra = spectra(folder.resolve(set + "_spectra.csv"));
            double[] best =
                    rows(folder.resolve(set + "_best.csv")).stream()
                            .mapToDouble(r -> r[1])
                            .toArray();
            for (String guess : List.of("good", "poor", "none")) {
                List<CircuitFitter> fitters = new ArrayList<>();
                CircuitFitter plain = CircuitFitter.of(circuit);
                if (guess.equals("none")) {
                    spectra.forEach(s -> fitters.add(plain));
                } else {
                    for (double[] row : rows(folder.resolve(set + "_" + guess + ".csv"))) {
                        fitters.add(plain.withGuess(named(circuit, row)));
                    }
                }
                measure(set, guess, fitters, spectra, best, repetitions);
            }
        }
    }

    private static void measure(
            String set,
            String guess,
            List<CircuitFitter> fitters,
            List<Spectrum> spectra,
            double[] best,
            int repetitions) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] times = new double[repetitions];
        int converged = 0;
        long starts = 0;
        List<Integer> missed = new ArrayList<>();
        for (int r = -2; r < repetitions; r++) {
            converged = 0;
            starts = 0;
            missed.clear();
            long begin = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < best.length; i++) {
                CircuitFit fit = fitters.get(i).fitCircuit(spectra.get(i));
                starts += fit.starts();
                if (fit.chiSquare() <= 1.01 * best[i]) {
                    converged++;
                } else {
                    missed.add(i);
                }
            }
            if (r >= 0) {
                times[r] = (threads.getCurrentThreadCpuTime() - begin) / 1e6 / best.length;
            }
        }
        Arrays.sort(times);
        double time = times[repetitions / 2];
        System.out.printf(
                Locale.ROOT,
                "%-3s %-6s %12.4f %12.0f %10.1f%% %8.2f  %s%n",
                set,
                guess,
                time,
                1000 / time,
                100.0 * converged / best.length,
                (double) starts / best.length,
                missed.isEmpty() ? "" : "missed " + missed.subList(0, Math.min(8, missed.size())));
    }

    private static Map<String, Double> named(Circuit circuit, double[] row) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int j = 0; j < circuit.parameters().size(); j++) {
            values.put(circuit.parameters().get(j).name(), row[j + 1]);
        }
        return values;
    }

    private static List<Spectrum> spectra(Path file) throws IOException {
        List<Spectrum> spectra = new ArrayList<>();
        List<double[]> points = new ArrayList<>();
        for (double[] row : rows(file)) {
            if (!points.isEmpty() && points.getFirst()[0] != row[0]) {
                spectra.add(spectrum(points));
                points.clear();
            }
            points.add(row);
        }
        spectra.add(spectrum(points));
        return spectra;
    }

    private static Spectrum spectrum(List<double[]> points) {
        double[][] columns = new double[3][points.size()];
        for (int i = 0; i < points.size(); i++) {
            for (int c = 0; c < 3; c++) {
                columns[c][i] = points.get(i)[c + 1];
            }
        }
        return Spectrum.of(columns[0], columns[1], columns[2]);
    }

    private static List<double[]> rows(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.skip(1)
                    .map(
                            line ->
                                    Arrays.stream(line.split("[,; ]"))
                                            .mapToDouble(FitBenchmark::number)
                                            .toArray())
                    .toList();
        }
    }

    private static double number(String text) {
        return text.isBlank() ? Double.NaN : Double.parseDouble(text);
    }
}
