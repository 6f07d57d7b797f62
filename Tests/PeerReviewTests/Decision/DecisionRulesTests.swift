import PeerReview
import Testing

@Suite("Deciding and releasing")
struct DecisionRulesTests {
  private func decide(
    _ facts: SubmissionFacts = Paper.submitted, kind: String = "accept", note: String = "", releasedAt: Instant? = nil,
    at now: Instant? = nil
  ) throws -> Refusal? {
    let call = try CallFixtures.mlsys()
    return refusal { () throws(Refusal) in
      try DecisionRules.decide(
        facts, kind: kind, note: note, call: call, releasedAt: releasedAt, at: now ?? call.calendar.notification)
    }
  }

  private func release(
    undecided: [Int] = [], releasedAt: Instant? = nil, at now: Instant? = nil
  ) throws -> Refusal? {
    let call = try CallFixtures.mlsys()
    return refusal { () throws(Refusal) in
      try DecisionRules.release(
        undecided: undecided.map { SubmissionNumber($0) }, call: call, releasedAt: releasedAt,
        at: now ?? call.calendar.notification)
    }
  }

  private func problems(_ refusal: Refusal?) -> [FieldProblem]? {
    guard case .invalid(let problems) = refusal else { return nil }
    return problems
  }

  @Test("C22: chairs decide from the moment authors may answer, to the microsecond, until the release")
  func period() throws {
    let opens = try CallFixtures.mlsys().calendar.response.opens
    #expect(try decide(at: .microsecond(before: opens)) == .notYetOpen(opens: opens))
    #expect(try decide(at: opens) == nil)
    #expect(try decide(at: Instant(microseconds: .max)) == nil)
    #expect(try decide(releasedAt: Paper.releasedAt) == .closed(since: Paper.releasedAt))
    for (facts, expected) in Paper.outside { #expect(try decide(facts) == expected) }
  }

  @Test("A decision is one of the call's kinds, with a note of bounded length")
  func kinds() throws {
    for kind in try CallFixtures.mlsys().decisions { #expect(try decide(kind: kind.key) == nil) }
    for kind in ["", "maybe", "Accept"] { #expect(problems(try decide(kind: kind))?.map(\.field) == ["decision"]) }
    let limit = DecisionRules.limitCharacters
    #expect(try decide(note: String(repeating: "n", count: limit)) == nil)
    #expect(problems(try decide(note: String(repeating: "n", count: limit + 1)))?.map(\.field) == ["note"])
  }

  @Test("A note goes with the outcome it was written for, and with no other")
  func note() {
    #expect(DecisionRules.note(for: "accept", after: (kind: "accept", note: "Well done.")) == "Well done.")
    #expect(DecisionRules.note(for: "reject", after: (kind: "accept", note: "Well done.")) == "")
    #expect(DecisionRules.note(for: "reject", after: nil) == "")
  }

  @Test("The moment of a release is to come, from the announced one on, and is set before anything is released")
  func releaseTime() throws {
    let call = try CallFixtures.mlsys()
    let announced = call.calendar.notification
    func refused(_ moment: Instant, releasedAt: Instant? = nil, at now: Instant) -> Refusal? {
      refusal { () throws(Refusal) in try DecisionRules.releaseTime(moment, call: call, releasedAt: releasedAt, at: now) }
    }
    let before = Instant.microsecond(before: announced)
    #expect(refused(announced, at: before) == nil)
    #expect(problems(refused(before, at: before.adding(.days(-1))))?.map(\.field) == ["to"])
    #expect(problems(refused(announced, at: announced))?.map(\.field) == ["to"])
    #expect(refused(announced, releasedAt: Paper.releasedAt, at: before) == .closed(since: Paper.releasedAt))
  }

  @Test("C12: decisions are never released before the announced moment, to the microsecond")
  func notification() throws {
    let notification = try CallFixtures.mlsys().calendar.notification
    #expect(try release(at: .microsecond(before: notification)) == .notYetOpen(opens: notification))
    #expect(try release(undecided: [1], at: .microsecond(before: notification)) == .notYetOpen(opens: notification))
    #expect(try release(at: notification) == nil)
    #expect(try release(at: notification.adding(.days(30))) == nil)
  }

  @Test("C12: all decisions are released in one act, once, and only when every paper in the process has one")
  func complete() throws {
    #expect(try release(releasedAt: Paper.releasedAt) == .closed(since: Paper.releasedAt))
    #expect(try release(undecided: [4], releasedAt: Paper.releasedAt) == .closed(since: Paper.releasedAt))
    let message = try #require(problems(try release(undecided: [17, 4]))?.first).message
    #expect(message.contains("2 papers") && message.contains("#4, #17"))
    let many = try #require(problems(try release(undecided: Array((1...300).reversed())))?.first).message
    #expect(many.contains("300 papers") && many.contains("#1, #2,") && many.contains("#20.") && !many.contains("#21"))
  }
}
