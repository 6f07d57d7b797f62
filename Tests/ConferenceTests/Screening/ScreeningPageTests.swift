import Foundation
import Pages
import PeerReview
import Screening
import Testing

@testable import Conference

@Suite("The author's page of screening")
struct ScreeningPageTests {
  private func screened(_ fixture: String = "et-al-entries") async throws -> (
    house: TestHouse, ada: Person, id: ID<Submission>, inspector: FixedInspector
  ) {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let id = try await house.paper("Screened", by: ada)
    let inspector = try FixedInspector(seeing: fixture)
    try await house.runDue(MemoryTransport(), inspector)
    return (house, ada, id, inspector)
  }

  @Test("A file is being read, then read with its findings, each with page, rule and place")
  func states() async throws {
    let (house, ada, id, inspector) = try await screened()
    try await house.upload(.appendix, "proofs", to: id, by: ada)
    let page = try await house.authorDesk(ada).screening(id)
    #expect(page.files.map(\.slot) == [.manuscript, .appendix])
    #expect(page.files.map(\.state) == [.done(findings: page.files[0].findings.count), .waiting])
    let entries = page.files[0].findings.filter { $0.code == "refs.et_al" && $0.severity == .violation }
    #expect(!entries.isEmpty)
    for entry in entries {
      let place = try #require(entry.picture?.place)
      #expect(entry.page == place.page && place.box != nil && entry.rule.contains("authors"))
    }
    #expect(await inspector.drawn.count == 1)
    #expect(page.changeableUntil == house.call.calendar.submission.closes)
  }

  @Test("A file without findings is read, with nothing found; one that the inspector can't read says so")
  func endings() async throws {
    let (house, ada, id, _) = try await screened()
    try await house.upload(.manuscript, "broken", to: id, by: ada)
    try await house.runDue(MemoryTransport(), FixedInspector(.failed(.crashed)))
    let file = try #require(try await house.authorDesk(ada).screening(id).files.first)
    #expect(file.version == 2 && file.pages == nil && file.state == .done(findings: 1))
  }

  @Test("The drawing of a place holds the page's picture and a box, and nothing else of the file")
  func picture() async throws {
    let (house, ada, id, _) = try await screened()
    let desk = try await house.authorDesk(ada)
    let finding = try #require(try await desk.screening(id).files[0].findings.first { $0.picture != nil })
    let key = try #require(finding.picture?.link.text.split(separator: "/").last)
    let drawing = String(decoding: try await desk.picture(of: ID(String(key)), in: id).bytes, as: UTF8.self)
    #expect(drawing.hasPrefix("<svg ") && drawing.contains("href=\"data:image/png;base64,iVBORw0K"))
    #expect(drawing.contains("<rect "))
    await #expect(throws: Refusal.notFound) { try await desk.picture(of: ID("nothing"), in: id) }
  }

  @Test("Only authors find it: nobody else, a chair or reviewer of the call included")
  func others() async throws {
    let (house, ada, id, _) = try await screened()
    let finding = try #require(
      try await house.authorDesk(ada).screening(id).files[0].findings.compactMap(\.picture).first?.link.text.split(separator: "/")
        .last)
    for person in [
      try await house.person("Eve Other"), try await house.person("Clara Chair", .chair),
      try await house.person("Rita Reviewer", .reviewer),
    ] {
      let desk = try await house.authorDesk(person)
      await #expect(throws: Refusal.notFound) { try await desk.screening(id) }
      await #expect(throws: Refusal.notFound) { try await desk.picture(of: ID(String(finding)), in: id) }
    }
  }

  @Test("A change of the call has files judged again by what was seen, without opening them")
  func callChange() async throws {
    let (house, ada, id, inspector) = try await screened("conforming")
    let before = try await house.authorDesk(ada).screening(id).files[0].findings
    #expect(!before.contains { $0.code == "format.page_limit" })
    let text = try mlsysCallText().replacingOccurrences(of: "main-pages-limit: 10", with: "main-pages-limit: 3")
    try #require(try text != mlsysCallText())
    _ = try await house.conference.openCall(text: text, file: "mlsys-2026.yaml", reason: "Shorter papers.")
    try await house.runDue(MemoryTransport(), inspector)
    let after = try await house.authorDesk(ada).screening(id).files[0].findings
    #expect(after.contains { $0.code == "format.page_limit" && $0.severity == .violation })
    #expect(await inspector.inspected == 1)
    #expect(try await house.recorded("screen") == 2)
  }

  @Test("What the inspector printed is taken apart without trusting it")
  func output() {
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2]
    let whole = Array("picture 3 61200 79200 10\n".utf8) + png
    #expect(PagePicture.all(in: whole + whole).map(\.page) == [3, 3])
    #expect(PagePicture.all(in: whole + whole.dropLast()).map(\.page) == [3])
    for head in ["picture 3 61200 79200 99999\n", "picture 3 0 79200 10\n", "picture 3 1 2\n", "x\n", "\n", "", "picture"] {
      #expect(PagePicture.all(in: Array(head.utf8) + png).isEmpty, "\(head)")
    }
    #expect(PagePicture.all(in: Array("picture 3 61200 79200 10\n".utf8) + png.reversed()).isEmpty)
  }

  @Test("The inspector draws the pages that are asked for, in its jail, and no others")
  func drawing() async throws {
    let file = repository.appending(path: "Tests/Fixtures/screening/conforming.pdf").path
    let pictures = try await jailedInspector().picture(pages: [2, 1, 900], ofFile: file)
    #expect(pictures.map(\.page) == [2, 1])
    #expect(pictures.allSatisfy { $0.widthHundredths == 61_200 && $0.heightHundredths == 79_200 && $0.png.count > 10_000 })
    let page = repository.appending(path: "Tests/Fixtures/screening/web-page.pdf").path
    #expect(try await jailedInspector().picture(pages: [1], ofFile: page).isEmpty)
  }
}
