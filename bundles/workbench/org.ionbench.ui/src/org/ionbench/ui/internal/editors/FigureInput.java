// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors;

import org.ionbench.engine.figures.FigureSpec;
import org.ionbench.engine.figures.Figures;
import org.ionbench.ui.internal.projects.OpenProject;

import java.util.Optional;

/** A figure over several runs of an open project. */
public final class FigureInput extends ProjectInput {

    public FigureInput(OpenProject project, String figureId) {
        super(project, figureId);
    }

    /** What it shows; empty if it was deleted. */
    public Optional<FigureSpec> figure() {
        return new Figures(project().session(), project().runs()).find(id());
    }

    @Override
    public boolean exists() {
        return figure().isPresent();
    }

    @Override
    public String getName() {
        return figure().map(FigureSpec::name).orElse("Deleted figure");
    }

    @Override
    public String getFactoryId() {
        return FigureInputFactory.ID;
    }

    @Override
    String icon() {
        return "figure";
    }
}
