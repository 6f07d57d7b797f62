"""Screens the labelled papers and prints how right, how quick and how large it is. See docs/benchmarks.md.

Two sets: the one in ../shared/data/screening, if it is there, and our own variations (screening_variations.py). Then the index of
fingerprints: made-up copies, and as many generated papers as asked for. Exit code 1 when the program could not run.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data" / "screening"
BUILD = ROOT / ".build" / "release"


def screened(folder, results):
    files = sorted(str(path) for path in folder.glob("*.pdf"))
    begun = time.monotonic()
    with open(results, "w") as out:
        subprocess.run(
            [BUILD / "lectern", "screen", *files, "--call", ROOT / "calls" / "mlsys-2026.yaml", "--track", "research", "--forms",
             folder / "manifest.json", "--json"], stdout=out, check=True)
    wall = time.monotonic() - begun
    rows = [json.loads(line) for line in open(results)]
    hostile = {row["file"] for row in json.load(open(folder / "manifest.json"))["files"] if row["category"] == "hostile"}
    rows = [row for row in rows if Path(row["file"]).name not in hostile]
    cpu = [row["cpuSeconds"] for row in rows]
    print(titles(folder, rows))
    peer = subprocess.run(["which", "pdftotext"], capture_output=True, text=True).stdout.strip()
    print(f"{folder.name}: {len(files)} files in {wall:.1f} s, {60 * len(files) / wall:.0f} a minute")
    print(f"  CPU s a paper: mean {statistics.mean(cpu):.3f}, median {statistics.median(cpu):.3f}, most {max(cpu):.2f}")
    print(f"  memory: median {statistics.median(row['peakBytes'] for row in rows) / 1e6:.0f} MB, most {max(row['peakBytes'] for row in rows) / 1e6:.0f} MB")
    if peer:
        print(f"  pdftotext -bbox-layout, same run: {peer_seconds(peer, files):.3f} CPU s a paper")


def titles(folder, rows):
    """How many titles read from the first page are those of the form, by their letters and digits, and as typed."""
    forms = {row["file"]: row.get("form") or {} for row in json.load(open(folder / "manifest.json"))["files"]}
    pairs = [(row["title"], forms[Path(row["file"]).name].get("title")) for row in rows]
    pairs = [(read, typed) for read, typed in pairs if typed]
    letters = lambda text: "".join(filter(str.isalnum, text)).lower()
    same = sum(letters(read) == letters(typed) for read, typed in pairs)
    found = sum(row["abstract"] != "" for row in rows)
    return (f"  titles read right: {same} of {len(pairs)}, in the same case {sum(read == typed for read, typed in pairs)}; "
            f"abstracts found: {found} of {len(rows)}")


def peer_seconds(peer, files):
    import resource

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for file in files:
        if "_x_" not in file:
            subprocess.run([peer, "-bbox-layout", file, "/dev/null"], capture_output=True, timeout=60)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime) / max(1, len(files))


def loop_seconds():
    """Three million steps in a function: what this machine is slowed by, compared with 0.12 s when it is quiet."""
    begun = time.process_time()
    total = 0
    for number in range(3_000_000):
        total += number * number
    return time.process_time() - begun


QUIET_LOOP_SECONDS = 0.12


def scored(folder, results):
    score = SHARED / "score.py"
    if score.exists():
        subprocess.run([sys.executable, score, folder, results], check=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--papers", type=int, default=10_000)
    parser.add_argument("--seeds", type=int, default=10)
    options = parser.parse_args()
    loops = [loop_seconds() for _ in range(3)]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        variations = folder / "variations"
        subprocess.run([sys.executable, ROOT / "tools" / "screening_variations.py", variations, str(options.seeds)], check=True)
        sets = [variations]
        if (SHARED / "dev").exists():
            sets.append(SHARED / "dev")
        else:
            print("The shared set is not there; only our own variations are screened.")
        for number, source in enumerate(sets):
            screened(source, folder / f"{number}.jsonl")
            scored(source, folder / f"{number}.jsonl")
        bench = BUILD / "lectern-bench-screening"
        for arguments in (["overlap", folder / "overlap"], ["index", str(options.papers), folder / "index"]):
            print(subprocess.run([bench, *arguments], capture_output=True, text=True, check=True).stdout.strip())
    loops += [loop_seconds() for _ in range(3)]
    print(f"slowdown while measuring: {max(1, statistics.median(loops) / QUIET_LOOP_SECONDS):.1f}")


if __name__ == "__main__":
    main()
