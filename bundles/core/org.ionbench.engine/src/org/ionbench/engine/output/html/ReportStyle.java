// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output.html;

/** How the report looks: one column of text, wide tables that scroll, light and dark, and paper. */
final class ReportStyle {
    static final String CSS =
            """
            :root { color-scheme: light dark; --back: #fff; --text: #1b1d21; --quiet: #5c636e;
              --line: #d9dde3; --soft: #f4f6f8; --accent: #0b5c94; --warn: #9a4d00; --fail: #b3261e;
              --banner: #fff3d6; }
            @media (prefers-color-scheme: dark) { :root { --back: #17181b; --text: #e2e4e8;
              --quiet: #9aa2ad; --line: #363a41; --soft: #202226; --accent: #79b8ec; --warn: #f0b46a;
              --fail: #ff8a80; --banner: #3d3217; } }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--back); color: var(--text);
              font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans",
              "DejaVu Sans", sans-serif; }
            main { max-width: 1100px; margin: 0 auto; padding: 2.2rem 1.6rem 4rem; }
            h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .3rem; font-weight: 650; }
            h2 { font-size: 1.3rem; margin: 3rem 0 .8rem; padding-bottom: .3rem;
              border-bottom: 2px solid var(--line); font-weight: 650; }
            h2 small { font-weight: 400; color: var(--quiet); margin-left: .5rem; }
            h3 { font-size: 1.05rem; margin: 1.8rem 0 .5rem; font-weight: 650; }
            h4 { font-size: .95rem; margin: 1.2rem 0 .4rem; font-weight: 650; }
            p { margin: .5rem 0; max-width: 46rem; }
            a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 2px; }
            code { font: .88em ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace; }
            sub, sup { line-height: 0; }
            .meta, figcaption, .note { color: var(--quiet); font-size: .88rem; }
            .banner { margin: 1.1rem 0; padding: .65rem 1rem; background: var(--banner);
              border-left: 4px solid #e0a100; font-weight: 600; }
            nav { margin: 1rem 0; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; font-size: .92rem; }
            .scroll { overflow-x: auto; margin: .4rem 0 1rem; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .92rem; }
            caption { text-align: left; font-weight: 650; padding: .2rem 0 .4rem; }
            caption a { font-weight: 400; font-size: .85rem; margin-left: .6rem; }
            th { text-align: left; font-weight: 600; vertical-align: bottom;
              border-bottom: 1.5px solid var(--quiet); padding: .35rem 1.3rem .35rem 0; }
            td { padding: .32rem 1.3rem .32rem 0; border-bottom: 1px solid var(--line);
              vertical-align: top; }
            th:last-child, td:last-child { padding-right: 0; }
            .n { white-space: nowrap; }
            .r { text-align: right; }
            .figure { max-width: 540px; margin: .8rem 0; }
            .problems details { margin: .2rem 0; padding-left: .6rem; font-size: .93em; }
            .problems summary { font-weight: 400; color: var(--quiet); }
            .quiet { color: var(--quiet); }
            .pub { display: block; color: var(--quiet); font-size: .86rem; }
            .figures { display: flex; flex-wrap: wrap; gap: 1.1rem 1.25rem; margin: .8rem 0; }
            .figures figure { width: 332px; }
            .pair { display: flex; flex-wrap: wrap; gap: 1.1rem 1.25rem; margin: .8rem 0; }
            .pair figure { width: 430px; }
            figure { margin: 0 0 .6rem; }
            figure > svg { max-width: 100%; height: auto; display: block; }
            figcaption { margin-top: .2rem; max-width: 46rem; }
            details { margin: .5rem 0; border-left: 3px solid var(--line); padding-left: .9rem; }
            summary { cursor: pointer; font-weight: 600; margin-left: -.2rem; }
            ul.problems { list-style: none; padding: 0; margin: .5rem 0; font-size: .93rem; }
            ul.problems li { padding: .28rem 0 .28rem .8rem; border-left: 3px solid var(--line);
              margin: .25rem 0; max-width: 52rem; }
            ul.problems .warning { border-color: var(--warn); }
            ul.problems .error { border-color: var(--fail); }
            ul.problems b { font-weight: 600; }
            .warning b { color: var(--warn); } .error b { color: var(--fail); }
            .hash { font: .78rem ui-monospace, "DejaVu Sans Mono", monospace; word-break: break-all; }
            @page { size: A4; margin: 14mm 13mm; }
            @media print {
              :root { color-scheme: light; --back: #fff; --text: #000; --quiet: #555; --line: #ccc; }
              body { font-size: 9.5pt; } main { max-width: none; padding: 0; }
              table { font-size: 7.8pt; } th, td { padding: .22rem .7rem .22rem 0; }
              .pub, figcaption, .note { font-size: 7.4pt; } .scroll { overflow: visible; }
              .hash { font-size: 6pt; } .figures { gap: .5rem; } .figures figure { width: 32%; }
              .pair figure { width: 48%; }
              .figure { max-width: 12cm; } h2 { margin-top: 1.6rem; } h2, h3 { break-after: avoid; }
              figure, tr, li { break-inside: avoid; } nav, details { display: none; } }
            """;

    private ReportStyle() {}
}
