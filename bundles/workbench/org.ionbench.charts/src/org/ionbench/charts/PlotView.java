// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.ionbench.api.analysis.Mask;
import org.ionbench.api.analysis.Window;
import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.table.Table;
import org.ionbench.engine.plotting.Extent;
import org.ionbench.engine.plotting.Palette;
import org.ionbench.engine.plotting.PlotFrame;
import org.ionbench.engine.plotting.RightAxis;
import org.ionbench.engine.plotting.Span;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A plot on screen. Shows a {@link Plot}, lets the user look closer, pick points and touch
 * settings.
 *
 * <p>Mouse: the wheel zooms at the pointer (over an axis only that axis), dragging an axis or the
 * middle button moves the window, a left drag selects points, a right drag zooms into a box, a
 * double click shows everything, the backspace key goes back to the window before. Pointing at a
 * point shows its index, its values and its label. Keyboard: tab goes from the points to each
 * handle and on, arrow keys walk through the points or move a handle, space picks a point or, with
 * a brush, leaves it out or takes it in; + and - zoom, 0 shows everything, Ctrl+C copies the data.
 *
 * <pre>{@code
 * PlotView nyquist = new PlotView(parent, id -> session.table(id));
 * PlotView bode = new PlotView(parent, id -> session.table(id));
 * nyquist.show(plot);
 * nyquist.onPick(rows -> { nyquist.highlight(rows); bode.highlight(rows); });
 * bode.handles("frequency", window, live -> refit(live), done -> edit(done));
 * nyquist.brush(mask, changed -> edit(changed));
 * }</pre>
 *
 * <p>Series with very many points are read and thinned on another thread; what is asked for last
 * wins, and the old picture stays until the new one is there. All methods are called on the
 * display's thread.
 */
public final class PlotView extends Canvas {
    /** Smallest size at which nothing is cut, in points. */
    public static final Point SMALLEST = new Point(250, 180);

    private static final Point USUAL = new Point(420, 320);
    private static final int AT_ONCE = 50_000;
    private static final int HISTORY = 50;
    private static final int TEXT_HEIGHT = 9;

    private final Function<String, Optional<Table>> tables;
    private final Requests requests;
    private final Font font;
    private final List<Handles> handles = new ArrayList<>();
    private final List<Consumer<int[]>> pickListeners = new ArrayList<>();
    private final Deque<Seen> history = new ArrayDeque<>();
    private final BitSet highlighted = new BitSet();
    private final PlotPointer pointer;
    private final PlotKeys keys;

    private Optional<Plot> plot = Optional.empty();
    private Optional<Scene> scene = Optional.empty();
    private Optional<PlotFrame> frame = Optional.empty();
    private Optional<Boolean> dark = Optional.empty();
    private Optional<Brush> brush = Optional.empty();
    private Optional<Picking.Hit> hover = Optional.empty();
    private Rectangle area = new Rectangle(0, 0, 1, 1);
    private boolean everything = true;
    private Optional<Extent> part = Optional.empty();
    private Optional<Extent> insetBox = Optional.empty();
    private Optional<InsetView> inset = Optional.empty();
    private boolean reading;
    private long toRead;
    private int version;
    private int groups;
    private boolean graded;
    private boolean isExplained = true;
    private boolean isNamed = true;

    /** A window that was seen before. */
    private record Seen(Span x, Span y, boolean everything, Optional<Extent> part) {}

    /** What a left drag over points does while they may be left out. */
    record Brush(Mask mask, Consumer<Mask> changed) {}

    /**
     * An empty view.
     *
     * @param parent its parent
     * @param tables finds the table of a recording by the recording's id, for plots that name
     *     columns; empty if there is none, the series is then left out
     */
    public PlotView(Composite parent, Function<String, Optional<Table>> tables) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        this.tables = tables;
        requests = new Requests(this);
        FontData data = getDisplay().getSystemFont().getFontData()[0];
        data.setHeight(TEXT_HEIGHT);
        data.setStyle(SWT.NORMAL);
        font = new Font(getDisplay(), data);
        pointer = new PlotPointer(this);
        keys = new PlotKeys(this);
        addPaintListener(e -> paint(e.gc, getSize()));
        addListener(SWT.Resize, e -> arrange());
        addListener(SWT.Dispose, e -> font.dispose());
        getAccessible()
                .addAccessibleListener(
                        new AccessibleAdapter() {
                            @Override
                            public void getName(AccessibleEvent e) {
                                e.result = plot.map(Words::name).orElse("");
                            }

                            @Override
                            public void getDescription(AccessibleEvent e) {
                                e.result = description();
                            }
                        });
    }

    // ---- what is shown

    /**
     * Shows a plot in place of the one before. The window stays where the user has zoomed and the
     * new plot has the same id and axes; otherwise all points are shown.
     */
    public void show(Plot newPlot) {
        boolean same = plot.filter(p -> isAlike(p, newPlot)).isPresent();
        plot = Optional.of(newPlot);
        int own = ++version;
        if (!same) {
            everything = true;
            part = Optional.empty();
            history.clear();
            scene = Optional.empty();
            frame = Optional.empty();
            hover = Optional.empty();
        }
        List<Scene.Found> found = Scene.find(newPlot, tables);
        List<Layer> known = scene.map(Scene::layers).orElse(List.of());
        toRead = Scene.size(found);
        reading = toRead > AT_ONCE;
        if (reading) {
            requests.ask(
                    () -> Scene.read(newPlot, found, known),
                    s -> {
                        if (own == version) {
                            take(s);
                        }
                    });
        } else {
            requests.forgetWaiting();
            take(Scene.read(newPlot, found, known));
        }
        redraw();
    }

    /** The plot that is shown. */
    public Optional<Plot> plot() {
        return plot;
    }

    /**
     * Fixes how many groups of series there are in all plots of an editor, so that a group has the
     * same colour in each. Without it the groups of this plot are counted.
     */
    public void groups(int count) {
        groups = count;
        redraw();
    }

    /** Whether groups have colours from dark to light, as steps of a series. */
    public void graded(boolean steps) {
        graded = steps;
        redraw();
    }

    /** Whether the plot has a legend; beside another plot with the same series it needs none. */
    public void legend(boolean wanted) {
        isExplained = wanted;
        redraw();
    }

    /**
     * Whether the horizontal axis has its label; above another plot with the same axis it needs
     * none.
     */
    public void label(boolean wanted) {
        if (isNamed != wanted) {
            isNamed = wanted;
            arrange();
        }
    }

    /** Light on dark or dark on light; without it the parent's background decides. */
    public void dark(boolean isDark) {
        dark = Optional.of(isDark);
        redraw();
    }

    /**
     * Shows what lies in a box, whatever the size of the view, until the user looks elsewhere.
     * Equal axes widen it, upwards and to both sides.
     */
    public void window(Extent box) {
        part = Optional.of(box);
        everything = false;
        arrange();
    }

    /** Shows what lies in a box in a smaller plot inside, where it hides least; empty for none. */
    public void inset(Optional<Extent> box) {
        insetBox = box;
        arrange();
    }

    /** Shows all points. */
    public void showAll() {
        if (!everything) {
            remember();
            everything = true;
            part = Optional.empty();
            arrange();
        }
    }

    /** Goes back to the window before the last zoom; does nothing where there is none. */
    public void back() {
        if (history.isEmpty() || frame.isEmpty()) {
            return;
        }
        Seen seen = history.pop();
        everything = seen.everything;
        part = seen.part;
        PlotFrame now = frame.get();
        frame = Optional.of(PlotFrame.of(now.plot(), seen.x, seen.y, now.width(), now.height()));
        arrange();
    }

    // ---- points

    /**
     * Asks to be told which points the user picks, by their rows in the recording; no rows when he
     * lets go of all. The view highlights nothing by itself.
     */
    public void onPick(Consumer<int[]> listener) {
        pickListeners.add(listener);
    }

    /** Highlights the points of these rows and no others. */
    public void highlight(int... rows) {
        highlighted.clear();
        for (int row : rows) {
            highlighted.set(row);
        }
        redraw();
    }

    /**
     * Lets the user leave points out: a left drag over points leaves them out, or takes them in
     * again where it starts at a point left out. A click does the same to one point.
     *
     * @param mask the points left out now
     * @param changed told the new mask when the brush is let go
     */
    public void brush(Mask mask, Consumer<Mask> changed) {
        brush = Optional.of(new Brush(mask, changed));
        pointer.updateCursor();
    }

    /** Ends the brush; a left drag selects again. */
    public void removeBrush() {
        brush = Optional.empty();
        pointer.updateCursor();
    }

    // ---- handles

    /** Shows the only pair of handles over an axis, known by the axis' id. */
    public void handles(
            String axis, Window window, Consumer<Window> live, Consumer<Window> released) {
        handles(axis, axis, "", window, live, released);
    }

    /**
     * Shows a pair of handles over the axis with this id, in place of an earlier one of this key;
     * they are shown whenever the plot has such an axis. Where an axis has several pairs, each has
     * its label and its colour. A handle at an open end rests at the edge of the axis, and one
     * dragged there becomes open. While a handle is dragged, a call for its key changes nothing, so
     * that an answer to an earlier step does not pull it back.
     *
     * @param key what the pair is known by, such as the setting it stands for
     * @param axis the axis' id, such as {@code "frequency"}
     * @param label what the window is, such as {@code "Background window"}
     * @param window where they stand, in the unit of the axis
     * @param live told at each step while a handle is moved
     * @param released told once when the button or the key is let go
     */
    public void handles(
            String key,
            String axis,
            String label,
            Window window,
            Consumer<Window> live,
            Consumer<Window> released) {
        if (pointer.isMoving(key) || keys.isMoving(key)) {
            return;
        }
        Handles fresh = new Handles(key, axis, label, window, live, released);
        for (int i = 0; i < handles.size(); i++) {
            if (handles.get(i).key().equals(key)) {
                handles.set(i, fresh);
                redraw();
                return;
            }
        }
        handles.add(fresh);
        redraw();
    }

    /** Takes a pair of handles away. */
    public void removeHandles(String key) {
        handles.removeIf(h -> h.key().equals(key));
        redraw();
    }

    // ---- taking it along

    /**
     * The data as tab-separated text, a block of columns for each series, for those who cannot see
     * the plot or go on elsewhere. Of a series with more than 100 000 points only the points on
     * screen are given, and the heading says so.
     */
    public String data() {
        return scene.map(Words::table).orElse("");
    }

    /** Puts {@link #data} on the clipboard. */
    public void copyData() {
        String data = data();
        if (data.isEmpty()) {
            return;
        }
        Clipboard clipboard = new Clipboard(getDisplay());
        clipboard.setContents(new Object[] {data}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    /** The plot as it is on screen, without the pointer's marks; the caller disposes of it. */
    public Image image() {
        return image(1);
    }

    /**
     * Writes the plot as it is on screen, at twice the resolution.
     *
     * @throws IOException if the file cannot be written
     */
    public void savePng(Path file) throws IOException {
        Image image = image(2);
        ImageData data = image.getImageData();
        image.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {data};
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        loader.save(bytes, SWT.IMAGE_PNG);
        Files.write(file, bytes.toByteArray());
    }

    private Image image(int scale) {
        Point size = getSize();
        Image image =
                new Image(getDisplay(), Math.max(1, size.x * scale), Math.max(1, size.y * scale));
        GC gc = new GC(image);
        Transform transform = new Transform(getDisplay());
        transform.scale(scale, scale);
        gc.setTransform(transform);
        Optional<Picking.Hit> pointed = hover;
        hover = Optional.empty();
        paint(gc, size);
        hover = pointed;
        transform.dispose();
        gc.dispose();
        return image;
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        checkWidget();
        return new Point(
                wHint == SWT.DEFAULT ? USUAL.x : wHint, hHint == SWT.DEFAULT ? USUAL.y : hHint);
    }

    @Override
    public void setBackground(Color color) {
        // a theme paints widgets; a plot has its own background
    }

    // ---- for pointer and keys

    Optional<Scene> scene() {
        return scene;
    }

    Optional<PlotFrame> frame() {
        return frame;
    }

    /** The smaller plot inside, where there is one. */
    Optional<InsetView> inset() {
        return inset;
    }

    /** The drawing area. */
    Rectangle area() {
        return area;
    }

    Optional<Brush> brush() {
        return brush;
    }

    Optional<Picking.Hit> hover() {
        return hover;
    }

    /** Handles over an axis of this plot. */
    List<Handles> shownHandles() {
        return frame.map(
                        f ->
                                handles.stream()
                                        .filter(
                                                h ->
                                                        h.axis().equals(f.x().axis().id())
                                                                || h.axis()
                                                                        .equals(f.y().axis().id()))
                                        .toList())
                .orElse(List.of());
    }

    /** Where a pair stands among those over the same axis. */
    Rank rank(Handles pair) {
        List<Handles> beside =
                shownHandles().stream().filter(h -> h.axis().equals(pair.axis())).toList();
        return new Rank(beside.indexOf(pair), beside.size());
    }

    /** The place of a pair of handles among others. */
    record Rank(int place, int of) {
        boolean isAlone() {
            return of == 1;
        }

        /** How far along the lines of the handles the grip is, so that grips do not hide. */
        double grip() {
            return (place + 1.0) / (of + 1);
        }
    }

    void hover(Optional<Picking.Hit> hit) {
        boolean same = hover.isPresent() == hit.isPresent();
        if (same && (hit.isEmpty() || hit.get().isSame(hover.get()))) {
            return;
        }
        hover = hit;
        redraw();
    }

    /** Shows another window; the one before can be gone back to if it was remembered. */
    void look(PlotFrame newFrame) {
        frame = Optional.of(newFrame);
        everything = false;
        part = Optional.empty();
        arrange();
    }

    /** Remembers the window that is shown, to go back to. */
    void remember() {
        frame.ifPresent(
                f -> {
                    history.push(new Seen(f.x().span(), f.y().span(), everything, part));
                    if (history.size() > HISTORY) {
                        history.removeLast();
                    }
                });
    }

    /** Takes a new mask from pointer or keys. */
    void brushed(Mask mask) {
        brush.filter(b -> !b.mask.equals(mask))
                .ifPresent(
                        b -> {
                            brush = Optional.of(new Brush(mask, b.changed));
                            b.changed.accept(mask);
                        });
    }

    /** Lays out again what stood still during a drag. */
    void settle() {
        arrange();
    }

    /** Gives up what is being dragged. */
    void cancel() {
        pointer.cancel();
    }

    void picked(BitSet rows) {
        int[] list = rows.stream().toArray();
        pickListeners.forEach(l -> l.accept(list.clone()));
    }

    BitSet highlighted() {
        return (BitSet) highlighted.clone();
    }

    // ---- inside

    private static boolean isAlike(Plot a, Plot b) {
        return a.id().equals(b.id())
                && isAlike(a.x(), b.x())
                && isAlike(a.y(), b.y())
                && a.equalAspect() == b.equalAspect();
    }

    private static boolean isAlike(Axis a, Axis b) {
        return a.id().equals(b.id()) && a.unit().equals(b.unit()) && a.scale() == b.scale();
    }

    private void take(Scene fresh) {
        reading = false;
        scene = Optional.of(fresh);
        hover = Optional.empty();
        frame =
                frame.map(
                        f ->
                                PlotFrame.of(
                                        fresh.plot(),
                                        f.x().span(),
                                        f.y().span(),
                                        f.width(),
                                        f.height()));
        arrange();
    }

    /** Lays the plot out over the size of the view and asks for the points it shows. */
    private void arrange() {
        if (scene.isEmpty()) {
            redraw();
            return;
        }
        // while something is dragged, the window does not move under the pointer
        boolean held = pointer.isDragging() || keys.isMoving();
        boolean fit = frame.isEmpty() || (everything || part.isPresent()) && !held;
        GC gc = new GC(this);
        gc.setFont(font);
        Point size = getSize();
        PlotFrame next = fit ? fitted(Math.max(1, size.x), Math.max(1, size.y)) : frame.get();
        for (int pass = 0; pass < 2; pass++) {
            area = AxesPainter.area(gc, bounds(size), next, right(next), names());
            next = fit ? fitted(area.width, area.height) : next.resized(area.width, area.height);
        }
        PlotFrame now = next;
        inset = insetBox.flatMap(box -> InsetView.of(gc, area, now.plot(), box));
        gc.dispose();
        frame = Optional.of(next);
        sample(next);
        redraw();
    }

    private static Rectangle bounds(Point size) {
        return new Rectangle(0, 0, size.x, size.y);
    }

    private AxesPainter.Names names() {
        return new AxesPainter.Names(isNamed, true);
    }

    /** The frame of what has an axis on the right. */
    private Optional<PlotFrame> right(PlotFrame left) {
        return scene.flatMap(s -> s.rightFrame(left));
    }

    private PlotFrame fitted(double width, double height) {
        Scene s = scene.orElseThrow();
        if (part.isEmpty()) {
            return PlotFrame.all(s.plot(), s.extent(), width, height);
        }
        Extent box = part.get();
        double top = box.yHigh();
        if (s.plot().equalAspect()) {
            top = Math.max(top, box.yLow() + (box.xHigh() - box.xLow()) / width * height);
        }
        return PlotFrame.of(
                s.plot(),
                new Span(box.xLow(), box.xHigh()),
                new Span(box.yLow(), top),
                width,
                height);
    }

    private void sample(PlotFrame wanted) {
        Scene s = scene.orElseThrow();
        if (s.size() <= AT_ONCE) {
            requests.forgetWaiting();
            scene = Optional.of(s.sampled(wanted));
            inset = inset.map(i -> i.sampled(s));
            return;
        }
        int own = version;
        Optional<InsetView> small = inset;
        requests.ask(
                () -> new Sampled(s.sampled(wanted), small.map(i -> i.sampled(s))),
                sampled -> {
                    if (own == version) {
                        scene = Optional.of(sampled.scene);
                        inset = sampled.inset;
                        redraw();
                    }
                });
    }

    /** What is drawn: the plot and the smaller one inside. */
    private record Sampled(Scene scene, Optional<InsetView> inset) {}

    private Style style() {
        boolean isDark = dark.orElseGet(() -> isDark(getParent().getBackground()));
        int most = plot.map(RightAxis::groups).orElse(1);
        return new Style(
                isDark ? Palette.DARK : Palette.LIGHT, Math.max(groups, most), graded, font);
    }

    private static boolean isDark(Color c) {
        return 0.299 * c.getRed() + 0.587 * c.getGreen() + 0.114 * c.getBlue() < 128;
    }

    private String description() {
        if (hover.isPresent() && frame.isPresent()) {
            return String.join(
                    ", ", Words.about(hover.get(), own(hover.get().layer(), frame.get())));
        }
        Optional<String> handle = keys.description();
        if (handle.isPresent()) {
            return handle.get();
        }
        return scene.isPresent() && frame.isPresent()
                ? Words.description(scene.get(), frame.get())
                : "";
    }

    /** The frame of a layer. */
    private PlotFrame own(Layer layer, PlotFrame left) {
        return scene.map(s -> s.frame(layer, left)).orElse(left);
    }

    private void paint(GC gc, Point size) {
        Style style = style();
        Ink ink = new Ink(gc);
        gc.setFont(style.font());
        gc.setBackground(style.background());
        gc.fillRectangle(0, 0, size.x, size.y);
        if (plot.isEmpty()) {
            return;
        }
        if (scene.isEmpty() || frame.isEmpty() || scene.get().layers().isEmpty()) {
            gc.setForeground(style.muted());
            String text = Words.empty(plot.get(), reading, toRead);
            Point extent = gc.textExtent(text);
            gc.drawText(text, (size.x - extent.x) / 2, (size.y - extent.y) / 2, true);
            return;
        }
        PlotFrame f = frame.get();
        List<Layer> layers = scene.get().layers();
        Optional<PlotFrame> right = right(f);
        SeriesPainter series = new SeriesPainter(ink, style, area, f);
        SeriesPainter other = new SeriesPainter(ink, style, area, right.orElse(f));
        OverlayPainter overlay = new OverlayPainter(ink, style, area, f);
        gc.setClipping(new Rectangle(area.x, area.y, area.width + 1, area.height + 1));
        layers.forEach(l -> (l.isRight() ? other : series).paint(l));
        shownHandles().forEach(h -> overlay.window(h, rank(h)));
        layers.forEach(l -> (l.isRight() ? other : series).highlight(l, highlighted));
        gc.setClipping((Rectangle) null);
        AxesPainter.paint(ink, style, bounds(size), area, f, right, names());
        List<Rectangle> taken = new ArrayList<>();
        inset.map(i -> i.paint(ink, style, area, f, layers)).ifPresent(taken::add);
        if (keys.showsFocus()) {
            overlay.focus();
        }
        List<Runnable> values = new ArrayList<>();
        for (Handles h : shownHandles()) {
            for (boolean high : new boolean[] {false, true}) {
                boolean held = pointer.holds(h, high) || keys.isOn(h, high);
                overlay.handle(h, high, held, rank(h)).ifPresent(taken::add);
                if (held) {
                    values.add(() -> overlay.value(h, high));
                }
            }
        }
        if (isExplained) {
            new LegendPainter(ink, style, area, l -> l.isRight() ? right.orElse(f) : f, taken)
                    .paint(layers);
        }
        values.forEach(Runnable::run);
        pointer.box().ifPresent(overlay::rubberBand);
        hover.ifPresent(h -> overlay.point(h, own(h.layer(), f)));
    }
}
