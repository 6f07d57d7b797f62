import PeerReview
import Store
import Testing

@Suite("Plans and assignments in a database")
struct AssignmentSQLTests {
  @Test("A pseudonym is given once at a paper, even after its assignment ended", arguments: Adapter.allCases)
  func pseudonyms(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { session in
        let first = try session.assign(Cast.rita, to: Papers.looms, pseudonym: 3)
        _ = try session.assign(Cast.ron, to: Papers.looms, pseudonym: 1)
        _ = try session.assign(Cast.rita, to: Papers.mills, pseudonym: 3)
        try session.endAssignment(first, reason: "busy", at: .after(5))
      }
      #expect(try await house.read { try $0.pseudonyms(of: Papers.looms) } == [1, 3])
      await #expect(throws: StoreFault.uniqueViolation) {
        try await house.write { session in
          try session.add(
            AssignmentRow(
              id: ID("new"), submission: Papers.looms, person: Cast.olga.id, pseudonym: 3, at: .after(6), endedAt: nil), by: "x")
        }
      }
      try await house.write { _ = try $0.assign(Cast.rita, to: Papers.looms, pseudonym: 2) }
      #expect(try await house.read { try $0.assignments(of: Papers.looms).map(\.person) } == [Cast.ron.id, Cast.rita.id])
    }
  }

  @Test("A person has a paper once at a time; ended assignments leave every list and stay on record", arguments: Adapter.allCases)
  func lists(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let ended = try await house.write { session in
        for paper in [Papers.mills, Papers.withdrawn, Papers.rejected] {
          _ = try session.assign(Cast.rita, to: paper, pseudonym: 1)
        }
        _ = try session.assign(Cast.ron, to: Papers.mills, pseudonym: 2)
        let looms = try session.assign(Cast.rita, to: Papers.looms, pseudonym: 1)
        try session.endAssignment(looms, reason: "first", at: .after(5))
        try session.endAssignment(looms, reason: "second", at: .after(6))
        return looms
      }
      await #expect(throws: StoreFault.uniqueViolation) {
        try await house.write { _ = try $0.assign(Cast.rita, to: Papers.mills, pseudonym: 9) }
      }
      #expect(try await house.read { try $0.assignment(ended)?.endedAt } == .after(5))
      #expect(try await house.read { try $0.assignment(ID("none"))?.id } == nil)
      #expect(try await house.read { try $0.assignments(of: Papers.looms).count } == 0)
      #expect(try await house.read { try $0.assignments(of: Cast.rita.id, in: Cast.call).map(\.submission) } == [Papers.mills])
      #expect(try await house.read { try $0.assignments(of: Cast.rita.id, in: Cast.otherCall).count } == 0)
      let all = try await house.read { try $0.assignments(in: Cast.call).map { "\($0.submission) \($0.pseudonym)" } }
      #expect(all == ["s-mills 1", "s-mills 2", "s-withdrawn 1", "s-rejected 1"])
      #expect(try await house.read { try $0.endedAssignments(in: Cast.call).map(\.id) } == [ended])
      #expect(try await house.read { try $0.endedAssignments(of: Papers.looms).map(\.id) } == [ended])
      #expect(try await house.read { try $0.endedAssignments(of: Papers.mills).count } == 0)
    }
  }

  @Test("A reviewer's papers leave out those one is shut out from, and count the reviews in", arguments: Adapter.allCases)
  func papers(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let own = try await house.write { session in
        let own = try session.assign(Cast.rita, to: Papers.looms, pseudonym: 1)
        let other = try session.assign(Cast.ron, to: Papers.looms, pseudonym: 2)
        let gone = try session.assign(Cast.olga, to: Papers.looms, pseudonym: 3)
        _ = try session.assign(Cast.rita, to: Papers.withdrawn, pseudonym: 1)
        for assignment in [other, gone] {
          for version in [1, 2] {
            try session.add(
              ReviewRow(
                assignment: assignment, version: version, callVersion: 1, answers: ReviewAnswers(), at: .after(Int64(version))))
          }
        }
        try session.handBack(gone, reason: "too far from my field", at: .after(9))
        try session.putReviewDraft(ReviewAnswers(), version: 1, of: own, at: Cast.now)
        return own
      }
      let forRita = try await house.read { try $0.papersToReview(by: Cast.rita, in: Cast.call) }
      #expect(forRita.map(\.submission) == [Papers.looms])
      #expect(forRita.first?.assignment == own && forRita.first?.number.value == 1 && forRita.first?.title == "Looms that learn")
      #expect(forRita.first?.hasDraft == true && forRita.first?.submittedAt == nil && forRita.first?.track == "research")
      #expect(forRita.first?.asked == 2 && forRita.first?.received == 1)
      let forRon = try await house.read { try $0.papersToReview(by: Cast.ron, in: Cast.call) }
      #expect(forRon.first?.submittedAt == .after(1) && forRon.first?.hasDraft == false)
      #expect(try await house.read { try $0.isHandedBack(ID("a-s-looms-3"), by: Cast.olga.id) })
      #expect(try await house.read { try $0.isHandedBack(ID("a-s-looms-3"), by: Cast.rita.id) } == false)
      #expect(try await house.read { try $0.isHandedBack(own, by: Cast.rita.id) } == false)
      try await house.write { try $0.declare(Cast.rita, side: .author) }
      #expect(try await house.read { try $0.papersToReview(by: Cast.rita, in: Cast.call).count } == 0)
    }
  }

  private func plan(_ id: String, at now: Instant) -> PlanRow {
    PlanRow(
      id: ID(id), call: Cast.call, seed: 7, reviewsPerSubmission: 3, loadMinimum: 1, loadMaximum: 6, askedBy: Cast.chair.id,
      askedAt: now)
  }

  private func pair(_ person: Person, _ paper: ID<Submission>, score: Int64 = 5, byHand: Bool = false) -> PlanPairRow {
    PlanPairRow(submission: paper, person: person.id, topicScore: 2, bidScore: byHand ? nil : 0, score: score, byHand: byHand)
  }

  @Test(
    "A plan keeps its method, tells its steps while it is made, and is stopped only until it is made", arguments: Adapter.allCases
  )
  func making(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let method = PlanMethod(.perturbed, limitMillionths: 900_000, perturbationThousandths: 250)
      let row = PlanRow(
        id: ID("p1"), call: Cast.call, seed: 7, reviewsPerSubmission: 3, loadMinimum: 1, loadMaximum: 6, method: method,
        askedBy: Cast.chair.id, askedAt: Cast.now)
      let other = plan("p2", at: .after(1))
      try await house.write { session in
        for row in [row, other] { try session.add(row) }
        try session.step(ID("p1"), "solving")
      }
      let asked = try await house.read { try $0.plan(ID("p1")) }
      #expect(asked?.method == method && asked?.step == "solving" && asked?.status == .asked)
      try await house.write { session in
        #expect(try session.cancelPlan(ID("p1"), at: .after(2)))
        #expect(try session.cancelPlan(ID("p1"), at: .after(3)) == false)
        try session.step(ID("p1"), "writing")
        try session.solve(ID("p2"), status: .solved, objective: 1, explanation: "", pairs: [], at: .after(4))
        #expect(try session.cancelPlan(ID("p2"), at: .after(5)) == false)
      }
      let ended = try await house.read { try $0.plan(ID("p1")) }
      #expect(ended?.status == .cancelled && ended?.solvedAt == .after(2) && ended?.step == "solving")
      #expect(try await house.read { try $0.plan(ID("p2")) }?.method == PlanMethod(.optimal))
      try await house.write { session in
        try session.keep(prices: "old", ofPapers: "all", in: ID("p2"))
        try session.keep(prices: "new", ofPapers: "all", in: ID("p2"))
      }
      #expect(try await house.read { try $0.prices(ofPapers: "all", in: ID("p2")) } == "new")
      #expect(try await house.read { try $0.prices(ofPapers: "some", in: ID("p2")) } == nil)
    }
  }

  @Test("A plan is asked, solved, solved anew, changed by hand and released once", arguments: Adapter.allCases)
  func plans(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let rows = [plan("p1", at: Cast.now), plan("p2", at: .after(1))]
      let (old, new) = ([pair(Cast.rita, Papers.looms)], [pair(Cast.ron, Papers.mills), pair(Cast.rita, Papers.mills)])
      let (byHand, twice) = (pair(Cast.ron, Papers.looms, score: -9, byHand: true), pair(Cast.ron, Papers.looms, score: 1))
      try await house.write { session in
        for row in rows { try session.add(row) }
        try session.solve(ID("p1"), status: .infeasible, objective: 1, explanation: "Too few.", pairs: old, at: .after(2))
        try session.solve(ID("p1"), status: .solved, objective: 10, explanation: "", pairs: new, at: .after(3))
        try session.add(byHand, to: ID("p1"))
        try session.add(twice, to: ID("p1"))
      }
      #expect(try await house.read { try $0.plans(of: Cast.call).map(\.id.text) } == ["p2", "p1"])
      let solved = try await house.read { try $0.plan(ID("p1")) }
      #expect(solved?.status == .solved && solved?.objective == 10 && solved?.explanation == "" && solved?.solvedAt == .after(3))
      #expect(solved?.seed == 7 && solved?.loadMaximum == 6 && solved?.loadMinimum == 1 && solved?.reviewsPerSubmission == 3)
      #expect(try await house.read { try $0.plan(ID("p2"))?.status } == .asked)
      func pairs() async throws -> [String] {
        try await house.read { try $0.pairs(of: ID("p1")).map { "\($0.submission) \($0.person) \($0.score) \($0.byHand)" } }
      }
      #expect(try await pairs() == ["s-looms id-ron -9 true", "s-mills id-rita 5 false", "s-mills id-ron 5 false"])
      let scores = try await house.read { try $0.pairs(of: ID("p1")).map { [$0.topicScore, $0.bidScore] } }
      #expect(scores == [[2, nil], [2, 0], [2, 0]])
      for person in [Cast.torn, Cast.uma] {
        let known = try await house.read { try $0.pairs(of: ID("p1"), chairedBy: person.email).map(\.submission) }
        #expect(known == [Papers.mills, Papers.mills])
      }
      #expect(try await house.read { try $0.pairs(of: ID("p1"), chairedBy: Cast.chair.email).count } == 3)
      let removed = try await house.write { session in
        try [1, 2].map { _ in try session.removePair(Papers.mills, Cast.ron.id, from: ID("p1")) }
      }
      #expect(removed == [true, false])
      #expect(try await pairs().count == 2)
      try await house.write { session in
        for second in [5, 6] as [Int64] { try session.releasePlan(ID("p1"), at: .after(second)) }
      }
      #expect(try await house.read { try $0.plan(ID("p1"))?.releasedAt } == .after(5))
    }
  }
}
