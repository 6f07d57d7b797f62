import Foundation
import Testing

/// `LECTERN_WORLDS=full` asks much more, as `make worlds` does; `LECTERN_WORLDS_STRIDE=1` asks everything, with
/// `LECTERN_WORLDS_PATH=/release` only requests whose path has that part, which says nothing of how complete the run was.
@Suite("Two worlds", .serialized)
struct NonInterferenceTests {
  private static let isFull = ProcessInfo.processInfo.environment["LECTERN_WORLDS"] == "full"
  private static let stride = Int(ProcessInfo.processInfo.environment["LECTERN_WORLDS_STRIDE"] ?? "") ?? (isFull ? 6 : 700)

  private static let path = ProcessInfo.processInfo.environment["LECTERN_WORLDS_PATH"]

  @Test("Every route has requests of its own, and every secret can be seen by someone or is nobody's")
  func complete() async throws {
    let world = try await World.open(changing: nil)
    #expect(world.door.routes.count > 60)
    #expect(Generators.missing(world.door.routes) == [])
    #expect(WorldSecret.allCases.count >= 10 && WorldViewer.allCases.count >= 18 && WorldPhase.allCases.count >= 10)
  }

  @Test("Nobody learns what they must not: not from answers, letters or the work they cost, nor from any canary")
  func nonInterference() async throws {
    let begun = Date()
    let result = try await WorldsRun(stride: Self.stride, path: Self.path, tellsProgress: true).play()
    let (report, canaries) = (result.report, result.canaries)
    Self.figures(report, canaries, seconds: Int(Date().timeIntervalSince(begun)))
    let differences = report.digest
    #expect(differences.isEmpty)
    #expect(canaries.unauthorised.map(\.description).sorted() == [])
    if Self.path != nil { return }
    #expect(report.pairs >= 100_000)
    #expect(canaries.silent == Canary.unread, "\(canaries.silent.map { "\($0.secret.rawValue), \($0.field)" })")
    let blind = WorldSecret.allCases.filter { $0.witness != nil && report.seen[$0] == nil }
    #expect(blind.isEmpty, "\(blind)")
  }

  private static func figures(_ report: WorldReport, _ canaries: CanaryReport, seconds: Int) {
    let witnessed = WorldSecret.allCases.filter { $0.witness != nil }
    let seen = witnessed.count { report.seen[$0] != nil }
    tell(
      "worlds: \(report.pairs) pairs of answers and \(report.lettersCompared) letters compared, \(report.differences.count) differing, \(seconds) s"
    )
    tell(
      "worlds: \(WorldSecret.allCases.count) secrets × \(WorldViewer.allCases.count) viewers × \(WorldPhase.allCases.count) phases"
    )
    tell("worlds: \(seen) of \(witnessed.count) secrets seen by those entitled")
    tell(
      "worlds: \(canaries.planted.count) canaries planted, \(canaries.hits) hits where they may be, \(canaries.unauthorised.count) elsewhere, \(canaries.bytes / 1_000_000) MB read"
    )
    for line in report.digest.prefix(60) { tell("worlds: DIFFERS \(line)") }
    for find in canaries.unauthorised.map(\.description).sorted().prefix(40) { tell("worlds: CANARY \(find)") }
  }
}
