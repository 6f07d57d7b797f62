internal import Pages
public import PeerReview
internal import Store

extension AuthorDesk {
  /// Takes a suggested conflict off the paper's form; it does not come back. Waved away twice, it is so once.
  public func dismissSuggestion(_ person: ID<Person>, for id: ID<Submission>) async throws {
    try await conference.act { act in
      let (row, versioned) = try loadAsContact(id, act)
      try SubmissionRules.save(row.facts, basedOn: row.facts.version, call: versioned.call, at: act.now)
      let offered = try suggestions(row, versioned.call, except: [], act)
      guard offered.contains(where: { $0.member == person }) else { return }
      try act.session.dismissSuggestion(of: id.text, about: person.text, by: viewer.id, at: act.now)
      try act.record("dismiss suggested conflict", by: viewer, at: call, about: id.text)
    }
  }

  /// Members of the committee whom the authors as last saved may be in conflict with, by what is public of them and by
  /// publications they wrote with one of these authors. `except` are members on the form already.
  func suggestions(
    _ row: SubmissionRow, _ call: Call, except chosen: Set<String>, _ act: Act
  ) throws -> [ConflictSuggestion] {
    guard DisclosureRules.secrecy(of: .coauthorships, for: .oneself) == nil else { return [] }
    let members = try act.committee(self.call)
    let authors = try act.session.authors(of: row.id, version: row.facts.version)
    let works = try act.session.coauthorships(at: self.call, naming: Set(authors.map { NameKey.key($0.name) }))
    // An affiliation is public and an address is not: whoever adds an author must not learn where a reviewer writes from.
    let finder = ConflictFinder(
      members: members.map { person in
        ConflictFinder.Member(
          email: person.email, affiliation: person.affiliation, works: works[person.id] ?? [])
      }, checks: call.conflictChecks, year: call.year)
    let paper = ConflictPaper(number: row.number, authors: authors)
    let dismissed = try act.session.dismissedSuggestions(of: row.id.text)
    return finder.suspects(on: paper).compactMap { suspect in
      guard members.indices.contains(suspect.member) else { return nil }
      let member = members[suspect.member]
      if chosen.contains(member.id.text) || dismissed.contains(member.id.text) { return nil }
      return ConflictSuggestion(
        member: member.id, about: member.id.text, name: member.displayName, affiliation: member.affiliation,
        kind: call.conflictChecks.kind(for: suspect.evidence) ?? "", evidence: suspect.evidence.shown(call))
    }
  }
}
