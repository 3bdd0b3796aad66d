// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.analysis;

import java.util.List;

/**
 * One setting as doors show it.
 *
 * @param key the record component's name
 * @param label the label on screen
 * @param type the component's type
 * @param unit the unit of a number or window
 * @param help one sentence
 * @param min the smallest number
 * @param max the largest number
 * @param value the default as text
 * @param choices the words an enum takes, else empty
 * @param editor how it is edited where the type does not say
 * @param axis the plot axis it is dragged on; empty if none
 */
public record SettingSpec(
        String key,
        String label,
        Class<?> type,
        String unit,
        String help,
        double min,
        double max,
        String value,
        List<String> choices,
        String editor,
        String axis) {}
