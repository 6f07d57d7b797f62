public import PeerReview

/// A reviewer's own declared conflicts of interest.
///
/// Form: `POST /conflicts`: `action` `add` with `email`, `name`, `kind`; `action` `remove` with `conflict` (its id); or for a
/// suggestion `about` with `action` `confirm` and `kind`, or `action` `dismiss`.
public struct ConflictsPage: Page {
  public let conflicts: [Row]
  public let kinds: [ConflictKind]
  /// What was typed when an attempt was refused.
  public let draft: DeclaredConflict
  public let problems: [FieldProblem]
  /// Until when people can be named and taken back.
  public let closes: Instant?
  /// Whether that moment is still ahead.
  public let accepts: Bool
  /// Empty when nothing can be declared any more.
  public let suggestions: [ConflictSuggestion]
  public init(
    conflicts: [Row], kinds: [ConflictKind], draft: DeclaredConflict = DeclaredConflict(), problems: [FieldProblem] = [],
    closes: Instant? = nil, accepts: Bool = true, suggestions: [ConflictSuggestion] = []
  ) {
    self.conflicts = conflicts
    self.kinds = kinds
    self.draft = draft
    self.problems = problems
    self.closes = closes
    self.accepts = accepts
    self.suggestions = suggestions
  }

  public struct Row: Hashable, Sendable {
    public let id: String
    public let name: String
    public let email: String
    public let kind: String
    public let declaredAt: Instant
    public init(id: String, name: String, email: String, kind: String, declaredAt: Instant) {
      self.id = id
      self.name = name
      self.email = email
      self.kind = kind
      self.declaredAt = declaredAt
    }
  }

  public var title: String { "Conflicts of interest" }
  public var section: Section? { .conflicts }

  public func content(in layout: Layout) -> HTML {
    let fields = Fields(problems: problems)
    return """
      <h1>Conflicts of interest</h1>
      <p>Name the people whose papers you must not review. You will never be given, or shown, a paper of theirs.</p>
      \(problemList(problems))
      \(conflicts.isEmpty ? nothing("You have declared none.") : table(
        "Declared conflicts", id: "conflicts-table", head: ["Person", "Kind", "Declared (UTC)", "Act"],
        each(conflicts) { row in """
          <tr><th scope="row">\(row.name.isEmpty ? row.email : row.name)<br><span class="soft">\(row.email)</span></th><td>\
          \(row.kind)</td>
          <td>\(layout.brief(row.declaredAt))</td><td>\(layout.form("/conflicts", classes: "inline") {
            """
            \(hidden("conflict", row.id))\(button(
              "Remove", name: "action", value: "remove", classes: "quiet small", says: "Remove the conflict with \(row.name.isEmpty ? row.email : row.name)"))
            """
          })</td></tr>
          """ }))
      \(when(accepts && !suggestions.isEmpty) { part("suggestions", "Did you forget someone?") { suggested(layout) } })
      \(part("add", "Declare a conflict") { accepts ? addForm(fields, layout) : closedAdvice })
      """
  }

  private func suggested(_ layout: Layout) -> HTML {
    """
    <p>By affiliations on the committee, and by the publications you loaded. Whether any of them submits a paper is not told.</p>
    <ul class="papers">\(each(suggestions.enumerated()) { offer($0.offset, $0.element, layout) })</ul>
    """
  }

  /// Without an address there is only the form to fill in.
  private func offer(_ index: Int, _ suggestion: ConflictSuggestion, _ layout: Layout) -> HTML {
    let confirming =
      suggestion.member == nil
      ? "<p><a href=\"\(typing(suggestion))\">Declare it with their address</a></p>"
      : layout.form("/conflicts") {
        """
        \(hidden("about", suggestion.about))
        \(Fields(prefix: "s\(index)-").select(
          "kind", "Kind", kinds.map { ($0.key, $0.label) }, chosen: suggestion.kind, empty: "Choose a kind"))
        <p class="actions">\(button("Declare", name: "action", value: "confirm", classes: "quiet",
          says: "Declare the conflict with \(suggestion.name)"))</p>
        """
      }
    return """
      <li class="card">\(suggestion.html)\(confirming)
      \(layout.form("/conflicts", classes: "inline") { """
        \(hidden("about", suggestion.about))\(button("No conflict", name: "action", value: "dismiss", classes: "quiet small",
          says: "No conflict with \(suggestion.name)"))
        """ })</li>
      """
  }

  private func typing(_ suggestion: ConflictSuggestion) -> Link {
    "/conflicts?name=\(suggestion.name)&kind=\(suggestion.kind)#add"
  }

  private var closedAdvice: HTML {
    """
    <p>People can't be named any more: a paper that vanished now would tell who wrote it. If you find a conflict with a paper
    you have, hand it back on its page; otherwise write to the chairs.</p>
    """
  }

  private func addForm(_ fields: Fields, _ layout: Layout) -> HTML {
    """
    \(with(closes) { "<p>Open until \(layout.deadline($0)).</p>" })
    \(layout.form("/conflicts", classes: "stack card") { """
      <div class="columns">\(fields.text("name", "Name", draft.name, .init(autocomplete: "off")))
      \(fields.text("email", "E-mail address", draft.email, .init(type: "email", autocomplete: "off", isRequired: true)))
      \(fields.select("kind", "Kind", kinds.map { ($0.key, $0.label) }, chosen: draft.kind, empty: "Choose a kind"))</div>
      <p class="actions"><button name="action" value="add">Declare</button></p>
      """ })
    """
  }
}
