// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * The experiments of the paper, each as cells with what a user would type about them, the files
 * measured on them and the analyses to run: conduction, transference, stability, cycling,
 * composition.
 */
package org.ionbench.demo.studies;
