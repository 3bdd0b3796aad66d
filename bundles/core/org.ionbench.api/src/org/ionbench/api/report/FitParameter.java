// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.report;

import org.ionbench.api.quantity.Interval;

import java.util.Optional;

/**
 * A parameter of a fit, as lmfit has it.
 *
 * @param name such as {@code "CPE1.Q"}
 * @param value the best value
 * @param unit the unit's symbol, such as {@code "ohm^-1 s^n"}
 * @param stderr the standard error; NaN where fixed or not to be told
 * @param ci95 the 95 % interval, value -+ t x stderr; empty where stderr is NaN
 * @param vary whether it was fitted
 * @param min the lower bound, may be infinite
 * @param max the upper bound, may be infinite
 */
public record FitParameter(
        String name,
        double value,
        String unit,
        double stderr,
        Optional<Interval> ci95,
        boolean vary,
        double min,
        double max) {}
