import Pages
import PeerReview

extension SamplePages {
  var reviewing: Instant { SampleCall.calendar.reviewing.opens.adding(.days(20)) }

  var thread: DiscussionPanel {
    DiscussionPanel(
      comments: [
        .init(author: text("Reviewer 1"), isOwn: false, at: now, text: text("I am torn about the evaluation.")),
        .init(author: text("You (Reviewer 2)"), isOwn: true, at: now, text: text("The second trace answers it, I think.")),
      ], accepts: true, draft: text("And yet"), problems: [FieldProblem("text", text("Write the comment first."))],
      leader: text("Reviewer 1 leads"),
      leadChoice: .init(action: "/chair/submissions/p17/lead", reviewers: [(id: ID("a1"), name: text("Rita"))], chosen: ID("a1")))
  }

  var reviewers: [Sample] {
    let layout = layout(reviews: true, at: reviewing)
    return [
      Sample(name: "reviewer-home", html: reviewerHome.html(in: layout)),
      Sample(name: "review", html: review.html(in: layout)),
      Sample(name: "review-stale", html: staleReview.html(in: layout)),
      Sample(
        name: "bids", html: bids(accepts: true).html(in: self.layout(reviews: true, at: SampleCall.closes.adding(.days(6))))),
      Sample(name: "bids-closed", html: bids(accepts: false).html(in: layout)),
      Sample(name: "expertise", html: ExpertisePage(topics: call.topics, levels: ["t0": 2, "t3": 1]).html(in: layout)),
      Sample(
        name: "conflicts",
        html: ConflictsPage(
          conflicts: [
            .init(id: text("c1"), name: text("Alan"), email: text("a@x.org"), kind: text("Co-author"), declaredAt: now)
          ],
          kinds: call.conflictKinds, draft: DeclaredConflict(email: text("b"), name: text("B"), kind: "family"),
          problems: [FieldProblem("email", text("This is not an address."))]
        ).html(in: layout)),
    ]
  }

  var tags: [TagBadge] {
    TagKind.Colour.allCases.map { TagBadge(text: text("\($0)#3"), key: text("\($0)"), colour: $0) }
      + [TagBadge(text: text("plain"), key: text("plain"), colour: nil)]
  }

  func tagPanel(forChairs: Bool) -> TagPanel {
    TagPanel(
      shared: forChairs ? .shown(tags) : .hidden(.ownReviewMissing),
      own: [TagBadge(text: text("~mine"), key: text("~mine"), colour: nil)],
      votes: forChairs ? [text("award: Rita 2, Ron 1")] : [],
      words: [.init(text: text("~award"), meaning: text("Candidates for an award"))], isForChairs: forChairs,
      typed: text("nono!"), problems: [FieldProblem("tags", text("“nono!” is no tag."))])
  }

  private var reviewerHome: ReviewerHomePage {
    ReviewerHomePage(
      assignments: [
        .init(
          id: ID(text("a1")), number: SubmissionNumber(17), title: text(title), track: text("Research track"),
          state: Badge(label: text("Draft"), tone: .warning), deadline: SampleCall.calendar.reviewing.closes,
          note: text("2 of 3 reviews are in"), tags: tags),
        .init(
          id: ID("a2"), number: SubmissionNumber(23), title: text("Ten Years of Feature Stores"), track: text("Industrial track"),
          state: Badge(label: text("Submitted"), tone: .good), deadline: nil),
      ],
      led: [
        .init(
          id: ID(text("t1")), number: SubmissionNumber(17), title: text(title), track: text("Research track"),
          state: Badge(label: text("Draft"), tone: .progress), due: reviewing)
      ],
      tasks: [
        .init(
          label: text("Bid on papers"), explanation: text("Say what you would like to review."), link: "/bids",
          deadline: reviewing,
          isDone: true)
      ], reviewing: SampleCall.calendar.reviewing, problems: [FieldProblem("file", text("Line 3: no number."))])
  }

  var review: ReviewPage {
    ReviewPage(
      id: ID(text("a1")), number: SubmissionNumber(17), content: summary,
      files: [
        .init(slot: .manuscript, state: .ready(sizeBytes: 1_830_221), pages: 12),
        .init(slot: .appendix, state: .preparing, pages: 4),
      ],
      notes: [text("Judge the novelty added to an earlier workshop version.")], form: sample.form,
      answers: ReviewAnswers(scores: ["novelty": 3], texts: ["strengths": text("The problem is real.")]), version: 4,
      draftSavedAt: reviewing, submitted: [.init(number: 1, at: reviewing)], deadline: SampleCall.calendar.reviewing.closes,
      accepts: true, problems: [FieldProblem("scores.quality", text("Choose a grade for Quality."))], savedElsewhere: nil,
      others: .hidden(.ownReviewMissing), discussion: .hidden(.ownReviewMissing), response: .hidden(.ownReviewMissing),
      tags: tagPanel(forChairs: false))
  }

  private var staleReview: ReviewPage {
    ReviewPage(
      id: ID(text("a1")), number: SubmissionNumber(17), content: summary, files: [], form: sample.form,
      answers: ReviewAnswers(scores: ["novelty": 3]), version: 5, draftSavedAt: nil, deadline: nil, accepts: true,
      savedElsewhere: ReviewAnswers(scores: ["novelty": 2], texts: ["strengths": text("Another text.")]),
      others: .shown([card("Reviewer 1")]), discussion: .shown(thread), response: .shown(text("Thank you.")),
      tags: tagPanel(forChairs: true))
  }

  private func bids(accepts: Bool) -> BidsPage {
    BidsPage(
      listing: .init(query: text("paging"), topic: "t1", bid: .open, order: .number),
      vocabulary: SearchVocabulary(
        texts: [.init("title", "words in the title")], values: [], figures: [.init("affinity", "nearness")]),
      columns: [text("affinity * 2")], levels: call.bidding.levels,
      papers: [
        .init(
          id: ID(text("p17")), number: SubmissionNumber(17), title: text(title), abstract: text(abstract),
          track: text("Research track"),
          topics: [text("ML compilers")], level: "eager", nearness: 63, extra: [126]),
        .init(
          id: ID("p23"), number: SubmissionNumber(23), title: text("Ten Years of Feature Stores"), abstract: text(abstract),
          track: text("Industrial track"), topics: [text("Storage"), text("Serving")], level: ""),
      ], topics: call.topics, page: 2, found: 250, given: 12, total: 300, period: SampleCall.calendar.bidding, accepts: accepts,
      kinds: call.conflictKinds, typed: .init(levels: [ID(text("p17")): BidRules.conflictChoice], ticked: [ID("p23")]),
      problems: [FieldProblem("kind", text("Choose the kind of conflict."))])
  }
}
