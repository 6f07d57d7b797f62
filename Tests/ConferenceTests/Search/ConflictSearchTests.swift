import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Searching by conflict and affinity")
struct ConflictSearchTests {
  @Test("A chair finds papers by who is in conflict with them, whoever said so, and none that are kept from the chair")
  func conflicts() async throws {
    let house = try await TestHouse.open()
    let (ada, ben) = (try await house.person("Ada Byron"), try await house.person("Ben Blue"))
    let rita = try await house.person("Rita Reader", .reviewer)
    let clara = try await house.person("Clara Chair", .chair)
    let (zoe, cleo) = (try await house.person("Zoe Apart", .chair), try await house.person("Cleo Chair", .chair))
    let caches = try await house.paper("Caches", by: ada, conflicts: [rita, zoe])
    let queues = try await house.paper("Queues", by: ben)
    try await house.conference.act { act in
      try act.session.addConflict(
        id: act.newToken(), submission: queues, email: cleo.email, name: "", kind: "advisor", side: .chair, by: cleo.id,
        at: act.now)
    }
    func found(_ query: String, by chair: Person) async throws -> [ID<Submission>] {
      try await house.chairDesk(chair).submissions(.init(query: query, sort: "title")).rows.map(\.id)
    }
    #expect(try await found("conflict:reader", by: clara) == [caches])
    #expect(try await found("conflict:\"rita reader\"", by: clara) == [caches])
    #expect(try await found("conflict:\(cleo.email)", by: clara) == [queues])
    #expect(try await found("conflict:cleo", by: clara) == [queues])
    #expect(try await found("conflict:any", by: clara) == [caches, queues])
    #expect(try await found("conflict:none", by: clara) == [])
    #expect(try await found("conflict:reader", by: zoe) == [])
    #expect(try await found("NOT conflict:reader", by: zoe) == [queues])
    #expect(try await found("conflict:any", by: cleo) == [caches])
  }

  @Test("Papers are found by the levels of bids on them and by how many bids each level has; none that are kept from the chair")
  func bids() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let (rita, ron) = (try await house.person("Rita Reader", .reviewer), try await house.person("Ron Reader", .reviewer))
    let (clara, zoe) = (try await house.person("Clara Chair", .chair), try await house.person("Zoe Apart", .chair))
    let caches = try await house.paper("Caches", by: ada, conflicts: [zoe])
    let queues = try await house.paper("Queues", by: ada)
    try await house.bid(rita, "eager", on: caches)
    try await house.bid(ron, "eager", on: caches)
    try await house.bid(ron, "willing", on: queues)
    func found(_ query: String, by chair: Person) async throws -> [ID<Submission>] {
      try await house.chairDesk(chair).submissions(.init(query: query, sort: "title")).rows.map(\.id)
    }
    #expect(try await found("bid:eager", by: clara) == [caches])
    #expect(try await found("bids-eager >= 2", by: clara) == [caches])
    #expect(try await found("bids-eager:0", by: clara) == [queues])
    #expect(try await found("bid:any", by: clara) == [caches, queues])
    #expect(try await found("bids > 0", by: clara) == [caches, queues])
    #expect(try await found("bid:eager", by: zoe) == [])
    #expect(try await found("NOT bid:eager", by: zoe) == [queues])
  }

  @Test("Papers are compared by how near they are to what their reviewers wrote; those kept from the chair have no number")
  func affinity() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let (rita, ron) = (try await house.person("Rita Reader", .reviewer), try await house.person("Ron Reader", .reviewer))
    let (clara, zoe) = (try await house.person("Clara Chair", .chair), try await house.person("Zoe Apart", .chair))
    let caches = try await house.paper("Caches", by: ada, conflicts: [zoe])
    let queues = try await house.paper("Queues", by: ada)
    _ = try await house.assign(caches, to: [rita, ron])
    _ = try await house.assign(queues, to: [ron])
    try await house.conference.act { act in
      try act.session.replaceTextScores(
        of: [caches, queues],
        with: [
          .init(submission: caches, person: rita.id, score: 900_000), .init(submission: caches, person: ron.id, score: 100_000),
          .init(submission: queues, person: ron.id, score: 700_000), .init(submission: queues, person: rita.id, score: 1),
        ])
    }
    func found(_ query: String, by chair: Person) async throws -> [ID<Submission>] {
      try await house.chairDesk(chair).submissions(.init(query: query)).rows.map(\.id)
    }
    #expect(try await found("min(affinity) < 20", by: clara) == [caches])
    #expect(try await found("affinity > 60", by: clara) == [queues])
    #expect(try await found("max(affinity) = 90", by: clara) == [caches])
    #expect(try await found("count(affinity) > 0 sort:affinity", by: clara) == [caches, queues])
    #expect(try await found("count(affinity) > 0", by: zoe) == [queues])
  }
}
