// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.progress.Progress;
import org.ionbench.instruments.text.internal.TextFile;

import java.io.IOException;

/**
 * Reads a table of numbers from any delimited text file, however it is written: lines of remarks or
 * of names and values, then (or not) a line with the names of the columns and one with their units,
 * then rows.
 *
 * <h2>What is told from the file</h2>
 *
 * <ul>
 *   <li>The encoding: a byte order mark, UTF-16, UTF-8, Shift-JIS, GBK, else windows-1252.
 *   <li>What parts the fields (tab, semicolon, comma, bar, blanks), the decimal character and the
 *       thousands separator: those under which the longest run of lines with equally many fields
 *       holds most numbers.
 *   <li>The names: the nearest line of words above the rows that has as many fields; remark signs
 *       before it ({@code #}, {@code %}, {@code //}) are passed over.
 *   <li>What the columns are, by their names and units as programs and people write them: {@code
 *       Frequency / Hz}, {@code Zre (ohm)}, {@code -Im(Z)/Ohm}, {@code Z''}, {@code I [mA]}, {@code
 *       Ewe/V vs. SCE}, {@code time/s}. A minus before a name means that the file has the opposite
 *       sign. Names without a unit are taken in SI (phases in degrees, capacities in Ah,
 *       temperatures in degC). Three columns of numbers without names, of which the first is
 *       stepped like the frequencies of a spectrum, are frequency, Re Z, Im Z (or -Im Z, where
 *       nearly all values are positive and not those of an inductance); this is also what DECiM
 *       reads.
 *   <li>The technique: impedance by its columns; cycling where there are capacities or steps;
 *       voltammetry where the potential runs in even steps, cyclic where it turns;
 *       chronoamperometry and chronopotentiometry where potential or current is steady; else {@code
 *       other}.
 *   <li>Several spectra in one file: a new one begins where the frequency starts again, or with a
 *       repetition of the line of names.
 * </ul>
 *
 * Whatever was assumed is recorded. A row cut off by the end of the file is left out, missing
 * values and their usual spellings are NaN; both are reported.
 *
 * <h2>What the user can override</h2>
 *
 * <table>
 * <caption>Options of the source</caption>
 * <tr><td>{@code encoding}</td><td>{@code UTF-8}, {@code windows-1252}, ...</td></tr>
 * <tr><td>{@code delimiter}</td><td>{@code tab}, {@code space}, {@code comma}, {@code semicolon} or
 *     the character</td></tr>
 * <tr><td>{@code decimal}</td><td>{@code .} or {@code ,}</td></tr>
 * <tr><td>{@code header}</td><td>{@code none}, or the number of the line with the names</td></tr>
 * <tr><td>{@code columns}</td><td>one entry for each column: {@code
 *     columns=frequency:Hz,impedance real:ohm,-impedance imaginary:ohm}; {@code skip} leaves a
 *     column out, {@code *} leaves it to be recognised</td></tr>
 * <tr><td>{@code map}</td><td>the same by the names of the columns, one {@code
 *     name=frequency:Hz} a line</td></tr>
 * <tr><td>{@code dates}</td><td>{@code day first} or {@code month first}</td></tr>
 * <tr><td>{@code technique}</td><td>{@code eis}, {@code cv}, ...</td></tr>
 * </table>
 */
public final class DelimitedTextImporter implements Importer {
    @Override
    public Sniff sniff(Head head) {
        return TextFile.sniff(head);
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        TextFile.of(source, progress).read(sink, progress);
    }
}
