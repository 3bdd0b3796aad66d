// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output;

import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column of numbers in a table, with one power of ten in its header and as many decimals in each
 * row, so that numbers stand below each other: {@code Conductivity / 10⁻³ S cm⁻¹}. Numbers too far
 * apart for that are written each for itself.
 */
public final class NumberColumn {
    private static final int DIGITS = 5;
    private static final int SMALLEST_EXPONENT = -2;
    private static final int LARGEST_EXPONENT = 4;
    private static final double WIDEST = 1e-3;
    private static final Printed PRINT = Printed.TYPESET;

    private final String header;
    private final int power;
    private final Optional<Integer> decimals;

    private NumberColumn(String header, int power, Optional<Integer> decimals) {
        this.header = header;
        this.power = power;
        this.decimals = decimals;
    }

    /**
     * Typesets a column.
     *
     * @param header {@code quantity / unit}
     */
    public static NumberColumn of(String header, List<Double> values) {
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (double v : values) {
            if (Double.isFinite(v) && v != 0) {
                largest = Math.max(largest, Math.abs(v));
                smallest = Math.min(smallest, Math.abs(v));
            }
        }
        if (largest == 0) {
            return new NumberColumn(header(header, 0), 0, Optional.of(0));
        }
        if (smallest < WIDEST * largest) {
            return new NumberColumn(header(header, 0), 0, Optional.empty());
        }
        int exponent = (int) Math.floor(Math.log10(largest));
        boolean plain = exponent >= SMALLEST_EXPONENT && exponent <= LARGEST_EXPONENT;
        int power = plain ? 0 : 3 * Math.floorDiv(exponent, 3);
        int most = Math.max(0, DIGITS - 1 - (exponent - power));
        List<BigDecimal> shown = new ArrayList<>();
        for (double v : values) {
            if (Double.isFinite(v)) {
                shown.add(rounded(v, power, most));
            }
        }
        int needed =
                shown.stream()
                        .mapToInt(b -> Math.max(0, b.stripTrailingZeros().scale()))
                        .max()
                        .orElse(0);
        return new NumberColumn(header(header, power), power, Optional.of(needed));
    }

    /** The columns of a table; empty where one holds no numbers. */
    public static List<Optional<NumberColumn>> of(DataTable table) {
        List<Optional<NumberColumn>> columns = new ArrayList<>();
        for (int c = 0; c < table.headers().size(); c++) {
            List<Double> numbers = new ArrayList<>();
            for (List<Object> row : table.rows()) {
                if (c < row.size() && row.get(c) instanceof Double d) {
                    numbers.add(d);
                }
            }
            columns.add(
                    numbers.isEmpty()
                            ? Optional.empty()
                            : Optional.of(of(table.headers().get(c), numbers)));
        }
        return columns;
    }

    private static BigDecimal rounded(double value, int power, int decimals) {
        return BigDecimal.valueOf(value)
                .scaleByPowerOfTen(-power)
                .setScale(decimals, RoundingMode.HALF_EVEN);
    }

    /** The header with unit and power. */
    public String header() {
        return header;
    }

    /** A number of the column. */
    public String text(double value) {
        return decimals.isEmpty() || !Double.isFinite(value)
                ? PRINT.number(value)
                : PRINT.decimal(rounded(value, power, decimals.get()));
    }

    /** {@code Conductivity / 10⁻³ S cm⁻¹} for {@code Conductivity / S/cm} and a power of -3. */
    static String header(String header, int power) {
        int slash = header.indexOf(" / ");
        String quantity = slash < 0 ? header : header.substring(0, slash);
        String unit = slash < 0 ? "" : header.substring(slash + 3);
        String printed = Unit.parse(unit).isPresent() ? PRINT.unit(unit) : unit;
        // a unit never breaks over lines
        String kept = (power == 0 ? "" : PRINT.powerOfTen(power) + "\u202f") + printed;
        return kept.isEmpty() ? quantity : quantity + " /\u00a0" + kept.replace('\u2009', '\u202f');
    }
}
