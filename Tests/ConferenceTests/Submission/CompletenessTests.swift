import Pages
import PeerReview
import Testing

@testable import Conference

@Suite("What a form lacks and what it may not hold")
struct CompletenessTests {
  @Test("An empty paper of each track is told every missing field at once", arguments: ["research", "industrial"])
  func everythingMissing(track: String) async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let desk = try await house.authorDesk(ada)
    let key = try #require(house.call.dualSubmissionExceptions.first { $0.wantsPaper && $0.wantsExplanation }).key
    let id = try await desk.register(
      AuthorDesk.Entry(
        content: SubmissionContent(track: track, answers: SubmissionAnswers(exceptions: [key: ""])),
        authors: [Author(name: "Ada Byron", email: ada.email, contact: true), Author(affiliation: "Example Laboratory")],
        conflicts: []))
    let asked = try #require(house.call.track(track))
    let wanted =
      ["title", "abstract", "topics", "authors.0.affiliation", "authors.1.name", "authors.1.email"]
      + asked.statements.map { "statements.\($0.key)" }
      + house.call.declarations(of: asked).map { "declarations.\($0.key)" }
      + ["exceptions.\(key)", "workshop", "manuscript"]
    let told = try await refusal { try await desk.submit(id) }
    #expect(told?.fields?.sorted() == wanted.sorted())
    #expect(try await desk.page(id).missing.map(\.field).sorted() == wanted.sorted())
    #expect(try await desk.home().submissions.first?.missing.count == wanted.count)
    #expect(try await desk.page(id).state.label == "Draft")
    #expect(try await house.letters("submission-received").isEmpty)
  }

  @Test("A paper without a track lacks one, and each answer given leaves the list")
  func missingShrinks() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let desk = try await house.authorDesk(ada)
    var entry = house.entry("Nearly", by: ada)
    entry.content.track = ""
    let id = try await desk.register(entry)
    #expect(try await refusal { try await desk.submit(id) }?.fields == ["track", "manuscript"])
    entry.content.track = "research"
    try await desk.save(id, basedOn: 1, entry)
    #expect(try await refusal { try await desk.submit(id) }?.fields == ["manuscript"])
    try await house.upload(.manuscript, "here", to: id, by: ada)
    try await desk.submit(id)
    #expect(try await desk.page(id).missing.isEmpty)
  }

  @Test("A submitted paper stays complete: a save that takes something away is refused and changes nothing")
  func staysComplete() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let id = try await house.paper("Whole", by: ada)
    let desk = try await house.authorDesk(ada)
    var entry = house.entry("Whole", by: ada)
    entry.content.abstract = " "
    #expect(try await refusal { try await desk.save(id, basedOn: 1, entry) }?.fields == ["abstract"])
    let page = try await desk.page(id)
    #expect(page.version == 1)
    #expect(page.content.abstract == "About Whole.")
    #expect(page.state.label == "Submitted")
  }

  @Test("A submitted paper tells what happens next until its decision")
  func afterSubmitting() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let id = try await house.paper("Whole", by: ada)
    let desk = try await house.authorDesk(ada)
    let page = try await desk.page(id)
    let calendar = house.call.calendar
    #expect(page.missing.isEmpty && page.isSubmitted)
    #expect(page.steps.map(\.at) == [calendar.response.opens, calendar.response.closes, calendar.notification])
    #expect(try await desk.home().submissions.first?.missing.isEmpty == true)
    let draft = try await desk.register(house.entry("Draft", by: ada))
    #expect(try await desk.page(draft).steps.isEmpty)
    #expect(try await desk.home().submissions.first { $0.id == draft }?.isSubmitted == false)
  }

  /// One thing out of bounds, and the field it is told at.
  struct Excess: Sendable, CustomTestStringConvertible {
    let field: String
    let change: @Sendable (inout AuthorDesk.Entry, Call) -> Void
    var testDescription: String { field }

    init(_ field: String, _ change: @escaping @Sendable (inout AuthorDesk.Entry, Call) -> Void) {
      self.field = field
      self.change = change
    }
  }

  static let excesses = [
    Excess("title") { entry, call in entry.content.title = String(repeating: "x", count: call.limits.titleCharacters + 1) },
    Excess("abstract") { entry, call in
      entry.content.abstract = String(repeating: "word ", count: call.limits.abstractWords + 1)
    },
    Excess("track") { entry, _ in entry.content.track = "poetry" },
    Excess("topics") { entry, _ in entry.content.topics = ["alchemy"] },
    Excess("topics") { entry, call in
      entry.content.topics = call.topics.prefix(call.limits.topicsPerSubmission + 1).map(\.key)
    },
    Excess("keywords") { entry, call in entry.content.keywords = (0...(call.keywordsLimit ?? 0)).map { "keyword \($0)" } },
    Excess("preprint") { entry, _ in entry.content.answers.preprint = "javascript:alert(1)" },
    Excess("exceptions.none-such") { entry, _ in entry.content.answers.exceptions = ["none-such": "because"] },
    Excess("statements.none-such") { entry, _ in entry.content.answers.statements["none-such"] = "text" },
    Excess("authors") { entry, call in
      entry.authors += (0..<call.limits.authorsPerSubmission).map { Author(name: "Author \($0)") }
    },
    Excess("authors.1.email") { entry, _ in entry.authors.append(entry.authors[0]) },
    Excess("authors.1.email") { entry, _ in entry.authors.append(Author(name: "Ben", email: "ben at example.org")) },
    Excess("authors.0.orcid") { entry, _ in entry.authors[0].orcid = "0000-0002-1825-0098" },
    Excess("conflicts.0.kind") { entry, _ in
      entry.conflicts = [DeclaredConflict(email: "x@example.org", name: "X", kind: "rivalry")]
    },
    Excess("conflicts.0.email") { entry, _ in
      entry.conflicts = [DeclaredConflict(email: "", name: "X", kind: "advisor")]
    },
  ]

  @Test("A form out of bounds is refused at its field, draft or not, and nothing is stored", arguments: excesses)
  func outOfBounds(excess: Excess) async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let desk = try await house.authorDesk(ada)
    let good = house.entry("In Bounds", by: ada)
    var entry = good
    excess.change(&entry, house.call)
    #expect(try await refusal { _ = try await desk.register(entry) }?.fields == [excess.field])
    #expect(try await desk.home().submissions.isEmpty)
    let id = try await desk.register(good)
    #expect(try await refusal { try await desk.save(id, basedOn: 1, entry) }?.fields == [excess.field])
    #expect(try await desk.page(id).version == 1)
  }
}
