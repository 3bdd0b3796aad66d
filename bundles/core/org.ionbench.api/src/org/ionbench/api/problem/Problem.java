// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.problem;

import java.util.Arrays;
import java.util.List;

/**
 * Bad data, said in one sentence; work goes on. The code is a stable id for quick fixes, tests and
 * translation ({@code "par.uncalibrated"}); arguments are the values the sentence was made with.
 */
public final class Problem {
    private final String code;
    private final Severity severity;
    private final String message;
    private final List<String> arguments;
    private final String place;
    private final String mend;
    private final List<Change> changes;

    private Problem(
            String code,
            Severity severity,
            String message,
            List<String> arguments,
            String place,
            String mend,
            List<Change> changes) {
        this.code = code;
        this.severity = severity;
        this.message = message;
        this.arguments = List.copyOf(arguments);
        this.place = place;
        this.mend = mend;
        this.changes = List.copyOf(changes);
    }

    /** A problem without a place or a mend. */
    public static Problem of(String code, Severity severity, String message) {
        return new Problem(code, severity, message, List.of(), "", "", List.of());
    }

    public static Problem info(String code, String message) {
        return of(code, Severity.INFO, message);
    }

    public static Problem warning(String code, String message) {
        return of(code, Severity.WARNING, message);
    }

    public static Problem error(String code, String message) {
        return of(code, Severity.ERROR, message);
    }

    public String code() {
        return code;
    }

    public Severity severity() {
        return severity;
    }

    /** One clear sentence. */
    public String message() {
        return message;
    }

    public List<String> arguments() {
        return arguments;
    }

    /**
     * Where: {@code "line 17"}, {@code "byte 4096"}, {@code "column 3"}; empty if nowhere special.
     */
    public String place() {
        return place;
    }

    /** What to do about it; empty if nothing can be said. */
    public String mend() {
        return mend;
    }

    /** Changes of which each would mend it, the likeliest first; empty if none is known. */
    public List<Change> changes() {
        return changes;
    }

    /** The same problem with changes of which each would mend it, the likeliest first. */
    public Problem mendedBy(List<Change> each) {
        return new Problem(code, severity, message, arguments, place, mend, each);
    }

    /** The same problem at a place. */
    public Problem at(String where) {
        return new Problem(code, severity, message, arguments, where, mend, changes);
    }

    /** The same problem with what to do. */
    public Problem mend(String what) {
        return new Problem(code, severity, message, arguments, place, what, changes);
    }

    /** The same problem with the values its sentence was made with. */
    public Problem with(Object... values) {
        return new Problem(
                code,
                severity,
                message,
                Arrays.stream(values).map(String::valueOf).toList(),
                place,
                mend,
                changes);
    }

    @Override
    public String toString() {
        return severity.id()
                + ": "
                + message
                + (place.isEmpty() ? "" : " (" + place + ")")
                + (mend.isEmpty() ? "" : " " + mend);
    }
}
