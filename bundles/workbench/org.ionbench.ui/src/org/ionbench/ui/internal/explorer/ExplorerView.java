// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.explorer;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.part.ViewPart;
import org.ionbench.ui.internal.commands.Act;
import org.ionbench.ui.internal.commands.AnalysesMenu;
import org.ionbench.ui.internal.commands.CopyText;
import org.ionbench.ui.internal.commands.ExportersMenu;
import org.ionbench.ui.internal.commands.FiguresMenu;
import org.ionbench.ui.internal.commands.JoinRecordings;
import org.ionbench.ui.internal.commands.ObjectEdits;
import org.ionbench.ui.internal.editors.Open;
import org.ionbench.ui.internal.explorer.Node.Kind;
import org.ionbench.ui.internal.pictures.Pictures;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;
import org.ionbench.ui.internal.projects.ProjectsListener;
import org.ionbench.ui.internal.views.Settled;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The tree of all open projects, with a filter above it and a first page while there are none. */
public final class ExplorerView extends ViewPart implements ProjectsListener {
    /** The view's id in plugin.xml. */
    public static final String ID = "org.ionbench.ui.explorer";

    private static final String GROUPING = "grouping";

    private Projects projects;
    private Pictures pictures;
    private Grouping grouping = Grouping.CELL;
    private Composite stack;
    private Composite tree;
    private FirstPage firstPage;
    private Notices notices;
    private Text filter;
    private TreeViewer viewer;
    private Action collapse;
    private Settled states;
    private List<Node> roots = List.of();

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        projects = site.getService(Projects.class);
        if (memento != null && memento.getString(GROUPING) != null) {
            for (Grouping g : Grouping.values()) {
                if (g.name().equals(memento.getString(GROUPING))) {
                    grouping = g;
                }
            }
        }
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(GROUPING, grouping.name());
    }

    @Override
    public void createPartControl(Composite parent) {
        pictures = new Pictures();
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        firstPage = new FirstPage(stack, getSite());
        tree = new Composite(stack, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(tree);
        notices = new Notices(tree);
        filter = new Text(tree, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage("Filter");
        filter.setData("org.ionbench.ui.id", "explorer.filter");
        filter.addModifyListener(e -> filterChanged());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        createViewer();
        states = new Settled(parent.getDisplay(), this::refill);
        fillActions();
        new FileDrop(getSite(), viewer).install(firstPage.control());
        projects.addListener(this);
        projectsChanged();
    }

    private void createViewer() {
        viewer = new TreeViewer(tree, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.setUseHashlookup(true);
        viewer.getTree().setData("org.ionbench.ui.id", "explorer.tree");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(viewer.getTree());
        viewer.setContentProvider(new Content());
        viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new NodeLabels(pictures)));
        ColumnViewerToolTipSupport.enableFor(viewer);
        viewer.addFilter(new TextFilter());
        viewer.addDoubleClickListener(e -> Selected.node(e.getSelection()).ifPresent(this::open));
        viewer.addSelectionChangedListener(
                e ->
                        Selected.nodes(e.getSelection()).stream()
                                .findFirst()
                                .ifPresent(n -> projects.activate(n.project())));
        viewer.addDropSupport(
                DND.DROP_COPY | DND.DROP_DEFAULT,
                new Transfer[] {FileTransfer.getInstance()},
                new FileDrop(getSite(), viewer));
        getSite().setSelectionProvider(viewer);
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fillMenu);
        viewer.getTree().setMenu(menu.createContextMenu(viewer.getTree()));
        getSite().registerContextMenu(menu, viewer);
        NameEditor.install(viewer, projects::say);
        IHandlerService handlers = getSite().getService(IHandlerService.class);
        handlers.activateHandler("org.eclipse.ui.edit.copy", new CopyText(this::selectedNames));
        handlers.activateHandler("org.eclipse.ui.edit.delete", new Act(this::delete));
        handlers.activateHandler("org.eclipse.ui.edit.rename", new Act(this::rename));
    }

    private String selectedNames() {
        return Selected.nodes(viewer.getSelection()).stream()
                .map(Node::label)
                .collect(Collectors.joining("\n"));
    }

    private void delete() {
        try {
            ObjectEdits.delete(Selected.nodes(viewer.getSelection()));
        } catch (IllegalStateException e) {
            projects.say(e.getMessage());
        }
    }

    private void rename() {
        Selected.node(viewer.getSelection()).ifPresent(node -> viewer.editElement(node, 0));
    }

    private void fillActions() {
        IMenuManager menu = getViewSite().getActionBars().getMenuManager();
        for (Grouping g : Grouping.values()) {
            Action action =
                    new Action(g.label(), IAction.AS_RADIO_BUTTON) {
                        @Override
                        public void run() {
                            if (isChecked() && grouping != g) {
                                grouping = g;
                                projectsChanged();
                            }
                        }
                    };
            action.setChecked(g == grouping);
            menu.add(action);
        }
        collapse =
                new Action("Collapse all") {
                    @Override
                    public void run() {
                        viewer.collapseAll();
                    }
                };
        getViewSite().getActionBars().getToolBarManager().add(collapse);
    }

    private void fillMenu(IMenuManager menu) {
        List<Node> nodes = Selected.nodes(viewer.getSelection());
        if (nodes.size() == 1 && isOpenable(nodes.getFirst())) {
            menu.add(
                    new Action("Open") {
                        @Override
                        public void run() {
                            open(nodes.getFirst());
                        }
                    });
        }
        menu.add(command("org.ionbench.ui.importFiles", "import"));
        menu.add(command("org.ionbench.ui.watchFolder", "import"));
        menu.add(command("org.ionbench.ui.ovenTemperatures", "recording"));
        if (JoinRecordings.recordings(nodes).size() > 1) {
            menu.add(command(JoinRecordings.ID, "group"));
        }
        menu.add(new ExportersMenu().as("Export recordings"));
        menu.add(new Separator("analyse"));
        menu.add(new AnalysesMenu().as("Analyse"));
        menu.add(command("org.ionbench.ui.recompute", "recompute"));
        FiguresMenu.of(nodes, (project, id) -> Open.figure(getSite().getPage(), project, id))
                .ifPresent(menu::add);
        menu.add(new Separator("edit"));
        menu.add(command("org.eclipse.ui.edit.copy", "copy"));
        menu.add(command("org.eclipse.ui.edit.rename", "rename"));
        menu.add(command("org.eclipse.ui.edit.delete", "delete"));
        menu.add(new Separator("project"));
        menu.add(command("org.ionbench.ui.closeProject", "project-closed"));
        menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
    }

    private CommandContributionItem command(String id, String icon) {
        CommandContributionItemParameter item =
                new CommandContributionItemParameter(
                        getSite(), id, id, CommandContributionItem.STYLE_PUSH);
        item.icon = Pictures.descriptor(icon);
        return new CommandContributionItem(item);
    }

    private static boolean isOpenable(Node node) {
        return node.kind() == Kind.RECORDING
                || node.kind() == Kind.RUN
                || node.kind() == Kind.FIGURE;
    }

    private void open(Node node) {
        switch (node.kind()) {
            case RECORDING -> Open.recording(getSite().getPage(), node.project(), node.id());
            case RUN -> Open.run(getSite().getPage(), node.project(), node.id());
            case FIGURE -> Open.figure(getSite().getPage(), node.project(), node.id());
            default -> viewer.setExpandedState(node, !viewer.getExpandedState(node));
        }
    }

    @Override
    public void revealed(OpenProject project, String id) {
        for (Node root : roots) {
            if (root.project() == project) {
                root.all()
                        .filter(n -> n.isObject() && n.id().equals(id))
                        .findFirst()
                        .ifPresent(this::reveal);
            }
        }
    }

    /** Selects a node with as much of what belongs to it in sight as there is room for. */
    private void reveal(Node node) {
        List<Node> beside =
                node.kind() == Kind.PROJECT
                        ? node.children()
                        : node.parent().map(Node::children).orElse(List.of());
        if (!beside.isEmpty()) {
            viewer.reveal(beside.getLast());
        }
        viewer.setSelection(new StructuredSelection(node), true);
        if (getSite().getPage().getActivePart() == this) {
            setFocus();
        }
    }

    // ---- keeping up with the projects

    @Override
    public void projectsChanged() {
        setTitleImage(pictures.image("explorer"));
        collapse.setImageDescriptor(Pictures.descriptor("collapse"));
        ((StackLayout) stack.getLayout()).topControl =
                projects.open().isEmpty() ? firstPage.control() : tree;
        stack.layout();
        refill();
    }

    @Override
    public void projectChanged(OpenProject project) {
        refill();
    }

    @Override
    public void resultsChanged(OpenProject project) {
        states.soon();
    }

    private void refill() {
        if (viewer.getTree().isDisposed()) {
            return;
        }
        notices.show(projects.open());
        List<Node> before = roots;
        roots = projects.open().stream().map(p -> ProjectTree.of(p, grouping)).toList();
        if (viewer.getInput() == null) {
            viewer.setInput(this);
        } else {
            viewer.refresh();
        }
        expandNew(before);
    }

    /** What has come since opens, down to the recordings. */
    private void expandNew(List<Node> before) {
        Set<Node> known = before.stream().flatMap(Node::all).collect(Collectors.toSet());
        roots.stream()
                .flatMap(Node::all)
                .filter(n -> !n.isEmpty() && n.kind() != Kind.RECORDING && n.kind() != Kind.RUN)
                .filter(n -> !known.contains(n))
                .forEach(n -> viewer.setExpandedState(n, true));
        roots.stream()
                .filter(root -> !before.isEmpty() && !known.contains(root))
                .findFirst()
                .ifPresent(root -> viewer.setSelection(new StructuredSelection(root), true));
    }

    private void filterChanged() {
        viewer.refresh();
        if (!filter.getText().isBlank()) {
            viewer.expandAll();
        }
    }

    @Override
    public void setFocus() {
        if (((StackLayout) stack.getLayout()).topControl == tree) {
            viewer.getTree().setFocus();
        } else {
            firstPage.setFocus();
        }
    }

    @Override
    public void dispose() {
        projects.removeListener(this);
        if (pictures != null) {
            pictures.dispose();
        }
        super.dispose();
    }

    /** The nodes as they were made. */
    private final class Content implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            return roots.toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return ((Node) parent).children().toArray();
        }

        @Override
        public Object getParent(Object element) {
            return ((Node) element).parent().orElse(null);
        }

        @Override
        public boolean hasChildren(Object element) {
            return !((Node) element).isEmpty();
        }
    }

    /** Shows what has the filter's text in its label or detail, and what leads there or follows. */
    private final class TextFilter extends ViewerFilter {

        @Override
        public boolean select(Viewer v, Object parent, Object element) {
            String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
            Node node = (Node) element;
            return wanted.isEmpty()
                    || node.all().anyMatch(n -> matches(n, wanted))
                    || node.parent().filter(p -> isBelowMatch(p, wanted)).isPresent();
        }

        private boolean isBelowMatch(Node node, String wanted) {
            return matches(node, wanted)
                    || node.parent().filter(p -> isBelowMatch(p, wanted)).isPresent();
        }

        private static boolean matches(Node node, String wanted) {
            return (node.lead() + " " + node.label() + " " + node.detail())
                    .toLowerCase(Locale.ROOT)
                    .contains(wanted);
        }
    }
}
