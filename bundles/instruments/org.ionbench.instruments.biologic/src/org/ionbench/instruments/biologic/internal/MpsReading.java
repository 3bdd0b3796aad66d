// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic.internal;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Metadata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one settings file from its first line to its last. */
public final class MpsReading {
    private static final int WIDTH = 20;
    private static final Pattern TECHNIQUE = Pattern.compile("Technique\\s*:\\s*\\d+\\s*");
    private static final Pattern ITEM = Pattern.compile("\\s*(.{1,80}?)\\s+:(?:\\s+(.*))?");

    private final Lines lines;
    private final Sink sink;
    private final Map<String, Object> general = new LinkedHashMap<>();
    private int techniques;

    private MpsReading(Lines lines, Sink sink) {
        this.lines = lines;
        this.sink = sink;
    }

    /** Whether a file begins as a settings file. */
    public static boolean isSettings(String beginning) {
        return MptHeader.isSettings(beginning.stripLeading());
    }

    /** Hands a recording without rows over for each technique. */
    public static void read(Source source, Sink sink, Progress progress) throws IOException {
        try (Lines lines = Lines.of(source, progress)) {
            new MpsReading(lines, sink).read();
        }
    }

    private void read() throws IOException {
        if (!lines.next() || !MptHeader.isSettings(lines.text())) {
            throw lines.wrong("expected \"EC-LAB SETTING FILE\" or \"BT-LAB SETTING FILE\"");
        }
        boolean more = lines.next();
        while (more && !TECHNIQUE.matcher(lines.text()).matches()) {
            Matcher item = ITEM.matcher(lines.text());
            if (item.matches()) {
                put(general, item.group(1), item.group(2) == null ? "" : item.group(2).strip());
            } else if (!lines.isBlank()) {
                general.put(distinct(general, lines.text().strip()), true);
            }
            more = lines.next();
        }
        while (more) {
            more = technique();
        }
        if (techniques == 0) {
            throw lines.wrong("expected the settings of at least one technique");
        }
        sink.problem(
                Problem.info(
                                "mps.settings",
                                "The file holds the settings of "
                                        + techniques
                                        + (techniques == 1 ? " technique" : " techniques")
                                        + " and no measured points.")
                        .with(techniques)
                        .mend("Import the .mpr or .mpt files of the measurement for its points."));
    }

    /** Reads the technique whose number is the present line; tells whether there is a further. */
    private boolean technique() throws IOException {
        techniques++;
        String title = lines.next() ? lines.text().strip() : "";
        String name = title.isEmpty() ? "Technique " + techniques : title;
        RecordingSink recording =
                sink.recording(
                        techniques + " " + name,
                        EcLabTechnique.named(title).orElse(Technique.OTHER));
        lines.encoding().assumption().ifPresent(recording::assumption);
        if (general.get("Device") instanceof String device) {
            recording.instrument(device);
        }
        Map<String, Object> said = new LinkedHashMap<>(general);
        boolean more = lines.next();
        while (more && !TECHNIQUE.matcher(lines.text()).matches()) {
            parameter(lines.text(), said);
            more = lines.next();
        }
        said.forEach(recording::metadata);
        return more;
    }

    private static void parameter(String line, Map<String, Object> said) {
        if (line.isBlank()) {
            return;
        }
        int width = Math.min(WIDTH, line.length());
        List<String> values = new ArrayList<>();
        for (int i = width; i < line.length(); i += WIDTH) {
            values.add(line.substring(i, Math.min(i + WIDTH, line.length())).strip());
        }
        while (values.size() > 1 && values.getLast().isEmpty()) {
            values.removeLast();
        }
        put(said, line.substring(0, width).strip(), String.join("; ", values));
    }

    private static void put(Map<String, Object> said, String name, String value) {
        if (!name.isEmpty() && !value.replace(";", "").isBlank()) {
            said.put(distinct(said, name), Metadata.value(value));
        }
    }

    private static String distinct(Map<String, Object> said, String name) {
        String free = name;
        for (int i = 2; said.containsKey(free); i++) {
            free = name + " " + i;
        }
        return free;
    }
}
