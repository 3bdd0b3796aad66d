// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.analysis.Setting;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Small analyses whose results are known by heart: a factor times the rows of the recordings, plus
 * what the reports upstream say.
 */
final class Toys {

    record Factor(
            @Setting(label = "Factor", value = "1", min = -1e6, max = 1e6) double factor,
            @Setting(label = "Mood", value = "fine") String mood) {}

    /** Acts for the duration of a run. */
    interface Act {
        void act(Context context, Factor settings) throws AnalysisException;
    }

    /** Sums up; the act may wait, fail or throw. */
    static final class Sum implements Analysis<Factor> {
        private final Need need;
        private final Act act;

        Sum(Need need, Act act) {
            this.need = need;
            this.act = act;
        }

        Sum(Need need) {
            this(need, Toys::fine);
        }

        @Override
        public Class<Factor> settings() {
            return Factor.class;
        }

        @Override
        public Need need() {
            return need;
        }

        @Override
        public Optional<String> obstacle(Inputs inputs) {
            return Optional.empty();
        }

        @Override
        public Report run(Context context, Factor settings) throws AnalysisException {
            act.act(context, settings);
            double sum = 0;
            for (var r : context.inputs().recordings()) {
                sum += settings.factor() * r.table().rows();
            }
            for (var u : context.inputs().upstream()) {
                sum += settings.factor() * u.report().quantities().getFirst().value();
            }
            return Report.builder().quantity(Quantity.of("sum", "S", sum, Unit.ONE)).build();
        }

        /** Revision 2 calls {@code factor} what revision 1 called {@code times}. */
        @Override
        public Map<String, String> migrate(Map<String, String> stored, int fromRevision) {
            Map<String, String> all = new HashMap<>(stored);
            String old = all.remove("times");
            if (old != null) {
                all.put("factor", old);
            }
            return all;
        }

        @Override
        public List<String> references() {
            return List.of();
        }
    }

    private Toys() {}

    static void fine(Context context, Factor settings) throws AnalysisException {
        context.progress().checkCancelled();
        switch (settings.mood()) {
            case "sad" -> throw new AnalysisException("It is in no mood.");
            case "broken" -> throw new IllegalStateException("bug");
            default -> context.progress().done(0);
        }
    }
}
