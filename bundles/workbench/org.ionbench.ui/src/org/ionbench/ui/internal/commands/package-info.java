// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * What the menus, the toolbar and the keys do. Ids of commands are declared in plugin.xml; those of
 * the platform (save, undo, delete) are answered here for projects.
 */
package org.ionbench.ui.internal.commands;
