public import PeerReview

/// One final version, with what a chair decides about it.
///
/// Forms, all `POST /chair/final/{id}` (or `/publication/papers/{id}`, without `shepherd`) with `action`: `judge` with `version`, `verdict` (`approve` or `refuse`) and `note`;
/// `shepherd` with `person`; `extend` with `days`.
public struct ChairFinalVersionPage: Page {
  public let id: ID<Submission>
  public let number: SubmissionNumber
  public let call: Call
  public let final: CameraReady
  public let version: Int
  public let progress: FinalProgress
  /// The chairs' words to the authors with the decision.
  public let decisionNote: String
  public let files: [FilePanel]
  public let findings: [Finding]
  /// Who could shepherd the paper; empty for papers without a shepherd.
  public let reviewers: [Reviewer]
  public let place: PublicationPlace
  /// A note as typed.
  public let note: String
  public let problems: [FieldProblem]
  public init(
    id: ID<Submission>, number: SubmissionNumber, call: Call, final: CameraReady, version: Int, progress: FinalProgress,
    decisionNote: String, files: [FilePanel], findings: [Finding], reviewers: [Reviewer],
    place: PublicationPlace = .chair, note: String = "", problems: [FieldProblem] = []
  ) {
    self.place = place
    self.id = id
    self.number = number
    self.call = call
    self.final = final
    self.version = version
    self.progress = progress
    self.decisionNote = decisionNote
    self.files = files
    self.findings = findings
    self.reviewers = reviewers
    self.note = note
    self.problems = problems
  }

  public struct Reviewer: Hashable, Sendable {
    public let id: ID<Person>
    public let name: String
    public init(id: ID<Person>, name: String) {
      self.id = id
      self.name = name
    }
  }

  public var title: String { "Final version of \(number)" }
  public var section: Section? { place.section }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over">\(way) \(progress.state.badge.html)</p>
    <h1>\(final.title)</h1>
    \(problemList(problems, prefix: nil))
    \(when(!progress.missing.isEmpty) { """
      <section class="card standing warning" aria-labelledby="missing-heading"><h2 id="missing-heading">Missing</h2>
      <ul class="checks">\(each(progress.missing) { "<li>\($0.message)</li>" })</ul></section>
      """ })
    \(part("changes", "What changed since acceptance") { changes(layout) })
    \(when(progress.shepherd != nil) { part("shepherd", "Shepherd") { shepherd(layout) } })
    \(part("files", "Files") { """
      <div class="cards">\(each(files) { panel in
        panel.html(in: layout, download: { place.file(id, panel.slot, $0) }, upload: nil)
      })</div>
      \(when(!findings.isEmpty) { "<h3>What screening noticed</h3>\(findingList(findings))" })
      """ })
    \(part("paper", "The form") { "\(prose(final.abstract))\(final.authors.list)\(signedList(final, call))" })
    \(part("time", "More time") { time(layout) })
    """
  }

  private var way: HTML {
    switch place {
    case .chair:
      "<a href=\"\(Link.chairSubmission(id))\"><span class=\"number\">\(number)</span> The paper and its reviews</a>"
    case .publication: "<a href=\"\(place.list)\">Final versions</a> <span class=\"number\">\(number)</span>"
    }
  }

  private func changes(_ layout: Layout) -> HTML {
    """
    \(progress.changeList)
    \(with(progress.verdict) { word in """
      <p class="\(ClassList("notice").with("good", if: word.isYes).with("bad", if: !word.isYes))">\(word.isYes
        ? "Approved" : "Refused") \(layout.moment(word.at)).</p>\(prose(word.note))
      """ })
    \(when(!progress.changes.isEmpty) { layout.form(place.paper(id)) { """
      \(hidden("action", "judge"))\(hidden("version", version))
      \(Fields(problems: problems).text("note", "To the authors", note, .init(
        help: "Needed to refuse: say what they should change back.", rows: 3)))
      <p class="actions"><button name="verdict" value="approve">Approve the changes</button>
      <button class="quiet danger" name="verdict" value="refuse">Refuse them</button></p>
      """ } })
    """
  }

  private func shepherd(_ layout: Layout) -> HTML {
    """
    \(with(progress.shepherd) { "<p>\($0.isEmpty ? "No shepherd is named yet." : "Shepherd: \($0).")</p>" })
    \(when(!decisionNote.isEmpty) { folded("What the authors were asked for", prose(decisionNote)) })
    \(with(progress.word) { word in """
      <div class="card"><p class="over">\(word.isYes ? "Signed off" : "Asked for changes") \(layout.moment(word.at))</p>
      \(prose(word.note))</div>
      """ })
    \(when(place == .chair) { layout.form(place.paper(id)) { """
      \(hidden("action", "shepherd"))
      \(Fields(prefix: "shepherd-", problems: problems).select(
        "person", "Name a shepherd among the reviewers", reviewers.map { ($0.id.text, $0.name) }, chosen: "",
        empty: "Choose a reviewer", help: "The shepherd and the authors learn each other's names."))
      <p class="actions"><button class="quiet">Name the shepherd</button></p>
      """ } })
    """
  }

  private func time(_ layout: Layout) -> HTML {
    """
    \(with(progress.due) { "<p>Its authors can change it until \(layout.deadline($0)).</p>" })
    \(layout.form(place.paper(id)) { """
      \(hidden("action", "extend"))
      \(Fields(prefix: "extend-", problems: problems).text("days", "Days from now", "", .init(isNarrow: true, inputMode: "numeric")))
      <p class="actions"><button class="quiet">Give more time</button></p>
      """ })
    """
  }
}
