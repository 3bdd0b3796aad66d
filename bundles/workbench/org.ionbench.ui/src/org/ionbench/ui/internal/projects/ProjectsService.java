// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.projects;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.ISaveablesLifecycleListener;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;
import org.ionbench.engine.catalog.Catalog;

import java.time.Clock;

/** Makes the workbench's one {@link Projects} when somebody first asks for it. */
public final class ProjectsService extends AbstractServiceFactory {

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Object create(
            Class serviceInterface, IServiceLocator parentLocator, IServiceLocator locator) {
        Object above = parentLocator.getService(serviceInterface);
        if (above != null) {
            return above;
        }
        if (serviceInterface == Catalog.class) {
            return Catalog.of(Platform.getExtensionRegistry());
        }
        return new Projects(
                Display.getCurrent(),
                locator.getService(Catalog.class),
                Clock.systemDefaultZone(),
                PlatformUI.getWorkbench().getService(ISaveablesLifecycleListener.class));
    }
}
