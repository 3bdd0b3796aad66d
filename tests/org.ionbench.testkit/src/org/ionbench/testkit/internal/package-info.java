// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * How damaged files are made and read in a JVM of their own, and expectations are read; no promise
 * is made about it.
 */
package org.ionbench.testkit.internal;
