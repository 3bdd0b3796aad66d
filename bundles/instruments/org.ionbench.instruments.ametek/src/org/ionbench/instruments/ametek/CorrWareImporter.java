// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ametek;

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
import org.ionbench.formats.Dates;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Numbers;
import org.ionbench.formats.Unknown;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads CorrWare experiments ({@code .cor}) of Scribner Associates, the software of the PAR 263 and
 * 273 potentiostats, and of programs that write the same.
 *
 * <h2>The format</h2>
 *
 * The line {@code CORRW ASCII}, then the head in lines {@code Key: value}, indented, grouped by
 * {@code Begin Cell Information:} ... {@code End ...:} lines which carry no settings of their own;
 * the third line is the experiment with its title. {@code Date: 09-14-2021 Time: 16:26:54} has the
 * month first. Numbers in the head have the decimal character of the computer. The last line of the
 * head but one names the columns, {@code E(Volts)}, {@code I(A/cm2)}, {@code T(Seconds)}; {@code
 * End Comments} ends it. Rows follow with decimal points, separated by tabs. The current is divided
 * by {@code Surface Area} in cm2, oxidation positive where {@code PolarityI} is 0.
 */
public final class CorrWareImporter implements Importer {
    private static final Pattern SETTING = Pattern.compile("\\s*([^:\\t]{1,60}?):\\s*(.*?)\\s*");
    private static final Pattern DATE =
            Pattern.compile("\\s*Dat[ea]:\\s*(\\S+)\\s+Time:\\s*(\\S+)\\s*");
    private static final Pattern COLUMNS =
            Pattern.compile("\\s*[A-Za-z|]+\\([^)]*\\)(\\t.*\\([^)]*\\))+\\s*");

    @Override
    public Sniff sniff(Head head) {
        return head.startsWith("CORRW ASCII")
                ? Sniff.certain("begins with CORRW ASCII")
                : Sniff.no("does not begin with CORRW ASCII");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        try (Lines lines = Lines.of(source, progress)) {
            if (!lines.next() || !lines.startsWith("CORRW ASCII")) {
                throw new FormatException(source.name(), "line 1", "expected CORRW ASCII");
            }
            Map<String, String> head = head(lines);
            RecordingSink recording =
                    sink.recording(head.getOrDefault("Experiment", "CorrWare"), technique(head));
            Unknown.technique(head.getOrDefault("Experiment", ""), technique(head), recording);
            tell(head, recording);
            String[] names = head.get("columns").split("\t");
            for (String name : names) {
                recording.column(Columns.of(name.strip(), false));
            }
            new PlainRows('\t', names.length).all(lines, recording);
        }
    }

    private static Map<String, String> head(Lines lines) throws IOException {
        Map<String, String> head = new LinkedHashMap<>();
        for (int line = 2; lines.next(); line++) {
            String text = lines.text();
            if (text.strip().equals("End Comments")) {
                head.putIfAbsent("columns", "E(Volts)\tI(A/cm2)\tT(Seconds)");
                return head;
            }
            Matcher date = DATE.matcher(text);
            Matcher setting = SETTING.matcher(text);
            if (date.matches()) {
                head.put("Date", date.group(1));
                head.put("Time", date.group(2));
            } else if (COLUMNS.matcher(text).matches()) {
                head.put("columns", text.strip());
            } else if (line == 2) {
                head.put("Application", text.strip());
            } else if (line == 3) {
                head.put("Experiment", text.strip().split("\t")[0]);
            } else if (setting.matches() && !setting.group(2).isEmpty()) {
                head.putIfAbsent(setting.group(1).strip(), setting.group(2));
            }
        }
        throw lines.wrong("expected the line End Comments before the measured points");
    }

    private static Technique technique(Map<String, String> head) {
        return Techniques.ofName(head.getOrDefault("Experiment", "")).orElse(Technique.OTHER);
    }

    private static void tell(Map<String, String> head, RecordingSink recording) {
        Optional.ofNullable(head.get("Pstat Title")).ifPresent(recording::instrument);
        String date = head.getOrDefault("Date", "") + " " + head.getOrDefault("Time", "");
        Dates.parse(date, Dates.Order.MONTH_DAY)
                .ifPresent(
                        stamp -> {
                            recording.start(stamp.local());
                            if (stamp.isAmbiguous()) {
                                recording.assumption("date " + date.strip() + ": month before day");
                            }
                        });
        if (!head.getOrDefault("PolarityI", "0").equals("0")) {
            recording.problem(
                    Problem.warning(
                            "cor.polarity",
                            "The file says PolarityI "
                                    + head.get("PolarityI")
                                    + ": the sign of the current may be turned."));
        }
        head.forEach(
                (key, value) -> {
                    if (!key.equals("columns")
                            && !key.startsWith("Begin ")
                            && !key.startsWith("End ")) {
                        recording.metadata(key, typed(value));
                    }
                });
    }

    private static Object typed(String value) {
        if (value.matches("[-+]?\\d{1,18}")) {
            return Long.valueOf(value);
        }
        OptionalDouble number =
                (value.indexOf(',') >= 0 ? Numbers.comma() : Numbers.plain()).parse(value);
        return number.isPresent() && !Double.isNaN(number.getAsDouble())
                ? (Object) number.getAsDouble()
                : value;
    }
}
