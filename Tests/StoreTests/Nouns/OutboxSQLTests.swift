import PeerReview
import Store
import Testing

@Suite("The outbox as a chair finds it")
struct OutboxSQLTests {
  private func queue(
    _ house: House, _ id: String, about submission: ID<Submission>? = nil, to person: Person = Cast.ada, secret: Bool = false,
    call: ID<Call>? = Cast.call, at now: Instant = Cast.now
  ) async throws {
    try await house.write {
      try $0.queue(
        NewLetter(
          id: id, call: call, about: submission, kind: "receipt", toEmail: person.email, toName: person.name, subject: "Subject",
          body: "Body \(id)", secret: secret), at: now)
    }
  }

  private func outbox(
    _ house: House, _ person: Person, _ state: OutboxState? = nil, limit: Int = 9, offset: Int = 0
  ) async throws -> [String] {
    try await house.read {
      try $0.outbox(of: Cast.call, chairedBy: person.email, state: state, limit: limit, offset: offset).map(\.id)
    }
  }

  @Test(
    "C19: letters about a paper are left out for a chair shut out from it: in lists, counts, retries and by id",
    arguments: Adapter.allCases)
  func shutOut(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await queue(house, "looms", about: Papers.looms)
      try await queue(house, "mills", about: Papers.mills, to: Cast.olga)
      try await queue(house, "general", to: Cast.olga)
      try await queue(house, "elsewhere", call: Cast.otherCall)
      for person in Cast.shutOut {
        #expect(try await outbox(house, person) == ["general", "mills"], "\(person.name)")
        let counts = try await house.read { try $0.countLetters(of: Cast.call, chairedBy: person.email) }
        #expect(counts == [.waiting: 2, .held: 0, .sent: 0, .failed: 0, .returned: 0], "\(person.name)")
        #expect(try await house.read { try $0.isLetterKnown("looms", of: Cast.call, chairedBy: person.email) } == false)
        #expect(try await house.read { try $0.isLetterKnown("mills", of: Cast.call, chairedBy: person.email) })
      }
      #expect(try await outbox(house, Cast.chair) == ["general", "mills", "looms"])
      #expect(try await outbox(house, Cast.chair, limit: 1, offset: 1) == ["mills"])
      try await house.write { session in
        for id in ["looms", "mills", "elsewhere"] { try session.failLetter(id, error: "no such mailbox", at: .after(1)) }
      }
      func retry(_ id: String?, _ person: Person) async throws -> Int {
        try await house.write { try $0.retryLetters(id, of: Cast.call, chairedBy: person.email, at: .after(2)) }
      }
      #expect(try await retry("looms", Cast.uma) == 0)
      #expect(try await retry("looms", Cast.torn) == 0)
      #expect(try await retry(nil, Cast.torn) == 1)
      #expect(try await retry("looms", Cast.chair) == 1)
      #expect(try await retry(nil, Cast.chair) == 0)
    }
  }

  @Test(
    "A letter to a reviewer of several papers is left out when the chair may know of none of them", arguments: Adapter.allCases)
  func assignmentLetters(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { session in
        _ = try session.assign(Cast.rita, to: Papers.looms, pseudonym: 1, at: .after(5))
        _ = try session.assign(Cast.ron, to: Papers.looms, pseudonym: 2, at: .after(5))
        _ = try session.assign(Cast.ron, to: Papers.mills, pseudonym: 1, at: .after(5))
      }
      try await queue(house, "rita", to: Cast.rita, at: .after(5))
      try await queue(house, "ron", to: Cast.ron, at: .after(5))
      try await queue(house, "rita later", to: Cast.rita, at: .after(6))
      for person in [Cast.torn, Cast.uma] { #expect(try await outbox(house, person) == ["rita later", "ron"], "\(person.name)") }
      #expect(try await outbox(house, Cast.chair) == ["rita later", "ron", "rita"])
    }
  }

  @Test("Each letter is waiting, sent or failed; bodies with a one-time link are never loaded", arguments: Adapter.allCases)
  func states(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      for id in ["waiting", "sent", "failed"] { try await queue(house, id) }
      try await queue(house, "link", secret: true)
      try await house.write { session in
        try session.markSent("sent", at: .after(1))
        try session.failLetter("failed", error: "no such mailbox", at: .after(2))
      }
      #expect(try await outbox(house, Cast.chair, .waiting) == ["link", "waiting"])
      #expect(try await outbox(house, Cast.chair, .sent) == ["sent"])
      #expect(try await outbox(house, Cast.chair, .failed) == ["failed"])
      #expect(
        try await house.read { try $0.countLetters(of: Cast.call, chairedBy: Cast.chair.email) } == [
          .waiting: 2, .held: 0, .sent: 1, .failed: 1, .returned: 0,
        ])
      let failed = try await house.read {
        try $0.outbox(of: Cast.call, chairedBy: Cast.chair.email, state: .failed, limit: 1, offset: 0).first
      }
      #expect(failed?.lastError == "no such mailbox" && failed?.failedAt == .after(2) && failed?.attempts == 1)
      #expect(failed?.submission == nil && failed?.toEmail == Cast.ada.email && failed?.secret == false)
      #expect(try await house.read { try $0.letterBodies(["sent", "link", "none"]) } == ["sent": "Body sent"])
      #expect(try await house.read { try $0.letterBodies([]) } == [:])
    }
  }

  @Test("A held letter goes on a chair's word, or at its hour; a dropped one never", arguments: Adapter.allCases)
  func held(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { session in
        for (id, hold) in [
          ("word", NewLetter.Hold.forWord), ("hour", .until(.after(60))), ("drop", .forWord), ("late", .until(.after(90))),
        ] {
          try session.queue(
            NewLetter(
              id: id, call: Cast.call, about: id == "word" ? Papers.looms : nil, kind: "note", toEmail: Cast.olga.email,
              toName: "",
              subject: "s", body: "b", secret: false, hold: hold), at: Cast.now)
        }
      }
      func due(_ seconds: Int64) async throws -> [String] {
        try await house.read { try $0.dueLetters(at: .after(seconds), limit: 9).map(\.id) }
      }
      func judge(_ id: String?, _ person: Person, drops: Bool = false) async throws -> Int {
        try await house.write {
          try $0.judgeHeldLetters(id, of: Cast.call, chairedBy: person.email, drops: drops, at: .after(2))
        }
      }
      #expect(try await due(59).isEmpty)
      #expect(try await due(60) == ["hour"])
      #expect(try await outbox(house, Cast.chair, .held) == ["drop", "word"])
      #expect(try await judge("word", Cast.torn) == 0)
      #expect(try await judge("drop", Cast.torn, drops: true) == 1)
      #expect(try await judge("late", Cast.chair, drops: true) == 1)
      #expect(try await judge(nil, Cast.chair) == 2)
      #expect(try await judge(nil, Cast.chair) == 0)
      #expect(try await due(1_000) == ["word", "hour"])
      #expect(try await outbox(house, Cast.chair, .dropped) == ["late", "drop"])
    }
  }
}
