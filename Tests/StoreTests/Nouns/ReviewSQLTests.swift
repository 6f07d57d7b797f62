import PeerReview
import Store
import Testing

@Suite("Reviews, responses and discussion in a database")
struct ReviewSQLTests {
  @Test("A draft is written over, a submitted review never: each is a version", arguments: Adapter.allCases)
  func versions(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let drafts = [1, 2].map { ReviewAnswers(scores: ["overall": $0], texts: ["summary": "“Ünïcode” \($0)"]) }
      let assignment = try await house.write { session in
        let assignment = try session.assign(Cast.rita, to: Papers.looms, pseudonym: 1)
        for (place, answers) in drafts.enumerated() {
          try session.putReviewDraft(answers, version: place + 1, of: assignment, at: .after(Int64(place)))
          try session.add(
            ReviewRow(assignment: assignment, version: place + 1, callVersion: 4, answers: answers, at: .after(Int64(place))))
        }
        return assignment
      }
      let draft = try await house.read { try $0.reviewDraft(of: assignment) }
      #expect(draft?.version == 2 && draft?.answers == drafts[1] && draft?.at == .after(1))
      #expect(try await house.read { try $0.reviewDraft(of: ID("none"))?.version } == nil)
      let reviews = try await house.read { try $0.reviews(of: assignment) }
      #expect(reviews.map(\.version) == [2, 1] && reviews.map(\.answers) == drafts.reversed())
      #expect(reviews.first?.callVersion == 4 && reviews.last?.at == Cast.now)
      await #expect(throws: StoreFault.uniqueViolation) {
        try await house.write {
          try $0.add(ReviewRow(assignment: assignment, version: 2, callVersion: 4, answers: ReviewAnswers(), at: .after(9)))
        }
      }
    }
  }

  @Test("Of each standing reviewer the last version counts, by pseudonym; who handed back is out", arguments: Adapter.allCases)
  func submitted(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { session in
        for (person, paper, pseudonym) in [
          (Cast.rita, Papers.mills, 1), (Cast.rita, Papers.looms, 2), (Cast.ron, Papers.looms, 1), (Cast.olga, Papers.looms, 3),
        ] {
          let assignment = try session.assign(person, to: paper, pseudonym: pseudonym)
          for version in 1...pseudonym {
            let answers = ReviewAnswers(scores: ["overall": version])
            try session.add(ReviewRow(assignment: assignment, version: version, callVersion: 1, answers: answers, at: Cast.now))
          }
        }
        try session.endAssignment(ID("a-s-looms-3"), reason: "recused: x", at: .after(1))
      }
      let ofLooms = try await house.read { try $0.submittedReviews(of: Papers.looms) }
      #expect(ofLooms.map(\.pseudonym) == [1, 2] && ofLooms.map(\.person) == [Cast.ron.id, Cast.rita.id])
      #expect(ofLooms.map(\.review.version) == [1, 2] && ofLooms.last?.review.answers.scores == ["overall": 2])
      let all = try await house.read { try $0.submittedReviews(in: Cast.call).map { "\($0.submission) \($0.pseudonym)" } }
      #expect(all == ["s-looms 1", "s-looms 2", "s-mills 1"])
      #expect(try await house.read { try $0.submittedReviews(in: Cast.otherCall).count } == 0)
    }
  }

  @Test("A paper is answered once; the second response changes nothing", arguments: Adapter.allCases)
  func responses(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      #expect(try await house.read { try $0.response(of: Papers.looms)?.text } == nil)
      try await house.write { try $0.addResponse("Thank you.", to: Papers.looms, by: Cast.ada.id, at: .after(1)) }
      await #expect(throws: StoreFault.uniqueViolation) {
        try await house.write { try $0.addResponse("Also …", to: Papers.looms, by: Cast.ben.id, at: .after(2)) }
      }
      let response = try await house.read { try $0.response(of: Papers.looms) }
      #expect(response?.text == "Thank you." && response?.by == Cast.ada.id && response?.at == .after(1))
      #expect(try await house.read { try $0.countResponses(in: Cast.call) } == 1)
      #expect(try await house.read { try $0.countResponses(in: Cast.otherCall) } == 0)
    }
  }

  @Test("Comments are numbered per paper; the same form posted twice adds one", arguments: Adapter.allCases)
  func comments(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let added = try await house.write { session in
        let assignment = try session.assign(Cast.rita, to: Papers.looms, pseudonym: 4)
        var added: [Bool] = []
        for (id, paper, key, person, task) in [
          ("k1", Papers.looms, "f1", Cast.rita, assignment), ("k2", Papers.looms, "f1", Cast.rita, assignment),
          ("k3", Papers.looms, "f2", Cast.chair, nil), ("k4", Papers.mills, "f3", Cast.chair, nil),
        ] as [(String, ID<Submission>, String, Person, ID<Assignment>?)] {
          added.append(
            try session.addComment(
              ID(id), to: paper, formKey: key, by: person.id, assignment: task, text: "Text \(id)", at: .after(1)))
        }
        return added
      }
      #expect(added == [true, false, true, true])
      let comments = try await house.read { try $0.comments(on: Papers.looms) }
      #expect(comments.map(\.number) == [1, 2] && comments.map(\.pseudonym) == [4, nil])
      #expect(comments.map(\.text) == ["Text k1", "Text k3"] && comments.map(\.by) == [Cast.rita.id, Cast.chair.id])
      #expect(comments.map(\.id.text) == ["k1", "k3"] && comments.first?.at == .after(1))
      #expect(try await house.read { try $0.comments(on: Papers.mills).map(\.number) } == [1])
    }
  }
}
