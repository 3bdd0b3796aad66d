// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.NumberText;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How recordings of a cell become steps and cycles, and what was chosen on the way. Rests split no
 * cycle. Cycles are counted from 1 through all recordings of the cell, in the order of their start.
 *
 * @param recordings in the order they were read
 * @param steps all of them
 * @param cycles those in which something flowed
 * @param first 1 if a cycle begins with charge, -1 if with discharge
 * @param choices what was chosen, one sentence each
 * @param problems what a reader must know
 */
public record Counting(
        List<Recording> recordings,
        List<Step> steps,
        List<Cycle> cycles,
        int first,
        List<String> choices,
        List<Problem> problems) {

    /** The text property of a cell that says which half cycle comes first. */
    public static final String FIRST_HALF = "convention first half cycle";

    private static final double SMALL_HALF = 0.01;
    private static final int MOST_CHANGES = 3;
    private static final double SHORT = 60;

    public Counting {
        recordings = List.copyOf(recordings);
        steps = List.copyOf(steps);
        cycles = List.copyOf(cycles);
        choices = List.copyOf(choices);
        problems = List.copyOf(problems);
    }

    /** Where a cycler's steps and cycles are taken from. */
    public enum By {
        /** From the instrument's counters where they serve, else from the current. */
        AUTO,
        /** From the instrument's counters. */
        COUNTERS,
        /** From the direction of the current. */
        CURRENT
    }

    /** Which half of a cycle comes first. */
    public enum First {
        /** As the cell's convention says, else as the data begin. */
        AUTO,
        CHARGE,
        DISCHARGE
    }

    /**
     * What the user may choose.
     *
     * @param steps where steps are taken from; AUTO is by counters and by the current together
     * @param cycles where cycles are taken from
     * @param first which half comes first
     * @param rest current in A up to which the cell counts as left alone; 0 to choose
     */
    public record Options(By steps, By cycles, First first, double rest) {
        /** Everything chosen from the data. */
        public static final Options AUTO = new Options(By.AUTO, By.AUTO, First.AUTO, 0);
    }

    /**
     * Reads steps and counts cycles.
     *
     * @throws AnalysisException if no recording can be read
     */
    public static Counting of(Inputs inputs, Options options, Progress progress)
            throws AnalysisException {
        if (inputs.recordings().isEmpty()) {
            throw new AnalysisException("There is no recording of a cycler.");
        }
        return new Counter(inputs, options).count(progress);
    }

    /** Collects while it counts. */
    private static final class Counter {
        private final Inputs inputs;
        private final Options options;
        private final List<Step> steps = new ArrayList<>();
        private final List<String> choices = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        Counter(Inputs inputs, Options options) {
            this.inputs = inputs;
            this.options = options;
        }

        Counting count(Progress progress) throws AnalysisException {
            List<Recording> recordings = new ArrayList<>(inputs.recordings());
            recordings.sort(Comparator.comparing(r -> r.start().orElse(LocalDateTime.MIN)));
            progress.task("Reading steps", recordings.size());
            progress.checkCancelled();
            for (int r = 0; r < recordings.size(); r++) {
                read(r, recordings.get(r), progress);
                progress.done(1);
            }
            int first = first();
            List<List<Step>> groups = new ArrayList<>();
            for (int r = 0; r < recordings.size(); r++) {
                int place = r;
                List<Step> own = steps.stream().filter(s -> s.recording() == place).toList();
                boolean byCounter = isByCounter(own, recordings.get(r), first);
                groups.addAll(byCounter ? byCounter(own) : byCurrent(own, first));
            }
            List<Cycle> cycles = number(groups, first);
            if (recordings.size() > 1) {
                choices.add(
                        "Cycles are counted on through "
                                + recordings.size()
                                + " recordings in the order of their start.");
            }
            return new Counting(recordings, steps, cycles, first, choices, problems);
        }

        private void read(int place, Recording recording, Progress progress)
                throws AnalysisException {
            CyclerColumns columns = CyclerColumns.of(recording);
            if (options.steps() == By.COUNTERS && columns.step().isEmpty()) {
                throw new AnalysisException(
                        "The recording "
                                + recording.name()
                                + " has no counter of steps: take them from the current.");
            }
            CyclerColumns used =
                    options.steps() == By.CURRENT ? columns.withoutCounters() : columns;
            var reading =
                    StepReader.read(
                            place, used, options.steps() != By.COUNTERS, options.rest(), progress);
            List<Step> found = joined(reading.steps());
            steps.addAll(found);
            String by =
                    switch (options.steps()) {
                        case COUNTERS -> "where the instrument's counters change";
                        case CURRENT -> "where the current changes its direction";
                        case AUTO ->
                                columns.step().isPresent() || columns.cycle().isPresent()
                                        ? "where the instrument's counters or the direction of the"
                                                + " current change"
                                        : "where the current changes its direction";
                    };
            choices.add(
                    String.format(
                            Locale.ROOT,
                            "%s: %d steps, which end %s; up to %s mA is rest%s.",
                            recording.name(),
                            found.size(),
                            by,
                            NumberText.of(1e3 * reading.rest()),
                            columns.increments().isPresent()
                                    ? "; charges are those the instrument measured between rows"
                                    : columns.isMean()
                                            ? "; currents are means since the row before, as"
                                                    + " the instrument gives them"
                                            : ""));
            if (reading.strays() > 0) {
                problems.add(
                        Problem.info(
                                        "cycling.time.stray",
                                        recording.name()
                                                + (reading.strays() == 1
                                                        ? " has a row that is out of place in"
                                                                + " time; it was passed over."
                                                        : " has "
                                                                + reading.strays()
                                                                + " rows that are out of place in"
                                                                + " time; they were passed over."))
                                .with(recording.name(), reading.strays()));
            }
            if (reading.reversals() > 0) {
                problems.add(
                        Problem.warning(
                                        "cycling.time.backwards",
                                        "The time of "
                                                + recording.name()
                                                + " runs backwards "
                                                + Texts.times(reading.reversals())
                                                + "; it was taken to go on from where it was, and"
                                                + " nothing was counted in between.")
                                .with(recording.name(), reading.reversals()));
            }
        }

        /**
         * A step of the instrument in which the current keeps changing its direction, as in a
         * profile of driving or in an impedance, is one.
         */
        private static List<Step> joined(List<Step> read) {
            double first = read.isEmpty() ? Double.NaN : read.getFirst().stepCounter();
            if (read.stream().noneMatch(s -> s.stepCounter() != first) || Double.isNaN(first)) {
                return read;
            }
            List<Step> joined = new ArrayList<>();
            for (int at = 0; at < read.size(); ) {
                int end = at + 1;
                int changes = 0;
                int direction = read.get(at).direction();
                while (end < read.size() && isOneCount(read.get(at), read.get(end))) {
                    int next = read.get(end).direction();
                    if (next != 0 && next != direction) {
                        changes += direction == 0 ? 0 : 1;
                        direction = next;
                    }
                    end++;
                }
                double each = (read.get(end - 1).end() - read.get(at).start()) / (end - at);
                if (changes >= MOST_CHANGES && each < SHORT) {
                    Step one = read.get(at);
                    for (int k = at + 1; k < end; k++) {
                        one = one.with(read.get(k));
                    }
                    joined.add(one);
                } else {
                    joined.addAll(read.subList(at, end));
                }
                at = end;
            }
            return joined;
        }

        private static boolean isOneCount(Step a, Step b) {
            return a.stepCounter() == b.stepCounter()
                    && (a.cycleCounter() == b.cycleCounter()
                            || Double.isNaN(a.cycleCounter()) && Double.isNaN(b.cycleCounter()));
        }

        // ---- which half first

        private int first() {
            int chosen =
                    switch (options.first()) {
                        case CHARGE -> 1;
                        case DISCHARGE -> -1;
                        case AUTO -> 0;
                    };
            if (chosen != 0) {
                return chosen;
            }
            Optional<String> said = inputs.cell().flatMap(c -> c.text(FIRST_HALF));
            if (said.isPresent()) {
                String text = said.get().strip().toLowerCase(Locale.ROOT);
                if (text.startsWith("discharge")) {
                    return -1;
                }
                if (text.startsWith("charge")) {
                    return 1;
                }
                problems.add(
                        Problem.warning(
                                        "cycling.first.unknown",
                                        "The cell's first half cycle is given as \""
                                                + said.get()
                                                + "\", which is neither charge nor discharge.")
                                .mend("Write charge first or discharge first."));
            }
            double greatest = greatestHalf(steps);
            double moved = 0;
            int direction = 0;
            for (Step s : steps) {
                if (s.direction() != 0 && s.direction() != direction) {
                    direction = s.direction();
                    moved = 0;
                }
                moved += s.moved();
                if (direction != 0 && moved >= SMALL_HALF * greatest) {
                    break;
                }
            }
            int found = direction == 0 ? 1 : direction;
            choices.add(
                    "A cycle begins with a "
                            + (found > 0 ? "charge" : "discharge")
                            + ", as the data do.");
            return found;
        }

        private static double greatestHalf(List<Step> steps) {
            double greatest = 0;
            double moved = 0;
            int direction = 0;
            for (Step s : steps) {
                if (s.direction() != 0) {
                    moved = s.direction() == direction ? moved + s.moved() : s.moved();
                    direction = s.direction();
                    greatest = Math.max(greatest, moved);
                }
            }
            return greatest;
        }

        // ---- cycles

        private boolean isByCounter(List<Step> own, Recording recording, int first) {
            boolean hasCounter = own.stream().anyMatch(s -> !Double.isNaN(s.cycleCounter()));
            if (options.cycles() == By.CURRENT) {
                choices.add("Cycles are counted by the direction of the current.");
                return false;
            }
            if (!hasCounter) {
                choices.add(
                        "Cycles of "
                                + recording.name()
                                + " are counted by the direction of the current: the instrument"
                                + " has no counter of cycles.");
                return false;
            }
            List<List<Step>> counted = byCounter(own);
            if (options.cycles() == By.AUTO) {
                List<List<Step>> flowing = byCurrent(own, first);
                long whole = counted.stream().filter(Counter::isWhole).count();
                long halves = counted.stream().filter(g -> flows(g) && !isWhole(g)).count();
                boolean stuck = counted.size() <= 1 && flowing.size() > 1;
                if (stuck || halves > 2 && halves > whole) {
                    choices.add(
                            "Cycles of "
                                    + recording.name()
                                    + " are counted by the direction of the current: the"
                                    + " instrument's counter "
                                    + (stuck ? "does not move." : "counts half cycles."));
                    return false;
                }
            }
            choices.add(
                    "Cycles of "
                            + recording.name()
                            + " are those of the instrument's counter, numbered from 1.");
            return true;
        }

        private static boolean flows(List<Step> group) {
            return group.stream().anyMatch(s -> s.moved() > 0);
        }

        private static boolean isWhole(List<Step> group) {
            return group.stream().anyMatch(s -> s.direction() > 0)
                    && group.stream().anyMatch(s -> s.direction() < 0);
        }

        private static List<List<Step>> byCounter(List<Step> own) {
            List<List<Step>> groups = new ArrayList<>();
            double counter = Double.NaN;
            for (Step s : own) {
                if (groups.isEmpty()
                        || s.cycleCounter() != counter && !Double.isNaN(s.cycleCounter())) {
                    groups.add(new ArrayList<>());
                    counter = s.cycleCounter();
                }
                groups.getLast().add(s);
            }
            return groups;
        }

        /** A new group at each begin of the first half; the smallest pulses split none. */
        private static List<List<Step>> byCurrent(List<Step> own, int first) {
            double least = SMALL_HALF * greatestHalf(own);
            int[] half = halves(own, least);
            List<List<Step>> groups = new ArrayList<>();
            int direction = 0;
            for (int k = 0; k < half.length; k++) {
                boolean begins = half[k] == first && direction != first;
                if (groups.isEmpty() || begins && hasBegun(groups.getLast())) {
                    groups.add(new ArrayList<>());
                }
                if (half[k] != 0) {
                    direction = half[k];
                }
                groups.getLast().add(own.get(k));
            }
            return groups;
        }

        private static boolean hasBegun(List<Step> group) {
            return group.stream().anyMatch(s -> s.moved() > 0);
        }

        /** For each step the direction of the half cycle it belongs to; 0 for what splits none. */
        private static int[] halves(List<Step> own, double least) {
            int[] half = new int[own.size()];
            int at = 0;
            while (at < half.length) {
                int direction = own.get(at).direction();
                if (direction == 0) {
                    at++;
                    continue;
                }
                double moved = 0;
                int end = at;
                while (end < half.length
                        && (own.get(end).direction() == direction
                                || own.get(end).direction() == 0)) {
                    moved += own.get(end).moved();
                    end++;
                }
                for (int k = at; k < end; k++) {
                    half[k] = moved >= least && own.get(k).direction() != 0 ? direction : 0;
                }
                at = end;
            }
            return half;
        }

        private List<Cycle> number(List<List<Step>> groups, int first) {
            List<Cycle> cycles = new ArrayList<>();
            List<Step> waiting = new ArrayList<>();
            int number = 1;
            for (List<Step> group : groups) {
                if (!flows(group)) {
                    waiting.addAll(group);
                    continue;
                }
                List<Step> all = new ArrayList<>(waiting);
                all.addAll(group);
                waiting.clear();
                Cycle cycle = new Cycle(number, all);
                boolean isAhead = cycles.isEmpty() && cycle.begins() == -first && !isWhole(group);
                if (isAhead) {
                    cycles.add(new Cycle(0, all));
                    problems.add(
                            Problem.info(
                                    "cycling.half.ahead",
                                    "A "
                                            + (first > 0 ? "discharge" : "charge")
                                            + " before the first whole cycle is cycle 0."));
                } else {
                    cycles.add(cycle);
                    number++;
                }
            }
            return cycles;
        }
    }
}
