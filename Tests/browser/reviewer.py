"""What reviewers do: bid, tell their expertise, review, discuss."""


def bid(reviewer):
    reviewer.sign_in(reviewer.server.links["reviewer"])
    reviewer.open("/reviews")
    reviewer.look("reviewer-home-bidding")
    reviewer.open("/bids")
    reviewer.click(reviewer.all('#bid-list input[type="radio"][value="eager"], #bid-list option[value="eager"]')[0])
    reviewer.sees("Bid saved")
    reviewer.look("bids")
    reviewer.open("/expertise")
    reviewer.look("expertise")
    reviewer.open("/conflicts")
    reviewer.look("conflicts")


def write_a_review(reviewer):
    reviewer.sign_in(reviewer.server.links["reviewer"])
    reviewer.open("/reviews")
    reviewer.look("reviewer-home")
    links = [link.get_attribute("href") for link in reviewer.all("ul.papers h3 a")]
    assert links, "the sample reviewer has no paper"
    reviewer.open(links[-1])
    for name in sorted({box.get_attribute("name") for box in reviewer.all('input[type="radio"][name^="scores."]')}):
        reviewer.click(reviewer.all(f'input[name="{name}"]')[2])
    for area in reviewer.all('textarea[name^="texts."]'):
        area.clear()
        area.send_keys("The measurements in section 5 are careful; the comparison leaves out the newest system.")
    reviewer.look("review-form")
    if reviewer.all('input[name="scores.overall"]'):
        label = "Submit review" if "Submit review" in reviewer.text() else "Submit revised review"
        reviewer.press(label)
    reviewer.sees("Your review is in.")
    reviewer.look("review-submitted")


def discuss(reviewer):
    reviewer.sign_in(reviewer.server.links["reviewer"])
    reviewer.open("/reviews")
    reviewer.open(reviewer.all("ul.papers h3 a")[0].get_attribute("href"))
    reviewer.driver.find_element("css selector", 'form[action$="/comments"] textarea').send_keys(
        "The response answers my question about the baseline.")
    reviewer.press("Post comment")
    reviewer.sees("Your comment is in the discussion.", "The response answers my question")
    reviewer.look("discussion")
