// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * Equivalent circuits: elements as plug-ins contribute them, the tree of a circuit, its code and
 * its evaluation with derivatives. Elements are contributed through the extension point {@code
 * org.ionbench.api.elements}.
 */
package org.ionbench.api.circuit;
