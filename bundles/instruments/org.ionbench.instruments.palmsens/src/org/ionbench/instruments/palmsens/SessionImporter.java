// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.palmsens;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Encoding;

import java.io.IOException;
import java.util.Locale;

/**
 * Reads sessions of PSTrace and MultiTrace ({@code .pssession}), the programs of PalmSens.
 *
 * <h2>The format</h2>
 *
 * JSON in UTF-16 with a byte order mark at its beginning and another at its end. Upper and lower
 * case of the names changed between versions, so they are read in any case. The outermost object
 * has {@code Type} ({@code PalmSens.DataFiles.SessionFile}), {@code CoreVersion}, {@code
 * MethodForMeasurement} (the settings of the next measurement, passed over) and {@code
 * Measurements}, each with:
 *
 * <ul>
 *   <li>{@code Title}; {@code TimeStamp} and {@code UTCTimeStamp}, local and universal time in
 *       steps of 100 ns since the year 1; {@code DeviceUsed}, {@code DeviceSerial}, {@code
 *       DeviceFW}
 *   <li>{@code DataSet} with {@code Values}, the arrays of the measurement
 *   <li>{@code Method}, a text of lines {@code KEY=value} and remarks that begin with a hash sign;
 *       {@code METHOD_ID} or {@code TECHNIQUE} is the technique
 *   <li>{@code Curves}: what is plotted, each with two arrays {@code XAxisDataArray} and {@code
 *       YAxisDataArray}; the first versions keep data nowhere else, later ones repeat here what the
 *       data set holds
 *   <li>{@code EISDataList}: spectra, each with a {@code Title}, a {@code DataSet} of its own, and
 *       {@code CDC} and {@code FitValues} where a circuit was fitted; a series over potential or
 *       time, or of several channels, has {@code SubScans} instead, spectra like these, and the
 *       data set holds those of the last channel one after another
 * </ul>
 *
 * An array has {@code Description} (its name), {@code ArrayType} (0 time, 1 potential, 2 current, 3
 * charge, 5 frequency, 6 phase, 7 and 8 real and imaginary part, 9 alternating current, 10 modulus,
 * and others), {@code Unit} and {@code DataValues}. The unit's {@code Type} is to be believed, not
 * its symbol {@code S}: currents are of {@code PalmSens.Units.MicroAmpere} and have the symbol A. A
 * value is an object of {@code V}, the number, and for readings {@code C} or {@code R}, the range
 * it was read in, {@code S}, its status, and {@code T}. {@code ZIm} and {@code Phase} have their
 * sign turned, as the unit's quantity {@code Q} says ({@code -Z''}).
 *
 * <h2>Recordings</h2>
 *
 * A measurement becomes a recording; where its arrays are of {@code scan1}, {@code scan2}, ... each
 * scan becomes one, and so do arrays of another length than the rest. Range, status and the like of
 * the values are columns of their own. A curve or a spectrum becomes a recording where it holds
 * something else than the data set, such as smoothed points, and says so. Each spectrum of a series
 * becomes one; the data set then does not, where it holds only what they hold.
 */
public final class SessionImporter implements Importer {
    private static final String TYPE = "palmsens.datafiles.sessionfile";

    @Override
    public Sniff sniff(Head head) {
        if (head.bytes().length < 2) {
            return Sniff.no("is empty");
        }
        String text = Encoding.detect(head.bytes()).decode(head.bytes());
        String begin = text.stripLeading();
        if (!begin.startsWith("{")) {
            return Sniff.no("is no JSON");
        }
        return begin.toLowerCase(Locale.ROOT).contains(TYPE)
                ? Sniff.certain("is a session file of PalmSens")
                : Sniff.no("is JSON, but no session file of PalmSens");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        progress.checkCancelled();
        progress.task(source.name(), source.size());
        try (Session session = Session.of(source, sink, progress)) {
            session.read();
        }
    }
}
