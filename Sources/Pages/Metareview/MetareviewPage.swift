public import PeerReview

/// One paper whose discussion the viewer leads, without its authors, and the meta-review of it.
///
/// Forms: `POST /metareviews/{id}`: `version` (of the draft the edit began from), `toAuthors`, `toChairs`, `recommendation`,
/// `action` (`save` or `submit`). The same fields go by `fetch` to `POST /metareviews/{id}/draft`, as at a review.
/// `POST /metareviews/{id}/comments`: `text`. `POST /metareviews/{id}/recuse`: `reason`.
public struct MetareviewPage: Page {
  public let id: ID<Metareview>
  public let number: SubmissionNumber
  public let content: SubmissionSummary
  public let files: [ReviewPage.FileLink]
  public let notes: [String]
  public let recommendations: [DecisionKind]
  public let isShownToAuthors: Bool
  public let text: MetareviewText
  public let version: Int
  public let draftSavedAt: Instant?
  public let submitted: [ReviewPage.SubmittedVersion]
  public let due: Instant
  /// From when reviews are read and the form is printed; nil once that has come.
  public let opens: Instant?
  public let accepts: Bool
  public let problems: [FieldProblem]
  /// What another tab stored meanwhile; `text` then holds what this viewer typed, and both are printed.
  public let savedElsewhere: MetareviewText?
  public let reviews: Disclosure<[ReviewCard]>
  public let discussion: Disclosure<DiscussionPanel>
  public let response: Disclosure<String?>
  /// A label; nil while undecided.
  public let decision: Disclosure<String?>
  public let offersRecusal: Bool
  public init(
    id: ID<Metareview>, number: SubmissionNumber, content: SubmissionSummary, files: [ReviewPage.FileLink], notes: [String],
    recommendations: [DecisionKind], isShownToAuthors: Bool, text: MetareviewText, version: Int, draftSavedAt: Instant?,
    submitted: [ReviewPage.SubmittedVersion], due: Instant, opens: Instant?, accepts: Bool, problems: [FieldProblem],
    savedElsewhere: MetareviewText?, reviews: Disclosure<[ReviewCard]>, discussion: Disclosure<DiscussionPanel>,
    response: Disclosure<String?>, decision: Disclosure<String?>, offersRecusal: Bool
  ) {
    self.id = id
    self.number = number
    self.content = content
    self.files = files
    self.notes = notes
    self.recommendations = recommendations
    self.isShownToAuthors = isShownToAuthors
    self.text = text
    self.version = version
    self.draftSavedAt = draftSavedAt
    self.submitted = submitted
    self.due = due
    self.opens = opens
    self.accepts = accepts
    self.problems = problems
    self.savedElsewhere = savedElsewhere
    self.reviews = reviews
    self.discussion = discussion
    self.response = response
    self.decision = decision
    self.offersRecusal = offersRecusal
  }

  public var title: String { "Meta-review of \(number)" }
  public var section: Section? { .reviews }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><span class="number">\(number)</span> \(content.track)</p><h1>\(content.title)</h1>
    \(with(decided) { "<p class=\"notice good\">Decision: \($0)</p>" })
    <div class="beside"><div class="paper-side">
    \(part("paper", "The paper") { paper })
    </div><div class="review-side">
    \(part("metareview", "Your meta-review") { metareview(layout) })
    </div></div>
    \(part("reviews", "Reviews") { revealed(reviews) { cards in
      cards.isEmpty ? nothing("No review is in yet.") : each(cards) { $0.html(in: layout) }
    } })
    \(with(responsePart) { $0 })
    \(part("discussion", "Discussion") { revealed(discussion) { $0.html(in: layout, action: "/metareviews/\(id)/comments") } })
    \(when(offersRecusal) { part("recusal", "Hand this paper back") { recusal(layout) } })
    """
  }

  private var decided: String? {
    guard case .shown(let label) = decision else { return nil }
    return label
  }

  private var paper: HTML {
    """
    \(each(notes) { "<p class=\"notice warning\">\($0)</p>" })
    <ul class="files">\(each(files) { "<li>\($0.html("/metareviews/\(id)/files/\($0.slot.rawValue)"))</li>" })</ul>
    \(content.html)
    """
  }

  private var responsePart: HTML? {
    guard case .shown(let text) = response, let text else { return nil }
    return part("response", "The authors' response") { "<div class=\"quoted\">\(prose(text))</div>" }
  }

  private func metareview(_ layout: Layout) -> HTML {
    """
    \(with(opens) { "<p>You read the reviews and write from \(layout.deadline($0)).</p>" })
    <p>Due \(layout.deadline(due)).</p>
    \(when(!submitted.isEmpty) { """
      <p class="ok">Handed in: \(each(submitted.enumerated()) {
        "\(when($0.offset > 0) { ", " })version \($0.element.number) at \(layout.brief($0.element.at))" }) UTC.
      You may revise it until decisions are released; every version is kept.</p>
      """ })
    \(with(savedElsewhere) { staleNotice($0) })
    \(problemList(problems, heading: "The meta-review can't be handed in yet"))
    \(accepts ? form(layout) : written(text))
    """
  }

  private func form(_ layout: Layout) -> HTML {
    let fields = Fields(problems: problems)
    return layout.form("/metareviews/\(id)", guarded: true, draft: "/metareviews/\(id)/draft") {
      """
      \(hidden("version", version))
      \(fields.text("toAuthors", "To the authors", text.toAuthors, .init(help: forAuthors, rows: 8)))
      \(fields.text("toChairs", "To the chairs", text.toChairs, .init(
        help: "What the decision should rest on. Nobody else reads it.", rows: 5)))
      \(fields.choice("recommendation", "You recommend", recommendations.map { Fields.Choice(value: $0.key, label: $0.label) },
        chosen: text.recommendation, help: "Only the chairs see it."))
      <div class="actions sticky"><button name="action" value="submit">Hand it in</button>
      <button class="quiet" name="action" value="save">Save draft</button>
      <span class="soft" role="status" data-saved>\(with(draftSavedAt) { "Draft saved \(layout.brief($0)) UTC" })</span></div>
      """
    }
  }

  private var forAuthors: String {
    isShownToAuthors
      ? "What the reviews agree on, what was discussed, and what decides. Authors read it with the decision."
      : "Optional. At this conference only the chairs read it."
  }

  private func written(_ text: MetareviewText) -> HTML {
    """
    \(when(!Words.isBlank(text.toAuthors)) { "<h3>To the authors</h3><div class=\"quoted\">\(prose(text.toAuthors))</div>" })
    \(when(!Words.isBlank(text.toChairs)) { "<h3>To the chairs</h3><div class=\"quoted\">\(prose(text.toChairs))</div>" })
    \(with(recommendations.first { $0.key == text.recommendation }) { "<p>You recommend: <strong>\($0.label)</strong></p>" })
    """
  }

  private func staleNotice(_ saved: MetareviewText) -> HTML {
    """
    <section class="notice warning" role="alert" aria-labelledby="stale"><h3 id="stale">Saved in another tab meanwhile</h3>
    <p>Nothing is lost: the form holds what you typed here, and this is what the other tab saved. Saving now keeps both on
    record.</p>
    \(written(saved))</section>
    """
  }

  private func recusal(_ layout: Layout) -> HTML {
    folded(
      "You have a conflict, or can't lead this discussion?",
      layout.form("/metareviews/\(id)/recuse", confirm: "Hand this paper back? You will not see it again.") {
        """
        \(Fields(prefix: "recuse-").text("reason", "Why, for the chairs", "", .init(isRequired: true, rows: 2)))
        <p class="actions"><button class="quiet danger">Hand it back</button></p>
        """
      })
  }
}
