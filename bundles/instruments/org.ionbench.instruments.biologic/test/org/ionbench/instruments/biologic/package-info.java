// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Tests of the importers for BioLogic's files. */
package org.ionbench.instruments.biologic;
