// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.onset;

import org.ionbench.analysis.stability.Conditions;
import org.ionbench.analysis.stability.Voltammogram;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.Report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The potentials at which an electrolyte begins to be oxidised and reduced, from a cyclic or linear
 * scan, and the window between them.
 *
 * <p>An onset is a convention: it depends on the scan rate, on the area that carbon adds, on
 * temperature, and on how it is read. So all {@linkplain Method methods} are computed, one is the
 * result, and the report shows how far they lie apart and how each moves when the windows it was
 * read from are shifted. The uncertainty has two contributions, that of the scatter of the current
 * and that of the choice of the windows.
 */
public final class OnsetAnalysis implements Analysis<OnsetSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.stability.onset";

    /** Name of the results. */
    public static final String ONSET = "onset potential";

    private static final String FIT = "org.ionbench.analysis.eis.fit";

    @Override
    public Class<OnsetSettings> settings() {
        return OnsetSettings.class;
    }

    @Override
    public Need need() {
        return Need.eachRecording(Technique.CV, Technique.LSV).with(FIT);
    }

    @Override
    public List<String> references() {
        return List.of(
                "Hehn et al. 2025, ACS Appl. Mater. Interfaces 17, 33824, doi"
                        + " 10.1021/acsami.5c01939",
                "Mery et al. 2021, Materials 14, 3840, doi 10.3390/ma14143840");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        return Voltammogram.obstacle(inputs);
    }

    @Override
    public Report run(Context context, OnsetSettings settings) throws AnalysisException {
        Optional<String> obstacle = obstacle(context.inputs());
        if (obstacle.isPresent()) {
            throw new AnalysisException(obstacle.get());
        }
        Recording recording = context.inputs().recordings().getFirst();
        context.progress().task("Onset of " + recording.name(), 0);
        context.progress().checkCancelled();
        List<Problem> problems = new ArrayList<>();
        Conditions conditions = conditions(context.inputs(), settings, problems);
        Voltammogram scan = Voltammogram.of(recording, settings.cycles(), conditions.area());
        Drop drop = Drop.of(context.inputs(), settings, problems);
        Search search =
                new Search(scan, settings, conditions, drop.ohms(), levels(settings, conditions));
        int cycle =
                settings.cycle() == 0
                        ? scan.cycles().getFirst()
                        : scan.cycleNumbered(settings.cycle());
        Optional<Side> oxidation = search.side(cycle, true);
        context.progress().checkCancelled();
        Optional<Side> reduction = search.side(cycle, false);
        OnsetFindings findings =
                new OnsetFindings(context, conditions, search, drop, cycle, problems);
        return findings.report(oxidation, reduction);
    }

    private static Conditions conditions(Inputs inputs, OnsetSettings s, List<Problem> problems)
            throws AnalysisException {
        double pH = Double.NaN;
        if (!s.acidity().isBlank()) {
            try {
                pH = Double.parseDouble(s.acidity().strip());
            } catch (NumberFormatException e) {
                throw new AnalysisException(
                        "setting acidity takes a pH, not \"" + s.acidity() + "\"", e);
            }
        }
        return Conditions.of(
                inputs, s.measuredAgainst(), s.reportAgainst(), s.offset(), pH, s.area(), problems);
    }

    private static Reading.Levels levels(OnsetSettings s, Conditions conditions)
            throws AnalysisException {
        List<Reading.Level> levels = new ArrayList<>();
        Optional<Double> area = conditions.area().map(Quantity::si);
        for (String part : s.thresholds().split("[,;]")) {
            if (part.isBlank()) {
                continue;
            }
            double density;
            try {
                density = Double.parseDouble(part.strip()) * 1e-2;
            } catch (NumberFormatException e) {
                throw thresholds(part, Optional.of(e));
            }
            if (!(density > 0) || Double.isInfinite(density)) {
                throw thresholds(part, Optional.empty());
            }
            area.ifPresent(a -> levels.add(new Reading.Level(density, density * a)));
        }
        // 1 uAh/cm2 is 36 C/m2
        double charge = area.map(a -> s.charge() * 36 * a).orElse(Double.NaN);
        return new Reading.Levels(levels, s.sigmas(), charge);
    }

    private static AnalysisException thresholds(String part, Optional<Exception> cause) {
        String sentence =
                "setting thresholds takes current densities in uA/cm2 parted by commas, not \""
                        + part.strip()
                        + "\"";
        return cause.isPresent()
                ? new AnalysisException(sentence, cause.get())
                : new AnalysisException(sentence);
    }
}
