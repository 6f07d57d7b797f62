import PeerReview
import Store
import Testing

@Suite("Every database")
struct DatabaseContractTests {
  private struct Declined: Error {}

  @Test("A body that throws leaves nothing, and its own error comes through", arguments: Adapter.allCases)
  func rollsBack(_ adapter: Adapter) async throws {
    try await adapter.withAccounts { database throws in
      await #expect(throws: Refusal.stale) {
        try await database.write { session in
          try session.execute("UPDATE account SET balance = \(7) WHERE id = \("A")")
          try session.execute("INSERT INTO account (id, balance) VALUES (\("C"), \(1))")
          throw Refusal.stale
        }
      }
      #expect(try await database.read { try $0.balance("A") } == 100)
      #expect(try await database.read { try $0.balance("C") } == nil)
    }
  }

  @Test("A failed statement loses the transaction even when the body swallows the fault", arguments: Adapter.allCases)
  func failedStatementEndsTransaction(_ adapter: Adapter) async throws {
    try await adapter.withAccounts { database throws in
      await #expect(throws: StoreFault.uniqueViolation) {
        try await database.write { session in
          try session.execute("INSERT INTO account (id, balance) VALUES (\("C"), \(1))")
          _ = try? session.execute("INSERT INTO account (id, balance) VALUES (\("A"), \(1))")
          _ = try? session.execute("INSERT INTO account (id, balance) VALUES (\("D"), \(1))")
        }
      }
      #expect(try await database.read { try $0.count("SELECT count(*) FROM account") } == 2)
    }
  }

  @Test("Two hundred concurrent read-modify-writes lose no update", arguments: Adapter.allCases)
  func serialised(_ adapter: Adapter) async throws {
    try await adapter.withAccounts { database throws in
      let seen = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<200 {
          group.addTask {
            try await database.write { session in
              let old = try session.balance("B") ?? 0
              try session.execute("UPDATE account SET balance = \(old + 1) WHERE id = \("B")")
              return old
            }
          }
        }
        return try await group.reduce(into: [Int]()) { $0.append($1) }
      }
      #expect(seen.sorted() == Array(0..<200))
      #expect(try await database.read { try $0.balance("B") } == 200)
    }
  }

  @Test("Of concurrent writes those that fail undo themselves alone", arguments: Adapter.allCases)
  func failuresStayApart(_ adapter: Adapter) async throws {
    try await adapter.withAccounts { database throws in
      let outcomes = await withTaskGroup(of: (Int, Bool).self) { group in
        for number in 0..<120 {
          group.addTask {
            let done: Void? = try? await database.write { session in
              try session.execute("INSERT INTO account (id, balance) VALUES (\("n\(number)"), \(number))")
              if number % 3 == 0 { throw Declined() }
              if number % 3 == 1 { try session.execute("INSERT INTO account (id, balance) VALUES (\("A"), \(0))") }
            }
            return (number, done != nil)
          }
        }
        return await group.reduce(into: [(Int, Bool)]()) { $0.append($1) }
      }
      #expect(outcomes.allSatisfy { number, isDone in isDone == (number % 3 == 2) })
      let kept = try await database.read { session in
        try session.rows("SELECT balance FROM account WHERE id NOT IN ('A', 'B') ORDER BY balance NULLS FIRST") {
          try $0.int(0)
        }
      }
      #expect(kept == Array(stride(from: 2, to: 120, by: 3)))
    }
  }

  @Test("A read sees one moment, never half of a write", arguments: Adapter.allCases)
  func snapshot(_ adapter: Adapter) async throws {
    try await adapter.withAccounts { database throws in
      try await withThrowingTaskGroup(of: Int?.self) { group in
        for _ in 0..<100 {
          group.addTask {
            try await database.write { session in
              try session.execute("UPDATE account SET balance = balance - 1 WHERE id = \("A")")
              try session.execute("UPDATE account SET balance = balance + 1 WHERE id = \("B")")
            }
            return nil
          }
          group.addTask { try await database.read { (try $0.balance("A") ?? 0) + (try $0.balance("B") ?? 0) } }
        }
        for try await sum in group where sum != nil { #expect(sum == 100) }
      }
    }
  }

  @Test("A read begun after a write has returned sees it", arguments: Adapter.allCases)
  func readsOwnWrites(_ adapter: Adapter) async throws {
    try await adapter.withAccounts { database throws in
      for balance in 1...50 {
        try await database.write { _ = try $0.execute("UPDATE account SET balance = \(balance) WHERE id = \("B")") }
        #expect(try await database.read { try $0.balance("B") } == balance)
      }
    }
  }

  @Test("A read can't write", arguments: Adapter.allCases)
  func readsDoNotWrite(_ adapter: Adapter) async throws {
    try await adapter.withAccounts { database throws in
      await #expect(throws: StoreFault.self) {
        try await database.read { _ = try $0.execute("UPDATE account SET balance = \(1) WHERE id = \("A")") }
      }
      #expect(try await database.read { try $0.balance("A") } == 100)
    }
  }

  @Test("A write goes on to its end when its task is cancelled", arguments: Adapter.allCases)
  func cancelled(_ adapter: Adapter) async throws {
    try await adapter.withAccounts { database throws in
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try await database.write { try $0.execute("UPDATE account SET balance = \(5) WHERE id = \("A")") }
      }
      #expect(try await task.value == 1)
      #expect(try await database.read { try $0.balance("A") } == 5)
    }
  }

  @Test("A closed database refuses and may be closed again", arguments: Adapter.allCases)
  func closed(_ adapter: Adapter) async throws {
    try await adapter.withAccounts { database throws in
      try await database.close()
      try await database.close()
      await #expect(throws: StoreFault.self) { try await database.write { _ in } }
      await #expect(throws: StoreFault.self) { try await database.read { try $0.count("SELECT count(*) FROM account") } }
    }
  }
}
