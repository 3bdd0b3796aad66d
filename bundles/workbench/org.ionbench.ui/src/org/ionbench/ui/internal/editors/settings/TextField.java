// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.settings;

import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.ionbench.api.analysis.SettingSpec;
import org.ionbench.api.circuit.CircuitCode;
import org.ionbench.api.circuit.Elements;
import org.ionbench.api.problem.FormatException;

import java.util.List;
import java.util.Locale;

/** A text; circuits are read before they are taken, names of parameters are proposed. */
final class TextField extends SettingField {
    private static final int WIDTH = 110;
    private static final int CIRCUIT_WIDTH = 200;

    private final Text text;
    private final ControlDecoration decoration;
    private final Elements elements;
    private List<String> names = List.of();

    TextField(Composite parent, SettingSpec spec, Touch touch, Elements elements) {
        super(parent, spec, touch);
        this.elements = elements;
        label();
        text = new Text(box(), SWT.BORDER);
        dress(text, "");
        decoration = typed(text);
        GridDataFactory.fillDefaults()
                .hint(isCircuit() ? CIRCUIT_WIDTH : WIDTH, SWT.DEFAULT)
                .indent(4, 0)
                .applyTo(text);
        if (!spec.unit().equals("1")) {
            new Label(box(), SWT.NONE).setText(UnitNumber.unit(spec.unit()));
        }
        if (spec.editor().equals("parameters")) {
            text.setMessage("none");
            propose();
        }
    }

    private boolean isCircuit() {
        return spec().editor().equals("circuit");
    }

    /** The names that are proposed while typing. */
    void names(List<String> now) {
        names = now;
    }

    private void propose() {
        ContentProposalAdapter adapter =
                new ContentProposalAdapter(
                        text, new TextContentAdapter(), this::proposals, null, null);
        adapter.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_IGNORE);
        adapter.addContentProposalListener(this::take);
        adapter.setAutoActivationDelay(200);
    }

    private IContentProposal[] proposals(String contents, int position) {
        String begun = contents.substring(wordStart(contents, position), position);
        return names.stream()
                .filter(n -> n.toLowerCase(Locale.ROOT).startsWith(begun.toLowerCase(Locale.ROOT)))
                .map(ContentProposal::new)
                .toArray(IContentProposal[]::new);
    }

    private void take(IContentProposal proposal) {
        int position = text.getCaretPosition();
        int start = wordStart(text.getText(), position);
        text.setSelection(start, position);
        text.insert(proposal.getContent());
    }

    private static int wordStart(String contents, int position) {
        return contents.lastIndexOf(',', position - 1) + 1;
    }

    @Override
    boolean isShowing(String stored) {
        return text.getText().equals(stored);
    }

    @Override
    void write(String stored) {
        text.setText(stored);
    }

    @Override
    String read() {
        String typed = text.getText().strip();
        if (isCircuit()) {
            try {
                CircuitCode.parse(typed, elements);
            } catch (FormatException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }
        return typed;
    }

    @Override
    void mark(String sentence) {
        mark(decoration, sentence);
    }

    @Override
    boolean hasFocus() {
        return text.isFocusControl();
    }

    @Override
    void enable(boolean enabled) {
        text.setEditable(enabled);
    }
}
