import PeerReview
import Store
import Testing

@Suite("Bids and expertise in a database")
struct BidSQLTests {
  @Test("A bid is one per person and paper: changed, and taken back by an empty level", arguments: Adapter.allCases)
  func bids(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { session in
        for (person, paper, level) in [
          (Cast.ron, Papers.mills, "eager"), (Cast.rita, Papers.mills, "willing"), (Cast.rita, Papers.looms, "eager"),
          (Cast.rita, Papers.mills, "unwilling"),
        ] {
          try session.put(BidRow(submission: paper, person: person.id, level: level), at: Cast.now)
        }
      }
      #expect(
        try await house.read { try $0.bids(by: Cast.rita.id, in: Cast.call) } == [
          Papers.looms: "eager", Papers.mills: "unwilling",
        ])
      let all = try await house.read { try $0.bids(in: Cast.call).map { "\($0.submission) \($0.person) \($0.level)" } }
      #expect(all == ["s-looms id-rita eager", "s-mills id-rita unwilling", "s-mills id-ron eager"])
      try await house.write { session in
        for _ in 0..<2 { try session.put(BidRow(submission: Papers.looms, person: Cast.rita.id, level: ""), at: .after(1)) }
      }
      #expect(try await house.read { try $0.bids(by: Cast.rita.id, in: Cast.call) } == [Papers.mills: "unwilling"])
      #expect(try await house.read { try $0.bids(in: Cast.otherCall).count } == 0)
      #expect(try await house.read { try $0.bids(by: Cast.rita.id, in: Cast.otherCall) } == [:])
    }
  }

  @Test("Biddable are papers in the process without those one is shut out from, with one's own bids", arguments: Adapter.allCases)
  func biddable(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { session in
        for person in [Cast.rita, Cast.rex] {
          try session.put(BidRow(submission: Papers.mills, person: person.id, level: "eager"), at: Cast.now)
        }
      }
      let forRita = try await house.read { try $0.biddable(by: Cast.rita, in: Cast.call, abstracts: true) }
      #expect(try await house.read { try $0.biddable(by: Cast.rita, in: Cast.call).map(\.abstract) } == ["", ""])
      #expect(forRita.map(\.id) == [Papers.looms, Papers.mills])
      #expect(forRita.map(\.level) == ["", "eager"])
      #expect(
        forRita.first?.title == "Looms that learn" && forRita.first?.keywords == ["k"] && forRita.first?.topics == ["storage"])
      #expect(
        forRita.first?.abstract == "We weave." && forRita.first?.facts.state == .submitted && forRita.first?.number.value == 1)
      #expect(try await house.read { try $0.biddable(by: Cast.ron, in: Cast.call).map(\.level) } == ["", ""])
      for person in Cast.shutOut {
        #expect(try await house.read { try $0.biddable(by: person, in: Cast.call).map(\.id) } == [Papers.mills])
      }
      #expect(try await house.read { try $0.biddable(by: Cast.rita, in: Cast.otherCall).count } == 0)
    }
  }

  @Test("Expertise is kept by topic and changed in place, at its call alone", arguments: Adapter.allCases)
  func expertise(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { session in
        try session.putExpertise(["storage": 2, "agents": 1], of: Cast.rita.id, at: Cast.call, now: Cast.now)
        try session.putExpertise(["agents": 0], of: Cast.rita.id, at: Cast.call, now: .after(1))
        try session.putExpertise(["agents": 2], of: Cast.ron.id, at: Cast.call, now: .after(1))
      }
      #expect(try await house.read { try $0.expertise(of: Cast.rita.id, at: Cast.call) } == ["storage": 2, "agents": 0])
      #expect(try await house.read { try $0.expertise(of: Cast.rita.id, at: Cast.otherCall) } == [:])
      #expect(
        try await house.read { try $0.expertise(at: Cast.call) } == [
          Cast.rita.id: ["storage": 2, "agents": 0], Cast.ron.id: ["agents": 2],
        ])
    }
  }
}
