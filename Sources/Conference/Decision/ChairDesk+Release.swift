public import Pages
internal import PeerReview
internal import Store

extension ChairDesk {
  /// The letters release would send for papers this chair may know of, word for word, and what keeps it from happening.
  /// `typed` is the moment a refused attempt asked for.
  public func lettersPreview(typed: String = "") async throws -> LettersPreviewPage {
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
        obstacles: releasedAt == nil ? try obstacles(papers, call, act) : [], releasedAt: releasedAt, seen: Self.seen(letters),
        timed: releasedAt == nil ? try timedRelease(act) : nil, zone: call.timeZone, typed: typed)
    }
  }

  /// Releases every decision of the call in one act (C12): from this moment authors and reviewers see them, and each
  /// contact of each paper in the process gets one letter. It can't be undone.
  ///
  /// `count` is how many letters were previewed and `seen` what they said; refused as `stale` when this chair would be shown
  /// others by now. Letters on papers kept from them are in neither. Nil releases whatever was shown.
  /// Refused before the announced moment, while a paper is undecided, and, as `closed`, when it was done already.
  public func release(confirmed: Bool = true, count: Int? = nil, seen: String? = nil) async throws {
    try await conference.act { act in
      let call = try load(act).call
      let papers = try decidable(call, act)
      let letters = try act.lettersToRelease(call, knownUndecided: papers.filter { $0.kind.isEmpty }.map(\.row.number))
      if !confirmed {
        throw Refusal.invalid([FieldProblem("confirm", "Read the letters, then say so by ticking the box.")])
      }
      if let count, count != papers.count { throw Refusal.stale }
      if let seen {
        let shown = try act.decisionLetters(papers.map(\.row), call, of: self.call, for: viewer)
        if seen != Self.seen(shown) { throw Refusal.stale }
      }
      try act.release(letters, of: call, by: viewer)
    }
  }

  /// What the letters say and to whom they go, in a word.
  private static func seen(_ letters: [OutgoingDecision]) -> String {
    let lines = letters.map { outgoing in
      [
        outgoing.row.id.text, outgoing.contacts.map(\.email).joined(separator: ","), Token.hash(outgoing.letter.subject),
        Token.hash(outgoing.letter.body),
      ].joined(separator: "\t")
    }
    return Token.hash(lines.joined(separator: "\n"))
  }

  /// Said when only papers this chair may not know of are undecided: neither which nor how many.
  fileprivate static let othersUndecided =
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
  /// The letters of a release, if the rules allow it now: by hand or at a set time, they are the same. Of undecided papers a
  /// refusal names those that are known to whoever is told.
  func lettersToRelease(_ call: Call, knownUndecided: [SubmissionNumber]) throws -> [OutgoingDecision] {
    try DecisionRules.release(
      undecided: knownUndecided, call: call, releasedAt: try session.releasedAt(call.id), at: now)
    let all = try session.submissionsUnderReview(in: call.id)
    let letters = try decisionLetters(all, call, of: call.id)
    if letters.count != all.count { throw Refusal.invalid([FieldProblem("", ChairDesk.othersUndecided)]) }
    return letters
  }

  /// Releases all decisions, with a letter to each contact.
  func release(_ letters: [OutgoingDecision], of call: Call, by chair: Person) throws {
    try session.releaseDecisions(of: call.id, by: chair.id, at: now)
    try session.endTimedRelease(of: call.id)
    try record("release decisions", by: chair, at: call.id, about: call.id.text)
    for outgoing in letters {
      for contact in outgoing.contacts {
        try post(
          outgoing.letter, kind: "decision", to: contact.email, name: contact.name, call: call.id, about: outgoing.row.id)
      }
    }
  }

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
