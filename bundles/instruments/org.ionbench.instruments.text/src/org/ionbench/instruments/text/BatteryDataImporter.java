// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.progress.Progress;
import org.ionbench.instruments.text.internal.HeadLines;
import org.ionbench.instruments.text.internal.TextFile;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the Battery Data Format as delimited text ({@code .bdf.csv}).
 *
 * <h2>The format</h2>
 *
 * Comma-separated values in UTF-8 with a decimal point. The first line names the columns by
 * preferred labels, {@code Test Time / s}, {@code Voltage / V}, {@code Current / A}, or by
 * machine-readable names, {@code test_time_second}, {@code voltage_volt}, {@code current_ampere}.
 * These three are required; others are {@code Cycle Count / 1}, {@code Step Index / 1}, {@code
 * Charging Capacity / Ah}, {@code Discharging Capacity / Ah}, {@code Ambient Temperature / degC},
 * {@code Temperature T1 / degC}, {@code Power / W}, {@code Unix Time / s}. Units may differ from
 * the preferred ones ({@code Test Time / h}). Current is positive for charge, as it is here.
 */
public final class BatteryDataImporter implements Importer {
    private static final List<String> REQUIRED = List.of("test time", "voltage", "current");

    @Override
    public Sniff sniff(Head head) {
        List<String> lines = HeadLines.of(head);
        String first = lines.isEmpty() ? "" : lines.getFirst();
        Set<String> labels =
                Arrays.stream(first.replace("\ufeff", "").split(","))
                        .map(BatteryDataImporter::label)
                        .collect(Collectors.toSet());
        return labels.containsAll(REQUIRED)
                ? Sniff.certain("has the required columns of the Battery Data Format")
                : Sniff.no("lacks required columns of the Battery Data Format");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        TextFile.of(source, progress).read(Technique.CYCLING, sink, progress, recording -> {});
    }

    /** The label of a name in one of the two exact spellings; empty if it is none. */
    private static String label(String name) {
        String s = name.strip();
        if (s.startsWith("\"") && s.endsWith("\"") && s.length() > 1) {
            s = s.substring(1, s.length() - 1);
        }
        boolean preferred = s.matches("(?:Test Time|Voltage|Current) / \\S+");
        boolean machine =
                s.matches(
                        "test_time_(?:milli)?second|test_time_(?:minute|hour)"
                                + "|voltage_(?:milli)?volt|current_(?:milli|micro)?ampere");
        if (preferred) {
            return s.substring(0, s.indexOf(" / ")).toLowerCase(java.util.Locale.ROOT);
        }
        return machine ? s.substring(0, s.lastIndexOf('_')).replace('_', ' ') : "";
    }
}
