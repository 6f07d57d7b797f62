import Foundation
import Testing

@Suite("Two worlds")
struct NonInterferenceTests {
  @Test("Every route has a generator of requests, and every secret a witness or a reason for none")
  func complete() async throws {
    let world = try await World.open(changing: nil)
    #expect(world.door.routes.count > 60)
    #expect(Generators.missing(world.door.routes) == [])
  }

  @Test("Nobody can tell the worlds apart by what they must not learn")
  func nonInterference() async throws {
    let begun = Date()
    let worlds = try await TwoWorlds(WorldSecret.allCases)
    for phase in WorldPhase.allCases {
      try await worlds.play(phase)
      try await worlds.ask(phase) { _, place, secret in (place + secret + phase.rawValue) % Self.stride == 0 }
      print("\(phase): \(worlds.report.pairs) pairs, \(worlds.report.differences.count) differing, \(Int(Date().timeIntervalSince(begun))) s")
    }
    for line in worlds.report.digest { print(line) }
    #expect(worlds.report.differences.isEmpty)
  }

  static let stride = Int(ProcessInfo.processInfo.environment["LECTERN_WORLDS_STRIDE"] ?? "") ?? 8
}
