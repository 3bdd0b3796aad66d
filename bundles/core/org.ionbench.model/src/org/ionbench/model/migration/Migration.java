// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.model.migration;

import org.w3c.dom.Document;

/** One step from a format version to the next. */
public interface Migration {

    /** The version it starts from; it ends at the next one. */
    int from();

    /** Changes the document in place; the version at the root is raised by the caller. */
    void apply(Document document);
}
