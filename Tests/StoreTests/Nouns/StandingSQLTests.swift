import PeerReview
import Store
import Testing

@Suite("Standing toward a paper in a database")
struct StandingSQLTests {
  private func standing(_ house: House, _ person: Person, _ submission: ID<Submission> = Papers.looms) async throws -> Standing {
    try await house.read { try $0.standing(of: person, toward: submission) }
  }

  @Test("Each person stands toward a paper as the rows say, former authors as in conflict", arguments: Adapter.allCases)
  func standings(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let table: [(Person, Standing)] = [
        (Cast.ada, .author(contact: true)), (Cast.ben, .author(contact: false)), (Cast.fay, .conflicted),
        (Cast.rex, .conflicted), (Cast.torn, .conflicted), (Cast.uma, .conflicted), (Cast.chair, .chair), (Cast.rita, .committee),
        (Cast.olga, .outsider),
      ]
      for (person, expected) in table { #expect(try await standing(house, person) == expected, "\(person.name)") }
      #expect(try await standing(house, Cast.torn, Papers.mills) == .chair)
      #expect(try await standing(house, Cast.fay, Papers.mills) == .committee)
      #expect(try await standing(house, Cast.chair, ID("s-none")) == .outsider)
    }
  }

  @Test("A reviewer is one while the assignment stands, with the review in once it is", arguments: Adapter.allCases)
  func reviewers(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let assignment = try await house.write { try $0.assign(Cast.rita, to: Papers.looms, pseudonym: 2) }
      #expect(try await standing(house, Cast.rita) == .reviewer(ownReviewIn: false))
      try await house.write { try $0.putReviewDraft(ReviewAnswers(), version: 1, of: assignment, at: Cast.now) }
      #expect(try await standing(house, Cast.rita) == .reviewer(ownReviewIn: false))
      try await house.write {
        try $0.add(ReviewRow(assignment: assignment, version: 1, callVersion: 1, answers: ReviewAnswers(), at: Cast.now))
      }
      #expect(try await standing(house, Cast.rita) == .reviewer(ownReviewIn: true))
      #expect(try await standing(house, Cast.rita, Papers.mills) == .committee)
      try await house.write { try $0.declare(Cast.rita, side: .reviewer) }
      #expect(try await standing(house, Cast.rita) == .conflicted)
      try await house.write { session in
        try session.endConflict(submission: Papers.looms, email: Cast.rita.email, side: .reviewer, at: .after(1))
        try session.endAssignment(assignment, reason: "too busy", at: .after(1))
      }
      #expect(try await standing(house, Cast.rita) == .committee)
    }
  }

  @Test("An office that ended, or is held at another call, gives no standing", arguments: Adapter.allCases)
  func offices(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { session in
        try session.endOffice(.chair, of: Cast.chair.id, at: Cast.call, now: .after(1))
        try session.grant(.chair, to: Cast.olga.id, at: Cast.otherCall, id: "o", by: nil, now: Cast.now)
      }
      #expect(try await standing(house, Cast.chair) == .outsider)
      #expect(try await standing(house, Cast.olga) == .outsider)
    }
  }

  @Test("Shut out are authors of any version and people in conflict, one by one and as pairs", arguments: Adapter.allCases)
  func shutOut(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let shut = Cast.shutOut
      for person in Cast.everyone {
        let found = try await house.read { try $0.shutOutAddresses(of: Papers.looms).contains(person.email) }
        #expect(found == shut.contains(person), "\(person.name)")
      }
      #expect(try await house.read { try $0.shutOutAddresses(of: Papers.looms) } == shut.map(\.email))
      #expect(try await house.read { try $0.shutOutAddresses(of: Papers.mills) } == [Cast.olga.email])
      let pairs = try await house.read { try $0.shutOutPairs(in: Cast.call).map { "\($0.submission) \($0.email)" } }
      let expected =
        shut.map { "\(Papers.looms) \($0.email)" } + ["\(Papers.mills) \(Cast.olga.email)"]
        + [Papers.draft, Papers.withdrawn, Papers.rejected].map { "\($0) \(Cast.ada.email)" }
      #expect(pairs == expected.sorted())
      #expect(try await house.read { try $0.shutOutPairs(in: Cast.otherCall).count } == 0)
      try await house.write { try $0.endConflict(submission: Papers.looms, email: Cast.rex.email, side: .author, at: .after(1)) }
      #expect(try await house.read { try $0.shutOutAddresses(of: Papers.looms).contains(Cast.rex.email) } == false)
      #expect(try await house.read { try $0.shutOutPairs(in: Cast.call).contains { $0.email == Cast.rex.email } } == false)
    }
  }

  @Test("The sample's author is a contact of a paper in the process who holds no office", arguments: Adapter.allCases)
  func sampleAuthor(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      #expect(try await house.read { try $0.sampleAuthor(in: Cast.call) } == Cast.ada)
      try await house.write { try $0.grant(.reviewer, to: Cast.ada) }
      #expect(try await house.read { try $0.sampleAuthor(in: Cast.call) } == Cast.olga)
      #expect(try await house.read { try $0.sampleAuthor(in: Cast.otherCall) } == nil)
    }
  }
}
