// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.ionbench.api.analysis.Mask;
import org.ionbench.api.analysis.Window;
import org.ionbench.engine.plotting.PlotFrame;

import java.util.BitSet;
import java.util.Optional;

/** What the mouse does to a plot. */
final class PlotPointer {
    private static final double CLOSER = 0.8;
    private static final int GRAB = 6;
    private static final double FAR = 100;
    private static final int STILL = 4;
    private static final int ONE_TURN = 600;

    private final PlotView view;
    private final PlotMenu menu;
    private Drag drag = Drag.NONE;
    private int startX;
    private int startY;
    private int nowX;
    private int nowY;
    private boolean moved;
    private int lastTurn;
    private Optional<Grip> grip = Optional.empty();
    private Window gripStart = Window.ALL;
    private Optional<PlotFrame> startFrame = Optional.empty();

    private enum Drag {
        NONE,
        HANDLE,
        SELECT,
        ZOOM,
        PAN,
        PAN_X,
        PAN_Y
    }

    /** One handle of a pair. */
    private record Grip(Handles pair, boolean high) {}

    PlotPointer(PlotView view) {
        this.view = view;
        this.menu = new PlotMenu(view);
        view.addListener(SWT.MouseDown, this::down);
        view.addListener(SWT.MouseMove, this::move);
        view.addListener(SWT.MouseUp, this::up);
        view.addListener(SWT.MouseDoubleClick, this::doubleClick);
        view.addListener(SWT.MouseVerticalWheel, this::wheel);
        view.addListener(SWT.MouseExit, e -> view.hover(Optional.empty()));
        view.addListener(SWT.MenuDetect, this::menuDetect);
    }

    boolean isDragging() {
        return drag == Drag.HANDLE || drag == Drag.SELECT;
    }

    /** Whether a handle of this pair is held. */
    boolean isMoving(String key) {
        return drag == Drag.HANDLE && grip.filter(g -> g.pair.key().equals(key)).isPresent();
    }

    boolean holds(Handles pair, boolean high) {
        return drag == Drag.HANDLE
                && grip.filter(g -> g.pair == pair && g.high == high).isPresent();
    }

    /** The box being dragged, in the view. */
    Optional<Rectangle> box() {
        return moved && (drag == Drag.SELECT || drag == Drag.ZOOM)
                ? Optional.of(rectangle())
                : Optional.empty();
    }

    /** Gives up what is being dragged. */
    void cancel() {
        grip.ifPresent(g -> g.pair.reset(gripStart));
        if (drag == Drag.PAN || drag == Drag.PAN_X || drag == Drag.PAN_Y) {
            startFrame.ifPresent(view::look);
        }
        end();
    }

    void updateCursor() {
        view.setCursor(view.getDisplay().getSystemCursor(cursor(nowX, nowY)));
    }

    // ---- buttons

    private void down(Event e) {
        view.setFocus();
        if (view.frame().isEmpty()) {
            return;
        }
        startX = e.x;
        startY = e.y;
        nowX = e.x;
        nowY = e.y;
        moved = false;
        startFrame = view.frame();
        boolean inside = view.area().contains(e.x, e.y);
        grip = e.button == 1 ? gripAt(e.x, e.y) : Optional.empty();
        if (grip.isPresent()) {
            drag = Drag.HANDLE;
            gripStart = grip.get().pair.window();
            view.redraw();
        } else if (e.button == 1 && inside) {
            drag = Drag.SELECT;
        } else if (e.button == 1) {
            drag = overX(e.y) ? Drag.PAN_X : overY(e.x) ? Drag.PAN_Y : Drag.NONE;
        } else if (e.button == 2 && inside) {
            drag = Drag.PAN;
        } else if (e.button == 3 && inside) {
            drag = Drag.ZOOM;
        }
        if (drag != Drag.NONE) {
            view.hover(Optional.empty());
        }
    }

    private void move(Event e) {
        nowX = e.x;
        nowY = e.y;
        if (drag == Drag.NONE) {
            updateCursor();
            point(e);
            return;
        }
        boolean begins = !moved && Math.hypot(nowX - startX, nowY - startY) >= STILL;
        moved |= begins;
        if (!moved) {
            return;
        }
        switch (drag) {
            case HANDLE -> moveHandle();
            case PAN, PAN_X, PAN_Y -> pan(begins);
            case SELECT, ZOOM -> view.redraw();
            case NONE -> {}
        }
    }

    private void up(Event e) {
        Drag was = drag;
        if (was == Drag.NONE) {
            return;
        }
        // the last way to the pointer may have come without a move of its own
        move(e);
        boolean far = moved;
        Optional<Grip> held = grip;
        end();
        switch (was) {
            case HANDLE -> {
                if (far) {
                    held.ifPresent(g -> g.pair.release());
                }
            }
            case SELECT -> select(e, far);
            case ZOOM -> {
                if (far) {
                    zoomIntoBox();
                } else {
                    menu.open();
                }
            }
            case NONE, PAN, PAN_X, PAN_Y -> {}
        }
        point(e);
    }

    private void end() {
        drag = Drag.NONE;
        moved = false;
        grip = Optional.empty();
        view.settle();
    }

    private void doubleClick(Event e) {
        if (e.button == 1) {
            drag = Drag.NONE;
            view.showAll();
        }
    }

    private void menuDetect(Event e) {
        // a right drag zooms; the menu opens when the button is let go
        e.doit = false;
        if (e.detail == SWT.MENU_KEYBOARD) {
            menu.open();
        }
    }

    // ---- what they do

    private void wheel(Event e) {
        if (view.frame().isEmpty() || drag != Drag.NONE) {
            return;
        }
        e.doit = false;
        if (e.time - lastTurn > ONE_TURN || e.time < lastTurn) {
            view.remember();
        }
        lastTurn = e.time;
        double factor = e.count > 0 ? CLOSER : 1 / CLOSER;
        Rectangle area = view.area();
        boolean onlyX = overX(e.y);
        boolean onlyY = !onlyX && overY(e.x);
        double x = Math.clamp(e.x - area.x, 0, area.width);
        double y = Math.clamp(e.y - area.y, 0, area.height);
        PlotFrame frame = view.frame().get();
        if (frame.plot().equalAspect()) {
            view.look(frame.zoomed(factor, factor, x, y));
        } else {
            view.look(frame.zoomed(onlyY ? 1 : factor, onlyX ? 1 : factor, x, y));
        }
        point(e);
    }

    private void point(Event e) {
        Rectangle area = view.area();
        if (view.scene().isEmpty() || view.frame().isEmpty() || !area.contains(e.x, e.y)) {
            view.hover(Optional.empty());
            return;
        }
        view.hover(
                Picking.nearest(
                        view.scene().get(), view.frame().get(), e.x - area.x, e.y - area.y));
    }

    private void moveHandle() {
        Grip g = grip.orElseThrow();
        PlotFrame frame = view.frame().orElseThrow();
        Rectangle area = view.area();
        if (isAcross(g.pair, frame)) {
            g.pair.move(frame.x(), g.high, nowX - area.x);
        } else {
            g.pair.move(frame.y(), g.high, area.y + area.height - nowY);
        }
        view.redraw();
    }

    private void pan(boolean begins) {
        if (begins) {
            view.remember();
        }
        PlotFrame from = startFrame.orElseThrow();
        double dx = drag == Drag.PAN_Y ? 0 : nowX - startX;
        double dy = drag == Drag.PAN_X ? 0 : nowY - startY;
        view.look(from.panned(dx, dy));
    }

    private void zoomIntoBox() {
        Rectangle box = rectangle();
        Rectangle area = view.area();
        if (box.width < STILL || box.height < STILL) {
            return;
        }
        view.remember();
        view.look(
                view.frame()
                        .orElseThrow()
                        .box(
                                box.x - area.x,
                                box.y - area.y,
                                box.x + box.width - area.x,
                                box.y + box.height - area.y));
    }

    private void select(Event e, boolean far) {
        Scene scene = view.scene().orElseThrow();
        PlotFrame frame = view.frame().orElseThrow();
        Rectangle area = view.area();
        Optional<Picking.Hit> first =
                Picking.nearest(scene, frame, startX - area.x, startY - area.y)
                        .filter(h -> h.row() >= 0);
        BitSet rows = new BitSet();
        if (far) {
            Rectangle box = rectangle();
            box.x -= area.x;
            box.y -= area.y;
            rows = Picking.rows(scene, frame, box);
        } else if (first.isPresent()) {
            rows.set(first.get().row());
        }
        if (view.brush().isPresent()) {
            brush(view.brush().get().mask(), rows, first);
            return;
        }
        if ((e.stateMask & SWT.MOD1) != 0) {
            BitSet both = view.highlighted();
            if (far) {
                both.or(rows);
            } else {
                both.xor(rows);
            }
            rows = both;
        }
        view.picked(rows);
    }

    private void brush(Mask before, BitSet rows, Optional<Picking.Hit> first) {
        boolean takeIn = first.filter(h -> before.contains(h.row())).isPresent();
        Mask mask = before;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            mask = mask.with(row, !takeIn);
        }
        view.brushed(mask);
    }

    // ---- where the pointer is

    private Rectangle rectangle() {
        Rectangle area = view.area();
        int x1 = Math.clamp(startX, area.x, area.x + area.width);
        int x2 = Math.clamp(nowX, area.x, area.x + area.width);
        int y1 = Math.clamp(startY, area.y, area.y + area.height);
        int y2 = Math.clamp(nowY, area.y, area.y + area.height);
        return new Rectangle(
                Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
    }

    private Optional<Grip> gripAt(int x, int y) {
        Rectangle area = view.area();
        PlotFrame frame = view.frame().orElseThrow();
        Optional<Grip> best = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (Handles pair : view.shownHandles()) {
            boolean across = isAcross(pair, frame);
            boolean beside =
                    across
                            ? y < area.y || y > area.y + area.height
                            : x < area.x || x > area.x + area.width;
            if (beside) {
                continue;
            }
            for (boolean high : new boolean[] {false, true}) {
                double at = pair.pixel(across ? frame.x() : frame.y(), high);
                double away = Math.abs(across ? x - area.x - at : area.y + area.height - y - at);
                // where handles lie on each other, the one whose grip is nearer
                double along = view.rank(pair).grip();
                double fromGrip =
                        across
                                ? Math.abs(y - area.y - along * area.height)
                                : Math.abs(x - area.x - along * area.width);
                double distance = away + fromGrip / FAR;
                if (away < GRAB && distance < least) {
                    least = distance;
                    best = Optional.of(new Grip(pair, high));
                }
            }
        }
        return best;
    }

    private static boolean isAcross(Handles pair, PlotFrame frame) {
        return pair.axis().equals(frame.x().axis().id());
    }

    private boolean overX(int y) {
        return y > view.area().y + view.area().height;
    }

    private boolean overY(int x) {
        return x < view.area().x;
    }

    private int cursor(int x, int y) {
        if (view.frame().isEmpty()) {
            return SWT.CURSOR_ARROW;
        }
        Optional<Grip> near = gripAt(x, y);
        if (near.isPresent()) {
            return isAcross(near.get().pair, view.frame().get())
                    ? SWT.CURSOR_SIZEWE
                    : SWT.CURSOR_SIZENS;
        }
        if (overX(y)) {
            return SWT.CURSOR_SIZEWE;
        }
        if (overY(x)) {
            return SWT.CURSOR_SIZENS;
        }
        return view.brush().isPresent() && view.area().contains(x, y)
                ? SWT.CURSOR_CROSS
                : SWT.CURSOR_ARROW;
    }
}
