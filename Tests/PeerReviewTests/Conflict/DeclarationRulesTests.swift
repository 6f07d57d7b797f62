import PeerReview
import Testing

@Suite("Declarations that raise a question")
struct DeclarationRulesTests {
  @Test("Far more declarations than usual are told, a few never")
  func many() {
    #expect(DeclarationRules.usual(among: [3, 0, 2, 1, 8]) == 2 && DeclarationRules.usual(among: []) == 0)
    #expect(DeclarationRules.isFar(8, above: 2) && !DeclarationRules.isFar(7, above: 2))
    #expect(DeclarationRules.isFar(5, above: 0) && !DeclarationRules.isFar(4, above: 0))
  }

  @Test("Declared experts count when no reason is known and the declaration is made of them")
  func experts() {
    let experts = ["a", "b", "c", "d", "e", "f"]
    #expect(DeclarationRules.expertsNamed(experts: experts, unsupported: ["a", "c", "e"]) == ["a", "c", "e"])
    #expect(DeclarationRules.expertsNamed(experts: experts, unsupported: ["a", "c"]) == [])
    #expect(DeclarationRules.expertsNamed(experts: experts, unsupported: ["a", "c", "f"]) == [])
    #expect(DeclarationRules.expertsNamed(experts: experts, unsupported: ["a", "b", "c", "x", "y", "z"]) == ["a", "b", "c"])
    #expect(DeclarationRules.expertsNamed(experts: experts, unsupported: ["a", "b", "c", "w", "x", "y", "z"]) == [])
  }

  @Test("What was said last tells where the matter stands, and authors answer only what they were told")
  func words() throws {
    #expect(DeclarationState([]) == .open && DeclarationState([.question]) == .asked)
    #expect(DeclarationState([.question, .answer]) == .answered && DeclarationState([.removed, .answer]) == .answered)
    #expect(DeclarationState([.question, .answer, .kept]) == .settled && DeclarationState([.dismissed]) == .settled)
    #expect(throws: Refusal.notFound) { try SuspicionRules.answer(text: "We disagree.", words: [.dismissed], releasedAt: nil) }
    try SuspicionRules.answer(text: "We disagree.", words: [.removed], releasedAt: nil)
    let released = Instant(seconds: 9)
    #expect(throws: Refusal.closed(since: released)) {
      try SuspicionRules.answer(text: "We disagree.", words: [.removed], releasedAt: released)
    }
    #expect(throws: Refusal.self) { try SuspicionRules.say(.removed, text: "They never met.", removing: 0, releasedAt: nil) }
    #expect(throws: Refusal.self) { try SuspicionRules.say(.kept, text: "Fine.", removing: 0, releasedAt: nil) }
  }

  @Test("Nobody sets a suspicion about themself aside")
  func oneself() throws {
    try SuspicionRules.dismiss(reason: "They are namesakes.", isOneself: false, releasedAt: nil)
    #expect(throws: Refusal.self) {
      try SuspicionRules.dismiss(reason: "They are namesakes.", isOneself: true, releasedAt: nil)
    }
    #expect(throws: Refusal.self) { try SuspicionRules.dismiss(reason: "No.", isOneself: false, releasedAt: nil) }
  }

  @Test("A suspicion about somebody who has the paper is confirmed once it is said that this ends")
  func confirm() throws {
    try SuspicionRules.confirm(.nothing, endsTask: false)
    for task in SuspectTask.allCases where task != .nothing {
      #expect(throws: Refusal.self) { try SuspicionRules.confirm(task, endsTask: false) }
      try SuspicionRules.confirm(task, endsTask: true)
    }
  }
}
