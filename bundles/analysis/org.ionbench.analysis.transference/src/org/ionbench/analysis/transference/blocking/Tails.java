// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference.blocking;

import org.ionbench.analysis.transference.Polarisation;
import org.ionbench.analysis.transference.Tail;
import org.ionbench.api.analysis.Window;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.report.DataTable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The current at rest by every method, so that it is seen how much hangs on the choice. */
final class Tails {
    private Tails() {}

    /**
     * By the chosen method in the chosen window, and by the others in windows of their own.
     *
     * @throws AnalysisException if the chosen one gives nothing
     */
    static Map<Tail.Method, Tail> all(
            Polarisation p, Tail.Method chosen, Window window, BooleanSupplier cancelled)
            throws AnalysisException {
        Map<Tail.Method, Tail> all = new EnumMap<>(Tail.Method.class);
        for (Tail.Method method : Tail.Method.values()) {
            try {
                Window of = method == Tail.Method.MEAN && chosen != method ? Window.ALL : window;
                all.put(method, Tail.of(p, method, of, cancelled));
            } catch (AnalysisException e) {
                if (method == chosen) {
                    throw e;
                }
            }
        }
        return all;
    }

    static DataTable table(
            Map<Tail.Method, Tail> tails, Tail.Method chosen, double initial, double offset) {
        List<List<Object>> rows = new ArrayList<>();
        for (Tail t : tails.values()) {
            rows.add(
                    List.of(
                            t.method().text() + (t.method() == chosen ? ", taken" : ""),
                            t.window().low(),
                            t.window().high(),
                            (t.current() - offset) * 1e9,
                            t.error() * 1e9,
                            t.reducedChiSquare(),
                            Double.isNaN(t.exponent()) ? "" : (Object) t.exponent(),
                            (t.current() - offset) / initial));
        }
        return new DataTable(
                "Currents at rest",
                List.of(
                        "method",
                        "from / s",
                        "to / s",
                        "I_\u221e / nA",
                        "u(I_\u221e) / nA",
                        "reduced chi-square",
                        "exponent",
                        "I_\u221e/I_0"),
                rows);
    }
}
