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

# Name, how it is made, goal as a ratio to OR-tools, goal in CPU seconds on a quiet machine, goal in MB.
INSTANCES = [
    ("mlsys", "500 250 250 4 9 1", 1, None, None),
    ("icml", "10000 8000 100 4 6 1", 8, 0.08, None),
    ("neurips64", "25000 20000 64 4 6 1", None, None, None),
    ("neurips100", "25000 20000 100 4 6 1", 8, 0.25, 80),
    ("neurips200", "25000 20000 200 4 6 1", 7.8, 0.45, None),
    ("neurips100min2", "loads neurips100 2", 4.6, 0.5, None),
    ("mega64", "100000 80000 64 4 6 1", 4.3, 2.5, 200),
    # The best peer there is a network simplex, 2.75 times as fast as OR-tools.
    ("iclr2018_text", None, 18, 0.06, None),
    ("ml_icml_scale_text", None, 3.6, 0.25, None),
    ("aamas2015_bids", None, 1, None, None),
    ("aamas2021_text_bids", None, 1, None, None),
    ("sigir_query", None, 1, None, None),
    ("preflib3_bids", None, 1, None, None),
    ("da1_simulated_bids", None, 1, None, None),
]
MADE = {row[0]: row[1] for row in INSTANCES} | {
    "midl2018": None, "midl2018min2": "loads midl2018 2", "neurips100min3": "loads neurips100 3"}
GROWTH = ["mlsys", "icml", "neurips64", "neurips100", "neurips200", "mega64"]
# Worst paper and total proven by a mixed-integer solver, goal in seconds.
FAIR = [("midl2018", (944839, 201768731), 1), ("midl2018min2", (944839, 141958811), 1), ("mlsys", (1879153, 1193565922), 1),
        ("aamas2021_text_bids", (1705726, 1578760677), 1), ("neurips100", None, 10)]
LIMITS = [("icml", "1/2"), ("icml", "9/10"), ("neurips100", "1/2"), ("neurips100", "9/10")]
QUIET_LOOP_SECONDS = 0.12


def main():
    options = parse_options()
    if options.peer:
        return print(json.dumps(solve_with_ortools(options.peer, options.limit)))
    if not SHARED.exists():
        raise SystemExit(f"bench: there are no instances at {SHARED}")
    options.folder.mkdir(parents=True, exist_ok=True)
    bench = Bench(options)
    rows = [bench.optimum(*row) for row in INSTANCES if not options.only or row[0] in options.only]
    others = [] if options.only else bench.others()
    table = told(rows) + "\n\n" + told_others(others) + "\n\n" + f"Slowdown while measuring: {bench.slowdown():.1f}."
    print("\n" + table)
    if options.record:
        record(table)
        plot([row for row in rows if row["name"] in GROWTH])
    sys.exit(0 if all(row["equal"] and not row["missed"] for row in rows) and all(row["holds"] for row in others) else 1)


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default=ROOT / ".build/release/lectern-bench", type=Path)
    parser.add_argument("--folder", default=Path("/tmp/lectern-bench-matching"), type=Path)
    parser.add_argument("--runs", default=5, type=int)
    parser.add_argument("--only", nargs="*", help="names of instances")
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--peer", help=argparse.SUPPRESS)
    parser.add_argument("--limit", default="1/1", help=argparse.SUPPRESS)
    return parser.parse_args()


class Bench:
    def __init__(self, options):
        self.options = options
        self.loops = []

    def optimum(self, name, _, ratio, seconds_goal, memory_goal):
        path = self.instance(name)
        # What takes the peer ten seconds is run fewer times.
        runs = self.options.runs if name not in ("neurips200", "mega64") else min(2, self.options.runs)
        ours, theirs = self.in_turns(runs, (path,), (path,))
        seconds, peer = median(ours), median(theirs)
        proven = all(one["status"] == "optimal" for one in ours)
        row = {"name": name, "pairs": theirs[0]["pairs"], "seconds": seconds, "peer": peer, "objective": ours[0]["objective"],
               "equal": proven and {one["objective"] for one in ours} == {one["objective"] for one in theirs},
               "goal": ratio, "secondsGoal": seconds_goal, "memory": max(one["peakMegabytes"] for one in ours),
               "peerMemory": theirs[0]["peakMegabytes"], "memoryGoal": memory_goal}
        row["missed"] = bool(ratio and peer / seconds < ratio) or bool(memory_goal and row["memory"] > memory_goal)
        print(told([row]).splitlines()[-1], flush=True)
        return row

    def others(self):
        return self.fair() + self.randomized() + [self.change(), self.rules(), self.infeasible()]

    def fair(self):
        rows = []
        for name, best, goal in FAIR:
            runs = self.several(self.instance(name), "--fair")
            one, seconds = runs[0], median(runs) / self.slowdown()
            found = f"({one['worst'] / 1e6:.6f}, {one['objective'] / 1e6:.6f})"
            share = one["objective"] / one["totalBound"]
            is_best = (one["worst"], one["objective"]) == best if best else one["worst"] == one["worstBound"] and share >= 0.999
            wanted = f"({best[0] / 1e6:.6f}, {best[1] / 1e6:.6f})" if best else "worst proven, total within 0.1 % of its bound"
            rows.append(line(f"fair, {name}", median(runs), f"{found}, {100 * share:.2f} % of the bound on the total",
                             f"{wanted}; {goal} s", is_best and seconds <= goal))
        return rows

    def randomized(self):
        rows = []
        for name, limit in LIMITS:
            path = self.instance(name)
            ours, theirs = self.in_turns(1, (path, "--limit", limit), (path, "--limit", limit))
            seconds, peer = median(ours), median(theirs)
            one = ours[0]
            equal = one["status"] == "optimal" and one["objective"] == theirs[0]["objective"]
            total = one["objective"] / one.get("denominator", 1) / 1e6
            goal = 1 if name == "neurips100" else None
            rows.append(line(f"no pair likelier than {limit}, {name}, a plan drawn", seconds,
                             f"expected {total:.7f}; OR-tools {peer:.2f} s without a draw, {peer / seconds:.1f} times",
                             f"equal; {goal} s" if goal else "equal", equal and (not goal or seconds / self.slowdown() <= goal)))
        return rows

    def change(self):
        path = self.instance("icml")
        ours, theirs = self.in_turns(self.options.runs, (path, "--change"), (path,))
        seconds, peer = median(ours), median(theirs)
        return line("change, icml: 3 % of reviewers gone, 0.5 % new conflicts, 40 more reviews", seconds,
                    f"{ours[0]['status']}, {ours[0]['kept']:,} of 40,000 pairs kept, the most any optimum keeps; "
                    f"OR-tools anew {peer:.2f} s, {peer / seconds:.1f} times", "25 times; 0.05 s",
                    ours[0]["status"] == "optimal" and peer / seconds >= 25)

    def rules(self):
        one = run(self.options.program, self.instance("neurips100"), "--rules", self.authors("neurips100"))
        quality = one["objective"] / one["relaxed"]
        return line("institution, seniority, regions, co-authors, two-cycles, neurips100", one["cpuSeconds"],
                    f"{100 * quality:.2f} % of the total without rules, {one['broken']:,} rules broken (without them "
                    f"{one['brokenWithout']:,})", "96.4 %; 30 s; none", quality >= 0.964 and one["broken"] == 0
                    and one["cpuSeconds"] / self.slowdown() <= 30)

    def infeasible(self):
        feasible = run(self.options.program, self.instance("neurips100min2"))
        one = run(self.options.program, self.instance("neurips100min3"))
        return line("infeasible: neurips100, everybody at least 3", one["cpuSeconds"],
                    f"{one['status']}, {one['assigned']:,} reviews assigned, cut and best score verified; "
                    f"feasible with 2: {feasible['cpuSeconds']:.2f} s", "as fast as feasible",
                    one["status"] == "infeasible" and one["cpuSeconds"] <= 1.5 * feasible["cpuSeconds"])

    def in_turns(self, runs, arguments, peer_arguments):
        ours, theirs = [], []
        for _ in range(runs):
            ours.append(run(self.options.program, *arguments))
            theirs.append(run(sys.executable, __file__, "--peer", *peer_arguments))
            self.loops.append(loop_seconds())
        return ours, theirs

    def several(self, *arguments):
        self.loops.append(loop_seconds())
        return [run(self.options.program, *arguments) for _ in range(min(3, self.options.runs))]

    def slowdown(self):
        """How many times slower a loop in pure Python was, meanwhile, than on the quiet machine the goals are for."""
        return max(1, statistics.median(self.loops or [loop_seconds()]) / QUIET_LOOP_SECONDS)

    def instance(self, name):
        return instance(self.options.folder, name, MADE[name])

    def authors(self, name):
        path = self.options.folder / f"{name}.authors"
        if not path.exists():
            import numpy as np
            authors(*(int(number) for number in MADE[name].split())).astype(np.int32).tofile(path)
        return path


def median(runs):
    return statistics.median(one["cpuSeconds"] for one in runs)


def line(case, seconds, found, goal, holds):
    row = {"case": case, "seconds": seconds, "found": found, "goal": goal, "holds": holds}
    print(told_others([row]).splitlines()[-1], flush=True)
    return row


def loop_seconds():
    begun, total = used_seconds(), 0
    for number in range(3_000_000):
        total += number * number
    return used_seconds() - begun


def run(*command):
    # A process that a large one starts is said to have been as large as that; so a shell starts it.
    apart = ["/bin/sh", "-c", '"$@"; exit $?', "sh", *(str(part) for part in command)]
    return json.loads(subprocess.run(apart, check=True, text=True, stdout=subprocess.PIPE).stdout)


def instance(folder, name, made):
    path = folder / f"{name}.pra"
    if path.exists():
        return path
    import gen
    import numpy as np
    if made is None:
        gen.save(unpacked(name), path)
    elif made.startswith("loads"):
        # As many papers for everybody, or where nobody is to be asked too much, a tenth of whom they may read.
        _, base_name, least = made.split()
        base = gen.load(instance(folder, base_name, MADE[base_name]))
        base["llo"] = np.full(base["R"], int(least), np.int32)
        if name == "neurips100min2":
            base["llo"] = np.minimum(base["llo"], np.bincount(base["col"], minlength=base["R"]) // 10).astype(np.int32)
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


def authors(papers, reviewers, _, __, ___, seed):
    """Four authors of each paper, drawn as the generator draws those whose conflicts it leaves out."""
    import gen
    import numpy as np
    topics, paper, reviewer = max(20, (papers + reviewers) // 150), np.arange(papers), np.arange(reviewers)
    of_paper, of_reviewer = gen.zipf(seed, 1, topics, paper, 1), gen.zipf(seed, 2, topics, reviewer, 0)
    of_reviewer = np.where(gen.rnd(seed, 3, 100, reviewer) < 60, gen.zipf(seed, 4, topics, reviewer, 1), of_reviewer)
    order = np.argsort(of_reviewer, kind="stable")
    first = np.searchsorted(of_reviewer[order], np.arange(topics + 1))
    count = np.maximum(1, first[of_paper + 1] - first[of_paper])
    drawn = gen.rnd(seed, 14, 1 << 30, paper[:, None], np.arange(4)) % count[:, None]
    return order[np.minimum(first[of_paper][:, None] + drawn, reviewers - 1)]


def solve_with_ortools(path, limit="1/1"):
    """The same flow as arcs from papers to reviewers and on to a sink. Seconds are the solver's own, without building.

    With a limit on a pair's probability, capacities are in units of one over its denominator."""
    most_units, units = (int(number) for number in limit.split("/"))
    import gen
    import numpy as np
    from ortools.graph.python import min_cost_flow
    given = gen.load(path)
    papers, reviewers, pairs = given["P"], given["R"], len(given["col"])
    tail = np.repeat(np.arange(papers, dtype=np.int32), np.diff(given["ptr"]))
    flow = min_cost_flow.SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(
        tail, (given["col"] + papers).astype(np.int32), np.full(pairs, most_units, np.int64), -given["sc"].astype(np.int64))
    least, most = units * given["llo"].astype(np.int64), units * given["lhi"].astype(np.int64)
    sink = papers + reviewers
    flow.add_arcs_with_capacity_and_unit_cost(
        np.arange(papers, sink, dtype=np.int32), np.full(reviewers, sink, np.int32), most - least, np.zeros(reviewers, np.int64))
    demand = units * given["dlo"].astype(np.int64)
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
        goals = [f"{row['goal']} times"] if row["goal"] else []
        goals += [f"{row['secondsGoal']} s quiet"] if row["secondsGoal"] else []
        goals += [f"{row['memoryGoal']} MB"] if row["memoryGoal"] else []
        lines.append(
            f"| {row['name']} | {row['pairs']:,} | {row['seconds']:.3f} s | {row['peer']:.3f} s | {row['peer'] / row['seconds']:.1f} "
            f"| {row['objective']:,}{'' if row['equal'] else ' **differs**'} | {row['memory']} / {row['peerMemory']} "
            f"| {', '.join(goals)}{' **missed**' if row['missed'] else ''} |")
    return "\n".join(lines)


def told_others(rows):
    lines = ["| Case | CPU seconds | Found | Goal | |", "|---|---|---|---|---|"]
    for row in rows:
        lines.append(f"| {row['case']} | {row['seconds']:.3f} s | {row['found']} | {row['goal']} "
                     f"| {'holds' if row['holds'] else '**missed**'} |")
    return "\n".join(lines)


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
