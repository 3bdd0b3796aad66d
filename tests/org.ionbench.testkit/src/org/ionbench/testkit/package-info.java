// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Contract tests a contributor extends: {@link org.ionbench.testkit.ImporterContract} and {@link
 * org.ionbench.testkit.AnalysisContract}, with {@link org.ionbench.testkit.MemorySource} and {@link
 * org.ionbench.testkit.RecordedSink} to read files without the engine, and {@link
 * org.ionbench.testkit.Samples} to compare real files with what others read in them. Sees the api
 * and JUnit only.
 */
package org.ionbench.testkit;
