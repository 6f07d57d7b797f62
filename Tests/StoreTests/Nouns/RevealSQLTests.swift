import Dispatch
import PeerReview
import Store
import Testing

@Suite("The record of reveals in a database")
struct RevealSQLTests {
  private func row(_ seconds: Int64, _ secrets: Set<Secret>, _ papers: [Int]) -> RevealRow {
    RevealRow(
      at: .after(seconds), call: Cast.call, person: Cast.chair.id, entitlement: "chair",
      page: "submissions", secrets: secrets,
      papers: Set(papers.map { SubmissionNumber($0) }))
  }

  @Test(
    "Entries come back newest first as they were written; a set of papers is stored once",
    arguments: Adapter.allCases)
  func written(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let rows = [
        row(1, [.authors], [17, 3]), row(2, [.decision, .reviews], [3, 17]),
        row(3, [.originalFiles], [40]),
      ]
      try await house.database.writeReveals { session in for row in rows { try session.record(row) } }
      #expect(
        try await house.read { try $0.reveals(of: Cast.call, limit: 9, offset: 0) }
          == rows.reversed())
      #expect(
        try await house.read { try $0.reveals(of: Cast.call, limit: 1, offset: 1) } == [rows[1]])
      #expect(
        try await house.read { try $0.reveals(of: Cast.otherCall, limit: 9, offset: 0) } == [])
      #expect(try await house.read { try $0.count("SELECT count(*) FROM reveal_papers") } == 2)
      #expect(try await house.read { try $0.firstBrokenReveal() } == nil)
    }
  }

  @Test("A look changes nothing in the file that pages are read from")
  func fileOfItsOwn() async throws {
    try await Adapter.sqliteFile.withHouse { house throws in
      func version() async throws -> Int {
        try await house.database.read { session in
          let version: SQL = "PRAGMA data_version"
          return try session.rows(version.perEngine) { try $0.int(0) }.first ?? 0
        }
      }
      let before = try await version()
      let row = row(1, [.authors], [17])
      try await house.database.writeReveals { try $0.record(row) }
      #expect(try await house.read { try $0.reveals(of: Cast.call, limit: 9, offset: 0) } == [row])
      #expect(try await version() == before)
      try await house.write { try $0.grant(.chair, to: Cast.rita) }
      #expect(try await version() != before)
    }
  }

  @Test("A look waits for no other write, and of one that fails nothing remains", .timeLimit(.minutes(1)))
  func besideAWrite() async throws {
    try await Adapter.sqliteFile.withHouse { house throws in
      let goOn = DispatchSemaphore(value: 0)
      let (begun, begin) = AsyncStream.makeStream(of: Void.self)
      async let other: Void = house.write { session in
        try session.grant(.chair, to: Cast.rita)
        begin.finish()
        goOn.wait()
      }
      for await _ in begun {}
      let (first, second) = (row(1, [.authors], [17]), row(2, [.decision], [3]))
      try await house.database.writeReveals { try $0.record(first) }
      await #expect(throws: StoreFault.self) {
        try await house.database.writeReveals { session in
          try session.record(second)
          throw StoreFault.other("as if the disk had failed")
        }
      }
      #expect(try await house.read { try $0.reveals(of: Cast.call, limit: 9, offset: 0) } == [first])
      goOn.signal()
      try await other
    }
  }

  @Test("The record stays whole through folds of its log and from one opening to the next")
  func reopened() async throws {
    try await withFolder { folder in
      for opening in 1...2 {
        let database = try SQLiteDatabase(folder: folder)
        _ = try await database.write { try Schema.migrate($0, Schema.migrations, at: .after(0)) }
        for second in 1...510 as ClosedRange<Int64> {
          let row = row(second, [.authors], [17])
          try await database.writeReveals { try $0.record(row) }
        }
        #expect(try await database.read { try $0.count("SELECT count(*) FROM reveal") } == opening * 510)
        #expect(try await database.read { try $0.firstBrokenReveal() } == nil)
        try await database.close()
        await #expect(throws: StoreFault.self) { try await database.writeReveals { try $0.execute("DELETE FROM reveal") } }
      }
    }
  }

  private enum Change: CaseIterable { case entry, papers, removal }

  @Test("A changed entry, changed papers and an entry taken out are noticed", arguments: Adapter.allCases, Change.allCases)
  private func tampered(_ adapter: Adapter, change: Change) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { session in
        for second in 1...3 as ClosedRange<Int64> { try session.record(row(second, [.authors], [17])) }
      }
      _ = try await house.write { session in
        switch change {
        case .entry: try session.execute("UPDATE reveal SET page = 'nothing' WHERE number = \(2)")
        case .papers: try session.execute("UPDATE reveal_papers SET numbers = '3'")
        case .removal: try session.execute("DELETE FROM reveal WHERE number = \(2)")
        }
      }
      #expect(try await house.read { try $0.firstBrokenReveal() } != nil)
    }
  }

  @Test("What was opened to a reviewer is found with its reason, once", arguments: Adapter.allCases)
  func openings(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let opening = OpeningRow(
        submission: Papers.looms, person: Cast.rita.id, secret: .authors, reason: "A suspicion.",
        by: Cast.chair.id, at: Cast.now)
      try await house.write { try $0.add(opening, id: "o-1") }
      await #expect(throws: StoreFault.uniqueViolation) {
        try await house.write { try $0.add(opening, id: "o-2") }
      }
      let found = try await house.read { try $0.openings(of: Papers.looms) }
      #expect(found.map(\.reason) == ["A suspicion."] && found.map(\.secret) == [.authors])
      #expect(try await house.read { try $0.openings(of: Papers.mills).isEmpty })
    }
  }
}
