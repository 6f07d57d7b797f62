import PeerReview
import Store
import Testing

@Suite("Jobs in a database")
struct JobSQLTests {
  private func lease(_ house: House, at now: Instant = .after(1), for seconds: Int64 = 60) async throws -> String? {
    try await house.write { try $0.leaseJob(at: now, until: now.adding(.seconds(seconds)))?.id }
  }

  @Test("A due job goes to one worker, however many ask at once, oldest first", arguments: Adapter.allCases)
  func once(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { session in
        for (id, second) in [("c", 0), ("a", 1), ("b", 0)] as [(String, Int64)] {
          try session.enqueue(id: id, kind: "screen", subject: "m-\(id)", at: .after(second))
        }
      }
      let leased = try await withThrowingTaskGroup(of: String?.self) { group in
        for _ in 0..<9 { group.addTask { try await lease(house) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(leased.count == 9 && leased.compactMap { $0 }.sorted() == ["a", "b", "c"])
    }
  }

  @Test("Jobs queued together come by id, later ones later, and none before it is due", arguments: Adapter.allCases)
  func order(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      #expect(try await lease(house) == nil)
      try await house.write { session in
        for (id, second) in [("c", 0), ("a", 1), ("b", 0)] as [(String, Int64)] {
          try session.enqueue(id: id, kind: "screen", subject: "m-\(id)", at: .after(second))
        }
      }
      #expect(try await lease(house, at: Cast.now) == "b")
      #expect(try await lease(house, at: Cast.now) == "c")
      #expect(try await lease(house, at: Cast.now) == nil)
      #expect(try await lease(house, at: .after(1)) == "a")
      for id in ["a", "b", "c"] { #expect(try await house.read { try $0.isQueued(kind: "screen", subject: "m-\(id)") }) }
    }
  }

  @Test("A lease that ran out gives the job to the next worker, and counts the attempts", arguments: Adapter.allCases)
  func expired(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { try $0.enqueue(id: "j", kind: "screen", subject: "m", at: Cast.now) }
      let first = try await house.write { try $0.leaseJob(at: Cast.now, until: .after(60)) }
      #expect(first?.attempts == 1 && first?.kind == "screen" && first?.subject == "m")
      #expect(try await lease(house, at: Instant.after(60).adding(Span(microseconds: -1))) == nil)
      #expect(try await house.write { try $0.leaseJob(at: .after(60), until: .after(120))?.attempts } == 2)
    }
  }

  @Test("Finished and failed jobs never come again; a postponed one comes when it is due", arguments: Adapter.allCases)
  func ended(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { session in
        for id in ["done", "failed", "postponed"] { try session.enqueue(id: id, kind: "screen", subject: "m", at: Cast.now) }
      }
      for _ in 0..<3 { #expect(try await lease(house, for: 1) != nil) }
      try await house.write { session in
        try session.finishJob("done", at: .after(1))
        try session.failJob("failed", error: "gave up", at: .after(1))
        try session.postponeJob("postponed", error: "busy", due: .after(500))
      }
      #expect(try await lease(house, at: .after(499)) == nil)
      #expect(try await lease(house, at: .after(500)) == "postponed")
      #expect(try await lease(house, at: .after(501)) == nil)
      #expect(try await lease(house, at: .after(560)) == "postponed")
      #expect(try await house.read { try $0.isQueued(kind: "screen", subject: "m") })
      #expect(try await house.read { try $0.isGivenUp(kind: "screen", subject: "m") })
      #expect(try await house.read { try $0.isGivenUp(kind: "solve", subject: "m") } == false)
      #expect(try await house.read { try $0.isGivenUp(kind: "screen", subject: "done") } == false)
    }
  }
}
