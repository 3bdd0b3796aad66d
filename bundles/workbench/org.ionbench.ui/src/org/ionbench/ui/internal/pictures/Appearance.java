// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.pictures;

import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;

import java.util.Optional;

/** The light and the dark theme. */
@SuppressWarnings("all") // the platform has no other way to switch themes than its own
public final class Appearance {
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";

    private Appearance() {}

    /** Whether the workbench is dark. */
    public static boolean isDark() {
        return engine().map(IThemeEngine::getActiveTheme)
                .map(ITheme::getId)
                .map(id -> id.contains("dark"))
                .orElseGet(Display::isSystemDarkTheme);
    }

    /**
     * Switches to the other theme and keeps the choice. The light theme says nothing of colours the
     * dark one has set, so they are taken back first.
     */
    public static void toggle() {
        String wanted = isDark() ? LIGHT : DARK;
        for (Shell shell : Display.getCurrent().getShells()) {
            clear(shell);
        }
        engine().ifPresent(e -> e.setTheme(wanted, true));
    }

    private static void clear(Control control) {
        control.setForeground(null);
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
