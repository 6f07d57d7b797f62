import PeerReview
import Testing

@Suite("Grace")
struct GraceTests {
  private static func call(_ grace: String) throws -> Result<Call, CallFileProblems> {
    try CallFixtures.mlsys(
      replacing: "    closes: 2025-10-30 20:00\n", with: "    closes: 2025-10-30 20:00\n    grace-minutes: \(grace)\n")
  }

  private static func rules(of call: Call) -> String {
    call.ruleGroups().map { $0.rules.joined(separator: "\n") }.joined(separator: "\n")
  }

  @Test("Grace is for papers registered in time, to the microsecond, and ends before bidding opens")
  func period() throws {
    let call = try Self.call("15").get()
    let closes = call.calendar.submission.closes
    let last = closes.adding(.minutes(15))
    #expect(call.calendar.grace == .minutes(15) && call.calendar.completing.closes == last)
    let paper = SubmissionFacts(submittedAt: nil, withdrawnAt: nil, deskRejectedAt: nil, track: "research", version: 1)
    let moments: [(Instant, registers: Bool, completes: Bool)] = [
      (closes.adding(Span(microseconds: -1)), true, true), (closes, false, true),
      (last.adding(Span(microseconds: -1)), false, true), (last, false, false),
    ]
    for (moment, registers, completes) in moments {
      #expect(((try? SubmissionRules.register(call: call, at: moment)) != nil) == (registers))
      #expect(((try? SubmissionRules.save(paper, basedOn: 1, call: call, at: moment)) != nil) == (completes))
      #expect(((try? AssignmentRules.plan(call: call, releasedAt: nil, at: moment)) != nil) == (!completes))
    }
    #expect(Self.rules(of: call).contains("completed until 2025-10-30 20:15"))
    let none = try CallFixtures.mlsys()
    #expect(none.calendar.completing == none.calendar.submission)
    #expect(!Self.rules(of: none).contains("completed until"))
    #expect(CallFixtures.problems(try Self.call("1441")).count == 1)
    let long = CallFixtures.problems(
      try CallFixtures.mlsys(
        replacing: "    closes: 2025-10-30 20:00\n", with: "    closes: 2025-10-31 19:59\n    grace-minutes: 2\n"))
    #expect(long.count == 1 && long.first?.contains("at or before `bidding.opens`") == true)
  }
}
