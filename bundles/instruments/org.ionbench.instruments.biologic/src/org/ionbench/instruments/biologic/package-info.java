// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Importers for files of BioLogic instruments: EC-Lab and BT-Lab binary {@code .mpr}, and the text
 * exports {@code .mpt}, {@code .txt} and {@code .csv}. The Javadoc of each importer is the
 * description of its format.
 */
package org.ionbench.instruments.biologic;
