// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.pictures;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MUILabel;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.ui.IWorkbenchWindow;

import java.util.List;

/**
 * Keeps the icons of tabs, toolbars and menus, which the platform knows by their address only,
 * those of the theme that is on.
 */
public final class ThemeIcons {
    private static final String THEME_CHANGED =
            "org/eclipse/e4/ui/css/swt/theme/ThemeManager/themeChanged";
    private static final String LIGHT = "/icons/light/";
    private static final String DARK = "/icons/dark/";

    private final IWorkbenchWindow window;
    private final Runnable afterwards;

    /**
     * Icons of a window.
     *
     * @param afterwards refreshes what draws icons itself
     */
    public ThemeIcons(IWorkbenchWindow window, Runnable afterwards) {
        this.window = window;
        this.afterwards = afterwards;
    }

    /** Puts the icons right now and whenever the theme changes. */
    public void watch() {
        IEventBroker events = window.getService(IEventBroker.class);
        events.subscribe(THEME_CHANGED, event -> apply());
        apply();
    }

    private void apply() {
        if (window.getShell() == null || window.getShell().isDisposed()) {
            return;
        }
        String wrong = Appearance.isDark() ? LIGHT : DARK;
        String right = Appearance.isDark() ? DARK : LIGHT;
        List<MUILabel> labels =
                window.getService(EModelService.class)
                        .findElements(
                                window.getService(MApplication.class),
                                MUILabel.class,
                                EModelService.ANYWHERE
                                        | EModelService.IN_MAIN_MENU
                                        | EModelService.IN_PART,
                                element -> true);
        for (MUILabel label : labels) {
            String icon = label.getIconURI();
            if (icon != null && icon.contains(wrong) && Pictures.isOurs(icon)) {
                label.setIconURI(icon.replace(wrong, right));
            }
        }
        afterwards.run();
    }
}
