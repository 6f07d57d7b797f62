import PeerReview
import Testing

@Suite("Erasing an account, the rules")
struct ErasureRulesTests {
  private func ties(
    over: Bool = false, offices: [Role] = [], papers: [Int] = [], onlyChair: Bool = false
  ) -> ConferenceTies {
    ConferenceTies(
      name: "MLSys 2026", contactEmail: "chairs@example.org", isOver: over, overAt: Instant(seconds: 1_770_000_000),
      offices: offices,
      papers: papers.map(SubmissionNumber.init), isOnlyChair: onlyChair)
  }

  private func told(_ ties: [ConferenceTies], typed: String = "ada@example.org") -> [String] {
    let found = refusal { () throws(Refusal) in try ErasureRules.erase(ties, typed: typed, email: "ada@example.org") }
    guard case .invalid(let problems) = found else { return [] }
    return problems.map(\.message)
  }

  @Test("Papers and offices bind until the year is over, and each obstacle says the way out")
  func bound() {
    #expect(told([]) == [])
    #expect(told([ties(over: true, offices: [.reviewer], papers: [3])]) == [])
    let papers = told([ties(papers: [3, 17])])
    #expect(papers.count == 1 && papers[0].contains("#3 and #17") && papers[0].contains("Withdraw"))
    let both = told([ties(offices: [.reviewer], papers: [3]), ties(over: true, offices: [.chair], onlyChair: true)])
    #expect(both.count == 3 && both[1].contains("chairs@example.org") && both[2].contains("only chair"))
  }

  @Test("The address has to be typed as it stands, capitals aside")
  func typed() {
    #expect(told([], typed: "ADA@example.org") == [])
    #expect(told([], typed: "ada").count == 1)
  }
}
