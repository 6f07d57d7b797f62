internal import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// What was typed into the form that puts a conflict on record when an attempt was refused.
  public struct TypedConflict: Sendable {
    public let person: ID<Person>
    public let kind: String
    /// What would end with it where the form was made; nil where it told nothing of that.
    public let seen: String?
    public let endsTask: Bool

    public init(person: ID<Person>, kind: String, seen: String? = nil, endsTask: Bool = false) {
      self.person = person
      self.kind = kind
      self.seen = seen
      self.endsTask = endsTask
    }
  }

  /// Declares a conflict between the paper and someone who serves at this call (C19). From then on they don't find the
  /// paper in any office; a standing assignment ends, on record, and they are told so in a letter that names no paper.
  ///
  /// Refused as `invalid` when they have the paper and nobody said that this ends, and as `stale` when something else would end
  /// by now than what was `seen`. Declared twice, it stands once. Chairs may declare their own, and have to say that they won't find
  /// the paper afterwards, as it takes another chair to undo it.
  public func addConflict(
    _ id: ID<Submission>, person: ID<Person>, kind: String, seen: String? = nil, endsTask: Bool = false
  ) async throws {
    try await conference.act { act in
      if person == viewer.id {
        _ = try load(id, act)
        try SuspicionRules.shutOutOneself(isSaid: endsTask)
      }
      try addConflict(id, person: person, kind: kind, endsTask: endsTask, in: act) { seen == nil || seen == $0.rawValue }
    }
  }

  /// `isSeen` says whether whoever declares it was shown that this ends.
  func addConflict(
    _ id: ID<Submission>, person: ID<Person>, kind: String, endsTask: Bool, in act: Act, isSeen: (SuspectTask) -> Bool
  ) throws {
    let (row, versioned) = try load(id, act)
    guard let known = try act.session.person(person), try !act.session.roles(of: person, at: call).isEmpty else {
      throw Refusal.invalid([FieldProblem("person", "Choose someone who serves at this conference.")])
    }
    if try isInConflict(known, with: id, kind: kind, act) { return }
    try ConflictRules.declare(kind: kind, call: versioned.call, releasedAt: try act.session.releasedAt(call))
    let task = try task(of: person, on: id, act, reveal(versioned.call, act))
    if !isSeen(task) { throw Refusal.stale }
    try SuspicionRules.confirm(task, endsTask: endsTask)
    try act.session.endConflict(submission: id, email: known.email, side: .chair, at: act.now)
    try act.session.addConflict(
      id: act.newToken(), submission: id, email: known.email, name: known.name, kind: kind, side: .chair, by: viewer.id,
      at: act.now)
    try act.record("add conflict", by: viewer, at: call, about: id.text, "\(person) \(kind)")
    if try act.endMetareview(of: id, by: person, reason: "conflict") {
      try act.record("end meta-review", by: viewer, at: call, about: id.text, "\(person) conflict")
    }
    guard let assignment = try act.session.assignments(of: id).first(where: { $0.person == person }) else { return }
    try act.endAssignment(assignment.id, reason: "conflict", at: call)
    try act.record("end assignment", by: viewer, at: call, about: id.text, "\(person) conflict")
    if row.facts.state == .submitted { try act.tellOneReviewLess(person, versioned.call) }
  }

  /// Whether chairs declared this very conflict already.
  func isInConflict(_ person: Person, with id: ID<Submission>, kind: String, _ act: Act) throws -> Bool {
    try act.session.standingConflicts(of: id).contains { $0.side == .chair && $0.email == person.email && $0.kind == kind }
  }

  /// Ends a conflict that a chair or the authors declared; it stays on record. What a reviewer declared for themself only
  /// they can take back. Ended twice, it ends once.
  public func removeConflict(_ id: ID<Submission>, conflict: String) async throws {
    try await conference.act { act in
      _ = try load(id, act)
      guard let standing = try act.session.standingConflicts(of: id).first(where: { $0.id == conflict }) else {
        if try act.session.hasConflictEnded(conflict, at: id) { return }
        throw Refusal.notFound
      }
      if let releasedAt = try act.session.releasedAt(call) { throw Refusal.closed(since: releasedAt) }
      if standing.side == .reviewer {
        throw Refusal.invalid([
          FieldProblem("conflict", "The reviewer declared this conflict. Only they can take it back.")
        ])
      }
      try act.session.endConflict(submission: id, email: standing.email, side: standing.side, at: act.now)
      try act.record("remove conflict", by: viewer, at: call, about: id.text, "\(standing.side.rawValue) \(standing.kind)")
    }
  }
}
