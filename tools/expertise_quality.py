"""How well scores order each person's papers, with intervals, and what choosing shares on some people is worth on the others.

A set is a folder as ../shared/data/expertise/gold-dev: papers.jsonl, texts.jsonl.gz, people-1.jsonl to people-N.jsonl, ratings.csv.
The loss is that of Stelmakh et al. 2023: the weighted share of misordered pairs of papers, a tie costing half, each file's over all its
people, then the mean over the files.
"""

import csv
import itertools
import json
import random
import subprocess
from pathlib import Path

RESAMPLES = 1000
FOLDS, ROUNDS = 5, 20


class Labelled:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.files = sorted(self.folder.glob("people-*.jsonl"), key=lambda file: int(file.stem.split("-")[1]))
        self.rated = {}
        with open(self.folder / "ratings.csv") as file:
            for row in csv.DictReader(file):
                self.rated.setdefault(row["person"], []).append((row["paper"], float(row["expertise"])))
        self.people = sorted(self.rated)

    def scores(self, program, temporary, *options):
        """Of each file, {(paper, person): score}, by the program: file after file, as a conference would be scored."""
        return [self._run(program, file, temporary, options) for file in self.files]

    def scores_at_once(self, program, temporary, *options):
        """The same in one run, in which the files' people stand together: quicker, and words are counted in all of it."""
        together = Path(temporary) / "together.jsonl"
        if not together.exists():
            with open(together, "w") as out:
                for number, file in enumerate(self.files):
                    for line in open(file):
                        person = json.loads(line)
                        out.write(json.dumps({**person, "id": f"{number} {person['id']}"}) + "\n")
        found = [{} for _ in self.files]
        for (paper, person), score in self._run(program, together, temporary, options).items():
            number, name = person.split(" ", 1)
            found[int(number)][paper, name] = score
        return found

    def _run(self, program, people, temporary, options):
        out = Path(temporary) / "scores.csv"
        subprocess.run(
            [program, "expertise", "score", "--papers", self.folder / "papers.jsonl", "--people", people, "--texts",
             self.folder / "texts.jsonl.gz", "--out", out, *options], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with open(out) as file:
            return {(row["paper"], row["person"]): float(row["score"]) for row in csv.DictReader(file)}

    def tallies(self, files):
        """For each person and file: weight misordered, weight in all, easy pairs right, in all, hard pairs right, in all."""
        return [[self._tally(scores, person) for scores in files] for person in self.people]

    def _tally(self, scores, person):
        tally = [0.0] * 6
        for (p, a), (q, b) in itertools.combinations(self.rated[person], 2):
            weight = abs(a - b)
            if weight == 0:
                continue
            order = (scores[p, person] - scores[q, person]) * (a - b)
            tally[0] += weight if order < 0 else weight / 2 if order == 0 else 0
            tally[1] += weight
            low, high = min(a, b), max(a, b)
            if high >= 4 and low <= 2:
                tally[2] += order > 0
                tally[3] += 1
            if low >= 4:
                tally[4] += order > 0
                tally[5] += 1
        return tally


def measures(people):
    """Loss, easy, hard: the mean over the files of the ratios over the people."""
    sums = [[sum(column) for column in zip(*(person[file] for person in people))] for file in range(len(people[0]))]
    return [sum(one[a] / max(one[b], 1e-12) for one in sums) / len(sums) for a, b in ((0, 1), (2, 3), (4, 5))]


def intervals(people):
    """95 % by drawing the people anew."""
    rng = random.Random(1)
    drawn = [measures([rng.choice(people) for _ in people]) for _ in range(RESAMPLES)]
    return [(low, high) for low, high in (
        (ordered[RESAMPLES * 25 // 1000], ordered[RESAMPLES * 975 // 1000 - 1]) for ordered in map(sorted, zip(*drawn)))]


def difference(left, right):
    """Loss of left minus loss of right on the same people: value, 95 % interval, share of resamples where it is below 0."""
    rng = random.Random(1)
    everyone = range(len(left))
    drawn = []
    for _ in range(RESAMPLES):
        chosen = [rng.choice(everyone) for _ in everyone]
        drawn.append(measures([left[i] for i in chosen])[0] - measures([right[i] for i in chosen])[0])
    ordered = sorted(drawn)
    value = measures(left)[0] - measures(right)[0]
    return value, ordered[25], ordered[974], sum(one < 0 for one in drawn) / len(drawn)


def cross_validated(candidates):
    """Chooses the candidate of least loss on four fifths of the people and judges it on the others: twenty rounds of five folds.

    Returns each person's tallies as the folds that left them out had them, in the mean of the rounds; and how often each candidate was
    chosen.
    """
    count = len(next(iter(candidates.values())))
    chosen = {name: 0 for name in candidates}
    held = [[] for _ in range(count)]
    for round_number in range(ROUNDS):
        order = list(range(count))
        random.Random(round_number).shuffle(order)
        for fold in range(FOLDS):
            out = set(order[fold::FOLDS])
            best = min(candidates, key=lambda name: measures([candidates[name][i] for i in range(count) if i not in out])[0])
            chosen[best] += 1
            for i in out:
                held[i].append(candidates[best][i])
    people = [[[sum(values) / ROUNDS for values in zip(*file)] for file in zip(*rounds)] for rounds in held]
    return people, chosen
