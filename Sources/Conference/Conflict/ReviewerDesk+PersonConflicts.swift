public import PeerReview
internal import Store

extension ReviewerDesk {
  /// Declares a conflict with a person: none of their papers is found here, whenever it is registered. Declaring it twice
  /// is done once.
  ///
  /// Refused from the second in which bidding opens: a paper that vanishes from a list then would tell who wrote it.
  /// From there on a conflict is declared with the paper itself.
  public func declareConflict(with person: DeclaredConflict) async throws {
    try await conference.act { act in
      try requireCommittee(act)
      let call = try act.call(self.call).call
      let conflict = Self.tidied(person)
      try ConflictRules.declare(with: conflict, by: viewer.email, call: call, at: act.now)
      let standing = try act.session.personConflicts(of: viewer.email, in: self.call).filter { $0.endedAt == nil }
      if standing.contains(where: { $0.conflict.email == conflict.email }) { return }
      try act.session.addPersonConflict(
        id: act.newToken(), conflict, of: viewer.email, in: self.call, at: act.now)
      try act.record("declare conflict with person", by: viewer, at: self.call, about: viewer.id.text, conflict.kind)
    }
  }

  /// Takes back a conflict with a person, until bidding opens. False when there is none with this id.
  func withdrawPersonConflict(_ id: String, _ act: Act) throws -> Bool {
    let own = try act.session.personConflicts(of: viewer.email, in: call).first { $0.id == id }
    guard let own else { return false }
    if own.endedAt != nil { return true }
    try ConflictRules.withdrawFromPerson(call: try act.call(call).call, at: act.now)
    try act.session.endPersonConflict(id, at: act.now)
    try act.record("withdraw conflict with person", by: viewer, at: call, about: viewer.id.text)
    return true
  }

  private static func tidied(_ person: DeclaredConflict) -> DeclaredConflict {
    DeclaredConflict(
      email: EmailAddress(person.email)?.folded ?? person.email,
      name: person.name.split(whereSeparator: \.isWhitespace).joined(separator: " "), kind: person.kind)
  }
}
