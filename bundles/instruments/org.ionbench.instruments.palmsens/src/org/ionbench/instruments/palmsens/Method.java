// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.palmsens;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Technique;
import org.ionbench.formats.Metadata;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The settings of a measurement: lines {@code KEY=value}, the first of them the program. */
record Method(Map<String, String> settings, String program) {
    private static final Map<String, Technique> TECHNIQUES =
            Map.ofEntries(
                    Map.entry("lsv", Technique.LSV),
                    Map.entry("dpv", Technique.DPV),
                    Map.entry("swv", Technique.SWV),
                    Map.entry("cv", Technique.CV),
                    Map.entry("fcv", Technique.CV),
                    Map.entry("ad", Technique.CA),
                    Map.entry("ca", Technique.CA),
                    Map.entry("fam", Technique.CA),
                    Map.entry("ocp", Technique.OCV),
                    Map.entry("pot", Technique.CP),
                    Map.entry("cp", Technique.CP),
                    Map.entry("eis", Technique.EIS),
                    Map.entry("gis", Technique.EIS),
                    Map.entry("geis", Technique.EIS),
                    Map.entry("fis", Technique.EIS));

    /** Techniques of the first versions, which have numbers only. */
    private static final Map<String, Technique> NUMBERS =
            Map.of(
                    "0", Technique.LSV,
                    "1", Technique.DPV,
                    "2", Technique.SWV,
                    "5", Technique.CV,
                    "7", Technique.CA,
                    "10", Technique.CP,
                    "14", Technique.EIS);

    static Method of(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        String program = "";
        for (String line : text.split("\\R")) {
            int equals = line.indexOf('=');
            if (line.startsWith("#")) {
                program = program.isEmpty() ? line.substring(1).strip() : program;
            } else if (equals > 0) {
                settings.putIfAbsent(line.substring(0, equals).strip(), line.substring(equals + 1));
            }
        }
        return new Method(settings, program);
    }

    /** The technique as the settings name it; empty where they do not. */
    String id() {
        return settings.getOrDefault("METHOD_ID", "").strip().toLowerCase(Locale.ROOT);
    }

    Technique technique() {
        String id = id();
        String number = settings.getOrDefault("TECHNIQUE", "").strip();
        return TECHNIQUES.getOrDefault(
                id, id.isEmpty() ? NUMBERS.getOrDefault(number, Technique.OTHER) : Technique.OTHER);
    }

    void tell(RecordingSink recording) {
        if (!program.isEmpty()) {
            recording.metadata("Program", program);
        }
        settings.forEach(
                (key, value) -> {
                    if (key.equals("NOTES")) {
                        recording.metadata(key, notes(value));
                    } else if (!value.isBlank() && value.length() <= 1000) {
                        recording.metadata(key, Metadata.value(value));
                    }
                });
    }

    /** Blanks and line ends are written as {@code %20} and {@code %crlf}. */
    private static String notes(String value) {
        return value.replace("%crlf", "\n").replace("%20", " ").strip();
    }
}
