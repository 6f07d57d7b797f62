public import PeerReview

/// Every accepted paper and how far its final version is.
///
/// Form: `POST /chair/final` or `/publication`, without fields: writes to the authors of every paper that lacks something.
public struct FinalVersionsPage: Page {
  public let rows: [Row]
  public let due: Instant?
  public let place: PublicationPlace
  public let problems: [FieldProblem]
  public init(rows: [Row], due: Instant?, place: PublicationPlace = .chair, problems: [FieldProblem] = []) {
    self.place = place
    self.rows = rows
    self.due = due
    self.problems = problems
  }

  public struct Row: Sendable {
    public let id: ID<Submission>
    public let number: SubmissionNumber
    public let title: String
    public let track: String
    public let progress: FinalProgress
    public init(id: ID<Submission>, number: SubmissionNumber, title: String, track: String, progress: FinalProgress) {
      self.id = id
      self.number = number
      self.title = title
      self.track = track
      self.progress = progress
    }
  }

  public var title: String { "Final versions" }
  public var section: Section? { place.section }

  public func content(in layout: Layout) -> HTML {
    """
    <div class="title-row"><h1>Final versions</h1><a class="button quiet" href="\(place.proceedings)">Proceedings</a></div>
    \(with(due) { "<p>Due \(layout.deadline($0)).</p>" })
    <ul class="figures">\(each(CameraReadyState.allCases) { state in """
      <li><span class="value">\(rows.count { $0.progress.state == state })</span> <span class="label">\(state.badge.label)</span></li>
      """ })</ul>
    \(rows.isEmpty ? nothing("No paper is accepted.") : list(layout))
    \(when(owing > 0) { layout.form(place.list, confirm: "Send the letters?") { """
      <p class="actions"><button>Remind the authors of \(count(owing, "paper"))</button>
      <span class="soft">Each letter lists what that paper lacks and by when.</span></p>
      """ } })
    """
  }

  private var owing: Int {
    rows.count { [.notBegun, .incomplete, .refused].contains($0.progress.state) }
  }

  private func list(_ layout: Layout) -> HTML {
    table(
      "Final versions", id: "final-table", head: ["No.", "Title", "State", "Missing", "Changes", "Shepherd", "Due"],
      each(rows) { row in
        """
        <tr><td class="number">\(row.number)</td>
        <th scope="row"><a href="\(place.paper(row.id))">\(row.title)</a><br><span class="soft">\(row.track)</span></th>
        <td>\(row.progress.state.badge.html)</td>
        <td class="figure">\(row.progress.missing.count)</td>
        <td class="figure">\(row.progress.changes.count)</td>
        <td>\(with(row.progress.shepherd) { "\($0.isEmpty ? "to be named" : $0)" })</td>
        <td>\(with(row.progress.due) { "\(layout.brief($0)) UTC" })</td></tr>
        """
      })
  }
}
