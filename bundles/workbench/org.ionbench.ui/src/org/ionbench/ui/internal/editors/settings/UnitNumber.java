// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.settings;

import org.ionbench.api.analysis.SettingSpec;
import org.ionbench.api.quantity.Unit;
import org.ionbench.engine.output.Printed;
import org.ionbench.engine.plotting.UnitText;
import org.ionbench.engine.session.Measurement;

import java.util.Locale;
import java.util.Optional;

/** Numbers of a setting as people type and read them: {@code 1 MHz} for 1000000 in Hz. */
final class UnitNumber {

    private UnitNumber() {}

    /** A unit as printed; empty for none. */
    static String unit(String symbol) {
        return UnitText.of(symbol);
    }

    /** A number in a setting's unit, with the prefix that suits it. */
    static String print(double value, SettingSpec spec) {
        return Printed.TYPESET.given(value, spec.unit());
    }

    /**
     * Reads a number with or without a unit.
     *
     * @return the number in the setting's unit
     * @throws IllegalArgumentException with a sentence if it is none, or out of range
     */
    static double read(String typed, SettingSpec spec) {
        String text =
                typed.strip()
                        .replace('\u2212', '-')
                        .replace('\u2009', ' ')
                        .replace('\u00a0', ' ')
                        .replace('\u00b5', 'u')
                        .replace("\u03a9", "ohm");
        Optional<Unit> own = Unit.parse(spec.unit());
        Measurement m = Measurement.parse(text).orElseThrow(() -> wrong(typed, spec));
        boolean isBare = m.unit().symbol().equals("1");
        if (!isBare && !own.map(m.unit()::isCompatible).orElse(false)) {
            throw wrong(typed, spec);
        }
        double value =
                isBare || own.isEmpty() ? m.value() : own.get().fromSi(m.unit().toSi(m.value()));
        // 0.1 kHz is 100 Hz and not 100.00000000000001
        double rounded = Double.parseDouble(String.format(Locale.ROOT, "%.12g", value));
        if (!(spec.min() <= rounded && rounded <= spec.max())) {
            throw new IllegalArgumentException(
                    spec.label()
                            + " takes a number from "
                            + print(spec.min(), spec)
                            + " to "
                            + print(spec.max(), spec)
                            + ", not \u201c"
                            + typed
                            + "\u201d.");
        }
        return rounded;
    }

    private static IllegalArgumentException wrong(String typed, SettingSpec spec) {
        boolean hasUnit = !spec.unit().equals("1");
        return new IllegalArgumentException(
                spec.label()
                        + " takes a number"
                        + (hasUnit ? " in " + unit(spec.unit()) + " or with its unit" : "")
                        + ", not \u201c"
                        + typed
                        + "\u201d.");
    }
}
