// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.maccor;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Encoding;
import org.ionbench.formats.Lines;

import java.io.IOException;

/**
 * Reads what Maccor's programs (MIMS Client, MacTest) export of a test as text: {@code .txt},
 * {@code .csv}, or the number of the channel as ending ({@code .001}, {@code .041}).
 *
 * <h2>The format</h2>
 *
 * Text in the encoding and with the decimal sign of the computer; fields are parted by tabs, commas
 * or semicolons. Thousands may be grouped.
 *
 * <p>Head, in one of several dialects: one line that fuses all, {@code Today's Date 04/04/2016 Date
 * of Test:<tab>03/31/2016<tab> Filename:<tab>... Procedure: x.000text<tab>Comment/Barcode: ...};
 * the same names over three lines with tabs; or a line for each ({@code Channel:<tab>81}, {@code
 * SCap<tab>0,017}). Blank lines may stand between. {@code Today''s Date} is a known slip.
 *
 * <p>Names of the columns: {@code Rec#, Cyc#, Step, TestTime, StepTime, Amp-hr, Watt-hr, Amps,
 * Volts, State, ES, DPt Time} and further ones, or {@code Rec, Cycle P, Cycle C, Step, TestTime,
 * StepTime, Cap. [Ah], Ener. [Wh], Current [A], Voltage [V], Md, ES, DPt Time}, or a selection such
 * as {@code Rec, Cycle C, Step, Test Time (sec), ..., Capacity, Energy, Current, Voltage, DPT Time,
 * Temp 1}. Units may be milli: {@code mAmps}. Each {@code Aux #n} is followed by a column {@code
 * Units} of text.
 *
 * <ul>
 *   <li>Cycle P counts the cycles of the procedure, as Cyc# does; Cycle C those of charge and
 *       discharge.
 *   <li>Times are numbers in the unit that is named, or {@code 0d 00:00:05.05}. Where neither is
 *       told, the clock times of the points show the unit; without them it is minutes. Clock times
 *       without days that fall back after 24 hours are counted on.
 *   <li>Capacity and energy begin anew with each step and are positive for charge and discharge.
 *   <li>State (Md): C charge, D discharge, R rest, P pause, S suspended, O over, FRA impedance.
 *       <b>The current may be written without a sign</b>: then there is a further column with the
 *       sign of the state. Whether it is, the first discharging point shows.
 *   <li>ES is the reason the point was stored: 1 time, 5 voltage, 128 and more ends of steps.
 *   <li>{@code Volts} may hold millivolts where the other columns are in milli units: energy over
 *       capacity shows it.
 *   <li>DPt Time is local time; exactly at midnight the time may be missing. The order of day and
 *       month is the computer's.
 *   <li>Points of state FRA are placeholders: the spectra are exported to files of their own, see
 *       {@link SpectrumImporter}.
 * </ul>
 */
public final class MaccorImporter implements Importer {
    @Override
    public Sniff sniff(Head head) {
        if (head.bytes().length < 2) {
            return Sniff.no("is empty");
        }
        String text = Encoding.detect(head.bytes()).decode(head.bytes());
        for (String line : text.split("[\\r\\n]+")) {
            if (MaccorColumns.areNames(line)) {
                return Sniff.certain("has the columns of an export of Maccor");
            }
        }
        boolean date = text.startsWith("Today's Date") || text.startsWith("Today''s Date");
        return date && text.contains("Date of Test")
                ? Sniff.certain("begins with the dates of an export of Maccor")
                : Sniff.no("lacks the columns of an export of Maccor");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        MaccorSurvey survey = MaccorSurvey.of(source, progress);
        try (Lines lines = Lines.of(source, progress)) {
            new MaccorTable(lines, survey, sink).read();
        }
    }
}
