// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.explorer;

import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.IToolTipProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.TextStyle;
import org.ionbench.engine.plotting.Palette;
import org.ionbench.engine.runs.RunState;
import org.ionbench.model.Recording;
import org.ionbench.ui.internal.Hint;
import org.ionbench.ui.internal.explorer.Node.Kind;
import org.ionbench.ui.internal.pictures.Appearance;
import org.ionbench.ui.internal.pictures.Pictures;

import java.util.Optional;

/** Labels with a quiet detail, icons with the run's state, and why a run failed as a tooltip. */
final class NodeLabels extends LabelProvider implements IStyledLabelProvider, IToolTipProvider {
    /** In a colour that is read as well in the dark theme as in the light one. */
    private static final StyledString.Styler LEAD =
            new StyledString.Styler() {
                @Override
                public void applyStyles(TextStyle style) {
                    Palette palette = Appearance.isDark() ? Palette.DARK : Palette.LIGHT;
                    int rgb = palette.category(0, 1);
                    style.foreground = new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
                }
            };

    /** Letters that even a narrow tree shows. */
    private static final int SHORT = 20;

    private final Pictures pictures;

    NodeLabels(Pictures pictures) {
        this.pictures = pictures;
    }

    @Override
    public String getText(Object element) {
        Node node = (Node) element;
        return node.kind() == Kind.PROJECT && node.project().isDirty()
                ? "*" + node.label()
                : node.label();
    }

    @Override
    public StyledString getStyledText(Object element) {
        Node node = (Node) element;
        StyledString text = new StyledString();
        if (!node.lead().isEmpty()) {
            text.append(node.lead() + "  ", LEAD);
        }
        text.append(getText(node));
        String detail = state(node).map(NodeLabels::word).orElse(node.detail());
        if (!detail.isEmpty()) {
            text.append("  " + detail, StyledString.QUALIFIER_STYLER);
        }
        return text;
    }

    @Override
    public Image getImage(Object element) {
        Node node = (Node) element;
        return state(node)
                .map(s -> pictures.image(node.icon(), "state-" + s.id()))
                .orElseGet(
                        () ->
                                holdsFailure(node)
                                        ? pictures.image(
                                                node.icon(), "state-" + RunState.FAILED.id())
                                        : pictures.image(node.icon()));
    }

    /** Whether a run below it failed, which may be out of sight. */
    private static boolean holdsFailure(Node node) {
        return node.children().stream()
                .flatMap(Node::all)
                .anyMatch(n -> state(n).equals(Optional.of(RunState.FAILED)));
    }

    @Override
    public String getToolTipText(Object element) {
        Node node = (Node) element;
        return switch (node.kind()) {
            case PROJECT ->
                    node.project()
                            .session()
                            .readOnlyReason()
                            .map(why -> node.project().folder() + "\n" + why)
                            .orElse(node.project().folder().toString());
            case RUN -> Hint.wrapped(whole(node) + "\n" + why(node));
            case GROUP -> null;
            case RECORDING -> whole(node) + file(node);
            default -> whole(node).length() > SHORT ? whole(node) : null;
        };
    }

    /** The file a recording came with. */
    private static String file(Node node) {
        return node.project()
                .session()
                .find(Recording.class, node.id())
                .map(Recording::getRawFile)
                .filter(f -> !f.isEmpty())
                .map(f -> "\n" + f.substring(f.lastIndexOf('/') + 1))
                .orElse("");
    }

    /** Why a run is as it is. */
    private static String why(Node node) {
        return node.project()
                .runs()
                .why(node.id())
                .orElseGet(() -> state(node).map(NodeLabels::sentence).orElse(""));
    }

    /** Its whole text, which a narrow tree cuts. */
    private String whole(Node node) {
        return getStyledText(node).getString();
    }

    private static Optional<RunState> state(Node node) {
        try {
            return node.kind() == Kind.RUN
                    ? Optional.of(node.project().runs().state(node.id()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // It was deleted a moment ago; the tree is about to be made anew.
            return Optional.empty();
        }
    }

    private static String word(RunState state) {
        return switch (state) {
            case CURRENT -> "";
            case STALE -> "stale";
            case FAILED -> "failed";
            case NEVER -> "not computed yet";
        };
    }

    private static String sentence(RunState state) {
        return switch (state) {
            case CURRENT -> "The result is that of today's data and settings.";
            case STALE -> "Data or settings changed; the result is being computed anew.";
            case FAILED -> "The run failed.";
            case NEVER -> "The run was not computed yet.";
        };
    }
}
