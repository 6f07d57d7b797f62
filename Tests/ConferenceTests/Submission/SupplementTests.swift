import Foundation
import Pages
import PeerReview
import Testing

@testable import Conference

@Suite("Archives of code and data beside a paper")
struct SupplementTests {
  private static let archive = "PK\u{3}\u{4} code"

  /// Research papers come with such an archive as the call says; the other track takes none.
  private func house(_ word: String) async throws -> TestHouse {
    try await TestHouse.open {
      $0.replacing("      appendix: separate ", with: "      supplement: \(word)\n      appendix: separate ", maxReplacements: 1)
        .replacing("  appendix: 50 MB\n", with: "  appendix: 50 MB\n  supplement: 1 MB\n", maxReplacements: 1)
    }
  }

  @Test("Where the call takes none there is no place for one, and nothing can be uploaded there")
  func none() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let id = try await house.authorDesk(ada).register(house.entry("Caches", by: ada))
    #expect(try await house.authorDesk(ada).page(id).files.map(\.slot) == [.manuscript, .appendix])
    #expect(try await refusal { try await house.upload(.supplement, Self.archive, to: id, by: ada) } == .notFound)
  }

  @Test("A paper of a track that asks for one is submitted with it; papers of the other track come without")
  func required() async throws {
    let house = try await house("required")
    let ada = try await house.person("Ada Byron")
    let desk = try await house.authorDesk(ada)
    let id = try await desk.register(house.entry("Caches", by: ada))
    try await house.upload(.manuscript, "words", to: id, by: ada)
    #expect(try await refusal { try await desk.submit(id) }?.fields == ["supplement"])
    guard case .invalid(let problems) = try await refusal({ try await house.upload(.supplement, "%PDF-1.7", to: id, by: ada) })
    else { return #expect(Bool(false), "a PDF was kept as an archive") }
    #expect(problems.first?.message.contains(".zip") == true)
    try await house.upload(.supplement, Self.archive, to: id, by: ada)
    let panel = try #require(try await desk.page(id).files.first { $0.slot == .supplement })
    #expect(panel.isRequired && panel.limitBytes == 1_000_000)
    try await desk.submit(id)
    var other = house.entry("Stores", by: ada)
    other.content.track = "industrial"
    let second = try await desk.register(other)
    #expect(try await desk.page(second).files.map(\.slot) == [.manuscript, .appendix])
    #expect(try await refusal { try await house.upload(.supplement, Self.archive, to: second, by: ada) } == .notFound)
  }

  @Test("It is looked through as soon as it came, and its authors are told what it tells")
  func screened() async throws {
    let house = try await house("optional")
    let ada = try await house.person("Ada Byron")
    let desk = try await house.authorDesk(ada)
    let id = try await desk.register(house.entry("Caches", by: ada))
    try await house.upload(.supplement, Self.archive, to: id, by: ada)
    try await house.runDue(MemoryTransport(), TellingInspector())
    let page = try await desk.page(id)
    #expect(page.files.first { $0.slot == .supplement }?.versions.first?.screening == .done(findings: 1))
    #expect(page.findings.map(\.slot) == [.supplement])
    #expect(page.findings.first?.sentence.contains("Ada Byron in README, line 1") == true)
  }
}

/// Finds the author's name in every archive.
private struct TellingInspector: Inspector {
  func inspect(file path: String) async -> InspectionOutcome { .seen([]) }

  func clean(file path: String) async -> CleaningOutcome { .impossible(.damaged) }

  func clean(archive path: String) async -> CleaningOutcome { .cleaned(Array("PK copy".utf8)) }

  func inspect(archive path: String) async -> InspectionOutcome {
    let records = """
      {"record":"entry","path":"README","kind":"file","content":"text","text":"By Ada Byron"}
      {"record":"archive","format":1,"entries":1}
      {"record":"end","truncated":false}
      """
    return .seen(Array(records.utf8))
  }
}
