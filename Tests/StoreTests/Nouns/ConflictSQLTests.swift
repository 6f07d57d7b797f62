import PeerReview
import Store
import Testing

@Suite("Conflicts in a database")
struct ConflictSQLTests {
  @Test("A conflict stands once a side, ends once, and can be declared again", arguments: Adapter.allCases)
  func standing(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      func sides() async throws -> [String] {
        try await house.read { try $0.conflicts(of: Papers.looms).map { "\($0.side.rawValue) \($0.email)" } }
      }
      let before = ["author rex@example.org", "chair tom@example.org"]
      let uma = "reviewer uma@example.org"
      #expect(try await sides() == before + [uma])
      try await house.write { session in
        try session.declare(Cast.rex, side: .author, id: "again")
        try session.declare(Cast.rex, side: .reviewer)
      }
      #expect(try await sides() == before + ["reviewer rex@example.org", uma])
      try await house.write { try $0.endConflict(submission: Papers.looms, email: Cast.rex.email, side: .author, at: .after(5)) }
      #expect(try await sides() == ["chair tom@example.org", "reviewer rex@example.org", uma])
      #expect(try await house.read { try $0.shutOutAddresses(of: Papers.looms).contains(Cast.rex.email) })
      try await house.write { try $0.declare(Cast.rex, side: .author, id: "again") }
      #expect(try await sides() == before + ["reviewer rex@example.org", uma])
      #expect(try await house.read { try $0.conflicts(of: Papers.mills).count } == 0)
    }
  }

  @Test("Conflicts are listed by address and side; one's own with those taken back, others' never", arguments: Adapter.allCases)
  func own(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      #expect(try await house.read { try $0.ownConflicts(of: Cast.rex.email, in: Cast.call).count } == 0)
      try await house.write { session in
        try session.declare(Cast.rex, side: .reviewer)
        try session.addConflict(
          id: "c-mills", submission: Papers.mills, email: Cast.rex.email, name: "Rex", kind: "personal", side: .reviewer,
          by: Cast.rex.id, at: .after(1))
        try session.endConflict(submission: Papers.looms, email: Cast.rex.email, side: .reviewer, at: .after(5))
      }
      let own = try await house.read { try $0.ownConflicts(of: Cast.rex.email, in: Cast.call) }
      #expect(own.map(\.submission) == [Papers.looms, Papers.mills])
      #expect(own.map(\.number.value) == [1, 2] && own.map(\.kind) == ["advisor", "personal"])
      #expect(own.map(\.endedAt) == [.after(5), nil] && own.last?.id == "c-mills" && own.last?.at == .after(1))
      func listed(_ side: ConflictSide, _ call: ID<Call>) async throws -> [ID<Submission>] {
        try await house.read { try $0.conflicts(ofEmail: Cast.rex.email, side: side, in: call).map(\.submission) }
      }
      #expect(try await listed(.reviewer, Cast.call) == [Papers.mills])
      #expect(try await listed(.author, Cast.call) == [Papers.looms])
      #expect(try await listed(.chair, Cast.call) == [])
      #expect(try await listed(.author, Cast.otherCall) == [])
    }
  }

  @Test(
    "Conflicts that stand at a paper are listed with their ids, and known as ended once they are", arguments: Adapter.allCases)
  func ids(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let standing = try await house.read { try $0.standingConflicts(of: Papers.looms) }
      #expect(standing.map(\.id) == ["c-author-id-rex", "c-chair-id-tom"])
      #expect(standing.first?.kind == "advisor" && standing.first?.name == "Rex" && standing.first?.side == .author)
      #expect(standing.first?.email == Cast.rex.email && standing.first?.at == Cast.now)
      #expect(try await house.read { try $0.hasConflictEnded("c-author-id-rex", at: Papers.looms) } == false)
      try await house.write { try $0.endConflict(submission: Papers.looms, email: Cast.rex.email, side: .author, at: .after(1)) }
      #expect(try await house.read { try $0.hasConflictEnded("c-author-id-rex", at: Papers.looms) })
      #expect(try await house.read { try $0.hasConflictEnded("c-author-id-rex", at: Papers.mills) } == false)
      #expect(try await house.read { try $0.standingConflicts(of: Papers.looms).map(\.id) } == ["c-chair-id-tom"])
    }
  }

  @Test(
    "C19: a conflict with a person holds for each of their papers, later ones too, until it ends", arguments: Adapter.allCases)
  func withPerson(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      func isShutOut(_ person: Person, _ paper: ID<Submission>) async throws -> Bool {
        try await house.read { try $0.shutOutAddresses(of: paper).contains(person.email) }
      }
      let olga = DeclaredConflict(email: Cast.olga.email, name: "Olga", kind: "advisor")
      try await house.write { session in
        for id in ["k1", "k2"] { try session.addPersonConflict(id: id, olga, of: Cast.rita.email, in: Cast.call, at: .after(1)) }
        try session.addPersonConflict(id: "k3", olga, of: Cast.ron.email, in: Cast.otherCall, at: .after(1))
      }
      #expect(try await isShutOut(Cast.rita, Papers.mills))
      #expect(try await isShutOut(Cast.ron, Papers.mills) == false)
      #expect(try await isShutOut(Cast.rita, Papers.looms) == false)
      try await house.write {
        try $0.version(3, of: Papers.looms, title: "T", authors: [Cast.ada, Cast.olga], contact: Cast.ada, at: .after(20))
      }
      #expect(try await isShutOut(Cast.rita, Papers.looms))
      let own = try await house.read { try $0.personConflicts(of: Cast.rita.email, in: Cast.call) }
      #expect(own.map(\.id) == ["k1"] && own.first?.conflict == olga && own.first?.at == .after(1))
      try await house.write { session in
        for second in [30, 40] as [Int64] { try session.endPersonConflict("k1", at: .after(second)) }
      }
      #expect(try await house.read { try $0.personConflicts(of: Cast.rita.email, in: Cast.call).first?.endedAt } == .after(30))
      #expect(try await isShutOut(Cast.rita, Papers.mills) == false)
      try await house.write { try $0.addPersonConflict(id: "k4", olga, of: Cast.rita.email, in: Cast.call, at: .after(50)) }
      #expect(try await isShutOut(Cast.rita, Papers.mills))
    }
  }
}
