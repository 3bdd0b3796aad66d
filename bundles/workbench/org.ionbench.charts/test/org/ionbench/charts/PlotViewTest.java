// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.ionbench.api.analysis.Mask;
import org.ionbench.api.analysis.Window;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Points;
import org.ionbench.api.plot.Series;
import org.ionbench.engine.plotting.Extent;
import org.ionbench.engine.plotting.Palette;
import org.ionbench.engine.plotting.PlotFrame;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

class PlotViewTest {
    private static Optional<Display> display = Optional.empty();

    private Shell shell;
    private PlotView view;

    @BeforeAll
    static void findDisplay() {
        try {
            display = Optional.of(new Display());
        } catch (SWTError | SWTException | UnsatisfiedLinkError e) {
            Assumptions.abort("needs a display: " + e.getMessage());
        }
    }

    @AfterAll
    static void letGoOfDisplay() {
        display.ifPresent(Display::dispose);
    }

    @BeforeEach
    void open() {
        shell = new Shell(display.orElseThrow());
        view = new PlotView(shell, SamplePlots::table);
        view.dark(false);
        shell.setSize(600, 480);
        shell.open();
        view.setSize(500, 400);
    }

    @AfterEach
    void close() {
        shell.dispose();
        display.orElseThrow().readAndDispatch();
    }

    private void waitFor(BooleanSupplier condition) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < limit, "nothing came within 20 s");
            if (!shell.getDisplay().readAndDispatch()) {
                Thread.onSpinWait();
            }
        }
    }

    private PlotFrame frame() {
        return view.frame().orElseThrow();
    }

    private int x(double value) {
        return (int) Math.round(view.area().x + frame().pixelX(value));
    }

    private int y(double value) {
        return (int) Math.round(view.area().y + frame().pixelY(value));
    }

    private void mouse(int type, int button, int x, int y) {
        Event e = new Event();
        e.button = button;
        e.x = x;
        e.y = y;
        view.notifyListeners(type, e);
    }

    private void drag(int button, int x1, int y1, int x2, int y2) {
        mouse(SWT.MouseDown, button, x1, y1);
        for (int i = 1; i <= 10; i++) {
            mouse(SWT.MouseMove, 0, x1 + (x2 - x1) * i / 10, y1 + (y2 - y1) * i / 10);
        }
        mouse(SWT.MouseUp, button, x2, y2);
    }

    private void wheel(int count, int x, int y) {
        Event e = new Event();
        e.count = count;
        e.x = x;
        e.y = y;
        e.time = (int) (System.nanoTime() / 1_000_000);
        view.notifyListeners(SWT.MouseVerticalWheel, e);
    }

    private void key(int code, char character) {
        Event e = new Event();
        e.keyCode = code;
        e.character = character;
        view.notifyListeners(SWT.KeyDown, e);
    }

    private void tab() {
        Event e = new Event();
        e.detail = SWT.TRAVERSE_TAB_NEXT;
        view.notifyListeners(SWT.Traverse, e);
    }

    private ImageData pixels() {
        Image image = view.image();
        ImageData data = image.getImageData();
        image.dispose();
        return data;
    }

    private static int rgb(ImageData data, int x, int y) {
        var c = data.palette.getRGB(data.getPixel(x, y));
        return c.red << 16 | c.green << 8 | c.blue;
    }

    private static int count(ImageData data, int colour) {
        int n = 0;
        for (int y = 0; y < data.height; y++) {
            for (int x = 0; x < data.width; x++) {
                n += rgb(data, x, y) == colour ? 1 : 0;
            }
        }
        return n;
    }

    // ---- what is seen

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void backgroundIsThePlotsOwn(boolean dark) {
        shell.setBackground(shell.getDisplay().getSystemColor(SWT.COLOR_BLUE));
        view.setBackground(shell.getDisplay().getSystemColor(SWT.COLOR_BLUE));
        view.dark(dark);
        view.show(SamplePlots.modulus());
        Palette palette = dark ? Palette.DARK : Palette.LIGHT;
        ImageData data = pixels();
        assertEquals(palette.background(), rgb(data, 1, 1));
        assertTrue(count(data, palette.background()) > data.width * data.height / 2);
        assertTrue(count(data, palette.category(0, 1)) > 100, "the series is drawn");
    }

    /** Nothing may touch the edges of the view: what touches is cut. */
    @Test
    void nothingIsCutWhenSmall() {
        for (Plot plot : SamplePlots.all()) {
            view.setSize(PlotView.SMALLEST.x, PlotView.SMALLEST.y);
            view.show(plot);
            waitFor(() -> view.frame().isPresent());
            ImageData data = pixels();
            for (int x = 0; x < data.width; x++) {
                assertEquals(0xFFFFFF, rgb(data, x, 0), plot.id());
                assertEquals(0xFFFFFF, rgb(data, x, data.height - 1), plot.id());
            }
            for (int y = 0; y < data.height; y++) {
                assertEquals(0xFFFFFF, rgb(data, 0, y), plot.id());
                assertEquals(0xFFFFFF, rgb(data, data.width - 1, y), plot.id());
            }
            int least = plot.right().isPresent() ? 110 : 150;
            assertTrue(view.area().width > least && view.area().height > 90, plot.id());
        }
    }

    @Test
    void aLongNameOfAnAxisIsBrokenWhereThePlotIsLow() {
        view.setSize(320, 300);
        view.show(SamplePlots.cycles());
        int high = view.area().width;
        view.setSize(320, 110);
        assertTrue(view.area().width < high, "a second line takes its room");
        ImageData data = pixels();
        for (int x = 0; x < data.width; x++) {
            assertEquals(0xFFFFFF, rgb(data, x, 0));
            assertEquals(0xFFFFFF, rgb(data, x, data.height - 1));
        }
    }

    @Test
    void errorBarsAndBandsAreInsideTheWindow() {
        view.show(SamplePlots.arrhenius());
        Series band = SamplePlots.arrhenius().series().getFirst();
        for (double edge : band.upper()) {
            assertTrue(frame().y().span().contains(edge));
        }
    }

    @Test
    void plotWithoutItsRecordingSaysSo() {
        PlotView lost = new PlotView(shell, id -> Optional.empty());
        lost.setSize(300, 200);
        lost.dark(false);
        lost.show(SamplePlots.curve());
        Image image = lost.image();
        ImageData data = image.getImageData();
        image.dispose();
        assertTrue(count(data, 0xFFFFFF) < data.width * data.height, "a sentence is drawn");
    }

    @Test
    void aMillionPointsAreThinned() {
        view.show(SamplePlots.curve());
        waitFor(
                () ->
                        view.scene().isPresent()
                                && view.scene().get().layers().getFirst().sample().size() > 0);
        int drawn = view.scene().orElseThrow().layers().getFirst().sample().size();
        assertTrue(drawn <= 10_000, drawn + " points");
        assertTrue(drawn > view.area().width, drawn + " points");
        // a single peak of a single row is seen
        double[] y = view.scene().orElseThrow().layers().getFirst().sample().y();
        assertTrue(Arrays.stream(y).anyMatch(v -> v == 4.75));
    }

    @Test
    void onlyTheNewestRequestIsDone() throws InterruptedException {
        Requests requests = new Requests(view);
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<Integer> answers = new ArrayList<>();
        requests.ask(
                () -> {
                    running.countDown();
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return 0;
                },
                answers::add);
        assertTrue(running.await(10, TimeUnit.SECONDS));
        for (int i = 1; i <= 5; i++) {
            int own = i;
            requests.ask(() -> own, answers::add);
        }
        go.countDown();
        waitFor(() -> answers.size() == 2 && !requests.isBusy());
        assertEquals(List.of(0, 5), answers);
    }

    // ---- looking closer

    @Test
    void axesStayEqualThroughZoomAndResize() {
        view.show(SamplePlots.nyquist());
        for (int i = 0; i < 8; i++) {
            wheel(i % 3 == 0 ? -1 : 1, 150 + 20 * i, 200);
            view.setSize(300 + 37 * i, 500 - 29 * i);
            double across = frame().x().span().length() / frame().width();
            double up = frame().y().span().length() / frame().height();
            assertEquals(across, up, 1e-9 * across);
            assertEquals(view.area().width, frame().width());
        }
    }

    @Test
    void wheelZoomsAtThePointer() {
        view.show(SamplePlots.phase());
        int px = x(1000);
        int py = y(40);
        double value = frame().valueX(px - view.area().x);
        double before = frame().y().span().length();
        wheel(1, px, py);
        assertTrue(frame().y().span().length() < before);
        assertEquals(value, frame().valueX(px - view.area().x), 0.02 * value);
    }

    @Test
    void wheelOverAnAxisZoomsThatAxis() {
        view.show(SamplePlots.phase());
        var y = frame().y().span();
        double low = frame().x().span().low();
        wheel(1, x(1000), view.area().y + view.area().height + 10);
        assertEquals(y, frame().y().span());
        assertTrue(frame().x().span().low() > low);
    }

    @Test
    void rightDragBoxesAndBackspaceGoesBack() {
        view.show(SamplePlots.phase());
        var x = frame().x().span();
        drag(3, x(10), y(60), x(1e4), y(20));
        assertEquals(10, frame().x().span().low(), 0.5);
        assertEquals(60, frame().y().span().high(), 1);
        key(SWT.BS, SWT.BS);
        assertEquals(x, frame().x().span());
    }

    @Test
    void doubleClickShowsEverything() {
        view.show(SamplePlots.phase());
        var x = frame().x().span();
        wheel(1, 200, 200);
        assertFalse(x.equals(frame().x().span()));
        mouse(SWT.MouseDoubleClick, 1, 200, 200);
        assertEquals(x, frame().x().span());
    }

    @Test
    void draggingAnAxisMovesIt() {
        view.show(SamplePlots.phase());
        double at = frame().valueX(100);
        var y = frame().y().span();
        int below = view.area().y + view.area().height + 8;
        drag(1, 200, below, 260, below);
        assertEquals(at, frame().valueX(160), 1e-6 * at);
        assertEquals(y, frame().y().span());
    }

    @Test
    void anotherFitKeepsTheWindow() {
        view.show(SamplePlots.phase());
        wheel(1, 200, 200);
        var x = frame().x().span();
        view.show(SamplePlots.phase());
        assertEquals(x, frame().x().span());
        view.show(SamplePlots.modulus());
        view.show(SamplePlots.phase());
        assertFalse(x.equals(frame().x().span()));
    }

    // ---- handles

    @Test
    void handleIsDraggedLiveAndReleasedOnce() {
        List<Window> live = new ArrayList<>();
        List<Window> released = new ArrayList<>();
        view.show(SamplePlots.modulus());
        view.handles("frequency", new Window(1, 1e5), live::add, released::add);
        drag(1, x(1), y(3000), x(100), y(3000));
        assertTrue(live.size() > 5);
        assertEquals(1, released.size());
        assertEquals(100, released.getFirst().low(), 5);
        assertEquals(1e5, released.getFirst().high());
        assertEquals(live.getLast(), released.getFirst());
    }

    @Test
    void handleDraggedToTheEdgeIsOpen() {
        List<Window> released = new ArrayList<>();
        view.show(SamplePlots.modulus());
        view.handles("frequency", new Window(1, 1e5), w -> {}, released::add);
        drag(1, x(1e5), y(3000), view.area().x + view.area().width + 30, y(3000));
        assertEquals(new Window(1, Double.POSITIVE_INFINITY), released.getFirst());
    }

    @Test
    void handlesDoNotCross() {
        List<Window> live = new ArrayList<>();
        view.show(SamplePlots.modulus());
        view.handles("frequency", new Window(10, 1000), live::add, w -> {});
        drag(1, x(10), y(3000), x(1e5), y(3000));
        live.forEach(w -> assertTrue(w.low() < w.high()));
        assertTrue(live.getLast().low() > 500 && live.getLast().low() < 1000);
    }

    @Test
    void handleMovesByKeyAndIsReleasedWithIt() {
        List<Window> live = new ArrayList<>();
        List<Window> released = new ArrayList<>();
        view.show(SamplePlots.modulus());
        view.handles("frequency", new Window(10, 1000), live::add, released::add);
        tab();
        key(SWT.ARROW_RIGHT, '\0');
        key(SWT.ARROW_RIGHT, '\0');
        assertEquals(2, live.size());
        assertEquals(0, released.size());
        view.notifyListeners(SWT.KeyUp, new Event());
        assertEquals(1, released.size());
        assertEquals(10 * Math.pow(10, 2 * decadesOfAPixel()), released.getFirst().low(), 1e-9);
        tab();
        key(SWT.END, '\0');
        view.notifyListeners(SWT.KeyUp, new Event());
        assertEquals(Double.POSITIVE_INFINITY, released.getLast().high());
    }

    private double decadesOfAPixel() {
        return Math.log10(frame().x().span().high() / frame().x().span().low()) / frame().width();
    }

    @Test
    void anAnswerDoesNotPullTheHandleBack() {
        List<Window> released = new ArrayList<>();
        Window start = new Window(1, 1e5);
        view.show(SamplePlots.modulus());
        view.handles(
                "frequency",
                start,
                w -> {
                    view.show(SamplePlots.modulus());
                    view.handles("frequency", start, v -> {}, v -> {});
                },
                released::add);
        drag(1, x(1), y(3000), x(100), y(3000));
        assertEquals(100, released.getFirst().low(), 5);
    }

    @Test
    void escapeGivesUpTheDrag() {
        List<Window> live = new ArrayList<>();
        List<Window> released = new ArrayList<>();
        view.show(SamplePlots.modulus());
        view.handles("frequency", new Window(1, 1e5), live::add, released::add);
        mouse(SWT.MouseDown, 1, x(1), y(3000));
        mouse(SWT.MouseMove, 0, x(50), y(3000));
        key(SWT.ESC, SWT.ESC);
        mouse(SWT.MouseUp, 1, x(50), y(3000));
        assertEquals(new Window(1, 1e5), live.getLast());
        assertTrue(released.isEmpty());
    }

    @Test
    void severalPairsOverOneAxisMoveApart() {
        List<Window> rise = new ArrayList<>();
        List<Window> background = new ArrayList<>();
        view.show(SamplePlots.modulus());
        view.handles("rise", "frequency", "Rise", new Window(1e3, 1e5), w -> {}, rise::add);
        view.handles(
                "background",
                "frequency",
                "Background",
                new Window(1, 100),
                w -> {},
                background::add);
        assertEquals(2, view.shownHandles().size());
        drag(1, x(1e3), y(3000), x(1e4), y(3000));
        drag(1, x(100), y(3000), x(10), y(3000));
        assertEquals(1e4, rise.getLast().low(), 500);
        assertEquals(10, background.getLast().high(), 0.5);
        assertEquals(1, rise.size());
        assertEquals(1, background.size());
        // again under its key: in place of the one before
        view.handles("rise", "frequency", "Rise", Window.ALL, w -> {}, rise::add);
        assertEquals(2, view.shownHandles().size());
        assertEquals(Window.ALL, view.shownHandles().getFirst().window());
    }

    @Test
    void handlesThatLieOnEachOtherAreToldApartByTheirGrips() {
        List<Window> first = new ArrayList<>();
        List<Window> second = new ArrayList<>();
        view.show(SamplePlots.modulus());
        view.handles("first", "frequency", "First", Window.ALL, w -> {}, first::add);
        view.handles("second", "frequency", "Second", Window.ALL, w -> {}, second::add);
        int left = view.area().x;
        int third = view.area().y + view.area().height / 3;
        drag(1, left, 2 * third - view.area().y, x(100), third);
        assertTrue(first.isEmpty());
        assertEquals(100, second.getLast().low(), 5);
        drag(1, left, third, x(1000), third);
        assertEquals(1000, first.getLast().low(), 50);
        assertEquals(1, second.size());
    }

    @Test
    void eachPairHasItsLabelAndTheReaderHearsIt() {
        view.show(SamplePlots.modulus());
        view.handles("rise", "frequency", "Rise", new Window(1e3, 1e5), w -> {}, w -> {});
        Image alone = view.image();
        view.handles("calm", "frequency", "Calm", new Window(1, 100), w -> {}, w -> {});
        Image both = view.image();
        int pink = Palette.LIGHT.category(3, 8);
        int green = Palette.LIGHT.category(2, 8);
        assertEquals(
                0, count(alone.getImageData(), pink), "a pair that stands alone has no colour");
        assertTrue(count(both.getImageData(), pink) > 50);
        assertTrue(count(both.getImageData(), green) > 50);
        alone.dispose();
        both.dispose();
        assertEquals(
                "Calm  1.000 Hz",
                Words.handle(view.shownHandles().getLast(), false, frame().x())
                        .replace('\u2009', ' '));
    }

    @Test
    void noHandlesWhereThePlotHasNoSuchAxis() {
        view.show(SamplePlots.nyquist());
        view.handles("frequency", new Window(1, 1e5), w -> {}, w -> {});
        assertTrue(view.shownHandles().isEmpty());
        view.show(SamplePlots.phase());
        assertEquals(1, view.shownHandles().size());
        view.removeHandles("frequency");
        assertTrue(view.shownHandles().isEmpty());
    }

    // ---- points

    private Series measured() {
        return view.plot().orElseThrow().series().stream()
                .filter(s -> s.role() == Series.Role.MEASURED)
                .findFirst()
                .orElseThrow();
    }

    private double[] point(int i) {
        var inline = (Points.Inline) measured().points();
        return new double[] {inline.x()[i], inline.y()[i]};
    }

    @Test
    void aClickPicksThePointAndADragTheBox() {
        List<int[]> picked = new ArrayList<>();
        view.onPick(picked::add);
        view.show(SamplePlots.phase());
        double[] p = point(20);
        int row = measured().rows()[20];
        drag(1, x(p[0]), y(p[1]), x(p[0]), y(p[1]));
        assertArrayEquals(new int[] {row}, picked.getLast());
        double[] q = point(22);
        drag(1, x(q[0]) - 3, view.area().y + 1, x(p[0]) + 3, view.area().y + view.area().height);
        assertArrayEquals(new int[] {row, row + 1, row + 2}, picked.getLast());
    }

    @Test
    void highlightedPointsStandOut() {
        view.show(SamplePlots.phase());
        int colour = Palette.LIGHT.category(1, 2);
        assertEquals(0, count(pixels(), colour));
        view.highlight(measured().rows()[20]);
        int one = count(pixels(), colour);
        assertTrue(one > 10, one + " pixels");
        view.highlight(measured().rows()[10], measured().rows()[20]);
        assertTrue(count(pixels(), colour) > 1.5 * one);
        view.highlight();
        assertEquals(0, count(pixels(), colour));
    }

    @Test
    void brushLeavesOutAndTakesInAgain() {
        List<Mask> masks = new ArrayList<>();
        view.show(SamplePlots.phase());
        view.brush(Mask.NONE, masks::add);
        double[] p = point(20);
        double[] q = point(22);
        int row = measured().rows()[20];
        drag(1, x(p[0]) + 3, y(p[1]) - 40, x(q[0]) - 3, y(q[1]) + 40);
        assertEquals(Mask.of(row, row + 1, row + 2), masks.getLast());
        drag(1, x(p[0]), y(p[1]), x(p[0]), y(p[1]));
        assertEquals(Mask.of(row + 1, row + 2), masks.getLast());
        assertEquals(2, masks.size());
    }

    @Test
    void arrowsWalkThePointsAndSpaceLeavesOut() {
        List<Mask> masks = new ArrayList<>();
        view.show(SamplePlots.phase());
        view.brush(Mask.NONE, masks::add);
        key(SWT.ARROW_RIGHT, '\0');
        key(SWT.ARROW_RIGHT, '\0');
        key(' ', ' ');
        assertEquals(Mask.of(1), masks.getLast());
    }

    @Test
    void pointingTellsIndexValuesAndLabel() {
        view.show(SamplePlots.nyquist());
        double[] p = point(40);
        mouse(SWT.MouseMove, 0, x(p[0]), y(p[1]));
        List<String> lines = Words.about(view.hover().orElseThrow(), frame());
        assertTrue(lines.get(0).startsWith("EIS 60 \u00b0C, point "), lines.toString());
        assertTrue(lines.get(1).matches("Re Z  [0-9.]+\u2009k\u03a9"), lines.toString());
        assertTrue(lines.get(2).matches("\u2212Im Z  [0-9.]+\u2009k?\u03a9"), lines.toString());
        assertTrue(lines.get(3).matches("Frequency  [0-9.]+\u2009.?Hz"), lines.toString());
        mouse(SWT.MouseMove, 0, 2, 2);
        assertTrue(view.hover().isEmpty());
    }

    // ---- taking it along

    @Test
    void pointsOnTheRightAreReadOnTheirOwnAxis() {
        view.show(SamplePlots.cycles());
        PlotFrame right = view.scene().orElseThrow().rightFrame(frame()).orElseThrow();
        int at = (int) Math.round(view.area().y + right.pixelY(0.93));
        mouse(SWT.MouseMove, 0, x(1), at);
        Picking.Hit hit = view.hover().orElseThrow();
        assertEquals(0.93, hit.y());
        assertEquals("Coulombic efficiency  0.9300", Words.about(hit, right).get(2));
        assertTrue(view.area().x + view.area().width < 450, "no room for numbers on the right");
        String data = view.data();
        assertTrue(data.contains("Cycle\tCoulombic efficiency\n1.0\t0.93\n"), data);
        assertTrue(data.contains("Cycle\tQ / mAh"), data);
    }

    @Test
    void anInsetShowsItsPart() {
        view.show(SamplePlots.cycles());
        Image without = view.image();
        view.inset(Optional.of(new Extent(1, 5, 177, 181)));
        Image with = view.image();
        InsetView inset = view.inset().orElseThrow();
        assertEquals(1, inset.layers().size(), "what is on the right has no place in it");
        assertTrue(inset.frame().x().span().contains(5) && !inset.frame().x().span().contains(6));
        assertTrue(inset.bounds().width > 150 && inset.bounds().width < view.area().width / 2);
        assertFalse(
                Arrays.equals(without.getImageData().data, with.getImageData().data),
                "the inset is not drawn");
        without.dispose();
        with.dispose();
        view.inset(Optional.empty());
        assertTrue(view.inset().isEmpty());
    }

    @Test
    void dataIsATable() {
        view.show(SamplePlots.arrhenius());
        String[] lines = view.data().split("\n");
        assertEquals("95 % confidence", lines[0]);
        assertTrue(view.data().contains("\nmeasured\n"));
        String[] last = lines[lines.length - 1].split("\t");
        assertEquals(3, last.length);
        assertEquals(1000 / (80 + 273.15), Double.parseDouble(last[0]), 1e-12);
        assertEquals(0.07, Double.parseDouble(last[2]) / Double.parseDouble(last[1]), 1e-12);
    }

    @Test
    void imageIsSaved(@TempDir Path folder) throws IOException {
        view.show(SamplePlots.nyquist());
        Path file = folder.resolve("plot.png");
        view.savePng(file);
        ImageData data = new ImageData(Files.newInputStream(file));
        assertEquals(2 * view.getSize().x, data.width);
        assertTrue(count(data, Palette.LIGHT.category(0, 1)) > 100);
    }
}
