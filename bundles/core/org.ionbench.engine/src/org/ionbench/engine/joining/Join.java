// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.joining;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.api.table.Table;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Joins recordings that follow one another into one.
 *
 * <p>Columns of one quantity become one column in the unit of the first; those of no known quantity
 * are matched by name and unit; where a recording lacks a column its rows are empty. Time runs from
 * the first recording: what follows is shifted by the difference of the start times, or, where one
 * is unknown, begins where the one before ended. Time that runs on by itself is left. Counters go
 * on as {@link Seam} says. A column {@value #PART} numbers the files.
 */
public final class Join {
    /** The column that says which file a row came from, counted from 1. */
    public static final String PART = "Joined part";

    /** Instruments write their start to the minute at worst: so much may two recordings overlap. */
    private static final double CLOCK_STEP = 61;

    private static final List<QuantityKind> COUNTERS =
            List.of(
                    QuantityKind.CYCLE,
                    QuantityKind.STEP,
                    QuantityKind.CHARGE,
                    QuantityKind.CAPACITY_CHARGE,
                    QuantityKind.CAPACITY_DISCHARGE,
                    QuantityKind.ENERGY);

    private final List<Part> parts;
    private final int rows;
    private final SequencedMap<String, ColumnSpec> specs = new LinkedHashMap<>();
    private final Map<String, double[]> numbers = new HashMap<>();
    private final Map<String, String[]> texts = new HashMap<>();
    private final List<RowOrigin> origins = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private final List<String> assumptions = new ArrayList<>();
    private final double[] partOfRow;

    private Join(List<Part> parts) {
        this.parts = parts;
        rows = parts.stream().mapToInt(p -> p.recording().table().rows()).reduce(0, Math::addExact);
        partOfRow = new double[rows];
    }

    /** Whether a recording can be part of a joined one: it has a time axis and is no spectrum. */
    public static boolean isJoinable(Recording recording) {
        return !recording.technique().equals(Technique.EIS)
                && recording.table().rows() > 0
                && recording.table().column(QuantityKind.TIME).isPresent();
    }

    /** The recordings in the order of their start, if all know it; else as they are. */
    public static List<Part> inOrder(List<Part> parts) {
        return parts.stream().allMatch(p -> p.recording().start().isPresent())
                ? parts.stream().sorted(Comparator.comparing(p -> start(p).orElseThrow())).toList()
                : List.copyOf(parts);
    }

    /**
     * Joins recordings in this order.
     *
     * @param name of the new recording
     * @throws IllegalArgumentException with a sentence if they cannot be joined
     */
    public static Recording join(String name, List<Part> parts) {
        if (parts.size() < 2) {
            throw new IllegalArgumentException("Two or more recordings are needed to join them.");
        }
        for (Part p : parts) {
            if (!isJoinable(p.recording())) {
                throw new IllegalArgumentException(
                        p.recording().name()
                                + " of "
                                + p.file()
                                + (p.recording().technique().equals(Technique.EIS)
                                        ? " is a spectrum"
                                        : " has no time column")
                                + " and cannot be joined with others. Leave it out.");
            }
        }
        return new Join(parts).run(name);
    }

    private Recording run(String name) {
        int row = 0;
        Table before = parts.getFirst().recording().table();
        for (int k = 0; k < parts.size(); k++) {
            Part part = parts.get(k);
            Table table = part.recording().table();
            Map<QuantityKind, Seam.Raise> raised = new LinkedHashMap<>();
            if (k > 0) {
                raised.put(
                        QuantityKind.TIME,
                        new Seam.Raise(delay(parts.get(k - 1), before, part), table.rows()));
                Seam seam = new Seam(parts.getFirst().recording().table(), before, table);
                COUNTERS.forEach(c -> seam.raise(c).ifPresent(r -> raised.put(c, r)));
            }
            Table joined = raised(table, raised);
            place(joined, row);
            tell(part, row, raised);
            row += table.rows();
            before = joined;
        }
        return built(name);
    }

    // ---- time

    /** What is added to the times of a part, in s. */
    private double delay(Part previous, Table before, Part part) {
        double[] earlier = before.column(QuantityKind.TIME).orElseThrow().si();
        double[] own = part.recording().table().column(QuantityKind.TIME).orElseThrow().si();
        double end = Arrays.stream(earlier).filter(Double::isFinite).max().orElse(0);
        double begin = Arrays.stream(own).filter(Double::isFinite).findFirst().orElse(0);
        Optional<LocalDateTime> started = start(parts.getFirst());
        Optional<LocalDateTime> starts = start(part);
        boolean clocked =
                started.isPresent() && starts.isPresent() && !starts.equals(start(previous));
        if (!clocked) {
            if (begin > end) {
                return 0;
            }
            assumptions.add(
                    "How long the pause before "
                            + part.file()
                            + " was is not known; its time goes on where that before ended.");
            return end + step(earlier) - begin;
        }
        double[] first = parts.getFirst().recording().si(QuantityKind.TIME).orElseThrow();
        double zero = Arrays.stream(first).filter(Double::isFinite).findFirst().orElse(0);
        double due = zero + seconds(started.get(), starts.get());
        if (due < end - CLOCK_STEP) {
            throw new IllegalArgumentException(
                    part.file()
                            + " begins "
                            + Math.round(end - due)
                            + " s before "
                            + previous.file()
                            + " ends. Recordings of one time cannot be joined.");
        }
        if (due < end) {
            assumptions.add(
                    part.file()
                            + " begins by its clock before that before ends, within the clock's"
                            + " minute; its time goes on where that before ended.");
            return end + step(earlier) - begin;
        }
        return due - begin;
    }

    private static double seconds(LocalDateTime from, LocalDateTime to) {
        return Duration.between(from, to).toNanos() * 1e-9;
    }

    /** The start in UTC where the zone is known, as a clock without a zone shows it otherwise. */
    private static Optional<LocalDateTime> start(Part part) {
        Recording r = part.recording();
        int ahead = r.offset().map(ZoneOffset::getTotalSeconds).orElse(0);
        return r.start().map(s -> s.minusSeconds(ahead));
    }

    /** The usual step of time. */
    private static double step(double[] time) {
        double[] steps = new double[Math.max(0, time.length - 1)];
        for (int k = 0; k < steps.length; k++) {
            steps[k] = time[k + 1] - time[k];
        }
        double[] forward = Arrays.stream(steps).filter(s -> s > 0).sorted().toArray();
        return forward.length == 0 ? 1 : forward[forward.length / 2];
    }

    // ---- columns

    private static Table raised(Table table, Map<QuantityKind, Seam.Raise> raised) {
        ArrayTable.Builder copy = ArrayTable.rows(table.rows());
        Set<QuantityKind> done = EnumSet.noneOf(QuantityKind.class);
        for (Column c : table.columns()) {
            ColumnSpec spec = c.spec();
            boolean first = !spec.isText() && done.add(spec.kind());
            Seam.Raise raise = first ? raised.get(spec.kind()) : null;
            if (raise == null) {
                copy.column(spec, c, 0);
                continue;
            }
            double[] values = new double[table.rows()];
            c.copy(0, values, 0, values.length);
            double stored = raise.value() / spec.unit().factor() * (spec.isNegated() ? -1 : 1);
            for (int k = 0; k < raise.rows(); k++) {
                values[k] += stored;
            }
            copy.column(spec, values);
        }
        return copy.build();
    }

    private void place(Table table, int row) {
        Map<String, Integer> seen = new HashMap<>();
        for (Column c : table.columns()) {
            ColumnSpec spec = c.spec();
            if (spec.vendorName().equals(PART)) {
                continue;
            }
            String what =
                    spec.kind() == QuantityKind.OTHER
                            ? spec.vendorName() + "/" + spec.unitText().orElse("") + spec.isText()
                            : spec.kind().id();
            String key = what + "#" + seen.merge(what, 1, Integer::sum);
            ColumnSpec as = specs.computeIfAbsent(key, k -> spec);
            if (spec.isText()) {
                String[] all = texts.computeIfAbsent(key, k -> empty());
                for (int k = 0; k < table.rows(); k++) {
                    all[row + k] = c.text(k);
                }
                continue;
            }
            double[] all = numbers.computeIfAbsent(key, k -> missing());
            c.copy(0, all, row, table.rows());
            boolean same =
                    as.unit().symbol().equals(spec.unit().symbol())
                            && as.isNegated() == spec.isNegated();
            for (int k = row; !same && k < row + table.rows(); k++) {
                double si = spec.toSi(all[k]);
                all[k] = as.unit().fromSi(as.isNegated() ? -si : si);
            }
        }
    }

    private String[] empty() {
        String[] all = new String[rows];
        Arrays.fill(all, "");
        return all;
    }

    private double[] missing() {
        double[] all = new double[rows];
        Arrays.fill(all, Double.NaN);
        return all;
    }

    // ---- what is said about it

    private void tell(Part part, int row, Map<QuantityKind, Seam.Raise> raised) {
        List<RowOrigin> own = RowOrigin.of(part.recording());
        if (own.isEmpty()) {
            own =
                    List.of(
                            new RowOrigin(
                                    0,
                                    part.recording().table().rows(),
                                    part.file(),
                                    part.sha256()));
        }
        for (RowOrigin o : own) {
            RowOrigin shifted = o.shifted(row);
            origins.add(shifted);
            Arrays.fill(
                    partOfRow, shifted.first(), shifted.first() + shifted.rows(), origins.size());
        }
        String rises =
                raised.entrySet().stream()
                        .filter(e -> e.getValue().value() != 0)
                        .map(e -> rise(e.getKey(), e.getValue(), part.recording().table()))
                        .collect(Collectors.joining(", "));
        String begin = "Joined: row " + (row + 1);
        changes.add(
                begin
                        + " on is "
                        + part.recording().name()
                        + " from "
                        + part.file()
                        + (rises.isEmpty() ? "" : "; " + rises)
                        + ".");
    }

    private static String rise(QuantityKind kind, Seam.Raise raise, Table table) {
        String unit = kind.dimension().siSymbol();
        return kind.id()
                + " + "
                + String.format(Locale.ROOT, "%.9g", raise.value())
                        .replaceFirst("(\\.\\d*?)0+$", "$1")
                        .replaceFirst("\\.$", "")
                + (unit.equals("1") ? "" : " " + unit)
                + (raise.rows() < table.rows() ? " in its first " + raise.rows() + " rows" : "");
    }

    private Recording built(String name) {
        ArrayTable.Builder table = ArrayTable.rows(rows);
        specs.forEach(
                (key, spec) -> {
                    if (spec.isText()) {
                        table.column(spec, texts.get(key));
                    } else {
                        table.column(spec, numbers.get(key));
                    }
                });
        table.column(ColumnSpec.of(PART), partOfRow);
        Recording first = parts.getFirst().recording();
        Recording.Builder b = Recording.of(name, technique(), table.build());
        b.instrument(first.instrument());
        first.start().ifPresent(b::start);
        first.zone().ifPresent(b::zone);
        b.calibrated(parts.stream().allMatch(p -> p.recording().isCalibrated()));
        first.metadata()
                .forEach(
                        (k, v) -> {
                            if (!RowOrigin.isKey(k)) {
                                b.metadata(k, v);
                            }
                        });
        for (int k = 0; k < origins.size(); k++) {
            b.metadata(RowOrigin.key(k + 1), origins.get(k).toString());
        }
        parts.stream()
                .flatMap(p -> p.recording().assumptions().stream())
                .distinct()
                .forEach(b::assumption);
        assumptions.forEach(b::assumption);
        parts.stream().flatMap(p -> p.recording().changes().stream()).distinct().forEach(b::change);
        changes.forEach(b::change);
        parts.stream().flatMap(p -> p.recording().problems().stream()).forEach(b::problem);
        shared().forEach(b::condition);
        return b.build();
    }

    /** All of one technique keep it; else what has current and voltage is cycling. */
    private Technique technique() {
        List<Technique> all =
                parts.stream().map(p -> p.recording().technique()).distinct().toList();
        if (all.size() == 1) {
            return all.getFirst();
        }
        boolean cell =
                specs.values().stream().anyMatch(s -> s.kind() == QuantityKind.CURRENT)
                        && specs.values().stream()
                                .anyMatch(
                                        s ->
                                                s.kind() == QuantityKind.CELL_VOLTAGE
                                                        || s.kind() == QuantityKind.POTENTIAL);
        return cell ? Technique.CYCLING : Technique.OTHER;
    }

    /** Conditions on which all agree. */
    private Map<String, Quantity> shared() {
        Map<String, Quantity> shared =
                new LinkedHashMap<>(parts.getFirst().recording().conditions());
        for (Part p : parts) {
            shared.entrySet()
                    .removeIf(
                            e ->
                                    Optional.ofNullable(p.recording().conditions().get(e.getKey()))
                                            .filter(q -> q.si() == e.getValue().si())
                                            .isEmpty());
        }
        return shared;
    }
}
