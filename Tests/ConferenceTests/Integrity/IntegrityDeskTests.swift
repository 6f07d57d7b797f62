import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Integrity cases at the desk")
struct IntegrityDeskTests {
  private func draft(_ papers: String, people: String = "") -> IntegrityCasesPage.Draft {
    .init(title: "Shared text", papers: papers, people: people, text: "Two papers share a section.")
  }

  @Test("A case is opened, worked, closed and opened again; everything stays in it and on record")
  func worked() async throws {
    let stage = try await ReviewStage.open()
    let (ants, bees) = (try await stage.paper("Ants"), try await stage.paper("Bees"))
    let numbers = "\(try await stage.number(of: ants)), \(try await stage.number(of: bees))"
    let desk = try await stage.chairDesk()
    let id = try await desk.openCase(draft(numbers, people: stage.author.email))
    #expect(try await stage.letters("integrity-case").map(\.toEmail) == [stage.otherChair.email])
    try await desk.add(.evidence, text: "", file: (name: "../report.txt", bytes: Array("the report".utf8)), to: id)
    try await desk.add(.action, text: "The authors were asked by letter.", to: id)
    let page = try await desk.integrityCase(id)
    #expect(
      page.papers.map(\.id) == [ants, bees] && page.people.count == 1
        && page.entries.map(\.kind) == [.evidence, .evidence, .action])
    #expect(try await desk.caseFile(2, of: id).sizeBytes == 10)
    await #expect(throws: Refusal.notFound) { try await desk.caseFile(1, of: id) }
    #expect(
      await problems { try await desk.close(id, outcome: "guilty", text: "It is so, we think.") }.map(\.field) == ["outcome"])
    try await desk.close(id, outcome: "sanctioned", text: "Both papers were rejected.")
    #expect(await problems { try await desk.add(.note, text: "One thing more to say.", to: id) }.map(\.field) == ["text"])
    try await desk.reopen(id, text: "A third paper turned up.")
    #expect(try await desk.integrityCase(id).entries.map(\.kind).suffix(2) == [.closed, .reopened])
    #expect(try await desk.integrityCases().cases.map(\.outcome) == [nil])
    for act in ["open integrity case", "close integrity case", "reopen integrity case"] {
      #expect(try await stage.recorded(act) == 1, "\(act)")
    }
  }

  @Test("A chair whom a case is about, or who is in conflict with one of its papers, finds nothing of it anywhere")
  func blind() async throws {
    let stage = try await ReviewStage.open()
    let (ants, bees) = (try await stage.paper("Ants"), try await stage.paper("Bees"))
    let desk = try await stage.chairDesk()
    let other = try await stage.chairDesk(stage.otherChair)
    let audit = try await other.audit().entries.count
    let id = try await desk.openCase(draft(try await stage.number(of: ants), people: stage.otherChair.email))
    _ = try await desk.integrityCase(id)
    _ = try await desk.integrityCases()
    #expect(try await desk.reveals().rows.filter { $0.page == "integrity cases" }.count == 2)
    #expect(try await other.reveals().rows.filter { $0.page == "integrity cases" }.isEmpty)
    #expect(try await other.integrityCases().cases.isEmpty)
    #expect(try await other.audit().entries.count == audit)
    #expect(try await stage.letters("integrity-case").isEmpty)
    for act: @Sendable () async throws -> Void in [
      { _ = try await other.integrityCase(id) }, { try await other.add(.note, text: "I did nothing of it.", to: id) },
      { try await other.close(id, outcome: "unfounded", text: "There is nothing in it.") },
      { try await other.widen(id, papers: "1", people: "") }, { _ = try await other.caseFile(1, of: id) },
    ] {
      await #expect(throws: Refusal.notFound) { try await act() }
    }
    // Free of it at first, and then not any more.
    let second = try await desk.openCase(draft(try await stage.number(of: ants)))
    #expect(try await other.integrityCases().cases.map(\.id) == [second])
    #expect(try await stage.letters("integrity-case").count == 1)
    for chair in [other, desk] { #expect(try await chair.letters(query: "integrity").letters.isEmpty) }
    try await stage.conflict(stage.otherChair, with: bees)
    try await desk.widen(second, papers: try await stage.number(of: bees), people: "")
    #expect(try await other.integrityCases().cases.isEmpty)
    await #expect(throws: Refusal.notFound) { try await other.integrityCase(second) }
    #expect(try await other.reveals().rows.filter { $0.page == "integrity cases" }.isEmpty)
  }

  @Test("Nobody opens a case about themself or what they may not know of, and what can't be read is told")
  func refused() async throws {
    let stage = try await ReviewStage.open()
    let ants = try await stage.paper("Ants", conflicts: [stage.chair])
    let number = try await stage.number(of: ants)
    let desk = try await stage.chairDesk()
    func told(_ papers: String, _ people: String = "") async -> [FieldProblem] {
      await problems { _ = try await desk.openCase(draft(papers, people: people)) }
    }
    #expect(await told("", stage.chair.email).map(\.field) == ["people"])
    #expect(
      await told(number).map { $0.message.replacing(number, with: "N") }
        == (await told("#99").map { $0.message.replacing("#99", with: "N") }))
    #expect(await told("x, 1", "ada").map(\.field) == ["papers", "papers", "people"])
    #expect(try await desk.integrityCases().cases.isEmpty)
    await #expect(throws: Refusal.notFound) { try await stage.chairDesk(stage.rita) }
  }
}
