// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.properties;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.ViewPart;
import org.ionbench.ui.internal.pictures.Pictures;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;
import org.ionbench.ui.internal.projects.ProjectsListener;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Properties of what is selected, or of what the editor in front shows. Every change is one edit
 * that can be undone, and what rests on it is computed anew.
 */
public final class PropertiesView extends ViewPart implements ProjectsListener, ISelectionListener {
    /** The view's id in plugin.xml. */
    public static final String ID = "org.ionbench.ui.properties";

    private static final double LABEL_SHARE = 0.42;

    private Projects projects;
    private Pictures pictures;
    private ScrolledComposite scroll;
    private Composite sheet;
    private Optional<Subject> subject = Optional.empty();
    private List<Property> shown = List.of();
    private final List<PropertyLine> lines = new ArrayList<>();

    @Override
    public void createPartControl(Composite parent) {
        projects = getSite().getService(Projects.class);
        pictures = new Pictures();
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.addListener(SWT.Resize, e -> fit());
        rebuild();
        projects.addListener(this);
        projectsChanged();
        getSite().getWorkbenchWindow().getSelectionService().addPostSelectionListener(this);
    }

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        if (part != this) {
            Optional<Subject> wanted = Subject.of(part, selection);
            if (wanted.isPresent() && !wanted.equals(subject)) {
                lines.forEach(PropertyLine::commit);
                subject = wanted;
                rebuild();
            }
        }
    }

    @Override
    public void projectsChanged() {
        setTitleImage(pictures.image("properties"));
        if (subject.filter(s -> !projects.open().contains(s.project())).isPresent()) {
            subject = Optional.empty();
            rebuild();
        }
    }

    @Override
    public void projectChanged(OpenProject project) {
        if (subject.filter(s -> s.project() == project).isPresent()) {
            refresh();
        }
    }

    @Override
    public void resultsChanged(OpenProject project) {
        projectChanged(project);
    }

    private void refresh() {
        List<Property> now = properties();
        boolean same = now.size() == shown.size();
        for (int i = 0; same && i < now.size(); i++) {
            same = now.get(i).isLike(shown.get(i));
        }
        if (same) {
            for (int i = 0; i < now.size(); i++) {
                lines.get(i).show(now.get(i));
            }
            shown = now;
            fit();
        } else {
            rebuild();
        }
    }

    private List<Property> properties() {
        return subject.filter(Subject::exists).map(PropertySheet::of).orElse(List.of());
    }

    private void rebuild() {
        if (scroll.isDisposed()) {
            return;
        }
        Control before = sheet;
        lines.clear();
        shown = properties();
        sheet = new Composite(scroll, SWT.NONE);
        sheet.setData("org.ionbench.ui.id", "properties.sheet");
        GridLayoutFactory.swtDefaults().numColumns(2).margins(8, 6).spacing(8, 4).applyTo(sheet);
        if (shown.isEmpty()) {
            Label empty = new Label(sheet, SWT.WRAP);
            empty.setText("Select a cell, a recording or a run to see and change its properties.");
            GridDataFactory.fillDefaults()
                    .span(2, 1)
                    .grab(true, false)
                    .hint(60, SWT.DEFAULT)
                    .applyTo(empty);
        }
        String section = "";
        for (Property property : shown) {
            if (!property.section().equals(section)) {
                section = property.section();
                heading(section);
            }
            lines.add(new PropertyLine(sheet, property));
        }
        subject.filter(Subject::takesMore)
                .ifPresent(
                        s ->
                                new NewPropertyLine(
                                        sheet,
                                        (key, text) -> s.project().session().set(s.id(), key, text),
                                        projects::say));
        scroll.setContent(sheet);
        if (before != null) {
            before.dispose();
        }
        fit();
    }

    private void heading(String text) {
        Label label = new Label(sheet, SWT.NONE);
        label.setText(text);
        label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().span(2, 1).indent(0, lines.isEmpty() ? 0 : 8).applyTo(label);
    }

    private void fit() {
        if (sheet != null && !sheet.isDisposed()) {
            int widest = (int) (LABEL_SHARE * scroll.getClientArea().width);
            lines.forEach(l -> l.narrow(widest));
            scroll.setMinSize(sheet.computeSize(scroll.getClientArea().width, SWT.DEFAULT));
            sheet.layout(true, true);
        }
    }

    @Override
    public void setFocus() {
        if (lines.stream().noneMatch(PropertyLine::setFocus)) {
            scroll.setFocus();
        }
    }

    @Override
    public void dispose() {
        projects.removeListener(this);
        if (pictures != null) {
            pictures.dispose();
        }
        getSite().getWorkbenchWindow().getSelectionService().removePostSelectionListener(this);
        super.dispose();
    }
}
