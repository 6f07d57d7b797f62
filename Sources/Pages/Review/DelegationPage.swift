public import PeerReview

/// Whom a reviewer asked to write for them, and what came of it.
///
/// Forms: `POST /reviews/{id}/delegation`: `action` `ask` with `name`, `email` and `message`; `take` or `end` with `delegation`.
public struct DelegationPage: Page {
  public let id: ID<Assignment>
  public let number: SubmissionNumber
  public let paper: String
  /// Newest first; at most the first stands.
  public let asked: [Asked]
  /// Whether somebody can be asked now.
  public let accepts: Bool
  public let asksChairs: Bool
  public let typed: Typed
  public let problems: [FieldProblem]
  public init(
    id: ID<Assignment>, number: SubmissionNumber, paper: String, asked: [Asked], accepts: Bool, asksChairs: Bool,
    typed: Typed = Typed(), problems: [FieldProblem] = []
  ) {
    self.id = id
    self.number = number
    self.paper = paper
    self.asked = asked
    self.accepts = accepts
    self.asksChairs = asksChairs
    self.typed = typed
    self.problems = problems
  }

  public struct Typed: Hashable, Sendable {
    public let name: String
    public let email: String
    public let message: String
    public init(name: String = "", email: String = "", message: String = "") {
      self.name = name
      self.email = email
      self.message = message
    }
  }

  public struct Asked: Sendable {
    public let id: ID<Delegation>
    public let name: String
    public let email: String
    public let state: Badge
    public let askedAt: Instant
    public let isStanding: Bool
    /// What they wrote; nil while there is nothing.
    public let draft: ReviewCard?
    /// Whether it can be taken into the reviewer's own draft.
    public let offersDraft: Bool
    public init(
      id: ID<Delegation>, name: String, email: String, state: Badge, askedAt: Instant, isStanding: Bool, draft: ReviewCard?,
      offersDraft: Bool
    ) {
      self.id = id
      self.name = name
      self.email = email
      self.state = state
      self.askedAt = askedAt
      self.isStanding = isStanding
      self.draft = draft
      self.offersDraft = offersDraft
    }
  }

  public var title: String { "Who writes the review of \(number)" }
  public var section: Section? { .reviews }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><a href="\(Link.review(id))">Your review of \(number)</a></p><h1>Somebody from outside writes it with you</h1>
    <p>\(paper)</p>
    <p>Whom you ask gets a letter, and on accepting the paper and the form, with no other review, no discussion and no names. You read
    what they wrote, change it and submit it: the review is yours. The record says who wrote for you.</p>
    \(problemList(problems, heading: "Nothing was changed"))
    \(each(asked) { card($0, layout) })
    \(when(accepts) { part("ask", "Ask somebody") { form(layout) } })
    """
  }

  private func card(_ row: Asked, _ layout: Layout) -> HTML {
    """
    <section class="card"><h2>\(row.name) \(row.state.html)</h2>
    <p class="soft">\(row.email), asked \(layout.brief(row.askedAt)) UTC</p>
    \(with(row.draft) { $0.html(in: layout) })
    <div class="actions">\(when(row.offersDraft) { act(row, "take", "Take into my draft", layout) })\
    \(when(row.isStanding) { act(row, "end", "Take it back", layout, confirm: "Take it back? They can't go on reading or writing.") })\
    </div></section>
    """
  }

  private func act(_ row: Asked, _ action: String, _ label: String, _ layout: Layout, confirm: String? = nil) -> HTML {
    layout.form(Link.delegation(id), classes: "inline", confirm: confirm) {
      """
      \(hidden("delegation", row.id.text))
      <button class="quiet" name="action" value="\(action)" aria-label="\(label): \(row.name)">\(label)</button>
      """
    }
  }

  private func form(_ layout: Layout) -> HTML {
    let fields = Fields(problems: problems)
    return layout.form(Link.delegation(id)) {
      """
      \(when(asksChairs) { "<p class=\"notice\">A chair has to agree before the letter goes out.</p>" })
      \(fields.text("name", "Their name", typed.name, .init(isRequired: true)))
      \(fields.text("email", "Their e-mail address", typed.email, .init(type: "email", isRequired: true)))
      \(fields.text("message", "Your words to them", typed.message, .init(
        help: "Optional. They learn your name and the paper's title.", limitCharacters: DelegationRules.limitMessageCharacters,
        rows: 3)))
      <p class="soft">Nobody is told here whether somebody can't be asked: an answer could tell who wrote the paper.</p>
      <p class="actions"><button name="action" value="ask">Ask them</button></p>
      """
    }
  }
}
