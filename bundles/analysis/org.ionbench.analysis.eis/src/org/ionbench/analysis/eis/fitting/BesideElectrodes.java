// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.fitting;

import org.ionbench.analysis.eis.CircuitFit;
import org.ionbench.api.circuit.CircuitParameter;
import org.ionbench.numerics.leastsquares.Covariance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The resistance of an electrolyte in a cell whose electrodes show an arc of their own, as lithium
 * or a composite does: the resistances of the user's circuit without those of the electrodes.
 *
 * <p>An arc is an electrode's if the fit determines its resistance to 5 %, its apex lies within the
 * frequency window and its capacitance is none of an electrolyte ({@link
 * ElectrolyteResistance#limit}). What is averaged over circuits of an electrolyte alone would count
 * such an arc in part.
 *
 * @param value in ohm
 * @param error standard error of it
 * @param counted names of the resistances in the sum
 * @param electrodes codes of the arcs that were left out
 */
record BesideElectrodes(double value, double error, List<String> counted, List<String> electrodes) {
    private static final double DETERMINED = 0.05;

    /**
     * Looks for arcs of electrodes.
     *
     * @param areaOverThickness A/L of the cell in m, or NaN
     * @return empty if the circuit has no such arc, or nothing is left beside them
     */
    static Optional<BesideElectrodes> of(CircuitFit fit, double areaOverThickness) {
        double limit = ElectrolyteResistance.limit(areaOverThickness);
        Covariance covariance = fit.covariance();
        double[] p = fit.values();
        boolean[] left = new boolean[p.length];
        List<String> electrodes = new ArrayList<>();
        for (Arc arc : Arc.of(fit.circuit())) {
            double[] own = new double[p.length];
            own[arc.r()] = 1;
            double f = arc.frequency(p);
            boolean seen =
                    fit.spectrum().lowestFrequency() <= f && f <= fit.spectrum().highestFrequency();
            if (seen
                    && arc.capacitance(p) > limit
                    && covariance.standardErrorOf(own) < DETERMINED * p[arc.r()]) {
                left[arc.r()] = true;
                electrodes.add(arc.code());
            }
        }
        double[] sum = new double[p.length];
        double value = 0;
        List<String> counted = new ArrayList<>();
        List<CircuitParameter> parameters = fit.parameters();
        for (int j = 0; j < p.length; j++) {
            if (parameters.get(j).leaf().element().symbol().equals("R") && !left[j]) {
                sum[j] = 1;
                value += p[j];
                counted.add(parameters.get(j).name());
            }
        }
        double error = covariance.standardErrorOf(sum);
        return electrodes.isEmpty() || !(error < DETERMINED * value)
                ? Optional.empty()
                : Optional.of(new BesideElectrodes(value, error, counted, electrodes));
    }

    /** What was done, as a sentence. */
    String text() {
        return "The resistance of the electrolyte is "
                + String.join(" + ", counted)
                + " of the fit; "
                + String.join(" and ", electrodes)
                + (electrodes.size() == 1 ? " has the capacitance" : " have the capacitances")
                + " of an electrode and is not counted.";
    }
}
