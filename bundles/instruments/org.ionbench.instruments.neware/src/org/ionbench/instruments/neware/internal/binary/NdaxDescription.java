// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware.internal.binary;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.formats.Dates;
import org.ionbench.formats.Metadata;
import org.ionbench.formats.Numbers;
import org.ionbench.formats.XmlReader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code TestInfo.xml}, {@code VersionInfo.xml}, {@code Step.xml} and {@code NdaxConfig.xml}
 * of a {@code .ndax} say of the test.
 */
public final class NdaxDescription {
    private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml[^>]*\\?>");
    private static final List<String> TEST =
            List.of(
                    "DevType",
                    "DevID",
                    "UnitID",
                    "ChlID",
                    "TestID",
                    "SN",
                    "Barcode",
                    "StepName",
                    "StartTime",
                    "EndTime",
                    "CurrRange",
                    "VoltRange",
                    "Remark");
    private static final List<String> VERSIONS =
            List.of("SvrVer", "CurrClientVer", "ZwjVersion", "ZwjSn", "MainXwjVer");
    private static final List<String> SCHEDULE = List.of("Creator", "PN", "Remark");

    private final Map<String, Object> told = new LinkedHashMap<>();
    private final List<Map<String, String>> channels = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final StringBuilder steps = new StringBuilder();
    private Optional<LocalDateTime> start = Optional.empty();
    private boolean countsCycles;

    /** Takes one of the files; what cannot be read of it is a problem. */
    public void take(String name, byte[] bytes) throws IOException {
        try (XmlReader xml = open(name, bytes)) {
            while (xml.next()) {
                switch (name) {
                    case "TestInfo.xml" -> test(xml);
                    case "VersionInfo.xml" -> {
                        if (xml.name().equals("ZwjVersion")) {
                            attributes(xml, VERSIONS);
                        }
                    }
                    case "NdaxConfig.xml" ->
                            countsCycles |=
                                    xml.attribute("CycleMode").filter("1"::equals).isPresent();
                    default -> step(xml);
                }
            }
        } catch (FormatException e) {
            problems.add(
                    Problem.warning(
                                    "neware.description",
                                    "A part of what the file says about the test cannot be read: "
                                            + e.getMessage()
                                            + ".")
                            .at(name));
        }
    }

    /**
     * A document in the encoding it declares, which is GB 2312 where it is not UTF-8; bytes of
     * another one are replaced and not refused.
     */
    private static XmlReader open(String name, byte[] bytes) throws IOException {
        String head =
                new String(bytes, 0, Math.min(100, bytes.length), StandardCharsets.ISO_8859_1);
        boolean utf8 = head.toLowerCase(Locale.ROOT).contains("utf-8");
        Charset charset = utf8 ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
        String text = new String(bytes, charset);
        String body = DECLARATION.matcher(text).replaceFirst("");
        return XmlReader.of(
                name, new ByteArrayInputStream(body.strip().getBytes(StandardCharsets.UTF_8)));
    }

    private void test(XmlReader xml) {
        if (xml.name().equals("TestInfo")) {
            attributes(xml, TEST);
            start =
                    xml.attribute("StartTime")
                            .flatMap(s -> Dates.parse(s, Dates.Order.DAY_MONTH))
                            .map(Dates.Stamp::local);
        } else if (xml.name().toLowerCase(Locale.ROOT).contains("aux")) {
            Map<String, String> channel = new LinkedHashMap<>();
            for (String key : List.of("AuxID", "RealChlID", "ChlType")) {
                xml.attribute(key).ifPresent(value -> channel.put(key, value));
            }
            channels.add(channel);
        }
    }

    private void step(XmlReader xml) {
        Optional<String> value = xml.attribute("Value");
        if (SCHEDULE.contains(xml.name())) {
            value.filter(v -> !v.isBlank())
                    .ifPresent(v -> told.putIfAbsent(xml.name(), Metadata.value(v)));
        } else if (xml.name().equals("SCQ_F")) {
            number(value)
                    .ifPresent(kilograms -> told.put("Active material mass / mg", 1e6 * kilograms));
        } else if (xml.name().equals("SCQ")) {
            number(value).ifPresent(v -> told.putIfAbsent("Active material mass / mg", v / 100));
        } else if (xml.attribute("Step_Type").isPresent() && steps.length() < 4000) {
            OptionalDouble type = number(xml.attribute("Step_Type"));
            String kind =
                    type.isPresent() ? StepType.name((int) type.getAsDouble()) : "Type unknown";
            steps.append(steps.length() > 0 ? "; " : "")
                    .append(xml.attribute("Step_ID").orElse("?"))
                    .append(' ')
                    .append(kind);
        }
    }

    private static OptionalDouble number(Optional<String> text) {
        return text.isPresent() ? Numbers.plain().parse(text.get()) : OptionalDouble.empty();
    }

    private void attributes(XmlReader xml, List<String> names) {
        for (String name : names) {
            xml.attribute(name)
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> told.put(name, Metadata.value(value)));
        }
    }

    /** What is said of further channels, in the order of the file. */
    public List<Map<String, String>> channels() {
        return channels;
    }

    /** What is said of the channel with a number in the tester, or at a place in the order. */
    public Map<String, String> channel(String fileName, int place, int files) {
        Matcher m = Pattern.compile("data_AUX_(\\d+)_.*").matcher(fileName);
        if (m.matches()) {
            List<Map<String, String>> same =
                    channels.stream().filter(c -> m.group(1).equals(c.get("RealChlID"))).toList();
            if (same.size() == 1) {
                return same.getFirst();
            }
        }
        return channels.size() == files ? channels.get(place) : Map.of();
    }

    /** Whether cycles are to be counted from the steps, whatever is stored of them. */
    public boolean countsCycles() {
        return countsCycles;
    }

    /** The start in local time, as the file has it. */
    public Optional<LocalDateTime> start() {
        return start;
    }

    /** Tells all that is known. */
    public void tell(RecordingSink recording) {
        recording.instrument("Neware");
        told.forEach(recording::metadata);
        if (steps.length() > 0) {
            recording.metadata("Schedule", steps.toString());
        }
        problems.forEach(recording::problem);
    }
}
