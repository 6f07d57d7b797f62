public import Pages
internal import PeerReview
internal import Store

extension ChairDesk {
  /// The letters release would send for papers this chair may know of, word for word, and what keeps it from happening.
  public func lettersPreview() async throws -> LettersPreviewPage {
    try await lookOnRecord("letters to be released") { act, reveal in
      let call = try load(act).call
      let papers = try decidable(call, act)
      reveal.papers = Set(papers.map(\.row.number))
      try reveal.require(.authors, .reviews, .decision)
      let releasedAt = try act.session.releasedAt(self.call)
      let letters = try act.decisionLetters(papers.map(\.row), call, of: self.call, for: viewer)
      return LettersPreviewPage(
        letters: letters.map { outgoing in
          LettersPreviewPage.Preview(
            number: outgoing.row.number, to: outgoing.contacts.map(\.email), decision: outgoing.letter.decision,
            subject: outgoing.letter.subject, body: outgoing.letter.body)
        }, counts: Self.counts(papers, call),
        obstacles: releasedAt == nil ? try obstacles(papers, call, act) : [], releasedAt: releasedAt)
    }
  }

  /// Releases every decision of the call in one act (C12): from this moment authors and reviewers see them, and each
  /// contact of each paper in the process gets one letter. It can't be undone.
  ///
  /// `count` is how many letters were previewed; refused as `stale` when there are more or fewer by now. Refused before
  /// the announced moment, while a paper is undecided, and, as `closed`, when it was done already.
  public func release(confirmed: Bool = true, count: Int? = nil) async throws {
    try await conference.act { act in
      let call = try load(act).call
      let papers = try decidable(call, act)
      try DecisionRules.release(
        undecided: papers.filter { $0.kind.isEmpty }.map(\.row.number), call: call,
        releasedAt: try act.session.releasedAt(self.call), at: act.now)
      let all = try act.session.submissionsUnderReview(in: self.call)
      let letters = try act.decisionLetters(all, call, of: self.call)
      if letters.count != all.count { throw Refusal.invalid([FieldProblem("", Self.othersUndecided)]) }
      if !confirmed {
        throw Refusal.invalid([FieldProblem("confirm", "Read the letters, then say so by ticking the box.")])
      }
      if let count, count != papers.count { throw Refusal.stale }
      try act.session.releaseDecisions(of: self.call, by: viewer.id, at: act.now)
      try act.record("release decisions", by: viewer, at: self.call, about: self.call.text)
      for outgoing in letters {
        for contact in outgoing.contacts {
          try act.post(
            outgoing.letter, kind: "decision", to: contact.email, name: contact.name, call: self.call,
            about: outgoing.row.id)
        }
      }
    }
  }

  /// Said when only papers this chair may not know of are undecided: neither which nor how many.
  private static let othersUndecided =
    "Some papers that are kept from you are still undecided. Ask the other chairs; where none may see them, "
    + "invite a chair who is in conflict with none."

  private func obstacles(_ papers: [DecidablePaper], _ call: Call, _ act: Act) throws -> [String] {
    var obstacles: [String] = []
    if act.now < call.calendar.notification {
      obstacles.append("Decisions can be released from \(call.calendar.notification.utc).")
    }
    let undecided = papers.filter { $0.kind.isEmpty }.map(\.row.number)
    if !undecided.isEmpty {
      let names = undecided.prefix(20).map(\.description).joined(separator: ", ")
      let rest = undecided.count > 20 ? " and \(undecided.count - 20) more" : ""
      obstacles.append("\(counted(undecided.count, "paper is", "papers are")) without a decision: \(names)\(rest).")
    } else if try act.session.isAnyUndecided(in: self.call) {
      obstacles.append(Self.othersUndecided)
    }
    return obstacles
  }
}

/// A decision letter with whom it goes to.
struct OutgoingDecision {
  let row: SubmissionRow
  let contacts: [(name: String, email: String)]
  let letter: DecisionLetter
}

extension Act {
  /// The letters on the decided ones of these papers, each written with its authors' rights: reviews under pseudonyms,
  /// without times and without the fields the form keeps from authors. For a chair who only looks, nothing is read of
  /// papers the chair may not know of.
  func decisionLetters(
    _ papers: [SubmissionRow], _ call: Call, of id: ID<Call>, for chair: Person? = nil
  ) throws -> [OutgoingDecision] {
    let email = chair?.email
    let decisions = try email.map { try session.decisions(in: id, chairedBy: $0) } ?? session.decisions(in: id)
    let contacts = try email.map { try session.contacts(in: id, chairedBy: $0) } ?? session.contacts(in: id)
    let reviews = Dictionary(
      grouping: try email.map { try session.submittedReviews(in: id, chairedBy: $0) } ?? session.submittedReviews(in: id),
      by: \.submission)
    let shows = call.metareviews?.isShownToAuthors ?? false
    let metareviews =
      shows ? try email.map { try session.metareviews(in: id, chairedBy: $0) } ?? session.metareviews(in: id) : [:]
    let head = letterhead(call)
    let versioned = try self.call(id)
    return try papers.compactMap { row in
      guard let decision = decisions[row.id] else { return nil }
      let kind = call.decision(decision.kind)
      var seen: Set<String> = []
      return OutgoingDecision(
        row: row, contacts: (contacts[row.id] ?? []).filter { seen.insert($0.email).inserted },
        letter: DecisionLetter(
          head: head, number: row.number, title: row.title, track: call.track(row.facts.track)?.name ?? row.facts.track,
          decision: kind?.label ?? decision.kind, accepts: kind?.accepts ?? false, note: decision.note,
          metareview: metareviews[row.id]?.text.toAuthors ?? "",
          reviews: try cardsForAuthors(reviews[row.id] ?? [], row.facts.track, versioned),
          path: "/submissions/\(row.id)", finalDue: call.cameraReady == nil ? nil : call.calendar.cameraReady))
    }
  }
}
