// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.progress.Progress;
import org.ionbench.instruments.biologic.internal.MprModule;
import org.ionbench.instruments.biologic.internal.MprReading;

import java.io.IOException;

/**
 * EC-Lab and BT-Lab binary files, {@code .mpr}. BioLogic has not published the format; this is what
 * public readers found out (galvani, {@code BioLogic.py}; yadg, {@code extractors/eclab/mpr.py})
 * and what comparison of binary files with EC-Lab's own text exports of them showed. All numbers
 * are little-endian unless said otherwise.
 *
 * <h2>Modules</h2>
 *
 * The file begins with {@code BIO-LOGIC MODULAR FILE}, byte 1A, padding up to byte 52. Modules
 * follow one upon another: {@code MODULE}, short name (10 characters), long name (25), then
 *
 * <ul>
 *   <li>before EC-Lab 11.50: length of the data (u4), version (u4), date (8 characters, {@code
 *       MM/DD/YY}, also with dots or hyphens);
 *   <li>since 11.50: FFFFFFFF, length (u4), 0 (u4), version (u4; 10 for settings, log and loops, 11
 *       for data), date.
 * </ul>
 *
 * <h2>VMP data</h2>
 *
 * Number of rows (u4), number of column ids (u1), the ids, padding, and the rows at byte 100
 * (version 0), 405 (2), 406 (3) or 1007 (since 11.50). Ids are u1 in version 0, u2 in 2 and 3.
 * Since 11.50 they are two bytes each, of which the second is the id modulo 256 and the first is
 * not reliable, so that one id may mean two things; the size of a row and the columns beside it
 * decide. Ids 1, 2, 3, 21, 31 and 65 are flags in one common byte: mode (bits 0 and 1), ox/red,
 * error, control changes, Ns changes, counter inc. (bit 7). Values of the other columns stand one
 * behind another, u2, u4, float or double. An id that is not known costs its column: sizes of rows
 * follow from the length of the module, so that the columns before and behind can be read.
 *
 * <h2>VMP Set, LOG, loop, ExtDev</h2>
 *
 * Settings begin with the technique (u1); comments, masses, electrode and electrolyte stand at
 * fixed places, strings behind their length in one byte. The log has the start of the acquisition
 * as an OLE date (f8, days since 1899-12-30) at byte 585, in some files at 465, 469 or 473. Loops:
 * a count (u4) and the row at which each begins (u4), the last being the end. External devices:
 * names and ranges of the analog inputs.
 *
 * <h2>What is made of it</h2>
 *
 * One recording a data module, in the vendor's columns, names and units, in the vendor's order;
 * rows of frequency 0 in impedance files stay. Several spectra of one file stay in one recording,
 * whose metadata say at which rows they begin; the option {@code spectra = separate} makes a
 * recording of each. {@code -Im(Z)} is marked as negated; currents are positive for oxidation
 * already. Columns that EC-Lab itself computes when it writes text ({@code <I>/mA} of a GCPL,
 * {@code cycle number}, {@code Q charge/mA.h}, {@code Efficiency/%}, energies and capacitances,
 * {@code step time/s}, {@code x}, powers and resistances, {@code Re(Z)/Ohm} of a Modulo Bat and
 * what follows from an impedance) are computed the same way, each with a note; the formulas were
 * found by comparing binary files with exports row by row and stand with the classes that compute.
 * Not computed are {@code Energy ce} (the export writes the numbers of the working electrode), the
 * loss angle of a Modulo Bat (versions of EC-Lab differ), and constants of the material, which need
 * a thickness. A file that is still growing gives its whole rows and a warning.
 */
public final class MprImporter implements Importer {

    @Override
    public Sniff sniff(Head head) {
        return head.startsWith(MprModule.MAGIC)
                ? Sniff.certain("begins with " + MprModule.MAGIC)
                : Sniff.no("does not begin with " + MprModule.MAGIC);
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        MprReading.read(source, sink, progress);
    }
}
