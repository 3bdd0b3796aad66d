// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.conditions;

import org.ionbench.api.importing.Recording;
import org.ionbench.engine.session.Session;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives recordings of a project the oven temperature that a log has for their time, as one edit on
 * the owner's thread.
 */
public final class OvenMatch {
    private static final String KEY = "oven temperature";
    private static final String CHANGE = "Oven temperature from ";
    private static final double ZERO_CELSIUS = 273.15;

    private OvenMatch() {}

    /**
     * What became of the recordings.
     *
     * @param temperatures by the ids of those that got one, as the property shows it
     * @param outside one sentence for each of the others, by its id
     */
    public record Result(Map<String, String> temperatures, Map<String, String> outside) {

        public Result {
            temperatures = Collections.unmodifiableMap(new LinkedHashMap<>(temperatures));
            outside = Collections.unmodifiableMap(new LinkedHashMap<>(outside));
        }

        /** One sentence on all of them. */
        public String summary() {
            return temperatures.size()
                    + (temperatures.size() == 1 ? " recording has" : " recordings have")
                    + " an oven temperature from the log"
                    + (outside.isEmpty() ? "." : "; " + outside.size() + " lie outside of it.");
        }
    }

    /**
     * Sets the temperatures.
     *
     * @param ids of the recordings
     * @param ahead by how many seconds the logger's clock is ahead of the instrument's
     * @throws IOException if a table is missing or damaged
     */
    public static Result set(Session session, List<String> ids, TemperatureLog log, double ahead)
            throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        Map<String, String> missing = new LinkedHashMap<>();
        for (String id : ids) {
            Recording recording = session.recording(id);
            switch (OvenTemperature.during(recording, log, ahead)) {
                case OvenTemperature.Outcome.Found(OvenTemperature t) -> found.put(id, text(t));
                case OvenTemperature.Outcome.Missing(String why) ->
                        missing.put(id, recording.name() + " " + why + ".");
            }
        }
        if (!found.isEmpty()) {
            session.edit(
                    "Set oven temperatures",
                    () -> found.forEach((id, text) -> set(session, id, text, log, ahead)));
        }
        return new Result(found, missing);
    }

    private static void set(
            Session session, String id, String text, TemperatureLog log, double ahead) {
        session.set(id, KEY, text);
        session.find(org.ionbench.model.Recording.class, id)
                .ifPresent(
                        r -> {
                            r.getChanges().removeIf(c -> c.startsWith(CHANGE));
                            r.getChanges().add(CHANGE + log.name() + clock(ahead) + ".");
                            log.assumptions().stream()
                                    .filter(a -> !r.getAssumptions().contains(a))
                                    .forEach(r.getAssumptions()::add);
                        });
    }

    private static String clock(double ahead) {
        return ahead == 0
                ? ""
                : ", its clock "
                        + plain(BigDecimal.valueOf(Math.abs(ahead)))
                        + " s "
                        + (ahead > 0 ? "ahead" : "behind");
    }

    /** In degC, the uncertainty in two digits and the value in as many places. */
    private static String text(OvenTemperature t) {
        BigDecimal celsius = BigDecimal.valueOf(t.kelvin() - ZERO_CELSIUS);
        if (!(t.spread() > 0)) {
            return plain(celsius.setScale(2, RoundingMode.HALF_EVEN)) + " degC";
        }
        BigDecimal spread =
                BigDecimal.valueOf(t.spread()).round(new MathContext(2, RoundingMode.HALF_EVEN));
        return celsius.setScale(Math.max(0, spread.scale()), RoundingMode.HALF_EVEN).toPlainString()
                + " +- "
                + spread.toPlainString()
                + " degC";
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** The ids of all recordings of a project, for who wants them all. */
    public static List<String> all(Session session) {
        List<String> ids = new ArrayList<>();
        session.project().getRecordings().forEach(r -> ids.add(r.getId()));
        return ids;
    }
}
