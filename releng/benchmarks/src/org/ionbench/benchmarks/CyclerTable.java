// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.benchmarks;

import org.ionbench.analysis.cycling.Counting;
import org.ionbench.analysis.cycling.Step;
import org.ionbench.analysis.cycling.Step.Control;
import org.ionbench.analysis.cycling.counters.Comparison;
import org.ionbench.analysis.cycling.counters.Comparison.Verdict;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.Table;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.importing.FileReading;
import org.ionbench.engine.importing.ReadFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares, step by step, the charge integrated from the current with the instrument's own counter,
 * for every recording of a cycler in a folder of samples, as the product's {@link Comparison} does:
 * how many steps are within the limit, how many only with the digits current and counter are
 * written with, or with what the rows leave open, and how many are beyond.
 *
 * <p>The current is integrated even where the instrument measured the charge between rows, as
 * EC-Lab does: that is what its counter sums.
 *
 * <p>Every step that moves charge and has a counter is compared, but for two kinds, each counted:
 * those whose current rises and falls, which are neither, and those of one row, which have no time
 * between rows. The first argument is the folder, {@code -v} after it prints each step, {@code -x}
 * the steps that are not within the limit.
 */
public final class CyclerTable {
    private static final List<Technique> TECHNIQUES =
            List.of(Technique.CYCLING, Technique.GITT, Technique.PITT);
    private static final int WIDTH = 58;

    private final Map<Verdict, Set<String>> files = new EnumMap<>(Verdict.class);
    private final boolean all;
    private final boolean some;

    private CyclerTable(List<String> options) {
        all = options.contains("-v");
        some = options.contains("-x");
        for (Verdict v : Verdict.values()) {
            files.put(v, new LinkedHashSet<>());
        }
    }

    public static void main(String[] args) throws IOException {
        new CyclerTable(Arrays.asList(args)).print(Path.of(args[0]));
    }

    private void print(Path folder) throws IOException {
        FileReading reading = new FileReading(Catalog.ofClassPath());
        System.out.printf(
                Locale.ROOT,
                "%-" + WIDTH + "s %7s %6s %6s | %s | %s | %7s %7s%n",
                "file",
                "rows",
                "cycles",
                "steps",
                Tally.head("CC"),
                Tally.head("CV"),
                "varying",
                "one row");
        for (Path vendor : list(folder)) {
            if (!Files.isDirectory(vendor) || vendor.endsWith("expected")) {
                continue;
            }
            for (Path file : list(vendor)) {
                if (!Files.isRegularFile(file)) {
                    continue;
                }
                ReadFile read = reading.read(file, Map.of(), Progress.NONE);
                for (Recording r : read.recordings()) {
                    if (TECHNIQUES.contains(r.technique())) {
                        print(vendor.getFileName() + "/" + file.getFileName(), r);
                    }
                }
            }
        }
        say("with steps beyond", files.get(Verdict.BEYOND));
        files.get(Verdict.WITHIN_ROWS).removeAll(files.get(Verdict.BEYOND));
        say(
                "more with steps whose rows leave more open than the limit, where the summary takes"
                        + " the counter",
                files.get(Verdict.WITHIN_ROWS));
        files.get(Verdict.WITHIN_DIGITS).removeAll(files.get(Verdict.BEYOND));
        files.get(Verdict.WITHIN_DIGITS).removeAll(files.get(Verdict.WITHIN_ROWS));
        say("more with steps whose digits do", files.get(Verdict.WITHIN_DIGITS));
        files.get(Verdict.WITHIN).removeAll(files.get(Verdict.BEYOND));
        files.get(Verdict.WITHIN).removeAll(files.get(Verdict.WITHIN_ROWS));
        files.get(Verdict.WITHIN).removeAll(files.get(Verdict.WITHIN_DIGITS));
        System.out.println(
                files.get(Verdict.WITHIN).size() + " files with all steps within the limit.");
    }

    private static void say(String what, Set<String> files) {
        System.out.println(files.size() + " files " + what + (files.isEmpty() ? "." : ":"));
        files.forEach(f -> System.out.println("    " + f));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        }
    }

    private void print(String name, Recording r) {
        Counting counting;
        try {
            counting = Counting.of(Inputs.of(ofCurrent(r)), Counting.Options.AUTO, Progress.NONE);
        } catch (AnalysisException e) {
            System.out.printf(
                    Locale.ROOT,
                    "%-" + WIDTH + "s %7d %s%n",
                    brief(name),
                    r.table().rows(),
                    e.getMessage());
            return;
        }
        List<Step> counted = Comparison.counted(counting);
        List<Comparison> compared = Comparison.of(counting);
        Tally current = new Tally();
        Tally voltage = new Tally();
        for (Comparison c : compared) {
            (c.step().control() == Control.CONSTANT_CURRENT ? current : voltage).add(c);
            files.get(c.verdict()).add(name);
        }
        System.out.printf(
                Locale.ROOT,
                "%-" + WIDTH + "s %7d %6d %6d | %s | %s | %7d %7d%s%n",
                brief(name),
                r.table().rows(),
                counting.cycles().size(),
                counting.steps().size(),
                current,
                voltage,
                counted.stream()
                        .filter(s -> s.to() - s.from() > 1 && s.control() == Control.VARYING)
                        .count(),
                counted.stream().filter(s -> s.to() - s.from() == 1).count(),
                counted.isEmpty() ? "  no counter" : "");
        compared.stream()
                .filter(c -> all || some && c.verdict() != Verdict.WITHIN)
                .forEach(CyclerTable::print);
    }

    private static void print(Comparison c) {
        Step s = c.step();
        System.out.printf(
                Locale.ROOT,
                "    rows %d-%d, cycle %.0f, step %.0f, %s, %s: %.6g (%.6g to %.6g) of %.6g mAh,"
                        + " %+.3f %%, %.4g s at %.4g mA %s%n",
                s.from(),
                s.to() - 1,
                s.cycleCounter(),
                s.stepCounter(),
                s.act(),
                s.control().text(),
                c.charge() / 3.6,
                c.bounds().least() / 3.6,
                c.bounds().most() / 3.6,
                c.counter() / 3.6,
                100 * c.difference(),
                s.duration(),
                1e3 * s.current(),
                c.verdict() == Verdict.WITHIN
                        ? ""
                        : c.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** The recording without the charges that were measured between rows. */
    private static Recording ofCurrent(Recording r) {
        List<Column> kept =
                r.table().columns().stream()
                        .filter(
                                c ->
                                        !c.spec()
                                                .vendorName()
                                                .toLowerCase(Locale.ROOT)
                                                .startsWith("dq/"))
                        .toList();
        int rows = r.table().rows();
        Table table =
                new Table() {
                    @Override
                    public List<Column> columns() {
                        return kept;
                    }

                    @Override
                    public int rows() {
                        return rows;
                    }
                };
        return r.change().table(table).build();
    }

    private static String brief(String name) {
        return name.length() <= WIDTH
                ? name
                : name.substring(0, 34) + ".." + name.substring(name.length() - 22);
    }

    /** How steps of one kind agree. */
    private static final class Tally {
        private final int[] steps = new int[Verdict.values().length];
        private double worst;

        static String head(String kind) {
            return String.format(
                    Locale.ROOT,
                    "%6s %8s %6s %6s %6s %6s",
                    kind,
                    "worst/%",
                    "within",
                    "digits",
                    "rows",
                    "beyond");
        }

        void add(Comparison c) {
            steps[c.verdict().ordinal()]++;
            worst = Math.max(worst, Math.min(Math.abs(c.difference()), 9.9999));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%6d %8.4f %6d %6d %6d %6d",
                    Arrays.stream(steps).sum(),
                    100 * worst,
                    steps[0],
                    steps[1],
                    steps[2],
                    steps[3]);
        }
    }
}
