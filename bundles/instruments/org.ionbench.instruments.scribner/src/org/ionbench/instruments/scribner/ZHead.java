// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.scribner;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.Dates;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Metadata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands before the rows of a {@code .z} file, in either of its formats. */
final class ZHead {
    private static final int LONGEST = 10_000;
    private static final Pattern SETTING = Pattern.compile("\\s*([^:]{1,60}):\\s*(.*?)\\s*");
    private static final Pattern DATE_AND_TIME =
            Pattern.compile("Date:\\s*([^\"]*?)\\s*\"?\\s*Time:\\s*(.*?)\\s*");

    /** Lines two to eight of the elder format. */
    private static final List<String> ELDER =
            List.of("Data", "Experiment Type", "Date", "Source", "Comment", "File", "Sweep");

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<String> columns = new ArrayList<>();
    private final List<String> models = new ArrayList<>();
    private final StringBuilder comments = new StringBuilder();
    private OptionalLong planned = OptionalLong.empty();

    private ZHead() {}

    /** Reads up to the line before the first row. */
    static ZHead read(Lines lines) throws IOException {
        ZHead head = new ZHead();
        if (!lines.next()) {
            throw lines.wrong("expected ZPLOT2 ASCII or the title of a ZView data file");
        }
        String first = lines.text().strip();
        if (first.startsWith("ZPLOT2 ASCII")) {
            head.present(lines);
        } else if (ZImporter.isElder(first)) {
            head.settings.put("Format", unquoted(first));
            head.elder(lines);
        } else {
            throw lines.wrong("expected ZPLOT2 ASCII or the title of a ZView data file");
        }
        return head;
    }

    String title() {
        return "Impedance";
    }

    List<String> columns() {
        return columns;
    }

    /** How many rows the file announces. */
    OptionalLong planned() {
        return planned;
    }

    private void present(Lines lines) throws IOException {
        String section = "";
        while (lines.next() && lines.number() < LONGEST) {
            String text = lines.text();
            String line = text.strip();
            if (line.equals("End Comments")) {
                if (columns.isEmpty()) {
                    throw lines.wrong("expected the names of the columns before End Comments");
                }
                return;
            }
            if (line.startsWith("Begin ")) {
                section = begin(line);
            } else if (line.startsWith("End ")) {
                section = "";
            } else if (section.equals("User Comments")) {
                comments.append(comments.isEmpty() ? "" : "\n").append(line);
            } else if (isNames(line)) {
                for (String name : line.split("\t")) {
                    columns.add(name.strip());
                }
            } else {
                setting(text, section);
            }
        }
        throw lines.wrong("expected the line End Comments before the measured points");
    }

    /** {@code Begin Analyzer: 1252}. */
    private String begin(String line) {
        Matcher m = SETTING.matcher(line.substring("Begin ".length()));
        if (!m.matches()) {
            return "";
        }
        if (m.group(1).equals("Pstat/Gstat") || m.group(1).equals("Analyzer")) {
            models.add(m.group(2));
            settings.put(m.group(1), m.group(2));
        }
        return m.group(1);
    }

    private void setting(String text, String section) {
        Matcher m = SETTING.matcher(text);
        if (!m.matches() || m.group(2).isEmpty()) {
            return;
        }
        String key = m.group(1).strip();
        settings.put(settings.containsKey(key) ? section + " " + key : key, m.group(2));
        if (key.equals("Data Points") && m.group(2).matches("\\d{1,9}")) {
            planned = OptionalLong.of(Long.parseLong(m.group(2)));
        }
    }

    private void elder(Lines lines) throws IOException {
        for (int line = 0; lines.next() && line < 100; line++) {
            String text = unquoted(lines.text());
            if (isNames(text)) {
                for (String name : text.strip().replace(";", " ").split("\\s+(?!\\(Hz)")) {
                    columns.add(name);
                }
                return;
            }
            Matcher date = DATE_AND_TIME.matcher(text);
            if (date.matches()) {
                settings.put("Date", date.group(1));
                settings.put("Time", date.group(2));
            } else if (text.matches("\\s*\\d{1,9}\\s*")) {
                planned = OptionalLong.of(Long.parseLong(text.strip()));
            } else if (line < ELDER.size() && !text.isBlank()) {
                settings.put(ELDER.get(line), text.strip());
            } else if (!text.isBlank()) {
                settings.put("Frequencies", text.strip());
            }
        }
        throw lines.wrong("expected a line of column names that begins with Freq (Hz)");
    }

    private static boolean isNames(String line) {
        String s = line.strip().toLowerCase(Locale.ROOT);
        return s.startsWith("freq(hz)") || s.startsWith("freq (hz)");
    }

    private static String unquoted(String line) {
        String s = line.strip();
        int from = s.startsWith("\"") ? 1 : 0;
        int to = s.length() > from && s.endsWith("\"") ? s.length() - 1 : s.length();
        return s.substring(from, to);
    }

    /** Hands over what is known, and the columns. */
    void tell(RecordingSink recording) {
        String source = settings.getOrDefault("Source", "");
        recording.instrument(models.isEmpty() ? source : String.join(" + ", models));
        String date = settings.getOrDefault("Date", "");
        Dates.parse(date + " " + settings.getOrDefault("Time", ""), Dates.Order.MONTH_DAY)
                .ifPresent(
                        stamp -> {
                            recording.start(stamp.local());
                            if (stamp.isAmbiguous()) {
                                recording.assumption("date " + date + ": month before day");
                            }
                        });
        settings.forEach(
                (key, value) ->
                        recording.metadata(
                                key,
                                key.equals("Date") || key.equals("Time")
                                        ? value
                                        : Metadata.value(value)));
        if (!comments.isEmpty()) {
            recording.metadata("User Comments", comments.toString());
        }
        String controlled = settings.getOrDefault("Experiment Type", "");
        String unit =
                controlled.contains("Control Voltage")
                        ? "V"
                        : controlled.contains("Control Current") ? "A" : "";
        columns.forEach(name -> recording.column(column(name, unit)));
    }

    private static ColumnSpec column(String name, String controlled) {
        ColumnSpec spec = ColumnSpec.of(name);
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "freq(hz)", "freq (hz)" -> spec.as(QuantityKind.FREQUENCY, "Hz");
            case "time(sec)" -> spec.as(QuantityKind.TIME, "s");
            case "z'(a)" -> spec.as(QuantityKind.IMPEDANCE_REAL, "ohm");
            case "z''(b)" -> spec.as(QuantityKind.IMPEDANCE_IMAGINARY, "ohm");
            case "ampl", "bias" -> controlled.isEmpty() ? spec : spec.unit(controlled);
            default -> spec;
        };
    }
}
