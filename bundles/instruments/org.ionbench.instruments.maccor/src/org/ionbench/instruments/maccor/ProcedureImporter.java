// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.maccor;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Metadata;
import org.ionbench.formats.XmlReader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads procedures of Maccor's BuildTest ({@code .000}), which hold no measured points: the steps
 * become metadata.
 *
 * <h2>The format</h2>
 *
 * XML: {@code MaccorTestProcedure} with {@code header} ({@code BuildTestVersion} of major, minor,
 * release and build; {@code BTVersion}; {@code desc}) and {@code ProcSteps} of {@code TestStep}. A
 * step has {@code StepType} (Rest, Charge, Dischrge, Do 1, Loop 1, AdvCycle, Pause, FastWave, End),
 * {@code StepMode} (Current, Voltage, Power, Resistance), {@code StepValue} ({@code 2.0C}, {@code
 * 4.2}), {@code Limits} with a further mode and value, {@code Ends} of {@code EndEntry} ({@code
 * EndType}, {@code Oper}, {@code Value} and the {@code Step} to go to), {@code Reports} of {@code
 * ReportEntry} (when to store a point), {@code Range} and {@code StepNote}. Texts are padded with
 * blanks.
 */
public final class ProcedureImporter implements Importer {
    @Override
    public Sniff sniff(Head head) {
        String text = head.text();
        return text.contains("<MaccorTestProcedure")
                ? Sniff.certain("is a procedure of Maccor in XML")
                : Sniff.no("is no procedure of Maccor in XML");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        progress.task(source.name(), source.size());
        progress.checkCancelled();
        try (XmlReader xml = XmlReader.of(source.name(), source.open())) {
            if (!xml.next() || !xml.name().equals("MaccorTestProcedure")) {
                throw xml.wrong("expected a MaccorTestProcedure");
            }
            RecordingSink recording = sink.recording("Procedure", Technique.OTHER);
            recording.instrument("Maccor");
            int steps = 0;
            try {
                while (xml.next()) {
                    progress.checkCancelled();
                    switch (xml.name()) {
                        case "BuildTestVersion" -> version(xml, recording);
                        case "BTVersion" -> put(recording, "File format version", xml.text());
                        case "desc" -> put(recording, "Description", xml.text());
                        case "TestStep" ->
                                put(recording, "Step " + ++steps, new Step(xml).toString());
                        default -> {}
                    }
                }
            } catch (FormatException e) {
                recording.problem(
                        Problem.warning(
                                        "maccor.procedure.cut",
                                        "The procedure ends or is damaged within a step; what"
                                                + " follows was left out.")
                                .at(e.place()));
            }
            progress.done(source.size());
            recording.problem(
                    Problem.info(
                                    "maccor.procedure",
                                    "The file is a procedure of "
                                            + steps
                                            + " steps and holds no measured points.")
                            .with(steps)
                            .mend("Import the text export of a test for its points."));
        }
    }

    private static void version(XmlReader xml, RecordingSink recording) throws IOException {
        int level = xml.depth();
        List<String> parts = new ArrayList<>();
        while (xml.nextWithin(level)) {
            parts.add(xml.text().strip());
        }
        put(recording, "BuildTest version", String.join(".", parts));
    }

    private static void put(RecordingSink recording, String name, String value) {
        String s = value.strip().replaceAll("\\s+", " ");
        if (!s.isEmpty()) {
            recording.metadata(name, name.startsWith("File") ? Metadata.value(s) : s);
        }
    }

    /** A step in one line: what is done, when it ends and where it goes on, what is stored. */
    private static final class Step {
        private final Map<String, String> own = new LinkedHashMap<>();
        private final List<String> limits = new ArrayList<>();
        private final List<String> ends = new ArrayList<>();
        private final List<String> reports = new ArrayList<>();

        Step(XmlReader xml) throws IOException {
            int level = xml.depth();
            while (xml.nextWithin(level)) {
                switch (xml.name()) {
                    case "Limits" -> limits.addAll(texts(xml).values());
                    case "EndEntry" -> {
                        Map<String, String> end = texts(xml);
                        ends.add(
                                join(end, "EndType", "SpecialType", "Oper", "Value")
                                        + " -> step "
                                        + end.getOrDefault("Step", ""));
                    }
                    case "ReportEntry" -> reports.add(join(texts(xml), "ReportType", "Value"));
                    case "Ends", "Reports" -> {}
                    default -> {
                        String name = xml.name();
                        own.put(name, xml.text().strip());
                    }
                }
            }
        }

        private static Map<String, String> texts(XmlReader xml) throws IOException {
            int level = xml.depth();
            Map<String, String> texts = new LinkedHashMap<>();
            while (xml.nextWithin(level)) {
                String name = xml.name();
                texts.put(name, xml.text().strip());
            }
            return texts;
        }

        private static String join(Map<String, String> texts, String... names) {
            List<String> parts = new ArrayList<>();
            for (String name : names) {
                String text = texts.getOrDefault(name, "");
                if (!text.isEmpty()) {
                    parts.add(text);
                }
            }
            return String.join(" ", parts);
        }

        @Override
        public String toString() {
            StringBuilder line = new StringBuilder(join(own, "StepType", "StepMode", "StepValue"));
            if (!limits.isEmpty()) {
                line.append("; limit ").append(String.join(" ", limits));
            }
            if (!ends.isEmpty()) {
                line.append("; ends at ").append(String.join(", ", ends));
            }
            if (!reports.isEmpty()) {
                line.append("; stores at ").append(String.join(", ", reports));
            }
            String range = own.getOrDefault("Range", "");
            if (!range.isEmpty()) {
                line.append("; range ").append(range);
            }
            String note = own.getOrDefault("StepNote", "");
            if (!note.isEmpty()) {
                line.append("; note ").append(note);
            }
            return line.toString();
        }
    }
}
