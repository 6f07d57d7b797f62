"""What reviewers do: bid, tell their expertise, review, discuss."""

import tempfile
from pathlib import Path

PAPERS = Path(__file__).parent.parent / "Fixtures" / "publications" / "papers.bib"


def bid(reviewer):
    reviewer.sign_in(reviewer.server.links["reviewer"])
    reviewer.open("/reviews")
    reviewer.look("reviewer-home-bidding")
    reviewer.open("/bids")
    reviewer.click(reviewer.all('#bid-list input[value="eager"]')[0])
    reviewer.sees("Bid saved")
    reviewer.keys("jj2")
    chosen = reviewer.all("#bid-list > li:nth-child(3) input:checked")[0]
    assert chosen == reviewer.all("#bid-list > li:nth-child(3) input[type=radio]")[1], "the keys gave no bid"
    reviewer.look("bids")
    reviewer.open("/expertise")
    reviewer.give("file", PAPERS)
    reviewer.sees("Your papers are up to date.", "Caches for everyone", "no abstract")
    reviewer.look("expertise")
    reviewer.open("/conflicts")
    reviewer.look("conflicts")


def upload_forms(reviewer):
    """Uploads a file of forms that can't be read: nothing is kept, and the line is told."""
    reviewer.sign_in(reviewer.server.links["reviewer"])
    reviewer.open("/reviews")
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("==+== Paper 1\n")
        file.flush()
        reviewer.give("file", file.name)
    reviewer.sees("Nothing of the file was kept", "Line 1: this head of a form was changed")


def write_a_review(reviewer):
    reviewer.sign_in(reviewer.server.links["reviewer"])
    reviewer.open("/reviews")
    reviewer.look("reviewer-home")
    reviewer.open_first("ul.papers h3 a", "button[value=submit]")
    for name in sorted({box.get_attribute("name") for box in reviewer.all('input[type="radio"][name^="scores."]')}):
        reviewer.click(reviewer.all(f'input[name="{name}"]')[2])
    for area in reviewer.all('textarea[name^="texts."]'):
        area.clear()
        area.send_keys("The measurements in section 5 are careful; the comparison leaves out the newest system.")
    reviewer.look("review-form")
    reviewer.press(reviewer.all("button[value=submit]")[0].text)
    reviewer.sees("Your review is in.")
    reviewer.look("review-submitted")


def discuss(reviewer):
    reviewer.sign_in(reviewer.server.links["reviewer"])
    reviewer.open("/reviews")
    reviewer.open_first("ul.papers h3 a", 'form[action$="/comments"]')
    reviewer.all('form[action$="/comments"] textarea')[0].send_keys("The response answers my question about the baseline.")
    reviewer.press("Post comment")
    reviewer.sees("Your comment is in the discussion.", "The response answers my question")
    reviewer.look("discussion")


def follow_the_meeting(reviewer):
    reviewer.sign_in(reviewer.server.links["reviewer"])
    reviewer.open("/reviews")
    reviewer.sees("See what is talked about")
    reviewer.open("/meeting")
    reviewer.sees("Agenda")
    reviewer.look("meeting-reviewer")
