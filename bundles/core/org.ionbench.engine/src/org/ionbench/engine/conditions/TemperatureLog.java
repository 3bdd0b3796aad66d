// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.conditions;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.Table;
import org.ionbench.engine.importing.FileReading;
import org.ionbench.engine.importing.ReadFile;
import org.ionbench.formats.Dates;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a logger wrote: temperatures by the time of its clock. Times come from a column of dates and
 * times, from a column of dates beside one of times of day, or from a time axis and the start of
 * the file; temperatures from the first column of such.
 */
public final class TemperatureLog {
    private static final double DAY = 86_400;

    private final String name;
    private final double[] time;
    private final double[] kelvin;
    private final Optional<ZoneOffset> zone;
    private final List<String> assumptions;

    private TemperatureLog(
            String name,
            double[] time,
            double[] kelvin,
            Optional<ZoneOffset> zone,
            List<String> assumptions) {
        this.name = name;
        this.time = time;
        this.kelvin = kelvin;
        this.zone = zone;
        this.assumptions = List.copyOf(assumptions);
    }

    /**
     * Reads a log of any format that an installed importer knows.
     *
     * @param options as {@link FileReading#read} takes them; {@code dates} may be {@code day first}
     *     or {@code month first}
     * @throws IllegalArgumentException with a sentence if it has no temperatures or no times
     */
    public static TemperatureLog read(
            FileReading reading, Path file, Map<String, String> options, Progress progress) {
        ReadFile read = reading.read(file, options, progress);
        Recording longest =
                read.recordings().stream()
                        .filter(r -> r.table().column(QuantityKind.TEMPERATURE).isPresent())
                        .max(Comparator.comparingInt(r -> r.table().rows()))
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                read.error()
                                                        .map(p -> p.message())
                                                        .orElse(
                                                                file.getFileName()
                                                                        + " has no column of"
                                                                        + " temperatures, such as"
                                                                        + " T / degC.")));
        return of(String.valueOf(file.getFileName()), longest, options.getOrDefault("dates", ""));
    }

    static TemperatureLog of(String name, Recording recording, String dateOrder) {
        Table table = recording.table();
        double[] kelvin = recording.si(QuantityKind.TEMPERATURE).orElseThrow();
        List<String> assumptions = new ArrayList<>();
        Optional<Column> dates =
                table.columns().stream()
                        .filter(c -> c.spec().isText() && c.rows() > 0 && isDate(c))
                        .findFirst();
        double[] time = new double[kelvin.length];
        Optional<ZoneOffset> zone = Optional.empty();
        if (dates.isPresent()) {
            Dates.Order order = order(name, dates.get(), dateOrder, assumptions);
            Optional<double[]> ofDay = timeOfDay(table, dates.get());
            for (int k = 0; k < time.length; k++) {
                Optional<Dates.Stamp> stamp = Dates.parse(dates.get().text(k), order);
                time[k] =
                        stamp.map(s -> seconds(s.local())).orElse(Double.NaN)
                                + (ofDay.isPresent() ? ofDay.get()[k] : 0);
                zone = zone.or(() -> stamp.flatMap(Dates.Stamp::zone));
            }
        } else {
            double[] axis = recording.si(QuantityKind.TIME).orElseThrow(() -> withoutTimes(name));
            double start = seconds(recording.start().orElseThrow(() -> withoutTimes(name)));
            double first = Arrays.stream(axis).filter(Double::isFinite).findFirst().orElse(0);
            Arrays.setAll(time, k -> start + axis[k] - first);
        }
        int[] good =
                IntStream.range(0, time.length)
                        .filter(k -> Double.isFinite(time[k]) && Double.isFinite(kelvin[k]))
                        .boxed()
                        .sorted(Comparator.comparingDouble(k -> time[k]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        if (good.length == 0) {
            throw withoutTimes(name);
        }
        return new TemperatureLog(
                name,
                Arrays.stream(good).mapToDouble(k -> time[k]).toArray(),
                Arrays.stream(good).mapToDouble(k -> kelvin[k]).toArray(),
                zone,
                assumptions);
    }

    private static IllegalArgumentException withoutTimes(String name) {
        return new IllegalArgumentException(
                name
                        + " does not say when its temperatures were measured: it needs a column of"
                        + " dates and times, or a time axis and a start.");
    }

    private static boolean isDate(Column column) {
        return Dates.parse(column.text(0), Dates.Order.DAY_MONTH).isPresent()
                || Dates.parse(column.text(0), Dates.Order.MONTH_DAY).isPresent();
    }

    private static Dates.Order order(
            String name, Column dates, String wanted, List<String> assumptions) {
        if (!wanted.isEmpty()) {
            return wanted.startsWith("month") ? Dates.Order.MONTH_DAY : Dates.Order.DAY_MONTH;
        }
        List<String> texts = new ArrayList<>();
        for (int k = 0; k < dates.rows(); k++) {
            texts.add(dates.text(k));
        }
        return Dates.order(texts)
                .orElseGet(
                        () -> {
                            boolean open =
                                    Dates.parse(texts.getFirst(), Dates.Order.DAY_MONTH)
                                            .map(Dates.Stamp::isAmbiguous)
                                            .orElse(false);
                            if (open) {
                                assumptions.add(
                                        "Dates of "
                                                + name
                                                + " read with the day before the month.");
                            }
                            return Dates.Order.DAY_MONTH;
                        });
    }

    /** Seconds since midnight in a column of its own, where the dates have no time. */
    private static Optional<double[]> timeOfDay(Table table, Column dates) {
        return dates.text(0).indexOf(':') >= 0
                ? Optional.empty()
                : table.column(QuantityKind.TIME)
                        .map(Column::si)
                        .filter(t -> Arrays.stream(t).allMatch(s -> !(s < 0) && !(s > DAY)));
    }

    static double seconds(LocalDateTime local) {
        return local.toEpochSecond(ZoneOffset.UTC) + local.getNano() * 1e-9;
    }

    /** The name of its file. */
    public String name() {
        return name;
    }

    /** What had to be assumed to read it. */
    public List<String> assumptions() {
        return assumptions;
    }

    /** Its zone, where it writes one. */
    Optional<ZoneOffset> zone() {
        return zone;
    }

    /** Seconds of its clock, rising. */
    double[] time() {
        return time;
    }

    /** Temperatures in K at these times. */
    double[] kelvin() {
        return kelvin;
    }
}
