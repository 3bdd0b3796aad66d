// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.gamry;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.problem.Problem;
import org.ionbench.formats.Dates;

import java.util.List;
import java.util.Optional;

/** Where, when and how the tables of a file were measured. */
final class DtaOrigin {
    private final DtaHead head;
    private final String date;
    private final Dates.Order order;
    private final Optional<Dates.Stamp> start;

    DtaOrigin(DtaHead head) {
        this.head = head;
        date = head.text("DATE");
        order = order(date, head.hasDecimalComma());
        start = Dates.parse(date + " " + head.text("TIME"), order);
    }

    /**
     * Windows writes the month first in the United States only, where slashes part the numbers and
     * decimals have a point. Dates of calibration in the file prove nothing: the instrument stores
     * them as text.
     */
    private static Dates.Order order(String date, boolean decimalComma) {
        return Dates.order(List.of(date))
                .orElse(
                        date.indexOf('/') >= 0 && !decimalComma
                                ? Dates.Order.MONTH_DAY
                                : Dates.Order.DAY_MONTH);
    }

    void tell(RecordingSink recording) {
        String instrument = head.text("PSTATSECTION");
        if (instrument.isEmpty()) {
            instrument = head.text("PSTAT");
        }
        if (!instrument.isEmpty()) {
            recording.instrument(instrument);
        }
        when(recording);
        head.settings().forEach(recording::metadata);
        head.notes().ifPresent(n -> recording.metadata("NOTES", n));
    }

    private void when(RecordingSink recording) {
        if (start.isPresent()) {
            recording.start(start.get().local());
            if (start.get().isAmbiguous()) {
                recording.assumption(
                        "date "
                                + date
                                + ": "
                                + (order == Dates.Order.MONTH_DAY
                                        ? "month before day"
                                        : "day before month"));
            }
        } else if (!date.isEmpty()) {
            recording.problem(
                    Problem.warning("dta.date", "The date \"" + date + "\" could not be read."));
        }
    }
}
