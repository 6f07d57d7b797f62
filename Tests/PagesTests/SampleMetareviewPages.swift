import Pages
import PeerReview

extension SamplePages {
  var metareviews: [Sample] {
    let layout = layout(reviews: true, at: reviewing)
    return [
      Sample(name: "metareview", html: metareview(accepts: true).html(in: layout)),
      Sample(name: "metareview-closed", html: metareview(accepts: false).html(in: layout)),
      Sample(name: "reciprocal", html: reciprocal.html(in: self.layout(chairs: true))),
      Sample(name: "reassignment", html: reassignment.html(in: self.layout(chairs: true, at: reviewing))),
      Sample(name: "delegation", html: delegationPage.html(in: layout)),
      Sample(name: "delegation-asked", html: delegationAsked.html(in: layout)),
      Sample(name: "delegation-answered", html: DelegationAnsweredPage(delegation: ID(text("d1"))).html(in: layout)),
      Sample(name: "delegated", html: delegatedReview.html(in: layout)),
      Sample(name: "delegations", html: delegationsPage.html(in: self.layout(chairs: true, at: reviewing))),
      Sample(name: "metareviews", html: metareviewsPage.html(in: self.layout(chairs: true, at: reviewing))),
    ]
  }

  var metareviewPanel: MetareviewPanel {
    MetareviewPanel(
      metareviewer: text("Mira"), state: Badge(label: text("Submitted"), tone: .good),
      text: MetareviewText(toAuthors: text("Sound."), toChairs: text("Accept it."), recommendation: "accept"), submittedAt: now,
      recommendation: text("Accept"), chosen: ID(text("m1")),
      candidates: [.init(id: ID(text("m1")), name: text("Mira"), note: text("1 of 8 papers"))])
  }

  private var reciprocal: ReciprocalPage {
    let paper = PaperReference(id: ID(text("p17")), number: SubmissionNumber(17), title: text("Paging"))
    return ReciprocalPage(
      people: [.init(name: text("Ada"), email: text("ada@x.org"), state: .notAsked, papers: [paper])],
      papers: [.init(paper: paper, reason: text("Nobody can."))], message: text("Please."),
      problems: [FieldProblem("message", text("Too long."))])
  }

  private var reassignment: ReassignmentPage {
    ReassignmentPage(
      person: ID(text("m1")), name: text("Rita"),
      rows: [
        .init(
          id: ID(text("p17")), number: SubmissionNumber(17), title: text("Paged Attention"),
          candidates: [.init(id: ID(text("m2")), name: text("Ron"), note: text("1 of 6 papers"))], chosen: ID(text("m2")))
      ],
      preview: BulkPreview(
        rows: [.init(id: ID("p17"), number: SubmissionNumber(17), title: text("T"), before: text("Rita"), after: text("Ron"))],
        total: 1, unchanged: 0, seen: text("abc")), problems: [FieldProblem("", text("Ron has it already."))])
  }

  private var metareviewsPage: MetareviewsPage {
    MetareviewsPage(
      rows: [
        .init(
          id: ID("p17"), number: SubmissionNumber(17), title: text("Paged Attention"), metareviewer: text("Mira"),
          state: Badge(label: text("Draft"), tone: .progress), recommendation: text("Accept")),
        .init(
          id: ID("p23"), number: SubmissionNumber(23), title: text("Stores"), metareviewer: "", state: nil, recommendation: ""),
      ], found: 102, page: 1, csv: text("paper,metareviewer"), problems: [FieldProblem("csv", text("Line 2: nobody."))],
      preview: BulkPreview(
        rows: [
          .init(id: ID("p17"), number: SubmissionNumber(17), title: text("T"), before: text("nobody"), after: text("Mira"))
        ], total: 1, unchanged: 2, seen: text("abc")))
  }

  private func metareview(accepts: Bool) -> MetareviewPage {
    MetareviewPage(
      id: ID(text("t1")), number: SubmissionNumber(17), content: summary,
      files: [
        .init(slot: .manuscript, state: .ready(sizeBytes: 1_000), pages: 12),
        .init(slot: .appendix, state: .withheld, pages: nil),
      ],
      notes: [text("Judge the novelty.")], recommendations: call.decisions, isShownToAuthors: accepts,
      text: MetareviewText(toAuthors: text("All agree."), toChairs: text("Accept."), recommendation: call.decisions[0].key),
      version: 3, draftSavedAt: now, submitted: [.init(number: 1, at: now)], due: SampleCall.calendar.discussion.closes,
      opens: accepts ? nil : now, accepts: accepts, problems: accepts ? [FieldProblem("toAuthors", text("Sum up."))] : [],
      savedElsewhere: accepts ? MetareviewText(toAuthors: text("Other.")) : nil, reviews: .shown([card("Reviewer 1")]),
      discussion: accepts ? .shown(thread) : .hidden(.notYetReleased), response: .shown(text("Thank you.")),
      decision: accepts ? .hidden(.notYetReleased) : .shown(text("Accept")), offersRecusal: true)
  }
}
