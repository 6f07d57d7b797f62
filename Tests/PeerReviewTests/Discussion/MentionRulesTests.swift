import PeerReview
import Testing

@Suite("Mentions in comments")
struct MentionRulesTests {
  @Test("A name is kept as the pseudonym it stands for, whole words only, and nobody's where two have it")
  func kept() {
    let names = [1: "Rita", 2: "Rita Reviewer", 3: "Ron", 4: "ron"]
    func kept(_ text: String) -> String { MentionRules.kept(text, names: names) }
    #expect(kept("@Rita Reviewer, and @rita?") == "@Reviewer-2, and @Reviewer-1?")
    #expect(kept("@Rita-Reviewer!") == "@Reviewer-2!")
    #expect(kept("@Ritas mail is rita@rita.example") == "@Ritas mail is rita@rita.example")
    #expect(kept("@Ron") == "@Ron")
    #expect(kept("Rita, no mention") == "Rita, no mention")
    #expect(MentionRules.kept("@", names: [1: " "]) == "@")
  }

  @Test("Pseudonyms and offices are found in any case, and no address of mail is one")
  func mentioned() {
    #expect(
      MentionRules.mentioned(in: "@Reviewer-2: see @lead, @CHAIRS and @Metareviewer.") == [
        .reviewer(2), .lead, .chairs, .metareviewer,
      ])
    #expect(MentionRules.mentioned(in: "ada@reviewer-2.example, @Reviewer-0, @Reviewer-99999999999999999999, @nobody") == [])
  }

  @Test("A reader who may know names reads them beside the pseudonym")
  func shown() {
    #expect(MentionRules.shown("@Reviewer-2 and @reviewer-3", names: [2: "Rita"]) == "@Reviewer-2 (Rita) and @reviewer-3")
    #expect(MentionRules.shown("@Reviewer-2", names: [:]) == "@Reviewer-2")
  }
}
