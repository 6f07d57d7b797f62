import PeerReview
import Store
import Testing

@Suite("Decisions and their release in a database")
struct DecisionSQLTests {
  @Test("Every decision stays as a version; the last counts", arguments: Adapter.allCases)
  func versions(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      #expect(try await house.read { try $0.decision(on: Papers.looms)?.kind } == nil)
      try await house.write { session in
        try session.addDecision("reject", note: "No.", on: Papers.looms, by: Cast.chair.id, at: .after(1))
        try session.addDecision("accept", note: "On second thought.", on: Papers.looms, by: Cast.chair.id, at: .after(2))
        try session.addDecision("reject", note: "", on: Papers.mills, by: Cast.torn.id, at: .after(3))
      }
      let last = try await house.read { try $0.decision(on: Papers.looms) }
      #expect(last?.kind == "accept" && last?.version == 2 && last?.note == "On second thought.")
      #expect(last?.by == Cast.chair.id && last?.at == .after(2) && last?.submission == Papers.looms)
      let all = try await house.read { try $0.decisions(in: Cast.call) }
      #expect(all.mapValues(\.kind) == [Papers.looms: "accept", Papers.mills: "reject"])
      #expect(try await house.read { try $0.decisions(in: Cast.otherCall).count } == 0)
    }
  }

  @Test("C12: a second release is a unique violation, and the first stands", arguments: Adapter.allCases)
  func release(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      #expect(try await house.read { try $0.releasedAt(Cast.call) } == nil)
      let outcomes = try await withThrowingTaskGroup(of: StoreFault?.self) { group in
        for second in 1...4 as ClosedRange<Int64> {
          group.addTask {
            do {
              try await house.write { try $0.releaseDecisions(of: Cast.call, by: Cast.chair.id, at: .after(second)) }
              return nil
            } catch let fault as StoreFault {
              return fault
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.filter { $0 == nil }.count == 1)
      #expect(outcomes.filter { $0 == .uniqueViolation }.count == 3)
      #expect(try await house.read { try $0.releasedAt(Cast.call) } != nil)
      #expect(try await house.read { try $0.releasedAt(Cast.otherCall) } == nil)
    }
  }

  @Test("One moment of release stands for a call; set anew it is to come again", arguments: Adapter.allCases)
  func timed(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      #expect(try await house.read { try $0.timedRelease(of: Cast.call)?.at } == nil)
      try await house.write { session in
        try session.setTimedRelease(of: Cast.call, at: .after(5), by: Cast.chair.id)
        try session.refuseTimedRelease(of: Cast.call, .undecided)
      }
      #expect(try await house.read { try $0.timedRelease(of: Cast.call)?.failure } == .undecided)
      try await house.write { try $0.setTimedRelease(of: Cast.call, at: .after(9), by: Cast.torn.id) }
      let standing = try await house.read { try $0.timedRelease(of: Cast.call) }
      #expect(standing?.at == .after(9) && standing?.by == Cast.torn.id && standing?.failure == nil)
      #expect(try await house.read { try $0.timedRelease(of: Cast.otherCall)?.at } == nil)
      #expect(try await house.write { try $0.endTimedRelease(of: Cast.call) })
      #expect(try await house.write { try $0.endTimedRelease(of: Cast.call) } == false)
    }
  }

  @Test("Announcing reviews is not releasing decisions, and happens once too", arguments: Adapter.allCases)
  func announcement(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      #expect(try await house.read { try $0.areReviewsAnnounced(Cast.call) } == false)
      try await house.write { try $0.announceReviews(of: Cast.call, at: .after(1)) }
      #expect(try await house.read { try $0.areReviewsAnnounced(Cast.call) })
      #expect(try await house.read { try $0.areReviewsAnnounced(Cast.otherCall) } == false)
      #expect(try await house.read { try $0.releasedAt(Cast.call) } == nil)
      await #expect(throws: StoreFault.uniqueViolation) {
        try await house.write { try $0.announceReviews(of: Cast.call, at: .after(2)) }
      }
    }
  }
}
