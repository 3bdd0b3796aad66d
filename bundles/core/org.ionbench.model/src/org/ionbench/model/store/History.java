// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.model.store;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.change.ChangeDescription;
import org.eclipse.emf.ecore.change.util.ChangeRecorder;
import org.eclipse.emf.ecore.resource.Resource;
import org.ionbench.model.Identified;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Edits of a project, which can be undone and redone. One recorder stays attached for the life of
 * the project; what is written outside of an edit is lost to undo and must not happen.
 */
public final class History {
    private final ChangeRecorder recorder;
    private final Deque<Step> undo = new ArrayDeque<>();
    private final Deque<Step> redo = new ArrayDeque<>();
    private Object saved = Optional.empty();
    private boolean neverClean;
    private int depth;

    private static final class Step {
        private final String label;
        private final ChangeDescription change;

        Step(String label, ChangeDescription change) {
            this.label = label;
            this.change = change;
        }
    }

    /**
     * Keeps the changes of objects that an edit removed. EMF drops them for objects which came into
     * the project after the recorder was attached, and undo would bring such an object back without
     * its references.
     */
    private static final class Recorder extends ChangeRecorder {
        @Override
        protected boolean isOrphan(EObject object) {
            return false;
        }
    }

    History(Resource resource) {
        recorder = new Recorder();
        recorder.beginRecording(List.of(resource));
        recorder.endRecording();
    }

    /**
     * Runs a change as one step. A change within a change joins it; one that throws is taken back.
     *
     * @return the ids of the objects it touched and of their containers; empty if it changed
     *     nothing, or is part of an outer change
     */
    public Set<String> edit(String label, Runnable change) {
        if (depth > 0) {
            change.run();
            return Set.of();
        }
        recorder.beginRecording(List.of());
        depth++;
        boolean whole = false;
        ChangeDescription recorded;
        try {
            change.run();
            whole = true;
        } finally {
            depth--;
            recorded = recorder.endRecording();
            if (!whole) {
                recorded.apply();
            }
        }
        Set<String> touched = touched(recorded);
        if (!isEmpty(recorded)) {
            undo.push(new Step(label, recorded));
            redo.clear();
        }
        return touched;
    }

    /** The label of the step that {@link #undo} would take back. */
    public Optional<String> undoLabel() {
        return Optional.ofNullable(undo.peek()).map(s -> s.label);
    }

    /** The label of the step that {@link #redo} would do again. */
    public Optional<String> redoLabel() {
        return Optional.ofNullable(redo.peek()).map(s -> s.label);
    }

    /**
     * Takes the last step back.
     *
     * @return the ids of the objects it touched
     * @throws IllegalStateException if there is none
     */
    public Set<String> undo() {
        return move(undo, redo, "undo");
    }

    /**
     * Does the last step that was taken back again.
     *
     * @throws IllegalStateException if there is none
     */
    public Set<String> redo() {
        return move(redo, undo, "redo");
    }

    /** Whether the project differs from what was last {@linkplain #markSaved saved}. */
    public boolean isDirty() {
        return neverClean || !position().equals(saved);
    }

    /** Where in the history the project stands, for {@link #markSaved(Object)}. */
    public Object position() {
        return Optional.ofNullable(undo.peek());
    }

    /** The project as it is now is what lies on disk. */
    public void markSaved() {
        markSaved(position());
    }

    /** The project as it was at a position is what lies on disk. */
    public void markSaved(Object position) {
        saved = position;
        neverClean = false;
    }

    /** The project differs from what lies on disk, whatever is undone. */
    public void markUnsaved() {
        neverClean = true;
    }

    private Set<String> move(Deque<Step> from, Deque<Step> to, String what) {
        if (depth > 0) {
            throw new IllegalStateException(what + " within an edit");
        }
        if (from.isEmpty()) {
            throw new IllegalStateException("nothing to " + what);
        }
        Step step = from.pop();
        Set<String> touched = touched(step.change);
        step.change.applyAndReverse();
        touched.addAll(touched(step.change));
        to.push(step);
        return touched;
    }

    private static boolean isEmpty(ChangeDescription change) {
        return change.getObjectChanges().isEmpty() && change.getResourceChanges().isEmpty();
    }

    private static Set<String> touched(ChangeDescription change) {
        Set<String> ids = new LinkedHashSet<>();
        for (EObject changed : change.getObjectChanges().keySet()) {
            for (EObject o = changed; o != null; o = o.eContainer()) {
                if (o instanceof Identified identified) {
                    ids.add(identified.getId());
                }
            }
        }
        return ids;
    }
}
