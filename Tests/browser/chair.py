"""What chairs do: match papers and reviewers, watch over the year, decide, release."""


def match_and_release(chair):
    chair.sign_in(chair.server.links["chair"])
    chair.open("/chair")
    chair.look("chair-bidding")
    chair.open("/chair/assignment")
    chair.look("assignment")
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


def look_around(chair):
    chair.sign_in(chair.server.links["chair"])
    for page in ("chair", "chair/submissions", "chair/people", "chair/letters", "chair/audit", "chair/call"):
        chair.open(f"/{page}")
        chair.look(page.replace("/", "-"))


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
