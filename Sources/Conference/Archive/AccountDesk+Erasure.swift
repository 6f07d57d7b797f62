import PeerReview
internal import Store

extension AccountDesk {
  /// Erases the account: name, address and all that is only about the person go, every session ends, nothing is mailed any more.
  /// What they wrote in an office stays in the record under a pseudonym; a published paper keeps its authors. On record.
  ///
  /// Refuses as `ErasureRules.erase`.
  public func erase(typed: String) async throws {
    try await conference.act { act in
      guard let person = try act.session.person(session.person.id) else { throw Refusal.notFound }
      try ErasureRules.erase(try act.ties(of: person), typed: trimmed(typed), email: person.email)
      let pseudonym = Pseudonym(act.newToken())
      try act.session.beginErasing(person, as: pseudonym.email, named: pseudonym.name, at: act.now)
      // By a job: how many rows name the person is not to be felt, conflicts that others declared among them.
      try act.enqueue(.erase(person.id))
      try act.record("erase account", by: person, at: nil, about: person.id.text)
    }
  }

  /// What stands where name and address stood.
  private struct Pseudonym {
    let name: String
    let email: String

    init(_ token: String) {
      name = "Erased account \(token.prefix(6))"
      email = "\(token)@erased.invalid"
    }
  }
}

extension Act {
  /// Puts the pseudonym wherever the erased person stood.
  func finishErasing(_ id: ID<Person>) throws {
    let accepting = try session.calls().flatMap { try call($0).call.acceptingKinds }
    try session.finishErasing(id, publishedKinds: Array(Set(accepting)).sorted(), at: now)
  }

  /// What binds the person, a conference each.
  func ties(of person: Person) throws -> [ConferenceTies] {
    try session.calls().sorted().compactMap { id in
      let call = try call(id).call
      let offices = try session.roles(of: person.id, at: id)
      let papers = try session.submissions(by: person.email, in: id).filter { row in
        switch row.facts.state {
        case .submitted: true
        case .draft: now < row.facts.period(call).closes
        case .withdrawn, .deskRejected: false
        }
      }
      if offices.isEmpty && papers.isEmpty { return nil }
      let isOver = try now > call.lastDate && session.releasedAt(id) != nil
      return ConferenceTies(
        name: call.name, contactEmail: call.contactEmail, isOver: isOver, overAt: call.lastDate, offices: offices,
        papers: papers.map(\.number).sorted(),
        isOnlyChair: try offices.contains(.chair) && session.count(.chair, at: id) == 1)
    }
  }
}
