// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.tests;

import static org.junit.jupiter.api.Assertions.fail;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds widgets by the id they carry, waits for them, and does with them what a user does. Lives on
 * the test's thread; everything about widgets is done on theirs.
 */
final class Driver {
    private static final String ID = "org.ionbench.ui.id";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PAUSE_MILLISECONDS = 50;

    private final Display display = PlatformUI.getWorkbench().getDisplay();

    // ---- waiting

    /** Asks something on the widgets' thread. */
    <T> T ask(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        display.syncExec(
                () -> {
                    try {
                        answer.set(question.get());
                    } catch (RuntimeException e) {
                        failure.set(e);
                    }
                });
        if (failure.get() != null) {
            throw failure.get();
        }
        return answer.get();
    }

    /** Waits until something holds, which is asked on the test's thread. */
    void until(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("Waited in vain until " + what + ".\n" + ask(this::shown));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("interrupted");
        }
    }

    /** What can be seen, for a failure's message. */
    private String shown() {
        StringBuilder text = new StringBuilder();
        for (Shell shell : display.getShells()) {
            if (shell.isVisible()) {
                text.append("window \"").append(shell.getText()).append("\"\n");
                controls(shell).forEach(c -> describe(c, text));
            }
        }
        return text.toString();
    }

    private static void describe(Control c, StringBuilder text) {
        String words =
                switch (c) {
                    case Label l -> l.getText();
                    case Button b -> b.getText();
                    case Text t -> t.getText();
                    default -> "";
                };
        if (c.isVisible() && (c.getData(ID) != null || !words.isEmpty())) {
            text.append("  ").append(c.getData(ID)).append(": ").append(words).append('\n');
        }
    }

    // ---- finding

    private static Stream<Control> controls(Composite in) {
        return Stream.of(in.getChildren())
                .flatMap(
                        c ->
                                c instanceof Composite inner
                                        ? Stream.concat(Stream.of(c), controls(inner))
                                        : Stream.of(c));
    }

    private Optional<Control> look(Predicate<Control> wanted) {
        return Stream.of(display.getShells())
                .filter(Shell::isVisible)
                .flatMap(s -> Stream.concat(Stream.of(s), controls(s)))
                .filter(Control::isVisible)
                .filter(wanted)
                .findFirst();
    }

    private <T extends Control> T find(Class<T> type, String id) {
        Predicate<Control> wanted = c -> type.isInstance(c) && id.equals(c.getData(ID));
        until("there is " + id, () -> ask(() -> look(wanted).isPresent()));
        return type.cast(ask(() -> look(wanted).orElseThrow()));
    }

    /** Whether a widget of this id can be seen. */
    boolean sees(String id) {
        return ask(() -> look(c -> id.equals(c.getData(ID))).isPresent());
    }

    private <T extends Control> void with(Class<T> type, String id, Consumer<T> act) {
        T widget = find(type, id);
        ask(
                () -> {
                    act.accept(widget);
                    return true;
                });
    }

    // ---- doing

    /** Presses a button by its id; does not wait for what it opens. */
    void press(String id) {
        Button button = find(Button.class, id);
        until(id + " can be pressed", () -> ask(() -> !button.isDisposed() && button.isEnabled()));
        press(button);
    }

    /** Presses a button of a dialog by its text. */
    void press(String dialog, String text) {
        Shell shell = find(Shell.class, dialog);
        Predicate<Control> wanted =
                c ->
                        c instanceof Button b
                                && b.getText().replace("&", "").equals(text)
                                && b.isEnabled()
                                && b.getShell() == shell;
        until(text + " can be pressed in " + dialog, () -> ask(() -> look(wanted).isPresent()));
        press((Button) ask(() -> look(wanted).orElseThrow()));
    }

    private void press(Button button) {
        display.asyncExec(
                () -> {
                    if ((button.getStyle() & SWT.RADIO) != 0) {
                        for (Control other : button.getParent().getChildren()) {
                            if (other instanceof Button b) {
                                b.setSelection(b == button);
                            }
                        }
                    }
                    button.notifyListeners(SWT.Selection, new Event());
                });
    }

    /** Follows a link within a text. */
    void follow(String id, String target) {
        with(
                Link.class,
                id,
                link -> {
                    Event event = new Event();
                    event.text = target;
                    link.notifyListeners(SWT.Selection, event);
                });
    }

    /** Types a text over what is in a field and presses Enter. */
    void type(String id, String text) {
        with(
                Control.class,
                id,
                field -> {
                    field.setFocus();
                    if (field instanceof Combo combo) {
                        combo.setText(text);
                    } else {
                        ((Text) field).setText(text);
                    }
                    field.notifyListeners(SWT.DefaultSelection, new Event());
                });
    }

    /** Chooses an entry of a box, or types into one that takes any text. */
    void choose(String id, String entry) {
        with(
                Combo.class,
                id,
                combo -> {
                    combo.setText(entry);
                    combo.notifyListeners(SWT.Selection, new Event());
                });
    }

    /** Whether a button of a dialog, by its text, can be pressed. */
    boolean isEnabled(String dialog, String text) {
        Shell shell = find(Shell.class, dialog);
        return ask(
                () ->
                        controls(shell)
                                .filter(Button.class::isInstance)
                                .map(Button.class::cast)
                                .anyMatch(
                                        b ->
                                                b.getText().replace("&", "").equals(text)
                                                        && b.isEnabled()));
    }

    /** The headers of a table. */
    List<String> headers(String id) {
        Table table = find(Table.class, id);
        return ask(() -> Stream.of(table.getColumns()).map(c -> c.getText()).toList());
    }

    String text(String id) {
        Control field = find(Control.class, id);
        return ask(
                () ->
                        switch (field) {
                            case Combo combo -> combo.getText();
                            case Label label -> label.getText();
                            default -> ((Text) field).getText();
                        });
    }

    /** Runs a command of the menus; does not wait for the wizards it opens. */
    void command(String id, Map<String, String> parameters) {
        display.asyncExec(
                () -> {
                    IWorkbenchWindow window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
                    Command command = window.getService(ICommandService.class).getCommand(id);
                    try {
                        window.getService(IHandlerService.class)
                                .executeCommand(
                                        ParameterizedCommand.generateCommand(command, parameters),
                                        null);
                    } catch (Exception e) {
                        throw new IllegalStateException(id, e);
                    }
                });
    }

    // ---- projects

    /** Makes an empty project from the first page and waits for its tree. */
    void newProject(Path folder, String name) {
        until("the first page is shown", () -> sees("explorer.first"));
        press("explorer.first.newProject");
        type("newProject.location", folder.toString());
        type("newProject.name", name);
        press("newProject.template.empty");
        press("newProject", "Finish");
        until("the project is open", () -> sees("explorer.tree"));
    }

    /** Saves the project and closes it. */
    void saveAndClose() {
        command("org.eclipse.ui.file.save", Map.of());
        until("all is saved", () -> !tree("explorer.tree").getFirst().startsWith("*"));
        command("org.ionbench.ui.closeProject", Map.of());
        until("the project is closed", () -> sees("explorer.first"));
    }

    // ---- reading trees, tables and menus

    /** All rows of a tree that are made, as indented text. */
    List<String> tree(String id) {
        Tree tree = find(Tree.class, id);
        return ask(
                () -> {
                    List<String> rows = new ArrayList<>();
                    for (TreeItem item : tree.getItems()) {
                        collect(item, "", rows);
                    }
                    return rows;
                });
    }

    private static void collect(TreeItem item, String indent, List<String> rows) {
        if (!item.getText().isEmpty()) {
            rows.add(indent + item.getText());
        }
        for (TreeItem child : item.getItems()) {
            collect(child, indent + " ", rows);
        }
    }

    /** Opens all of a tree, whose rows are made when they are seen first. */
    void expand(String id) {
        with(
                Tree.class,
                id,
                tree -> {
                    for (TreeItem item : tree.getItems()) {
                        expand(tree, item);
                    }
                });
    }

    private static void expand(Tree tree, TreeItem item) {
        if (item.getItemCount() > 0) {
            Event event = new Event();
            event.item = item;
            tree.notifyListeners(SWT.Expand, event);
            item.setExpanded(true);
        }
        for (TreeItem child : item.getItems()) {
            expand(tree, child);
        }
    }

    /** Waits for a row of a tree that begins with a text, and selects it. */
    void select(String id, String beginning) {
        until(
                "the tree has " + beginning,
                () -> tree(id).stream().anyMatch(r -> r.strip().startsWith(beginning)));
        with(
                Tree.class,
                id,
                tree -> {
                    TreeItem item = item(tree.getItems(), beginning).orElseThrow();
                    tree.setFocus();
                    tree.setSelection(item);
                    Event event = new Event();
                    event.item = item;
                    tree.notifyListeners(SWT.Selection, event);
                });
    }

    /** Selects several rows of a tree, each by how it begins. */
    void select(String id, String first, String... others) {
        List<String> all = new ArrayList<>(List.of(others));
        all.addFirst(first);
        with(
                Tree.class,
                id,
                tree -> {
                    tree.setFocus();
                    tree.setSelection(
                            all.stream()
                                    .map(b -> item(tree.getItems(), b).orElseThrow())
                                    .toArray(TreeItem[]::new));
                    Event event = new Event();
                    event.item = tree.getSelection()[0];
                    tree.notifyListeners(SWT.Selection, event);
                });
    }

    private static Optional<TreeItem> item(TreeItem[] items, String beginning) {
        for (TreeItem item : items) {
            if (item.getText().startsWith(beginning)) {
                return Optional.of(item);
            }
            Optional<TreeItem> below = item(item.getItems(), beginning);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }

    /** All rows of a table, a list of cells each. */
    List<List<String>> table(String id) {
        Table table = find(Table.class, id);
        return ask(
                () -> {
                    List<List<String>> rows = new ArrayList<>();
                    for (int i = 0; i < table.getItemCount(); i++) {
                        rows.add(row(table, i));
                    }
                    return rows;
                });
    }

    /** Waits for a row of a table one of whose cells contains a text, and selects it alone. */
    void selectRow(String id, String part) {
        until(
                "the table " + id + " has " + part,
                () -> table(id).stream().anyMatch(r -> holds(r, part)));
        with(
                Table.class,
                id,
                table -> {
                    table.setFocus();
                    for (int i = 0; i < table.getItemCount(); i++) {
                        if (holds(row(table, i), part)) {
                            table.setSelection(i);
                            Event event = new Event();
                            event.item = table.getItem(i);
                            table.notifyListeners(SWT.Selection, event);
                            return;
                        }
                    }
                });
    }

    private static boolean holds(List<String> row, String part) {
        return row.stream().anyMatch(c -> c.contains(part));
    }

    private static List<String> row(Table table, int index) {
        TableItem item = table.getItem(index);
        return IntStream.range(0, table.getColumnCount()).mapToObj(item::getText).toList();
    }

    /** Brings a view to the front. */
    void view(String id) {
        command(
                "org.eclipse.ui.views.showView",
                Map.of("org.eclipse.ui.views.showView.viewId", id));
    }

    /** The titles of the menu bar. */
    List<String> menuBar() {
        return ask(
                () -> {
                    Menu bar =
                            PlatformUI.getWorkbench()
                                    .getWorkbenchWindows()[0]
                                    .getShell()
                                    .getMenuBar();
                    return Stream.of(bar.getItems())
                            .map(MenuItem::getText)
                            .map(t -> t.replace("&", ""))
                            .toList();
                });
    }

    /** The title of the window. */
    String title() {
        return ask(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell().getText());
    }
}
