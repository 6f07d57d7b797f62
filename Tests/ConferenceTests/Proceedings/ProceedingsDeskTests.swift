import Foundation
import Pages
import PeerReview
import Screening
import Testing

@testable import Conference

/// Writes the stamp behind the file; refuses one.
private struct Stamper: Inspector {
  let refused: String
  init(refusing path: String) { refused = path }

  func inspect(file path: String) async -> InspectionOutcome { .failed(.crashed) }
  func clean(file path: String) async -> CleaningOutcome { .impossible(.damaged) }
  func stamp(file path: String, with stamp: String) async -> CleaningOutcome {
    guard path != refused, let bytes = FileManager.default.contents(atPath: path) else { return .impossible(.encrypted) }
    return .cleaned(Array(bytes) + Array(stamp.utf8))
  }
}

@Suite("From final versions to proceedings")
struct ProceedingsDeskTests {
  /// Three accepted papers, released; the first two complete.
  private func stage() async throws -> (stage: ReviewStage, papers: [ID<Submission>]) {
    let stage = try await ReviewStage.open()
    var papers: [ID<Submission>] = []
    for title in ["First", "Second", "Third"] { papers.append(try await stage.paper(title)) }
    stage.clock.set(stage.notification)
    let chair = try await stage.chairDesk()
    for paper in papers { try await chair.decide(paper, kind: stage.accept, note: "") }
    try await chair.release(confirmed: true)
    for paper in papers.prefix(2) { try await finish(paper, stage) }
    try await stage.runDue()
    return (stage, papers)
  }

  private func finish(_ id: ID<Submission>, _ stage: ReviewStage) async throws {
    let desk = try await stage.authorDesk()
    var final = try await desk.finalVersion(id).final
    for index in final.authors.indices { final.authors[index].orcid = "0000-0002-1825-0097" }
    final.authors[0].familyName = "Canaryauthor"
    final.presenter = 0
    final.forms = ["copyright": "yes", "licence": "cc-by", "third-party": "yes"]
    try await desk.saveFinal(id, basedOn: 0, final)
    try await stage.upload(.final, "%PDF-1.7 final of \(id)", to: id, by: desk)
    try await stage.upload(.source, "PK\u{3}\u{4} sources", to: id, by: desk)
  }

  @Test("Papers stand by session and rank, and pages follow from the order without a gap")
  func order() async throws {
    let (stage, papers) = try await stage()
    let chair = try await stage.chairDesk()
    try await chair.arrange(
      .init(
        version: 0, sessions: [SessionTitle(key: "", title: "Serving"), SessionTitle(key: "", title: "Training")], placements: [:]
      ))
    let page = try await chair.proceedings()
    #expect(page.sessions.map(\.title) == ["Serving", "Training"] && page.version == 1)
    try await chair.arrange(
      .init(
        version: 1, sessions: page.sessions,
        placements: [
          papers[0]: Placement(session: page.sessions[1].key, rank: 1),
          papers[1]: Placement(session: page.sessions[0].key, rank: 1),
        ]))
    #expect(try await chair.proceedings().rows.map(\.id).prefix(2) == [papers[1], papers[0]])
    let written = try await stage.conference.proceedings(of: stage.call.id)
    let numbers = try await [stage.number(of: papers[1]), stage.number(of: papers[0])].map { $0.dropFirst() }
    let csv = try #require(written.files.first { $0.path == "proceedings.csv" }?.text)
    let lines = csv.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
    #expect(lines.map { $0[0] } == numbers.map(String.init))
    let pages = try #require(try await chair.proceedings().rows.first?.pages)
    let bib = try #require(written.files.first { $0.path == "proceedings.bib" }?.text)
    #expect(bib.contains("pages      = {1--\(pages)}") && bib.contains("pages      = {\(pages + 1)--\(2 * pages)}"))
    #expect(written.copies.map(\.path).sorted() == numbers.map { "papers/\($0).pdf" }.sorted())
    for copy in written.copies { #expect(FileManager.default.fileExists(atPath: copy.from)) }
  }

  @Test("Papers' PDFs are stamped, the site tells their new size; one that can't be goes in as it is, and why is told")
  func stamped() async throws {
    let (stage, papers) = try await stage()
    try await withFolder { folder in
      let first = "papers/\(try await stage.number(of: papers[0]).dropFirst()).pdf"
      let plain = try await stage.conference.proceedings(of: stage.call.id)
      let untouched = try #require(plain.copies.first { $0.path == first }?.from)
      let stamping = PaperStamping(inspector: Stamper(refusing: untouched), folder: folder)
      let written = try await stage.conference.proceedings(of: stage.call.id, stamping: stamping)
      #expect(written.unstamped.map { "papers/\($0.key).pdf" } == [first])
      #expect(written.unstamped.first?.reason == "it is encrypted or signed")
      #expect(written.copies.first { $0.path == first }?.from == untouched)
      let other = try #require(written.copies.first { $0.path != first })
      let text = try String(contentsOfFile: other.from, encoding: .utf8)
      #expect(other.from.hasPrefix(folder) && text.hasPrefix("%PDF-1.7 final of ") && text.contains("Title Second\n"))
      let json = try #require(written.files.first { $0.path == "proceedings.json" }?.text)
      #expect(json.contains("\(text.utf8.count)") && plain.unstamped.isEmpty)
    }
  }

  @Test("What is not complete is left out and named; nothing of it stands in any file")
  func leftOut() async throws {
    let (stage, papers) = try await stage()
    let written = try await stage.conference.proceedings(of: stage.call.id)
    #expect(written.papers == 2)
    #expect(written.leftOut.map(\.number.description) == [try await stage.number(of: papers[2])])
    #expect(written.leftOut.first?.reason.contains("not begun") == true)
    for file in written.files { #expect(!file.text.contains("Third"), "\(file.path)") }
  }

  @Test("Nothing that stays secret after publication is in the site: reviewers, chairs, addresses, preprints")
  func secrets() async throws {
    let (stage, _) = try await stage()
    for file in try await stage.conference.proceedings(of: stage.call.id).files where file.path != "crossref.xml" {
      #expect(!file.text.contains(ReviewStage.committeeMark), "\(file.path)")
      #expect(!file.text.contains("@canaryauthor"), "\(file.path)")
      #expect(!file.text.contains("https://example.org/"), "\(file.path)")
    }
  }

  @Test("There are no proceedings before the release")
  func early() async throws {
    let stage = try await ReviewStage.open()
    _ = try await stage.paper("First")
    await #expect(throws: Refusal.self) { try await stage.conference.proceedings(of: stage.call.id) }
    await #expect(throws: Refusal.notFound) { try await stage.chairDesk().proceedings() }
  }

  @Test("A chair in conflict with a paper neither sees nor moves it, and moves the rest")
  func conflicted() async throws {
    let (stage, papers) = try await stage()
    try await stage.conflict(stage.otherChair, with: papers[0])
    let chair = try await stage.chairDesk()
    try await chair.arrange(.init(version: 0, sessions: [SessionTitle(key: "", title: "Serving")], placements: [:]))
    let key = try #require(try await chair.proceedings().sessions.first?.key)
    let other = try await stage.chairDesk(stage.otherChair)
    let page = try await other.proceedings()
    #expect(Set(page.rows.map(\.id)) == Set(papers.dropFirst()))
    try await other.arrange(
      .init(
        version: 1, sessions: page.sessions,
        placements: [papers[0]: Placement(session: key, rank: 9), papers[1]: Placement(session: key, rank: 2)]))
    let rows = try await chair.proceedings().rows
    #expect(rows.first { $0.id == papers[0] }?.placement == Placement())
    #expect(rows.first { $0.id == papers[1] }?.placement == Placement(session: key, rank: 2))
  }

  @Test("An order made on older sessions is refused, and a session that goes away leaves its papers")
  func stale() async throws {
    let (stage, papers) = try await stage()
    let chair = try await stage.chairDesk()
    try await chair.arrange(.init(version: 0, sessions: [SessionTitle(key: "", title: "Serving")], placements: [:]))
    await #expect(throws: Refusal.stale) { try await chair.arrange(.init(version: 0, sessions: [], placements: [:])) }
    let key = try #require(try await chair.proceedings().sessions.first?.key)
    let place = Placement(session: key, rank: 1)
    try await chair.arrange(
      .init(version: 1, sessions: [SessionTitle(key: key, title: "Serving")], placements: [papers[0]: place]))
    try await chair.arrange(.init(version: 1, sessions: [SessionTitle(key: key, title: " ")], placements: [papers[0]: place]))
    #expect(try await chair.proceedings().sessions.isEmpty)
    #expect(try await stage.conference.proceedings(of: stage.call.id).papers == 2)
  }
}
