public import PeerReview

/// Every tag in use on papers the chair may know of, and the way to tag many papers at once.
///
/// `GET /chair/tags?q=&tags=` shows what `tags`, a line of words such as `discuss -old`, would change on the papers that the
/// search `q` finds. `POST /chair/tags`: `q`, `tags`, `seen` (what the preview rested on).
public struct TagsPage: Page {
  /// As many changes as a preview prints.
  public static let previewSize = 200

  public let tags: [Row]
  public let query: String
  public let words: String
  public let vocabulary: SearchVocabulary
  public let problem: SearchProblem?
  public let problems: [FieldProblem]
  public let preview: Preview?
  public init(
    tags: [Row], query: String, words: String, vocabulary: SearchVocabulary, problem: SearchProblem? = nil,
    problems: [FieldProblem] = [], preview: Preview? = nil
  ) {
    self.tags = tags
    self.query = query
    self.words = words
    self.vocabulary = vocabulary
    self.problem = problem
    self.problems = problems
    self.preview = preview
  }

  public struct Row: Hashable, Sendable {
    public let tag: TagBadge
    public let meaning: String
    public let papers: Int
    public init(tag: TagBadge, meaning: String, papers: Int) {
      self.tag = tag
      self.meaning = meaning
      self.papers = papers
    }
  }

  public struct Preview: Sendable {
    /// At most `previewSize`.
    public let changes: [Change]
    public let changing: Int
    /// Found, but as they are asked to be already.
    public let unchanged: Int
    public let seen: String
    public init(changes: [Change], changing: Int, unchanged: Int, seen: String) {
      self.changes = changes
      self.changing = changing
      self.unchanged = unchanged
      self.seen = seen
    }
  }

  public struct Change: Sendable {
    public let id: ID<Submission>
    public let number: SubmissionNumber
    public let title: String
    public let before: [TagBadge]
    public let after: [TagBadge]
    public init(id: ID<Submission>, number: SubmissionNumber, title: String, before: [TagBadge], after: [TagBadge]) {
      self.id = id
      self.number = number
      self.title = title
      self.before = before
      self.after = after
    }
  }

  public var title: String { "Tags" }
  public var section: Section? { .chairSubmissions }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><a href="/chair/submissions">Submissions</a></p><h1>Tags</h1>
    \(part("change", "Tag many papers") { form(layout) })
    \(with(preview) { preview in part("preview", "What would change") { html(preview, layout) } })
    \(part("list", "Tags in use") { list })
    """
  }

  private func form(_ layout: Layout) -> HTML {
    let fields = Fields(prefix: "tag-")
    return """
      <p class="soft">Tags are words such as “discuss -old ~~check#2”: a minus takes away, “~” keeps a tag for yourself, “~~” for
      the chairs, a number stands after “#”.</p>
      \(problemList(problems, heading: "Nothing is changed", prefix: "tag-"))
      \(layout.search("/chair/tags", query: query, label: "Papers", vocabulary, problem,
        fields.text("tags", "Tags", words, .init(limitCharacters: TagRules.limitCharacters)), button: "Preview"))
      """
  }

  private func html(_ preview: Preview, _ layout: Layout) -> HTML {
    """
    <p>The tags of \(count(preview.changing, "paper")) would change; \(count(preview.unchanged, "paper")) found would stay as now.
    Nothing is changed yet.</p>
    \(when(preview.changing > 0) { """
      \(table("Changes", id: "changes", head: ["No.", "Title", "Tags now", "Tags then"], each(preview.changes) { row in
        """
        <tr><td class="number">\(row.number)</td><th scope="row"><a href="\(Link.chairSubmission(row.id))">\(row.title)</a></th>
        <td>\(tagList(row.before))</td><td>\(tagList(row.after))</td></tr>
        """
      }))
      \(when(preview.changing > preview.changes.count) {
        "<p class=\"soft\">And \(preview.changing - preview.changes.count) more.</p>" })
      \(layout.form("/chair/tags", classes: "actions") { """
        \(hidden("q", query))\(hidden("tags", words))\(hidden("seen", preview.seen))
        <button>Change the tags of \(count(preview.changing, "paper"))</button>
        """ })
      """ })
    """
  }

  private var list: HTML {
    guard !tags.isEmpty else { return nothing("No paper you may know of has a tag.") }
    return table(
      "Tags", id: "tags", head: ["Tag", "Means", "Papers"],
      each(tags) { row in
        """
        <tr><th scope="row">\(row.tag.html)</th><td>\(row.meaning)</td>
        <td class="figure"><a href="\(Link.chairSearch("tag:\(row.tag.key)"))">\(row.papers)</a></td></tr>
        """
      })
  }
}
