public import PeerReview

/// Assigning and taking back by a table. Nothing happens before its preview was looked at.
///
/// `POST /chair/assignment/table`: `action` `preview` with `csv` or `file`, or `apply` with `csv` and `seen`.
public struct ManyAssignmentsPage: Page {
  public let csv: String
  public let problems: [FieldProblem]
  public let preview: BulkPreview?
  public init(csv: String, problems: [FieldProblem] = [], preview: BulkPreview? = nil) {
    self.csv = csv
    self.problems = problems
    self.preview = preview
  }

  public var title: String { "Assign by a table" }
  public var section: Section? { .assignment }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><a href="/chair/assignment">Assignment</a></p><h1>Assign by a table</h1>
    \(problemList(problems, heading: "Nothing was assigned", prefix: nil))
    \(with(preview) { preview in
      preview.html("/chair/assignment/table", "Make \(preview.total == 1 ? "this change" : "these \(preview.total) changes")",
        head: ["Reviewer", "Then"], fields: [("csv", csv)], in: layout)
    })
    \(part("table", "The table") {
      """
      <p class="soft">A paper is its number, a reviewer an e-mail address, an action “assign” or “remove”; without that column
      all are assigned. “number” and “email” are other names of the first two; further columns are passed over. All lines are
      done in one act, or none of them; every reviewer is told by letter.</p>
      """ + tableForm("/chair/assignment/table", columns: "paper,reviewer,action", csv: csv, problems: problems, in: layout)
    })
    """
  }
}
