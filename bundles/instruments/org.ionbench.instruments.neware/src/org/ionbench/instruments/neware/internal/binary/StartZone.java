// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware.internal.binary;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.instruments.neware.internal.binary.CyclerRows.Field;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The start of a test and its offset from universal time. Files have the start in local time and
 * points in universal time: what is between them, rounded to a quarter of an hour, is the offset.
 */
public final class StartZone {
    private static final double QUARTER = 900;
    private static final double FARTHEST = 14 * 3600;

    private StartZone() {}

    /**
     * Tells start and zone, and gives the points their local time where the zone is known.
     *
     * @param start as the file has it
     */
    public static void tell(
            Optional<LocalDateTime> start, CyclerRows rows, RecordingSink recording) {
        Optional<Double> first = rows.first(Field.TIMESTAMP);
        if (first.isEmpty() || !(first.get() > 0 && first.get() < 1e10)) {
            start.ifPresent(recording::start);
            return;
        }
        Optional<Double> offset =
                start.map(
                                local ->
                                        QUARTER
                                                * Math.round(
                                                        (local.toEpochSecond(ZoneOffset.UTC)
                                                                        - first.get())
                                                                / QUARTER))
                        .filter(seconds -> Math.abs(seconds) <= FARTHEST);
        double zone = offset.orElse(0.0);
        long millis = Math.round(1e3 * (first.get() + zone));
        recording.start(
                LocalDateTime.ofEpochSecond(
                        Math.floorDiv(millis, 1000),
                        (int) Math.floorMod(millis, 1000L) * 1_000_000,
                        ZoneOffset.UTC));
        if (offset.isEmpty()) {
            recording.zone("+00:00");
            return;
        }
        rows.zone(zone);
        recording.zone("assumed " + text((int) zone));
    }

    /** {@code "+01:00"}. */
    public static String text(int seconds) {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(seconds);
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }
}
