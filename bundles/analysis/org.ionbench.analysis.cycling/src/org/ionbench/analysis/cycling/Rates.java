// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import org.ionbench.api.quantity.NumberText;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Names of currents: C/10 is the current that moves the reference capacity in ten hours. Currents
 * that lie within 5 % of each other are one class. Without a reference capacity a class is named by
 * its current.
 */
public final class Rates {
    private static final double SAME = 0.05;
    private static final double NAMED = 0.06;
    private static final double[] NICE = {
        1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 7.5, 8, 10, 12, 15, 20, 24, 25, 30, 40, 50, 60, 80, 100, 150,
        200, 250, 300, 400, 500, 1000
    };

    private final double hour;
    private final double[] classes;
    private final String[] names;

    private Rates(double hour, double[] classes) {
        this.hour = hour;
        this.classes = classes;
        this.names = Arrays.stream(classes).mapToObj(this::named).toArray(String[]::new);
    }

    /**
     * Classes of the currents that occur.
     *
     * @param referenceCharge in C; NaN where it is not known
     * @param currents in A, without sign; NaN are passed over
     */
    public static Rates of(double referenceCharge, List<Double> currents) {
        double[] sorted =
                currents.stream()
                        .mapToDouble(Double::doubleValue)
                        .filter(a -> a > 0 && Double.isFinite(a))
                        .sorted()
                        .toArray();
        List<Double> middles = new ArrayList<>();
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] <= sorted[to - 1] * (1 + SAME)) {
                to++;
            }
            middles.add(sorted[(from + to) / 2]);
            from = to;
        }
        return new Rates(
                referenceCharge / 3600,
                middles.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The place of the class nearest to a current; -1 for none. */
    private int place(double current) {
        if (!(current > 0) || classes.length == 0) {
            return -1;
        }
        int at = Arrays.binarySearch(classes, current);
        if (at >= 0) {
            return at;
        }
        int above = -at - 1;
        if (above == 0 || above == classes.length) {
            return Math.min(above, classes.length - 1);
        }
        return current / classes[above - 1] < classes[above] / current ? above - 1 : above;
    }

    /** {@code "C/10"}, {@code "2C"}, {@code "0.048 mA"}; empty for no current. */
    public String name(double current) {
        int place = place(current);
        return place < 0 ? "" : names[place];
    }

    private static double distance(double a, double b) {
        return Math.abs(Math.log(a / b));
    }

    private String named(double of) {
        if (!(hour > 0)) {
            return NumberText.of(1e3 * of) + " mA";
        }
        double rate = of / hour;
        boolean isSlow = rate < 1;
        double count = isSlow ? 1 / rate : rate;
        double nice = count;
        for (double n : NICE) {
            if (distance(n, count) < NAMED && (nice == count || closer(n, nice, count))) {
                nice = n;
            }
        }
        if (nice == 1) {
            return "1C";
        }
        String text =
                nice == count && count < 1000
                        ? three(count)
                        : nice == Math.rint(nice) ? String.valueOf((long) nice) : three(nice);
        return isSlow ? "C/" + text : text + "C";
    }

    private static boolean closer(double a, double b, double to) {
        return distance(a, to) < distance(b, to);
    }

    private static String three(double x) {
        String s = new BigDecimal(x).round(new MathContext(3)).toPlainString();
        return s.contains(".") ? s.replaceAll("0+$", "").replaceAll("\\.$", "") : s;
    }
}
