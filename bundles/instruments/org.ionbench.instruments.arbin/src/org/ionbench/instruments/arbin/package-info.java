// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Importers for battery cyclers of Arbin Instruments: the Jet databases of MITS 4 to 7 and what
 * DataPro, MITS Pro and programs around them export. Current is positive while a cell is charged,
 * as it is here.
 */
package org.ionbench.instruments.arbin;
