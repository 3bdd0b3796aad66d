// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.consistency;

import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.problem.Severity;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether the numbers of a project can be true together: mass x fraction x reference capacity x
 * area x rate x current, mass x thickness x density, temperatures, references, areas, activation
 * energies x conductivities. Every number is allowed its rounding, as it was written, and its
 * uncertainty; so what is said is a contradiction and no pedantry.
 */
public final class ConsistencyAnalysis implements Analysis<ConsistencySettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.consistency";

    private static final List<Check> CHECKS =
            List.of(
                    new CapacityCheck(),
                    new GeometryCheck(),
                    new ConditionsCheck(),
                    new ActivationCheck());

    @Override
    public Class<ConsistencySettings> settings() {
        return ConsistencySettings.class;
    }

    @Override
    public Need need() {
        return Need.project(
                "org.ionbench.analysis.eis.conductivity", "org.ionbench.analysis.eis.arrhenius");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        return inputs.cells().isEmpty()
                ? Optional.of("There is no cell to check: a project with cells is needed.")
                : Optional.empty();
    }

    @Override
    public Report run(Context context, ConsistencySettings settings) throws AnalysisException {
        Optional<String> obstacle = obstacle(context.inputs());
        if (obstacle.isPresent()) {
            throw new AnalysisException(obstacle.get());
        }
        List<Subject> subjects = Subject.of(context.inputs());
        List<Problem> problems = new ArrayList<>();
        for (Check check : CHECKS) {
            context.progress().checkCancelled();
            problems.addAll(check.of(subjects, settings.tolerance() / 100));
        }
        problems.removeIf(p -> p.severity() == Severity.INFO && !settings.notes());
        problems.sort(Comparator.comparing(Problem::severity).reversed());
        long contradictions = problems.stream().filter(p -> p.severity() != Severity.INFO).count();
        Report.Builder report = Report.builder();
        report.quantity(Quantity.of("contradictions", "", contradictions, Unit.ONE));
        report.table(table(subjects));
        report.text(
                "Checked were "
                        + subjects.size()
                        + (subjects.size() == 1 ? " cell with " : " cells with ")
                        + (context.inputs().recordings().size() == 1
                                ? "one recording"
                                : context.inputs().recordings().size() + " recordings")
                        + ": capacities and currents, geometry and density, temperatures"
                        + " and references, activation energies and conductivities. "
                        + (contradictions == 0
                                ? "No contradiction was found."
                                : contradictions == 1
                                        ? "One contradiction was found."
                                        : contradictions + " contradictions were found."));
        problems.forEach(report::problem);
        return report.build();
    }

    /** What follows from what was entered. */
    private static DataTable table(List<Subject> subjects) {
        List<List<Object>> rows = new ArrayList<>();
        for (Subject s : subjects) {
            CapacityCheck.Chain chain = new CapacityCheck.Chain(s, 0);
            boolean isPellet = s.quantity(Cell.ACTIVE_FRACTION).isEmpty();
            rows.add(
                    List.of(
                            s.name(),
                            cell(s.cell().area().map(a -> a.si() * 1e4)),
                            cell(
                                    isPellet
                                            ? GeometryCheck.relativeDensity(s)
                                                    .map(r -> 100 * r.value())
                                            : Optional.empty()),
                            cell(chain.absolute().map(r -> Unit.of("mAh").fromSi(r.value()))),
                            cell(chain.areal().map(r -> Unit.of("mAh/cm2").fromSi(r.value()))),
                            cell(
                                    chain.areal()
                                            .map(r -> Unit.of("uA/cm2").fromSi(r.value() / 36000))),
                            cell(chain.usualCurrent().map(i -> i * 1e6)),
                            rate(chain)));
        }
        return new DataTable(
                "What follows from what was entered",
                List.of(
                        "cell",
                        "area / cm2",
                        "relative density / %",
                        "capacity / mAh",
                        "areal capacity / mAh/cm2",
                        "C/10 / uA/cm2",
                        "usual current / uA",
                        "its rate"),
                rows);
    }

    /** The usual current as a C-rate: {@code "C/10.1"}, {@code "2.0C"}. */
    private static String rate(CapacityCheck.Chain chain) {
        Optional<Double> current = chain.usualCurrent();
        if (current.isEmpty() || chain.absolute().isEmpty()) {
            return "";
        }
        double rate = current.get() * 3600 / chain.absolute().get().value();
        return rate < 1 ? "C/" + Texts.number(1 / rate, 3) : Texts.number(rate, 3) + "C";
    }

    private static Object cell(Optional<Double> value) {
        return value.isPresent() ? (Object) value.get() : "";
    }
}
