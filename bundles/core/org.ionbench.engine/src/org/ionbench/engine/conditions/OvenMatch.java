// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.conditions;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.progress.Progress;
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
 * The oven temperatures that a log has for the time of recordings of a project: {@link #find} reads
 * the recordings, on any thread; {@link #set} gives them their temperatures as one edit, on the
 * owner's.
 */
public final class OvenMatch {
    private static final String KEY = "oven temperature";
    private static final String CHANGE = "Oven temperature from ";
    private static final double ZERO_CELSIUS = 273.15;

    private final Session session;
    private final TemperatureLog log;
    private final double ahead;
    private final Result result;

    private OvenMatch(Session session, TemperatureLog log, double ahead, Result result) {
        this.session = session;
        this.log = log;
        this.ahead = ahead;
        this.result = result;
    }

    /**
     * What becomes of the recordings.
     *
     * @param temperatures by the ids of those that get one, as the property shows it
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
     * Finds the temperatures, on any thread.
     *
     * @param ids of the recordings
     * @param ahead by how many seconds the logger's clock is ahead of the instrument's
     * @throws IOException if a table is missing or damaged
     * @throws java.util.concurrent.CancellationException if progress was cancelled
     */
    public static OvenMatch find(
            Session session, List<String> ids, TemperatureLog log, double ahead, Progress progress)
            throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        Map<String, String> missing = new LinkedHashMap<>();
        progress.task("Finding oven temperatures", 2L * ids.size());
        for (Recording recording : session.recordings(ids, progress.split(ids.size()))) {
            progress.checkCancelled();
            switch (OvenTemperature.during(recording, log, ahead)) {
                case OvenTemperature.Outcome.Found(OvenTemperature t) ->
                        found.put(recording.id(), text(t));
                case OvenTemperature.Outcome.Missing(String why) ->
                        missing.put(recording.id(), recording.name() + " " + why + ".");
            }
            progress.done(1);
        }
        return new OvenMatch(session, log, ahead, new Result(found, missing));
    }

    /**
     * Sets what was found, on the owner's thread; recordings that are gone meanwhile are passed
     * over.
     */
    public Result set() {
        Map<String, String> there = new LinkedHashMap<>(result.temperatures());
        there.keySet()
                .removeIf(id -> session.find(org.ionbench.model.Recording.class, id).isEmpty());
        if (!there.isEmpty()) {
            session.edit("Set oven temperatures", () -> there.forEach(this::set));
        }
        return new Result(there, result.outside());
    }

    private void set(String id, String text) {
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
