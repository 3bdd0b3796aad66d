// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.consistency;

import org.ionbench.api.problem.Problem;

import java.util.List;

/** One kind of contradiction that is looked for. */
interface Check {

    /**
     * What is wrong.
     *
     * @param all the cells of the project
     * @param share by which two ways to one number may differ
     */
    List<Problem> of(List<Subject> all, double share);
}
