// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.explorer;

import org.ionbench.engine.session.Outline;
import org.ionbench.engine.session.Outline.CellItem;
import org.ionbench.engine.session.Outline.RecordingItem;
import org.ionbench.engine.session.Outline.RunItem;
import org.ionbench.engine.session.Outline.SampleItem;
import org.ionbench.model.Figure;
import org.ionbench.ui.internal.explorer.Node.Kind;
import org.ionbench.ui.internal.projects.OpenProject;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Makes the tree of one project. A run that rests on one recording hangs below it; one that rests
 * on several stands beside the recordings of its cell.
 */
final class ProjectTree {
    private final OpenProject project;
    private final Outline outline;
    private final Map<String, Set<String>> readBy = new HashMap<>();
    private final Map<String, RunItem> runs = new HashMap<>();

    private ProjectTree(OpenProject project) {
        this.project = project;
        outline = project.session().outline();
        outline.runs().forEach(r -> runs.put(r.id(), r));
        outline.runs().forEach(r -> readBy.put(r.id(), recordings(r, new HashSet<>())));
    }

    static Node of(OpenProject project, Grouping grouping) {
        ProjectTree tree = new ProjectTree(project);
        Node root = Node.root(project);
        switch (grouping) {
            case CELL -> tree.byCell(root);
            case SAMPLE -> tree.bySample(root);
            case TECHNIQUE -> tree.byTechnique(root);
            case DATE -> tree.byDate(root);
        }
        tree.figures(root);
        return root;
    }

    // ---- the four groupings

    private void byCell(Node root) {
        samples(root);
        if (!outline.cells().isEmpty()) {
            Node cells = group(root, "Cells");
            outline.cells().forEach(c -> cell(cells, c));
        }
        unassigned(root);
    }

    private void bySample(Node root) {
        for (SampleItem sample : outline.samples()) {
            Node node = sample(root, sample);
            outline.cells().stream()
                    .filter(c -> c.sample().equals(Optional.of(sample.id())))
                    .forEach(c -> cell(node, c));
        }
        List<CellItem> without =
                outline.cells().stream().filter(c -> c.sample().isEmpty()).toList();
        if (!without.isEmpty()) {
            Node cells = group(root, "Cells without a sample");
            without.forEach(c -> cell(cells, c));
        }
        unassigned(root);
    }

    private void byTechnique(Node root) {
        grouped(root, r -> Words.technique(r.technique()));
    }

    private void byDate(Node root) {
        Map<String, String> day = new HashMap<>();
        project.session()
                .project()
                .getRecordings()
                .forEach(
                        r ->
                                day.put(
                                        r.getId(),
                                        r.getStart().length() < 10
                                                ? "No date in the file"
                                                : r.getStart().substring(0, 10)));
        grouped(root, r -> day.getOrDefault(r.id(), ""));
    }

    private void grouped(Node root, Function<RecordingItem, String> by) {
        samples(root);
        if (!outline.cells().isEmpty()) {
            Node cells = group(root, "Cells");
            for (CellItem c : outline.cells()) {
                Node node = cells.add(Kind.CELL, c.id(), c.name(), sampleName(c), "cell");
                runsOf(c).forEach(r -> run(node, r));
            }
        }
        Map<String, List<RecordingItem>> groups = new TreeMap<>();
        outline.recordings()
                .forEach(
                        r ->
                                groups.merge(
                                        by.apply(r),
                                        List.of(r),
                                        (a, b) -> {
                                            List<RecordingItem> all = new java.util.ArrayList<>(a);
                                            all.addAll(b);
                                            return all;
                                        }));
        groups.forEach(
                (title, members) -> {
                    Node node = group(root, title);
                    members.forEach(r -> recording(node, r, cellName(r) + Words.recording(r)));
                });
        outline.runs().stream()
                .filter(r -> !isBelowRecording(r) && r.cell().isEmpty())
                .forEach(r -> run(root, r));
    }

    // ---- parts

    private static Node group(Node parent, String title) {
        return parent.add(Kind.GROUP, title, title, "", "group");
    }

    private void figures(Node root) {
        List<Figure> figures = project.session().project().getFigures();
        if (!figures.isEmpty()) {
            Node node = group(root, "Figures");
            figures.forEach(f -> node.add(Kind.FIGURE, f.getId(), f.getName(), "", "figure"));
        }
    }

    private void samples(Node root) {
        if (!outline.samples().isEmpty()) {
            Node node = group(root, "Samples");
            outline.samples().forEach(s -> sample(node, s));
        }
    }

    private static Node sample(Node parent, SampleItem s) {
        return parent.add(Kind.SAMPLE, s.id(), s.name(), s.batch(), "sample");
    }

    private void cell(Node parent, CellItem c) {
        Node node = parent.add(Kind.CELL, c.id(), c.name(), sampleName(c), "cell");
        outline.recordings().stream()
                .filter(r -> r.cell().equals(Optional.of(c.id())))
                .forEach(r -> recording(node, r));
        runsOf(c).forEach(r -> run(node, r));
    }

    private List<RunItem> runsOf(CellItem c) {
        return outline.runs().stream()
                .filter(r -> !isBelowRecording(r) && r.cell().equals(Optional.of(c.id())))
                .toList();
    }

    private void unassigned(Node root) {
        List<RecordingItem> without =
                outline.recordings().stream().filter(r -> r.cell().isEmpty()).toList();
        if (!without.isEmpty()) {
            Node node = group(root, "Recordings of no cell");
            without.forEach(r -> recording(node, r));
        }
        outline.runs().stream()
                .filter(r -> !isBelowRecording(r) && r.cell().isEmpty())
                .forEach(r -> run(root, r));
    }

    private void recording(Node parent, RecordingItem r) {
        recording(parent, r, Words.recording(r));
    }

    private void recording(Node parent, RecordingItem r, String detail) {
        Node node =
                parent.add(
                                Kind.RECORDING,
                                r.id(),
                                r.name(),
                                detail,
                                Words.recordingIcon(r.technique()))
                        .led(r.temperature().map(Words::celsius).orElse(""));
        outline.runs().stream()
                .filter(run -> readBy.get(run.id()).equals(Set.of(r.id())))
                .forEach(run -> run(node, run));
    }

    private void run(Node parent, RunItem r) {
        parent.add(Kind.RUN, r.id(), r.label(), "", Words.runIcon(r.analysis()));
    }

    private boolean isBelowRecording(RunItem r) {
        Set<String> read = readBy.get(r.id());
        return read.size() == 1
                && outline.recordings().stream().anyMatch(x -> read.contains(x.id()));
    }

    private String cellName(RecordingItem r) {
        return outline.cells().stream()
                .filter(c -> r.cell().equals(Optional.of(c.id())))
                .map(c -> c.name() + ", ")
                .findFirst()
                .orElse("");
    }

    private String sampleName(CellItem c) {
        return outline.samples().stream()
                .filter(s -> c.sample().equals(Optional.of(s.id())))
                .map(SampleItem::name)
                .findFirst()
                .orElse("");
    }

    /** The recordings a run rests on, directly or further up. */
    private Set<String> recordings(RunItem run, Set<String> seen) {
        Set<String> all = new LinkedHashSet<>(run.recordings());
        for (String up : run.upstream()) {
            if (seen.add(up) && runs.containsKey(up)) {
                all.addAll(recordings(runs.get(up), seen));
            }
        }
        return all;
    }
}
