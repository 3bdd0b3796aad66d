// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.model.store;

import org.ionbench.api.quantity.Unit;
import org.ionbench.model.Cell;
import org.ionbench.model.Component;
import org.ionbench.model.Figure;
import org.ionbench.model.Identified;
import org.ionbench.model.Material;
import org.ionbench.model.Measured;
import org.ionbench.model.ModelFactory;
import org.ionbench.model.Pair;
import org.ionbench.model.Recording;
import org.ionbench.model.Run;
import org.ionbench.model.Sample;
import org.ionbench.model.SynthesisStep;

/** New objects, each with an id of its own, in no project yet. */
public final class Fresh {

    private Fresh() {}

    public static Material material(String name) {
        Material m = identified(ModelFactory.INSTANCE.createMaterial());
        m.setName(name);
        return m;
    }

    public static Sample sample(String name) {
        Sample s = identified(ModelFactory.INSTANCE.createSample());
        s.setName(name);
        return s;
    }

    /**
     * A share of a material.
     *
     * @param basis {@code "volume"} or {@code "mass"}
     */
    public static Component component(Material material, double fraction, String basis) {
        Component c = identified(ModelFactory.INSTANCE.createComponent());
        c.setMaterial(material);
        c.setFraction(fraction);
        c.setBasis(basis);
        return c;
    }

    public static SynthesisStep step(String name, String description) {
        SynthesisStep s = identified(ModelFactory.INSTANCE.createSynthesisStep());
        s.setName(name);
        s.setDescription(description);
        return s;
    }

    public static Cell cell(String name) {
        Cell c = identified(ModelFactory.INSTANCE.createCell());
        c.setName(name);
        return c;
    }

    public static Recording recording(String name) {
        Recording r = identified(ModelFactory.INSTANCE.createRecording());
        r.setName(name);
        return r;
    }

    public static Run run(String analysis, int revision) {
        Run r = identified(ModelFactory.INSTANCE.createRun());
        r.setAnalysis(analysis);
        r.setRevision(revision);
        return r;
    }

    public static Figure figure(String name) {
        Figure f = identified(ModelFactory.INSTANCE.createFigure());
        f.setName(name);
        return f;
    }

    public static Pair pair(String key, String value) {
        Pair p = identified(ModelFactory.INSTANCE.createPair());
        p.setKey(key);
        p.setValue(value);
        return p;
    }

    /**
     * A measured property.
     *
     * @param value in {@code unit}
     * @param uncertainty standard uncertainty in {@code unit}; 0 where none is known
     * @param typed the text it was typed as; empty if nobody typed it
     */
    public static Measured measured(
            String property, double value, double uncertainty, Unit unit, String typed) {
        Measured m = identified(ModelFactory.INSTANCE.createMeasured());
        m.setProperty(property);
        m.setValue(value);
        m.setUncertainty(uncertainty);
        m.setUnit(unit.symbol());
        m.setTyped(typed);
        return m;
    }

    private static <T extends Identified> T identified(T object) {
        object.setId(Ids.fresh());
        return object;
    }
}
