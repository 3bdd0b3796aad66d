// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.ionbench.api.analysis.Mask;
import org.ionbench.api.analysis.Setting;
import org.ionbench.api.analysis.Settings;
import org.ionbench.api.analysis.Window;
import org.ionbench.api.circuit.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SettingsStripTest {
    private static Optional<Display> display = Optional.empty();

    enum Weight {
        MODULUS,
        UNIT
    }

    record Sample(
            @Setting(label = "Circuit", value = "", editor = "circuit") String circuit,
            @Setting(label = "Weights", value = "modulus") Weight weight,
            @Setting(label = "Window", unit = "Hz", axis = "frequency") Window range,
            @Setting(label = "Left out", axis = "frequency") Mask mask,
            @Setting(label = "Correct", value = "true") boolean correct,
            @Setting(label = "Starts", value = "30", min = 1, max = 1000) int starts) {}

    private final List<String> edits = new ArrayList<>();
    private final Map<String, String> refusals = new HashMap<>();
    private Shell shell;
    private SettingsStrip strip;

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
        strip =
                new SettingsStrip(
                        shell,
                        Settings.describe(Sample.class),
                        Elements.of(List.of()),
                        new Touch() {
                            @Override
                            public void set(String key, String text) {
                                edits.add(key + "=" + text);
                            }

                            @Override
                            public void refused(String key, String sentence) {
                                refusals.put(key, sentence);
                            }

                            @Override
                            public void brush(String key, boolean on) {
                                edits.add("brush " + key + " " + on);
                            }
                        });
        shell.setSize(940, 300);
        shell.open();
        strip.setSize(900, 200);
        strip.show(Settings.write(Settings.defaults(Sample.class)));
        edits.clear();
        refusals.clear();
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    private <T extends Control> T field(Class<T> type, String id) {
        return type.cast(find(strip, "setting." + id).orElseThrow());
    }

    private static Optional<Control> find(Composite in, String id) {
        for (Control child : in.getChildren()) {
            if (id.equals(child.getData("org.ionbench.ui.id"))) {
                return Optional.of(child);
            }
            Optional<Control> deeper =
                    child instanceof Composite c ? find(c, id) : Optional.empty();
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.empty();
    }

    private void type(String id, String text) {
        Text field = field(Text.class, id);
        field.setText(text);
        field.notifyListeners(SWT.DefaultSelection, new Event());
    }

    @Test
    void enterIsOneEditAndLeavingTheFieldAfterwardsIsNone() {
        type("starts", "50");
        field(Text.class, "starts").notifyListeners(SWT.FocusOut, new Event());
        assertEquals(List.of("starts=50"), edits);
    }

    @Test
    void leavingAFieldUnchangedIsNoEdit() {
        field(Text.class, "range.low").notifyListeners(SWT.FocusOut, new Event());
        field(Text.class, "mask").notifyListeners(SWT.FocusOut, new Event());
        assertEquals(List.of(), edits);
    }

    @Test
    void whatIsRefusedStaysWithItsSentenceUntilEscape() {
        type("starts", "many");
        assertEquals("many", field(Text.class, "starts").getText());
        assertEquals("Starts takes a number, not \u201cmany\u201d.", refusals.get("starts"));
        Event escape = new Event();
        escape.keyCode = SWT.ESC;
        field(Text.class, "starts").notifyListeners(SWT.KeyDown, escape);
        assertEquals("30", field(Text.class, "starts").getText());
        assertEquals("", refusals.get("starts"));
        assertEquals(List.of(), edits);
    }

    @Test
    void aCircuitThatCannotBeReadIsRefusedWithItsPlace() {
        type("circuit", "R0-p(R1");
        assertFalse(refusals.get("circuit").isEmpty());
        assertTrue(refusals.get("circuit").contains("character"), refusals.get("circuit"));
        assertEquals(List.of(), edits);
    }

    @Test
    void windowsTakeUnitsAndOpenEnds() {
        type("range.low", "0.1 kHz");
        assertEquals(List.of("range=100.0:"), edits);
        assertEquals("100\u2009Hz", field(Text.class, "range.low").getText());
        edits.clear();
        type("range.high", "10");
        assertEquals(
                "Window runs from a lower to a higher value, not from 100\u2009Hz to 10.",
                refusals.get("range"));
        assertEquals(List.of(), edits);
    }

    @Test
    void handlesAreFollowedAndTheirReleaseIsOneEditOfFourDigits() {
        strip.drag("range", new Window(49.678123, Double.POSITIVE_INFINITY));
        assertEquals("49.68\u2009Hz", field(Text.class, "range.low").getText());
        assertEquals(List.of(), edits);
        strip.release("range", new Window(49.678123, Double.POSITIVE_INFINITY));
        assertEquals(List.of("range=49.68:"), edits);
    }

    @Test
    void theBrushIsToldAndWhatItLeavesOutIsOneEdit() {
        Button brush = field(Button.class, "mask.brush");
        brush.setSelection(true);
        brush.notifyListeners(SWT.Selection, new Event());
        assertEquals("mask", strip.brushed());
        strip.release("mask", Mask.of(3, 7, 8));
        assertEquals(List.of("brush mask true", "mask=3,7-8"), edits);
        assertEquals(Mask.of(3, 7, 8), strip.mask("mask"));
    }

    @Test
    void wordsAndFlagsAreEditsAtOnce() {
        Combo weight = field(Combo.class, "weight");
        weight.select(1);
        weight.notifyListeners(SWT.Selection, new Event());
        Button correct = field(Button.class, "correct");
        correct.setSelection(false);
        correct.notifyListeners(SWT.Selection, new Event());
        assertEquals(List.of("weight=unit", "correct=false"), edits);
    }

    private void arrange() {
        strip.layout();
        while (shell.getDisplay().readAndDispatch()) {
            // until everything has its place
        }
    }

    @Test
    void oneLineWhileFoldedAndAllOfThemAfterwards() {
        strip.setSize(420, 300);
        arrange();
        int folded = strip.computeSize(420, SWT.DEFAULT).y;
        Control starts = field(Text.class, "starts").getParent();
        assertFalse(starts.getVisible());
        strip.more().notifyListeners(SWT.Selection, new Event());
        arrange();
        assertTrue(starts.getVisible());
        assertTrue(strip.computeSize(420, SWT.DEFAULT).y > folded);
    }
}
