// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ametek;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.problem.Problem;
import org.ionbench.formats.Dates;
import org.ionbench.formats.Numbers;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What the sections of a {@code .par} say about a recording. */
final class ParSettings {
    /** The first VersaSTAT with VersaStudio is of 2006; an earlier date is a clock never set. */
    private static final int FIRST_YEAR = 2005;

    private static final Set<String> WINDOW =
            Set.of("Show", "LocX", "LocY", "Width", "Height", "SelectionStart", "SelectionEnd");

    private final ParOutline outline;
    private final String instrument;
    private final Optional<LocalDateTime> start;

    ParSettings(ParOutline outline) {
        this.outline = outline;
        Map<String, String> device = outline.section("Instrument");
        instrument =
                device.getOrDefault("Type", "").strip() + device.getOrDefault("Model", "").strip();
        start = start(outline.section("Experiment"));
    }

    /** Tells all that is known about a recording of an action. */
    void tell(RecordingSink recording, Optional<ParOutline.Action> action) {
        if (!instrument.isEmpty()) {
            recording.instrument(instrument);
        }
        start.ifPresent(recording::start);
        doubts(recording);
        Map<String, Object> all = new LinkedHashMap<>();
        for (String section : new String[] {"Application", "Instrument", "Experiment"}) {
            outline.section(section)
                    .forEach(
                            (key, value) -> {
                                if (!value.isEmpty() && !WINDOW.contains(key)) {
                                    all.put(section + "/" + key, value);
                                }
                            });
        }
        outline.section("Action0").forEach((key, value) -> put(all, key, value));
        all.remove("Name");
        action.ifPresent(a -> a.settings().forEach((key, value) -> put(all, key, value)));
        all.forEach(recording::metadata);
    }

    private static void put(Map<String, Object> all, String key, String value) {
        if (!value.isEmpty()) {
            all.put(key, typed(key, value));
        }
    }

    private static Object typed(String key, String value) {
        if (key.equals("Name") || key.equals("Comment")) {
            return value;
        }
        if (value.equals("Yes") || value.equals("True")) {
            return true;
        }
        if (value.equals("No") || value.equals("False")) {
            return false;
        }
        if (value.matches("[-+]?\\d{1,18}")) {
            return Long.valueOf(value);
        }
        OptionalDouble number =
                (value.indexOf(',') >= 0 ? Numbers.comma() : Numbers.plain()).parse(value);
        return number.isPresent() && !Double.isNaN(number.getAsDouble())
                ? (Object) number.getAsDouble()
                : value;
    }

    private void doubts(RecordingSink recording) {
        Map<String, String> experiment = outline.section("Experiment");
        String date = experiment.getOrDefault("DateAcquired", "");
        if (start.isEmpty() && !date.isEmpty()) {
            recording.problem(
                    Problem.warning(
                                    "par.date",
                                    "The date \""
                                            + date
                                            + "\" "
                                            + experiment.getOrDefault("TimeAcquired", "")
                                            + " could not be read.")
                            .at("<Experiment>"));
        } else if (start.isPresent() && start.get().getYear() < FIRST_YEAR) {
            recording.problem(
                    Problem.warning(
                                    "par.clock",
                                    "The file is dated "
                                            + start.get().getYear()
                                            + ", before there was such software: the computer's"
                                            + " clock was not set.")
                            .at("<Experiment>"));
        }
    }

    /** The long date of Windows, whose weekday is of no use: {@code Tuesday, March 06, 2018}. */
    private static Optional<LocalDateTime> start(Map<String, String> experiment) {
        String date = experiment.getOrDefault("DateAcquired", "");
        String time = experiment.getOrDefault("TimeAcquired", "");
        return Dates.parse(
                        date.strip().replaceFirst("^\\p{L}+\\.?, *", "") + " " + time,
                        Dates.Order.MONTH_DAY)
                .map(Dates.Stamp::local);
    }
}
