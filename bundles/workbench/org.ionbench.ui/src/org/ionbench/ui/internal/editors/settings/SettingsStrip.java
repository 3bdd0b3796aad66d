// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.settings;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.ionbench.api.analysis.Mask;
import org.ionbench.api.analysis.SettingSpec;
import org.ionbench.api.analysis.Window;
import org.ionbench.api.circuit.Elements;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All settings of a run: those that find room in one line, and the others after a click. Made from
 * the description of the settings alone.
 */
public final class SettingsStrip extends Composite {
    private final List<SettingField> fields = new ArrayList<>();
    private final Button more;
    private boolean isUnfolded;

    /**
     * The fields, still empty.
     *
     * @param specs the settings in order
     * @param elements the circuit elements that can be used
     */
    public SettingsStrip(
            Composite parent, List<SettingSpec> specs, Elements elements, Touch touch) {
        super(parent, SWT.NONE);
        setData("org.ionbench.ui.id", "settings");
        specs.forEach(s -> fields.add(field(s, elements, touch)));
        fields.forEach(SettingField::complete);
        more = new Button(this, SWT.PUSH | SWT.FLAT);
        more.setData("org.ionbench.ui.id", "settings.more");
        more.addListener(SWT.Selection, e -> unfold(!isUnfolded));
        setLayout(new StripLayout(this));
        unfold(false);
    }

    private SettingField field(SettingSpec spec, Elements elements, Touch touch) {
        Class<?> type = spec.type();
        if (type == Window.class) {
            return new WindowField(this, spec, touch);
        }
        if (type == Mask.class) {
            return new MaskField(this, spec, touch);
        }
        if (type == boolean.class) {
            return new FlagField(this, spec, touch);
        }
        if (type.isEnum()) {
            return new WordField(this, spec, touch);
        }
        return type == String.class
                ? new TextField(this, spec, touch, elements)
                : new NumberField(this, spec, touch);
    }

    private void unfold(boolean all) {
        isUnfolded = all;
        more.setText(all ? "Fewer" : "More");
        more.setToolTipText(all ? "Shows one line of settings" : "Shows all settings");
        requestLayout();
    }

    boolean isUnfolded() {
        return isUnfolded;
    }

    List<SettingField> fields() {
        return fields;
    }

    Button more() {
        return more;
    }

    /** Shows what is stored, by key. */
    public void show(Map<String, String> settings) {
        for (SettingField field : fields) {
            field.show(settings.getOrDefault(field.spec().key(), field.spec().value()));
        }
    }

    /** Lets the fields be changed, or not where the project can only be read. */
    public void enable(boolean enabled) {
        fields.forEach(f -> f.enable(enabled));
    }

    /** The names of parameters that are proposed where parameters are typed. */
    public void names(List<String> names) {
        for (SettingField field : fields) {
            if (field instanceof TextField t) {
                t.names(names);
            }
        }
    }

    // ---- what is touched on the chart

    /** Something done with a window over an axis. */
    @FunctionalInterface
    public interface Windows {
        void window(SettingSpec spec, Window stored);
    }

    /** Goes through the windows that are dragged on the chart. */
    public void windows(Windows each) {
        for (SettingField field : fields) {
            if (field instanceof WindowField w && !w.spec().axis().isEmpty()) {
                each.window(w.spec(), w.window());
            }
        }
    }

    /** The text a window has as a setting, rounded as it is stored after a drag. */
    public static String text(Window dragged) {
        return WindowField.rounded(dragged).toString();
    }

    /** Shows a window while its handles are dragged. */
    public void drag(String key, Window window) {
        if (field(key) instanceof WindowField w) {
            w.drag(window);
        }
    }

    /** Makes an edit of a window whose handles were let go. */
    public void release(String key, Window window) {
        if (field(key) instanceof WindowField w) {
            w.release(window);
        }
    }

    /** The mask stored under a key. */
    public Mask mask(String key) {
        return field(key) instanceof MaskField m ? m.mask() : Mask.NONE;
    }

    /** The key of the mask whose brush is taken up; empty if none is. */
    public String brushed() {
        return fields.stream()
                .filter(f -> f instanceof MaskField m && m.isBrushing())
                .map(f -> f.spec().key())
                .findFirst()
                .orElse("");
    }

    /** Makes an edit of what a brush left out. */
    public void release(String key, Mask mask) {
        if (field(key) instanceof MaskField m) {
            m.release(mask);
        }
    }

    private SettingField field(String key) {
        return fields.stream().filter(f -> f.spec().key().equals(key)).findFirst().orElseThrow();
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        Point size = super.computeSize(wHint, hHint, changed);
        return fields.isEmpty() ? new Point(size.x, 0) : size;
    }
}
