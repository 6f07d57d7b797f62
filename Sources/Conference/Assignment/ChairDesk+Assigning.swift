public import PeerReview
internal import Store

extension ChairDesk {
  /// Gives the paper to a reviewer by hand, and tells them by letter. Refuses `invalid` for whoever wrote it, is in conflict
  /// with it holds no reviewer's office, or has as many papers, of
  /// those this chair may know of, as they offered to take. Who had the paper before may get it again. Assigning twice is done once.
  public func assign(reviewer: ID<Person>, to submission: ID<Submission>) async throws {
    try await conference.act { act in
      let (row, versioned) = try load(submission, act)
      try AssignmentRules.plan(call: versioned.call, releasedAt: try act.session.releasedAt(call), at: act.now)
      if try act.session.assignments(of: row.id).contains(where: { $0.person == reviewer }) { return }
      let facts = try act.matchingFacts(row, versioned.call)
      if let obstacle = AssignmentRules.obstacleByHand(facts.facts(Pairing(submission: row.id, person: reviewer))) {
        throw try act.refusal(obstacle, reviewer, row)
      }
      guard let person = try act.session.person(reviewer) else { throw Refusal.notFound }
      try LoadRules.requireRoom(
        limit: facts.limits[reviewer], load: try act.session.loads(in: call, chairedBy: viewer.email)[reviewer] ?? 0,
        person: person.displayName)
      for pseudonym in try act.drawPseudonyms(1, of: row.id) {
        let given = try act.assign(row, to: reviewer, pseudonym: pseudonym, by: viewer)
        try act.record("assign", by: viewer, at: call, about: row.id.text, "by hand, person \(reviewer)")
        try act.tell(person, of: [given], versioned.call, about: row.id)
      }
    }
  }

  /// Ends a reviewer's assignment and tells them, unless they must not know of the paper any more. What they wrote stays on
  /// record, and their pseudonym is never given again. Taking back what isn't assigned is no matter.
  public func unassign(reviewer: ID<Person>, from submission: ID<Submission>, reason: String = "") async throws {
    try await conference.act { act in
      let (row, versioned) = try load(submission, act)
      guard let standing = try act.session.assignments(of: row.id).first(where: { $0.person == reviewer }) else { return }
      try AssignmentRules.plan(call: versioned.call, releasedAt: try act.session.releasedAt(call), at: act.now)
      try act.endAssignment(standing.id, reason: "taken back: \(reason.prefix(2_000))", at: call)
      try act.record("unassign", by: viewer, at: call, about: row.id.text, "person \(reviewer)")
      try act.tellReviewNotNeeded(reviewer, row, versioned.call)
    }
  }
}
