public import PeerReview

/// What an act on many papers would do, row by row, before it is done.
public struct BulkPreview: Sendable {
  /// As many rows as are printed.
  public static let size = 500

  /// At most `size`.
  public let rows: [Row]
  public let total: Int
  /// Papers that are as they are asked to be already.
  public let unchanged: Int
  /// What the preview rests on.
  public let seen: String
  /// Columns of a table that say nothing here.
  public let passedOver: [String]
  public init(rows: [Row], total: Int, unchanged: Int, seen: String, passedOver: [String] = []) {
    self.rows = rows
    self.total = total
    self.unchanged = unchanged
    self.seen = seen
    self.passedOver = passedOver
  }

  public struct Row: Sendable {
    public let id: ID<Submission>
    public let number: SubmissionNumber
    public let title: String
    public let before: String
    public let after: String
    public init(id: ID<Submission>, number: SubmissionNumber, title: String, before: String, after: String) {
      self.id = id
      self.number = number
      self.title = title
      self.before = before
      self.after = after
    }
  }

  private var passedOverNames: String { passedOver.map { "“\($0)”" }.joined(separator: ", ") }

  /// With the form that does it. `fields` are sent again as they were.
  func html(_ action: Link, _ label: String, head: [HTML], fields: [(String, String)], in layout: Layout) -> HTML {
    part("preview", "What would change") {
      """
      <p>There \(total == 1 ? "is" : "are") \(count(total, "change")) to make; \(unchanged) asked for \(unchanged == 1 ? "stands" : "stand")
      already. Nothing is changed yet.</p>
      \(when(!passedOver.isEmpty) { """
        <p class="soft">These columns of the table are not read here: \(passedOverNames).</p>
        """ })
      \(when(total > 0) { """
        \(table("Changes", id: "changes", head: ["No.", "Title"] + head, each(rows) { row in
          """
          <tr><td class="number">\(row.number)</td><th scope="row"><a href="\(Link.chairSubmission(row.id))">\(row.title)</a></th>
          <td>\(row.before)</td><td>\(row.after)</td></tr>
          """
        }))
        \(when(total > rows.count) { "<p class=\"soft\">And \(total - rows.count) more.</p>" })
        \(layout.form(action) { """
          \(each(fields) { hidden($0.0, $0.1) })\(hidden("seen", seen))\(hidden("action", "apply"))
          <p class="actions"><button>\(label)</button></p>
          """ })
        """ })
      """
    }
  }
}

/// A table to paste or to upload, with the columns it takes.
func tableForm(
  _ action: Link, columns: String, csv: String, problems: [FieldProblem], in layout: Layout
) -> HTML {
  let fields = Fields(prefix: "table-", problems: problems)
  return layout.form(action, multipart: true) {
    """
    \(fields.text("csv", "Table", csv, .init(help: "Comma-separated; its first line is “\(columns)”.", rows: 6)))
    <div class="field"><label for="table-file">Or a file with it</label>
    <input id="table-file" name="file" type="file" accept=".csv,text/csv"\(fields.describedBy("file"))>\
    \(fields.told("file"))</div>
    <p class="actions"><button class="quiet" name="action" value="preview">Preview</button></p>
    """
  }
}
