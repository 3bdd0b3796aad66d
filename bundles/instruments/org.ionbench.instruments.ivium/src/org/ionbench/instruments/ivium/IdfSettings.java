// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ivium;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.Dates;
import org.ionbench.formats.Metadata;
import org.ionbench.formats.Numbers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of one measurement, and what they say about its columns. */
final class IdfSettings {
    private static final Pattern SETTING =
            Pattern.compile("[^\\p{Print}]*([A-Za-z][^=]{0,80})=(.*)", Pattern.DOTALL);
    private static final String TIMES = "timing.time[";
    private static final Pattern PROCESS = Pattern.compile("\\s*([^:]{1,30}?)\\s*:\\s*(.*?)\\s*");

    /** What the file says once for all its measurements. */
    private static final List<String> COMMON = List.of("serialnumber", "software", "firmware");

    private final Map<String, String> all = new LinkedHashMap<>();
    private double[] times = new double[16];
    private int timeCount;

    static boolean isSetting(String line) {
        return line.indexOf('=') > 0 && SETTING.matcher(line).matches();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void add(String line) {
        Matcher m = SETTING.matcher(line);
        if (!m.matches()) {
            return;
        }
        String key = m.group(1).strip();
        String value = m.group(2).strip();
        if (key.startsWith(TIMES)) {
            if (timeCount == times.length) {
                times = Arrays.copyOf(times, 2 * timeCount);
            }
            times[timeCount++] = Numbers.plain().parse(value).orElse(Double.NaN);
        } else if (key.equals("Title") || !all.containsKey(key)) {
            if (!value.isEmpty() || !all.containsKey(key)) {
                all.put(key, value);
            }
        }
    }

    /** The settings the next measurement of the file begins with. */
    IdfSettings ofNext() {
        IdfSettings next = new IdfSettings();
        COMMON.forEach(
                key -> {
                    if (all.containsKey(key)) {
                        next.all.put(key, all.get(key));
                    }
                });
        return next;
    }

    String title() {
        return all.getOrDefault("Title", "").strip();
    }

    /** The moments of the points in s, where the file has them. */
    double[] times() {
        return Arrays.copyOf(times, timeCount);
    }

    private String method() {
        return plain(all.getOrDefault("Method", ""));
    }

    private String procedure() {
        return plain(all.getOrDefault("Technique", ""));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    /** Method and technique in the file's words. */
    String described() {
        String both = all.getOrDefault("Method", "") + " " + all.getOrDefault("Technique", "");
        return both.isBlank() ? "a measurement without a method" : both.strip();
    }

    Technique technique() {
        String both = method() + procedure();
        if (method().startsWith("impedance")) {
            return Technique.EIS;
        }
        if (both.contains("potentiometry")) {
            return Technique.CP;
        }
        if (both.contains("amperometry")) {
            return Technique.CA;
        }
        if (both.contains("mixedmode")) {
            return Technique.CYCLING;
        }
        if (both.contains("cyclicvolt")) {
            return Technique.CV;
        }
        if (both.contains("linearsweep")) {
            return Technique.LSV;
        }
        if (both.contains("differentialpulse")) {
            return Technique.DPV;
        }
        return both.contains("squarewave") ? Technique.SWV : Technique.OTHER;
    }

    /** The columns of the measured points. */
    List<ColumnSpec> columns(int count) {
        List<ColumnSpec> known = known();
        List<ColumnSpec> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(i < known.size() ? known.get(i) : ColumnSpec.of("column " + (i + 1)));
        }
        return columns;
    }

    private List<ColumnSpec> known() {
        ColumnSpec time = ColumnSpec.of("time").as(QuantityKind.TIME, "s");
        ColumnSpec potential = ColumnSpec.of("E").as(QuantityKind.POTENTIAL, "V");
        ColumnSpec current = ColumnSpec.of("I").as(QuantityKind.CURRENT, "A");
        Technique technique = technique();
        if (technique.equals(Technique.EIS)) {
            return List.of(
                    ColumnSpec.of("Z1").as(QuantityKind.IMPEDANCE_REAL, "ohm"),
                    ColumnSpec.of("Z2").as(QuantityKind.IMPEDANCE_IMAGINARY, "ohm"),
                    ColumnSpec.of("freq").as(QuantityKind.FREQUENCY, "Hz"));
        }
        if (technique.equals(Technique.CA) || technique.equals(Technique.CYCLING)) {
            return List.of(time, current, potential);
        }
        if (technique.equals(Technique.CP)) {
            return List.of(time, potential, current);
        }
        boolean sweep =
                List.of(Technique.CV, Technique.LSV, Technique.DPV, Technique.SWV)
                        .contains(technique);
        return sweep ? List.of(potential, current) : List.of();
    }

    void tell(RecordingSink recording) {
        Map<String, String> process = process();
        recording.instrument(first(all.get("serialnumber"), process.get("instrument")).orElse(""));
        first(all.get("starttime"), process.get("start time"))
                .ifPresent(
                        date -> {
                            boolean english = date.matches("(?i).*[ap]m\\s*");
                            Dates.parse(
                                            date,
                                            english ? Dates.Order.MONTH_DAY : Dates.Order.DAY_MONTH)
                                    .ifPresent(stamp -> start(date, stamp, english, recording));
                        });
        all.forEach(
                (key, value) -> {
                    boolean list = key.startsWith("Frequencies.") && key.endsWith("]");
                    if (!value.isEmpty() && !list && !key.equals("Report.Process data")) {
                        recording.metadata(key, typed(value));
                    }
                });
        process.forEach((key, value) -> recording.metadata(key, typed(value)));
    }

    private static void start(
            String date, Dates.Stamp stamp, boolean english, RecordingSink recording) {
        recording.start(stamp.local());
        if (stamp.isAmbiguous()) {
            recording.assumption(
                    "date " + date + (english ? ": month before day" : ": day before month"));
        }
    }

    private static Optional<String> first(String one, String other) {
        return one != null && !one.isBlank()
                ? Optional.of(one)
                : Optional.ofNullable(other).filter(s -> !s.isBlank());
    }

    /** The lines of the report: {@code channel : 0}. */
    private Map<String, String> process() {
        Map<String, String> process = new LinkedHashMap<>();
        for (String line : all.getOrDefault("Report.Process data", "").split("[\\x00-\\x1f]+")) {
            Matcher m = PROCESS.matcher(line);
            if (m.matches() && !m.group(2).isEmpty()) {
                process.put(m.group(1), m.group(2));
            }
        }
        return process;
    }

    private static Object typed(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> Metadata.value(value);
        };
    }
}
