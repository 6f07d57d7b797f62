import PeerReview
import Store
import Testing

@Suite("The outbox in a database")
struct LetterSQLTests {
  private func queue(
    _ house: House, _ id: String, about submission: ID<Submission>? = nil, kind: String = "receipt", secret: Bool = false,
    call: ID<Call>? = Cast.call, at now: Instant = Cast.now
  ) async throws {
    try await house.write {
      try $0.queue(
        NewLetter(
          id: id, call: call, about: submission, kind: kind, toEmail: Cast.ada.email, toName: "Ada", subject: "Subject \(id)",
          body: "Body \(id)", secret: secret), at: now)
    }
  }

  private func due(_ house: House, at now: Instant = Cast.now, limit: Int = 10) async throws -> [LetterRow] {
    try await house.read { try $0.dueLetters(at: now, limit: limit) }
  }

  @Test("Letters come due in the order queued, and go when sent", arguments: Adapter.allCases)
  func order(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await queue(house, "z", at: Cast.now)
      try await queue(house, "a", at: Cast.now)
      try await queue(house, "later", at: .after(60))
      #expect(try await due(house).map(\.id) == ["z", "a"])
      #expect(try await due(house, limit: 1).map(\.id) == ["z"])
      #expect(try await due(house, at: .after(60)).map(\.id) == ["z", "a", "later"])
      let letter = try await due(house).first
      #expect(letter?.number == 1 && letter?.toEmail == Cast.ada.email && letter?.subject == "Subject z" && letter?.attempts == 0)
      try await house.write { try $0.markSent("z", at: .after(1)) }
      #expect(try await due(house).map(\.id) == ["a"])
      #expect(try await due(house, at: .after(60)).map(\.id) == ["a", "later"])
    }
  }

  @Test(
    "A due letter goes to one worker, however many ask at once, and comes back when its time is up", arguments: Adapter.allCases)
  func lease(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      for id in ["z", "a"] { try await queue(house, id) }
      try await queue(house, "later", at: .after(60))
      let leased = try await withThrowingTaskGroup(of: String?.self) { group in
        for _ in 0..<6 {
          group.addTask { try await house.write { try $0.leaseLetter(at: .after(1), until: .after(100))?.id } }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(leased.count == 6 && leased.compactMap { $0 }.sorted() == ["a", "z"])
      func next(at now: Instant) async throws -> LetterRow? {
        try await house.write { try $0.leaseLetter(at: now, until: now.adding(.seconds(100))) }
      }
      #expect(try await next(at: .after(60))?.id == "later")
      #expect(try await next(at: Instant.after(100).adding(Span(microseconds: -1)))?.id == nil)
      let again = try await next(at: .after(100))
      #expect(again?.id == "z" && again?.body == "Body z" && again?.attempts == 0)
      try await house.write { try $0.markSent("a", at: .after(101)) }
      #expect(try await next(at: .after(130))?.id == nil)
    }
  }

  @Test("A letter that holds a one-time link loses its body once sent; others keep theirs", arguments: Adapter.allCases)
  func secrets(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await queue(house, "plain")
      try await queue(house, "link", secret: true)
      #expect(try await due(house).map(\.body) == ["Body plain", "Body link"])
      try await house.write { session in for id in ["plain", "link"] { try session.markSent(id, at: .after(1)) } }
      let bodies = try await house.read { session in
        try session.rows("SELECT body FROM letter ORDER BY number") { try $0.text(0) }
      }
      #expect(bodies == ["Body plain", ""])
    }
  }

  @Test("A letter that can't be sent is put off, then given up, and tried again when a chair asks", arguments: Adapter.allCases)
  func failures(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await queue(house, "l")
      try await house.write { try $0.postponeLetter("l", error: "busy", due: .after(60)) }
      #expect(try await due(house, at: .after(59)).count == 0)
      #expect(try await due(house, at: .after(60)).first?.lastError == "busy")
      try await house.write { try $0.failLetter("l", error: "no such mailbox", at: .after(61)) }
      #expect(try await due(house, at: .after(999)).count == 0)
      let failed = try await house.read {
        try $0.outbox(of: Cast.call, chairedBy: Cast.chair.email, state: .failed, limit: 9, offset: 0)
      }
      #expect(failed.first?.failedAt == .after(61) && failed.first?.attempts == 2 && failed.first?.lastError == "no such mailbox")
      func retry(of call: ID<Call>, at now: Instant) async throws -> Int {
        try await house.write { try $0.retryLetters("l", of: call, chairedBy: Cast.chair.email, at: now) }
      }
      #expect(try await retry(of: Cast.otherCall, at: .after(70)) == 0)
      #expect(try await retry(of: Cast.call, at: .after(70)) == 1)
      #expect(try await due(house, at: .after(70)).map(\.id) == ["l"])
      try await house.write { try $0.markSent("l", at: .after(71)) }
      #expect(try await retry(of: Cast.call, at: .after(72)) == 0)
    }
  }

  @Test("Letters are counted by kind, and those that tell decisions are known", arguments: Adapter.allCases)
  func counts(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await queue(house, "looms", about: Papers.looms)
      try await queue(house, "mills", about: Papers.mills, kind: "decision")
      try await queue(house, "general", kind: "invitation")
      try await queue(house, "link", secret: true)
      try await queue(house, "elsewhere", call: Cast.otherCall)
      try await queue(house, "of no call", call: nil)
      let counts = try await house.read { try $0.countLetters(of: Cast.call).map { "\($0.kind) \($0.count)" } }
      #expect(counts == ["decision 1", "invitation 1", "receipt 2"])
      #expect(try await house.read { try $0.decisionLetters(in: Cast.call) } == ["mills"])
      #expect(try await house.read { try $0.decisionLetters(in: Cast.otherCall) } == [])
    }
  }
}
