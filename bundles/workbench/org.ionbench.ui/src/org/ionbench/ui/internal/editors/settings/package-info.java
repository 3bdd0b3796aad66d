// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * The settings of a run as fields, made from the description of its record of settings: numbers
 * with units, words of an enum, windows and masks that are touched on the chart, circuits. What is
 * refused stays in its field, with the sentence.
 */
package org.ionbench.ui.internal.editors.settings;
