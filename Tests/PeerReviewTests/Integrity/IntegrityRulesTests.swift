import PeerReview
import Testing

@Suite("Integrity cases")
struct IntegrityRulesTests {
  private let text = "Two papers share a section."

  private func fields(_ body: () throws(Refusal) -> Void) -> [String] {
    do {
      try body()
      return []
    } catch .invalid(let problems) {
      return problems.map(\.field)
    } catch {
      return ["\(error)"]
    }
  }

  @Test("A case is about something, says what is suspected, and is never one's own")
  func open() throws {
    let people = ["ada@b.example", "bo@b.example"].compactMap { EmailAddress($0) }
    #expect(
      fields { () throws(Refusal) in
        try IntegrityRules.open(title: "Shared text", text: text, papers: 2, people: [], by: "c@d.example", isInConflict: false)
      } == [])
    #expect(
      fields { () throws(Refusal) in
        try IntegrityRules.open(title: "", text: "", papers: 0, people: [], by: "c@d.example", isInConflict: false)
      } == ["title", "text", "papers"])
    #expect(
      fields { () throws(Refusal) in
        try IntegrityRules.open(title: "Bids", text: text, papers: 0, people: people, by: "bo@b.example", isInConflict: false)
      } == ["people"])
    #expect(
      fields { () throws(Refusal) in
        try IntegrityRules.open(title: "Bids", text: text, papers: 0, people: people, by: "c@d.example", isInConflict: true)
      } == ["people"])
  }

  @Test("Only an open case is added to and closed, and only a closed one is opened again")
  func states() {
    #expect(fields { () throws(Refusal) in try IntegrityRules.add(.evidence, text: "", hasMore: true, isClosed: false) } == [])
    #expect(fields { () throws(Refusal) in try IntegrityRules.add(.note, text: "", hasMore: true, isClosed: false) } == ["text"])
    #expect(
      fields { () throws(Refusal) in try IntegrityRules.add(.closed, text: text, hasMore: false, isClosed: false) } == ["text"])
    #expect(
      fields { () throws(Refusal) in try IntegrityRules.add(.note, text: text, hasMore: false, isClosed: true) } == ["text"])
    #expect(fields { () throws(Refusal) in try IntegrityRules.close(.settled, text: text, isClosed: false) } == [])
    #expect(
      fields { () throws(Refusal) in try IntegrityRules.close(nil, text: "", isClosed: true) } == ["outcome", "outcome", "text"])
    #expect(fields { () throws(Refusal) in try IntegrityRules.reopen(text: text, isClosed: false) } == ["text"])
    #expect(fields { () throws(Refusal) in try IntegrityRules.reopen(text: text, isClosed: true) } == [])
  }
}
