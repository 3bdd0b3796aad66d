// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** What only a running platform shows: bundles that resolve, an extension registry that is full. */
package org.ionbench.tests;
