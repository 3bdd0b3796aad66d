// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.plotting;

import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plots of one kind from several runs laid over each other, each run with a colour of its own. */
public final class Overlay {

    /**
     * A plot and what it is called in the legend.
     *
     * @param name of the run, sample or temperature
     */
    public record Named(String name, Plot plot) {}

    private Overlay() {}

    /** One plot for each pair of axes that two or more of the plots share. */
    public static List<Plot> of(String title, List<Named> plots) {
        Map<List<Axis>, List<Named>> byAxes = new LinkedHashMap<>();
        for (Named n : plots) {
            byAxes.computeIfAbsent(List.of(n.plot.x(), n.plot.y()), k -> new ArrayList<>()).add(n);
        }
        return byAxes.values().stream()
                .filter(alike -> alike.size() > 1)
                .map(alike -> combined(title, alike))
                .toList();
    }

    private static Plot combined(String title, List<Named> plots) {
        List<Series> series = new ArrayList<>();
        for (int group = 0; group < plots.size(); group++) {
            List<Series> own = plots.get(group).plot.series();
            // the legend names what was measured, and a fit where there is nothing else
            String name = plots.get(group).name;
            boolean measured =
                    own.stream()
                            .anyMatch(
                                    s ->
                                            s.role() == Series.Role.MEASURED
                                                    || s.role() == Series.Role.CURVE);
            for (Series s : own) {
                switch (s.role()) {
                    case MEASURED, CURVE -> series.add(as(s, name, group));
                    case FIT -> {
                        series.add(as(s, measured ? "" : name, group));
                        measured = true;
                    }
                    case BAND, EXCLUDED -> {
                        // would hide the others
                    }
                }
            }
        }
        Plot first = plots.getFirst().plot;
        return new Plot(
                first.id() + "-overlay", title, first.x(), first.y(), series, first.equalAspect());
    }

    private static Series as(Series s, String name, int group) {
        return new Series(
                name,
                s.role(),
                group,
                s.points(),
                s.upper(),
                s.errors(),
                s.rows(),
                s.labels(),
                s.labelName());
    }
}
