// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.analysis.Setting;
import org.ionbench.api.analysis.SettingSpec;
import org.ionbench.api.analysis.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitNumberTest {

    record Sample(
            @Setting(label = "Highest frequency", value = "1", unit = "Hz", min = 0, max = 1e9)
                    double highest,
            @Setting(label = "Factor", value = "1") double factor,
            @Setting(label = "At", value = "0", unit = "degC") double at) {}

    private static SettingSpec spec(int index) {
        return Settings.describe(Sample.class).get(index);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100",
        "0.1 kHz, 100",
        "1MHz, 1e6",
        "1\u2009MHz, 1e6",
        "2.5e3 Hz, 2500",
        "'1,5 kHz', 1500",
    })
    void frequencies(String typed, double hertz) {
        assertEquals(hertz, UnitNumber.read(typed, spec(0)), 0);
    }

    @Test
    void whatIsPrintedIsReadAgain() {
        for (double x : new double[] {1e6, 49.68, 0.5, 1e-3, 123456.789}) {
            String printed = UnitNumber.print(x, spec(0));
            assertEquals(x, UnitNumber.read(printed, spec(0)), 1e-9 * x, printed);
        }
        assertEquals("1\u2009MHz", UnitNumber.print(1e6, spec(0)));
    }

    @Test
    void temperaturesAreNoDifferences() {
        assertEquals(60, UnitNumber.read("333.15 K", spec(2)), 1e-9);
    }

    @Test
    void whatIsRefusedIsNamedWithTheSettingsLabel() {
        String unit =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> UnitNumber.read("0.5 mV", spec(0)))
                        .getMessage();
        assertEquals(
                "Highest frequency takes a number in Hz or with its unit, not \u201c0.5 mV\u201d.",
                unit);
        String range =
                assertThrows(IllegalArgumentException.class, () -> UnitNumber.read("-1", spec(0)))
                        .getMessage();
        assertTrue(range.startsWith("Highest frequency takes a number from 0"), range);
        assertThrows(IllegalArgumentException.class, () -> UnitNumber.read("2 Hz", spec(1)));
        assertThrows(IllegalArgumentException.class, () -> UnitNumber.read("", spec(1)));
    }
}
