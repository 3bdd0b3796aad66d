// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Generates the Java code of the experiment project's EMF model during the build. */
package org.ionbench.emfgen;
