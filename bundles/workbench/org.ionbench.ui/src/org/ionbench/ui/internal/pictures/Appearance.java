// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.pictures;

import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;

import java.util.Optional;

/** The light and the dark theme. */
@SuppressWarnings("all") // the platform has no other way to switch themes than its own
public final class Appearance {
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
    private static final int FOLLOWED = 1500;
    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";

    /** Of no control, so that it is another than what was there. */
    private static final Color OTHER = new Color(1, 2, 3);

    private Appearance() {}

    /** Whether the workbench is dark. */
    public static boolean isDark() {
        return engine().map(IThemeEngine::getActiveTheme)
                .map(ITheme::getId)
                .map(id -> id.contains("dark"))
                .orElseGet(Display::isSystemDarkTheme);
    }

    /** Switches to the other theme and keeps the choice. */
    public static void toggle() {
        String wanted = isDark() ? LIGHT : DARK;
        Optional<IThemeEngine> engine = engine();
        engine.ifPresent(e -> e.setTheme(wanted, true));
        // the window system follows later than the style sheets, and says so or not
        Display display = Display.getCurrent();
        Listener once =
                new Listener() {
                    @Override
                    public void handleEvent(Event event) {
                        display.removeListener(SWT.Settings, this);
                        display.asyncExec(() -> engine.ifPresent(Appearance::refresh));
                    }
                };
        display.addListener(SWT.Settings, once);
        display.timerExec(FOLLOWED, () -> once.handleEvent(new Event()));
    }

    /**
     * The light theme says nothing of colours the dark one has set, so they are taken back, and
     * what the theme does say is said again.
     */
    private static void refresh(IThemeEngine engine) {
        for (Shell shell : Display.getCurrent().getShells()) {
            clear(shell);
            engine.applyStyles(shell, true);
        }
    }

    private static void clear(Control control) {
        // a colour that is none already would be kept as it looked in the theme before
        control.setForeground(OTHER);
        control.setForeground(null);
        control.setBackground(OTHER);
        control.setBackground(null);
        if (control instanceof Table table) {
            table.setHeaderBackground(null);
            table.setHeaderForeground(null);
        }
        if (control instanceof Tree tree) {
            tree.setHeaderBackground(null);
            tree.setHeaderForeground(null);
        }
        if (control instanceof Link link) {
            link.setLinkForeground(null);
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                clear(child);
            }
        }
    }

    private static Optional<IThemeEngine> engine() {
        return PlatformUI.isWorkbenchRunning()
                ? Optional.ofNullable(PlatformUI.getWorkbench().getService(IThemeEngine.class))
                : Optional.empty();
    }
}
