import PeerReview

/// Looks for one opened hole at a time: does anyone now tell the worlds apart?
final class Hunt {
  let worlds: TwoWorlds
  private(set) var found: [String: Difference] = [:]
  /// What the base world answers under the rules as they are, by phase, viewer and request.
  private var sound: [String: Outcome] = [:]

  init(_ worlds: TwoWorlds) {
    self.worlds = worlds
  }

  /// Tries what isn't found yet on the phase the worlds have been played to.
  func look(for mutants: [Mutant], _ leaks: [HistoricLeak], _ phase: WorldPhase) async throws {
    let targets = try await Targets(worlds.base)
    sound = [:]
    for mutant in mutants where found[mutant.hole] == nil {
      Mutation.active = mutant.hole
      defer { Mutation.active = "" }
      found[mutant.hole] = try await difference(
        phase, targets, mutant.viewers, worlds.others.filter { mutant.secrets.contains($0.changed ?? .password) },
        where: { probe in mutant.requests.contains { probe.name.hasPrefix($0) } }, leak: nil)
    }
    for leak in leaks where found[leak.name] == nil { found[leak.name] = try await find(leak, phase, targets) }
  }

  private func find(_ leak: HistoricLeak, _ phase: WorldPhase, _ targets: Targets) async throws -> Difference? {
    let truth = try await leak.leaked(worlds.base)
    for world in worlds.others {
      guard let secret = world.changed, try await leak.leaked(world) != truth else { continue }
      if let told = try await worlds.toldByLetters(world, secret, phase, leak) { return told }
      let told = try await difference(
        phase, targets, WorldViewer.allCases, [world], where: { _ in true }, leak: leak)
      if let told { return told }
    }
    return nil
  }

  /// The first difference that someone sees who must not.
  private func difference(
    _ phase: WorldPhase, _ targets: Targets, _ viewers: [WorldViewer], _ others: [World], where isAsked: (Probe) -> Bool,
    leak: HistoricLeak?
  ) async throws -> Difference? {
    for viewer in viewers {
      let closed = others.filter { $0.changed?.isOpen(to: viewer, in: phase) == false }
      if closed.isEmpty { continue }
      for world in [worlds.base] + closed { try await world.refresh() }
      let links = worlds.base.links[viewer].map { Set([$0]) } ?? []
      let probes = Generators.probes(worlds.base.door.routes, targets, links: links)
      for (place, probe) in probes.enumerated() where isAsked(probe) && probe.method != "HEAD" {
        if let leak,
          !leak.requests.contains(where: { probe.name.hasPrefix($0) })
            || !probe.name.contains(leak.holding) && !leak.holding.isEmpty
        {
          continue
        }
        let expected = try await outcome(worlds.base, probe, viewer, place, leak)
        // A hole that changes nothing here tells nothing here: the base world holds all that is secret.
        if leak == nil, try await soundOutcome(probe, viewer, place, phase) == expected { continue }
        for world in closed {
          guard let secret = world.changed else { continue }
          let outcome = try await outcome(world, probe, viewer, place, leak)
          for (aspect, detail) in expected.differences(from: outcome) {
            let difference = Difference(
              secret: secret, viewer: viewer, phase: phase, probe: probe.name, aspect: aspect, detail: detail)
            let isAllowed = Allowance.all.contains { $0.covers(difference, writes: expected.writes || outcome.writes) }
            if !isAllowed { return difference }
          }
        }
      }
    }
    return nil
  }

  private func soundOutcome(_ probe: Probe, _ viewer: WorldViewer, _ place: Int, _ phase: WorldPhase) async throws -> Outcome {
    let key = "\(phase) \(viewer) \(probe.name)"
    if let known = sound[key] { return known }
    let hole = Mutation.active
    Mutation.active = ""
    defer { Mutation.active = hole }
    let outcome = try await worlds.base.outcome(of: probe, by: viewer, place)
    sound[key] = outcome
    return outcome
  }

  private func outcome(
    _ world: World, _ probe: Probe, _ viewer: WorldViewer, _ place: Int, _ leak: HistoricLeak?
  ) async throws -> Outcome {
    let outcome = try await world.outcome(of: probe, by: viewer, place)
    guard let leak else { return outcome }
    return try await leak.put(into: outcome, of: probe, world)
  }
}
