import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Registration and limits of a call")
struct RegistrationTests {
  private func house(_ changes: (String, String)...) async throws -> TestHouse {
    try await TestHouse.open { text in changes.reduce(text) { $0.replacing($1.0, with: $1.1, maxReplacements: 1) } }
  }

  private static let early = ("  bidding:", "  registration: 2025-10-23 20:00\n  bidding:")
  private static let two = ("  authors-per-submission:", "  submissions-per-author: 2\n  authors-per-submission:")

  @Test("Where registration closes before submissions do, nobody registers after it, and who registered goes on to the deadline")
  func registration() async throws {
    let house = try await house(Self.early)
    let closes = try #require(house.call.calendar.registration)
    #expect(closes < house.call.calendar.submission.closes)
    let ada = try await house.person("Ada Byron")
    let desk = try await house.authorDesk(ada)
    var bare = house.entry("Caches", by: ada)
    bare.content.abstract = " "
    guard case .invalid(let problems) = try await refusal({ _ = try await desk.register(bare) }) else {
      return #expect(Bool(false), "a paper was registered without an abstract")
    }
    #expect(problems.map(\.field) == ["abstract"])
    house.clock.set(closes.adding(Span(microseconds: -1)))
    let id = try await desk.register(house.entry("Caches", by: ada))
    house.clock.set(closes)
    #expect(try await refusal { _ = try await desk.register(house.entry("Stores", by: ada)) } == .closed(since: closes))
    #expect(try await refusal { _ = try await desk.newForm() } == .closed(since: closes))
    #expect(try await desk.home().offersNew == false)
    try await desk.save(id, basedOn: 1, house.entry("Caches, again", by: ada))
    try await house.upload(.manuscript, "words", to: id, by: ada)
    try await desk.submit(id)
    #expect(house.call.calendarRows(in: .utc).contains { $0.name == "Registration closes" && $0.moment == closes })
  }

  @Test(
    "Once registration has closed the authors stand: as the call says, in any order or in theirs", arguments: ["order", "fixed"])
  func authorsStand(_ policy: String) async throws {
    let house = try await house(
      Self.early, ("  authors-per-submission:", "  authors-after-registration: \(policy)\n  authors-per-submission:"))
    let closes = try #require(house.call.calendar.registration)
    let (ada, ben) = (try await house.person("Ada Byron"), try await house.person("Ben Blue"))
    let eve = try await house.person("Eve Late")
    let desk = try await house.authorDesk(ada)
    let id = try await desk.register(house.entry("Caches", by: ada))
    house.clock.set(closes.adding(Span(microseconds: -1)))
    try await desk.save(id, basedOn: 1, house.entry("Caches", by: ada, with: [ben]))
    house.clock.set(closes)
    for authors in [[], [ben, eve], [eve]] {
      let entry = house.entry("Caches", by: ada, with: authors)
      #expect(try await refusal { try await desk.save(id, basedOn: 2, entry) }?.fields?.contains("authors") == true)
    }
    var turned = house.entry("Caches", by: ada, with: [ben])
    turned.authors.reverse()
    turned.authors[0].affiliation = "Elsewhere"
    if policy == "order" {
      #expect(try await desk.save(id, basedOn: 2, turned) == 3)
    } else {
      #expect(try await refusal { try await desk.save(id, basedOn: 2, turned) }?.fields == ["authors"])
      turned.authors.reverse()
      #expect(try await desk.save(id, basedOn: 2, turned) == 3)
    }
    let rules: [String] = house.call.ruleGroups().flatMap(\.rules)
    #expect(rules.contains { $0.contains(closes.utc) && $0.contains("authors") })
  }

  @Test("Registration closes between the opening and the close of submissions, or the call file is refused")
  func order() async throws {
    let late = (Self.early.0, Self.early.1.replacing("10-23", with: "11-23"))
    guard case .invalid(let problems) = try await refusal({ _ = try await house(late) }) else {
      return #expect(Bool(false), "the call was opened")
    }
    #expect(problems.contains { $0.message.contains("registration") })
  }

  @Test(
    "Nobody is an author of more submitted papers than the call takes: at submitting, saving, loading and undoing a withdrawal")
  func limit() async throws {
    let house = try await house(Self.two)
    let (ada, ben) = (try await house.person("Ada Byron"), try await house.person("Ben Blue"))
    let clara = try await house.person("Clara Chair", .chair)
    let first = try await house.paper("One", by: ada)
    try await house.paper("Two", by: ada, with: [ben])
    let desk = try await house.authorDesk(ada)
    let third = try await desk.register(house.entry("Three", by: ada))
    try await house.upload(.manuscript, "words", to: third, by: ada)
    guard case .invalid(let problems) = try await refusal({ try await desk.submit(third) }) else {
      return #expect(Bool(false), "a third paper was submitted")
    }
    #expect(problems.count == 1 && problems[0].field == "authors" && problems[0].message.contains("as many submitted papers"))
    #expect(try await desk.page(third).missing.map(\.field) == ["authors"])
    try await desk.withdraw(first, reason: "")
    try await desk.submit(third)
    let chair = try await house.chairDesk(clara)
    guard case .invalid = try await refusal({ try await chair.undoWithdrawal(first) }) else {
      return #expect(Bool(false), "the withdrawal was undone")
    }
    let own = try await house.authorDesk(ben)
    let fourth = try await house.paper("Four", by: ben)
    guard case .invalid = try await refusal({ try await own.save(fourth, basedOn: 1, house.entry("Four", by: ben, with: [ada])) })
    else { return #expect(Bool(false), "an author was added beyond the limit") }
    let rows = "title,abstract,authors\nFive,About.,Ben Blue <\(ben.email)>\n"
    let loaded = try await chair.loadingPage(.init(text: rows, track: "research", asSubmitted: true, reason: "Moved here."))
    #expect(loaded.problems.contains { $0.message.contains("3 submitted papers") })
    #expect(try await refusal { try await chair.undoWithdrawal(fourth) } == .notFound)
  }
}
