# SPDX-FileCopyrightText: 2026 Ionbench contributors
# SPDX-License-Identifier: EPL-2.0
"""Compares `inspect --json` of real files with reference values.

A reference has tables with rows and columns (name, sum, min, max). A column agrees if the column of
that name in a recording, or over all recordings of the file, or where no column has that name some
numeric column, has as many rows, least and largest value within 2e-6 of the largest magnitude and
the sum within 2e-6 of the larger of the sum and ten times the largest magnitude, as stored or in SI
(a current in mA: as SI in mA). Nothing is forgiven. A table of one row may be metadata of a
recording under the same names, or its start; channels that stand below one another in a reference
of Arbin are stacked so from the columns they become.

Each file is counted once:

agree    every column agrees
but for  every column agrees but those whose difference is the reference's, each named: it is
         rounded (an export of BTSDA, Neware: its least and largest value are whole multiples of a
         step of such exports, or have six digits; ours lie within half a step, the sum within half
         a step a row), or its dates are those of another time zone (all three numbers shifted by
         the same quarters of an hour)
differ   some column has other values, or there is none of its name
open     there is nothing to compare with; the file opens
refused  the file is refused with a sentence

The exit code is 1 if a file differs, is refused though there is a reference, or ends the program.
"""
import collections
import datetime
import json
import math
import pathlib
import re
import subprocess
import sys
import time

NOT_OURS = {"xrd", "ftir", "physisorption", "thermal", "xps", "eels", "fits"}
RELATIVE = 2e-6
BTSDA = "columns as BTSDA exports them"
STEPS = {"Voltage(mV)": [0.1], "Current(uA)": [1, 10], "Capacity(mAs)": [0.1, 1],
         "Energy(mWs)": [0.1], "Total Time": [0.1], "T1(?)": [0.1],
         "T2(?)": [0.1]}
DIGITS = 6
SINGLE = 1e-7
MILLIAMPERES = "Current(mA)"
QUARTER_HOUR = 900
HALF_A_DAY = 14 * 3600
WORDS = {"but for": "Agree but for what the reference has of its own", "differs": "Differ",
         "refused": "Refused"}


def numbers(column):
    return all(isinstance(column.get(k), (int, float)) for k in ("sum", "min", "max"))


def found(recordings):
    """Rows, sum, min, max of every column by its name, alone and over the recordings of a file."""
    entries, parts = collections.defaultdict(list), collections.defaultdict(list)
    for recording in recordings:
        for column in recording["columns"]:
            for kind, values in enumerate((column, column.get("si") or {})):
                if column["numeric"] and numbers(values):
                    entry = (recording["rows"], values["sum"], values["min"], values["max"])
                    entries[column["vendorName"]].append(entry)
                    parts[column["vendorName"], kind].append(entry)
                    if kind and values["unit"] == "A":
                        entries[MILLIAMPERES].append((entry[0], *(1e3 * v for v in entry[1:])))
    for (name, _), whole in parts.items():
        entries[name].append(joined(whole))
    return entries


def joined(parts):
    """Tables below one another."""
    rows, sums, least, largest = zip(*parts)
    return sum(rows), sum(sums), min(least), max(largest)


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


def stacked(recordings):
    """Arbin's auxiliary channels below one another, as its database has them."""
    parts = collections.defaultdict(list)
    for recording in recordings:
        points = {c["vendorName"]: c for c in recording["columns"]}
        for column in recording["columns"]:
            channel = re.fullmatch(r"Aux_(Voltage|Temperature)_(\d+)", column["vendorName"])
            if channel and {"Test_ID", "Data_Point"} <= points.keys() and not column["nan"]:
                rows = recording["rows"]
                for name in ("Test_ID", "Data_Point"):
                    parts[name].append((rows, *(points[name][k] for k in ("sum", "min", "max"))))
                for name, value in (("Auxiliary_Index", int(channel[2])),
                                    ("Data_Type", int(channel[1] == "Temperature"))):
                    parts[name].append((rows, rows * value, value, value))
                parts["X"].append((rows, *(column[k] for k in ("sum", "min", "max"))))
    return {name: [joined(part)] for name, part in parts.items()}


def agrees(rows, wanted, entry, rounded=0):
    """Whether numbers are the same, or within a rounding."""
    largest = max(abs(wanted["min"]), abs(wanted["max"])) or 1
    off = RELATIVE * largest + rounded
    scale = max(abs(wanted["sum"]), 10 * largest)
    return (
        entry[0] == rows
        and abs(entry[2] - wanted["min"]) <= off
        and abs(entry[3] - wanted["max"]) <= off
        and abs(entry[1] - wanted["sum"]) <= RELATIVE * scale + rounded * rows
    )


def judge(reference, got):
    """One word, and what to print beside it."""
    errors = [p["message"] for p in got["problems"] if p["severity"] == "error"]
    if got["importer"] is None or errors and not got["recordings"]:
        return "refused", (errors or ["no importer"])[0]
    if not reference.get("reference") or not reference.get("tables"):
        return "opens", ""
    entries, count, word = found(got["recordings"]), 0, "but for"
    missing = collections.defaultdict(list)
    metadata, channels = told(got["recordings"]), stacked(got["recordings"])
    btsda = BTSDA in (reference.get("note") or "")
    for table in reference["tables"]:
        if "columns" not in table and not any(
            r["rows"] == table["rows"] for r in got["recordings"]
        ):
            missing["no such recording"].append("%s rows" % table["rows"])
            word = "differs"
        long = any(c["name"] == "Auxiliary_Index" for c in table.get("columns", []))
        for column in table.get("columns", []):
            if column.get("numeric") and numbers(column):
                count += 1
                name = column["name"]
                if long:
                    candidates = channels.get(name, [])
                else:
                    candidates = entries.get(name, []) + metadata[name] or sum(entries.values(), [])
                if not any(agrees(table["rows"], column, e) for e in candidates):
                    ours, why = cause(table["rows"], column, candidates, name in entries, btsda)
                    missing[why].append(name)
                    word = "differs" if ours else word
    if missing:
        return word, "%d of %d columns: %s" % (
            sum(map(len, missing.values())), count,
            "; ".join("%s (%s)" % (", ".join(names), why) for why, names in missing.items()))
    return "agrees", ""


def roundings(name, wanted):
    """Steps to which BTSDA may have rounded a column, by its ends, and what to say of them."""
    ends = [wanted["min"], wanted["max"]]
    for step in STEPS.get(name, []):
        if all(abs(v - step * round(v / step)) <= SINGLE * abs(v) for v in ends):
            yield step, "rounded to %g" % step
    if name in STEPS and all(abs(v - float("%.*g" % (DIGITS, v))) <= SINGLE * abs(v) for v in ends):
        largest = max(map(abs, ends)) or 1
        yield 10 ** (math.floor(math.log10(largest)) - DIGITS + 1), "rounded to %d digits" % DIGITS


def cause(rows, wanted, candidates, named, btsda):
    """Whether a difference counts as ours, and why a column differs, as far as its numbers tell."""
    for step, how in roundings(wanted["name"], wanted) if btsda else []:
        if any(agrees(rows, wanted, e, step / 2) for e in candidates):
            return False, "the reference is " + how
    for entry in candidates if wanted["name"] == "Date" else []:
        shift = QUARTER_HOUR * round((wanted["min"] - entry[2]) / QUARTER_HOUR)
        off = (wanted["min"] - entry[2], wanted["max"] - entry[3],
               (wanted["sum"] - entry[1]) / max(rows, 1))
        if entry[0] == rows and 0 < abs(shift) <= HALF_A_DAY and all(
            abs(o - shift) < 1 for o in off
        ):
            return False, "%+g h, the time zone of the computer that exported" % (shift / 3600)
    return True, "other values" if named else "no such column is read"


def line(name, files, words):
    return "%-10s %6d %7d %8d %8d %6d %8d" % (
        name, files, words["agrees"], words["but for"], words["differs"], words["opens"],
        words["refused"])


def main(program, data):
    totals = collections.Counter()
    print("%-10s %6s %7s %8s %8s %6s %8s %7s" % (
        "vendor", "files", "agree", "but for", "differ", "open", "refused", "s"))
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
            details.append(("Crashed", folder.name, "exit code %d" % run.returncode))
            totals["crash"] += 1
            continue
        words = collections.Counter()
        for (file, reference), got in zip(cases, json.loads(run.stdout)["files"]):
            word, why = judge(reference, got)
            words[word] += 1
            if word in ("but for", "differs", "refused"):
                wanted = bool(reference.get("reference")) and any(
                    t["rows"] for t in reference.get("tables") or [])
                words["lost"] += word == "refused" and wanted
                details.append((WORDS[word] + (
                    " though there is a reference" if word == "refused" and wanted else ""),
                    "%s/%s" % (folder.name, file.name), why.replace("\n", " ")[:400]))
        totals.update(words)
        totals["files"] += len(cases)
        print(line(folder.name, len(cases), words) + " %7.1f" % seconds, flush=True)
    print(line("all", totals["files"], totals))
    for heading in sorted({d[0] for d in details}):
        print("\n%s:" % heading)
        print("\n".join("  %s: %s" % d[1:] for d in details if d[0] == heading))
    return 1 if totals["differs"] or totals["crash"] or totals["lost"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
