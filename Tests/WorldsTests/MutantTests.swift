#if DEBUG
import Foundation
import PeerReview
import Testing

/// Is the comparison worth anything? Opens each rule, and puts old leaks back, one at a time. Takes minutes and holds the
/// whole process: only with `LECTERN_MUTANTS=1`, as `make mutants` does.
@Suite("Mutants", .enabled(if: ProcessInfo.processInfo.environment["LECTERN_MUTANTS"] == "1"), .serialized)
struct MutantTests {
  @Test("Every rule that is opened and every old leak that is put back is noticed")
  func everyHoleIsFound() async throws {
    let only = ProcessInfo.processInfo.environment["LECTERN_MUTANT"] ?? ""
    let mutants = Mutant.all.filter { $0.hole.hasPrefix(only) }
    let leaks = only.isEmpty ? HistoricLeak.all : []
    let found = try await hunt(mutants, leaks)
    for mutant in mutants {
      tell(
        "mutants: \(found[mutant.hole] == nil ? "SURVIVES" : "killed  ") \(mutant.hole)"
          + (found[mutant.hole].map { " by \($0.probe)" } ?? ""))
    }
    for leak in leaks {
      tell(
        "mutants: \(found[leak.name] == nil ? "NOT FOUND" : "found   ") case \(leak.number), \(leak.name) (\(leak.precedent))")
    }
    let survivors = mutants.filter { found[$0.hole] == nil }
    let unexcused = survivors.filter { $0.excuse.isEmpty }
    tell(
      "mutants: \(mutants.count - survivors.count) of \(mutants.count) killed by the two worlds; \(leaks.count { found[$0.name] != nil }) of \(leaks.count) historic leaks found"
    )
    for survivor in survivors { tell("mutants: survivor \(survivor.hole): \(survivor.excuse)") }
    #expect(unexcused.isEmpty, "\(unexcused.map(\.hole))")
    #expect(leaks.allSatisfy { found[$0.name] != nil })
  }

  /// First on worlds that were played under the rules as they are; what is left, on worlds played with the hole open:
  /// letters are written while a world is played.
  private func hunt(_ mutants: [Mutant], _ leaks: [HistoricLeak]) async throws -> [String: Difference] {
    let hunt = Hunt(try await TwoWorlds(WorldSecret.allCases))
    var begun = Date()
    for phase in WorldPhase.allCases {
      try await hunt.worlds.play(phase)
      try await hunt.look(for: mutants, leaks, phase)
      tell("mutants: \(phase) took \(Int(Date().timeIntervalSince(begun))) s, \(hunt.found.count) found so far")
      begun = Date()
    }
    var found = hunt.found
    for mutant in mutants where found[mutant.hole] == nil && mutant.excuse.isEmpty {
      found[mutant.hole] = try await replay(mutant)
    }
    return found
  }

  private func replay(_ mutant: Mutant) async throws -> Difference? {
    let worlds = try await TwoWorlds(mutant.secrets)
    Mutation.active = mutant.hole
    defer { Mutation.active = "" }
    for phase in WorldPhase.allCases {
      try await worlds.play(phase)
      if let letter = worlds.report.differences.first { return letter }
    }
    return nil
  }
}
#endif
