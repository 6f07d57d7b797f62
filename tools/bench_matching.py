"""Measures the matcher beside OR-tools' minimum-cost flow, run by run in turns, on this machine. See docs/benchmarks.md.

Instances are made or unpacked into a folder under /tmp from ../shared/data/matching; without it there is nothing to measure.
Exit code 1 when an optimum differs or a goal is missed. With --record the table and the plot go into docs.
"""

import argparse
import gzip
import json
import os
import resource
import statistics
import subprocess
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data" / "matching"
sys.path.insert(0, str(SHARED))
sys.dont_write_bytecode = True

# Name, how it is made, goal in CPU seconds on a quiet machine, goal in MB.
INSTANCES = [
    ("mlsys", "500 250 250 4 9 1", None, None),
    ("icml", "10000 8000 100 4 6 1", 0.08, None),
    ("neurips64", "25000 20000 64 4 6 1", None, None),
    ("neurips100", "25000 20000 100 4 6 1", 0.25, 80),
    ("neurips200", "25000 20000 200 4 6 1", 0.45, None),
    ("neurips100min2", "neurips100", 0.5, None),
    ("mega64", "100000 80000 64 4 6 1", 2.5, 200),
    ("iclr2018_text", None, 0.06, None),
    ("ml_icml_scale_text", None, 0.25, None),
    ("aamas2015_bids", None, None, None),
    ("aamas2021_text_bids", None, None, None),
    ("sigir_query", None, None, None),
    ("preflib3_bids", None, None, None),
]
GROWTH = ["mlsys", "icml", "neurips64", "neurips100", "neurips200", "mega64"]


def main():
    options = parse_options()
    if options.peer:
        return print(json.dumps(solve_with_ortools(options.peer)))
    if not SHARED.exists():
        raise SystemExit(f"bench: there are no instances at {SHARED}")
    options.folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for name, made, goal, memory in INSTANCES:
        if options.only and name not in options.only:
            continue
        rows.append(measured(name, instance(options.folder, name, made), goal, memory, options))
        print(told(rows[-1:]).splitlines()[-1], flush=True)
    change = [run(options.program, instance(options.folder, "icml", INSTANCES[1][1]), "--change") for _ in range(options.runs)]
    table = told(rows) + "\n\n" + told_change(change)
    print("\n" + table)
    if options.record:
        record(table)
        plot([row for row in rows if row["name"] in GROWTH])
    sys.exit(0 if all(row["equal"] for row in rows) else 1)


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default=ROOT / ".build/release/lectern-bench", type=Path)
    parser.add_argument("--folder", default=Path("/tmp/lectern-bench-matching"), type=Path)
    parser.add_argument("--runs", default=5, type=int)
    parser.add_argument("--only", nargs="*", help="names of instances")
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--peer", help=argparse.SUPPRESS)
    return parser.parse_args()


def measured(name, path, goal, memory, options):
    ours, theirs = [], []
    for _ in range(options.runs):
        ours.append(run(options.program, path))
        theirs.append(run(sys.executable, __file__, "--peer", path))
    seconds = statistics.median(one["cpuSeconds"] for one in ours)
    peer = statistics.median(one["cpuSeconds"] for one in theirs)
    proven = all(one["status"] == "optimal" for one in ours)
    equal = proven and {one["objective"] for one in ours} == {one["objective"] for one in theirs}
    return {"name": name, "pairs": theirs[0]["pairs"], "seconds": seconds, "peer": peer, "equal": equal, "goal": goal,
            "memory": max(one["peakMegabytes"] for one in ours), "peerMemory": theirs[0]["peakMegabytes"],
            "memoryGoal": memory, "objective": ours[0]["objective"]}


def run(*command):
    return json.loads(subprocess.run([str(part) for part in command], check=True, text=True, stdout=subprocess.PIPE).stdout)


def instance(folder, name, made):
    path = folder / f"{name}.pra"
    if path.exists():
        return path
    import gen
    import numpy as np
    if made is None:
        gen.save(unpacked(name), path)
    elif made == "neurips100":
        base = gen.load(instance(folder, made, dict((row[0], row[1]) for row in INSTANCES)[made]))
        base["llo"] = np.minimum(2, np.bincount(base["col"], minlength=base["R"]) // 10).astype(np.int32)
        gen.save(base, path)
    else:
        gen.save(gen.gen(*(int(number) for number in made.split())), path)
    return path


def unpacked(name):
    import numpy as np
    numbers = json.loads((SHARED / "real" / f"{name}.json").read_text())
    lines = np.genfromtxt(gzip.open(SHARED / "real" / f"{name}.csv.gz"), delimiter=",", skip_header=1)
    papers, reviewers = numbers["papers"], numbers["reviewers"]
    key = lines[:, 0].astype(np.int64) * reviewers + lines[:, 1].astype(np.int64)
    order = np.argsort(key, kind="stable")
    conflicts = np.array([paper * reviewers + reviewer for paper, reviewer in numbers["conflicts"]], np.int64)
    order = order[~np.isin(key[order], conflicts)]
    score = np.rint(lines[order, 2] * 1e6).astype(np.int32)
    start = np.concatenate([[0], np.cumsum(np.bincount(key[order] // reviewers, minlength=papers))]).astype(np.int64)
    demand, none = np.array(numbers["demand"], np.int32), np.zeros(reviewers, np.int32)
    return {"P": papers, "R": reviewers, "dlo": demand, "dhi": demand, "llo": np.array(numbers["load_min"], np.int32),
            "lhi": np.array(numbers["load_max"], np.int32), "ptr": start, "col": (key[order] % reviewers).astype(np.int32),
            "sc": score, "sen": none.astype(np.uint8), "reg": none.astype(np.uint8), "inst": none}


def solve_with_ortools(path):
    """The same flow as arcs from papers to reviewers and on to a sink. Seconds are the solver's own, without building."""
    import gen
    import numpy as np
    from ortools.graph.python import min_cost_flow
    given = gen.load(path)
    papers, reviewers, pairs = given["P"], given["R"], len(given["col"])
    tail = np.repeat(np.arange(papers, dtype=np.int32), np.diff(given["ptr"]))
    flow = min_cost_flow.SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(
        tail, (given["col"] + papers).astype(np.int32), np.ones(pairs, np.int64), -given["sc"].astype(np.int64))
    least, most = given["llo"].astype(np.int64), given["lhi"].astype(np.int64)
    sink = papers + reviewers
    flow.add_arcs_with_capacity_and_unit_cost(
        np.arange(papers, sink, dtype=np.int32), np.full(reviewers, sink, np.int32), most - least, np.zeros(reviewers, np.int64))
    demand = given["dlo"].astype(np.int64)
    supplies = np.concatenate([demand, -least, [least.sum() - demand.sum()]])
    flow.set_nodes_supplies(np.arange(sink + 1, dtype=np.int32), supplies)
    begun = used_seconds()
    status = flow.solve()
    seconds = used_seconds() - begun
    return {"status": status.name, "objective": -flow.optimal_cost() if status == flow.OPTIMAL else None, "pairs": pairs,
            "cpuSeconds": seconds, "peakMegabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}


def used_seconds():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def told(rows):
    lines = ["| Instance | Pairs | Lectern | OR-tools | Ratio | Optimum | Memory, MB | Goal |", "|---|---|---|---|---|---|---|---|"]
    for row in rows:
        goal = f"{row['goal']} s" if row["goal"] else ""
        lines.append(
            f"| {row['name']} | {row['pairs']:,} | {row['seconds']:.3f} s | {row['peer']:.3f} s | {row['peer'] / row['seconds']:.1f} "
            f"| {row['objective']:,}{'' if row['equal'] else ' **differs**'} | {row['memory']} / {row['peerMemory']} | {goal} |")
    return "\n".join(lines)


def told_change(runs):
    seconds = statistics.median(one["cpuSeconds"] for one in runs)
    return (f"After a change (icml: 3 % of reviewers gone, 0.5 % new conflicts, 40 more reviews): {seconds:.3f} s, "
            f"{runs[0]['status']}, {runs[0]['kept']:,} of 40,000 pairs kept, the most any optimal plan keeps. Goal 0.05 s.")


def record(table):
    page = ROOT / "docs" / "benchmarks.md"
    head, rest = page.read_text().split("<!-- matching -->", 1)
    tail = rest.split("<!-- end of matching -->", 1)[1]
    told_when = f"{date.today()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.0f}."
    page.write_text(f"{head}<!-- matching -->\n\n{told_when}\n\n{table}\n\n<!-- end of matching -->{tail}")


def plot(rows):
    """CPU seconds over pairs, both axes logarithmic."""
    import math
    def x(pairs):
        return 60 + 90 * (math.log10(pairs) - 5) * 2.4
    def y(seconds):
        return 260 - 60 * (math.log10(seconds) + 3)
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 520 300" font-family="sans-serif" font-size="11">',
             '<rect width="520" height="300" fill="white"/>']
    for power in range(-3, 2):
        parts.append(f'<path d="M60 {y(10 ** power):.0f}H500" stroke="#ddd"/><text x="8" y="{y(10 ** power) + 4:.0f}">{10.0 ** power:g} s</text>')
    for power in (5, 6, 7):
        parts.append(f'<path d="M{x(10 ** power):.0f} 20V260" stroke="#ddd"/><text x="{x(10 ** power) - 10:.0f}" y="276">10^{power}</text>')
    for field, color, label, height in (("seconds", "#0a5", "Lectern", 36), ("peer", "#a40", "OR-tools", 52)):
        points = " ".join(f"{x(row['pairs']):.1f},{y(row[field]):.1f}" for row in sorted(rows, key=lambda row: row["pairs"]))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{color}" stroke-width="2"/><text x="72" y="{height}" fill="{color}">{label}</text>')
    parts.append('<text x="200" y="294">candidate pairs (synthetic conferences)</text></svg>')
    (ROOT / "docs" / "images" / "matching-growth.svg").write_text("\n".join(parts) + "\n")


if __name__ == "__main__":
    main()
