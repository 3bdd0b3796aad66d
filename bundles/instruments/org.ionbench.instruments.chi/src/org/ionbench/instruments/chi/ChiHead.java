// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.chi;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.Dates;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Metadata;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands before the rows: date, technique, settings, results and columns. */
final class ChiHead {
    private static final int LONGEST = 5000;
    private static final Pattern NAMES =
            Pattern.compile("[^,;\\t=:]{1,40}/[^,;\\t=]{1,20}([,;\\t]\\s*[^,;\\t=]{1,60})*\\s*");
    private static final Pattern SETTING = Pattern.compile("\\s*([^=]{1,80}?)\\s*=\\s*(.*?)\\s*");
    private static final Pattern TITLED = Pattern.compile("([A-Z][A-Za-z ]{1,30}):\\s*(.*)");
    private static final Pattern RESULT =
            Pattern.compile("([-+]?[\\d.]+(?:[eE][-+]?\\d+)?)\\s*([A-Za-z/]*)");

    private static final List<Map.Entry<String, Technique>> TECHNIQUES =
            List.of(
                    Map.entry("impedance", Technique.EIS),
                    Map.entry("cyclic voltammetry", Technique.CV),
                    Map.entry("linear sweep", Technique.LSV),
                    Map.entry("tafel", Technique.LSV),
                    Map.entry("differential pulse", Technique.DPV),
                    Map.entry("square wave", Technique.SWV),
                    Map.entry("open circuit", Technique.OCV),
                    Map.entry("chronopotentiometry", Technique.CP),
                    Map.entry("chronoamperometry", Technique.CA),
                    Map.entry("chronocoulometry", Technique.CA),
                    Map.entry("amperometric", Technique.CA),
                    Map.entry("bulk electrolysis", Technique.CA));

    private static final Map<String, QuantityKind> KINDS =
            Map.ofEntries(
                    Map.entry("potential", QuantityKind.POTENTIAL),
                    Map.entry("e", QuantityKind.POTENTIAL),
                    Map.entry("current", QuantityKind.CURRENT),
                    Map.entry("i", QuantityKind.CURRENT),
                    Map.entry("charge", QuantityKind.CHARGE),
                    Map.entry("q", QuantityKind.CHARGE),
                    Map.entry("time", QuantityKind.TIME),
                    Map.entry("freq", QuantityKind.FREQUENCY),
                    Map.entry("frequency", QuantityKind.FREQUENCY),
                    Map.entry("z'", QuantityKind.IMPEDANCE_REAL),
                    Map.entry("z\"", QuantityKind.IMPEDANCE_IMAGINARY),
                    Map.entry("z''", QuantityKind.IMPEDANCE_IMAGINARY),
                    Map.entry("z", QuantityKind.IMPEDANCE_MODULUS),
                    Map.entry("phase", QuantityKind.IMPEDANCE_PHASE));

    private final Map<String, Object> said = new LinkedHashMap<>();
    private String date = "";
    private String title = "";
    private List<String> columns = List.of();
    private String channel = "";
    private String segment = "";

    private ChiHead() {}

    /** Reads up to the line of names, which is then the present one. */
    static ChiHead read(Lines lines) throws IOException {
        ChiHead head = new ChiHead();
        while (lines.next() && lines.number() < LONGEST) {
            String line = lines.text().strip();
            if (lines.number() == 1 && Dates.parse(line, Dates.Order.MONTH_DAY).isPresent()) {
                head.date = line;
            } else if (head.title.isEmpty() && !line.isEmpty() && line.indexOf(':') < 0) {
                head.title = line;
            } else if (isNames(line)) {
                head.columns = names(line);
                return head;
            } else {
                head.take(line);
            }
        }
        throw lines.wrong(
                "expected a line of column names such as Potential/V, Current/A before the rows");
    }

    /** Whether a line has names with units, one of which is of a known quantity. */
    private static boolean isNames(String line) {
        return NAMES.matcher(line).matches()
                && names(line).stream().anyMatch(n -> column(n).kind() != QuantityKind.OTHER);
    }

    private static List<String> names(String line) {
        return Arrays.stream(line.split("[,;\t]")).map(String::strip).toList();
    }

    private void take(String line) {
        Matcher titled = TITLED.matcher(line);
        Matcher setting = SETTING.matcher(line);
        if (line.matches("Channel \\d+:")) {
            channel = line.substring(0, line.length() - 1) + " ";
            segment = "";
        } else if (line.matches("Segment \\d+:")) {
            segment = line.substring(0, line.length() - 1) + " ";
        } else if (titled.matches() && line.indexOf('=') < 0 || line.startsWith("File:")) {
            said.put(
                    line.substring(0, line.indexOf(':')),
                    line.substring(line.indexOf(':') + 1).strip());
        } else if (setting.matches()) {
            put(channel + segment + setting.group(1), setting.group(2));
        } else if (!line.isEmpty()) {
            said.put(line, true);
        }
    }

    /** Results have their unit behind the number; it goes into the name. */
    private void put(String name, String value) {
        Matcher result = RESULT.matcher(value);
        if (result.matches() && !result.group(2).isEmpty()) {
            said.put(distinct(name + " / " + result.group(2)), Metadata.value(result.group(1)));
        } else {
            said.put(distinct(name), Metadata.value(value));
        }
    }

    /** Several peaks of a segment have the same names. */
    private String distinct(String name) {
        String free = name;
        for (int i = 2; said.containsKey(free); i++) {
            free = name + " (" + i + ")";
        }
        return free;
    }

    String title() {
        return title.isEmpty() ? "Measurement" : title;
    }

    List<String> columns() {
        return columns;
    }

    Technique technique() {
        String name = title.toLowerCase(Locale.ROOT);
        return TECHNIQUES.stream()
                .filter(t -> name.contains(t.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Technique.OTHER);
    }

    void tell(RecordingSink recording) {
        Dates.parse(date, Dates.Order.MONTH_DAY).ifPresent(stamp -> recording.start(stamp.local()));
        if (said.get("Instrument Model") instanceof String model) {
            recording.instrument(model);
        }
        said.forEach(
                (key, value) -> {
                    if (!"".equals(value)) {
                        recording.metadata(key, value);
                    }
                });
        boolean current = false;
        for (String name : columns) {
            ColumnSpec spec = column(name);
            current |= spec.kind() == QuantityKind.CURRENT;
            recording.column(spec);
        }
        if (current) {
            recording.assumption("anodic currents are positive; the file does not say");
        }
    }

    /** {@code Potential/V}; {@code i1/A} of the first of several channels. */
    private static ColumnSpec column(String name) {
        ColumnSpec spec = ColumnSpec.of(name.isEmpty() ? "column" : name);
        int slash = name.lastIndexOf('/');
        if (slash < 0) {
            return spec;
        }
        String label = name.substring(0, slash).strip().toLowerCase(Locale.ROOT);
        String symbol = name.substring(slash + 1).strip();
        Optional<Unit> unit = Unit.parse(symbol);
        QuantityKind kind = KINDS.getOrDefault(label.replaceAll("\\d+$", ""), QuantityKind.OTHER);
        return kind != QuantityKind.OTHER
                        && unit.isPresent()
                        && unit.get().dimension() == kind.dimension()
                ? spec.as(kind, unit.get())
                : spec.unit(symbol);
    }
}
