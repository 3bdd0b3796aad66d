// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output.html;

import org.ionbench.api.table.Table;
import org.ionbench.engine.figures.Figure;
import org.ionbench.engine.output.CsvTables;
import org.ionbench.engine.output.PublishedValue;
import org.ionbench.engine.runs.RunResult;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The report of a project: one HTML file that needs no network and no scripts, each figure as SVG
 * and each table as CSV beside it.
 *
 * <pre>
 * report/index.html              everything, figures included
 *        quantities.csv          every quantity with uncertainty, interval, conditions, published value
 *        parameters.csv          every fit parameter
 *        figures/*.svg           each figure, for a white page
 *        tables/*.csv            each table
 * </pre>
 *
 * <p>The same results give the same bytes; the date is whatever the caller says. Immutable:
 *
 * <pre>{@code
 * Path index = HtmlReport.titled("Composite electrolyte")
 *         .dated(date)
 *         .published(values)
 *         .banner("Synthetic data")
 *         .write(folder, results);
 * }</pre>
 */
public final class HtmlReport {
    private final ReportFrame frame;

    private HtmlReport(ReportFrame frame) {
        this.frame = frame;
    }

    /** A report with a title and nothing else yet. */
    public static HtmlReport titled(String title) {
        return new HtmlReport(
                new ReportFrame(
                        title,
                        "",
                        Optional.empty(),
                        "",
                        List.of(),
                        List.of(),
                        recording -> Optional.empty()));
    }

    /** The day the report is from. */
    public HtmlReport dated(LocalDate date) {
        return new HtmlReport(frame.withDate(date));
    }

    /**
     * A sentence that stands out above everything, such as that the data are synthetic; figures and
     * numbers that leave the page take it along.
     */
    public HtmlReport banner(String text) {
        return new HtmlReport(frame.withBanner(text));
    }

    /** Name and version of the program, for the provenance. */
    public HtmlReport program(String text) {
        return new HtmlReport(frame.withProgram(text));
    }

    /** Values from the literature, printed beside the results they belong to. */
    public HtmlReport published(List<PublishedValue> values) {
        return new HtmlReport(frame.withPublished(values));
    }

    /** Figures over several runs, shown before the cells. */
    public HtmlReport figures(List<Figure> figures) {
        return new HtmlReport(frame.withFigures(figures));
    }

    /** The table of a recording by its id, for plots whose points are columns of a recording. */
    public HtmlReport tables(Function<String, Optional<Table>> tables) {
        return new HtmlReport(frame.withTables(tables));
    }

    /**
     * Writes the report; files of an earlier one with the same names are replaced.
     *
     * @return the HTML file
     */
    public Path write(Path folder, List<RunResult> results) throws IOException {
        ReportFolder files = new ReportFolder();
        files.put(
                "quantities.csv", CsvTables.quantities(results, frame.published(), frame.banner()));
        files.put("parameters.csv", CsvTables.parameters(results, frame.banner()));
        files.put("index.html", new ReportPage(frame, files, results).html());
        files.write(folder);
        return folder.resolve("index.html");
    }
}
