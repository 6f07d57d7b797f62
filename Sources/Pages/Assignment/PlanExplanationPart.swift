public import PeerReview

extension PlanPage {
  /// Why a paper has the reviewers it has, who else could have read it, and why they don't.
  public struct Explanation: Sendable {
    public let id: ID<Submission>
    public let number: SubmissionNumber
    public let title: String
    public let assigned: [Line]
    /// Best affinity first.
    public let others: [Line]
    /// How many more could have it.
    public let othersLeftOut: Int
    /// Reviewers who wrote it or are in conflict with it.
    public let barred: [String]
    public init(
      id: ID<Submission>, number: SubmissionNumber, title: String, assigned: [Line], others: [Line], othersLeftOut: Int = 0,
      barred: [String] = []
    ) {
      self.id = id
      self.number = number
      self.title = title
      self.assigned = assigned
      self.others = others
      self.othersLeftOut = othersLeftOut
      self.barred = barred
    }

    public struct Line: Sendable {
      public let name: String
      public let affinity: Double
      /// Such as "topics 0.62, bid +0.30".
      public let parts: String
      /// Such as "2 of 3 papers".
      public let load: String
      /// A sentence.
      public let reason: String
      public init(name: String, affinity: Double, parts: String, load: String, reason: String) {
        self.name = name
        self.affinity = affinity
        self.parts = parts
        self.load = load
        self.reason = reason
      }
    }
  }

  func explained(_ paper: Explanation) -> HTML {
    """
    <section class="card" aria-labelledby="why"><h2 id="why">Why \(paper.number) has these reviewers</h2>
    <p><a href="\(Link.chairSubmission(paper.id))">\(paper.title)</a></p>
    <h3>Who has it</h3>
    \(paper.assigned.isEmpty ? nothing("Nobody has it yet.") : list(paper.assigned))
    <h3>Who else could have it</h3>
    \(paper.others.isEmpty ? nothing("Nobody else may read it.") : list(paper.others))
    \(when(paper.othersLeftOut > 0) { "<p class=\"soft\">And \(count(paper.othersLeftOut, "reviewer")) with less affinity.</p>" })
    \(when(!paper.barred.isEmpty) {
      "<p>They wrote it or are in conflict with it: \(paper.barred.joined(separator: ", ")).</p>"
    })
    <p><a href="\(Link.plan(id))">Close</a></p></section>
    """
  }

  private func list(_ lines: [Explanation.Line]) -> HTML {
    """
    <ul class="reasons">\(each(lines) { line in
      """
      <li><p>\(line.name) <strong>\(decimal(line.affinity))</strong> <span class="soft">\(line.parts); \(line.load)</span></p>
      <p>\(line.reason)</p></li>
      """
    })</ul>
    """
  }
}
