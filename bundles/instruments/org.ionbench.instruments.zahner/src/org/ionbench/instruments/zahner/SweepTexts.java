// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.zahner;

import org.ionbench.api.problem.Problem;
import org.ionbench.formats.Numbers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts that {@code .isc} and {@code .iss} files share, the scale of the potential among them.
 */
final class SweepTexts {
    static final List<String> NAMES =
            List.of(
                    "Date",
                    "System",
                    "Temperature",
                    "Time",
                    "Slew rate",
                    "Comment 1",
                    "Comment 2",
                    "Comment 3",
                    "Comment 4",
                    "Comment 5",
                    "Electrode area",
                    "Potential scale");

    private static final Pattern SCALE =
            Pattern.compile("\\s*([^,\\s]+)\\s*,\\s*([^,\\s]+)\\s*PO.PF.*", Pattern.DOTALL);

    private SweepTexts() {}

    /**
     * Potentials in V of the integers of the file.
     *
     * @return empty where the texts have no scale
     */
    static Optional<double[]> potential(Map<String, String> texts, double[] steps, int rows) {
        Matcher scale = SCALE.matcher(texts.getOrDefault("Potential scale", ""));
        if (!scale.matches()) {
            return Optional.empty();
        }
        OptionalDouble offset = Numbers.plain().parse(scale.group(1));
        OptionalDouble factor = Numbers.plain().parse(scale.group(2));
        if (offset.isEmpty() || factor.isEmpty()) {
            return Optional.empty();
        }
        double[] volts = new double[rows];
        for (int i = 0; i < rows; i++) {
            volts[i] = steps[i] * (factor.getAsDouble() / 8000) + offset.getAsDouble();
        }
        return Optional.of(volts);
    }

    static Problem noScale() {
        return Problem.warning(
                        "isc.scale",
                        "The scale of the potential cannot be read; the potential is left as the"
                                + " integers of the file.")
                .mend("Please send us the file if it is whole.");
    }
}
