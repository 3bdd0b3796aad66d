// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * From files to recordings: {@link org.ionbench.engine.importing.FileReading} asks every installed
 * importer what a file is and reads it with the one that is surest; {@link
 * org.ionbench.engine.importing.ProjectImport} takes many files into a project with conditions from
 * their names. A file that cannot be read becomes a problem of that file, the others go on.
 */
package org.ionbench.engine.importing;
