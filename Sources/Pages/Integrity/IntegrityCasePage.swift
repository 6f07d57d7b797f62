public import PeerReview

/// One integrity case.
///
/// Forms: `POST /chair/integrity/{id}` (multipart): `action`: `add` with `kind`, `text`, and for evidence perhaps `finding` (an
/// id) and a `file`; `widen` with `papers` and `people`; `close` with `outcome` and `text`; `reopen` with `text`.
public struct IntegrityCasePage: Page {
  public let id: ID<IntegrityCase>
  public let caseTitle: String
  public let papers: [PaperReference]
  /// With names where they are known.
  public let people: [String]
  /// Nil while it is open.
  public let outcome: IntegrityOutcome?
  /// In the order they were put in.
  public let entries: [Entry]
  public let typed: Typed
  public let problems: [FieldProblem]
  public init(
    id: ID<IntegrityCase>, title: String, papers: [PaperReference], people: [String], outcome: IntegrityOutcome?,
    entries: [Entry], typed: Typed = Typed(), problems: [FieldProblem] = []
  ) {
    self.id = id
    self.caseTitle = title
    self.papers = papers
    self.people = people
    self.outcome = outcome
    self.entries = entries
    self.typed = typed
    self.problems = problems
  }

  public struct Entry: Sendable {
    public let number: Int
    public let kind: IntegrityEntryKind
    public let text: String
    public let finding: ID<ScreeningFinding>?
    public let file: File?
    public let by: String
    public let at: Instant
    public init(
      number: Int, kind: IntegrityEntryKind, text: String, finding: ID<ScreeningFinding>?, file: File?, by: String, at: Instant
    ) {
      self.number = number
      self.kind = kind
      self.text = text
      self.finding = finding
      self.file = file
      self.by = by
      self.at = at
    }
  }

  public struct File: Hashable, Sendable {
    public let name: String
    public let sizeBytes: Int64
    public init(name: String, sizeBytes: Int64) {
      self.name = name
      self.sizeBytes = sizeBytes
    }
  }

  /// What came back with a refused form.
  public struct Typed: Sendable {
    /// Which form it was.
    public let action: String
    public let kind: String
    public let text: String
    public let finding: String
    public let papers: String
    public let people: String
    public let outcome: String
    public init(
      action: String = "", kind: String = "", text: String = "", finding: String = "", papers: String = "", people: String = "",
      outcome: String = ""
    ) {
      self.action = action
      self.kind = kind
      self.text = text
      self.finding = finding
      self.papers = papers
      self.people = people
      self.outcome = outcome
    }
  }

  public var title: String { caseTitle }
  public var section: Section? { .integrity }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><a href="/chair/integrity">Integrity cases</a> \(outcome.badge.html)</p>
    <h1>\(caseTitle)</h1>
    \(problemList(problems, heading: "This was not done", prefix: nil))
    \(facts([
      ("Papers", papers.isEmpty ? "none" : "\(each(papers) { "<p>\($0.forChairs)</p>" })"),
      ("People", people.isEmpty ? "none" : "\(each(people) { "<p>\($0)</p>" })"),
    ]))
    \(part("entries", "What is in it") { "<ol class=\"history\">\(each(entries) { entry($0, layout) })</ol>" })
    \(outcome == nil ? openForms(layout) : part("reopen", "Open it again") { form("reopen", layout, text: "Why", "Open it again") })
    """
  }

  private func entry(_ entry: Entry, _ layout: Layout) -> HTML {
    """
    <li>\(layout.brief(entry.at)) <span><strong>\(entry.kind.label)</strong> <span class="soft">by \(entry.by)</span>
    \(prose(entry.text))
    \(with(entry.finding) { "<p><a href=\"\(findingLink($0))\">The finding</a></p>" })
    \(with(entry.file) { file in
      "<p><a href=\"\(fileLink(entry.number))\">\(file.name)</a> (\(size(file.sizeBytes)))</p>"
    })</span></li>
    """
  }

  private func findingLink(_ finding: ID<ScreeningFinding>) -> Link { "/chair/screening/\(finding)" }
  private func fileLink(_ number: Int) -> Link { "/chair/integrity/\(id)/files/\(number)" }
  private var address: Link { "/chair/integrity/\(id)" }

  private func fields(_ action: String) -> Fields {
    Fields(prefix: action + "-", problems: typed.action == action ? problems : [])
  }

  private func typedText(_ action: String) -> String { typed.action == action ? typed.text : "" }

  private func form(_ action: String, _ layout: Layout, text label: String, _ act: String, _ more: HTML = .empty) -> HTML {
    layout.form(address) {
      """
      \(hidden("action", action))\(more)
      \(fields(action).text("text", label, typedText(action), .init(
        limitCharacters: IntegrityRules.textCharacters.upperBound, rows: 4)))
      <p class="actions"><button>\(act)</button></p>
      """
    }
  }

  private func openForms(_ layout: Layout) -> HTML {
    let add = fields("add")
    let widen = fields("widen")
    return """
      \(part("add", "Add to it") { layout.form(address, multipart: true) { """
        \(hidden("action", "add"))
        \(add.choice("kind", "What it is", IntegrityEntryKind.written.map { .init(value: $0.rawValue, label: $0.label) },
          chosen: typed.kind.isEmpty ? IntegrityEntryKind.evidence.rawValue : typed.kind, inline: true))
        \(add.text("text", "Words", typedText("add"), .init(limitCharacters: IntegrityRules.textCharacters.upperBound, rows: 5)))
        \(add.text("finding", "Id of a finding", typed.finding, .init(
          help: "Optional, for evidence: the last part of the address of a finding's page.", autocomplete: "off")))
        <div class="field"><label for="add-file">File</label>
        <p class="help" id="add-file-help">Optional, for evidence; at most \(size(IntegrityRules.fileLimitBytes)).</p>
        <input id="add-file" name="file" type="file" aria-describedby="add-file-help"></div>
        <p class="actions"><button>Add</button></p>
        """ } })
      \(part("widen", "More papers or people") { layout.form(address) { """
        \(hidden("action", "widen"))
        \(widen.text("papers", "Papers", typed.papers, .init(help: "Numbers, separated by commas.", autocomplete: "off")))
        \(widen.text("people", "People", typed.people, .init(
          help: "Addresses. A chair among them does not find the case any more.", autocomplete: "off")))
        <p class="actions"><button class="quiet">Take them in</button></p>
        """ } })
      \(part("close", "Close it") { form("close", layout, text: "Reason", "Close the case", fields("close").select(
        "outcome", "Outcome", IntegrityOutcome.allCases.map { ($0.rawValue, $0.label) }, chosen: typed.outcome,
        empty: "Choose how it ended")) })
      """
  }
}

extension IntegrityEntryKind {
  var label: String {
    switch self {
    case .evidence: "Evidence"
    case .action: "Action taken"
    case .note: "Note"
    case .widened: "Taken in"
    case .closed: "Closed"
    case .reopened: "Opened again"
    }
  }
}
