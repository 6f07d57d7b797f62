internal import Pages
public import PeerReview
internal import Store

extension Act {
  /// Whether a letter goes to this reader by itself. One that isn't required does not for whoever wants none of these, and waits for
  /// the next digest for whoever wants one a day.
  func goesAtOnce(
    _ letter: some Letter, _ kind: String, tells: Set<Secret>, to email: String, name: String, call: ID<Call>?,
    about submission: ID<Submission>?
  ) throws -> Bool {
    guard OptionalLetter(rawValue: kind) != nil, let call else { return true }
    switch try session.letterChoice(of: email) {
    case .every: return true
    case .none: return false
    case .digest:
      let rules = try self.call(call).call
      // Where every letter waits for a chair's word, each waits by itself.
      if rules.letters.holdsEverything { return true }
      let zone = Zone(rules.timeZone) ?? .utc
      try session.add(
        DigestItemRow(
          id: newToken(), call: call, submission: submission, toEmail: email, toName: name, subject: letter.subject,
          words: letter.words, tells: tells, at: now, dueAt: DigestRules.due(after: now, in: zone)))
      return false
    }
  }

  /// One digest, with what its reader may know by now. What they may not know any more, or turned off meanwhile, is gone.
  fileprivate func writeDigest(_ items: [DigestItemRow]) throws {
    try session.removeDigestItems(items.map(\.id))
    guard let first = items.first, try session.letterChoice(of: first.toEmail) != .none else { return }
    var news: [DigestLetter.Item] = []
    for item in items {
      if let paper = item.submission, try !mayKnow(item.tells, of: paper, first.toEmail, first.call) { continue }
      if let place = news.firstIndex(where: { $0.subject == item.subject && $0.words == item.words }) {
        news[place] = .init(subject: item.subject, words: item.words, times: news[place].times + 1)
      } else {
        news.append(.init(subject: item.subject, words: item.words, times: 1))
      }
    }
    if news.isEmpty { return }
    let papers = Set(items.compactMap(\.submission))
    try post(
      DigestLetter(head: letterhead(try call(first.call).call), name: first.toName, items: news), kind: OutboxRow.digestKind,
      to: first.toEmail, name: first.toName, call: first.call, about: papers.count == 1 ? papers.first : nil, secret: true)
  }
}

extension Conference {
  /// Writes the digests whose hour has come, one a transaction.
  func writeDigests() async throws {
    while try await look({ try !$0.session.dueDigest(at: $0.now).isEmpty }) {
      try await act { act in try act.writeDigest(try act.session.dueDigest(at: act.now)) }
    }
  }
}

extension AccountDesk {
  /// How the person wants letters that aren't required.
  public func choose(_ choice: LetterChoice) async throws {
    try await conference.act { act in
      try act.session.setLetterChoice(choice, of: session.person.id, at: act.now)
      try act.record("choose letters", by: session.person, at: nil, about: session.person.id.text, choice.rawValue)
    }
  }
}
