import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Deciding many papers at once")
struct ManyDecisionsTests {
  private func decided(_ stage: ReviewStage, _ desk: ChairDesk) async throws -> [String] {
    try await desk.submissions(.init(query: "decision:any", sort: "title")).rows.map(\.title)
  }

  @Test("All that a search finds is decided after a preview that changes nothing, each on record; a note goes with its decision")
  func rule() async throws {
    let stage = try await ReviewStage.open()
    let ants = try await stage.paper("Ants caches")
    for title in ["Bees caches", "Cats queues"] { _ = try await stage.paper(title) }
    let desk = try await stage.chairDesk()
    let asked = ChairDesk.ManyDecisions.search("caches", kind: stage.accept, undecidedOnly: false)
    await #expect(throws: Refusal.self) { try await desk.decideMany(asked, seen: "") }
    stage.clock.set(stage.deciding)
    try await desk.decide(ants, kind: stage.reject, note: "A note.")
    let preview = try #require(try await desk.manyDecisions(asked).preview)
    #expect(preview.total == 2)
    #expect(preview.rows.map(\.after).sorted() == ["Accept", "Accept. The note of the earlier decision is dropped"])
    #expect(try await stage.recorded("decide") == 1)
    let rest = ChairDesk.ManyDecisions.search("caches", kind: stage.accept, undecidedOnly: true)
    #expect(try await desk.manyDecisions(rest).preview?.rows.map(\.title) == ["Bees caches"])
    await #expect(throws: Refusal.stale) { try await desk.decideMany(rest, seen: preview.seen) }
    #expect(try await desk.decideMany(asked, seen: preview.seen) == 2)
    #expect(try await decided(stage, desk) == ["Ants caches", "Bees caches"])
    #expect(try await desk.submission(ants).decision?.note == "")
    #expect(try await stage.recorded("decide") == 3)
    #expect(try await desk.manyDecisions(asked).preview?.unchanged == 2)
    #expect(try await desk.manyDecisions(.search("(", kind: stage.accept, undecidedOnly: false)).problem != nil)
    let unknown = try await desk.manyDecisions(.search("caches", kind: "maybe", undecidedOnly: false))
    #expect(unknown.problems.map(\.field) == ["decision"])
  }

  @Test("A table decides by number, all lines or none, and every line that is wrong is told by its number")
  func table() async throws {
    let stage = try await ReviewStage.open()
    var numbers: [String] = []
    for title in ["Ants", "Bees", "Cats"] { numbers.append(try await stage.number(of: try await stage.paper(title))) }
    let desk = try await stage.chairDesk()
    stage.clock.set(stage.deciding)
    let wrong = """
      paper,decision,note
      \(numbers[0]),accept,
      99,accept,
      \(numbers[1]),perhaps,
      \(numbers[0]),reject,
      \(numbers[2])
      """
    let told = await problems { try await desk.decideMany(.table(wrong), seen: "") }.map(\.message)
    #expect(told.map { String($0.prefix { $0 != ":" }) } == ["Line 6"])
    let lines = wrong.replacing("\n\(numbers[2])", with: "")
    #expect(
      await problems { try await desk.decideMany(.table(lines), seen: "") }.map { String($0.message.prefix { $0 != ":" }) }
        == ["Line 3", "Line 4", "Line 5"])
    for head in ["", "paper", "paper,decision,paper", "\"paper"] {
      #expect(try await !desk.manyDecisions(.table(head)).problems.isEmpty, "\(head)")
    }
    #expect(try await decided(stage, desk) == [])
    let right = "decision,paper,note\nAccept,\(numbers[0]),\"Well,\nindeed\"\nreject,\(numbers[1].dropFirst()),\n"
    let preview = try #require(try await desk.manyDecisions(.table(right)).preview)
    #expect(preview.rows.map(\.after) == ["Accept, with a note", "Reject"])
    #expect(try await desk.decideMany(.table(right), seen: preview.seen) == 2)
    #expect(try await decided(stage, desk) == ["Ants", "Bees"])
  }

  @Test("A downloaded list is loaded as it is: its number is the paper, and other columns are passed over and told")
  func list() async throws {
    let stage = try await ReviewStage.open()
    let ants = try await stage.number(of: try await stage.paper("Ants"))
    let desk = try await stage.chairDesk()
    stage.clock.set(stage.deciding)
    let text = "number,title,Decision,colour\n\(ants.dropFirst()),Ants,accept,red\n"
    let preview = try #require(try await desk.manyDecisions(.table(text)).preview)
    #expect(preview.passedOver == ["title", "colour"] && preview.rows.map(\.after) == ["Accept"])
    #expect(try await desk.decideMany(.table(text), seen: preview.seen) == 1)
    #expect(try await decided(stage, desk) == ["Ants"])
    for head in ["number,number,decision", "number,title"] {
      #expect(try await !desk.manyDecisions(.table(head + "\n")).problems.isEmpty, "\(head)")
    }
  }

  @Test("A chair in conflict decides nothing on the paper, by a search or a table, and is told as of a paper that isn't there")
  func conflicted() async throws {
    let stage = try await ReviewStage.open()
    let (ants, bees) = (try await stage.paper("Ants"), try await stage.paper("Bees"))
    try await stage.conflict(stage.otherChair, with: ants)
    stage.clock.set(stage.deciding)
    let other = try await stage.chairDesk(stage.otherChair)
    let all = ChairDesk.ManyDecisions.search("", kind: stage.accept, undecidedOnly: false)
    let preview = try #require(try await other.manyDecisions(all).preview)
    #expect(preview.rows.map(\.id) == [bees] && preview.total == 1)
    func told(_ number: String) async throws -> String {
      let page = try await other.manyDecisions(.table("paper,decision\n\(number),accept"))
      return page.problems.map { $0.message.replacing(number, with: "N") }.joined()
    }
    #expect(try await told(stage.number(of: ants)) == (try await told("#9999")))
    #expect(try await other.decideMany(all, seen: preview.seen) == 1)
    #expect(try await decided(stage, stage.chairDesk()) == ["Bees"])
  }
}
