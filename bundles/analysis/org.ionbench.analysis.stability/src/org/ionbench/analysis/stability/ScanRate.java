// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** Scan rates in V/s: as files say them, as results carry them. */
public final class ScanRate {
    private static final String CONDITION = "scan rate";
    private static final Pattern KEY = Pattern.compile("scan ?rate\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");

    private ScanRate() {}

    /** What the file says; NaN where it does not. */
    static double told(Recording recording) {
        for (Map.Entry<String, Object> entry : recording.metadata().entrySet()) {
            String key = entry.getKey();
            if (!KEY.matcher(key).matches()) {
                continue;
            }
            Matcher number = NUMBER.matcher(String.valueOf(entry.getValue()));
            if (number.find()) {
                String unit = key + String.valueOf(entry.getValue()).substring(number.end());
                double factor = unit.contains("mV") ? 1e-3 : 1;
                return Math.abs(Double.parseDouble(number.group())) * factor;
            }
        }
        return Double.NaN;
    }

    /** Adds the rate a result holds for; NaN for an unknown one adds nothing. */
    public static Quantity put(Quantity q, double rate) {
        return Double.isFinite(rate) ? q.withCondition(CONDITION, NumberText.of(rate, "V/s")) : q;
    }

    /** The rate a result holds for. */
    public static Optional<Double> of(Quantity q) {
        return NumberText.si(q.conditions().getOrDefault(CONDITION, ""));
    }

    /** How many of rising rates differ by 5 % or more. */
    public static int distinct(DoubleStream rising) {
        int n = 0;
        double last = 0;
        for (double rate : rising.toArray()) {
            if (rate > 1.05 * last) {
                n++;
                last = rate;
            }
        }
        return n;
    }
}
