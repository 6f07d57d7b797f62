import PeerReview
import Testing

@Suite("Where a submission stands")
struct SubmissionStateTests {
  @Test("Withdrawal outranks rejection by the desk, which outranks submission, for each of the eight cases")
  func precedence() {
    let moment = Instant(seconds: 1)
    for submitted in [nil, moment] {
      for withdrawn in [nil, moment] {
        for rejected in [nil, moment] {
          let expected: SubmissionState =
            switch (withdrawn, rejected, submitted) {
            case (.some, _, _): .withdrawn
            case (nil, .some, _): .deskRejected
            case (nil, nil, .some): .submitted
            case (nil, nil, nil): .draft
            }
          #expect(SubmissionState(submittedAt: submitted, withdrawnAt: withdrawn, deskRejectedAt: rejected) == expected)
          let facts = SubmissionFacts(
            submittedAt: submitted, withdrawnAt: withdrawn, deskRejectedAt: rejected, track: "", version: 1)
          #expect(facts.state == expected)
        }
      }
    }
  }

  @Test("Only a submitted paper is in the process; a draft is unknown, the others are closed since their day")
  func underReview() {
    #expect(refusal { () throws(Refusal) in try SubmissionRules.requireUnderReview(Paper.submitted) } == nil)
    for (facts, expected) in Paper.outside {
      #expect(refusal { () throws(Refusal) in try SubmissionRules.requireUnderReview(facts) } == expected)
    }
  }
}
