public import PeerReview

/// The question whether somebody writes a review for its reviewer.
///
/// Form: `POST /delegation/{token}`: `answer` (`accept` or `decline`), `free` (`yes` when free of conflicts).
public struct DelegationAskedPage: Page {
  public let token: String
  public let reviewer: String
  /// The reviewer's own words; may be empty.
  public let message: String
  public let paper: String
  public let abstract: String
  public let due: Instant
  public let answerBy: Instant?
  public let problems: [FieldProblem]
  public init(
    token: String, reviewer: String, message: String, paper: String, abstract: String, due: Instant, answerBy: Instant?,
    problems: [FieldProblem] = []
  ) {
    self.token = token
    self.reviewer = reviewer
    self.message = message
    self.paper = paper
    self.abstract = abstract
    self.due = due
    self.answerBy = answerBy
    self.problems = problems
  }

  public var title: String { "Will you write a review?" }

  public func content(in layout: Layout) -> HTML {
    let fields = Fields(problems: problems)
    return """
      <div class="narrow-page"><h1>Will you write a review?</h1>
      <p class="lead">\(reviewer) reviews this paper for \(layout.conference) and asks you to write the review.</p>
      \(when(!message.isEmpty) { "<blockquote>\(prose(message))</blockquote>" })
      \(problemList(problems, heading: "Nothing was answered yet"))
      <h2>\(paper)</h2><div class="quoted">\(prose(abstract))</div>
      <h2>What it asks of you</h2><ul><li>Write by \(layout.deadline(due)). \(reviewer) reads it, may change it, and submits it as their
      own; the chairs know who wrote it.</li><li>Keep everything you read confidential, and who asked you too.</li>
      <li>Decline if you wrote the paper, know who did, or have a conflict of interest.</li></ul>
      \(with(answerBy) { "<p>Please answer by \(layout.deadline($0)).</p>" })
      \(layout.form("/delegation/\(token)") { """
        \(fields.tick("free", "I don't know who wrote the paper, and have no conflict of interest that I know of.", false))
        <p class="actions"><button name="answer" value="accept">Accept</button>
        <button name="answer" value="decline" class="quiet">Decline</button></p>
        """ })</div>
      """
  }
}

/// Thanks for an answer.
public struct DelegationAnsweredPage: Page {
  /// Nil after declining.
  public let delegation: ID<Delegation>?
  public init(delegation: ID<Delegation>?) {
    self.delegation = delegation
  }

  public var title: String { delegation == nil ? "Declined" : "Thank you" }

  public func content(in layout: Layout) -> HTML {
    """
    <div class="narrow-page"><h1>\(title)</h1>
    \(with(delegation) { "<p class=\"actions\"><a class=\"button\" href=\"\(Link.delegated($0))\">Go on to the paper</a></p>" })
    \(when(delegation == nil) { "<p>Thank you for telling us. You need not do anything else.</p>" })</div>
    """
  }
}

/// One paper and its review form for somebody who writes for its reviewer.
///
/// Forms: `POST /delegated/{id}`: `version`, `scores.KEY`, `texts.KEY`, `action` (`save` or `hand-over`); the same by `fetch` to
/// `POST /delegated/{id}/draft`. `POST /delegated/{id}/return`.
public struct DelegatedReviewPage: Page {
  public let id: ID<Delegation>
  public let reviewer: String
  public let content: SubmissionSummary
  public let files: [ReviewPage.FileLink]
  public let notes: [String]
  public let form: ReviewForm
  public let answers: ReviewAnswers
  public let version: Int
  public let draftSavedAt: Instant?
  public let handedOverAt: Instant?
  public let due: Instant
  public let problems: [FieldProblem]
  /// What another tab stored meanwhile.
  public let savedElsewhere: ReviewAnswers?
  public init(
    id: ID<Delegation>, reviewer: String, content: SubmissionSummary, files: [ReviewPage.FileLink], notes: [String],
    form: ReviewForm, answers: ReviewAnswers, version: Int, draftSavedAt: Instant?, handedOverAt: Instant?, due: Instant,
    problems: [FieldProblem] = [], savedElsewhere: ReviewAnswers? = nil
  ) {
    self.id = id
    self.reviewer = reviewer
    self.content = content
    self.files = files
    self.notes = notes
    self.form = form
    self.answers = answers
    self.version = version
    self.draftSavedAt = draftSavedAt
    self.handedOverAt = handedOverAt
    self.due = due
    self.problems = problems
    self.savedElsewhere = savedElsewhere
  }

  public var title: String { "A review for \(reviewer)" }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over">\(content.track)</p><h1>\(content.title)</h1>
    <div class="beside"><div class="paper-side">
    \(part("paper", "The paper") { paper })
    </div><div class="review-side">
    \(part("review", "Your draft for \(reviewer)") { review(layout) })
    </div></div>
    \(part("return", "Give it back") { giveBack(layout) })
    """
  }

  private var paper: HTML {
    """
    \(each(notes) { "<p class=\"notice warning\">\($0)</p>" })
    <ul class="files">\(each(files) { "<li>\($0.html("/delegated/\(id)/files/\($0.slot.rawValue)"))</li>" })</ul>
    \(content.html)
    """
  }

  private func review(_ layout: Layout) -> HTML {
    """
    <p>Due \(layout.deadline(due)). \(reviewer) reads what you keep here, may change it, and submits it as their own.</p>
    \(with(handedOverAt) { "<p class=\"ok\">Handed over \(layout.brief($0)) UTC. You may go on changing it.</p>" })
    \(with(savedElsewhere) { staleNotice($0, layout) })
    \(problemList(problems, heading: "The draft can't be kept"))
    \(layout.form("/delegated/\(id)", guarded: true, draft: "/delegated/\(id)/draft") {
      """
      \(hidden("version", version))
      \(form.questions(answers, Fields(problems: problems)))
      <div class="actions sticky"><button name="action" value="hand-over">Hand it over</button>
      <button class="quiet" name="action" value="save">Save draft</button>
      <span class="soft" role="status" data-saved>\(with(draftSavedAt) { "Draft saved \(layout.brief($0)) UTC" })</span></div>
      """
    })
    """
  }

  private func staleNotice(_ saved: ReviewAnswers, _ layout: Layout) -> HTML {
    """
    <section class="notice warning" role="alert" aria-labelledby="stale"><h3 id="stale">Saved in another tab meanwhile</h3>
    <p>Nothing is lost: the form holds what you typed here, and this is what the other tab saved.</p>
    \(ReviewCard(heading: "Saved in the other tab", answers: saved, form: form, submittedAt: nil).html(in: layout))</section>
    """
  }

  private func giveBack(_ layout: Layout) -> HTML {
    folded(
      "You have a conflict, or can't write this review?",
      layout.form("/delegated/\(id)/return", confirm: "Give it back? You will not see the paper again.") {
        "<p class=\"actions\"><button class=\"quiet danger\">Give it back</button></p>"
      })
  }
}
