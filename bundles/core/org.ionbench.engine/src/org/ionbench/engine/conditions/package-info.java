// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Conditions of recordings that other data tell: the temperature an oven's logger wrote meanwhile,
 * the cycle and the state of charge at which a spectrum was taken.
 */
package org.ionbench.engine.conditions;
