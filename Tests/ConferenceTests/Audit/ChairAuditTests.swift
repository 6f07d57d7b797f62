import Foundation
import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("The record on the chair's desk")
struct ChairAuditTests {
  /// An entry as a program reads it.
  private struct Line: Decodable {
    let act: String
    let at: String
  }

  @Test("Entries name people and papers, and are found by them")
  func names() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Caches")
    let desk = try await stage.chairDesk()
    try await desk.addConflict(paper, person: stage.rita.id, kind: "advisor")
    let entry = try #require(try await desk.audit(.init(query: "add conflict")).entries.first)
    let number = try await stage.number(of: paper)
    #expect(entry.who == stage.chair.name && entry.subject == number)
    #expect(entry.details == "\(stage.rita.name) advisor")
    #expect(try await desk.audit(.init(query: "ada \(number) submit")).entries.map(\.act) == ["submit"])
    #expect(try await desk.audit(.init(query: "nobody")).entries.isEmpty)
  }

  @Test("Older entries stand on further pages, each once and in order")
  func pages() async throws {
    let stage = try await ReviewStage.open()
    try await stage.conference.act { act in
      for number in 1...250 { try act.record("act \(number)", bySystem: "test", at: stage.call.id, about: "x") }
    }
    let desk = try await stage.chairDesk()
    var seen: [Int64] = []
    var before: Int?
    for _ in 1...3 {
      let page = try await desk.audit(before: before)
      seen += page.entries.map(\.sequence)
      before = page.entries.last.map { Int($0.sequence) }
    }
    #expect(seen == seen.sorted(by: >) && Set(seen).count == 251)
    #expect(seen.last == 1)
    #expect(try await desk.audit(.init(query: "act 7")).entries.contains { $0.act == "act 7" })
  }

  @Test("Entries are found by their days, the last one included; a day that can't be read is told")
  func days() async throws {
    let stage = try await ReviewStage.open()
    let first = stage.clock.now
    for day in 0...2 {
      stage.clock.set(first.adding(.days(Int64(day))))
      try await stage.conference.act { try $0.record("act \(day)", bySystem: "test", at: stage.call.id, about: "x") }
    }
    let desk = try await stage.chairDesk()
    func acts(_ from: Int64?, _ to: Int64?) async throws -> [String] {
      func day(_ number: Int64?) -> String { number.map { String(first.adding(.days($0)).iso8601.prefix(10)) } ?? "" }
      let listing = AuditPage.Listing(query: "act test", from: day(from), to: day(to))
      return try await desk.audit(listing).entries.map(\.act)
    }
    #expect(try await acts(nil, nil) == ["act 2", "act 1", "act 0"])
    #expect(try await acts(1, nil) == ["act 2", "act 1"])
    #expect(try await acts(nil, 1) == ["act 1", "act 0"])
    #expect(try await acts(1, 1) == ["act 1"])
    #expect(try await acts(9, nil).isEmpty)
    let wrong = try await desk.audit(.init(query: "act", from: "soon"))
    #expect(wrong.problems.map(\.field) == ["from"] && wrong.entries.contains { $0.act == "act 0" })
    let file = try await desk.auditFile(.init(query: "test act 1"))
    let lines = try JSONDecoder().decode([Line].self, from: JSONEncoder().encode(file.entries))
    #expect(lines.map(\.act) == ["act 1"] && lines.first?.at.hasSuffix("Z") == true)
  }

  @Test("A changed entry is noticed")
  func whole() async throws {
    let stage = try await ReviewStage.open()
    _ = try await stage.paper("Caches")
    let desk = try await stage.chairDesk()
    #expect(try await desk.isRecordWhole())
    try await stage.conference.act { _ = try $0.session.execute("UPDATE audit SET act = 'nothing' WHERE number = 3") }
    #expect(try await !desk.isRecordWhole())
  }
}
