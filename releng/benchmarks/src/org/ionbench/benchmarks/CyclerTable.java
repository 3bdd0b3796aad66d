// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.benchmarks;

import org.ionbench.analysis.cycling.Counting;
import org.ionbench.analysis.cycling.Step;
import org.ionbench.analysis.cycling.Step.Control;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.Table;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.importing.FileReading;
import org.ionbench.engine.importing.ReadFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares, step by step, the charge integrated from the current with the instrument's own counter,
 * for every recording of a cycler in a folder of samples. Constant current has to agree within 0.2
 * %, what tapers off at constant voltage within 1 %. A step that does not, but whose current or
 * counter is written with too few digits to tell, is counted under "digits".
 *
 * <p>Every step that moves charge and has a counter is compared, but for two kinds, each counted:
 * those whose current rises and falls, which are neither, and those of one row, which have no time
 * between rows. The first argument is the folder, {@code -v} after it prints each step, {@code -x}
 * the steps that do not agree.
 */
public final class CyclerTable {
    private static final List<Technique> TECHNIQUES =
            List.of(Technique.CYCLING, Technique.GITT, Technique.PITT);
    private static final double CURRENT = 0.002;
    private static final double VOLTAGE = 0.01;
    private static final String BEYOND = "BEYOND";

    private CyclerTable() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        boolean all = Arrays.asList(args).contains("-v");
        boolean some = all || Arrays.asList(args).contains("-x");
        FileReading reading = new FileReading(Catalog.ofClassPath());
        System.out.printf(
                Locale.ROOT,
                "%-58s %7s %6s %6s | %6s %8s %6s %6s | %6s %8s %6s %6s | %7s %7s%n",
                "file",
                "rows",
                "cycles",
                "steps",
                "CC",
                "worst/%",
                "digits",
                "beyond",
                "CV",
                "worst/%",
                "digits",
                "beyond",
                "varying",
                "one row");
        Set<String> beyond = new LinkedHashSet<>();
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
                        String name = vendor.getFileName() + "/" + file.getFileName();
                        if (print(name, r, all, some)) {
                            beyond.add(name);
                        }
                    }
                }
            }
        }
        System.out.println(beyond.size() + " files with steps beyond: " + beyond);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        }
    }

    /** Prints a recording; gives back whether it has steps beyond. */
    private static boolean print(String name, Recording r, boolean all, boolean some) {
        Counting counting;
        try {
            counting = Counting.of(Inputs.of(r), Counting.Options.AUTO, Progress.NONE);
        } catch (AnalysisException e) {
            System.out.printf(
                    Locale.ROOT, "%-58s %7d %s%n", brief(name), r.table().rows(), e.getMessage());
            return false;
        }
        boolean isCounted = counting.steps().stream().anyMatch(s -> counter(s) > 0);
        Digits digits = Digits.of(r);
        Tally current = new Tally(CURRENT);
        Tally voltage = new Tally(VOLTAGE);
        int varying = 0;
        int single = 0;
        List<String> lines = new ArrayList<>();
        for (Step s : counting.steps()) {
            boolean isCompared = isCounted && s.direction() != 0 && !Double.isNaN(counter(s));
            if (!isCompared) {
                continue;
            }
            if (s.to() - s.from() < 2) {
                single++;
                continue;
            }
            if (s.control() == Control.VARYING) {
                varying++;
                continue;
            }
            double q = s.direction() > 0 ? s.charged() : s.discharged();
            double counter = counter(s);
            Tally tally = s.control() == Control.CONSTANT_CURRENT ? current : voltage;
            String verdict = tally.add(q, counter, digits.tolerance(s, counter));
            if (all || some && verdict.equals(BEYOND)) {
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "    rows %d-%d, cycle %.0f, step %.0f, %s, %s: %.6g of %.6g mAh,"
                                        + " %+.3f %%, %.4g s at %.4g mA %s",
                                s.from(),
                                s.to() - 1,
                                s.cycleCounter(),
                                s.stepCounter(),
                                s.act(),
                                s.control().text(),
                                q / 3.6,
                                counter / 3.6,
                                100 * (q / counter - 1),
                                s.duration(),
                                1e3 * s.current(),
                                verdict));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-58s %7d %6d %6d | %s | %s | %7d %7d%s%n",
                brief(name),
                r.table().rows(),
                counting.cycles().size(),
                counting.steps().size(),
                current,
                voltage,
                varying,
                single,
                isCounted ? "" : "  no counter");
        lines.forEach(System.out::println);
        return current.beyond + voltage.beyond > 0;
    }

    private static double counter(Step s) {
        return s.direction() > 0 ? s.countedCharge() : s.countedDischarge();
    }

    private static String brief(String name) {
        return name.length() <= 58
                ? name
                : name.substring(0, 34) + ".." + name.substring(name.length() - 22);
    }

    /** The decimal steps in which columns are written, in SI; 0 for none that shows. */
    private record Digits(double current, double charge, double discharge) {
        private static final int SAMPLES = 20_000;

        static Digits of(Recording r) {
            Table table = r.table();
            double both = step(table.column(QuantityKind.CHARGE));
            Optional<Column> charge = table.column(QuantityKind.CAPACITY_CHARGE);
            Optional<Column> discharge = table.column(QuantityKind.CAPACITY_DISCHARGE);
            return new Digits(
                    step(table.column(QuantityKind.CURRENT)),
                    charge.isPresent() ? step(charge) : both,
                    discharge.isPresent() ? step(discharge) : both);
        }

        /** Half a digit of the current and one of the counter, as a share of the charge. */
        double tolerance(Step s, double counter) {
            return current / 2 / s.current()
                    + (s.direction() > 0 ? charge : discharge) / Math.max(counter, 1e-300);
        }

        private static double step(Optional<Column> column) {
            if (column.isEmpty()) {
                return 0;
            }
            Column c = column.get();
            for (double step = 1; step > 1e-9; step /= 10) {
                if (isWrittenIn(c, step)) {
                    return step * c.spec().unit().factor();
                }
            }
            return 0;
        }

        private static boolean isWrittenIn(Column c, double step) {
            for (int row = 0; row < Math.min(SAMPLES, c.rows()); row++) {
                double x = c.at(row) / step;
                if (Math.abs(x - Math.rint(x)) > 1e-6 * Math.max(1, Math.abs(x))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** How steps of one kind agree. */
    private static final class Tally {
        private final double allowed;
        private int steps;
        private int undecided;
        private int beyond;
        private double worst;

        Tally(double allowed) {
            this.allowed = allowed;
        }

        String add(double q, double counter, double digits) {
            steps++;
            double off = Math.abs(q - counter) / Math.max(counter, 1e-300);
            worst = Math.max(worst, Math.min(off, 9.9999));
            if (off <= allowed) {
                return "";
            }
            if (off <= allowed + digits) {
                undecided++;
                return "within its digits";
            }
            beyond++;
            return BEYOND;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%6d %8.4f %6d %6d", steps, 100 * worst, undecided, beyond);
        }
    }
}
