public import PeerReview

/// What the call keeps how long, for chairs: what will happen when, and what has.
public struct RetentionPage: Page {
  public struct Row: Hashable, Sendable {
    public let step: RetentionPolicy.Step
    /// When it was done; nil before.
    public let doneAt: Instant?
    public init(step: RetentionPolicy.Step, doneAt: Instant?) {
      self.step = step
      self.doneAt = doneAt
    }
  }

  /// In the order of the kinds.
  public let rules: [RetentionPolicy.Rule]
  /// Earliest first.
  public let steps: [Row]
  public init(rules: [RetentionPolicy.Rule], steps: [Row]) {
    self.rules = rules
    self.steps = steps
  }

  public var title: String { "What is kept how long" }
  public var section: Section? { .callVersions }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><a href="/chair/call">Call file</a></p><h1>What is kept how long</h1>
    <p class="lead">The section <code>retention</code> of the call file names the days. When one comes, the server closes or deletes
    by itself, once, and puts it on record. Closing can be undone by moving the day; what was deleted is gone.</p>
    \(rules.isEmpty ? nothing("The call file says nothing of it: everything stays, for whoever may read it now.") : content(layout))
    """
  }

  private func content(_ layout: Layout) -> HTML {
    let free = RetentionKind.allCases.filter { kind in !rules.contains { $0.kind == kind } }
    return """
      \(part("steps", "Day by day") { table("What happens when", id: "retention", head: ["When", "What", "Happens", "State"],
        each(steps) { row($0, layout) }) })
      \(when(!free.isEmpty) {
        "<p>No day is named for: \(free.map { $0.label.lowercased() }.joined(separator: "; ")). That stays.</p>" })
      <p>Integrity cases, decisions, final versions and the record of who did what are kept.</p>
      """
  }

  private func row(_ row: Row, _ layout: Layout) -> HTML {
    """
    <tr><td>\(layout.moment(row.step.at))</td><td>\(row.step.kind.label)</td><td>\(row.step.words)</td>
    <td>\(state(row, layout))</td></tr>
    """
  }

  private func state(_ row: Row, _ layout: Layout) -> HTML {
    if let doneAt = row.doneAt { return "\(Badge(label: "Done", tone: .good).html) \(layout.brief(doneAt))" }
    if row.step.at <= layout.now { return Badge(label: "At once", tone: .progress).html }
    return "<span class=\"soft\">in \(row.step.at.since(layout.now).words)</span>"
  }
}
