// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output.html;

import org.ionbench.engine.output.Markup;
import org.ionbench.engine.runs.RunResult;
import org.ionbench.engine.session.Origins;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the numbers come from: raw files with their hashes, importers, analyses. */
final class Provenance {
    private final ReportFrame frame;
    private final Parts parts;
    private final Markup page;
    private final List<RunResult> results;

    Provenance(ReportFrame frame, Parts parts, Markup page, List<RunResult> results) {
        this.frame = frame;
        this.parts = parts;
        this.page = page;
        this.results = results;
    }

    void write() {
        page.open("section", "id", "provenance").element("h2", "Provenance").line();
        if (!frame.program().isEmpty()) {
            page.element("p", "Computed by " + frame.program() + ".").line();
        }
        analyses();
        rawFiles();
        page.close().line();
    }

    private void analyses() {
        record Tool(String id, String name, String version, int revision) {}
        Map<Tool, Integer> tools = new LinkedHashMap<>();
        for (RunResult r : results) {
            tools.merge(
                    new Tool(r.analysis(), r.analysisName(), r.version(), r.revision()),
                    1,
                    Integer::sum);
        }
        parts.openTable().element("caption", "Analyses");
        parts.head(List.of("Analysis", "Id", "Version", "Revision", "Runs"));
        page.open("tbody");
        tools.forEach(
                (t, count) -> {
                    page.open("tr");
                    parts.cell(t.name);
                    page.open("td").element("code", t.id).close();
                    parts.cell(t.version.isEmpty() ? "not installed" : t.version);
                    parts.number(Integer.toString(t.revision));
                    parts.number(Integer.toString(count));
                    page.close().line();
                });
        page.close();
        parts.closeTable();
    }

    private void rawFiles() {
        Set<RunResult.Input> inputs = new LinkedHashSet<>();
        results.forEach(r -> inputs.addAll(r.inputs()));
        if (inputs.isEmpty()) {
            return;
        }
        parts.openTable().element("caption", "Raw files");
        parts.head(List.of("Recording", "File", "SHA-256", "Importer"));
        page.open("tbody");
        inputs.forEach(
                i ->
                        Origins.files(i.rawFile(), i.sha256())
                                .forEach((file, hash) -> rawFile(i, file, hash)));
        page.close();
        parts.closeTable();
    }

    private void rawFile(RunResult.Input input, String file, String hash) {
        page.open("tr");
        parts.cell(input.recording());
        parts.cell(file);
        page.element("td", hash, "class", "hash");
        page.open("td").element("code", input.importer()).close();
        page.close().line();
    }
}
