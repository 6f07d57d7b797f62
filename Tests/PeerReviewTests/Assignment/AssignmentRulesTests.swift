import PeerReview
import Testing

@Suite("Who may be given a paper")
struct AssignmentRulesTests {
  @Test("C19: in all 16 cases the weightiest obstacle is told, and only a pair without any is planned")
  func obstacles() {
    for bits in 0..<16 {
      func flag(_ place: Int) -> Bool { bits >> place & 1 == 1 }
      let facts = PairFacts(isUnderReview: flag(0), isShutOut: flag(1), holdsOffice: flag(2), hasEnded: flag(3))
      let expected: PairObstacle? =
        switch (facts.isUnderReview, facts.isShutOut, facts.holdsOffice, facts.hasEnded) {
        case (false, _, _, _): .notUnderReview
        case (true, true, _, _): .shutOut
        case (true, false, false, _): .noOffice
        case (true, false, true, true): .ended
        case (true, false, true, false): nil
        }
      #expect(AssignmentRules.obstacle(facts) == expected)
      #expect(AssignmentRules.obstacleByHand(facts) == (expected == .ended ? nil : expected))
    }
  }

  @Test("Every obstacle has a sentence that names the paper and never says which of author and conflict it is")
  func sentences() {
    let sentences = PairObstacle.allCases.map { $0.sentence(person: "Rita", paper: SubmissionNumber(17)) }
    #expect(Set(sentences).count == PairObstacle.allCases.count)
    for sentence in sentences { #expect(sentence.contains("#17") && sentence.hasSuffix(".")) }
    let shutOut = PairObstacle.shutOut.sentence(person: "Rita", paper: SubmissionNumber(17))
    #expect(shutOut.contains("wrote it or"))
  }

  @Test("A plan is changed and released between its solution and its release")
  func change() {
    let table: [(Bool, Instant?, Refusal?)] = [
      (true, nil, nil), (true, Paper.releasedAt, .closed(since: Paper.releasedAt)),
      (false, Paper.releasedAt, .closed(since: Paper.releasedAt)),
    ]
    for (isSolved, released, expected) in table {
      let refused = refusal { () throws(Refusal) in
        try AssignmentRules.change(isSolved: isSolved, planReleasedAt: released)
      }
      #expect(refused == expected)
    }
    #expect(invalidFields { () throws(Refusal) in try AssignmentRules.change(isSolved: false, planReleasedAt: nil) } == [""])
    #expect(
      invalidFields { () throws(Refusal) in
        try AssignmentRules.change(isSolved: true, planReleasedAt: nil, isBeingReleased: true)
      } == [""])
  }

  @Test("C22: the matcher runs from the microsecond submissions close until decisions are released")
  func plan() throws {
    let call = try CallFixtures.mlsys()
    let closes = call.calendar.submission.closes
    let table: [(Instant, Instant?, Refusal?)] = [
      (.microsecond(before: closes), nil, .notYetOpen(opens: closes)), (closes, nil, nil),
      (Instant(microseconds: .max), nil, nil),
      (closes, Paper.releasedAt, .closed(since: Paper.releasedAt)),
      (.microsecond(before: closes), Paper.releasedAt, .closed(since: Paper.releasedAt)),
    ]
    for (now, released, expected) in table {
      #expect(refusal { () throws(Refusal) in try AssignmentRules.plan(call: call, releasedAt: released, at: now) } == expected)
    }
  }

  @Test("The matcher's numbers hold within their bounds, and a maximum is never below its minimum")
  func policy() {
    let table: [(reviews: Int, minimum: Int, maximum: Int, fields: [String]?)] = [
      (3, 1, 6, nil), (1, 0, 1, nil), (20, 500, 500, nil), (3, 6, 6, nil), (0, 1, 6, ["reviewsPerSubmission"]),
      (21, 1, 6, ["reviewsPerSubmission"]), (3, -1, 6, ["loadMinimum"]), (3, 7, 6, ["loadMaximum"]), (3, 0, 0, ["loadMaximum"]),
      (3, 0, 501, ["loadMaximum"]), (3, 501, 501, ["loadMinimum", "loadMaximum"]),
      (.min, .min, .min, ["reviewsPerSubmission", "loadMinimum", "loadMaximum"]),
      (.max, .max, .max, ["reviewsPerSubmission", "loadMinimum", "loadMaximum"]),
    ]
    for row in table {
      let fields = invalidFields { () throws(Refusal) in
        try AssignmentRules.policy(reviews: row.reviews, minimum: row.minimum, maximum: row.maximum)
      }
      #expect(fields == row.fields, "\(row)")
    }
  }

  @Test("The numbers of the call are within the bounds set for chairs")
  func ofTheCall() throws {
    let policy = try CallFixtures.mlsys().assignment
    let refused = refusal { () throws(Refusal) in
      try AssignmentRules.policy(
        reviews: policy.reviewsPerSubmission, minimum: policy.loadMinimum, maximum: policy.loadMaximum)
    }
    #expect(refused == nil)
  }
}
