// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ametek;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;

import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Reads VersaStudio experiments ({@code .par}) of Princeton Applied Research / AMETEK instruments
 * (VersaSTAT, PARSTAT, PMC), as VersaStudio 2.4x to 2.6x writes them in text.
 *
 * <h2>The format</h2>
 *
 * Text in UTF-8, lines ended by CR LF or LF. A file is a run of sections {@code <Name>} ... {@code
 * </Name>} of lines {@code key=value}, in no fixed order:
 *
 * <ul>
 *   <li>{@code <Application>}: {@code Name=VersaStudio} (left out by some versions), {@code
 *       Version}, languages;
 *   <li>{@code <Instrument>}: {@code Type}, {@code Model}, {@code SN}, {@code Firmware}, ...;
 *   <li>{@code <Experiment>}: {@code DateAcquired} (long date) and {@code TimeAcquired}, both as
 *       the regional settings of that computer print them, local time; the geometry of windows;
 *   <li>{@code <Action0>}: settings common to all actions ({@code Name=Common}), among them the
 *       electrode's area and the comment; {@code <Action1>}, {@code <Action2>}, ...: the actions in
 *       the order in which they run, each with its {@code Name} ({@code Potentiostatic EIS}) and
 *       settings whose keys hold units and sub-keys ({@code Vertex 1 Potential (V),Value});
 *   <li>{@code <Segment1>}: the measured points of <em>all</em> actions. {@code Type} is the
 *       instrument, {@code Definition} names the columns separated by commas; a last name {@code 0}
 *       stands for nothing: rows have one field less. A row is a line of numbers separated by
 *       commas. {@code Segment #} counts the actions that measured, {@code Point #} and {@code
 *       Elapsed Time(s)} run on through the file, {@code ActionId} is the kind of action (see
 *       {@link Techniques});
 *   <li>{@code <PStatACCalibrationE1>}, {@code E2}: calibration polynomials of the impedance of
 *       some PARSTATs, in one very long line; {@code <Graph1>}, {@code <DataView>}, ... {@code
 *       <DockingLayout>} (XML): how it looked on the screen; all of no interest here.
 * </ul>
 *
 * The columns are {@code E(V)}, {@code I(A)} (oxidation is positive), {@code Elapsed Time(s)},
 * {@code Frequency(Hz)}, {@code Z Real} and {@code Z Imag} in ohm (a capacitor is negative), {@code
 * E Applied(V)} and others; those of impedance are zero in actions that do not measure it. What a
 * {@code .par} holds of impedances is <em>before</em> calibration: the software corrects it when it
 * shows or exports it (VersaStudio software manual, appendix 3). Such recordings are marked as not
 * calibrated.
 *
 * <p>Each run of equal {@code Segment #} and {@code ActionId} becomes a recording with all columns
 * of the file; so does each run of rising {@code Point #} where another program counts the points
 * of each measurement anew. Experiments that VersaStudio saved "as binary" have no lines of numbers
 * and are refused.
 */
public final class ParImporter implements Importer {
    private static final Pattern BEGINNING =
            Pattern.compile("\\s*<(Application|Instrument|Experiment|Action\\d+|Segment\\d+)>\\s");

    @Override
    public Sniff sniff(Head head) {
        String text = head.text();
        if (!BEGINNING.matcher(text).lookingAt()) {
            return Sniff.no("does not begin with a section of VersaStudio");
        }
        if (text.contains("VersaStudio") || text.contains("Definition=Segment #")) {
            return Sniff.certain("begins with sections of VersaStudio");
        }
        return Sniff.perhaps("begins with a section as VersaStudio writes them");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        progress.task(source.name(), 2);
        ParOutline outline = ParOutline.of(source, progress.split(1));
        if (!outline.hasSegment()) {
            throw new FormatException(
                    source.name(),
                    "",
                    "expected a section <Segment1> with the measured points and found none;"
                            + " the experiment may never have been run");
        }
        ParRecordings recordings = new ParRecordings(outline, sink);
        if (outline.runs().isEmpty()) {
            RecordingSink empty = recordings.empty();
            empty.problem(
                    Problem.warning(
                                    "par.empty",
                                    "The file holds settings but not a single measured point.")
                            .at("<Segment1>"));
            return;
        }
        recordings.read(source, progress.split(1));
    }
}
