// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.frames;

import java.util.List;
import java.util.Map;

/**
 * A data frame of pandas, its columns of numbers.
 *
 * @param columns in the order of the frame; each has at least as many values as the frame has rows
 * @param rows how many rows it has
 * @param unread names of columns that are no numbers
 */
public record DataFrame(Map<String, double[]> columns, int rows, List<String> unread) {}
