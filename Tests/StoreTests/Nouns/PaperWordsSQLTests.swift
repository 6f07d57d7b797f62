import PeerReview
import Store
import Testing

@Suite("Words of papers in a database")
struct PaperWordsSQLTests {
  private static func find(_ house: House, _ field: String, _ words: String, by person: Person = Cast.chair) async throws
    -> Set<ID<Submission>>
  {
    try await house.read {
      Set(try $0.papers(with: SearchTerm(field: field, words: words), in: Cast.call, chairedBy: person.email))
    }
  }

  @Test(
    "Words are found by how they begin, in their order, whatever their capitals and accents; signs are no operators",
    arguments: Adapter.allCases)
  func words(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house in
      #expect(try await Self.find(house, "title", "loom") == [Papers.looms])
      #expect(try await Self.find(house, "title", "Looms that") == [Papers.looms])
      #expect(try await Self.find(house, "title", "that looms") == [])
      #expect(try await Self.find(house, "title", "ooms") == [])
      // Of an earlier version.
      #expect(try await Self.find(house, "title", "paper 1") == [])
      #expect(try await Self.find(house, "title", "paper") == Set(Papers.all).subtracting([Papers.looms]))
      #expect(try await Self.find(house, "title", "") == Set(Papers.all))
      let odd = [
        "\"", "loom\" OR title : paper", "NEAR(loom)", "-", "*", "loom* that", "a\u{0}b", "title:loom", "(", "😀", "loom +",
      ]
      for words in odd { _ = try await Self.find(house, "title", words) }
      #expect(try await Self.find(house, "title", "loom\" OR title : \"paper") == [])
      #expect(try await Self.find(house, "title", "looms-that_learn") == [Papers.looms])
      #expect(try await Self.find(house, "title", "++") == [])
      #expect(try await Self.find(house, "nothing", "loom") == [])
    }
  }

  @Test("Authors are found by each name alone, and not by one they no longer have", arguments: Adapter.allCases)
  func authors(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      #expect(try await Self.find(house, "author", "AD") == Set(Papers.all).subtracting([Papers.mills]))
      #expect(try await Self.find(house, "author", "ada", by: Cast.torn) == [Papers.draft, Papers.withdrawn, Papers.rejected])
      #expect(try await Self.find(house, "author", "ben") == [Papers.looms])
      // From one name into the next, and of an earlier version.
      #expect(try await Self.find(house, "author", "ada ben") == [])
      #expect(try await Self.find(house, "author", "fay") == [])
    }
  }

  @Test(
    "Of a manuscript the newest version is found, by chairs who may know the paper, until its files are deleted",
    arguments: Adapter.allCases)
  func manuscripts(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house in
      func add(_ version: Int, _ slot: FileSlot = .manuscript) async throws -> ID<Manuscript> {
        let id = ID<Manuscript>("m-\(slot.rawValue)-\(version)")
        try await house.write {
          try $0.add(
            ManuscriptRow(
              id: id, submission: Papers.looms, slot: slot, version: version, sha256: "hash-\(id)", sizeBytes: 1, by: Cast.ada.id,
              at: .after(Int64(version))))
        }
        return id
      }
      let first = try await add(1)
      try await house.write { try $0.index(text: "Shuttles fly across Zürich", of: first) }
      #expect(try await Self.find(house, "text", "zurich") == [Papers.looms])
      let second = try await add(2)
      let appendix = try await add(1, .appendix)
      try await house.write { session in
        try session.index(text: "weft", of: second)
        try session.index(text: "shuttles", of: first)
        try session.index(text: "proofs", of: appendix)
      }
      #expect(try await Self.find(house, "text", "shuttles") == [])
      #expect(try await Self.find(house, "text", "proofs") == [])
      #expect(try await Self.find(house, "text", "weft") == [Papers.looms])
      #expect(try await Self.find(house, "text", "") == [Papers.looms])
      for person in [Cast.torn, Cast.fay, Cast.uma] {
        #expect(try await Self.find(house, "text", "weft", by: person) == [])
        #expect(try await Self.find(house, "title", "loom", by: person) == [])
      }
      try await house.write { session in
        try session.deleteUnpublishedManuscripts(in: Cast.call, accepting: ["accept"], at: .after(99))
      }
      #expect(try await Self.find(house, "text", "weft") == [])
    }
  }
}
