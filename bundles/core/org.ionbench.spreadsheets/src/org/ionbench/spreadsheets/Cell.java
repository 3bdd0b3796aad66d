// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.spreadsheets;

import java.time.LocalDateTime;
import java.util.Locale;

/** What stands in a cell of a sheet. Of a formula it is the value the spreadsheet computed last. */
public sealed interface Cell {

    /** A cell with nothing in it. */
    record Empty() implements Cell {
        @Override
        public String text() {
            return "";
        }
    }

    /** A text. */
    record Text(String text) implements Cell {}

    /** A number, as the file has it: all its digits, whatever the sheet shows. */
    record Number(double value) implements Cell {
        @Override
        public String text() {
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }
    }

    /**
     * A number that the sheet shows as a date or as a time of day.
     *
     * @param value local time, to the microsecond; a time without a day is one of 1899-12-30
     * @param days the number itself: days since 1899-12-30, in workbooks that count from 1904 too
     */
    record Date(LocalDateTime value, double days) implements Cell {
        @Override
        public String text() {
            return value.toString();
        }
    }

    /** True or false. */
    record Flag(boolean value) implements Cell {
        @Override
        public String text() {
            return Boolean.toString(value).toUpperCase(Locale.ROOT);
        }
    }

    /**
     * A formula that gave no value.
     *
     * @param text such as {@code #DIV/0!}
     */
    record Fault(String text) implements Cell {}

    /** The one cell with nothing in it that is ever needed. */
    Cell EMPTY = new Empty();

    /** What stands in it as text: numbers as Java prints them, dates as ISO 8601. */
    String text();

    /** Whether nothing, or nothing but blanks, stands in it. */
    default boolean isBlank() {
        return text().isBlank();
    }

    /** The number in it, also of a date or of true and false; NaN where there is none. */
    default double number() {
        return switch (this) {
            case Number n -> n.value;
            case Date d -> d.days;
            case Flag f -> f.value ? 1 : 0;
            case Empty _, Text _, Fault _ -> Double.NaN;
        };
    }
}
