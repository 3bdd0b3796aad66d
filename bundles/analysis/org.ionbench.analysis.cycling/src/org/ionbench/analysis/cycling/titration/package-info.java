// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/** Diffusion in an electrode from pulses of current (GITT) and steps of voltage (PITT). */
package org.ionbench.analysis.cycling.titration;
