// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output.html;

import org.ionbench.api.table.Table;
import org.ionbench.engine.figures.Figure;
import org.ionbench.engine.output.PublishedValue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a report is told besides the results. */
record ReportFrame(
        String title,
        String banner,
        Optional<LocalDate> date,
        String program,
        List<PublishedValue> published,
        List<Figure> figures,
        Function<String, Optional<Table>> tables) {

    ReportFrame {
        published = List.copyOf(published);
        figures = List.copyOf(figures);
    }

    ReportFrame withDate(LocalDate d) {
        return new ReportFrame(title, banner, Optional.of(d), program, published, figures, tables);
    }

    ReportFrame withBanner(String text) {
        return new ReportFrame(title, text, date, program, published, figures, tables);
    }

    ReportFrame withProgram(String text) {
        return new ReportFrame(title, banner, date, text, published, figures, tables);
    }

    ReportFrame withPublished(List<PublishedValue> values) {
        return new ReportFrame(title, banner, date, program, values, figures, tables);
    }

    ReportFrame withFigures(List<Figure> all) {
        return new ReportFrame(title, banner, date, program, published, all, tables);
    }

    ReportFrame withTables(Function<String, Optional<Table>> byRecording) {
        return new ReportFrame(title, banner, date, program, published, figures, byRecording);
    }
}
