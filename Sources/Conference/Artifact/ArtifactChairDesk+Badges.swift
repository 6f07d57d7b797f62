internal import Pages
public import PeerReview
internal import Store

extension ArtifactChairDesk {
  /// Awards one badge of one artifact, or does not, on its own criteria; every word is kept and the last one counts.
  public func decide(_ badge: ArtifactBadge?, on id: ID<Artifact>, awards: Bool, note: String) async throws {
    try await conference.act { act in
      let artifact = try load(id, act)
      guard let badge else { throw Refusal.invalid([FieldProblem("badge", "Choose one of the badges requested.")]) }
      let note = trimmed(note)
      let forms = try act.session.evaluations(of: id).compactMap { try act.session.submittedForm(of: $0.id)?.content }
      try BadgeRules.decide(
        badge, awards: awards, note: note, requested: artifact.requested, location: artifact.row.content.location,
        evaluations: forms, decided: try act.decided(artifact), releasedAt: artifact.facts.badgesReleasedAt,
        policy: artifact.policy)
      try act.session.addBadgeDecision(badge, isAwarded: awards, note: note, on: id, by: viewer.id, at: act.now)
      try act.record("decide badge", by: viewer, at: call, about: id.text, badge.rawValue)
    }
  }

  /// Releases every badge of the call in one act: from this moment authors and evaluators see what became of each request,
  /// awarded badges are public, and each contact gets one letter. It can't be undone. Refused before the day the call names
  /// and while a badge that was requested of a complete artifact is undecided.
  public func releaseBadges(confirmed: Bool) async throws {
    try await conference.act { act in
      let call = try load(act).call
      let released = try act.session.badgesReleasedAt(self.call)
      // Asked first as if all were decided: on another day nothing of artifacts kept from this chair is even loaded.
      try BadgeRules.release(undecided: 0, confirmed: confirmed, releasedAt: released, call: call, at: act.now)
      let complete = try act.session.artifacts(in: self.call).map { try act.evaluated($0, call) }.filter(\.isComplete)
      let undecided = try complete.reduce(0) { try $0 + $1.requested.count - act.decided($1).count }
      try BadgeRules.release(
        undecided: undecided, confirmed: confirmed, releasedAt: released, call: call, at: act.now)
      try act.session.releaseBadges(of: self.call, by: viewer.id, at: act.now)
      try act.recordOfArtifacts("release badges", by: viewer, at: self.call)
      for artifact in complete {
        let outcomes = try act.outcomes(artifact)
        try act.tellContacts(of: artifact, .badges) { name in
          BadgesLetter(
            head: act.letterhead(call), name: name, number: artifact.paper.row.number, title: artifact.paper.title,
            outcomes: outcomes, path: "/submissions/\(artifact.row.submission)/artifact")
        }
      }
    }
  }
}
