// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.pictures;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.resource.DeviceResourceManager;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.DecorationOverlayIcon;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;

import java.net.URL;

/**
 * The icons of a view or editor by name, {@code "cell"} or {@code "run-fit"}; disposed of with it.
 * Those of the dark theme are taken where it is on.
 */
public final class Pictures {
    private static final String BUNDLE = "org.ionbench.ui";

    private final ResourceManager images = new DeviceResourceManager(Display.getCurrent());

    /** The descriptor of an icon in today's theme. */
    public static ImageDescriptor descriptor(String name) {
        String path = "icons/" + (Appearance.isDark() ? "dark/" : "light/") + name + ".svg";
        URL url = FileLocator.find(Platform.getBundle(BUNDLE), new Path(path));
        return url == null
                ? ImageDescriptor.getMissingImageDescriptor()
                : ImageDescriptor.createFromURL(url);
    }

    /** Whether the address of an icon is that of one of ours. */
    static boolean isOurs(String address) {
        URL bundle = Platform.getBundle(BUNDLE).getEntry("/");
        return address.startsWith("platform:/plugin/" + BUNDLE + "/")
                || address.startsWith(bundle.toString());
    }

    /** An icon. */
    public Image image(String name) {
        return images.create(descriptor(name));
    }

    /** An icon with a small mark at its lower right. */
    public Image image(String name, String mark) {
        return images.create(
                new DecorationOverlayIcon(
                        descriptor(name), descriptor(mark), IDecoration.BOTTOM_RIGHT));
    }

    public void dispose() {
        images.dispose();
    }
}
