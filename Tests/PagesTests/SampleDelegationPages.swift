import Pages
import PeerReview

extension SamplePages {
  var delegationPage: DelegationPage {
    DelegationPage(
      id: ID(text("a1")), number: SubmissionNumber(17), paper: text("Paged Attention"),
      asked: [
        .init(
          id: ID(text("d1")), name: text("Nina"), email: text("nina@x.org"), state: Badge(label: text("Asked"), tone: .progress),
          askedAt: now, isStanding: true, draft: card("What they wrote"), offersDraft: true)
      ], accepts: true, asksChairs: true,
      typed: .init(name: text("Nils"), email: text("nils@x.org"), message: text("Please.")),
      problems: [FieldProblem("email", text("No address."))])
  }

  var delegationAsked: DelegationAskedPage {
    DelegationAskedPage(
      token: text("t"), reviewer: text("Rita"), message: text("You know caches."), paper: text("Paged Attention"),
      abstract: text("About pages."), due: now, answerBy: now, problems: [FieldProblem("free", text("Confirm it."))])
  }

  var delegatedReview: DelegatedReviewPage {
    DelegatedReviewPage(
      id: ID(text("d1")), reviewer: text("Rita"), content: summary,
      files: [.init(slot: .manuscript, state: .ready(sizeBytes: 1_000), pages: 12)], notes: [text("Judge the novelty.")],
      form: call.tracks[0].reviewForm, answers: ReviewAnswers(texts: ["strengths": text("Simple.")]), version: 2,
      draftSavedAt: now, handedOverAt: now, due: now, problems: [FieldProblem("texts.strengths", text("Too long."))],
      savedElsewhere: ReviewAnswers(texts: ["strengths": text("Other.")]))
  }

  var delegationsPage: DelegationsPage {
    func row(_ id: String, _ obstacle: String) -> DelegationsPage.Row {
      DelegationsPage.Row(
        id: ID(text(id)), paper: ID(text("p17")), number: SubmissionNumber(17), title: text("Paged Attention"),
        reviewer: text("Rita"), name: text("Nina"), email: text("nina@x.org"),
        state: Badge(label: text("Waits for a chair"), tone: .warning), obstacle: obstacle, takenAt: now, isStanding: true)
    }
    return DelegationsPage(
      waiting: [row("d1", "")], others: [row("d2", text("In conflict with the paper"))],
      problems: [FieldProblem("", text("Another chair has to decide."))])
  }
}
