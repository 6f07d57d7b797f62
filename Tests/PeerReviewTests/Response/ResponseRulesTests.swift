import PeerReview
import Testing

@Suite("The authors' response")
struct ResponseRulesTests {
  private func respond(
    _ facts: SubmissionFacts = Paper.submitted, text: String = "Thank you.", answeredAt: Instant? = nil, reviews: Int = 3,
    at now: Instant? = nil
  ) throws -> Refusal? {
    let call = try CallFixtures.mlsys()
    return refusal { () throws(Refusal) in
      try ResponseRules.respond(
        facts, text: text, answeredAt: answeredAt, reviews: reviews, call: call, at: now ?? call.calendar.response.opens)
    }
  }

  private func fields(_ refusal: Refusal?) -> [String]? {
    guard case .invalid(let problems) = refusal else { return nil }
    return problems.map(\.field)
  }

  @Test("C11: responses are taken from the moment reviews appear until they are due, to the microsecond")
  func period() throws {
    for (now, expected) in try CallFixtures.mlsys().calendar.response.edges {
      #expect(try respond(at: now) == expected)
    }
  }

  @Test("C11: a paper is answered once, and the window outranks that")
  func once() throws {
    let window = try CallFixtures.mlsys().calendar.response
    let answered = window.opens.adding(.seconds(5))
    #expect(try respond(answeredAt: answered, at: answered.adding(.seconds(1))) == .closed(since: answered))
    #expect(try respond(text: "", answeredAt: answered, at: answered) == .closed(since: answered))
    #expect(try respond(answeredAt: answered, at: window.closes) == .closed(since: window.closes))
  }

  @Test("C11: the word limit of the call holds exactly, and words without blanks don't get around it")
  func words() throws {
    let limit = try CallFixtures.mlsys().response.limitWords
    func text(_ count: Int) -> String { Array(repeating: "word", count: count).joined(separator: "\n") }
    #expect(try respond(text: text(limit)) == nil)
    #expect(fields(try respond(text: text(limit + 1))) == ["text"])
    #expect(try respond(text: String(repeating: "w", count: limit * 40)) == nil)
    #expect(fields(try respond(text: String(repeating: "w", count: limit * 40 + 1))) == ["text"])
  }

  @Test("An empty response, or one to no review, is refused")
  func empty() throws {
    for text in ["", " \n", "\u{A0}"] { #expect(fields(try respond(text: text)) == ["text"]) }
    #expect(fields(try respond(reviews: 0)) == ["text"])
    #expect(try respond(reviews: 1) == nil)
  }

  @Test("A paper that has left the process is not answered for")
  func outside() throws {
    for (facts, expected) in Paper.outside { #expect(try respond(facts) == expected) }
  }
}
