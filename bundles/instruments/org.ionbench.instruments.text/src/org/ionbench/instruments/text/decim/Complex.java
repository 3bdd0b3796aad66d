// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text.decim;

/**
 * A complex number.
 *
 * @param re the real part
 * @param im the imaginary part
 */
record Complex(double re, double im) {
    static final Complex ZERO = new Complex(0, 0);

    Complex plus(Complex o) {
        return new Complex(re + o.re, im + o.im);
    }

    Complex times(Complex o) {
        return new Complex(re * o.re - im * o.im, re * o.im + im * o.re);
    }

    Complex times(double f) {
        return new Complex(re * f, im * f);
    }

    Complex inverse() {
        double square = re * re + im * im;
        return new Complex(re / square, -im / square);
    }

    /** The principal value of a real power. */
    Complex power(double exponent) {
        double size = Math.pow(modulus(), exponent);
        double angle = Math.atan2(im, re) * exponent;
        return new Complex(size * Math.cos(angle), size * Math.sin(angle));
    }

    /** The hyperbolic tangent, for a real part that is not negative. */
    Complex tanh() {
        double decay = Math.exp(-2 * re);
        Complex q = new Complex(decay * Math.cos(2 * im), -decay * Math.sin(2 * im));
        return new Complex(1 - q.re, -q.im).times(new Complex(1 + q.re, q.im).inverse());
    }

    double modulus() {
        return Math.hypot(re, im);
    }
}
