public import PeerReview

/// A reviewer's own declared conflicts of interest.
///
/// Form: `POST /conflicts`: `action` `add` with `email`, `name`, `kind`; or `action` `remove` with `conflict` (its id).
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
  public init(
    conflicts: [Row], kinds: [ConflictKind], draft: DeclaredConflict = DeclaredConflict(), problems: [FieldProblem] = [],
    closes: Instant? = nil, accepts: Bool = true
  ) {
    self.conflicts = conflicts
    self.kinds = kinds
    self.draft = draft
    self.problems = problems
    self.closes = closes
    self.accepts = accepts
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
              "Remove", name: "action", value: "remove", classes: "quiet small", says: "Remove the conflict with \(row.email)"))
            """
          })</td></tr>
          """ }))
      \(part("add", "Declare a conflict") { accepts ? addForm(fields, layout) : closedAdvice })
      """
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
