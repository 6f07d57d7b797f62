import PeerReview
import Testing

@Suite("Searching by people, and by what a paper has or has not")
struct PeopleSearchTests {
  private static func vocabulary(me: String?) -> SearchVocabulary {
    var vocabulary = SearchVocabulary(
      texts: [.init("title", "words in the title", isSearchedByBareWords: true)],
      values: [
        .init("lead", "who leads", kind: .person), .init("response", "whether it was answered", kind: .presence),
        .init("finding", "what was found", choices: [.init("open", "open"), .init("refs.et_al", "Hidden references")]),
      ], figures: [])
    vocabulary.me = me
    return vocabulary
  }

  private static let papers = [
    SearchedPaper(
      number: SubmissionNumber(1), values: ["lead": ["james meyer james@example.org"], "response": ["response"]]),
    SearchedPaper(
      number: SubmissionNumber(2), values: ["lead": ["clara chair clara@example.org"], "finding": ["open", "refs.et_al"]]),
    SearchedPaper(number: SubmissionNumber(3)),
  ]

  private func find(_ text: String, me: String? = "clara chair clara@example.org") throws -> [Int] {
    try SearchQuery(parsing: text, Self.vocabulary(me: me)).found(in: Self.papers).map(\.number.value)
  }

  @Test(
    "People are looked for by a part of name or address and as me, presence by any and none, findings by code or name",
    arguments: [
      ("lead:james", [1]), ("lead:example.org", [1, 2]), ("lead:james@example.org", [1]), ("lead:\"clara chair\"", [2]),
      ("lead:me", [2]), ("lead:ME", [2]), ("-lead:me", [1, 3]), ("lead:any", [1, 2]), ("lead:none", [3]),
      ("response:any", [1]), ("response:none", [2, 3]), ("lead:any response:none", [2]),
      ("finding:refs.et_al", [2]), ("finding:\"hidden references\"", [2]), ("finding:open OR response:any", [1, 2]),
      ("finding:none", [1, 3]),
    ])
  func found(_ text: String, _ expected: [Int]) throws {
    #expect(try find(text) == expected)
  }

  @Test("Where nobody is me it is a part of a name, and whoever leads nothing finds nothing by it")
  func nobody() throws {
    #expect(try find("lead:me", me: nil) == [1])
    #expect(try find("lead:me", me: "zoe apart zoe@example.org") == [])
  }

  @Test(
    "Words that can't follow are pointed at, with what can",
    arguments: [
      ("response:yes", "yes", "“response” is any or none."),
      ("lead:any response:nne", "nne", "“response” is any or none. Did you mean “none”?"),
      (
        "finding:refs.etal", "refs.etal",
        "“finding” is one of open, refs.et_al, or any, or none. Did you mean “refs.et_al”?"
      ),
      ("laed:me", "laed", "“laed” can't be searched for here. Did you mean “lead”?"),
      ("lead:", "", "After “lead:” stand words, without a space; several between quotation marks."),
    ])
  func problems(_ text: String, _ place: String, _ message: String) throws {
    let problem = #expect(throws: SearchProblem.self) { try find(text) }
    let found = try #require(problem)
    #expect(found.message == message)
    #expect(String(Array(text)[found.range]) == place)
  }

  @Test("Behind a person's field me, any and none are completed, me only for somebody")
  func completions() {
    let known = Self.vocabulary(me: "clara chair clara@example.org")
    #expect(known.completions(of: "-lead:") == ["-lead:me", "-lead:any", "-lead:none"])
    #expect(known.completions(of: "response:n") == ["response:none"])
    #expect(known.completions(of: "finding:r") == ["finding:refs.et_al"])
    #expect(known.words.contains("lead:me") && known.words.contains("response:any"))
    #expect(Self.vocabulary(me: nil).completions(of: "lead:") == ["lead:any", "lead:none"])
  }
}
