// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.widgets.Event;
import org.ionbench.api.analysis.Mask;
import org.ionbench.engine.plotting.AxisScale;
import org.ionbench.engine.plotting.PlotFrame;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What the keyboard does to a plot. Tab stops at the points, then at each handle. */
final class PlotKeys {
    private static final double CLOSER = 0.8;
    private static final int STEP = 1;
    private static final int LARGE_STEP = 10;

    private final PlotView view;
    private int stop;
    private boolean moved;
    private boolean used;

    PlotKeys(PlotView view) {
        this.view = view;
        view.addListener(SWT.Traverse, this::traverse);
        view.addListener(SWT.KeyDown, this::down);
        view.addListener(
                SWT.KeyUp,
                e -> {
                    use(true);
                    release();
                });
        view.addListener(SWT.MouseDown, e -> use(false));
        view.addListener(SWT.FocusIn, e -> view.redraw());
        view.addListener(
                SWT.FocusOut,
                e -> {
                    release();
                    view.redraw();
                });
    }

    private void use(boolean keyboard) {
        if (used != keyboard) {
            used = keyboard;
            view.redraw();
        }
    }

    /** Whether the keyboard was used last and is with the points. */
    boolean showsFocus() {
        return used && focused().isEmpty() && view.isFocusControl();
    }

    /** Whether a handle is being moved by a key that is still down. */
    boolean isMoving() {
        return moved;
    }

    /** Whether the focus is on this handle. */
    boolean isOn(Handles pair, boolean high) {
        return view.isFocusControl()
                && focused().filter(f -> f.pair == pair && f.high == high).isPresent();
    }

    /** Whether a handle of this pair is being moved by a key that is still down. */
    boolean isMoving(String key) {
        return moved && focused().filter(f -> f.pair.key().equals(key)).isPresent();
    }

    /** What a screen reader says of the handle that has the focus. */
    Optional<String> description() {
        return focused()
                .flatMap(
                        f ->
                                view.frame()
                                        .map(
                                                frame ->
                                                        Words.handle(
                                                                f.pair, f.high, scale(f, frame))));
    }

    private record Focused(Handles pair, boolean high) {}

    private Optional<Focused> focused() {
        List<Handles> shown = view.shownHandles();
        int at = stop - 1;
        return at >= 0 && at < 2 * shown.size()
                ? Optional.of(new Focused(shown.get(at / 2), at % 2 == 1))
                : Optional.empty();
    }

    private void traverse(Event e) {
        int last = 2 * view.shownHandles().size();
        switch (e.detail) {
            case SWT.TRAVERSE_TAB_NEXT -> {
                e.doit = stop >= last;
                go(e.doit ? 0 : stop + 1);
            }
            case SWT.TRAVERSE_TAB_PREVIOUS -> {
                e.doit = stop <= 0;
                go(e.doit ? 0 : Math.min(stop, last + 1) - 1);
            }
            case SWT.TRAVERSE_ARROW_NEXT,
                    SWT.TRAVERSE_ARROW_PREVIOUS,
                    SWT.TRAVERSE_PAGE_NEXT,
                    SWT.TRAVERSE_PAGE_PREVIOUS ->
                    e.doit = false;
            default -> e.doit = true;
        }
    }

    private void go(int newStop) {
        release();
        stop = newStop;
        view.redraw();
        view.getAccessible().sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
    }

    private void down(Event e) {
        boolean command = (e.stateMask & SWT.MOD1) != 0;
        boolean large = (e.stateMask & SWT.MOD2) != 0;
        switch (e.keyCode) {
            case SWT.ARROW_LEFT, SWT.ARROW_DOWN -> arrow(e, large ? -LARGE_STEP : -STEP);
            case SWT.ARROW_RIGHT, SWT.ARROW_UP -> arrow(e, large ? LARGE_STEP : STEP);
            case SWT.HOME -> toEnd(false);
            case SWT.END -> toEnd(true);
            case SWT.BS -> view.back();
            case SWT.ESC -> view.cancel();
            default -> character(e.character, e.keyCode, command);
        }
    }

    private void character(char character, int code, boolean command) {
        if (command && code == 'c') {
            view.copyData();
            return;
        }
        switch (character) {
            case '+', '=' -> zoom(CLOSER);
            case '-' -> zoom(1 / CLOSER);
            case '0' -> view.showAll();
            case ' ' -> choose();
            default -> {}
        }
    }

    private void arrow(Event e, int by) {
        Optional<PlotFrame> frame = view.frame();
        if (frame.isEmpty()) {
            return;
        }
        if (focused().isEmpty()) {
            view.scene().ifPresent(s -> view.hover(Picking.step(s, view.hover(), by)));
            view.getAccessible().sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
            return;
        }
        Focused f = focused().get();
        AxisScale scale = scale(f, frame.get());
        f.pair.move(scale, f.high, f.pair.pixel(scale, f.high) + by);
        moved = true;
        e.doit = false;
        view.redraw();
    }

    private void toEnd(boolean high) {
        if (focused().isEmpty() || view.frame().isEmpty()) {
            return;
        }
        Focused f = focused().get();
        AxisScale scale = scale(f, view.frame().get());
        f.pair.move(scale, f.high, high ? scale.length() : 0);
        moved = true;
        view.redraw();
    }

    private static AxisScale scale(Focused f, PlotFrame frame) {
        return f.pair.axis().equals(frame.x().axis().id()) ? frame.x() : frame.y();
    }

    private void release() {
        if (moved) {
            moved = false;
            focused().ifPresent(f -> f.pair.release());
        }
    }

    private void zoom(double factor) {
        view.frame()
                .ifPresent(
                        f -> {
                            view.remember();
                            view.look(f.zoomed(factor, factor, f.width() / 2, f.height() / 2));
                        });
    }

    /** Picks the point the arrows have come to, or leaves it out. */
    private void choose() {
        Optional<Picking.Hit> hit = view.hover().filter(h -> h.row() >= 0);
        if (hit.isEmpty()) {
            return;
        }
        int row = hit.get().row();
        if (view.brush().isPresent()) {
            Mask mask = view.brush().get().mask();
            view.brushed(mask.with(row, !mask.contains(row)));
        } else {
            BitSet rows = new BitSet();
            rows.set(row);
            view.picked(rows);
        }
    }
}
