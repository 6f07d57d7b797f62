"""Measures the pages of a very large conference: 10,000 papers, 8,000 reviewers, 40,000 reviews. See docs/benchmarks.md.

A sample conference is made by the program itself; then each of its people and papers is copied again and again in its database, with
what hangs on them, and the pages are asked for over HTTP, one at a time. Then pages of 1,000 papers and 200 reviewers are put beside what
HotCRP 3.4 needs for as many on this kind of machine. Exit code 1 when a goal is missed.
"""

import argparse
import os
import re
import sqlite3
import sys
import tempfile
import time
import urllib.parse
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import bench  # noqa: E402

# Ids of the program have this many characters; copies have more.
ID_LENGTH = 26

# What is copied: columns that hold ids of what is copied, too, addresses, and numbers that have to stay apart.
TABLES = {
    "person": ("id", "email"),
    "office": ("id person_id", ""),
    "submission": ("id form_key created_by", ""),
    "submission_version": ("submission_id by_person", ""),
    "authorship": ("submission_id", "email"),
    "submission_event": ("submission_id by_person", ""),
    "manuscript": ("id submission_id by_person", ""),
    "finding": ("id manuscript_id", ""),
    "conflict": ("id submission_id declared_by", "email"),
    "expertise": ("person_id", ""),
    "bid": ("submission_id person_id", ""),
    "assignment": ("id submission_id person_id", ""),
    "review_draft": ("assignment_id", ""),
    "review": ("assignment_id", ""),
    "response": ("submission_id by_person", ""),
    "comment": ("id submission_id form_key by_person assignment_id", ""),
    "decision": ("submission_id", ""),
}


LISTS = [
    ("list of papers, first hundred", "/chair/submissions"),
    ("list of papers, by grade", "/chair/submissions?sort=-score"),
    ("list of papers, by reviews, page 50", "/chair/submissions?sort=reviews&page=50"),
    ("list of papers, words and a field", "/chair/submissions?q=" + urllib.parse.quote("model track:research -status:draft")),
    ("list of papers, grades, a column and an order",
     "/chair/submissions?q=" + urllib.parse.quote("overall > 2 sort:-overall show:spread(overall)")),
    ("search by words of title and abstract", "/chair/submissions?q=" + urllib.parse.quote("transformer scheduling")),
    ("people", "/chair/people"),
    ("letters", "/chair/letters"),
    ("audit log", "/chair/audit"),
    ("decisions", "/chair/decisions"),
    ("missing reviews", "/chair/reminders"),
    ("figures", "/chair/figures"),
    ("dashboard", "/chair"),
]


def grow(database, copies):
    """Makes `copies` further copies of every person and paper and of what hangs on them."""
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        last = connection.execute("SELECT max(number) FROM submission").fetchone()[0]
        for table, (ids, addresses) in TABLES.items():
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            connection.execute(f"CREATE TEMP TABLE base AS SELECT * FROM {table}")
            for copy in range(1, copies + 1):
                picked = [copied(table, column, ids.split(), addresses.split(), copy, last) for column in columns]
                connection.execute(
                    f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(picked)} FROM base")
            connection.execute("DROP TABLE base")
        # The words of titles, abstracts and keywords, as a migration made them findable.
        connection.executescript("""
            INSERT INTO paper_place (submission_id) SELECT id FROM submission
            WHERE id NOT IN (SELECT submission_id FROM paper_place);
            INSERT INTO paper_words (rowid, title, abstract, keyword)
            SELECT p.place, v.title, v.abstract, v.keywords FROM paper_place p JOIN submission s ON s.id = p.submission_id
            JOIN submission_version v ON v.submission_id = s.id AND v.version = s.current_version
            WHERE p.place NOT IN (SELECT rowid FROM paper_words);
            INSERT INTO author_words (rowid, author)
            SELECT p.place, group_concat(b.name, ' ' || char(57344) || ' ') FROM paper_place p JOIN submission s ON s.id = p.submission_id
            JOIN authorship b ON b.submission_id = s.id AND b.version = s.current_version
            WHERE p.place NOT IN (SELECT rowid FROM author_words) GROUP BY p.place;
            INSERT INTO manuscript_words (rowid, text)
            SELECT p.place, m.text FROM paper_place p JOIN paper_place q ON q.submission_id = substr(p.submission_id, 1, %d)
            JOIN manuscript_words m ON m.rowid = q.place WHERE p.place NOT IN (SELECT rowid FROM manuscript_words);
        """ % ID_LENGTH)


def copied(table, column, ids, addresses, copy, last):
    if column in ids:
        return f"{column} || '{copy:04}'"
    if column in addresses:
        return f"'c{copy}.' || {column}"
    if (table, column) == ("submission", "number"):
        return f"{column} + {copy * (last + 1)}"
    return column


def counted(database):
    with sqlite3.connect(database) as connection:
        count = lambda table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: E731
        return {table: count(table) for table in ("submission", "person", "review", "bid")}


def asked(server, path, cookie, times):
    """95th percentile of the milliseconds of `times` requests one after another, and processor milliseconds of the server for one.

    They share a connection, as those of a browser do.
    """
    spent = []
    connection = bench.http.client.HTTPConnection("127.0.0.1", server.port)
    before = processor_seconds(server.pid)
    for _ in range(times):
        begun = time.monotonic()
        _, body = bench.get_on(connection, path, cookie)
        spent.append(1000 * (time.monotonic() - begun))
        if not body:
            raise SystemExit(f"bench: {path} is empty")
    connection.close()
    ordered = sorted(spent)
    return ordered[int(0.95 * (len(ordered) - 1))], 1000 * (processor_seconds(server.pid) - before) / times


def processor_seconds(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def posted(server, path, form, cookie):
    """Milliseconds until a form is stored."""
    begun = time.monotonic()
    connection = bench.http.client.HTTPConnection("127.0.0.1", server.port)
    connection.request("POST", path, urllib.parse.urlencode(form), {
        "Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded", "Origin": server.origin, "X-Requested-With": "fetch"})
    answer = connection.getresponse()
    told = answer.read()
    if answer.status >= 400:
        raise SystemExit(f"bench: {path} answered {answer.status}: {told[:500]}")
    return 1000 * (time.monotonic() - begun)


def linked(server, page, prefix, cookie):
    """The first page with an id below `prefix` that a page leads to."""
    _, body = bench.get(server.port, page, cookie)
    return re.search(f'href="({prefix}/[a-z0-9]{{20,}})"', body)[1]


def drafted(server, cookie, times):
    """95th percentile of the milliseconds in which a draft of a review saves itself."""
    path = linked(server, "/reviews", "/reviews", cookie)
    _, page = bench.get(server.port, path, cookie)
    token = re.search(r'name="csrf" value="([^"]+)"', page)[1]
    version = int(re.search(r'name="version" value="(\d+)"', page)[1])
    text = re.search(r'name="(texts\.[^"]+)"', page)[1]
    spent = []
    for step in range(times):
        form = {"csrf": token, "version": version + step, text: f"Draft {step}. " + "The experiments are careful. " * 50}
        spent.append(posted(server, path + "/draft", form, cookie))
    return sorted(spent)[int(0.95 * (times - 1))]


def bid(server, cookie):
    """Milliseconds in which 500 bids are stored at once."""
    papers, token = [], ""
    for page in range(1, 6):
        _, body = bench.get(server.port, f"/bids?page={page}", cookie)
        papers += sorted(set(re.findall(r'name="(bids\.[^"]+)"', body)))
        token = re.search(r'name="csrf" value="([^"]+)"', body)[1]
    return posted(server, "/bids", [("csrf", token)] + [(paper, "eager") for paper in papers[:500]], cookie)


def exported(server, cookie):
    """Milliseconds of the list of all papers as a file, and by how many megabytes the server grew."""
    before = bench.resident_megabytes(server.pid)
    begun = time.monotonic()
    _, body = bench.get(server.port, "/chair/submissions?format=csv", cookie)
    return 1000 * (time.monotonic() - begun), bench.resident_megabytes(server.pid) - before, body.count("\n")


def beside(program, data, times):
    """Rows of processor milliseconds a page beside HotCRP's, whose twentieth is the goal."""
    sample = ["--sample", "--at", "discussion", "--sample-submissions", "1000", "--sample-reviewers", "200"]
    with bench.served(program, data, sample) as server:
        chair, reviewer = (bench.session(server, server.links[who]) for who in ("chair", "reviewer"))
        paper = linked(server, "/chair/submissions?q=status:submitted", "/chair/submissions", chair)
        review = linked(server, "/reviews", "/reviews", reviewer)
        rows = []
        for name, path, who, theirs in [
            ("chair's list, a hundred of a thousand", "/chair/submissions", chair, 70),
            ("all thousand as a file", "/chair/submissions?format=csv", chair, None),
            ("a paper's page", paper, chair, 18),
            ("a search by a word of titles, numbers only", "/chair/submissions?q=title:scheduling&format=numbers", chair, 23),
            ("the same, a page", "/chair/submissions?q=title:scheduling", chair, 23),
            ("a search by a word, everything as JSON", "/chair/submissions?q=scheduling&format=json", chair, None),
            ("a review's page", review, reviewer, 12),
        ]:
            asked(server, path, who, 5)
            rows.append((name, asked(server, path, who, times)[1], theirs))
        before = processor_seconds(server.pid)
        drafted(server, reviewer, times)
        # Two pages are asked for before the drafts.
        rows.append(("a draft saves itself", 1000 * (processor_seconds(server.pid) - before) / (times + 2), None))
        return rows


def speed():
    """Processor seconds of a loop in Python: how fast the machine is just now."""
    begun, total = time.process_time(), 0
    for step in range(3_000_000):
        total += step
    return time.process_time() - begun


def told(line):
    print(line, file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default=bench.ROOT / ".build/release/lectern", type=Path)
    parser.add_argument("--papers", default=400, type=int, help="of the sample that is copied")
    parser.add_argument("--copies", default=24, type=int)
    parser.add_argument("--times", default=20, type=int)
    parser.add_argument("--data", help="a folder that holds the large conference already")
    parser.add_argument("--small", help="a folder that holds the conference of 1,000 papers already")
    options = parser.parse_args()
    figures = []
    with tempfile.TemporaryDirectory(prefix="lectern-bench-") as folder:
        data = options.data or f"{folder}/data"
        sample = ["--sample", "--at", "discussion", "--sample-submissions", str(options.papers), "--sample-reviewers",
                  str(options.papers * 4 // 5)]
        if not Path(f"{data}/lectern.sqlite").exists():
            told(f"A sample of {options.papers} papers is made.")
            with bench.served(options.program.resolve(), data, sample):
                pass
            told(f"It is copied {options.copies} times.")
            grow(f"{data}/lectern.sqlite", options.copies)
        sizes = counted(f"{data}/lectern.sqlite")
        with bench.served(options.program.resolve(), data, sample) as server:
            chair = bench.session(server, server.links["chair"])
            for name, path in LISTS:
                slow, processor = asked(server, path, chair, options.times)
                told(f"{name}: {slow:.0f} ms")
                goal = 100 if name.startswith("search") else 150
                figures.append((name, slow, processor, goal))
            whole, grown, lines = exported(server, chair)
            reviewer = bench.session(server, server.links["reviewer"])
            figures.append(("a review saves itself", drafted(server, reviewer, options.times), None, 20))
        bidding = f"{data}-bidding"
        if not Path(f"{bidding}/lectern.sqlite").exists():
            told("Another is made that is open for bids.")
            sample[2] = "bidding"
            with bench.served(options.program.resolve(), bidding, sample):
                pass
            grow(f"{bidding}/lectern.sqlite", options.copies)
        with bench.served(options.program.resolve(), bidding, sample) as server:
            reviewer = bench.session(server, server.links["reviewer"])
            figures.append(("papers to bid on, first hundred", *asked(server, "/bids", reviewer, options.times), 150))
            figures.append(("500 bids at once", bid(server, reviewer), None, 100))
        told("1,000 papers beside HotCRP.")
        begun = speed()
        rows = beside(options.program.resolve(), options.small or f"{folder}/small", 2 * options.times)
        ended = speed()
    print(f"{date.today()}, {os.cpu_count()} cores: " + ", ".join(f"{count:,} {name}s" for name, count in sizes.items()), "", sep="\n")
    print("| Page | p95 | CPU a page | Goal | |", "|---|---|---|---|---|", sep="\n")
    for name, slow, processor, goal in figures:
        cost = f"{processor:.0f} ms" if processor else ""
        print(f"| {name} | {slow:.0f} ms | {cost} | {goal} ms | {'holds' if slow < goal else '**missed**'} |")
    print(f"\nAll {lines:,} lines as a file: {whole:.0f} ms; the server grew by {grown:.0f} MB.")
    print("", f"Beside HotCRP, 1,000 papers and 200 reviewers; a loop took {begun:.2f} s before and {ended:.2f} s after:", "", sep="\n")
    print("| CPU a request | Lectern | HotCRP | Ratio | Goal |", "|---|---|---|---|---|", sep="\n")
    for name, ours, theirs in rows:
        rest = f"{theirs} ms | {theirs / ours:.1f} | 20 |" if theirs else "| | |"
        print(f"| {name} | {ours:.1f} ms | {rest}")
    fast = all(theirs is None or theirs >= 20 * ours for _, ours, theirs in rows)
    sys.exit(0 if fast and all(slow < goal for _, slow, _, goal in figures) else 1)


if __name__ == "__main__":
    main()
