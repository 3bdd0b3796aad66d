// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.fitting;

import org.ionbench.analysis.eis.CircuitFit;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.report.DataTable;

import java.util.ArrayList;
import java.util.List;

/** How the resistance of the electrolyte is told in a report. */
final class Resistances {
    private static final double UNLIKE_NOISE = 0.35;

    private Resistances() {}

    static DataTable table(ElectrolyteResistance r) {
        List<List<Object>> rows = new ArrayList<>();
        for (ElectrolyteResistance.Model m : r.models()) {
            rows.add(
                    List.of(
                            m.circuit(),
                            m.resistance(),
                            m.error(),
                            m.criterion(),
                            m.share(),
                            m.verdict().isEmpty() ? "counted" : m.verdict()));
        }
        return new DataTable(
                "Total resistance by circuit",
                List.of(
                        "Circuit",
                        "Total resistance / ohm",
                        "Standard error / ohm",
                        "BIC",
                        "Weight",
                        "Verdict"),
                rows);
    }

    static String text(ElectrolyteResistance r) {
        return "The total resistance of the electrolyte is "
                + NumberText.of(r.value(), "ohm")
                + " with a standard uncertainty of "
                + NumberText.of(r.error(), "ohm")
                + ". It is the average over circuits with no, one and two arcs before the"
                + " blocking tail, weighted by exp(-BIC/2), and its uncertainty holds their"
                + " spread; the best of them is "
                + r.best().circuit()
                + ".";
    }

    static List<Problem> problems(ElectrolyteResistance r, CircuitFit fit) {
        List<Problem> problems = new ArrayList<>();
        if (r.residualCorrelation() > UNLIKE_NOISE) {
            problems.add(
                    Problem.warning(
                                    "eis.resistance.misfit",
                                    "No circuit tried describes the spectrum within its noise, so"
                                            + " the uncertainty of the resistance was widened.")
                            .mend("Narrow the frequency window, or take another circuit."));
        }
        double own = 0;
        for (int j = 0; j < fit.parameters().size(); j++) {
            if (fit.parameters().get(j).leaf().element().symbol().equals("R")) {
                own += fit.solution().value(j);
            }
        }
        double off = own / r.value() - 1;
        if (own > 0 && Math.abs(off) > 0.01 && Math.abs(own - r.value()) > 3 * r.error()) {
            problems.add(
                    Problem.warning(
                                    "eis.resistance.differs",
                                    "The resistances of "
                                            + fit.circuit().code()
                                            + " add up to "
                                            + NumberText.of(own, "ohm")
                                            + ", which is not the resistance of the"
                                            + " electrolyte, "
                                            + NumberText.of(r.value(), "ohm")
                                            + ": "
                                            + (fit.residualCorrelation() > UNLIKE_NOISE
                                                    ? "the circuit does not describe the spectrum."
                                                    : "the spectrum does not determine them."))
                            .with(own, r.value()));
        }
        return problems;
    }
}
