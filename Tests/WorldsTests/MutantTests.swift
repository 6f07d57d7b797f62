#if DEBUG
import Foundation
import PeerReview
import Testing

/// Is the comparison worth anything? Opens each rule, and puts old leaks back, one at a time. Takes minutes and holds the
/// whole process: only with `LECTERN_MUTANTS=1`, as `make mutants` does. `LECTERN_MUTANT` names those to be looked at, by how they
/// begin, several between bars.
@Suite("Mutants", .enabled(if: ProcessInfo.processInfo.environment["LECTERN_MUTANTS"] == "1"), .serialized)
struct MutantTests {
  @Test("Every rule that is opened and every old leak that is put back is noticed")
  func everyHoleIsFound() async throws {
    let only = ProcessInfo.processInfo.environment["LECTERN_MUTANT"] ?? ""
    let names = only.split(separator: "|")
    let mutants = Mutant.all.filter { mutant in names.isEmpty || names.contains { mutant.hole.hasPrefix($0) } }
    let leaks = only.isEmpty ? HistoricLeak.all : []
    let hunt = try await hunt(mutants, leaks)
    let outcomes = try await outcomes(mutants, hunt)
    for (mutant, outcome) in outcomes { tell("mutants: \(outcome) \(mutant.hole)") }
    for leak in leaks {
      let word = hunt.found[leak.name].map { "found by \($0.viewer) \($0.phase) \($0.probe)," } ?? "NOT FOUND"
      tell("mutants: \(word) case \(leak.number), \(leak.name) (\(leak.precedent))")
    }
    let survivors = outcomes.filter(\.outcome.survives).map(\.mutant)
    let byWorlds = outcomes.count { if case .killed = $0.outcome { true } else { false } }
    let byYear = outcomes.count { if case .stopped = $0.outcome { true } else { false } }
    let asked = outcomes.count { if case .written(let asked, _) = $0.outcome { asked > 0 } else { false } }
    tell(
      """
      mutants: \(outcomes.count - survivors.count) of \(outcomes.count) killed, \(byWorlds) by the two worlds, \(byYear) by \
      acts they refuse or let pass and \(outcomes.count - survivors.count - byWorlds - byYear) by the written table \
      (\(asked) of which requests ask for); \
      \(leaks.count { hunt.found[$0.name] != nil }) of \(leaks.count) historic leaks found
      """)
    for survivor in survivors { tell("mutants: survivor \(survivor.hole): \(survivor.reason)") }
    if only.isEmpty {
      #expect(hunt.heard.subtracting(mutants.map(\.hole)).filter { !Self.isOpenAnyway($0) }.sorted() == [])
    }
    #expect(survivors.filter(\.reason.isEmpty).map(\.hole) == [])
    #expect(Double(survivors.count) <= 0.02 * Double(outcomes.count))
    #expect(leaks.filter { hunt.found[$0.name] == nil }.map(\.name) == [])
  }

  private enum Outcome: CustomStringConvertible {
    case killed(Difference)
    /// An act of the year is refused that the rules allow, or is not that they forbid.
    case stopped(any Error)
    /// A cell whose opening nobody in the worlds gets to see, asked for or not; the test that compares the table with
    /// `docs/disclosure.md` fails.
    case written(asked: Int, changed: Int)
    case survives(asked: Int, changed: Int)

    var survives: Bool { if case .survives = self { true } else { false } }

    var description: String {
      switch self {
      case .killed(let found): "killed by \(found.viewer), \(found.phase), \(found.probe), \(found.aspect.rawValue):"
      case .stopped(let error): "killed, as the year can't be played (\(error)):"
      case .written(0, _): "killed by the written table, as nothing asks for it:"
      case .written(let asked, let changed):
        "killed by the written table; \(asked) requests ask for it, and it changes \(changed) without telling the worlds apart:"
      case .survives(let asked, let changed): "SURVIVES, asked for by \(asked) requests, of which it changes \(changed):"
      }
    }
  }

  private func outcomes(_ mutants: [Mutant], _ hunt: Hunt) async throws -> [(mutant: Mutant, outcome: Outcome)] {
    var outcomes: [(mutant: Mutant, outcome: Outcome)] = []
    for mutant in mutants {
      outcomes.append((mutant, try await outcome(mutant, hunt)))
    }
    return outcomes
  }

  private func outcome(_ mutant: Mutant, _ hunt: Hunt) async throws -> Outcome {
    if let found = hunt.found[mutant.hole] { return .killed(found) }
    if !mutant.secrets.isEmpty, hunt.heardInPlay.contains(mutant.hole) {
      do {
        if let found = try await replay(mutant) { return .killed(found) }
      } catch let refusal as Refusal {
        return .stopped(refusal)
      } catch let fault as WorldFault {
        return .stopped(fault)
      }
    }
    let (asked, changed) = hunt.tried[mutant.hole] ?? (0, 0)
    return mutant.isWritten ? .written(asked: asked, changed: changed) : .survives(asked: asked, changed: changed)
  }

  /// First on worlds that were played under the rules as they are.
  private func hunt(_ mutants: [Mutant], _ leaks: [HistoricLeak]) async throws -> Hunt {
    let hunt = Hunt(try await TwoWorlds(WorldSecret.allCases))
    var begun = Date()
    for phase in WorldPhase.allCases {
      try await hunt.play(phase)
      try await hunt.look(for: mutants, leaks, phase)
      tell("mutants: \(phase) took \(Int(Date().timeIntervalSince(begun))) s, \(hunt.found.count) found so far")
      begun = Date()
    }
    return hunt
  }

  /// Then, for what is left, on worlds played with the hole open: letters are written while a world is played.
  private func replay(_ mutant: Mutant) async throws -> Difference? {
    Mutation.active = mutant.hole
    defer { Mutation.active = "" }
    let worlds = try await TwoWorlds(Array(mutant.secrets.prefix(2)))
    for phase in WorldPhase.allCases {
      try await worlds.play(phase)
      if let letter = worlds.report.differences.first { return letter }
    }
    return nil
  }

  /// Cells that the rules show at every moment have nothing to open.
  private static func isOpenAnyway(_ hole: String) -> Bool { hole.contains(" is shown to ") }
}
#endif
