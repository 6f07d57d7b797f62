import PeerReview
import Testing

@Suite("Declaring conflicts of interest")
struct ConflictRulesTests {
  @Test("C19: a conflict of a kind the call lists is declared at any time until decisions are released")
  func declare() throws {
    let call = try CallFixtures.mlsys()
    for kind in call.conflictKinds {
      #expect(refusal { () throws(Refusal) in try ConflictRules.declare(kind: kind.key, call: call, releasedAt: nil) } == nil)
      let late = refusal { () throws(Refusal) in
        try ConflictRules.declare(kind: kind.key, call: call, releasedAt: Paper.releasedAt)
      }
      #expect(late == .closed(since: Paper.releasedAt))
    }
    for kind in ["", "dislike", "Advisor"] {
      #expect(
        invalidFields { () throws(Refusal) in try ConflictRules.declare(kind: kind, call: call, releasedAt: nil) } == ["kind"])
    }
  }

  @Test("C19: what one declared oneself is taken back until bidding closes, to the microsecond, and not after")
  func withdraw() throws {
    let call = try CallFixtures.mlsys()
    let closes = call.calendar.bidding.closes
    let table: [(Instant, Refusal?)] = [
      (Instant(microseconds: .min), nil), (.microsecond(before: closes), nil), (closes, .closed(since: closes)),
      (Instant(microseconds: .max), .closed(since: closes)),
    ]
    for (now, expected) in table {
      #expect(refusal { () throws(Refusal) in try ConflictRules.withdraw(call: call, at: now) } == expected)
    }
  }

  @Test("C19: a conflict with a person is declared and taken back until bidding opens, to the microsecond, and not after")
  func withPerson() throws {
    let call = try CallFixtures.mlsys()
    let opens = call.calendar.bidding.opens
    let conflict = DeclaredConflict(email: "eve@example.org", name: "Eve", kind: "advisor")
    let table: [(Instant, Refusal?)] = [
      (Instant(microseconds: .min), nil), (.microsecond(before: opens), nil), (opens, .closed(since: opens)),
      (Instant(microseconds: .max), .closed(since: opens)),
    ]
    for (now, expected) in table {
      let declared = refusal { () throws(Refusal) in
        try ConflictRules.declare(with: conflict, by: "ada@example.org", call: call, at: now)
      }
      #expect(declared == expected)
      #expect(refusal { () throws(Refusal) in try ConflictRules.withdrawFromPerson(call: call, at: now) } == expected)
    }
  }

  @Test("C19: a conflict with a person names another person by address, and a kind the call lists, all told at once")
  func personProblems() throws {
    let call = try CallFixtures.mlsys()
    let table: [(DeclaredConflict, [String]?)] = [
      (DeclaredConflict(email: "eve@example.org", kind: "personal"), nil),
      (DeclaredConflict(email: "eve@example.org", name: String(repeating: "e", count: 200), kind: "personal"), nil),
      (DeclaredConflict(email: "ada@example.org", name: "Ada", kind: "personal"), ["email"]),
      (DeclaredConflict(email: "eve", name: String(repeating: "e", count: 201), kind: ""), ["email", "name", "kind"]),
    ]
    for (conflict, fields) in table {
      let found = invalidFields { () throws(Refusal) in
        try ConflictRules.declare(with: conflict, by: "ada@example.org", call: call, at: call.calendar.submission.opens)
      }
      #expect(found == fields)
    }
  }
}
