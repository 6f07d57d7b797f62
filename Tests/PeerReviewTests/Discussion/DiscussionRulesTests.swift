import PeerReview
import Testing

@Suite("Who may join a discussion")
struct DiscussionRulesTests {
  private func comment(
    _ facts: SubmissionFacts = Paper.submitted, text: String = "I agree.", standing: Standing = .chair,
    releasedAt: Instant? = nil, at now: Instant? = nil
  ) throws -> Refusal? {
    let call = try CallFixtures.mlsys()
    return refusal { () throws(Refusal) in
      try DiscussionRules.comment(
        facts, text: text, standing: standing, call: call, releasedAt: releasedAt,
        at: now ?? call.calendar.discussion.opens)
    }
  }

  @Test("C22: chairs, and reviewers whose own review is in, may write; a reviewer without one waits")
  func standings() throws {
    #expect(try comment(standing: .chair) == nil)
    #expect(try comment(standing: .reviewer(ownReviewIn: true)) == nil)
    #expect(try comment(standing: .reviewer(ownReviewIn: false)) == .notYours)
  }

  @Test("C8, C19: for authors, the conflicted and outsiders there is no discussion, whatever the paper or the hour")
  func shutOut() throws {
    let call = try CallFixtures.mlsys()
    let moments = [Instant(microseconds: .min), call.calendar.discussion.opens, Instant(microseconds: .max)]
    for standing in [Standing.author(contact: true), .author(contact: false), .conflicted, .outsider] {
      for state in SubmissionState.allCases {
        for released in [nil, Paper.releasedAt] {
          for now in moments {
            #expect(try comment(Paper.facts(state), text: "", standing: standing, releasedAt: released, at: now) == .notFound)
          }
        }
      }
    }
  }

  @Test("It begins with reviewing, to the microsecond, and ends when decisions are released")
  func period() throws {
    let opens = try CallFixtures.mlsys().calendar.reviewing.opens
    for standing in [Standing.chair, .reviewer(ownReviewIn: true)] {
      #expect(try comment(standing: standing, at: .microsecond(before: opens)) == .notYetOpen(opens: opens))
      #expect(try comment(standing: standing, at: opens) == nil)
      #expect(try comment(standing: standing, at: Instant(microseconds: .max)) == nil)
      #expect(try comment(standing: standing, releasedAt: Paper.releasedAt) == .closed(since: Paper.releasedAt))
    }
  }

  @Test("A comment says something, within its limit, about a paper in the process")
  func bounds() throws {
    let limit = DiscussionRules.limitCharacters
    #expect(try comment(text: String(repeating: "c", count: limit)) == nil)
    for text in ["", "\n ", String(repeating: "c", count: limit + 1)] {
      guard case .invalid(let problems) = try comment(text: text) else {
        Issue.record("a text of \(text.count) characters was accepted")
        continue
      }
      #expect(problems.map(\.field) == ["text"])
    }
    for (facts, expected) in Paper.outside { #expect(try comment(facts) == expected) }
  }
}
