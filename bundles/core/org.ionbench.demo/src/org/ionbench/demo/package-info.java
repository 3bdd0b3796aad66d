// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Writes the synthetic example files in the formats of real instruments: a twin of Hehn et al. 2025
 * (doi 10.1021/acsami.5c01939), generated from equations whose parameters are known, so that what
 * an analysis finds can be held against the truth.
 *
 * <p>{@link org.ionbench.demo.Twin} is the way in: its cells, as plain data, and the files that
 * were "measured" on them. {@link org.ionbench.demo.Pellet} and {@link org.ionbench.demo.Fixture}
 * are the physics, {@link org.ionbench.demo.Bench} the instrument with its noise, {@link
 * org.ionbench.demo.ParFile} the file format; they serve for files of other parameters too. {@link
 * org.ionbench.demo.Published} is what the paper printed, which no analysis reads.
 */
package org.ionbench.demo;
