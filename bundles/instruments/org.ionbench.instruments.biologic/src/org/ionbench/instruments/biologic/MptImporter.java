// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.progress.Progress;
import org.ionbench.instruments.biologic.internal.MptReading;

import java.io.IOException;
import java.util.Optional;

/**
 * Text exports of EC-Lab and BT-Lab: {@code .mpt}, {@code .txt}, and tables with EC-Lab's column
 * names separated by commas or semicolons. The layout is known from exported files.
 *
 * <ul>
 *   <li>First line {@code EC-Lab ASCII FILE} or {@code BT-Lab ASCII FILE}, second {@code Nb header
 *       lines : N}. Line N has the column names, separated and followed by tabs; the rows come
 *       after it. With N = 3 nothing stands between. An export without a header begins with the
 *       column names.
 *   <li>Between them: an empty line, the name of the technique, lines {@code key : value} such as
 *       {@code Acquisition started on : 04/13/2026 10:08:08.230} (month before day) or {@code
 *       Electrode surface area : 0.196 cm2}, then the parameters of the technique in columns 20
 *       characters wide, one column a sequence, and {@code Loop 0 from point number 0 to 20}.
 *   <li>A column name is a quantity, a slash and a unit: {@code freq/Hz}, {@code -Im(Z)/Ohm} (the
 *       imaginary part with its sign turned), {@code Ewe/V}, {@code <I>/mA} (positive for
 *       oxidation), {@code (Q-Qo)/mA.h}, {@code control/V/mA} (volts or milliamperes, by mode).
 *   <li>Numbers have a decimal point or, after the settings of the computer, a decimal comma.
 *       {@code time/s} may be exported as dates, which become seconds since the start.
 *   <li>The encoding is windows-1252; files that passed through other programs are UTF-8.
 * </ul>
 *
 * <p>A file is one recording in the vendor's columns; for several impedance spectra in one file see
 * {@link MprImporter}. A last row that is not whole is left out with a warning. For settings files
 * ({@code .mps}) see {@link MpsImporter}.
 */
public final class MptImporter implements Importer {

    @Override
    public Sniff sniff(Head head) {
        Optional<String> reason = MptReading.recognise(head.text());
        return reason.map(Sniff::certain)
                .orElseGet(() -> Sniff.no("has neither the header nor the column names of EC-Lab"));
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        MptReading.read(source, sink, progress);
    }
}
