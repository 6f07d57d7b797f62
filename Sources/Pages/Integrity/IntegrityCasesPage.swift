public import PeerReview

/// Integrity cases that the viewing chair may know of, and the form to open one.
///
/// Form: `POST /chair/integrity`: `title`, `papers` (numbers), `people` (addresses), `text`, `finding` (an id, may be empty).
public struct IntegrityCasesPage: Page {
  /// In the order shown.
  public let cases: [Row]
  public let draft: Draft
  public let problems: [FieldProblem]
  public init(cases: [Row], draft: Draft = Draft(), problems: [FieldProblem] = []) {
    self.cases = cases
    self.draft = draft
    self.problems = problems
  }

  public struct Row: Sendable {
    public let id: ID<IntegrityCase>
    public let title: String
    public let papers: [SubmissionNumber]
    public let openedBy: String
    public let openedAt: Instant
    /// Nil while it is open.
    public let outcome: IntegrityOutcome?
    public init(
      id: ID<IntegrityCase>, title: String, papers: [SubmissionNumber], openedBy: String, openedAt: Instant,
      outcome: IntegrityOutcome?
    ) {
      self.id = id
      self.title = title
      self.papers = papers
      self.openedBy = openedBy
      self.openedAt = openedAt
      self.outcome = outcome
    }
  }

  /// As typed, or as a finding fills it in.
  public struct Draft: Sendable {
    public var title: String
    /// Numbers of papers and addresses of people.
    public var papers: String
    public var people: String
    public var text: String
    /// Id of the finding it begins with.
    public var finding: String
    public init(title: String = "", papers: String = "", people: String = "", text: String = "", finding: String = "") {
      self.title = title
      self.papers = papers
      self.people = people
      self.text = text
      self.finding = finding
    }
  }

  public var title: String { "Integrity" }
  public var section: Section? { .integrity }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Integrity cases</h1>
    <p>Suspected plagiarism, collusion, and whatever else corrupts the review. Authors and reviewers see nothing of a case; nor
    does a chair in conflict with one of its papers or people, or whom it is about. Everything put into a case stays on record.</p>
    \(cases.isEmpty ? nothing("There is no case.") : list(layout))
    \(when(!cases.isEmpty) { downloads { "/chair/integrity?format=\($0)" } })
    \(part("open", "Open a case") { form(layout) })
    """
  }

  private func list(_ layout: Layout) -> HTML {
    table(
      "Integrity cases", id: "cases", head: ["Case", "Papers", "Opened (UTC)", "State"],
      each(cases) { row in
        """
        <tr><th scope="row"><a href="\(address(of: row))">\(row.title)</a></th>
        <td>\(row.papers.map(\.description).joined(separator: ", "))</td>
        <td>\(layout.brief(row.openedAt)) by \(row.openedBy)</td><td>\(row.outcome.badge.html)</td></tr>
        """
      })
  }

  private func address(of row: Row) -> Link { "/chair/integrity/\(row.id)" }

  private func form(_ layout: Layout) -> HTML {
    let fields = Fields(problems: problems)
    return """
      \(problemList(problems, heading: "The case was not opened", prefix: nil))
      \(layout.form("/chair/integrity", guarded: true) { """
        \(hidden("finding", draft.finding))
        \(when(!draft.finding.isEmpty) { "<p>Begins with <a href=\"\(findingLink)\">this finding</a>.</p>" })
        \(fields.text("title", "Title", draft.title, .init(
          isRequired: true, limitCharacters: IntegrityRules.titleCharacters.upperBound)))
        \(fields.text("papers", "Papers", draft.papers, .init(help: "Numbers, separated by commas.", autocomplete: "off")))
        \(fields.text("people", "People", draft.people, .init(
          help: "Addresses of those it is about, separated by commas. A chair among them does not find the case.",
          autocomplete: "off")))
        \(fields.text("text", "What is suspected, and why", draft.text, .init(
          isRequired: true, limitCharacters: IntegrityRules.textCharacters.upperBound, rows: 6)))
        <p class="actions"><button>Open the case</button></p>
        """ })
      """
  }

  private var findingLink: Link { "/chair/screening/\(draft.finding)" }
}

extension IntegrityOutcome? {
  var badge: Badge {
    guard let self else { return Badge(label: "Open", tone: .warning) }
    return Badge(label: self.label, tone: .neutral)
  }
}
