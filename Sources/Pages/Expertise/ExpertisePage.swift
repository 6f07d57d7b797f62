public import PeerReview

/// How well a reviewer knows each of the call's topics, and what they wrote.
///
/// Forms: `POST /expertise`: `topics.KEY` (`0`, `1` or `2`), `keywords` (one text, separated by commas); `POST /expertise/publications` (multipart, `file`);
/// `POST /expertise/publications/{id}`: `action` (`exclude`, `include` or `remove`).
public struct ExpertisePage: Page {
  public let topics: [Topic]
  /// Topic key → level; absent means 0.
  public let levels: [String: Int]
  /// As typed, separated by commas.
  public let keywords: String
  public let publications: [Publication]
  public let limitBytes: Int64
  public let problems: [FieldProblem]
  public init(
    topics: [Topic], levels: [String: Int], keywords: String = "", publications: [Publication] = [], limitBytes: Int64 = 0,
    problems: [FieldProblem] = []
  ) {
    self.topics = topics
    self.levels = levels
    self.keywords = keywords
    self.publications = publications
    self.limitBytes = limitBytes
    self.problems = problems
  }

  public struct Publication: Sendable {
    public let id: ID<PeerReview.Publication>
    public let title: String
    public let hasAbstract: Bool
    public let isExcluded: Bool
    public init(id: ID<PeerReview.Publication>, title: String, hasAbstract: Bool, isExcluded: Bool) {
      self.id = id
      self.title = title
      self.hasAbstract = hasAbstract
      self.isExcluded = isExcluded
    }
  }

  public var title: String { "Expertise" }
  public var section: Section? { .expertise }

  public func content(in layout: Layout) -> HTML {
    let fields = Fields(problems: problems)
    return """
      <h1>Expertise</h1><p>How well do you know each topic? Papers you know about come to you, and bids refine it.</p>
      \(problemList(problems))
      \(layout.form("/expertise", guarded: true) { """
        <div class="levels">\(each(topics) { topic in
          fields.choice(
            "topics.\(topic.key)", topic.name,
            [.init(value: "0", label: "None"), .init(value: "1", label: "Familiar"), .init(value: "2", label: "Expert")],
            chosen: String(levels[topic.key] ?? 0), inline: true)
        })</div>
        \(fields.text("keywords", "Keywords", keywords, .init(
          help: "What you know in your own words, separated by commas; compared with the papers' keywords.", rows: 3)))
        <div class="actions sticky"><button>Save</button></div>
        """ })
      \(part("publications", "Your papers") { publicationsPart(layout, fields) })
      """
  }

  private func publicationsPart(_ layout: Layout, _ fields: Fields) -> HTML {
    """
    <p>Titles and abstracts of what you wrote are compared with the submissions, on this server and nowhere else. The chairs see
    how many there are. Take out what no longer stands for what you know.</p>
    \(publicationUpload("/expertise/publications", layout, fields, limitBytes: limitBytes))
    \(publications.isEmpty ? nothing("You have no papers here yet.") : list(layout))
    """
  }

  private func list(_ layout: Layout) -> HTML {
    let counted = publications.count { !$0.isExcluded }
    return """
      <p>\(count(counted, "paper")) count\(counted == 1 ? "s" : "").</p>
      <ul class="rows">\(each(publications) { paper in
        """
        <li><div><span dir="auto">\(paper.title)</span>\(when(!paper.hasAbstract) { " <span class=\"soft\">no abstract</span>" })\
        \(when(paper.isExcluded) { " <span class=\"soft\">taken out</span>" })</div>
        \(layout.form("/expertise/publications/\(paper.id)", classes: "inline") { """
          <button name="action" value="\(paper.isExcluded ? "include" : "exclude")" class="quiet"\
          \(attribute: "aria-label", (paper.isExcluded ? "Count again: " : "Take out: ") + paper.title)>\
          \(paper.isExcluded ? "Count again" : "Take out")</button>
          <button name="action" value="remove" class="quiet"\(attribute: "aria-label", "Delete: " + paper.title)>Delete</button>
          """ })</li>
        """
      })</ul>
      """
  }
}

/// The form for a file of publications.
func publicationUpload(
  _ action: Link, _ layout: Layout, _ fields: Fields, limitBytes: Int64,
  help: HTML = "BibTeX (.bib), DBLP (.xml), JSON (.json, .jsonl) or CSV with a column “title”.",
  accept: String = ".bib,.xml,.json,.jsonl,.csv"
) -> HTML {
  layout.form(action, multipart: true) {
    """
    <div class="field"><label for="\(fields.id("file"))">A file of papers</label>
    <p class="help" id="\(fields.id("file"))-help">\(help) At most \(size(limitBytes)). Papers that are there already stay once.</p>
    <input type="file" id="\(fields.id("file"))" name="file" accept="\(accept)" required\
    \(fields.describedBy("file", hasHelp: true)) data-limit="\(limitBytes)">\(fields.told("file"))</div>
    <p class="actions"><button>Add papers</button></p>
    <div class="progress" hidden><progress max="100" value="0" aria-label="Upload of papers"></progress>
    <span role="status"></span></div>
    """
  }
}
