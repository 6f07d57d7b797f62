public import PeerReview

/// Authors who are named to serve as reviewers, and papers that named too few.
///
/// Form: `POST /chair/reciprocal`: `message`; invites everyone who was not asked yet.
public struct ReciprocalPage: Page {
  /// In the order shown.
  public let people: [Row]
  public let papers: [Paper]
  /// As typed.
  public let message: String
  public let problems: [FieldProblem]
  public init(people: [Row], papers: [Paper], message: String = "", problems: [FieldProblem] = []) {
    self.people = people
    self.papers = papers
    self.message = message
    self.problems = problems
  }

  public enum State: Hashable, Sendable {
    case notAsked, invited, declined, serves

    /// Who is still to be asked comes first.
    public var rank: Int {
      switch self {
      case .notAsked: 0
      case .declined: 1
      case .invited: 2
      case .serves: 3
      }
    }

    var badge: Badge {
      switch self {
      case .notAsked: Badge(label: "Not asked", tone: .warning)
      case .declined: Badge(label: "Declined", tone: .bad)
      case .invited: Badge(label: "Invited", tone: .progress)
      case .serves: Badge(label: "Serves", tone: .good)
      }
    }
  }

  public struct Row: Sendable {
    public let name: String
    public let email: String
    public let state: State
    public let papers: [PaperReference]
    public init(name: String, email: String, state: State, papers: [PaperReference]) {
      self.name = name
      self.email = email
      self.state = state
      self.papers = papers
    }
  }

  public struct Paper: Sendable {
    public let paper: PaperReference
    /// Why nobody serves; may be empty.
    public let reason: String
    public init(paper: PaperReference, reason: String) {
      self.paper = paper
      self.reason = reason
    }
  }

  public var title: String { "Authors who review" }
  public var section: Section? { .people }

  public func content(in layout: Layout) -> HTML {
    let open = people.count { $0.state == .notAsked }
    return """
      <h1>Authors who review</h1>
      <p>The call asks authors to serve as reviewers. Reviewers never learn who was named for which paper.</p>
      \(problemList(problems, heading: "Nobody was invited"))
      \(part("named", "Named by their papers") {
        people.isEmpty ? nothing("No paper that you may know of names anybody.") : peopleTable
      })
      \(when(open > 0) { invitation(open, layout) })
      \(part("papers", "Papers that named too few") {
        papers.isEmpty ? nothing("Every paper named enough authors.") : paperTable
      })
      """
  }

  private var peopleTable: HTML {
    table(
      "Authors named to serve", id: "named-table", head: ["Name", "State", "Papers"],
      each(people) { row in
        """
        <tr><th scope="row">\(row.name)<br><span class="soft">\(row.email)</span></th><td>\(row.state.badge.html)</td>
        <td>\(each(row.papers) { link($0) })</td></tr>
        """
      })
  }

  private var paperTable: HTML {
    table(
      "Papers that named too few", id: "papers-table", head: ["Paper", "Their reason"],
      each(papers) { row in
        """
        <tr><th scope="row">\(link(row.paper)) \(row.paper.title)</th>
        <td>\(row.reason.isEmpty ? "–" : prose(row.reason))</td></tr>
        """
      })
  }

  private func link(_ paper: PaperReference) -> HTML {
    "<a class=\"number\" href=\"\(Link.chairSubmission(paper.id))\" title=\"\(paper.title)\">\(paper.number)</a> "
  }

  private func invitation(_ open: Int, _ layout: Layout) -> HTML {
    layout.form("/chair/reciprocal", classes: "stack card") {
      """
      \(Fields(problems: problems).text("message", "Your words to them", message, .init(help: "Optional.", rows: 3)))
      <p class="actions"><button>Invite \(count(open, "author")) to review</button></p>
      """
    }
  }
}
