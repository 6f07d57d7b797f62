import Foundation
import Pages
import PeerReview
import Testing

@testable import Conference

@Suite("What the PDF says, beside the form")
struct PDFSuggestionTests {
  private static let title = "Improving Bandwidth of Long Prompts with a Tiered Replica"

  @Test("What the PDF says stands beside the form until an author takes it; nothing is stored on the way")
  func taken() async throws {
    let house = try await TestHouse.open()
    let (ada, bo) = (try await house.person("Ada Byron"), try await house.person("Bo Berg"))
    let desk = try await house.authorDesk(ada)
    let id = try await desk.register(house.entry("Another title", by: ada, with: [bo]))
    #expect(try await desk.page(id).fromPDF == nil)
    try await house.upload(.manuscript, "the paper", to: id, by: ada)
    try await house.runDue()
    let suggested = try #require(try await desk.page(id).fromPDF)
    #expect(suggested.title == Self.title && suggested.abstract?.hasPrefix("A static choice") == true)
    #expect(try await house.authorDesk(bo).page(id).fromPDF == nil)
    let form = try await desk.editForm(id, taking: [.title])
    #expect(form.fields.content.title == Self.title && form.taken == [.title])
    #expect(form.fields.content.abstract == "About Another title." && form.fromPDF?.title == nil)
    #expect(try await desk.page(id).content.title == "Another title")
    let typed = form.fields.with(title: "TYPED", abstract: "")
    let again = try await desk.editForm(id, posted: typed, taking: [.abstract])
    #expect(again.fields.content.title == "TYPED" && again.fields.content.abstract == suggested.abstract)
    var entry = house.entry("Improving bandwidth of long prompts: with a tiered replica", by: ada, with: [bo])
    entry.content.abstract = suggested.abstract ?? ""
    try await desk.save(id, basedOn: 1, entry)
    #expect(try await desk.page(id).fromPDF == nil)
  }

  @Test("A draft begun with its PDF has the file and nothing else, once")
  func pdfFirst() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let desk = try await house.authorDesk(ada)
    func begin(_ text: String) async throws -> ID<Submission> {
      let paper = PaperBegun()
      let upload = try await desk.beginPaper(paper)
      try upload.append(Array(text.utf8))
      #expect(try await upload.finish() == 1)
      return try #require(paper.id)
    }
    let id = try await begin("%PDF-1.7 one")
    #expect(try await begin("%PDF-1.7 one") == id)
    #expect(try await begin("%PDF-1.7 two") != id)
    try await house.runDue()
    let page = try await desk.page(id)
    #expect(page.content.title == "" && page.authors.map(\.email) == [ada.email] && page.state.label == "Draft")
    #expect(page.files.first?.versions.count == 1 && page.fromPDF?.title == Self.title)
    #expect(try await house.recorded("register") == 2)
    let archive = try await desk.beginPaper(PaperBegun())
    try archive.append([0x50, 0x4B, 0x03, 0x04])
    await #expect(throws: Refusal.self) { _ = try await archive.finish() }
    house.clock.set(house.call.calendar.submission.closes)
    await #expect(throws: Refusal.closed(since: house.call.calendar.submission.closes)) {
      _ = try await desk.beginPaper(PaperBegun())
    }
    #expect(try await house.recorded("register") == 2)
  }
}
