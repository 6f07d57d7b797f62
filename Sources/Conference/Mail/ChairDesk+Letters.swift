public import Pages
internal import PeerReview
internal import Store

extension ChairDesk {
  private static let lettersPerPage = 50
  private static let searchLimit = 20_000

  /// The outbox, newest first, without letters about papers this chair may not know of. `state` is one of `OutboxState` or
  /// empty; `page` counts from 1.
  ///
  /// A body is shown of letters about one paper, and of those that tell of none: others hold one-time links, or tell of several
  /// papers.
  public func letters(
    query: String = "", state: String = "", page: Int = 1, pageSize: Int? = nil, readsBodies: Bool = true
  ) async throws -> OutboxPage {
    try await lookOnRecord("letters") { act, reveal in
      try requireHouse(.outbox)
      // Before anything is read: how long it takes must not tell of letters that are closed, either.
      try reveal.require(.letters)
      let size = pageSize ?? Self.lettersPerPage
      let skipped = (min(max(1, page), 100_000) - 1) * size
      let wanted = OutboxState(rawValue: state)
      let words = SearchWords(query)
      var found = try act.session.outbox(
        of: call, chairedBy: viewer.email, state: wanted, limit: words.isEmpty ? size + 1 : Self.searchLimit,
        offset: words.isEmpty ? skipped : 0)
      if !words.isEmpty {
        found = Array(found.filter { words.match([$0.toEmail, $0.toName, $0.told]) }.dropFirst(skipped).prefix(size + 1))
      }
      let shown = Array(found.prefix(size))
      let bodies = readsBodies ? try act.session.letterBodies(shown.filter(\.isOpen).map(\.id)) : [:]
      reveal.papers = Set(try act.session.numbers(of: shown.compactMap(\.submission)).values)
      let counts = try act.session.countLetters(of: call, chairedBy: viewer.email)
      let next = max(1, page) + 1
      return OutboxPage(
        letters: shown.map { $0.listed(body: bodies[$0.id], at: act.now) }, counts: counts.counted, query: query, state: state,
        older: found.count > size ? "/chair/letters?q=\(query)&state=\(state)&page=\(next)" : nil)
    }
  }

  /// Lets a failed letter be sent again. Twice is once; one this chair may not know of is not found.
  public func retryLetter(_ id: String) async throws {
    try await conference.act { act in
      _ = try load(act)
      guard try act.session.isLetterKnown(id, of: call, chairedBy: viewer.email) else { throw Refusal.notFound }
      let count = try act.session.retryLetters(id, of: call, chairedBy: viewer.email, at: act.now)
      if count > 0 { try act.record("retry letter", by: viewer, at: call, about: call.text) }
    }
  }

  /// The same for every failed letter this chair may know of; returns how many.
  @discardableResult
  public func retryFailedLetters() async throws -> Int {
    try await conference.act { act in
      _ = try load(act)
      let count = try act.session.retryLetters(nil, of: call, chairedBy: viewer.email, at: act.now)
      if count > 0 { try act.record("retry letters", by: viewer, at: call, about: call.text) }
      return count
    }
  }
}

extension [OutboxState: Int] {
  fileprivate var counted: OutboxPage.Counts {
    .init(
      waiting: self[.waiting] ?? 0, held: self[.held] ?? 0, sent: self[.sent] ?? 0, failed: self[.failed] ?? 0,
      returned: self[.returned] ?? 0)
  }
}

extension OutboxRow {
  /// Letters that chairs write to a whole office, or that a date moved: where they name no paper, they tell of none.
  private static let kindsForAll: Set<String> = ["chairs-letter", "date-moved"]

  /// Whether a chair may read it: a letter about one paper, which is known to be one of theirs, or one to a whole office.
  fileprivate var isOpen: Bool {
    !secret && (submission != nil || Self.kindsForAll.contains(kind)) || Mutation.opens("chairs read every letter")
  }

  /// The subject, or the kind of letter where the subject could tell of other papers or be part of a secret.
  fileprivate var told: String {
    if isOpen { return subject }
    let words = kind.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Whether a chair may still release or drop it.
  private func isHeld(at now: Instant) -> Bool {
    sentAt == nil && droppedAt == nil && (heldAt != nil || attempts == 0 && dueAt > now)
  }

  fileprivate func listed(body: String?, at now: Instant) -> OutboxPage.Row {
    let hasFailed = failedAt != nil && sentAt == nil && droppedAt == nil
    let badge =
      if droppedAt != nil {
        Badge(label: "Dropped", tone: .neutral)
      } else if isHeld(at: now) {
        Badge(label: "Held", tone: .warning)
      } else if returnedAt != nil {
        Badge(label: "Returned", tone: .bad)
      } else if sentAt != nil {
        Badge(label: "Sent", tone: .good)
      } else if hasFailed {
        Badge(label: "Failed", tone: .bad)
      } else {
        Badge(label: attempts > 0 ? "Trying again" : "Waiting", tone: attempts > 0 ? .warning : .neutral)
      }
    return OutboxPage.Row(
      id: id, to: toName.isEmpty ? toEmail : "\(toName) <\(toEmail)>", subject: told, body: isOpen ? body : nil,
      queuedAt: queuedAt, sentAt: sentAt, state: badge, trouble: returnReason ?? (sentAt == nil ? lastError ?? "" : ""),
      canRetry: hasFailed,
      canJudge: isHeld(at: now), goesAt: isHeld(at: now) && heldAt == nil ? dueAt : nil)
  }
}
