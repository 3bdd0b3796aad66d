// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware;

import org.ionbench.instruments.neware.Cycling.Point;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes exports of {@link Cycling} as the vendor's programs do. */
final class ExportFile {
    static final List<String> ENGLISH =
            List.of(
                    "DataPoint",
                    "Cycle Index",
                    "Step Index",
                    "Step Type",
                    "Time",
                    "Total Time",
                    "Current(\u00b5A)",
                    "Voltage(mV)",
                    "Chg. Cap.(mAs)",
                    "DChg. Cap.(mAs)",
                    "Energy(mWs)",
                    "Spec. Cap.(mAh/g)",
                    "Date",
                    "Module start-stop switch");
    static final List<String> CHINESE =
            List.of(
                    "\u6570\u636e\u5e8f\u53f7",
                    "\u5faa\u73af\u53f7",
                    "\u5de5\u6b65\u53f7",
                    "\u5de5\u6b65\u7c7b\u578b",
                    "\u65f6\u95f4",
                    "\u603b\u65f6\u95f4",
                    "\u7535\u6d41(uA)",
                    "\u7535\u538b(mV)",
                    "\u5145\u7535\u5bb9\u91cf(mAs)",
                    "\u653e\u7535\u5bb9\u91cf(mAs)",
                    "\u80fd\u91cf(mWs)",
                    "\u6bd4\u5bb9\u91cf(mAh/g)",
                    "\u7edd\u5bf9\u65f6\u95f4",
                    "\u6a21\u5757\u542f\u505c\u5f00\u5173");
    static final Map<Integer, String> TYPES = Map.of(4, "Rest", 1, "CC Chg", 2, "CC DChg");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter AMERICAN =
            DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss", Locale.ROOT);

    private ExportFile() {}

    /** One line of headings, one row for each point. */
    static List<List<String>> flat(List<String> headings, List<Point> points) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(headings);
        int before = 0;
        for (int i = 0; i < points.size(); i++) {
            Point p = points.get(i);
            before += i > 0 && p.time() == 0 ? points.get(i - 1).time() : 0;
            rows.add(
                    List.of(
                            "" + p.index(),
                            "" + p.cycle(),
                            "" + p.step(),
                            TYPES.get(p.type()),
                            time(p.time()),
                            time(before + p.time()),
                            number(p.current()),
                            number(p.voltage()),
                            number(p.charge()),
                            number(p.discharge()),
                            number(p.chargeEnergy() + p.dischargeEnergy()),
                            "0.00",
                            local(p).format(DATE),
                            "Close"));
        }
        return rows;
    }

    /** Three lines of headings, rows of cycles, steps and points. */
    static List<List<String>> layered(List<Point> points) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Cycle ID", "Cap_Chg(mAh)", "Charge Time(h:min:s.ms)"));
        rows.add(List.of("", "Step ID", "Step Name", "Step Time(h:min:s.ms)"));
        rows.add(
                List.of(
                        "",
                        "",
                        "Record ID",
                        "Time(h:min:s.ms)",
                        "Voltage(V)",
                        "Current(mA)",
                        "Capacitance_Chg(mAh)",
                        "Capacitance_DChg(mAh)",
                        "Energy(mWh)",
                        "Realtime"));
        int cycle = 0;
        int count = 0;
        for (Point p : points) {
            if (p.cycle() != cycle) {
                cycle = p.cycle();
                rows.add(List.of("" + cycle, "5.0", "0:00:09.000"));
            }
            if (p.count() != count) {
                count = p.count();
                rows.add(List.of("", "" + p.step(), TYPES.get(p.type()), "0:00:09.000"));
            }
            rows.add(
                    List.of(
                            "",
                            "",
                            "" + p.index(),
                            time(p.time()),
                            number(p.voltage() / 1e3),
                            number(p.current() / 1e3),
                            number(p.charge() / 3600),
                            number(p.discharge() / 3600),
                            number((p.chargeEnergy() + p.dischargeEnergy()) / 3600),
                            local(p).format(AMERICAN)));
        }
        return rows;
    }

    /** Lines of fields; those but the first in quotes with a tab before, where asked for. */
    static String text(List<List<String>> rows, char delimiter, boolean quoted) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                boolean quote = quoted && i > 0 && !row.get(i).isEmpty();
                text.append(i > 0 ? String.valueOf(delimiter) : "")
                        .append(quote ? "\"\t" + row.get(i) + '"' : row.get(i));
            }
            text.append(quoted ? ",\"\t\",,,\n" : "\n");
        }
        return text.toString();
    }

    private static LocalDateTime local(Point p) {
        return LocalDateTime.ofEpochSecond(p.seconds(), 0, ZoneOffset.ofHours(2));
    }

    private static String time(int seconds) {
        return String.format(
                Locale.ROOT, "%d:%02d:%02d.000", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static String number(double value) {
        return Double.toString(value);
    }
}
