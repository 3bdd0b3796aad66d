// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.output;

import org.ionbench.api.progress.Progress;

import java.io.PrintStream;

/** Progress on one line of a terminal, drawn at most ten times a second. */
public final class ConsoleProgress implements Progress {
    private static final int WIDTH = 78;
    private static final long EVERY = 100_000_000;

    private final PrintStream terminal;
    private String task = "";
    private String note = "";
    private long total;
    private long work;
    private long drawn = System.nanoTime();

    public ConsoleProgress(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void task(String name, long units) {
        task = name;
        note = "";
        total = units;
        work = 0;
        draw();
    }

    @Override
    public void done(long units) {
        work += units;
        draw();
    }

    @Override
    public void note(String text) {
        note = text;
        draw();
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    /** Takes the line away. */
    public void clear() {
        terminal.print("\r" + " ".repeat(WIDTH) + "\r");
        terminal.flush();
    }

    private void draw() {
        long now = System.nanoTime();
        if (now - drawn < EVERY) {
            return;
        }
        drawn = now;
        String share = total > 0 ? " " + Math.min(100, 100 * work / total) + " %" : "";
        String line = task + share + (note.isEmpty() ? "" : "  " + note);
        line = line.length() > WIDTH ? line.substring(0, WIDTH) : line;
        terminal.print("\r" + line + " ".repeat(WIDTH - line.length()) + "\r");
        terminal.flush();
    }
}
