# SPDX-FileCopyrightText: 2026 Ionbench contributors
# SPDX-License-Identifier: EPL-2.0
"""Compares `inspect --json` of real files with reference values.

A reference has tables with rows and columns (name, sum, min, max). A column agrees if some numeric
column of a recording, or the column of that name over all recordings of the file, has as many rows,
least and largest value within 2e-6 of the largest magnitude and the sum within 2e-6 of the larger of
the sum and ten times the largest magnitude, as stored, in SI or in thousands of SI. Exports of BTSDA
(Neware) are rounded, for which half of the last digit is allowed, and have dates in the time zone of
the computer that exported them, wherever that was. A table of one row may be metadata of a recording
under the same names, or its start; Arbin's table of auxiliary channels, which stand below one another
there, is compared with the columns they become.
"""
import collections
import datetime
import json
import pathlib
import subprocess
import sys
import time

NOT_OURS = {"xrd", "ftir", "physisorption", "thermal", "xps", "eels", "fits"}
RELATIVE = 2e-6
BTSDA = "columns as BTSDA exports them"
ROUNDING = {"Voltage(mV)": 0.05, "Current(uA)": 5, "Capacity(mAs)": 0.5, "Energy(mWs)": 0.05,
            "Total Time": 0.05, "T1(?)": 0.05, "T2(?)": 0.05}


def numbers(column):
    return all(isinstance(column.get(k), (int, float)) for k in ("sum", "min", "max"))


def found(recordings):
    """Rows, sum, min, max of every column, alone and over the recordings of a file."""
    single, whole = [], collections.defaultdict(list)
    for recording in recordings:
        for column in recording["columns"]:
            for kind, values in enumerate((column, column.get("si") or {})):
                if column["numeric"] and numbers(values):
                    entry = (recording["rows"], values["sum"], values["min"], values["max"])
                    single.append(entry)
                    whole[column["vendorName"], kind].append(entry)
                    if kind == 1:
                        single.append((entry[0], *(1e3 * v for v in entry[1:])))
    for parts in whole.values():
        rows, sums, least, largest = zip(*parts)
        single.append((sum(rows), sum(sums), min(least), max(largest)))
    return single


def number(value):
    """A value of metadata as a number, None where it is none."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def told(recordings):
    """Metadata that are numbers, as columns of one row."""
    entries = collections.defaultdict(list)
    for recording in recordings:
        for name, value in recording["metadata"].items():
            if number(value) is not None:
                entries[name].append((1,) + 3 * (number(value),))
        if recording["start"]:
            start = datetime.datetime.fromisoformat(recording["start"])
            days = (start - datetime.datetime(1899, 12, 30)) / datetime.timedelta(days=1)
            entries["Start_DateTime"].append((1, days, days, days))
    return entries


def auxiliary(recordings):
    """The columns of Arbin's auxiliary channels as one."""
    parts = [(r["rows"], c["sum"], c["min"], c["max"])
             for r in recordings for c in r["columns"]
             if c["vendorName"].startswith("Aux_") and c["numeric"] and numbers(c)]
    if not parts:
        return []
    rows, sums, least, largest = zip(*parts)
    return [(sum(rows), sum(sums), min(least), max(largest))]


def agrees(rows, wanted, entry, rounding):
    largest = max(abs(wanted["min"]), abs(wanted["max"])) or 1
    off = RELATIVE * largest + rounding
    scale = max(abs(wanted["sum"]), 10 * largest)
    return (
        entry[0] == rows
        and abs(entry[2] - wanted["min"]) <= off
        and abs(entry[3] - wanted["max"]) <= off
        and abs(entry[1] - wanted["sum"]) <= RELATIVE * scale + rounding * rows
    )


def judge(reference, got):
    """One word, and what to print beside it."""
    errors = [p["message"] for p in got["problems"] if p["severity"] == "error"]
    if got["importer"] is None or errors and not got["recordings"]:
        return "refused", (errors or ["no importer"])[0]
    if not reference.get("reference") or not reference.get("tables"):
        return "opens", ""
    entries, missing, count = found(got["recordings"]), [], 0
    metadata, channels = told(got["recordings"]), auxiliary(got["recordings"])
    rounded = BTSDA in (reference.get("note") or "")
    for table in reference["tables"]:
        if "columns" not in table and not any(
            r["rows"] == table["rows"] for r in got["recordings"]
        ):
            missing.append("%s rows" % table["rows"])
        long = any(c["name"] == "Auxiliary_Index" for c in table.get("columns", []))
        for column in table.get("columns", []):
            if rounded and column["name"] == "Date" or long and column["name"] != "X":
                continue
            if column.get("numeric") and numbers(column):
                count += 1
                rounding = ROUNDING.get(column["name"], 0) if rounded else 0
                more = channels if long else metadata[column["name"]]
                if not any(agrees(table["rows"], column, e, rounding) for e in entries + more):
                    missing.append(column["name"])
    if missing:
        return "differs", "%d of %d columns: %s" % (len(missing), count, ", ".join(missing[:8]))
    return "agrees", ""


def main(program, data):
    totals = collections.Counter()
    print("%-10s %6s %7s %8s %6s %8s %7s" % (
        "vendor", "files", "agree", "differ", "open", "refused", "s"))
    details = []
    for folder in sorted(p for p in (data / "expected").iterdir() if p.name not in NOT_OURS):
        cases = [(data / folder.name / e.name[:-5], json.loads(e.read_text("utf-8")))
                 for e in sorted(folder.glob("*.json"))]
        cases = [(f, r) for f, r in cases if f.exists()]
        if not cases:
            continue
        start = time.monotonic()
        run = subprocess.run([program, "inspect", "--json", *[f for f, _ in cases]],
                             capture_output=True, check=False)
        seconds = time.monotonic() - start
        if run.returncode not in (0, 1):
            details.append("%s: exit code %d" % (folder.name, run.returncode))
            totals["crash"] += 1
            continue
        words = collections.Counter()
        for (file, reference), got in zip(cases, json.loads(run.stdout)["files"]):
            word, why = judge(reference, got)
            words[word] += 1
            if word == "differs" or word == "refused":
                wanted = bool(reference.get("reference")) and any(
                t["rows"] for t in reference.get("tables") or [])
                words["lost"] += word == "refused" and wanted
                details.append("%s/%s: %s%s" % (
                    folder.name, file.name, word if word == "differs" else
                    "refused though there is a reference" if wanted else "refused",
                    ": " + why.replace("\n", " ")[:160] if why else ""))
        totals.update(words)
        totals["files"] += len(cases)
        print("%-10s %6d %7d %8d %6d %8d %7.1f" % (
            folder.name, len(cases), words["agrees"], words["differs"], words["opens"],
            words["refused"], seconds), flush=True)
    print("%-10s %6d %7d %8d %6d %8d" % (
        "all", totals["files"], totals["agrees"], totals["differs"], totals["opens"],
        totals["refused"]))
    print("\n".join(details))
    return 1 if totals["differs"] or totals["crash"] or totals["lost"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
