// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.gamry;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.progress.Progress;

import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Reads data files of Gamry's Framework ({@code .DTA}), versions 6 and 7.
 *
 * <h2>The format</h2>
 *
 * Text, fields separated by tabs, lines ended by CR LF or LF, in the encoding and with the decimal
 * character of the computer (UTF-8 or windows-1252; {@code 1,00000E+001} under a decimal comma,
 * which reaches even version numbers). The first line is {@code EXPLAIN}, the second names the
 * script that wrote the file: {@code TAG <tab> EISPOT}. Then follow objects, one a line:
 *
 * <pre>
 * KEY  TYPE  value...  label
 * </pre>
 *
 * of the types {@code LABEL} and {@code PSTAT} (text), {@code QUANT} (number), {@code IQUANT} and
 * {@code SELECTOR} (integer), {@code TOGGLE} ({@code T} or {@code F}), {@code POTEN} (a potential;
 * {@code T} after it: against the open-circuit potential instead of the reference), {@code
 * ONEPARAM} and {@code TWOPARAM} (a toggle, one or two numbers, the label and a label for each
 * number), {@code NOTES} (a number of lines, which follow as they are). Scripts of users add keys,
 * some without a type.
 *
 * <p>A table is an object of type {@code TABLE} (or {@code DTABLE} of the quartz crystal
 * microbalance), with or without the number of its rows; then, all beginning with a tab, a line of
 * column names, a line of units and the rows. A number of rows is no promise: it may be that of the
 * plan. Objects may follow a table, and other tables: {@code OCVCURVE} (open circuit before the
 * measurement), {@code CURVE}, {@code CURVE1} ... (one for each cycle; point numbers and time run
 * on), {@code ZCURVE} (impedance, Zimag negative for a capacitor), {@code CURVE GENERATOR} and
 * {@code CURVE DETECTOR} (two working electrodes).
 *
 * <p>{@code Over} is a word of one character for each kind of overload, a point where there is
 * none, and kept as text. {@code Temp} far outside of any thermocouple means that none is
 * connected; such a column is no temperature. {@code CONVENTION} 0 makes cathodic currents
 * positive: those columns are marked as turned. {@code DATE} is written as Windows has it; where
 * day and month cannot be told apart, what was assumed is recorded.
 *
 * <p>Described in Gamry's help pages "Data File Overview" of Framework, Electrochemical Energy and
 * EIS, and "Overloads".
 *
 * <p>Each table becomes a recording; settings and notes of the whole file go with each.
 */
public final class DtaImporter implements Importer {
    private static final Pattern TAG = Pattern.compile("[\\r\\n]TAG\\t");

    @Override
    public Sniff sniff(Head head) {
        String start = head.text();
        if (!start.startsWith("EXPLAIN")) {
            return Sniff.no("does not begin with EXPLAIN");
        }
        return TAG.matcher(start).find()
                ? Sniff.certain("begins with EXPLAIN and has a TAG")
                : Sniff.perhaps("begins with EXPLAIN");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        progress.task(source.name(), 2);
        DtaHead head = DtaHead.of(source, progress.split(1));
        new DtaTables(head, sink).read(source, progress.split(1));
    }
}
