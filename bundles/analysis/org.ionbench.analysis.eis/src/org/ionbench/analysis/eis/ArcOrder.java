// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis;

import org.ionbench.api.circuit.Circuit;
import org.ionbench.api.circuit.CircuitEvaluator;
import org.ionbench.api.circuit.CircuitParameter;
import org.ionbench.api.circuit.FrequencyGrid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts parts of one kind in series into the order of their time constants, the fastest first: two
 * arcs p(R1,CPE1)-p(R2,CPE2) describe the same impedance when they change places, so without a
 * guess of the user the order would be left to chance.
 */
final class ArcOrder {
    private ArcOrder() {}

    static double[] sorted(
            Circuit circuit,
            List<CircuitParameter> list,
            double[] values,
            boolean[] vary,
            Spectrum spectrum) {
        if (!(circuit instanceof Circuit.Series series)) {
            return values;
        }
        Map<String, List<int[]>> kinds = new LinkedHashMap<>();
        List<Circuit> parts = series.parts();
        int next = 0;
        for (int k = 0; k < parts.size(); k++) {
            int end = next + parts.get(k).parameters().size();
            boolean free = true;
            for (int j = next; j < end; j++) {
                free &= vary[j] || list.get(j).spec().fixed();
            }
            if (free) {
                kinds.computeIfAbsent(kind(parts.get(k)), x -> new ArrayList<>())
                        .add(new int[] {next, end, k});
            }
            next = end;
        }
        double[] result = values.clone();
        for (List<int[]> same : kinds.values()) {
            if (same.size() < 2) {
                continue;
            }
            List<int[]> order = new ArrayList<>(same);
            order.sort(
                    Comparator.comparingDouble(
                            part ->
                                    -frequency(
                                            parts.get(part[2]),
                                            Arrays.copyOfRange(values, part[0], part[1]),
                                            spectrum)));
            for (int i = 0; i < same.size(); i++) {
                System.arraycopy(
                        values,
                        order.get(i)[0],
                        result,
                        same.get(i)[0],
                        same.get(i)[1] - same.get(i)[0]);
            }
        }
        return result;
    }

    private static String kind(Circuit part) {
        return part.code().replaceAll("[0-9]+", "");
    }

    /** ln omega at the centre of the part's imaginary impedance, far beyond the window. */
    private static double frequency(Circuit part, double[] p, Spectrum s) {
        double low = Math.log10(s.lowestFrequency()) - 6;
        double high = Math.log10(s.highestFrequency()) + 6;
        int n = 10 * (int) Math.ceil(high - low) + 1;
        double[] f = new double[n];
        for (int i = 0; i < n; i++) {
            f[i] = Math.pow(10, low + (high - low) * i / (n - 1));
        }
        FrequencyGrid grid = FrequencyGrid.of(f);
        double[] z = CircuitEvaluator.of(part, grid).impedance(p);
        double sum = 0;
        double moment = 0;
        for (int i = 0; i < n; i++) {
            double weight = Math.abs(z[2 * i + 1]);
            sum += weight;
            moment += weight * grid.logOmega()[i];
        }
        double centre = moment / sum;
        return Double.isFinite(centre) ? centre : 0;
    }
}
