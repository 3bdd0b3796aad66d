// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * Tables of named columns: values as the vendor stored them, each column with what it measures, its
 * unit and the sign that turns it into the canonical quantity. Tables never change.
 */
package org.ionbench.api.table;
