// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.progress.Progress;
import org.ionbench.instruments.biologic.internal.MpsReading;

import java.io.IOException;

/**
 * Settings files of EC-Lab and BT-Lab ({@code .mps}): linked techniques and their parameters. They
 * hold no measured points; each technique becomes a recording without rows, with its parameters.
 *
 * <ul>
 *   <li>First line {@code EC-LAB SETTING FILE} or {@code BT-LAB SETTING FILE}; then {@code Number
 *       of linked techniques : 2}, {@code Filename : ...} and lines {@code key : value} about
 *       device, cell and electrodes, or a phrase alone ({@code Turn to OCV between techniques}).
 *   <li>{@code Technique : 1}, the name of the technique, and its parameters in columns 20
 *       characters wide: the name, then a value for each sequence ({@code Ns}). Names may come
 *       again ({@code vs.}, {@code unit Imax}); they belong to the parameter above them.
 *   <li>The encoding is windows-1252, the decimal sign the computer's.
 * </ul>
 *
 * <p>Values of several sequences are kept in one text, with semicolons between them.
 */
public final class MpsImporter implements Importer {

    @Override
    public Sniff sniff(Head head) {
        return MpsReading.isSettings(head.text())
                ? Sniff.certain("begins as a settings file of EC-Lab or BT-Lab")
                : Sniff.no("does not begin as a settings file of EC-Lab or BT-Lab");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        MpsReading.read(source, sink, progress);
    }
}
