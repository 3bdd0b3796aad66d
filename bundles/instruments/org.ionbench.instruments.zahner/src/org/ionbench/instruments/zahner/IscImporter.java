// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.zahner;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.BinaryReader;

import java.io.IOException;

/**
 * Reads cyclic voltammograms of Thales ({@code .isc}).
 *
 * <h2>The format</h2>
 *
 * Binary, the most significant byte first. Seventeen numbers of eight bytes: potential and time at
 * the start, upper and lower potential of the turns, time and potential at the end, scan rate in
 * mV/s, number of periods, points of a period, least and greatest current, correction of the ohmic
 * drop, first and last second, time of the acquisition, seconds between points, delay. The index of
 * the last point in six bytes; for all points the potential as an integer of two bytes, then the
 * current in A as a number of eight bytes.
 *
 * <p>Twelve texts follow, each with its length in two bytes before it and with upper and lower case
 * exchanged: date ({@code ddmmyy}), system, temperature, span of time, scan rate, five comments,
 * area of the electrode, and the scale of the potential, {@code -0.1, 0.5 PO/PF -1,-1600}: an
 * offset o and a factor f, of which the potential is o + f/8000 times the integer. The time of a
 * point is the first second and the seconds between points times its index.
 *
 * <p>Newer files go on with up to 32 further signals: 32 integers of two bytes, 32 names, 32 units,
 * 32 times eleven numbers of eight bytes, the index of the last row and of the last signal in six
 * bytes each, then the rows of one signal after another.
 */
public final class IscImporter implements Importer {
    private static final int HEAD = 17 * 8;
    private static final int EACH = 10;

    @Override
    public Sniff sniff(Head head) {
        double[] k = Thales.doubles(head, 0, 17);
        long points = Thales.i48(head, HEAD) + 1;
        if (k.length < 17 || points < 1 || points > Thales.MOST_POINTS) {
            return Sniff.no("has no number of points");
        }
        for (double value : k) {
            if (!Thales.isPlausible(value)) {
                return Sniff.no("does not begin with settings of a voltammogram");
            }
        }
        boolean settings =
                k[2] > k[3] && k[6] > 0 && k[7] > 0 && k[8] > 0 && k[15] > 0 && k[13] >= k[12];
        if (!settings) {
            return Sniff.no("does not begin with settings of a voltammogram");
        }
        boolean whole = points <= (head.size() - HEAD - 6) / EACH;
        return whole
                ? Sniff.certain("begins with settings of a voltammogram of Thales")
                : Sniff.perhaps("begins with settings of a voltammogram, and ends early");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        try (BinaryReader in = Thales.open(source, progress)) {
            Voltammogram.read(in).tell(sink);
            progress.done(source.size());
        }
    }
}
