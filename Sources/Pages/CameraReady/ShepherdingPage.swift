public import PeerReview

/// A paper its shepherd sees to: what was asked for, what changed, and the final files.
///
/// Form: `POST /shepherding/{id}`: `note`, `verdict` (`satisfied` or `more`).
public struct ShepherdingPage: Page {
  public let id: ID<Submission>
  public let number: SubmissionNumber
  public let paperTitle: String
  public let authors: [String]
  public let decisionNote: String
  public let progress: FinalProgress
  public let files: [FilePanel]
  public let note: String
  public let problems: [FieldProblem]
  public init(
    id: ID<Submission>, number: SubmissionNumber, paperTitle: String, authors: [String], decisionNote: String,
    progress: FinalProgress, files: [FilePanel], note: String = "", problems: [FieldProblem] = []
  ) {
    self.id = id
    self.number = number
    self.paperTitle = paperTitle
    self.authors = authors
    self.decisionNote = decisionNote
    self.progress = progress
    self.files = files
    self.note = note
    self.problems = problems
  }

  public var title: String { "Shepherding \(number)" }
  public var section: Section? { .reviews }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><span class="number">\(number)</span> You shepherd this paper \(progress.state.badge.html)</p>
    <h1>\(paperTitle)</h1><p class="soft">\(authors.joined(separator: ", "))</p>
    \(problemList(problems, prefix: nil))
    <p>The paper is accepted on the condition that you are satisfied with its final version.
    \(with(progress.due) { "It is due \(layout.deadline($0))." })</p>
    \(when(!decisionNote.isEmpty) { part("asked", "What the authors were asked for") { prose(decisionNote) } })
    \(part("files", "Files") { """
      <div class="cards">\(each(files) { panel in
        panel.html(in: layout, download: { "/shepherding/\(id)/files/\(panel.slot.rawValue)/\($0)" }, upload: nil)
      })</div>
      """ })
    \(part("changes", "What changed since acceptance") { progress.changeList })
    \(part("word", "Your word") { """
      \(with(progress.word) { word in """
        <div class="card"><p class="over">\(word.isYes ? "Signed off" : "Asked for changes") \(layout.moment(word.at))</p>
        \(prose(word.note))</div>
        """ })
      \(layout.form("/shepherding/\(id)") { """
        \(Fields(problems: problems).text("note", "To the authors", note, .init(
          help: "They get it by letter, under your name; the chairs see it. Needed when you ask for more.", rows: 6)))
        <p class="actions"><button name="verdict" value="satisfied">I am satisfied: sign off</button>
        <button class="quiet" name="verdict" value="more">Ask for changes</button></p>
        """ })
      """ })
    """
  }
}
