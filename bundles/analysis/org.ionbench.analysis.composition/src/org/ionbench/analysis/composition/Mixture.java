// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.composition;

import org.ionbench.api.cell.Sample;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Quantity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Materials mixed without change of volume. Shares by volume v and by mass w follow from each other
 * by the densities rho of the materials:
 *
 * <pre>
 * w_i = v_i rho_i / sum(v_j rho_j)      v_i = (w_i / rho_i) / sum(w_j / rho_j)
 * rho = sum(v_j rho_j) = 1 / sum(w_j / rho_j)
 * </pre>
 */
final class Mixture {
    /** Shares may miss 100 % by this much, which rounded percentages do. */
    private static final double ROUNDING = 0.02;

    private static final double EXACT = 1e-9;

    private final List<String> materials;
    private final List<Quantity> densities;
    private final double[] shares;
    private final boolean byVolume;

    private Mixture(
            List<String> materials, List<Quantity> densities, double[] shares, boolean byVolume) {
        this.materials = materials;
        this.densities = densities;
        this.shares = shares;
        this.byVolume = byVolume;
    }

    /**
     * The mixture a sample is.
     *
     * @param problems takes what was put right
     * @throws AnalysisException if shares of volume and mass are mixed, or are not 100 % together
     */
    static Mixture of(Sample sample, List<Problem> problems) throws AnalysisException {
        List<Sample.Component> components = sample.components();
        List<String> materials = components.stream().map(Sample.Component::material).toList();
        long volumes = components.stream().filter(c -> c.basis().equals("volume")).count();
        if (volumes != 0 && volumes != components.size()) {
            throw new AnalysisException(
                    "The composition of "
                            + sample.name()
                            + " gives some shares by volume and others by mass; give all in vol% or"
                            + " all in mass%.");
        }
        double[] shares = components.stream().mapToDouble(Sample.Component::fraction).toArray();
        double sum = Arrays.stream(shares).sum();
        if (Math.abs(sum - 1) > ROUNDING) {
            throw new AnalysisException(
                    String.format(
                            Locale.ROOT,
                            "The components of %s are %.4g %% together and not 100 %%.",
                            sample.name(),
                            sum * 100));
        }
        if (Math.abs(sum - 1) > EXACT) {
            problems.add(
                    Problem.warning(
                            "composition.sum",
                            String.format(
                                    Locale.ROOT,
                                    "The components are %.4g %% together; their shares were"
                                            + " scaled to 100 %%.",
                                    sum * 100)));
        }
        List<Quantity> densities = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
            densities.add(components.get(i).density().orElseThrow());
        }
        return new Mixture(materials, densities, shares, volumes != 0);
    }

    List<String> materials() {
        return materials;
    }

    /** Densities of the materials, as the uncertain arguments of what is computed. */
    List<Quantity> densities() {
        return densities;
    }

    /** Shares by volume for densities in kg/m3. */
    double[] volumeFractions(double[] rho) {
        return byVolume ? shares.clone() : scaled(i -> shares[i] / rho[i]);
    }

    /** Shares by mass for densities in kg/m3. */
    double[] massFractions(double[] rho) {
        return byVolume ? scaled(i -> shares[i] * rho[i]) : shares.clone();
    }

    /** Density without pores in kg/m3 for densities of the materials. */
    double density(double[] rho) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += byVolume ? shares[i] * rho[i] : shares[i] / rho[i];
        }
        return byVolume ? sum : 1 / sum;
    }

    private double[] scaled(ToDoubleFunction<Integer> part) {
        double[] parts = new double[shares.length];
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = part.applyAsDouble(i);
            sum += parts[i];
        }
        for (int i = 0; i < parts.length; i++) {
            parts[i] /= sum;
        }
        return parts;
    }
}
