// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * The workbench as a user drives it: windows are opened, fields typed in, buttons pressed, and what
 * is shown is read. The data are files of the synthetic twin, whose truth is known.
 */
package org.ionbench.ui.tests;
