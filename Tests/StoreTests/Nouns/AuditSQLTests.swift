import PeerReview
import Store
import Testing

@Suite("The record of acts in a database")
struct AuditSQLTests {
  private func record(_ house: House, _ subjects: [String], call: ID<Call>? = Cast.call) async throws {
    try await house.write { session in
      for subject in subjects {
        try session.record(actor: "chair", act: "decided", call: call, subject: subject, detail: "accept", at: .after(7))
      }
    }
  }

  @Test("Entries are numbered from 1 and chained: each holds the hash of the one before", arguments: Adapter.allCases)
  func chain(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      #expect(try await house.read { try $0.firstBrokenAuditEntry() } == nil)
      try await record(house, ["a", "b"])
      try await record(house, ["a"], call: nil)
      #expect(try await house.read { try $0.firstBrokenAuditEntry() } == nil)
      let about = try await house.read { try $0.audit(about: "a") }
      #expect(about.map(\.number) == [1, 3])
      #expect(about.map(\.call) == [Cast.call, nil] && about.first?.previousHash == "" && about.first?.at == .after(7))
      let second = try await house.read { try $0.audit(about: "b").first }
      #expect(second?.previousHash == about.first?.hash && about.last?.previousHash == second?.hash)
      #expect(Set([about.first?.hash, second?.hash, about.last?.hash]).count == 3)
      #expect(second?.hash.count == 64)
    }
  }

  static let tampering: [(sql: SQL, broken: Int?)] = [
    ("UPDATE audit SET detail = 'reject' WHERE number = 2", 2), ("UPDATE audit SET actor = 'nobody' WHERE number = 3", 3),
    ("UPDATE audit SET act = 'erased' WHERE number = 1", 1), ("UPDATE audit SET at = at + 1 WHERE number = 2", 2),
    ("UPDATE audit SET subject = 'x' WHERE number = 2", 2), ("UPDATE audit SET call_id = NULL WHERE number = 4", 4),
    ("UPDATE audit SET hash = previous_hash WHERE number = 2", 2), ("DELETE FROM audit WHERE number = 2", 3),
    ("DELETE FROM audit WHERE number = 1", 2), ("UPDATE audit SET previous_hash = '' WHERE number = 3", 3),
    ("UPDATE audit SET number = 9 WHERE number = 2", 3),
    ("UPDATE audit SET actor = 'chairde', act = 'cided' WHERE number = 2", 2),
  ]

  @Test("The first entry that was changed, moved or follows a removed one is found", arguments: Adapter.allCases)
  func tampered(_ adapter: Adapter) async throws {
    for (sql, broken) in Self.tampering {
      try await adapter.withHouse { house throws in
        try await record(house, ["a", "b", "c", "d"])
        let changed = try await house.write { try $0.execute(sql.perEngine) }
        #expect(changed == 1)
        #expect(try await house.read { try $0.firstBrokenAuditEntry() } == broken, "\(sql.text)")
      }
    }
  }

  @Test("A number can't be given twice", arguments: Adapter.allCases)
  func twice(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await record(house, ["a"])
      await #expect(throws: StoreFault.uniqueViolation) {
        try await house.write {
          try $0.execute(
            """
            INSERT INTO audit (number, at, actor, act, call_id, subject, detail, previous_hash, hash)
            SELECT number, at, actor, act, call_id, subject, detail, previous_hash, hash FROM audit
            """)
        }
      }
    }
  }

  @Test("A chair's view leaves out papers the chair is shut out from, counted alike, newest first", arguments: Adapter.allCases)
  func chairs(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await record(house, [Papers.looms.text, Papers.mills.text, "call"])
      try await record(house, ["elsewhere"], call: Cast.otherCall)
      func seen(_ person: Person, limit: Int = 9, offset: Int = 0) async throws -> [String] {
        try await house.read {
          try $0.audit(of: Cast.call, chairedBy: person.email, limit: limit, offset: offset).map(\.subject)
        }
      }
      let views: [(Person, [String])] =
        [(Cast.chair, ["call", "s-mills", "s-looms"]), (Cast.olga, ["call", "s-looms"])]
        + Cast.shutOut.map { ($0, ["call", "s-mills"]) }
      for (person, expected) in views {
        #expect(try await seen(person) == expected, "\(person.name)")
        #expect(
          try await house.read { try $0.countAudit(of: Cast.call, chairedBy: person.email) } == expected.count, "\(person.name)")
        let short = try await house.read { try $0.audit(of: Cast.call, chairedBy: person.email, limit: 1, offset: 0) }
        #expect(short.map(\.subject) == ["call"])
        let old = try await house.read {
          try $0.audit(of: Cast.call, chairedBy: person.email, limit: 9, offset: 0).map(\.subject)
        }
        #expect(old == expected, "\(person.name)")
      }
      #expect(try await seen(Cast.chair, limit: 1, offset: 1) == ["s-mills"])
      #expect(try await seen(Cast.torn, limit: 1, offset: 2) == [])
    }
  }

  @Test("An entry's fingerprint tells of that entry alone, wherever it stands in the record", arguments: Adapter.allCases)
  func fingerprint(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await record(house, ["a", "hidden", "a", "b"])
      let prints = try await house.read {
        try $0.audit(of: Cast.call, chairedBy: Cast.chair.email, limit: 9, offset: 0).map(\.fingerprint)
      }
      #expect(prints.count == 4 && prints[1] == prints[3] && Set(prints).count == 3)
    }
  }

  @Test("Papers named by id get their numbers; what is no paper is left out", arguments: Adapter.allCases)
  func numbers(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let asked = [Papers.mills, Papers.looms, Papers.mills, ID<Submission>("call")]
      let numbers = try await house.read { try $0.numbers(of: asked) }
      #expect(numbers == [Papers.looms: SubmissionNumber(1), Papers.mills: SubmissionNumber(2)])
      #expect(try await house.read { try $0.numbers(of: []) } == [:])
    }
  }
}
