// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * The few points of a series that are worth drawing. {@link org.ionbench.engine.sampling.Sampler}
 * answers "this series, this window, these pixels": where x ascends, with at most four points a
 * pixel column from a pyramid of minima and maxima; for loops, with what is needed to cover the
 * same pixels. Millions of rows cost as much to draw as thousands.
 */
package org.ionbench.engine.sampling;
