import PeerReview
import Store
import Testing

@Suite("Tags in a database")
struct TagSQLTests {
  private func put(
    _ session: Session, _ text: String, _ value: Int64? = nil, on paper: ID<Submission> = Papers.looms, by person: Person
  ) throws {
    let key = try #require(TagKey(text))
    try session.put(TagRow(submission: paper, key: key, value: value), owner: person.id, by: person.id, at: Cast.now)
  }

  @Test("A tag is one per name, replaced and taken away; one's own stand apart from others'", arguments: Adapter.allCases)
  func tags(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { session in
        try put(session, "discuss", by: Cast.chair)
        try put(session, "discuss", 2_000, by: Cast.uma)
        for person in [Cast.rita, Cast.ron] { try put(session, "~mine", by: person) }
        try put(session, "~~mine", by: Cast.chair)
        try session.removeTag(TagKey(.own, "mine"), from: Papers.looms, owner: Cast.ron.id)
      }
      func find(_ scopes: [TagKey.Scope], _ owner: Person) async throws -> [String] {
        try await house.read { session in
          try session.tags(in: Cast.call, chairedBy: Cast.chair.email, scopes, owner: owner.id).map {
            "\($0.submission) \($0.key.text) \($0.value ?? -1)"
          }
        }
      }
      #expect(try await find([.committee], Cast.chair) == ["s-looms discuss 2000"])
      #expect(try await find([.own], Cast.rita) == ["s-looms ~mine -1"])
      #expect(try await find([.own], Cast.ron) == [])
      #expect(try await find(TagKey.Scope.allCases, Cast.chair) == ["s-looms discuss 2000", "s-looms ~~mine -1"])
      #expect(try await find([], Cast.chair) == [])
      let names = try await house.read {
        try $0.tagNames(in: Cast.call, chairedBy: Cast.chair.email, TagKey.Scope.allCases, owner: Cast.rita.id)
      }
      #expect(names.sorted().map(\.text) == ["discuss", "~mine", "~~mine"])
    }
  }

  @Test(
    "Whoever is shut out from a paper finds none of its tags, names and votes, and their own votes don't count",
    arguments: Adapter.allCases)
  func shutOut(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { session in
        try put(session, "discuss", by: Cast.chair)
        try put(session, "~award", 2_000, by: Cast.rita)
        for person in Cast.shutOut {
          try put(session, "~award", 1_000, by: person)
          try put(session, "~award", 1_000, on: Papers.mills, by: person)
        }
      }
      for person in Cast.shutOut {
        let (tags, names, votes) = try await house.read { session in
          (
            try session.tags(in: Cast.call, chairedBy: person.email, TagKey.Scope.allCases, owner: person.id),
            try session.tagNames(in: Cast.call, chairedBy: person.email, [.committee], owner: person.id),
            try session.votes(in: Cast.call, chairedBy: person.email, named: ["award"])
          )
        }
        #expect(tags.map(\.submission) == [Papers.mills] && names.isEmpty)
        #expect(Set(votes.map(\.submission)) == [Papers.mills])
      }
      let votes = try await house.read { try $0.votes(on: [Papers.looms], named: ["award"]) }
      #expect(votes.map(\.person) == [Cast.rita.id] && votes.first?.value == 2_000)
      #expect(try await house.read { try $0.votes(on: [Papers.mills], named: ["award"]).count } == Cast.shutOut.count)
    }
  }
}
