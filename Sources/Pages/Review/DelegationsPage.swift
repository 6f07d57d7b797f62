public import PeerReview

/// Whom reviewers asked to write for them, those that wait for a chair first.
///
/// Form: `POST /chair/delegations/{id}`: `action` (`approve` or `refuse`).
public struct DelegationsPage: Page {
  public let waiting: [Row]
  public let others: [Row]
  public let problems: [FieldProblem]
  public init(waiting: [Row], others: [Row], problems: [FieldProblem] = []) {
    self.waiting = waiting
    self.others = others
    self.problems = problems
  }

  public struct Row: Sendable {
    public let id: ID<Delegation>
    public let paper: ID<Submission>
    public let number: SubmissionNumber
    public let title: String
    public let reviewer: String
    public let name: String
    public let email: String
    public let state: Badge
    /// Why no letter is written to them, or why they find the paper no more; empty when nothing keeps them from it.
    public let obstacle: String
    public let takenAt: Instant?
    public let isStanding: Bool
    public init(
      id: ID<Delegation>, paper: ID<Submission>, number: SubmissionNumber, title: String, reviewer: String, name: String,
      email: String, state: Badge, obstacle: String, takenAt: Instant?, isStanding: Bool
    ) {
      self.id = id
      self.paper = paper
      self.number = number
      self.title = title
      self.reviewer = reviewer
      self.name = name
      self.email = email
      self.state = state
      self.obstacle = obstacle
      self.takenAt = takenAt
      self.isStanding = isStanding
    }
  }

  public var title: String { "Delegated reviews" }
  public var section: Section? { .assignment }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><a href="/chair/assignment">Assignment</a></p><h1>Delegated reviews</h1>
    <p>Reviewers asked these people to write for them. Whoever is in conflict with a paper gets no letter, and the reviewer is not told so:
    say no more than yes or no.</p>
    \(problemList(problems, heading: "Nothing was changed", prefix: nil))
    \(part("waiting", "Waiting for a chair") { waiting.isEmpty ? nothing("Nothing waits.") : list("waiting-list", waiting, layout) })
    \(part("others", "All others") { others.isEmpty ? nothing("There are none.") : list("others-list", others, layout) })
    """
  }

  private func list(_ id: String, _ rows: [Row], _ layout: Layout) -> HTML {
    table(
      "Delegated reviews", id: id, head: ["No.", "Title", "Reviewer", "Asked", "State", "Decide"],
      each(rows) { row in
        """
        <tr><td class="number">\(row.number)</td><th scope="row"><a href="\(Link.chairSubmission(row.paper))">\(row.title)</a></th>
        <td>\(row.reviewer)</td><td>\(row.name)<br><span class="soft">\(row.email)</span></td>
        <td>\(row.state.html)\(with(row.takenAt) { "<br><span class=\"soft\">taken over \(layout.brief($0)) UTC</span>" })\
        \(when(!row.obstacle.isEmpty) { "<br><strong>\(row.obstacle)</strong>" })</td>
        <td>\(when(row.isStanding) { judging(row, layout) })</td></tr>
        """
      })
  }

  private func judging(_ row: Row, _ layout: Layout) -> HTML {
    let waits = waiting.contains { $0.id == row.id }
    return layout.form("/chair/delegations/\(row.id)", classes: "inline") {
      """
      \(when(waits) { "<button name=\"action\" value=\"approve\" aria-label=\"Agree: \(row.name)\">Agree</button> " })
      <button class="quiet" name="action" value="refuse" aria-label="\(waits ? "Refuse" : "End"): \(row.name)">\
      \(waits ? "Refuse" : "End it")</button>
      """
    }
  }
}
