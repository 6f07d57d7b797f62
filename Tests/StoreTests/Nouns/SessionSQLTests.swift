import PeerReview
import Store
import Testing

@Suite("Sign-in links and sessions in a database")
struct SessionSQLTests {
  @Test(
    "A one-time link is used once, by whoever comes first, and not from the microsecond it expires", arguments: Adapter.allCases)
  func links(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let expires = Instant.after(900)
      try await house.write { session in
        for hash in ["a", "b", "c"] {
          try session.addSignInLink(tokenHash: hash, email: Cast.ada.email, at: Cast.now, expires: expires)
        }
      }
      let used = try await withThrowingTaskGroup(of: String?.self) { group in
        for _ in 0..<8 { group.addTask { try await house.write { try $0.useSignInLink(tokenHash: "a", at: .after(1)) } } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(used.compactMap { $0 } == [Cast.ada.email])
      let last = expires.adding(Span(microseconds: -1))
      #expect(try await house.write { try $0.useSignInLink(tokenHash: "b", at: last) } == Cast.ada.email)
      #expect(try await house.write { try $0.useSignInLink(tokenHash: "c", at: expires) } == nil)
      #expect(try await house.write { try $0.useSignInLink(tokenHash: "unknown", at: last) } == nil)
    }
  }

  private func session(_ id: String, of person: Person, seenAt: Instant = Cast.now) -> SessionRow {
    SessionRow(id: id, person: person, formToken: "form-\(id)", device: "Firefox on Linux", createdAt: Cast.now, seenAt: seenAt)
  }

  @Test("A session is open until the microsecond it expires, or until it is ended", arguments: Adapter.allCases)
  func sessions(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let expires = Instant.after(3_600)
      let row = session("one", of: Cast.ada)
      try await house.write { try $0.add(row, tokenHash: "t1", expires: expires) }
      let last = expires.adding(Span(microseconds: -1))
      let open = try await house.read { try $0.session(tokenHash: "t1", at: last) }
      #expect(open?.person == Cast.ada && open?.formToken == "form-one" && open?.device == "Firefox on Linux")
      #expect(try await house.read { try $0.session(tokenHash: "t1", at: expires)?.id } == nil)
      #expect(try await house.read { try $0.session(tokenHash: "one", at: last)?.id } == nil)
      #expect(try await house.read { try $0.openSessions(of: Cast.ada.id, at: expires).map(\.id) } == [])
      try await house.write { try $0.endSession(tokenHash: "t1", at: .after(5)) }
      #expect(try await house.read { try $0.session(tokenHash: "t1", at: .after(6))?.id } == nil)
    }
  }

  @Test("One's own sessions can be ended one by one or all at once, never another's", arguments: Adapter.allCases)
  func ending(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let rows = [
        session("a1", of: Cast.ada), session("a2", of: Cast.ada, seenAt: .after(5)), session("b1", of: Cast.ben),
        session("a3", of: Cast.ada, seenAt: .after(5)),
      ]
      try await house.write { writing in
        for row in rows { try writing.add(row, tokenHash: "t-\(row.id)", expires: .after(99)) }
      }
      func open(_ person: Person) async throws -> [String] {
        try await house.read { try $0.openSessions(of: person.id, at: .after(9)).map(\.id) }
      }
      #expect(try await open(Cast.ada) == ["a2", "a3", "a1"])
      try await house.write { session in
        try session.touchSession("a1", at: .after(7))
        try session.touchSession("a2", at: .after(4))
        try session.endSession("b1", of: Cast.ada.id, at: .after(8))
        try session.endSession("a3", of: Cast.ada.id, at: .after(8))
      }
      #expect(try await open(Cast.ada) == ["a1", "a2"])
      #expect(try await open(Cast.ben) == ["b1"])
      #expect(try await house.read { try $0.openSessions(of: Cast.ada.id, at: .after(9)).last?.seenAt } == .after(5))
      try await house.write { try $0.endSessions(of: Cast.ada.id, except: "a2", at: .after(8)) }
      #expect(try await open(Cast.ada) == ["a2"])
      try await house.write { try $0.endSessions(of: Cast.ada.id, at: .after(8)) }
      #expect(try await open(Cast.ada) == [])
      #expect(try await open(Cast.ben) == ["b1"])
    }
  }

  @Test("When an office holder was last here is told; others and people never seen are missing", arguments: Adapter.allCases)
  func lastSeen(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let rows = [
        session("c1", of: Cast.chair, seenAt: .after(3)), session("c2", of: Cast.chair, seenAt: .after(8)),
        session("o1", of: Cast.olga, seenAt: .after(9)),
      ]
      try await house.write { writing in
        for row in rows { try writing.add(row, tokenHash: "t-\(row.id)", expires: .after(99)) }
      }
      let all = [Cast.chair.id, Cast.olga.id]
      #expect(try await house.read { try $0.lastSeen(at: Cast.call, of: all) } == [Cast.chair.id: .after(8)])
      #expect(try await house.read { try $0.lastSeen(at: Cast.call, of: [Cast.olga.id]) } == [:])
      #expect(try await house.read { try $0.lastSeen(at: Cast.otherCall, of: all) } == [:])
    }
  }
}
