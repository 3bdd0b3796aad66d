// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.spreadsheets.internal;

import org.ionbench.api.problem.FormatException;
import org.ionbench.formats.Archive;
import org.ionbench.formats.XmlReader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the parts around the sheets say.
 *
 * @param sheets the part of each sheet by its name, in the order of the workbook
 * @param texts the shared texts
 * @param dates for each style of a cell, whether it shows numbers as dates
 * @param from1904 whether days are counted from 1904
 */
public record Parts(
        Map<String, String> sheets, List<String> texts, List<Boolean> dates, boolean from1904) {
    private static final int LARGEST = 256 << 20;
    private static final long CHARACTERS = 128L << 20;
    private static final Pattern WANTED =
            Pattern.compile(
                    "(?i).*\\.rels|.*workbook[^/]*\\.(?:xml|bin)|.*styles[^/]*\\.xml"
                            + "|.*sharedstrings[^/]*\\.xml");

    /** Reads them. */
    public static Parts of(String file, Archive archive) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        long[] held = new long[1];
        archive.stream(
                name -> WANTED.matcher(name).matches(),
                (name, content) -> {
                    byte[] bytes = content.readNBytes((int) (LARGEST - held[0]) + 1);
                    held[0] += bytes.length;
                    if (held[0] > LARGEST) {
                        throw new FormatException(
                                file,
                                name,
                                "expected at most " + LARGEST + " bytes of texts and styles");
                    }
                    parts.put(name, bytes);
                    return true;
                });
        return new Reader(file, parts).read();
    }

    /** A relation of a part to another. */
    private record Relation(String id, String type, String part) {}

    private record Reader(String file, Map<String, byte[]> parts) {

        Parts read() throws IOException {
            String workbook =
                    relations("").stream()
                            .filter(r -> r.type.equals("officeDocument"))
                            .map(Relation::part)
                            .findFirst()
                            .orElse("xl/workbook.xml");
            if (workbook.endsWith(".bin")) {
                throw new FormatException(
                        file, "", "expected an .xlsx workbook, found a binary one (.xlsb)");
            }
            if (!parts.containsKey(workbook)) {
                throw new FormatException(
                        file, "", "expected an Excel workbook, found no list of sheets in it");
            }
            List<Relation> relations = relations(workbook);
            Map<String, String> sheets = new LinkedHashMap<>();
            boolean from1904 = false;
            try (XmlReader xml = open(workbook)) {
                while (xml.next()) {
                    if (xml.name().equals("workbookPr")) {
                        String flag = xml.attribute("date1904").orElse("0");
                        from1904 = flag.equals("1") || flag.equals("true");
                    } else if (xml.name().equals("sheet")) {
                        String id = xml.attribute("id").orElse("");
                        String name = xml.attribute("name").orElse(id);
                        relations.stream()
                                .filter(r -> r.id.equals(id) && r.type.equals("worksheet"))
                                .findFirst()
                                .ifPresent(r -> sheets.put(name, r.part));
                    }
                }
            }
            return new Parts(sheets, texts(relations), dates(relations), from1904);
        }

        private List<String> texts(List<Relation> relations) throws IOException {
            List<String> texts = new ArrayList<>();
            Optional<String> part = part(relations, "sharedStrings");
            if (part.isEmpty()) {
                return texts;
            }
            long characters = 0;
            try (XmlReader xml = open(part.get())) {
                while (xml.next()) {
                    if (xml.name().equals("si")) {
                        String text = RichText.of(xml);
                        // an object costs more than the characters of a short text
                        characters += text.length() + 32;
                        if (characters > CHARACTERS) {
                            throw xml.wrong("expected fewer texts in the workbook");
                        }
                        texts.add(text);
                    }
                }
            }
            return texts;
        }

        private List<Boolean> dates(List<Relation> relations) throws IOException {
            List<Boolean> dates = new ArrayList<>();
            Optional<String> part = part(relations, "styles");
            if (part.isEmpty()) {
                return dates;
            }
            Map<String, String> formats = new HashMap<>();
            try (XmlReader xml = open(part.get())) {
                boolean cells = false;
                while (xml.next()) {
                    switch (xml.name()) {
                        case "numFmt" ->
                                formats.put(
                                        xml.attribute("numFmtId").orElse(""),
                                        xml.attribute("formatCode").orElse(""));
                        case "cellXfs" -> cells = true;
                        case "cellStyles", "dxfs", "cellStyleXfs" -> cells = false;
                        case "xf" -> {
                            if (cells) {
                                String id = xml.attribute("numFmtId").orElse("0");
                                dates.add(NumberFormat.isDate(id, formats.getOrDefault(id, "")));
                            }
                        }
                        default -> {}
                    }
                }
            }
            return dates;
        }

        private Optional<String> part(List<Relation> relations, String type) {
            return relations.stream()
                    .filter(r -> r.type.equals(type) && parts.containsKey(r.part))
                    .map(Relation::part)
                    .findFirst();
        }

        /** What a part is related to; the package itself where its name is empty. */
        private List<Relation> relations(String part) throws IOException {
            int slash = part.lastIndexOf('/') + 1;
            String folder = part.substring(0, slash);
            String name = folder + "_rels/" + part.substring(slash) + ".rels";
            List<Relation> relations = new ArrayList<>();
            if (!parts.containsKey(name)) {
                return relations;
            }
            try (XmlReader xml = open(name)) {
                while (xml.next()) {
                    boolean outside =
                            xml.attribute("TargetMode").filter("External"::equals).isPresent();
                    if (xml.name().equals("Relationship") && !outside) {
                        String type = xml.attribute("Type").orElse("");
                        relations.add(
                                new Relation(
                                        xml.attribute("Id").orElse(""),
                                        type.substring(type.lastIndexOf('/') + 1),
                                        resolve(folder, xml.attribute("Target").orElse(""))));
                    }
                }
            }
            return relations;
        }

        /** The name of a part relative to a folder, without dots. */
        private static String resolve(String folder, String target) {
            String path = target.startsWith("/") ? target.substring(1) : folder + target;
            Deque<String> steps = new ArrayDeque<>();
            for (String step : path.split("/")) {
                if (step.equals("..")) {
                    steps.pollLast();
                } else if (!step.equals(".") && !step.isEmpty()) {
                    steps.addLast(step);
                }
            }
            return String.join("/", steps);
        }

        private XmlReader open(String part) throws IOException {
            return XmlReader.of(file + ", " + part, new ByteArrayInputStream(parts.get(part)));
        }
    }
}
