// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.counters;

import org.ionbench.analysis.cycling.Course;
import org.ionbench.analysis.cycling.CyclerColumns;
import org.ionbench.analysis.cycling.Step;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.AnalysisException;

import java.util.List;

/**
 * The least and the most charge in C that the rows of a step allow, where the current between two
 * rows lies between theirs: the sums of the lesser and of the greater current times the interval.
 * Where rows are dense the two are close; where a current decays by much between two rows, or came
 * on at some moment between them, they are not, and no rule of integration can tell which is true.
 *
 * <p>Currents that are means since the row before, and charges measured between rows, leave nothing
 * open.
 *
 * @param least charge
 * @param most charge
 */
public record Bounds(double least, double most) {

    /** Nothing open. */
    static Bounds at(double charge) {
        return new Bounds(charge, charge);
    }

    /**
     * @param charge that was found; it is all there is where a recording has no voltage
     */
    static Bounds of(List<Recording> recordings, Step step, double charge) {
        try {
            CyclerColumns columns = CyclerColumns.of(recordings.get(step.recording()));
            if (columns.isMean() || columns.increments().isPresent()) {
                return at(charge);
            }
            Course course = Course.of(recordings, List.of(step));
            return between(columns, step, course);
        } catch (AnalysisException e) {
            return at(charge);
        }
    }

    private static Bounds between(CyclerColumns columns, Step step, Course course) {
        double least = 0;
        double most = 0;
        double time = course.time()[0];
        double before = flowing(step, course.current()[0]);
        int row = step.from() - 1;
        if (row >= 0) {
            double earlier = columns.time().spec().toSi(columns.time().at(row));
            if (time - earlier <= step.longestGap()) {
                time = earlier;
                before = flowing(step, columns.current().spec().toSi(columns.current().at(row)));
            }
        }
        for (int k = 0; k < course.rows(); k++) {
            double apart = Math.max(0, course.time()[k] - time);
            double current = flowing(step, course.current()[k]);
            least += apart * Math.min(before, current);
            most += apart * Math.max(before, current);
            time = course.time()[k];
            before = current;
        }
        return new Bounds(least, most);
    }

    private static double flowing(Step step, double current) {
        return Math.max(0, step.direction() * current);
    }
}
