import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Loading submissions from a file")
struct LoadSubmissionsTests {
  private typealias Form = LoadSubmissionsPage.Form

  private static let lines = #"""
    {"title": "Ants  at work", "abstract": "They carry.", "track": "Research", "topics": ["storage", "Ant colonies"],
    """#.split(separator: "\n").joined() + #"""
       "authors": [{"given_name": "Ann", "family_name": "Lee", "email": "Ann@Corpus.example", "affiliation": "Corpus"}, "Bo Chen"]}

      {"id": 7, "title": "Bees", "abstract": "They fly."}
      """#

  @Test("Papers of a file are loaded as submitted after a preview; the reason is on record, and loaded again they stand already")
  func submitted() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    _ = try await stage.paper("Bees!")
    let form = Form(text: Self.lines, track: "research", asSubmitted: true, reason: "Moved from elsewhere.", tellsAuthors: true)
    let page = try await desk.loadingPage(form)
    let preview = try #require(page.preview, "\(page.problems)")
    #expect(preview.total == 1 && preview.known == 1 && preview.withoutAddress == 0)
    #expect(preview.rows.first?.authors == ["Ann Lee", "Bo Chen"])
    #expect(try await desk.submissions().total == 1)
    #expect(try await desk.loadSubmissions(form, seen: preview.seen) == 1)
    let ants = try #require(try await desk.submissions(.init(query: "ants status:submitted")).rows.first)
    #expect(ants.title == "Ants at work")
    let events = try await stage.conference.look { try $0.session.events(of: ants.id) }
    #expect(events.map(\.kind) == [.registered, .submitted] && events.last?.note == "Moved from elsewhere.")
    let version = try #require(try await stage.conference.look { try $0.session.version(1, of: ants.id) })
    #expect(version.content.topics == ["storage"] && version.content.keywords == ["Ant colonies"])
    #expect(try await stage.letters("coauthor-notice").last?.toEmail == "ann@corpus.example")
    await #expect(throws: Refusal.stale) { try await desk.loadSubmissions(form, seen: preview.seen) }
    #expect(try await desk.loadingPage(form).preview?.known == 2)
  }

  @Test("A table of values is loaded as drafts, for their authors to complete; nobody is written to unasked")
  func drafts() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    let author = stage.author
    let form = Form(
      text:
        "title,abstract,authors,topics\nWasps,\"Sting, and fly\",Eve; \(author.name) <\(author.email)> (Uni),storage; Stings\n",
      track: "research")
    let preview = try #require(try await desk.loadingPage(form).preview)
    #expect(try await desk.loadSubmissions(form, seen: preview.seen) == 1)
    let home = try await stage.conference.authorDesk(for: try await stage.conference.viewer(author, at: stage.call.id)).home()
    #expect(home.submissions.map(\.title) == ["Wasps"])
    #expect(try await desk.submissions(.init(state: "draft")).found == 1)
    #expect(try await stage.letters("coauthor-notice").isEmpty)
  }

  @Test("Every paper that can't be kept is told by its line, and nothing is loaded; nor outside the submission period")
  func refused() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    let table = "title,track,authors\nA,research,A <a>\n,research,\nC,poster,\nD,,\nE,research,\n"
    let told = await problems { try await desk.loadSubmissions(Form(text: table), seen: "") }
    #expect(Set(told.map { String($0.message.prefix { $0 != ":" }) }) == ["Line 2", "Line 3", "Line 4", "Line 5"])
    for text in ["{\"title\": 3}", "[1]", "{\"title\": \"A\"}\n{", "title\n", "authors\nx\n", "", "\"\n"] {
      #expect(
        !(await problems { try await desk.loadSubmissions(Form(text: text, track: "research"), seen: "") }).isEmpty, "\(text)")
    }
    let unsaid = await problems {
      try await desk.loadSubmissions(Form(text: "title\nA\n", track: "research", asSubmitted: true, reason: " "), seen: "")
    }
    #expect(unsaid.map(\.field) == ["reason"])
    #expect(try await desk.submissions().total == 0)
    stage.clock.set(stage.call.calendar.submission.closes)
    await #expect(throws: Refusal.closed(since: stage.call.calendar.submission.closes)) {
      try await desk.loadSubmissions(Form(text: "title\nA\n", track: "research"), seen: "")
    }
  }

  @Test("A chair in conflict isn't told by the preview that a paper stands here already")
  func conflict() async throws {
    let stage = try await ReviewStage.open()
    _ = try await stage.paper("Hornets", conflicts: [stage.otherChair])
    let form = Form(text: "title\nHornets\n", track: "research")
    #expect(try await stage.chairDesk().loadingPage(form).preview?.known == 1)
    #expect(try await stage.chairDesk(stage.otherChair).loadingPage(form).preview?.known == 0)
  }
}
