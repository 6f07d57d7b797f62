public import PeerReview

/// Conflicts that nobody declared, and declarations that raise a question, for chairs.
///
/// Form: `POST /chair/conflicts`: `submission`, and `action`: `confirm` with `person`, `kind`, `seen` and, where the person has
/// the paper, `ends` (`yes`); `dismiss` with `person`, `reason` and `seen`; `reopen` with `person` and `seen`; or `undo` with
/// `conflict`.
public struct ConflictConsolePage: Page {
  public static let pageSize = 50

  public let state: String
  public let suspects: [Suspect]
  /// In the state `confirmed`.
  public let confirmed: [Confirmed]
  public let kinds: [ConflictKind]
  /// From 1.
  public let page: Int
  /// Suspects or confirmed conflicts on all pages.
  public let found: Int
  public let declarations: [Declarations]
  /// Whether anything can still be decided.
  public let accepts: Bool
  /// What came back with a refused decision.
  public let typed: Typed?
  public let problems: [FieldProblem]
  public init(
    state: String, suspects: [Suspect], confirmed: [Confirmed] = [], kinds: [ConflictKind], page: Int = 1, found: Int,
    declarations: [Declarations], accepts: Bool = true, typed: Typed? = nil, problems: [FieldProblem] = []
  ) {
    self.state = state
    self.suspects = suspects
    self.confirmed = confirmed
    self.kinds = kinds
    self.page = page
    self.found = found
    self.declarations = declarations
    self.accepts = accepts
    self.typed = typed
    self.problems = problems
  }

  public struct Typed: Sendable {
    public let paper: ID<Submission>
    public let person: ID<Person>
    public let kind: String
    public let reason: String
    /// Whether it was said that the suspect's task ends.
    public let endsTask: Bool
    public init(paper: ID<Submission>, person: ID<Person>, kind: String, reason: String, endsTask: Bool = false) {
      self.paper = paper
      self.person = person
      self.kind = kind
      self.reason = reason
      self.endsTask = endsTask
    }
  }

  public struct Suspect: Sendable {
    public let paper: PaperReference
    public let person: ID<Person>
    public let name: String
    public let affiliation: String
    public let evidence: [ConflictEvidenceLine]
    /// Key of the kind the evidence speaks for; empty when none fits.
    public let kind: String
    public let dismissal: Dismissal?
    /// It is about the viewer, who can confirm it and not set it aside.
    public let isOneself: Bool
    /// What ends when it is confirmed.
    public let task: SuspectTask
    /// How it stands, for the forms.
    public let seen: String
    public init(
      paper: PaperReference, person: ID<Person>, name: String, affiliation: String, evidence: [ConflictEvidenceLine],
      kind: String, dismissal: Dismissal? = nil, isOneself: Bool = false, task: SuspectTask = .nothing, seen: String = ""
    ) {
      self.paper = paper
      self.person = person
      self.name = name
      self.affiliation = affiliation
      self.evidence = evidence
      self.kind = kind
      self.dismissal = dismissal
      self.isOneself = isOneself
      self.task = task
      self.seen = seen
    }
  }

  /// A conflict that chairs put on record.
  public struct Confirmed: Sendable {
    public let paper: PaperReference
    public let conflict: String
    public let name: String
    public let kind: String
    public let at: Instant
    /// What speaks for it; empty when nothing known does.
    public let evidence: [ConflictEvidenceLine]
    public init(
      paper: PaperReference, conflict: String, name: String, kind: String, at: Instant, evidence: [ConflictEvidenceLine]
    ) {
      self.paper = paper
      self.conflict = conflict
      self.name = name
      self.kind = kind
      self.at = at
      self.evidence = evidence
    }
  }

  public struct Dismissal: Sendable {
    public let by: String
    public let at: Instant
    public let reason: String
    public init(by: String, at: Instant, reason: String) {
      self.by = by
      self.at = at
      self.reason = reason
    }
  }

  /// A paper whose declarations raise a question, or were talked about.
  public struct Declarations: Sendable {
    public let paper: PaperReference
    public let signs: [String]
    public let state: Badge
    public init(paper: PaperReference, signs: [String], state: Badge) {
      self.paper = paper
      self.signs = signs
      self.state = state
    }
  }

  public var title: String { "Conflicts" }
  public var section: Section? { .chairConflicts }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Conflicts</h1>
    <p>What speaks for a conflict of interest that nobody declared, and which declarations raise a question. Nothing follows from
    it by itself. A conflict you confirm holds everywhere at once: the person does not find the paper any more.</p>
    \(problemList(problems, heading: "This was not done", prefix: nil))
    \(lostReason)
    \(part("declarations", "Declarations that raise a question") { declarationList })
    \(part("suspects", "Conflicts that may have been forgotten") { """
      \(filter)
      <p class="soft">\(total)</p>
      \(when(found > 0) { downloads { "/chair/conflicts?state=\(state)&format=\($0)" } })
      \(found == 0 ? nothing("There is none in this list.") : list(layout))
      \(pages)
      """ })
    """
  }

  private var total: String {
    state == "confirmed"
      ? count(found, "conflict that chairs put on record", "conflicts that chairs put on record")
      : count(found, "suspected conflict")
  }

  private func list(_ layout: Layout) -> HTML {
    """
    \(when(!confirmed.isEmpty) { """
      <p>Once a conflict is taken back, the person may find the paper again. An assignment that ended with it does not come
      back: assign the paper anew.</p>
      """ })
    <ul class="papers">\(each(suspects.enumerated()) { card($0.offset, $0.element, layout) })\(
      each(confirmed) { card($0, layout) })</ul>
    """
  }

  /// The reason that was typed for a suspicion that is not there any more.
  private var lostReason: HTML {
    guard let typed, !typed.reason.isEmpty, !suspects.contains(where: { $0.isAbout(typed) }) else { return .empty }
    return "<p>The reason you wrote:</p>\(prose(typed.reason))"
  }

  private var declarationList: HTML {
    if declarations.isEmpty { return nothing("There is none.") }
    return table(
      "Declarations that raise a question", id: "declarations-table", head: ["Paper", "Why", "State"],
      each(declarations) { row in
        """
        <tr><th scope="row"><a href="\(address(of: row.paper))"><span class="number">\(row.paper.number)</span> \
        \(row.paper.title)</a></th><td>\(each(row.signs) { "<p>\($0)</p>" })</td><td>\(row.state.html)</td></tr>
        """
      })
  }

  private func address(of paper: PaperReference) -> Link { "/chair/conflicts/\(paper.id)" }

  private static let states = [
    ("open", "To be decided"), ("dismissed", "Set aside"), ("confirmed", "Confirmed"), ("all", "All suspicions"),
  ]

  private var filter: HTML {
    """
    <form method="get" action="/chair/conflicts" class="filter">
    <div class="field"><label for="state">State</label><select id="state" name="state">
    \(options(Self.states, chosen: state))</select></div>
    <button class="quiet">Filter</button>
    </form>
    """
  }

  private func card(_ index: Int, _ suspect: Suspect, _ layout: Layout) -> HTML {
    """
    <li class="card"><p class="over">\(suspect.paper.forChairs)</p>
    <h3>\(suspect.name)\(when(suspect.isOneself) { " (you)" })</h3>
    <p class="soft">\(suspect.affiliation)</p>\(with(suspect.task.badge) { "<p>\($0.html)</p>" })
    <ul>\(each(suspect.evidence) { $0.html })</ul>
    \(with(suspect.dismissal) { aside($0, suspect, layout) })
    \(when(accepts && (suspect.dismissal == nil || typed.map(suspect.isAbout) ?? false)) { decide(index, suspect, layout) })</li>
    """
  }

  private func card(_ row: Confirmed, _ layout: Layout) -> HTML {
    """
    <li class="card"><p class="over">\(row.paper.forChairs)</p>
    <h3>\(row.name)</h3>
    <p class="soft">\(row.kind), on record since \(layout.brief(row.at))</p>
    \(when(!row.evidence.isEmpty) { "<ul>\(each(row.evidence) { $0.html })</ul>" })
    \(when(accepts) { layout.form("/chair/conflicts", classes: "inline") { """
      \(hidden("submission", row.paper.id.text))\(hidden("conflict", row.conflict))\(button(
        "Take back", name: "action", value: "undo", classes: "quiet small",
        says: "Take back the conflict of \(row.name) with \(row.paper.number)"))
      """ } })</li>
    """
  }

  private func aside(_ dismissal: Dismissal, _ suspect: Suspect, _ layout: Layout) -> HTML {
    """
    <p>Set aside by \(dismissal.by), \(layout.brief(dismissal.at)).</p>\(prose(dismissal.reason))
    \(when(accepts) { layout.form("/chair/conflicts", classes: "inline") { """
      \(ids(suspect))\(button("Look again", name: "action", value: "reopen", classes: "quiet small",
        says: "Look again at \(suspect.name) and \(suspect.paper.number)"))
      """ } })
    """
  }

  private func ids(_ suspect: Suspect) -> HTML {
    hidden("submission", suspect.paper.id.text) + hidden("person", suspect.person.text) + hidden("seen", suspect.seen)
  }

  private func decide(_ index: Int, _ suspect: Suspect, _ layout: Layout) -> HTML {
    let typed = typed.flatMap { suspect.isAbout($0) ? $0 : nil }
    let fields = Fields(prefix: "s\(index)-", problems: typed == nil ? [] : problems)
    return """
      \(layout.form("/chair/conflicts", confirm: "Shut \(suspect.name) out of \(suspect.paper.number)?") { """
        \(ids(suspect))
        \(fields.select("kind", "Kind of conflict", kinds.map { ($0.key, $0.label) }, chosen: typed?.kind ?? suspect.kind, empty: "Choose a kind"))
        \(suspect.task.ending(suspect.name, fields, isTicked: typed?.endsTask ?? false))
        <p class="actions">\(button("Confirm", name: "action", value: "confirm",
          says: "Confirm the conflict of \(suspect.name) with \(suspect.paper.number)"))</p>
        """ })
      \(when(!suspect.isOneself) { folded("Set aside …", layout.form("/chair/conflicts") { """
        \(ids(suspect))
        \(fields.text("reason", "Why this is no conflict", typed?.reason ?? "", .init(
          help: "The other chairs read it.", limitCharacters: SuspicionRules.textCharacters.upperBound, rows: 2)))
        <p class="actions">\(button("Set aside", name: "action", value: "dismiss", classes: "quiet",
          says: "Set aside the suspicion about \(suspect.name) and \(suspect.paper.number)"))</p>
        """ }, open: typed != nil) })
      """
  }

  private var pages: HTML {
    pageLinks(page, found: found, size: Self.pageSize) { "/chair/conflicts?state=\(state)&page=\($0)#suspects" }
  }
}

extension ConflictConsolePage.Suspect {
  fileprivate func isAbout(_ typed: ConflictConsolePage.Typed) -> Bool { typed.paper == paper.id && typed.person == person }
}
