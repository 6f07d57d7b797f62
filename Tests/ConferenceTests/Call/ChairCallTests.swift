import Foundation
import Pages
import PeerReview
import Testing

@testable import Conference

@Suite("Changing the call")
struct ChairCallTests {
  private func stage() async throws -> (stage: ReviewStage, desk: ChairDesk, text: String) {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    return (stage, desk, try await desk.callVersions().text)
  }

  @Test("A changed file is version 2, on record with its reason, and in force at once")
  func version() async throws {
    let (stage, desk, text) = try await stage()
    let changed = text.replacingOccurrences(of: "name: MLSys 2026", with: "name: MLSys Twenty-Six")
    #expect(try await desk.changeCall(text: changed, reason: "A better name.") == 2)
    #expect(try await desk.changeCall(text: changed, reason: "A better name.") == 2)
    #expect(try await stage.recorded("change call") == 1)
    #expect(try await stage.conference.call(stage.call.id).name == "MLSys Twenty-Six")
    let page = try await desk.callVersions()
    #expect(page.versions.map(\.number) == [2, 1])
    #expect(page.versions.first?.storedBy == stage.chair.name && page.versions.first?.reason == "A better name.")
    #expect(page.versions.map(\.isCurrent) == [true, false])
    #expect(await problems { try await desk.changeCall(text: text, reason: " ") }.map(\.field) == ["reason"])
  }

  @Test("A file with mistakes is refused with all of them and where they stand, and nothing is stored")
  func mistakes() async throws {
    let (_, desk, text) = try await stage()
    let broken = text.replacingOccurrences(of: "opens: 2025-09-15 20:00", with: "opens: yesterday")
      .replacingOccurrences(of: "time-zone: UTC", with: "time-zone: Nowhere")
    let page = try await desk.checkCall(text: broken)
    #expect(page.mistakes.count >= 2 && !page.isFine)
    #expect(page.mistakes.allSatisfy { $0.line > 1 })
    let problems = await problems { try await desk.changeCall(text: broken, reason: "Why not.") }
    #expect(problems.count == page.mistakes.count)
    #expect(problems.allSatisfy { $0.message.hasPrefix("Line ") })
    #expect(try await desk.callVersions().versions.count == 1)
    #expect(try await desk.checkCall(text: text).isFine)
  }

  @Test("The file of another call is refused")
  func otherCall() async throws {
    let (_, desk, text) = try await stage()
    let other = text.replacingOccurrences(of: "call: mlsys-2026", with: "call: mlsys-2027")
    #expect(await problems { try await desk.changeCall(text: other, reason: "Next year.") }.map(\.field) == ["text"])
  }

  @Test("What papers, reviews or decisions use can't be removed; what nothing uses can")
  func keysInUse() async throws {
    let (stage, desk, text) = try await stage()
    let unused = text.replacingOccurrences(of: "  storage: ", with: "  shelving: ")
    #expect(try await desk.checkCall(text: unused).isFine)
    _ = try await stage.paper("Caches")
    let page = try await desk.checkCall(text: unused)
    #expect(page.mistakes.count == 1)
    #expect(page.mistakes.first?.message.hasPrefix("The topic “storage” is in use and can't be removed.") == true)
    let line = (text.components(separatedBy: "\n").firstIndex { $0.hasPrefix("topics:") } ?? 0) + 1
    #expect(page.mistakes.map(\.line) == [line])
    #expect(await problems { try await desk.changeCall(text: unused, reason: "Shorter.") }.count == 1)
  }

  @Test("A shift of the dates stays when the call changes")
  func shift() async throws {
    let (stage, desk, text) = try await stage()
    try await stage.conference.openCall(text: text, file: "call", shift: .days(10), reason: "sample")
    let changed = text.replacingOccurrences(of: "name: MLSys 2026", with: "name: MLSys Shifted")
    #expect(try await desk.changeCall(text: changed, reason: "A name.") == 3)
    let call = try await stage.conference.call(stage.call.id)
    #expect(call.calendar.notification == stage.call.calendar.notification.adding(.days(10)))
  }
}
