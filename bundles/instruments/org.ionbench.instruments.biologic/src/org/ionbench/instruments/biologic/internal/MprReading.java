// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic.internal;

import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

/** Reads a {@code .mpr} file: first what its small modules tell, then its data. */
public final class MprReading {
    private static final int SETTINGS_LIMIT = 1 << 16;
    private static final int LOOPS_LIMIT = 1 << 22;

    private MprReading() {}

    public static void read(Source source, Sink sink, Progress progress) throws IOException {
        try (SeekableByteChannel channel = source.channel()) {
            List<Problem> problems = new ArrayList<>();
            List<MprModule> modules = MprModule.list(source.name(), channel, problems::add);
            List<MprModule> data =
                    modules.stream().filter(m -> m.name().equals("VMP data")).toList();
            if (data.isEmpty()) {
                throw new FormatException(
                        source.name(),
                        problems.isEmpty() ? "" : problems.getFirst().place(),
                        "expected a module \"VMP data\", found "
                                + modules.stream().map(MprModule::name).toList());
            }
            progress.task(source.name(), data.stream().mapToLong(MprModule::present).sum());
            MprSettings settings = new MprSettings();
            for (MprModule module : modules) {
                switch (module.name()) {
                    case "VMP Set" ->
                            settings.settings(module.head(channel, SETTINGS_LIMIT), module.date());
                    case "VMP LOG" -> settings.log(module.head(channel, SETTINGS_LIMIT));
                    case "VMP loop" -> settings.loops(module.head(channel, LOOPS_LIMIT));
                    case "VMP ExtDev" ->
                            settings.externalDevice(module.head(channel, SETTINGS_LIMIT));
                    case "VMP data" -> {}
                    default ->
                            problems.add(
                                    Problem.info(
                                                    "mpr.module",
                                                    "The module \""
                                                            + module.name()
                                                            + "\" is not known and was left out.")
                                            .at("byte " + module.offset()));
                }
            }
            for (MprModule module : data) {
                new MprData(source.name(), module, settings)
                        .read(channel, sink, Spectra.separate(source), progress);
            }
            problems.forEach(sink::problem);
        }
    }
}
