public import PeerReview

/// Handing on what somebody who drops out has still to review.
///
/// `POST /chair/reassignment/{person}`: `to.SUBMISSION` (a person, empty to leave it), `action` `preview`, or `apply` with `seen`.
public struct ReassignmentPage: Page {
  public let person: ID<Person>
  public let name: String
  /// Open papers, by number.
  public let rows: [Row]
  public let preview: BulkPreview?
  /// Why nothing can be handed on now; empty when it can.
  public let closedReason: String
  public let problems: [FieldProblem]
  public init(
    person: ID<Person>, name: String, rows: [Row], preview: BulkPreview? = nil, closedReason: String = "",
    problems: [FieldProblem] = []
  ) {
    self.person = person
    self.name = name
    self.rows = rows
    self.preview = preview
    self.closedReason = closedReason
    self.problems = problems
  }

  public struct Row: Sendable {
    public let id: ID<Submission>
    public let number: SubmissionNumber
    public let title: String
    /// Best affinity first.
    public let candidates: [ChairSubmissionPage.Candidate]
    public let chosen: ID<Person>?
    public init(
      id: ID<Submission>, number: SubmissionNumber, title: String, candidates: [ChairSubmissionPage.Candidate],
      chosen: ID<Person>?
    ) {
      self.id = id
      self.number = number
      self.title = title
      self.candidates = candidates
      self.chosen = chosen
    }
  }

  public var title: String { "Hand on papers" }
  public var section: Section? { .people }

  private var action: Link { "/chair/reassignment/\(person)" }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><a href="/chair/people">People</a></p><h1>Hand on the papers of \(name)</h1>
    <p>These reviews are not in. Proposed is who knows most of each paper, under every conflict and load.</p>
    \(when(!closedReason.isEmpty) { "<p class=\"notice warning\">\(closedReason)</p>" })
    \(problemList(problems, heading: "Nothing was handed on"))
    \(with(preview) { preview in
      preview.html(action, "Hand on \(preview.total == 1 ? "this paper" : "these \(preview.total) papers")",
        head: ["From", "To"], fields: rows.map { ("to.\($0.id.text)", $0.chosen?.text ?? "") }, in: layout)
    })
    \(part("papers", "Open papers") {
      rows.isEmpty ? nothing("No review of \(name) is missing.") : closedReason.isEmpty ? form(layout) : list
    })
    """
  }

  private var list: HTML { "<ul>\(each(rows) { "<li>\($0.number) \($0.title)</li>" })</ul>" }

  private func form(_ layout: Layout) -> HTML {
    let fields = Fields(problems: problems)
    return layout.form(action) {
      """
      \(each(rows) { row in
        fields.select("to.\(row.id.text)", "\(row.number) \(row.title)",
          row.candidates.map { ($0.id.text, "\($0.name) (\($0.note))") }, chosen: row.chosen?.text ?? "",
          empty: "Leave it with \(name)")
      })
      <p class="actions"><button name="action" value="preview">Preview</button></p>
      """
    }
  }
}
