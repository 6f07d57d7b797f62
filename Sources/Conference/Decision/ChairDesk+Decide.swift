public import PeerReview
internal import Store

extension ChairDesk {
  /// One row of the decisions table as posted.
  public struct Choice: Sendable {
    public let submission: ID<Submission>
    /// A decision kind's key; empty for undecided.
    public let kind: String
    /// The version the row showed; nil when the choice holds whatever was decided before.
    public let version: Int?

    public init(submission: ID<Submission>, kind: String, version: Int? = nil) {
      self.submission = submission
      self.kind = kind
      self.version = version
    }
  }

  /// Records an outcome as the next version; earlier ones stay. Nobody but chairs learns of it before release (C12).
  ///
  /// The same decision again changes nothing. Refuses `stale` when another chair decided since `version` was shown; nil
  /// decides whatever stands, for those who saw nothing.
  public func decide(_ id: ID<Submission>, kind: String, note: String, version: Int? = nil) async throws {
    try await conference.act { act in
      let (row, versioned) = try load(id, act)
      let note = trimmed(note)
      let last = try act.session.decision(on: id)
      if let last, last.kind == kind, last.note == note { return }
      try DecisionRules.decide(
        row.facts, kind: kind, note: note, call: versioned.call, releasedAt: try act.session.releasedAt(call), at: act.now)
      if let version, version != last?.version ?? 0 { throw Refusal.stale }
      try record(kind, note: note, on: id, after: last, act)
    }
  }

  /// Records many outcomes in one transaction: all or none. Rows that say what they showed are left alone, so that a table
  /// posted late undoes nothing another chair decided. Returns how many were recorded.
  ///
  /// Refuses `stale` when a row that was changed here was changed by another chair too. A decision can be changed, but not
  /// made undecided. The note of the earlier decision stays with that one.
  @discardableResult
  public func decideMany(_ choices: [Choice]) async throws -> Int {
    try await conference.act { act in
      let call = try load(act, .papers).call
      let releasedAt = try act.session.releasedAt(self.call)
      let papers = try act.session.submissions(chairedBy: viewer.email, in: self.call)
      let rows = Dictionary(papers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      var versions = try act.session.decisionVersions(in: self.call, chairedBy: viewer.email)
      var recorded = 0
      for choice in choices {
        guard let row = rows[choice.submission] else { throw Refusal.notFound }
        let standing = versions[row.id]?.last
        if choice.isSettled(by: versions[row.id] ?? []) { continue }
        if choice.kind.isEmpty {
          let sentence = "\(row.number) is decided. Choose another decision; it can't be made undecided."
          throw Refusal.invalid([FieldProblem("decisions.\(row.id)", sentence)])
        }
        try DecisionRules.decide(
          row.facts, kind: choice.kind, note: "", call: call, releasedAt: releasedAt, at: act.now)
        if let shown = choice.version, shown != standing?.version ?? 0 { throw Refusal.stale }
        try record(choice.kind, note: Self.note(for: choice.kind, after: standing), on: row.id, after: standing, act)
        versions[row.id] = try act.session.decisionVersions(of: row.id)
        recorded += 1
      }
      return recorded
    }
  }

  /// The note that a decision made without one carries.
  static func note(for kind: String, after standing: DecisionRow?) -> String {
    DecisionRules.note(for: kind, after: standing.map { ($0.kind, $0.note) })
  }

  func record(_ kind: String, note: String, on id: ID<Submission>, after last: DecisionRow?, _ act: Act) throws {
    try act.session.addDecision(kind, note: note, on: id, by: viewer.id, at: act.now)
    try act.record("decide", by: viewer, at: call, about: id.text, "version \((last?.version ?? 0) + 1) \(kind)")
  }
}

extension ChairDesk.Choice {
  /// Whether nothing is asked: what is chosen stands already, or the row was posted as it was shown.
  fileprivate func isSettled(by versions: [DecisionRow]) -> Bool {
    if kind == versions.last?.kind ?? "" { return true }
    guard let version else { return false }
    return kind == versions.first { $0.version == version }?.kind ?? ""
  }
}
