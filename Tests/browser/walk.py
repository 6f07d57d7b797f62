"""Walks author, reviewer and chair once through a year of a sample conference, in a real browser.

Each stage has a server and a fresh folder of its own, because the server's clock can't be moved. Run it with
`make browser-test`; `--stage reviewing` walks one stage only. Every page looked at is stored under `--screenshots`, as a
desktop and a phone show it, and checked with axe for what shuts people out.
"""

import argparse
from pathlib import Path

import author
import chair
import reviewer
from server import Server
from visitor import Visitor

# What is walked in which stage, in order; each step by a browser of its own.
WALK = [
    ("submission", [author.submit_a_paper, chair.judge_what_screening_noticed, chair.load_submissions]),
    ("bidding", [reviewer.bid, chair.match_and_release]),
    (
        "reviewing",
        [
            reviewer.upload_forms, reviewer.write_a_review, chair.look_around, chair.tag_and_search, chair.invite_a_committee,
            chair.look_into_conflicts, chair.write_to_many,
        ],
    ),
    ("response", [author.read_reviews_and_respond]),
    ("discussion", [reviewer.discuss, chair.decide, chair.decide_many, chair.meet, reviewer.follow_the_meeting]),
    ("decided", [chair.release, author.read_the_decision]),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True, help="the lectern program; lectern-inspect stands beside it")
    parser.add_argument("--screenshots", default="screenshots", type=Path)
    parser.add_argument("--stage", choices=[stage for stage, _ in WALK], help="only this one")
    parser.add_argument("--papers", default=8, type=int)
    parser.add_argument("--reviewers", default=12, type=int)
    options = parser.parse_args()
    options.screenshots.mkdir(parents=True, exist_ok=True)
    for stage, steps in WALK:
        if options.stage not in (None, stage):
            continue
        with Server(options.program, stage, options.papers, options.reviewers) as server:
            for step in steps:
                with Visitor(server, options.screenshots) as visitor:
                    step(visitor)
        print(f"walked {stage}", flush=True)


if __name__ == "__main__":
    main()
