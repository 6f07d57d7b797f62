"""What chairs do: match papers and reviewers, watch over the year, decide, release."""

import json
import tempfile


def match_and_release(chair):
    chair.sign_in(chair.server.links["chair"])
    chair.open("/chair")
    chair.look("chair-bidding")
    chair.open("/chair/assignment")
    chair.look("assignment")
    score(chair)
    chair.open("/chair/assignment")
    chair.press("Make a draft plan")
    chair.sees("Who reviews what")
    chair.look("plan")
    chair.open_first("#pairs-table th a.soft", "#why")
    chair.sees("Who else could have it")
    chair.look("plan-why")
    chair.tick("confirm")
    chair.press("Release the plan", confirmed=True)
    chair.sees("Released")
    chair.look("plan-released")


def score(chair):
    """Loads papers for every reviewer and has the submissions scored by them."""
    chair.press("Expertise from papers")
    addresses = [span.text for span in chair.all("#reviewers-table th .soft")]
    topics = ("Caches", "Quantised training", "Compilers", "Schedulers")
    lines = [
        json.dumps({"id": address, "publications": [{"title": f"{topics[place % 4]} for accelerators", "abstract": ""}]})
        for place, address in enumerate(addresses)]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.write("\n".join(lines))
        file.flush()
        chair.give("file", file.name)
    chair.sees("The papers are loaded.")
    chair.press("Score the papers")
    chair.sees("Made ")
    chair.look("chair-expertise")


def judge_what_screening_noticed(chair):
    chair.sign_in(chair.server.links["chair"])
    chair.open("/chair/screening")
    chair.sees_places()
    chair.look("chair-screening")
    chair.press("Look closer, add a note, or reject")
    chair.sees("What do you say?")
    chair.look("chair-finding")
    chair.write("note", "The authors were told.")
    chair.press("Confirm")
    chair.sees("On record.", "Confirmed", "The authors were told.")
    chair.open("/chair/screening?state=all")
    for box in chair.all("[name=chosen]"):
        chair.click(box)
    chair.press("Dismiss the ticked …")
    chair.sees("Nothing is done yet.")
    chair.look("chair-screening-preview")
    chair.click(chair.all("button[value=judge]")[0])
    chair.sees("On record.", "100 %")
    chair.look("chair-screening-judged")


def look_around(chair):
    chair.sign_in(chair.server.links["chair"])
    for page in ("chair", "chair/submissions", "chair/people", "chair/reminders", "chair/letters", "chair/audit", "chair/call"):
        chair.open(f"/{page}")
        chair.look(page.replace("/", "-"))


def look_into_conflicts(chair):
    """Suspected conflicts, a case of integrity with a file in it, and papers to be rejected at once."""
    chair.sign_in(chair.server.links["chair"])
    chair.open("/chair/conflicts?state=all")
    chair.sees("Conflicts that may have been forgotten")
    chair.look("chair-conflicts")
    chair.open("/chair/integrity")
    chair.write("title", "Text shared with a report")
    chair.write("people", "someone@elsewhere.example")
    chair.write("text", "A section stands word for word in a report.")
    chair.press("Open the case")
    chair.sees("What is in it", "someone@elsewhere.example")
    chair.write("finding", "")
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as report:
        report.write("The report.")
        report.flush()
        chair.give("file", report.name)
    chair.sees("On record.", "11 bytes")
    chair.look("integrity-case")
    chair.open("/chair/integrity")
    chair.look("chair-integrity")
    chair.open("/chair/desk-rejections?q=status:submitted")
    chair.choose("ground", "scope")
    chair.write("explanation", "Not ours.")
    chair.press("Preview")
    chair.sees("Nothing is changed yet")
    chair.look("desk-rejections")


def invite_a_committee(chair):
    """Invites people from a table: a form with a file but without a place for progress, which the browser sends itself."""
    chair.sign_in(chair.server.links["chair"])
    chair.open("/chair/people")
    chair.click(chair.all("details summary")[-1])
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as table:
        table.write("given_name,family_name,email,roles\nGrace,Hopper,grace@committee.example,pc\n")
        table.flush()
        chair.give("file", table.name)
    chair.sees("Nothing is sent yet.")
    chair.look("invitations-preview")
    chair.press("Send 1 invitation")
    chair.sees("The invitations are on their way.", "grace@committee.example")


def decide(chair):
    chair.sign_in(chair.server.links["chair"])
    chair.open("/chair/submissions")
    chair.open_first("#submissions-table th a", 'form[action$="/decision"]')
    chair.look("chair-submission")
    chair.tick("decision", "accept")
    chair.write("note", "A pleasure to read.")
    chair.press("Save decision")
    chair.sees("The decision is recorded.")
    chair.open("/chair/decisions")
    chair.look("decisions")


def release(chair):
    chair.sign_in(chair.server.links["chair"])
    chair.open("/chair/decisions")
    chair.press("Letters and release")
    chair.look("letters-preview")
    chair.tick("confirm")
    chair.press("Release all decisions", confirmed=True)
    chair.sees("Released")
    chair.look("released")


def tag_and_search(chair):
    """Tags papers by a search, keeps the search, orders the papers found, and tags one on its page."""
    chair.sign_in(chair.server.links["chair"])
    chair.open("/chair/submissions?q=status:submitted")
    chair.press("tag these papers")
    chair.write("tags", "discuss order ~later")
    chair.press("Preview")
    chair.sees("Nothing is changed yet")
    chair.look("tags-preview")
    chair.press_first("#preview button")
    chair.sees("The tags are changed.")
    chair.look("tags")
    chair.open("/chair/submissions?q=tag:discuss sort:-%23order show:%23order")
    chair.sees("order#1")
    chair.look("submissions-tagged")
    chair.open_first("#submissions-table tbody th a", "#tags")
    chair.write("tags", "~award#2 ~~check -discuss")
    chair.press_first("#tags button")
    chair.sees("award#2", "~~check")
    chair.look("paper-tags")
    chair.open_first("#seen a", ".seen")
    chair.sees("Nothing can be done here", "sees it now")
    chair.look("view-as")


def decide_many(chair):
    """Decides all that a search finds, by a preview; looks at the page that assigns by a table."""
    chair.sign_in(chair.server.links["chair"])
    chair.open("/chair/submissions?q=status:submitted+overall>0")
    chair.click(chair.all("details summary")[-1])
    chair.write("name", "reviewed")
    chair.press("Keep")
    chair.sees("The search is kept.", "reviewed")
    chair.look("kept-searches")
    chair.open("/chair/decisions/many?q=search:reviewed&decision=reject&undecided=yes")
    chair.sees("Nothing is changed yet")
    chair.look("decide-many-preview")
    chair.press_first("#preview button")
    chair.sees("The decision is recorded.")
    chair.open("/chair/decisions/many")
    chair.write("csv", "paper,decision\n99999,accept\n")
    chair.press_first("#table button")
    chair.sees("Line 2: There is no paper")
    chair.look("decide-many-table")
    chair.open("/chair/assignment/table")
    chair.look("assign-by-table")


def load_submissions(chair):
    """Loads papers kept elsewhere until now: a preview, then the papers."""
    chair.sign_in(chair.server.links["chair"])
    chair.open("/chair/submissions")
    chair.press("load papers from a file")
    chair.write("csv", 'title,abstract,authors,topics\nA loaded paper,"Words, words",Eve <eve@elsewhere.example> (Far),Loaded topics\n')
    chair.choose("track", "research")
    chair.choose("as", "submitted")
    chair.write("reason", "Moved here from elsewhere.")
    chair.press("Preview")
    chair.sees("Nothing is loaded yet", "A loaded paper", "Loaded topics")
    chair.look("load-submissions")
    chair.press("Load 1 paper")
    chair.sees("The papers are loaded.")
    chair.open("/chair/submissions?q=loaded")
    chair.sees("A loaded paper")


def write_to_many(chair):
    """Writes to every late reviewer, holds the letters in the outbox and sends one of them on."""
    chair.sign_in(chair.server.links["chair"])
    chair.open("/chair/letters")
    chair.press("Write to many")
    chair.choose("audience", "late")
    chair.write("subject", "{title} waits")
    chair.write("body", "Dear {nam},")
    chair.press("Preview")
    chair.sees("Line 1: there is no field {nam} here; {name} is near")
    chair.write("body", "Dear {name},\n\nyour review of {number} is due {due}. It is at {link}.")
    chair.tick("hold")
    chair.press("Preview")
    chair.sees("Nothing is sent yet", "waits")
    chair.look("letters-to-many")
    chair.press_first("#preview button")
    chair.sees("The letters are in the outbox.", "Held")
    chair.look("letters-held")
    chair.press_first("td button[value=release]")
    chair.sees("Done, on record.")
    chair.open("/chair/figures")
    chair.sees("Overall grades", "Load")
    chair.look("chair-figures")


def meet(chair):
    """Makes an agenda of the papers with grades and calls the first."""
    chair.sign_in(chair.server.links["chair"])
    chair.open("/chair/decisions")
    chair.press("Meeting")
    chair.sees("The meeting has not begun.")
    chair.write("q", "overall > 0 sort:-overall")
    chair.press("Make this the agenda")
    chair.press("Next paper")
    chair.sees("Now:")
    chair.look("meeting")
