public import PeerReview

/// What was said of the conflicts that a paper's authors declared.
public struct DeclarationWord: Hashable, Sendable {
  public let at: Instant
  /// A name or an office.
  public let by: String
  public let kind: DeclarationWordKind
  public let text: String
  /// Names of those whose conflict was taken off the paper.
  public let removed: [String]
  public init(at: Instant, by: String, kind: DeclarationWordKind, text: String, removed: [String] = []) {
    self.at = at
    self.by = by
    self.kind = kind
    self.text = text
    self.removed = removed
  }
}

extension DeclarationWordKind {
  var sentence: String {
    switch self {
    case .question: "asked the authors"
    case .answer: "answered"
    case .kept: "decided: the declarations stand"
    case .removed: "decided: declarations were taken off the paper"
    case .dismissed: "noted: nothing to ask"
    }
  }
}

/// Oldest first.
func wordList(_ words: [DeclarationWord], in layout: Layout) -> HTML {
  """
  <ol class="history">\(each(words) { word in
    """
    <li>\(layout.brief(word.at)) <span><strong>\(word.by)</strong> \(word.kind.sentence)\
    \(when(!word.removed.isEmpty) { ": \(word.removed.joined(separator: ", "))" })\(prose(word.text))</span></li>
    """
  })</ol>
  """
}

/// The conflicts that a paper's authors declared, with what speaks for each, for chairs.
///
/// Form: `POST /chair/conflicts/{id}`: `text` and `action`: `ask`, `keep`, or `remove` with `conflict` (ids, repeated).
public struct DeclarationsPage: Page {
  public let paper: PaperReference
  /// Why there is a question.
  public let signs: [String]
  public let rows: [Row]
  public let words: [DeclarationWord]
  public let state: Badge
  public let accepts: Bool
  /// As typed.
  public let text: String
  public let problems: [FieldProblem]
  public init(
    paper: PaperReference, signs: [String], rows: [Row], words: [DeclarationWord], state: Badge, accepts: Bool = true,
    text: String = "", problems: [FieldProblem] = []
  ) {
    self.paper = paper
    self.signs = signs
    self.rows = rows
    self.words = words
    self.state = state
    self.accepts = accepts
    self.text = text
    self.problems = problems
  }

  public struct Row: Sendable {
    public let id: String
    public let name: String
    public let email: String
    public let kind: String
    public let isMember: Bool
    public let support: [ConflictEvidenceLine]
    /// From 1 among those who know the paper's subject best; nil for anyone else.
    public let expertRank: Int?
    public init(
      id: String, name: String, email: String, kind: String, isMember: Bool, support: [ConflictEvidenceLine], expertRank: Int?
    ) {
      self.id = id
      self.name = name
      self.email = email
      self.kind = kind
      self.isMember = isMember
      self.support = support
      self.expertRank = expertRank
    }
  }

  public var title: String { "Declared conflicts of \(paper.number)" }
  public var section: Section? { .chairConflicts }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over">\(paper.forChairs) \(state.html)</p>
    <h1>Declared conflicts of \(paper.number)</h1>
    \(problemList(problems, heading: "This was not done", prefix: nil))
    \(each(signs) { "<p class=\"notice warning\">\($0)</p>" })
    \(layout.form("/chair/conflicts/\(paper.id)") { """
      \(rows.isEmpty ? nothing("The authors declare none.") : declared)
      \(when(accepts) { decide })
      """ })
    \(when(!words.isEmpty) { part("words", "What was said") { wordList(words, in: layout) } })
    <p><a href="/chair/conflicts">All conflicts</a></p>
    """
  }

  private var declared: HTML {
    table(
      "Declared conflicts", id: "declared", head: [accepts ? "Remove" : "", "Person", "Kind", "What speaks for it"],
      each(rows) { row in
        """
        <tr><td>\(when(accepts) { "<input type=\"checkbox\" name=\"conflict\" value=\"\(row.id)\" aria-label=\"Remove \(row.name)\">" })\
        </td><th scope="row">\(row.name)<br><span class="soft">\(row.email)</span></th><td>\(row.kind)</td>
        <td>\(support(row))\(with(row.expertRank) { "<p>Expert no. \($0) on this paper</p>" })</td></tr>
        """
      })
  }

  private func support(_ row: Row) -> HTML {
    if !row.isMember { return "<span class=\"soft\">not on the committee</span>" }
    return row.support.isEmpty ? "nothing known" : "<ul>\(each(row.support) { $0.html })</ul>"
  }

  private var decide: HTML {
    """
    \(Fields(problems: problems).text("text", "Your words", text, .init(
      help: "The authors read what you ask and decide; a note that nothing is to be asked stays among chairs.",
      limitCharacters: SuspicionRules.textCharacters.upperBound, rows: 4)))
    <p class="actions"><button name="action" value="ask">Ask the authors</button>
    <button class="quiet" name="action" value="keep">Let them stand</button>
    \(when(!rows.isEmpty) { button("Remove the ticked", name: "action", value: "remove", classes: "quiet danger",
      confirm: "Take the ticked declarations off the paper? The authors are told.") })</p>
    """
  }
}

/// What chairs asked or decided about a paper's declared conflicts, for its authors.
///
/// Form: `POST /submissions/{id}/conflicts`: `text`.
public struct AuthorDeclarationsPage: Page {
  public let paper: PaperReference
  /// Each with its kind.
  public let declared: [String]
  public let words: [DeclarationWord]
  public let accepts: Bool
  public let text: String
  public let problems: [FieldProblem]
  public init(
    paper: PaperReference, declared: [String], words: [DeclarationWord], accepts: Bool, text: String = "",
    problems: [FieldProblem] = []
  ) {
    self.paper = paper
    self.declared = declared
    self.words = words
    self.accepts = accepts
    self.text = text
    self.problems = problems
  }

  public var title: String { "Declared conflicts of \(paper.number)" }
  public var section: Section? { .submissions }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><a href="\(Link.submission(paper.id))"><span class="number">\(paper.number)</span> \(paper.title)</a></p>
    <h1>Declared conflicts</h1>
    \(problemList(problems, heading: "This was not sent"))
    \(declared.isEmpty ? nothing("No declared conflict stands.") : "<ul>\(each(declared) { "<li>\($0)</li>" })</ul>")
    \(part("words", "What was asked and decided") { wordList(words, in: layout) })
    \(when(accepts) { part("answer", "Answer the chairs") { layout.form("/submissions/\(paper.id)/conflicts", guarded: true) { """
      \(Fields(problems: problems).text("text", "Your answer", text, .init(
        help: "Explain the declarations, or dispute what was decided. The chairs read it and decide.",
        limitCharacters: SuspicionRules.textCharacters.upperBound, rows: 6)))
      <p class="actions"><button>Send to the chairs</button></p>
      """ } } })
    """
  }
}
