public import PeerReview

/// Who leads which discussion, and how far the meta-reviews are.
///
/// Form: `POST /chair/metareviews`: `action` `propose`, `preview` with `csv` or `file`, or `apply` with `csv` and `seen`.
public struct MetareviewsPage: Page {
  public static let pageSize = 100

  /// Of this page.
  public let rows: [Row]
  /// Papers under review that the viewer may know of.
  public let found: Int
  /// Counts from 1.
  public let page: Int
  public let csv: String
  public let problems: [FieldProblem]
  public let preview: BulkPreview?
  /// Why nobody can be assigned now; empty when they can.
  public let closedReason: String
  public init(
    rows: [Row], found: Int, page: Int, csv: String = "", problems: [FieldProblem] = [], preview: BulkPreview? = nil,
    closedReason: String = ""
  ) {
    self.rows = rows
    self.found = found
    self.page = page
    self.csv = csv
    self.problems = problems
    self.preview = preview
    self.closedReason = closedReason
  }

  public struct Row: Sendable {
    public let id: ID<Submission>
    public let number: SubmissionNumber
    public let title: String
    /// Empty while nobody has it.
    public let metareviewer: String
    public let state: Badge?
    /// A decision's label; empty while open.
    public let recommendation: String
    public init(
      id: ID<Submission>, number: SubmissionNumber, title: String, metareviewer: String, state: Badge?, recommendation: String
    ) {
      self.id = id
      self.number = number
      self.title = title
      self.metareviewer = metareviewer
      self.state = state
      self.recommendation = recommendation
    }
  }

  public var title: String { "Meta-reviews" }
  public var section: Section? { .assignment }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><a href="/chair/assignment">Assignment</a></p><h1>Meta-reviews</h1>
    <p>A metareviewer leads the discussion of a paper and sums it up. Invite metareviewers under
    <a href="/chair/people">People</a>.</p>
    \(problemList(problems, heading: "Nothing was changed", prefix: nil))
    \(with(preview) { preview in
      preview.html("/chair/metareviews", "Make \(preview.total == 1 ? "this change" : "these \(preview.total) changes")",
        head: ["Now", "Then"], fields: [("csv", csv)], in: layout)
    })
    \(part("papers", "Papers") { list })
    \(part("table", "Assign") { closedReason.isEmpty ? assigning(layout) : "<p class=\"notice warning\">\(closedReason)</p>" })
    """
  }

  private var list: HTML {
    if rows.isEmpty { return nothing("No paper is under review.") }
    return table(
      "Meta-reviews by paper", id: "metareviews", head: ["No.", "Title", "Metareviewer", "State", "Recommends"],
      each(rows) { row in
        """
        <tr><td class="number">\(row.number)</td>
        <th scope="row"><a href="\(Link.chairSubmission(row.id))">\(row.title)</a></th>
        <td>\(row.metareviewer.isEmpty ? "nobody" : row.metareviewer)</td><td>\(with(row.state) { $0.html })</td>
        <td>\(row.recommendation)</td></tr>
        """
      }) + pageLinks(page, found: found, size: Self.pageSize) { "/chair/metareviews?page=\($0)" }
  }

  private func assigning(_ layout: Layout) -> HTML {
    """
    \(layout.form("/chair/metareviews") { """
      <p>Papers without a metareviewer are given out by affinity, under every conflict and the load of the call. You see the table
      before anything is changed.</p>
      <p class="actions"><button name="action" value="propose">Propose</button></p>
      """ })
    <p class="soft">Or by a table: a paper is its number, a metareviewer an e-mail address; an empty one takes the paper back. “number”
    and “email” are other names of the two columns; further columns are passed over. All lines are done in one act, or none of them;
    everybody concerned is told by letter.</p>
    \(tableForm("/chair/metareviews", columns: "paper,metareviewer", csv: csv, problems: problems, in: layout))
    """
  }
}
