// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * The rules of ARCHITECTURE.md as tests. They read what the build compiled ({@link
 * org.ionbench.architecture.Bundle#classes}) and what the manifests say, so they run after every
 * bundle. Each rule says why it is there: a rule whose reason has gone may go too, after a decision
 * in {@code docs/decisions}.
 */
package org.ionbench.architecture;
