// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Contract tests a contributor extends: sniffing, reading, cancelling, truncation and mutation of
 * an importer's files.
 */
package org.ionbench.testkit;
