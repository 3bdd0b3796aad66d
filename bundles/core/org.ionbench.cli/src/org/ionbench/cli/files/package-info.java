// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Commands on files, without a project: inspect, convert, fit, list. They load no EMF. */
package org.ionbench.cli.files;
