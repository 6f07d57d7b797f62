import Foundation
import Pages
import PeerReview
import Screening
import Testing

@testable import Conference

@Suite("Screening, from the upload to the author's page")
struct ScreenManuscriptTests {
  private func draft(track: String = "research") async throws -> (house: TestHouse, ada: Person, id: ID<Submission>) {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    return (house, ada, try await house.authorDesk(ada).register(house.entry("Screened", track: track, by: ada)))
  }

  private func findings(_ house: TestHouse, _ id: ID<Submission>, _ ada: Person) async throws -> [Pages.Finding] {
    try await house.authorDesk(ada).page(id).findings
  }

  @Test("A file waits until it was looked into; then its pages and findings stand on the page")
  func waitsThenDone() async throws {
    let (house, ada, id) = try await draft()
    try await house.upload(.manuscript, "the paper", to: id, by: ada)
    #expect(try await house.versions(of: id, by: ada).first?.screening == .waiting)
    try await house.runDue(MemoryTransport(), try FixedInspector(seeing: "et-al-entries"))
    let version = try #require(try await house.versions(of: id, by: ada).first)
    let found = try await findings(house, id, ada)
    #expect(version.pages == 10)
    #expect(version.screening == .done(findings: found.count))
    #expect(found.contains { $0.severity == .violation && $0.sentence.contains("et al") && $0.page != nil })
    #expect(try await house.recorded("screen") == 1)
  }

  @Test("Findings are those of the newest version; a better file takes them away")
  func newestCounts() async throws {
    let (house, ada, id) = try await draft()
    try await house.upload(.manuscript, "with mistakes", to: id, by: ada)
    try await house.runDue(MemoryTransport(), try FixedInspector(seeing: "et-al-entries"))
    try await house.upload(.manuscript, "without", to: id, by: ada)
    #expect(try await findings(house, id, ada).isEmpty)
    try await house.runDue(MemoryTransport(), try FixedInspector(seeing: "conforming"))
    #expect(try await findings(house, id, ada).allSatisfy { !$0.sentence.contains("et al") })
    #expect(try await house.versions(of: id, by: ada).map(\.pages) == [8, 10])
  }

  @Test("The track decides what counts, and a change of track has the file looked at again (C7)")
  func trackCounts() async throws {
    let (house, ada, id) = try await draft()
    try await house.upload(.manuscript, "names on page one", to: id, by: ada)
    let inspector = try FixedInspector(seeing: "names-on-page-one")
    var entry = house.entry("Screened", by: ada)
    entry.authors[0] = Author(
      name: "Dmitri Abramowicz", email: ada.email, affiliation: "Institute of Computing, Seolhwa National University",
      contact: true)
    try await house.authorDesk(ada).save(id, basedOn: 1, entry)
    try await house.runDue(MemoryTransport(), inspector)
    let research = try await findings(house, id, ada).filter { $0.severity == .violation }
    var industrial = house.entry("Screened", track: "industrial", by: ada)
    industrial.authors = entry.authors
    try await house.authorDesk(ada).save(id, basedOn: 2, industrial)
    try await house.runDue(MemoryTransport(), inspector)
    let later = try await findings(house, id, ada).filter { $0.severity == .violation }
    #expect(research.contains { $0.sentence.contains("institution") && $0.sentence.contains("Seolhwa") })
    #expect(!later.contains { $0.sentence.contains("institution") })
    #expect(later.contains { $0.sentence.contains("name Dmitri Abramowicz") })
  }

  @Test("A statement that names what the paper lacks is told of, by the statement's label (C4)")
  func statements() async throws {
    let (house, ada, id) = try await draft(track: "industrial")
    try await house.upload(.manuscript, "the paper", to: id, by: ada)
    var entry = house.entry("Screened", track: "industrial", by: ada)
    for statement in house.call.track("industrial")?.statements ?? [] {
      entry.content.answers.statements[statement.key] = "Throughout."
    }
    entry.content.answers.statements["detailed-benchmarks"] = "In Table 97."
    try await house.authorDesk(ada).save(id, basedOn: 1, entry)
    try await house.runDue(MemoryTransport(), try FixedInspector(seeing: "conforming"))
    let found = try await findings(house, id, ada).filter { $0.code == "statement.place" }
    #expect(found.count == 1 && found.first?.sentence.contains("table 97") == true)
    entry.content.answers.statements["detailed-benchmarks"] = "Throughout."
    try await house.authorDesk(ada).save(id, basedOn: 2, entry)
    try await house.runDue(MemoryTransport(), try FixedInspector(seeing: "conforming"))
    #expect(try await findings(house, id, ada).allSatisfy { $0.code != "statement.place" })
  }

  @Test("An appendix need only open: its length and columns are its own (C17)")
  func appendix() async throws {
    let (house, ada, id) = try await draft()
    try await house.upload(.appendix, "proofs", to: id, by: ada)
    try await house.runDue(MemoryTransport(), try FixedInspector(seeing: "et-al-entries"))
    #expect(try await findings(house, id, ada).allSatisfy { !$0.sentence.contains("et al") && $0.slot == .appendix })
    #expect(try await house.versions(in: .appendix, of: id, by: ada).first?.pages == 10)
  }

  @Test(
    "Whatever a file does to the inspector is a sentence for its author",
    arguments: [InspectionFailure.timedOut, .crashed, .tooLarge])
  func failures(failure: InspectionFailure) async throws {
    let (house, ada, id) = try await draft()
    try await house.upload(.manuscript, "a bad file", to: id, by: ada)
    try await house.runDue(MemoryTransport(), FixedInspector(.failed(failure)))
    let found = try await findings(house, id, ada)
    #expect(found.count == 1)
    #expect(found.first?.severity == .violation)
    #expect(found.first?.sentence.hasSuffix(".") == true)
  }

  @Test("An inspector that prints nonsense leaves a finding, not a fault")
  func nonsense() async throws {
    let (house, ada, id) = try await draft()
    try await house.upload(.manuscript, "a bad file", to: id, by: ada)
    try await house.runDue(MemoryTransport(), FixedInspector(.seen(Array("{]\u{0}not json".utf8))))
    #expect(try await findings(house, id, ada).count == 1)
  }

  @Test(
    "Through the real inspector: what is no readable paper is told on the author's page, and the paper is kept",
    arguments: [
      ("password.pdf", 100, "password"), ("205-pages.pdf", 100, "205 pages"), ("conforming.pdf", 60, "upload it again"),
    ])
  func hostile(name: String, percent: Int, words: String) async throws {
    let folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let program = folder.appending(path: "lectern-inspect").path
    try #require(FileManager.default.isExecutableFile(atPath: program), "lectern-inspect is not built beside the tests")
    let (house, ada, id) = try await draft()
    let bytes = try Data(contentsOf: repository.appending(path: "Tests/Fixtures/screening/\(name)"))
    let upload = try await house.authorDesk(ada).beginUpload(to: .manuscript, of: id)
    try upload.append(bytes.prefix(bytes.count * percent / 100))
    #expect(try await upload.finish() == 1)
    try await house.runDue(MemoryTransport(), JailedInspector(program: program, jail: .allowUnjailed, wallLimit: .seconds(240)))
    let found = try await findings(house, id, ada)
    #expect(found.contains { $0.severity == .violation && $0.sentence.contains(words) }, "\(found.map(\.sentence))")
    try await house.authorDesk(ada).submit(id)
  }
}
