import PeerReview
import Testing

@Suite("Statements of service, the rules")
struct ServiceStatementTests {
  private func facts(
    _ role: Role = .reviewer, holds: Bool = true, written: Int = 4, name: Bool = true, released: Bool = true, badges: Bool = true
  ) -> ServiceRules.Facts {
    ServiceRules.Facts(
      role: role, holdsOffice: holds, written: written, hasName: name,
      decisionsReleasedAt: released ? Instant(seconds: 1) : nil, badgesReleasedAt: badges ? Instant(seconds: 2) : nil)
  }

  @Test("A number of reviews is told only as a bound")
  func bounds() {
    #expect([0, 1, 2, 3, 4, 5, 9, 10, 400].map(ServiceRules.atLeast) == [nil, 1, 1, 3, 3, 5, 5, 10, 10])
  }

  @Test("A statement is for whoever served, after the work is over, and never for nothing")
  func issue() throws {
    #expect(try ServiceRules.issue(facts()) == 3)
    #expect(try ServiceRules.issue(facts(.chair, written: 0)) == nil)
    #expect(try ServiceRules.issue(facts(holds: false)) == 3)
    #expect(refusal { () throws(Refusal) in _ = try ServiceRules.issue(facts(holds: false, written: 0)) } == .notFound)
    for early in [
      facts(released: false), facts(written: 0), facts(name: false), facts(.evaluator, badges: false),
      facts(.artifactChair, written: 0, badges: false), facts(.chair, written: 0, released: false),
    ] {
      #expect(invalidFields { () throws(Refusal) in _ = try ServiceRules.issue(early) } == ["office"])
    }
    #expect(try ServiceRules.issue(facts(badges: false)) == 3)
  }

  @Test("The signed words are a line each, whatever stands in a name")
  func text() throws {
    let call = try CallFixtures.mlsys()
    let name = "Rita\nReviews written: at least 10\u{202E} \u{200B}X"
    let text = ServiceStatement(call: call, name: name, role: .reviewer, atLeast: 3, issuedAt: Instant(seconds: 1_770_000_000))
      .text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 8 && lines.last == "")
    #expect(lines[3] == "Name: Rita Reviews written: at least 10 X")
    #expect(lines[5] == "Reviews written: at least 3" && lines[6] == "Issued on: 2026-02-02")
  }
}
