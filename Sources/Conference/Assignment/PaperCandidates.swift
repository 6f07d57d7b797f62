internal import Pages
internal import PeerReview
internal import Store

/// Who reviews a paper and who could. Callers have proven that the viewer is a chair who may know of the paper.
extension Act {
  /// Reviewers who can be given the paper by hand, best affinity first. Those who have as many as they offered to take are left out. Loads count only papers the viewer may know of.
  func candidates(
    _ row: SubmissionRow, _ call: Call, _ facts: MatchingFacts, for viewer: Person
  ) throws -> [ChairSubmissionPage.Candidate] {
    let loads = try session.loads(in: row.call, chairedBy: viewer.email)
    let possible = facts.reviewers.compactMap { person -> (score: Int64, name: String, person: Person, hasEnded: Bool)? in
      let pairing = Pairing(submission: row.id, person: person.id)
      if facts.standing.contains(pairing) || AssignmentRules.obstacleByHand(facts.facts(pairing)) != nil { return nil }
      if let limit = facts.limits[person.id], loads[person.id] ?? 0 >= limit { return nil }
      return (facts.score(pairing), person.displayName, person, facts.ended.contains(pairing))
    }
    return possible.sorted { ($1.score, $0.name, $0.person.id) < ($0.score, $1.name, $1.person.id) }.map { candidate in
      let load =
        "\(loads[candidate.person.id] ?? 0) of \(facts.load(candidate.person.id, of: call.assignment.loadMaximum)) papers"
      let note = "\(load), affinity \(AffinityText.decimal(candidate.score))"
      return ChairSubmissionPage.Candidate(
        id: candidate.person.id, name: candidate.name,
        note: candidate.hasEnded ? "\(note), had it before" : note)
    }
  }

  /// Standing assignments by pseudonym, with how far each review has come. The affinity tells of bids.
  func assigned(_ row: SubmissionRow, _ call: Call, showsAffinity: Bool) throws -> [ChairSubmissionPage.Assigned] {
    let assignments = try session.assignments(of: row.id)
    let facts = try matchingFacts(row, call, of: assignments.map(\.person))
    let people = Dictionary(facts.reviewers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let standings = try session.reviewStandings(of: row.id)
    return assignments.map { assignment in
      let person = people[assignment.person]
      let standing = standings[assignment.id]
      let progress = ReviewRules.progress(
        hasDraft: standing?.hasDraft ?? false, submittedAt: standing?.submittedAt, round: assignment.round, call: call, at: now)
      let score = facts.score(Pairing(submission: row.id, person: assignment.person))
      return ChairSubmissionPage.Assigned(
        reviewer: assignment.person, pseudonym: assignment.pseudonym, name: person?.displayName ?? "",
        affiliation: person?.affiliation ?? "",
        round: call.calendar.rounds.isEmpty ? "" : assignment.round, state: progress.badge,
        affinity: showsAffinity ? AffinityText.fraction(score) : nil)
    }
  }
}
