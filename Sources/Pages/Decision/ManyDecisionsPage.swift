public import PeerReview

/// Deciding many papers at once: all that a search finds, or by a table. Nothing happens before its preview was looked at.
///
/// `GET /chair/decisions/many?q=&decision=&undecided=` previews a search. `POST /chair/decisions/many`: `action` `preview` with
/// `csv` or `file`, or `apply` with `seen` and what was previewed: `csv`, or `q`, `decision` and `undecided` (`yes`).
public struct ManyDecisionsPage: Page {
  public let kinds: [DecisionKind]
  public let query: String
  public let decision: String
  /// Whether papers with a decision are left out.
  public let undecidedOnly: Bool
  public let csv: String
  public let vocabulary: SearchVocabulary
  public let problem: SearchProblem?
  public let problems: [FieldProblem]
  public let preview: BulkPreview?
  public init(
    kinds: [DecisionKind], query: String, decision: String, undecidedOnly: Bool, csv: String, vocabulary: SearchVocabulary,
    problem: SearchProblem? = nil, problems: [FieldProblem] = [], preview: BulkPreview? = nil
  ) {
    self.kinds = kinds
    self.query = query
    self.decision = decision
    self.undecidedOnly = undecidedOnly
    self.csv = csv
    self.vocabulary = vocabulary
    self.problem = problem
    self.problems = problems
    self.preview = preview
  }

  public var title: String { "Decide many" }
  public var section: Section? { .decisions }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><a href="/chair/decisions">Decisions</a></p><h1>Decide many papers</h1>
    \(problemList(problems, heading: "Nothing was decided", prefix: nil))
    \(with(preview) { preview in
      preview.html("/chair/decisions/many", "Record \(preview.total == 1 ? "this decision" : "these \(preview.total) decisions")",
        head: ["Stands", "Would be"], fields: fields, in: layout)
    })
    \(part("rule", "By a search") { rule(layout) })
    \(part("table", "By a table") {
      """
      <p class="soft">A paper is its number, a decision one of \(kinds.map(\.key).joined(separator: ", ")). The column “note” is
      optional; where it is empty the note to the authors stays if the decision does, and is dropped with it if not. “number” is
      another name of the column “paper”; further columns, such as those of a downloaded list, are passed over.</p>
      """ + tableForm("/chair/decisions/many", columns: "paper,decision,note", csv: csv, problems: problems, in: layout)
    })
    """
  }

  private var fields: [(String, String)] {
    csv.isEmpty ? [("q", query), ("decision", decision)] + (undecidedOnly ? [("undecided", "yes")] : []) : [("csv", csv)]
  }

  private func rule(_ layout: Layout) -> HTML {
    let fields = Fields(prefix: "rule-", problems: problems)
    return layout.search(
      "/chair/decisions/many", query: query, label: "All papers under review with", vocabulary, problem,
      fields.select("decision", "Decision", kinds.map { ($0.key, $0.label) }, chosen: decision, empty: "Choose a decision")
        + fields.tick("undecided", "Only undecided ones", undecidedOnly), button: "Preview")
  }
}
