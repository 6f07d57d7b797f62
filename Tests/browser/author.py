"""What authors do: make an account, write a submission, upload, hand in; later answer the reviews."""

from server import ROOT

PAPERS = ROOT / "Tests" / "Fixtures" / "screening"
TITLE = "Scheduling Gradient Exchange by Measured Idle Time"


def submit_a_paper(author):
    author.open("/")
    author.look("home")
    author.open("/call")
    author.look("call")
    create_account(author)

    author.open("/submissions")
    author.press("New submission")
    author.look("new-submission")
    fill_in(author)
    author.press("Save draft")
    author.sees(TITLE, "1 thing missing before it can be submitted")
    author.look("draft")

    author.upload("manuscript", PAPERS / "names-on-page-one.pdf")
    author.sees("What screening noticed")
    author.look("findings")
    author.press("All of screening, file by file")
    author.sees("Screening of", "Against the call.", "The call:")
    author.sees_places()
    author.look("screening")
    author.press("Back to the paper")
    author.upload("manuscript", PAPERS / "conforming.pdf")
    author.sees("Version 2 (PDF)", "Complete, but not submitted yet")
    author.press("Submit the paper")
    author.sees("The paper is submitted.")
    author.look("submitted")
    author.open("/submissions")
    author.sees(TITLE)
    author.look("submissions")


def create_account(author):
    address = "new.author@walk.example"
    author.open("/sign-in")
    author.look("sign-in")
    author.driver.find_element("css selector", 'form[action="/sign-in/link"] [name=email]').send_keys(address)
    author.press("Send me a link")
    author.sees("Check your mail")
    author.look("link-sent")
    author.open(author.server.letter_link(address))
    author.look("link-opened")
    author.press("Sign in")
    author.sees("Create your account")
    author.look("account")
    author.write("name", "Nadia Author")
    author.write("affiliation", "University of the Walk")
    author.press("Create account")
    author.sees("Nadia Author")


def fill_in(author):
    author.write("title", TITLE)
    author.write("abstract", "We measure when links are idle and send gradients then. Training takes a fifth less time.")
    author.tick("track", "research")
    author.tick("topics", "efficient-models")
    author.driver.find_element("id", "topic-words").send_keys("scheduling")
    shown = [box.text for box in author.all("#topic-choices > *") if box.is_displayed()]
    assert 1 < len(shown) < 6, f"“scheduling” and what is chosen: {shown}"
    author.tick("topics", "job-scheduling")
    author.write("authors.0.name", "Nadia Author")
    author.write("authors.0.email", "new.author@walk.example")
    author.write("authors.0.affiliation", "University of the Walk")
    contact = author.all('[name="authors.0.contact"]')[0]
    if not contact.is_selected():
        author.click(contact)
    for declaration in ("anonymity-research", "dual-submission", "conflicts", "plagiarism"):
        author.tick(f"declarations.{declaration}")
    author.tick("declarations.language-models", "none")


def read_reviews_and_respond(author):
    author.sign_in(author.server.links["author"])
    author.open("/submissions")
    author.look("submissions-response")
    author.open_first("ul.papers h2 a", "textarea[name=text]")
    author.write("text", "Thank you. The baseline in section 4 ran with the same number of workers; we will say so.")
    author.look("response")
    author.press("Send the response", confirmed=True)
    author.sees("Your response is sent.", "The baseline in section 4")


def read_the_decision(author):
    author.sign_in(author.server.links["author"])
    author.open("/submissions")
    author.open_first("ul.papers h2 a", "section.outcome")
    author.look("decision")
