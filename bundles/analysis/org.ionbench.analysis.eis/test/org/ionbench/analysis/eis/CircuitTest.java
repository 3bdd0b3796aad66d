// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.circuit.Circuit;
import org.ionbench.api.circuit.CircuitCode;
import org.ionbench.api.circuit.CircuitEvaluator;
import org.ionbench.api.circuit.CircuitParameter;
import org.ionbench.api.circuit.Elements;
import org.ionbench.api.circuit.FrequencyGrid;
import org.ionbench.api.problem.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CircuitTest {
    private static final Elements ELEMENTS = InstalledElements.all();

    private static Circuit parse(String code) throws FormatException {
        return CircuitCode.parse(code, ELEMENTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R0-p(R1,CPE1)-W1 | R0-p(R1,CPE1)-W1",
                " R0 - p( R1 , CPE1 ) - W1 | R0-p(R1,CPE1)-W1",
                "R-p(R,C)-p(R,CPE)-CPE | R0-p(R1,C1)-p(R2,CPE1)-CPE2",
                "p(R1-Wo1,C1) | p(R1-Wo1,C1)",
                "p(p(R1,C1),C2) | p(R1,C1,C2)",
                "R0-p(R1,p(R2,C2)-C1)-L5 | R0-p(R1,p(R2,C2)-C1)-L5",
                "R1-p(R,Q) | R1-p(R2,CPE1)",
                "p(R1,Q1) | p(R1,CPE1)",
                "R(RQ)W | R0-p(R1,CPE1)-W1",
                "R(RQ)(RQ)Q | R0-p(R1,CPE1)-p(R2,CPE2)-CPE3",
                "R(C[RW]) | R0-p(C1,R1-W1)",
                "R(C(RW)) | R0-p(C1,R1-W1)",
                "R(Q[R(RQ)]) | R0-p(CPE1,R1-p(R2,CPE2))",
                "LR(RQ)O | L1-R1-p(R2,CPE1)-Ws1",
                "R(RC)T | R0-p(R1,C1)-Wo1",
                "R1(R2Q1)W1 | R1-p(R2,CPE1)-W1",
                "(RC)G | p(R1,C1)-G1",
                "CPE1 | CPE1",
                "Zarc | Zarc1",
                "R0 | R0",
            })
    void readsAndPrints(String code, String printed) throws FormatException {
        Circuit c = parse(code);
        assertEquals(printed, c.code());
        assertEquals(printed, parse(printed).code());
        assertEquals(c, parse(printed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R0-T1 | character 4 | coth",
                "R0-p(R1,O1) | character 9 | tanh",
                "R0-p(R1,CPE1 | character 13 | it ends here",
                "R0-p(R1) | character 4 | two parts",
                "R0-X1 | character 4 | no element \"X\"",
                "R1-R1 | character 4 | two elements R1",
                "R0--R1 | character 4 | an element such as R1",
                "R(RX) | character 4 | no element \"X\"",
                "R(RQ | character 5 | \")\" was expected",
                "R() | character 3 | in the brackets",
                "R0-p(R1,C1)) | character 12 | end of the circuit",
                "R(RQ]W | character 5 | \")\" was expected",
                "R0-R12345678 | character 5 | 6 digits",
            })
    void saysWhatIsWrong(String code, String place, String sentence) {
        FormatException e = assertThrows(FormatException.class, () -> parse(code));
        assertEquals(place, e.place(), e.getMessage());
        assertTrue(e.getMessage().contains(sentence), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-", "p(", "((((((", "(", ")", "1", "R1,C1", "\u00e4", "p()"})
    void refusesRubbish(String code) {
        assertThrows(FormatException.class, () -> parse(code));
    }

    @Test
    void refusesEndlessNesting() {
        assertThrows(FormatException.class, () -> parse("p(R1,".repeat(300) + "R2"));
        assertThrows(FormatException.class, () -> parse("(".repeat(1999)));
        assertThrows(FormatException.class, () -> parse("R".repeat(100_000)));
    }

    /** Independent value: pyimpspec's simulated spectrum at 10 kHz and 1 Hz. */
    @Test
    void controlSpectrum() throws FormatException {
        Circuit c = parse("R0-p(R1,C1)-p(R2,W1)");
        assertEquals(2, c.indexOf("C1.C").orElseThrow());
        CircuitEvaluator evaluator = CircuitEvaluator.of(c, FrequencyGrid.of(1e4, 1));
        double[] z =
                evaluator.impedance(new double[] {100, 200, 8e-7, 500, 1 / (4e-4 * Math.sqrt(2))});
        assertEquals(109.00918219, z[0], 1e-8);
        assertEquals(-26.55567988, z[1], 1e-8);
        assertEquals(645.47870015, z[2], 1e-8);
        assertEquals(-90.61812831, z[3], 1e-8);
    }

    /** Derivatives of nested circuits against fourth-order differences of the impedance. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "R0-p(R1,CPE1)-W1",
                "R0-p(R1,CPE1)-p(R2,CPE2)-CPE3",
                "p(R1,C1,CPE1-R2,L1)-Wo1",
                "L1-p(R1-p(R2-Ws1,CPE2),CPE1)-p(H1,Zarc1)-TLM1-G1",
            })
    void derivatives(String code) throws FormatException {
        Circuit c = parse(code);
        FrequencyGrid grid = FrequencyGrid.of(1e-2, 1, 33, 1e3, 2e4, 1e6);
        CircuitEvaluator evaluator = CircuitEvaluator.of(c, grid);
        double[] p =
                c.parameters().stream()
                        .map(CircuitParameter::spec)
                        .mapToDouble(s -> s.typical() * 0.93)
                        .toArray();
        double[] z = new double[12];
        double[][] dz = new double[p.length][12];
        evaluator.evaluate(p, z, dz);
        for (int j = 0; j < p.length; j++) {
            double h = 1e-3 * p[j];
            double[] a = shifted(evaluator, p, j, h);
            double[] b = shifted(evaluator, p, j, -h);
            double[] a2 = shifted(evaluator, p, j, 2 * h);
            double[] b2 = shifted(evaluator, p, j, -2 * h);
            for (int i = 0; i < 12; i++) {
                double size = Math.hypot(z[i & ~1], z[i | 1]) / p[j];
                double expected = (8 * (a[i] - b[i]) - (a2[i] - b2[i])) / (12 * h);
                assertEquals(expected, dz[j][i], 1e-7 * size, code + " " + j + " " + i);
            }
        }
    }

    private static double[] shifted(CircuitEvaluator e, double[] p, int j, double h) {
        double[] q = p.clone();
        q[j] += h;
        return e.impedance(q);
    }

    @Test
    void aShortedBranchTakesAllCurrent() throws FormatException {
        CircuitEvaluator e = CircuitEvaluator.of(parse("p(R1,CPE1)-R2"), FrequencyGrid.of(1, 1000));
        double[] p = {0, 1e-6, 0.9, 7};
        double[] z = new double[4];
        double[][] dz = new double[4][4];
        e.evaluate(p, z, dz);
        assertEquals(7, z[0], 1e-15);
        assertEquals(0, z[1], 1e-15);
        assertEquals(1, dz[0][0], 1e-15);
        assertEquals(0, dz[1][0], 1e-15);
    }
}
