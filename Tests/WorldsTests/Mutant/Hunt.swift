#if DEBUG
import PeerReview

/// Looks for one opened hole at a time: does anyone now tell the worlds apart?
///
/// It first notes which requests ask for which hole: a hole that a request does not ask for can't change its answer.
final class Hunt {
  let worlds: TwoWorlds
  private(set) var found: [String: Difference] = [:]
  /// Holes that some request asked for, or what happens by itself.
  private(set) var heard: Set<String> = []
  /// Holes that were asked for while the year was played: they may show in letters.
  private(set) var heardInPlay: Set<String> = []
  /// Of holes not found: how many requests asked for it, and how many answers it changed.
  private(set) var tried: [String: (asked: Int, changed: Int)] = [:]
  private var probes: [WorldViewer: [Probe]] = [:]

  /// A request that asks for some hole.
  private struct Candidate {
    let viewer: WorldViewer
    let probe: Probe
    let place: Int
    /// What it tells in the base world under the rules as they are, hashed.
    let sound: Int
    /// 0 for the first of its viewer and route, 1 for the second, and so on.
    let rank: Int
  }

  /// How many requests to one route each viewer puts in a phase; how many of them are tried for one hole; with how many,
  /// whose answer it changes, the likeliest secrets are tried; and with how many every other one.
  private static let askedMost = 100
  private static let triedMost = 400
  private static let triedClosely = 60
  private static let triedFully = 12

  init(_ worlds: TwoWorlds) {
    self.worlds = worlds
  }

  func play(_ phase: WorldPhase) async throws {
    Mutation.listen()
    try await worlds.play(phase)
    heardInPlay.formUnion(Mutation.takeHeard())
    heard.formUnion(heardInPlay)
    let targets = try await Targets(worlds.base)
    for viewer in WorldViewer.allCases {
      let links = worlds.base.links[viewer].map { Set([$0]) } ?? []
      probes[viewer] = Generators.probes(worlds.base.door.routes, targets, links: links)
    }
  }

  /// Tries what isn't found yet on the phase the worlds have been played to.
  func look(for mutants: [Mutant], _ leaks: [HistoricLeak], _ phase: WorldPhase) async throws {
    let mutants = mutants.filter { $0.phases.contains(phase) }
    if mutants.isEmpty { return }
    let candidates = try await survey()
    heard.formUnion(candidates.keys)
    for mutant in mutants where found[mutant.hole] == nil {
      found[mutant.hole] = try await find(mutant, candidates[mutant.hole] ?? [], phase)
      if let difference = found[mutant.hole] { tell("mutants: found \(mutant.hole): \(difference.shape)") }
    }
    if !Mutant.usualPhases.contains(phase) { return }
    for leak in leaks where found[leak.name] == nil { found[leak.name] = try await find(leak, phase) }
  }

  // MARK: Mutants

  /// Everyone asks the base world something of every route; each hole with the requests that ask for it, unlike ones first.
  private func survey() async throws -> [String: [Candidate]] {
    var candidates: [String: [Candidate]] = [:]
    var ranks: [String: Int] = [:]
    for viewer in WorldViewer.allCases {
      try await worlds.base.refresh()
      var asked: [String: Int] = [:]
      for (place, probe) in (probes[viewer] ?? []).enumerated() where !probe.isVariant {
        asked[probe.route, default: 0] += 1
        if asked[probe.route, default: 0] > Self.askedMost { continue }
        Mutation.listen()
        let outcome = try await worlds.base.outcome(of: probe, by: viewer, place)
        for hole in Mutation.takeHeard() {
          let key = "\(hole) \(viewer) \(probe.route)"
          let rank = ranks[key, default: 0]
          ranks[key] = rank + 1
          candidates[hole, default: []].append(
            Candidate(viewer: viewer, probe: probe, place: place, sound: outcome.toldHash, rank: rank))
        }
      }
    }
    return candidates.mapValues(Self.unlikeFirst)
  }

  /// The first of every route before the second, and of each viewer in turn: no viewer's requests crowd out another's.
  private static func unlikeFirst(_ candidates: [Candidate]) -> [Candidate] {
    var turns: [String: Int] = [:]
    let placed = candidates.map { candidate in
      let key = "\(candidate.rank) \(candidate.viewer)"
      let turn = turns[key, default: 0]
      turns[key] = turn + 1
      return (candidate: candidate, turn: turn)
    }
    return placed.enumerated().sorted {
      ($0.element.candidate.rank, $0.element.turn, $0.offset) < ($1.element.candidate.rank, $1.element.turn, $1.offset)
    }.map(\.element.candidate)
  }

  private func find(_ mutant: Mutant, _ candidates: [Candidate], _ phase: WorldPhase) async throws -> Difference? {
    if candidates.isEmpty { return nil }
    tried[mutant.hole, default: (0, 0)].asked += candidates.count
    for world in [worlds.base] + worlds.others { try await world.refresh() }
    Mutation.active = mutant.hole
    defer { Mutation.active = "" }
    var changed = 0
    for candidate in candidates.prefix(Self.triedMost) {
      let expected = try await worlds.base.outcome(of: candidate.probe, by: candidate.viewer, candidate.place)
      // A hole that changes nothing here tells nothing here: the base world holds all that is secret.
      if expected.toldHash == candidate.sound { continue }
      changed += 1
      tried[mutant.hole, default: (0, 0)].changed += 1
      if changed > Self.triedClosely { return nil }
      for world in worlds.others {
        guard let secret = world.changed, !secret.isOpen(to: candidate.viewer, in: phase, worlds.base.policy) else { continue }
        guard changed <= Self.triedFully || mutant.secrets.contains(secret) else { continue }
        let outcome = try await world.outcome(of: candidate.probe, by: candidate.viewer, candidate.place)
        if let (aspect, detail) = expected.differences(from: outcome).first {
          return Difference(
            secret: secret, viewer: candidate.viewer, phase: phase, probe: candidate.probe.name, aspect: aspect, detail: detail)
        }
      }
    }
    return nil
  }

  // MARK: Historic leaks

  private func find(_ leak: HistoricLeak, _ phase: WorldPhase) async throws -> Difference? {
    let truth = try await leak.leaked(worlds.base)
    for world in worlds.others {
      guard let secret = world.changed, try await leak.leaked(world) != truth else { continue }
      if let told = try await worlds.toldByLetters(world, secret, phase, leak) { return told }
      if let told = try await find(leak, in: world, secret, phase) { return told }
    }
    return nil
  }

  private func find(_ leak: HistoricLeak, in world: World, _ secret: WorldSecret, _ phase: WorldPhase) async throws -> Difference?
  {
    for viewer in WorldViewer.allCases where !secret.isOpen(to: viewer, in: phase, worlds.base.policy) {
      try await worlds.base.refresh()
      try await world.refresh()
      for (place, probe) in (probes[viewer] ?? []).enumerated() where leak.isAsked(by: probe) {
        let expected = try await leak.put(
          into: worlds.base.outcome(of: probe, by: viewer, place), of: probe, worlds.base)
        let outcome = try await leak.put(into: world.outcome(of: probe, by: viewer, place), of: probe, world)
        if let (aspect, detail) = expected.differences(from: outcome).first {
          return Difference(
            secret: secret, viewer: viewer, phase: phase, probe: probe.name, aspect: aspect, detail: detail)
        }
      }
    }
    return nil
  }
}

extension Outcome {
  /// Of all that tells worlds apart but the words of statements: an open hole changes those of every request that asks for it.
  fileprivate var toldHash: Int {
    var hasher = Hasher()
    hasher.combine(reply)
    hasher.combine(letters)
    for statement in work.statements { hasher.combine(statement.rows) }
    return hasher.finalize()
  }
}

extension Probe {
  /// Asked in another manner: what is decided is decided for the plain request.
  fileprivate var isVariant: Bool { method == "HEAD" || headers["Accept"] != nil || target.contains("unknown=1") }

  /// The method and the address without ids and query.
  fileprivate var route: String {
    let path = target.prefix { $0 != "?" }.split(separator: "/").map { $0.count == 26 ? ":id" : String($0) }
    return "\(method) /\(path.joined(separator: "/"))"
  }
}
#endif
