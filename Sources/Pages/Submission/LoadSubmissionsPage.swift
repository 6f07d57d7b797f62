public import PeerReview

/// Papers kept elsewhere until now, loaded by a chair. Nothing happens before its preview was looked at.
///
/// `POST /chair/submissions/load` (multipart): `action` `preview` with `csv` or `file`, or `apply` with `csv` and `seen`; beside
/// them `track`, `as` (`draft` or `submitted`), `reason` and `letters` (`yes`).
public struct LoadSubmissionsPage: Page {
  /// The largest file that is read.
  public static let limitBytes: Int64 = 16 << 20
  /// As many papers as one file may hold.
  public static let limitPapers = 5_000

  public struct Form: Sendable {
    /// JSON, JSON lines or comma-separated values.
    public let text: String
    /// Of papers that name none.
    public let track: String
    public let asSubmitted: Bool
    public let reason: String
    public let tellsAuthors: Bool
    public init(
      text: String = "", track: String = "", asSubmitted: Bool = false, reason: String = "", tellsAuthors: Bool = false
    ) {
      self.text = text
      self.track = track
      self.asSubmitted = asSubmitted
      self.reason = reason
      self.tellsAuthors = tellsAuthors
    }
  }

  public struct Preview: Sendable {
    /// At most `BulkPreview.size`.
    public let rows: [Row]
    public let total: Int
    /// Papers whose title stands at the call already.
    public let known: Int
    /// Papers of nobody who could be written to.
    public let withoutAddress: Int
    public let seen: String
    public init(rows: [Row], total: Int, known: Int, withoutAddress: Int, seen: String) {
      self.rows = rows
      self.total = total
      self.known = known
      self.withoutAddress = withoutAddress
      self.seen = seen
    }
  }

  public struct Row: Sendable {
    public let title: String
    public let authors: [String]
    public let track: String
    public let topics: [String]
    public init(title: String, authors: [String], track: String, topics: [String]) {
      self.title = title
      self.authors = authors
      self.track = track
      self.topics = topics
    }
  }

  public let form: Form
  public let tracks: [Track]
  public let problems: [FieldProblem]
  public let preview: Preview?
  public init(form: Form, tracks: [Track], problems: [FieldProblem] = [], preview: Preview? = nil) {
    self.form = form
    self.tracks = tracks
    self.problems = problems
    self.preview = preview
  }

  public var title: String { "Load submissions" }
  public var section: Section? { .chairSubmissions }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><a href="/chair/submissions">Submissions</a></p><h1>Load papers from a file</h1>
    \(problemList(problems, heading: "Nothing was loaded", prefix: nil))
    \(with(preview) { shown($0, layout) })
    \(part("file", "The file") { entry(layout) })
    """
  }

  private func shown(_ preview: Preview, _ layout: Layout) -> HTML {
    part("preview", "What would be loaded") {
      """
      <p>\(count(preview.total, "paper")) would be loaded as \(form.asSubmitted ? "submitted" : "drafts"); \(preview.known)
      \(preview.known == 1 ? "stands" : "stand") here already by title and would be left alone. Nothing is loaded yet.</p>
      \(when(preview.withoutAddress > 0) {
        """
        <p class="notice warning">\(count(preview.withoutAddress, "paper")) without any author's address: nobody can sign in for
        them, and nobody gets letters about them.</p>
        """
      })
      \(when(preview.total > 0) { """
        \(table("Papers", id: "papers", head: ["Title", "Authors", "Track", "Topics"], each(preview.rows) { row in
          """
          <tr><th scope="row">\(row.title)</th><td>\(row.authors.joined(separator: ", "))</td><td>\(row.track)</td>
          <td>\(row.topics.joined(separator: ", "))</td></tr>
          """
        }))
        \(when(preview.total > preview.rows.count) { "<p class=\"soft\">And \(preview.total - preview.rows.count) more.</p>" })
        \(layout.form("/chair/submissions/load", multipart: true) { """
          \(each(kept) { hidden($0.0, $0.1) })\(hidden("seen", preview.seen))\(hidden("action", "apply"))
          <p class="actions"><button>Load \(count(preview.total, "paper"))</button></p>
          """ })
        """ })
      """
    }
  }

  private var kept: [(String, String)] {
    [("csv", form.text), ("track", form.track), ("as", form.asSubmitted ? "submitted" : "draft"), ("reason", form.reason)]
      + (form.tellsAuthors ? [("letters", "yes")] : [])
  }

  private func entry(_ layout: Layout) -> HTML {
    let fields = Fields(prefix: "load-", problems: problems)
    return layout.form("/chair/submissions/load", classes: "stack", multipart: true) {
      """
      <div class="field"><label for="load-file">File of papers</label>
      <p class="help" id="load-file-help">JSON, a list or a paper a line:
      <code>{"title": "…", "abstract": "…", "authors": [{"name": "…", "email": "…", "affiliation": "…"}], "topics": ["…"]}</code>.
      Or comma-separated values whose first line names columns of title, abstract, authors, track, topics, keywords, with authors
      like <code>Ann Lee &lt;ann@example.org&gt; (Example University); Bo Chen</code>. What is no topic of the call becomes a
      keyword.</p>
      <input id="load-file" name="file" type="file" accept=".json,.jsonl,.csv,text/csv,application/json"\
      \(fields.describedBy("file", hasHelp: true))>\(fields.told("file"))</div>
      \(fields.text("csv", "Or its text", preview == nil ? form.text : "", .init(rows: 6)))
      \(fields.select("track", "Track of papers that name none", tracks.map { ($0.key, $0.name) }, chosen: form.track,
        empty: "None: each has to name one"))
      \(fields.select("as", "They are loaded as", [("draft", "drafts, for their authors to complete and submit"),
        ("submitted", "submitted papers, as they are")], chosen: form.asSubmitted ? "submitted" : "draft"))
      \(fields.text("reason", "Why they count as submitted", form.reason, .init(help: """
        Manuscripts, statements and declarations that the call asks of authors are missing then. The reason stays on record.
        """, rows: 2)))
      \(fields.tick("letters", "Write to every author with an address", form.tellsAuthors))
      <p class="actions"><button class="quiet" name="action" value="preview">Preview</button></p>
      """
    }
  }
}
