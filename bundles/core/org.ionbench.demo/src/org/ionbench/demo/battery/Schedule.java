// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.battery;

import java.util.List;

/**
 * In which cycles a cell is run at which rate.
 *
 * @param blocks one after the other
 */
public record Schedule(List<Block> blocks) {

    public Schedule {
        blocks = List.copyOf(blocks);
    }

    /**
     * A rate and how far a cell gets at it, as shares of its capacity.
     *
     * @param hours of a full discharge: 10 at C/10
     * @param first where the first half of a cycle ends, 1 at low rates
     * @param second where the second half ends, 0 at low rates
     */
    public record Rate(int hours, double first, double second) {
        /** Written {@code C/10}. */
        @Override
        public String toString() {
            return "C/" + hours;
        }
    }

    /** Cycles at one rate. */
    public record Block(int cycles, Rate rate) {}

    public int cycles() {
        return blocks.stream().mapToInt(Block::cycles).sum();
    }

    /** The place of the block a cycle belongs to, the cycle counted from 1. */
    public int block(int cycle) {
        int last = 0;
        for (int i = 0; i < blocks.size(); i++) {
            last += blocks.get(i).cycles();
            if (cycle <= last) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no cycle " + cycle);
    }

    /** The rate of a cycle, counted from 1. */
    public Rate rate(int cycle) {
        return blocks.get(block(cycle)).rate();
    }
}
