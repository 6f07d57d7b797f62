import Foundation

/// The whole comparison over some secrets, with the canaries of the base world looked for on the way.
struct WorldsRun: Sendable {
  var secrets: [WorldSecret] = WorldSecret.allCases
  /// Each viewer puts every so-manieth request in each phase, in turns; 1 asks everything. Those entitled always ask all
  /// plain pages in the phase in which they must see the secret.
  var stride = 1
  /// The call's policy: whether reviewers of a paper are anonymous to each other.
  var anonymousReviewers = true
  var tellsProgress = false

  struct Result: Sendable {
    var report = WorldReport()
    var canaries: CanaryReport
  }

  /// On two cores: the secrets are shared out between two sets of worlds.
  func play() async throws -> Result {
    let half = (secrets.count + 1) / 2
    async let first = play(Array(secrets.prefix(half)), looksForCanaries: true)
    async let second = play(Array(secrets.dropFirst(half)), looksForCanaries: false)
    var result = try await first
    result.report.join(try await second.report)
    return result
  }

  private func play(_ secrets: [WorldSecret], looksForCanaries: Bool) async throws -> Result {
    let begun = Date()
    let worlds = try await TwoWorlds(secrets, anonymousReviewers: anonymousReviewers)
    var canaries = CanaryReport(try await Self.planted())
    for phase in WorldPhase.allCases {
      try await worlds.play(phase)
      if looksForCanaries { try await canaries.look(at: worlds.base, worlds.baseLetters, phase) }
      try await worlds.ask(phase) { viewer, probe, place, secret in
        if let witness = secret.witness, witness == (viewer, phase), probe.isPlain { return true }
        let turn = (WorldViewer.allCases.firstIndex(of: viewer) ?? 0) * 7 + phase.rawValue * 3
        return (place + turn) % stride == 0
      } see: { viewer, probe, outcome in
        if looksForCanaries { canaries.look(at: outcome, of: probe, by: viewer, phase) }
      }
      if looksForCanaries { try await canaries.sweep(worlds.base, phase) }
      if tellsProgress {
        let seconds = Int(Date().timeIntervalSince(begun))
        tell("\(phase): \(worlds.report.pairs) pairs, \(worlds.report.differences.count) differing, \(seconds) s")
      }
    }
    if looksForCanaries { try await canaries.lookElsewhere(worlds.base) }
    return Result(report: worlds.report, canaries: canaries)
  }

  /// Every canary the year plants.
  static func planted() async throws -> Set<Canary> {
    let world = try await World.open(changing: nil)
    for phase in WorldPhase.allCases { try await world.play(phase) }
    return world.canaries
  }
}
