import Foundation

/// The whole comparison over some secrets under both policies of anonymity, with the canaries of the base worlds looked for
/// on the way.
struct WorldsRun: Sendable {
  var secrets: [WorldSecret] = WorldSecret.allCases
  /// Each viewer puts every so-manieth request in each phase, in turns; 1 asks everything. Those entitled always ask all
  /// plain pages in the phase in which they must see the secret.
  var stride = 1
  /// When given, nothing is asked but requests whose path has this part.
  var path: String?
  var tellsProgress = false

  struct Result: Sendable {
    var report = WorldReport()
    var canaries: CanaryReport
  }

  /// On two cores: a policy each.
  func play() async throws -> Result {
    async let known = play(.known)
    var result = try await play(.anonymous)
    let other = try await known
    result.report.join(other.report)
    result.canaries.join(other.canaries)
    return result
  }

  private func play(_ policy: WorldPolicy) async throws -> Result {
    let begun = Date()
    let worlds = try await TwoWorlds(secrets, policy)
    var canaries = CanaryReport(try await Self.planted(), policy)
    var told: Set<String> = []
    for phase in WorldPhase.allCases {
      try await worlds.play(phase)
      try await canaries.look(at: worlds.base, worlds.baseLetters, phase)
      try await worlds.ask(phase) { viewer, probe, place, secret in
        if let path, !probe.target.contains(path) { return false }
        if let witness = secret.witness, witness == (viewer, phase), probe.isPlain { return true }
        let turn = (WorldViewer.allCases.firstIndex(of: viewer) ?? 0) * 7 + phase.rawValue * 3
        return (place + turn + (policy == .known ? stride / 2 : 0)) % stride == 0
      } see: { viewer, probe, outcome in
        canaries.look(at: outcome, of: probe, by: viewer, phase)
      }
      try await canaries.sweep(worlds.base, phase)
      // Later no office is open to anyone, at the other call neither.
      if phase == .archived { try await canaries.lookElsewhere(worlds.base) }
      if tellsProgress {
        let seconds = Int(Date().timeIntervalSince(begun))
        for line in worlds.report.digest where told.insert(line).inserted { tell("worlds: DIFFERS so far \(line)") }
        tell("\(policy) \(phase): \(worlds.report.pairs) pairs, \(worlds.report.differences.count) differing, \(seconds) s")
      }
    }
    return Result(report: worlds.report, canaries: canaries)
  }

  /// Every canary the year plants.
  static func planted() async throws -> Set<Canary> {
    let world = try await World.open(changing: nil)
    for phase in WorldPhase.allCases { try await world.play(phase) }
    return world.canaries
  }
}
