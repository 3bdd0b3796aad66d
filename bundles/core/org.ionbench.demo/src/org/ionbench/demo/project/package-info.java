// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** The example project, made by the engine out of the twin's files; both doors offer it. */
package org.ionbench.demo.project;
