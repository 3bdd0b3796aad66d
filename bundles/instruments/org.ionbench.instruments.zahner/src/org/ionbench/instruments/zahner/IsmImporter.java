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
 * Reads impedance spectra of Thales and Zahner Analysis ({@code .ism}).
 *
 * <h2>The format</h2>
 *
 * Binary, the most significant byte first. A number of six bytes, {@code 00 00 FF FF FF FE}; the
 * index of the last point in six bytes, so one less than the number n of points; then, each for all
 * n points, as numbers of eight bytes: the frequency in Hz, the modulus in ohm, the phase in rad
 * (negative for a capacitor), the time in seconds since the beginning of 1980; and as integers of
 * two bytes the significance, 1000 where the point is certain.
 *
 * <p>Twelve texts follow, each with its length in two bytes before it and with upper and lower case
 * exchanged: date ({@code ddmmyy}), system, potential, current, temperature, span of time, four
 * comments, area of the electrode, a note on series. Then an integer of two bytes, how many bytes
 * follow; 32 numbers of eight bytes: those of index 12, 13 and 14 are the least, the greatest and
 * the first frequency, 25 is a thousand times the amplitude in V or A, bit 15 of the one of index
 * 27 says that for each point potential in V and current in A follow. Elder files may end earlier.
 *
 * <h2>Recordings</h2>
 *
 * A spectrum may begin in the middle, go to one end and turn there: what lies between the two ends
 * is the spectrum, as in Zahner's own programs; the way to the turn is a recording of its own. Real
 * and imaginary part are computed.
 */
public final class IsmImporter implements Importer {
    private static final double LOWEST = 1e-7;
    private static final double HIGHEST = 1e10;
    private static final int LEAST_BYTES = 34;

    @Override
    public Sniff sniff(Head head) {
        long points = Thales.i48(head, 6) + 1;
        boolean whole = points <= (head.size() - 12) / LEAST_BYTES;
        if (points < 1 || points > Thales.MOST_POINTS) {
            return Sniff.no("has no number of points");
        }
        double[] frequencies = Thales.doubles(head, 12, points);
        for (double f : frequencies) {
            if (!(f > LOWEST && f < HIGHEST)) {
                return Sniff.no("has no frequencies behind its number of points");
            }
        }
        boolean cut = !whole && frequencies.length < 2;
        if (frequencies.length == 0 || cut) {
            return Sniff.no("has no frequencies behind its number of points");
        }
        if (!whole && Thales.i48(head, 0) != Thales.VERSION) {
            return Sniff.no("has no number of points that fits to its size");
        }
        return Thales.i48(head, 0) == Thales.VERSION
                ? Sniff.certain("has version, number of points and frequencies of Thales")
                : Sniff.perhaps("has number of points and frequencies of Thales");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        try (BinaryReader in = Thales.open(source, progress)) {
            Spectrum.read(in).tell(sink);
            progress.done(source.size());
        }
    }
}
