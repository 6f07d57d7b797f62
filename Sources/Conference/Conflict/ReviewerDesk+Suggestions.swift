internal import Pages
internal import PeerReview
internal import Store

extension ReviewerDesk {
  /// Declares a conflict with a member of the committee whom the page suggested; the viewer need not know the address.
  /// Refused like any declaration of a conflict with a person, and `notFound` for whom it doesn't suggest.
  public func confirmSuggestion(_ about: String, kind: String) async throws {
    try await conference.act { act in
      try requireCommittee(act)
      let call = try act.call(self.call).call
      guard let suggestion = try suggestions(call, act).first(where: { $0.about == about }),
        let member = try suggestion.member.flatMap({ try act.session.person($0) })
      else { throw Refusal.notFound }
      let conflict = DeclaredConflict(email: member.email, name: member.name, kind: kind)
      try ConflictRules.declare(with: conflict, by: viewer.email, call: call, at: act.now)
      try act.session.addPersonConflict(
        id: act.newToken(), conflict, of: viewer.email, in: self.call, isSuggested: true, at: act.now)
      try act.record("declare conflict with person", by: viewer, at: self.call, about: viewer.id.text, kind)
    }
  }

  /// Takes a suggestion off the page; it does not come back. What isn't suggested is no matter.
  public func dismissSuggestion(_ about: String) async throws {
    try await conference.act { act in
      try requireCommittee(act)
      let call = try act.call(self.call).call
      guard try suggestions(call, act).contains(where: { $0.about == about }) else { return }
      try act.session.dismissSuggestion(of: subject, about: about, by: viewer.id, at: act.now)
      try act.record("dismiss suggested conflict", by: viewer, at: self.call, about: viewer.id.text)
    }
  }

  private var subject: String { "\(call) \(viewer.id)" }

  /// People whose papers the viewer may have to stay away from: of the committee by affiliation, and whoever wrote with the
  /// viewer lately by the viewer's own list. Who submits a paper has no part in it.
  func suggestions(_ call: Call, _ act: Act) throws -> [ConflictSuggestion] {
    let members = try act.committee(self.call).filter { $0.id != viewer.id }
    let works = try act.session.coauthorships(of: viewer.id)
    let own = ConflictFinder.Member(
      email: viewer.email, affiliation: viewer.affiliation, domain: EmailAddress(viewer.email)?.domain, works: works)
    let finder = ConflictFinder(members: [own], checks: call.conflictChecks, year: call.year)
    let standing = try act.session.personConflicts(of: viewer.email, in: self.call).filter { $0.endedAt == nil }
    let declared = Set(standing.map(\.conflict.email))
    let declaredNames = Set(standing.map { NameKey.key($0.conflict.name) })
    let dismissed = try act.session.dismissedSuggestions(of: subject)
    // Without addresses, which are not public: each stands for its own paper, as if it had written one.
    let colleagues = members.compactMap { member -> ConflictSuggestion? in
      let paper = ConflictPaper(
        number: SubmissionNumber(0), authors: [Author(name: member.displayName, affiliation: member.affiliation)])
      guard let evidence = finder.suspects(on: paper).first?.evidence, !declared.contains(member.email) else { return nil }
      return ConflictSuggestion(
        member: member.id, about: member.id.text, name: member.displayName, affiliation: member.affiliation,
        kind: call.conflictChecks.kind(for: evidence) ?? "", evidence: evidence.shown(call))
    }
    let known = Set(members.map { NameKey.key($0.displayName) } + [NameKey.key(viewer.name)]).union(declaredNames)
    let coauthors = call.conflictChecks.coauthors(of: works, year: call.year).filter { !known.contains(NameKey.key($0.name)) }
    let others = coauthors.map { coauthor in
      ConflictSuggestion(
        member: nil, about: NameKey.key(coauthor.name), name: coauthor.name, affiliation: "",
        kind: call.conflictChecks.coauthorKind ?? "",
        evidence: [
          ConflictEvidenceLine(
            author: "", sentence: ConflictSign.publication(title: coauthor.work.title, year: coauthor.work.year).sentence(call))
        ])
    }
    return (colleagues + others).filter { !dismissed.contains($0.about) }
  }
}
