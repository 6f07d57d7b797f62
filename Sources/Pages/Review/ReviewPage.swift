public import PeerReview

/// One assigned paper, without its authors, and the review written on it.
///
/// Forms: `POST /reviews/{id}`: `version` (of the draft the edit began from), `scores.KEY` (a grade's value), `texts.KEY`,
/// `action` (`save` or `submit`). The same fields go by `fetch` as form data with `X-Requested-With: fetch` to
/// `POST /reviews/{id}/draft`, answered by JSON `{"version": 4, "savedAt": "2026-01-02T03:04:05Z"}`, or 409 when stale.
/// `POST /reviews/{id}/comments`: `text`. `POST /reviews/{id}/tags`: `tags`. `POST /reviews/{id}/recuse`: `reason`.
public struct ReviewPage: Page {
  public let id: ID<Assignment>
  public let number: SubmissionNumber
  /// Only abstract, topics, keywords and statements are printed.
  public let content: SubmissionSummary
  /// Hidden unless a chair opened them to this reviewer.
  public let authors: Disclosure<[Author]>
  public let files: [FileLink]
  /// What reviewers are told about this paper, such as how to judge an expanded workshop paper.
  public let notes: [String]
  public let form: ReviewForm
  public let answers: ReviewAnswers
  public let version: Int
  public let draftSavedAt: Instant?
  /// Versions already submitted, newest first.
  public let submitted: [SubmittedVersion]
  public let deadline: Instant?
  /// Whether the review form is printed.
  public let accepts: Bool
  public let problems: [FieldProblem]
  /// What another tab stored meanwhile; `answers` then holds what this viewer typed, and both are printed.
  public let savedElsewhere: ReviewAnswers?
  public let others: Disclosure<[ReviewCard]>
  public let discussion: Disclosure<DiscussionPanel>
  public let response: Disclosure<String?>
  /// Nil when a chair looks at the page: they are the reviewer's.
  public let tags: TagPanel?
  public let offersRecusal: Bool
  /// What kept the paper from being handed back, with the reason as it was typed.
  public let recusalProblems: [FieldProblem]
  public let recusalReason: String
  /// Whether the call lets somebody from outside write it.
  public let offersDelegation: Bool
  public init(
    id: ID<Assignment>, number: SubmissionNumber, content: SubmissionSummary,
    authors: Disclosure<[Author]> = .hidden(.doubleBlind), files: [FileLink], notes: [String] = [],
    form: ReviewForm, answers: ReviewAnswers, version: Int, draftSavedAt: Instant?, submitted: [SubmittedVersion] = [],
    deadline: Instant?, accepts: Bool, problems: [FieldProblem] = [], savedElsewhere: ReviewAnswers?,
    others: Disclosure<[ReviewCard]>, discussion: Disclosure<DiscussionPanel>, response: Disclosure<String?>, tags: TagPanel?,
    offersRecusal: Bool = true, recusalReason: String = "", recusalProblems: [FieldProblem] = [], offersDelegation: Bool = false
  ) {
    self.recusalReason = recusalReason
    self.recusalProblems = recusalProblems
    self.id = id
    self.number = number
    self.content = content
    self.authors = authors
    self.files = files
    self.notes = notes
    self.form = form
    self.answers = answers
    self.version = version
    self.draftSavedAt = draftSavedAt
    self.submitted = submitted
    self.deadline = deadline
    self.accepts = accepts
    self.problems = problems
    self.savedElsewhere = savedElsewhere
    self.others = others
    self.discussion = discussion
    self.response = response
    self.tags = tags
    self.offersRecusal = offersRecusal
    self.offersDelegation = offersDelegation
  }

  public struct FileLink: Hashable, Sendable {
    public let slot: FileSlot
    public let state: State
    public let pages: Int?
    public init(slot: FileSlot, state: State, pages: Int?) {
      self.slot = slot
      self.state = state
      self.pages = pages
    }

    public enum State: Hashable, Sendable {
      case ready(sizeBytes: Int64)
      /// The copy for reviewers is being made.
      case preparing
      /// None can be made.
      case withheld
    }
  }

  public struct SubmittedVersion: Hashable, Sendable {
    public let number: Int
    public let at: Instant
    public init(number: Int, at: Instant) {
      self.number = number
      self.at = at
    }
  }

  public var title: String { "Review \(number)" }
  public var section: Section? { .reviews }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><span class="number">\(number)</span> \(content.track)</p><h1>\(content.title)</h1>
    <div class="beside"><div class="paper-side">
    \(part("paper", "The paper") { paper })
    </div><div class="review-side">
    \(part("review", "Your review") { review(layout) })
    </div></div>
    \(with(responsePart) { $0 })
    \(part("others", "Other reviews") { revealed(others) { cards in
      cards.isEmpty ? nothing("No other review is in yet.") : each(cards) { $0.html(in: layout) }
    } })
    \(part("discussion", "Discussion") { revealed(discussion) { $0.html(in: layout, action: "/reviews/\(id)/comments") } })
    \(with(tags) { tags in part("tags", "Tags") { tags.html(in: layout, action: "/reviews/\(id)/tags") } })
    \(when(offersRecusal) { part("recusal", "Hand this paper back") { recusal(layout) } })
    """
  }

  private var paper: HTML {
    """
    \(each(notes) { "<p class=\"notice warning\">\($0)</p>" })
    \(with(openedAuthors) { "<p class=\"notice warning\">A chair opened the authors to you: \($0).</p>" })
    <ul class="files">\(each(files) { "<li>\($0.html("/reviews/\(id)/files/\($0.slot.rawValue)"))</li>" })</ul>
    \(content.html)
    """
  }

  private var openedAuthors: String? {
    guard case .shown(let authors) = authors else { return nil }
    return authors.map { "\($0.name) (\($0.affiliation))" }.joined(separator: ", ")
  }

  private var responsePart: HTML? {
    guard case .shown(let text) = response, let text else { return nil }
    return part("response", "The authors' response") { "<div class=\"quoted\">\(prose(text))</div>" }
  }

  private func review(_ layout: Layout) -> HTML {
    let fields = Fields(problems: problems)
    return """
      \(with(deadline) { "<p>Due \(layout.deadline($0)).</p>" })
      \(when(!submitted.isEmpty) { """
        <p class="ok">Submitted: \(each(submitted.enumerated()) {
          "\(when($0.offset > 0) { ", " })version \($0.element.number) at \(layout.brief($0.element.at))" }) UTC.
        You may revise it; every version is kept.</p>
        """ })
      \(when(offersDelegation) { "<p><a href=\"\(Link.delegation(id))\">Somebody from outside writes it with you</a></p>" })
      \(with(savedElsewhere) { staleNotice($0, layout) })
      \(problemList(problems, heading: "Something of your review needs correcting"))
      \(accepts ? reviewForm(fields, layout) : ReviewCard(heading: "What you wrote", answers: answers, form: form,
        submittedAt: nil).html(in: layout))
      """
  }

  private func reviewForm(_ fields: Fields, _ layout: Layout) -> HTML {
    layout.form("/reviews/\(id)", guarded: true, draft: "/reviews/\(id)/draft") {
      """
      \(hidden("version", version))
      \(form.questions(answers, fields))
      <div class="actions sticky"><button name="action" value="submit">\
      \(submitted.isEmpty ? "Submit review" : "Submit revised review")</button>
      <button class="quiet" name="action" value="save">Save draft</button>
      <span class="soft" role="status" data-saved>\(with(draftSavedAt) { "Draft saved \(layout.brief($0)) UTC" })</span></div>
      """
    }
  }

  private func staleNotice(_ saved: ReviewAnswers, _ layout: Layout) -> HTML {
    """
    <section class="notice warning" role="alert" aria-labelledby="stale"><h3 id="stale">Saved in another tab meanwhile</h3>
    <p>Nothing is lost: the form holds what you typed here, and this is what the other tab saved. Saving now keeps both on
    record.</p>
    \(ReviewCard(heading: "Saved in the other tab", answers: saved, form: form, submittedAt: nil).html(in: layout))</section>
    """
  }

  private func recusal(_ layout: Layout) -> HTML {
    folded(
      "You have a conflict, or can't review this paper?",
      layout.form("/reviews/\(id)/recuse", confirm: "Hand this paper back? You will not see it again.") {
        """
        \(Fields(prefix: "recuse-", problems: recusalProblems).text("reason", "Why, for the chairs", recusalReason,
          .init(isRequired: true, rows: 2)))
        <p class="actions"><button class="quiet danger">Hand it back</button></p>
        """
      }, open: !recusalProblems.isEmpty)
  }
}
