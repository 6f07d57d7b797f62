import LecternTesting
import PeerReview

@testable import Conference
@testable import Store

/// The base world beside worlds in which one secret each is another. Every viewer asks everything of all of them.
final class TwoWorlds {
  let base: World
  let others: [World]
  private(set) var report = WorldReport()
  /// Letters of the last phase played, the base's first.
  private var letters: [Letters] = []

  init(_ secrets: [WorldSecret], _ policy: WorldPolicy = .anonymous) async throws {
    base = try await World.open(changing: nil, policy)
    var others: [World] = []
    for secret in secrets {
      others.append(try await World.open(changing: secret, policy))
    }
    self.others = others
  }

  /// Plays every world up to the end of the phase and compares the letters that left meanwhile.
  func play(_ phase: WorldPhase) async throws {
    for world in [base] + others {
      world.database.keep(true)
      try await world.play(phase)
      try await world.signIn(phase)
      world.database.keep(false)
    }
    letters = [await Letters(base)]
    for world in others { letters.append(await Letters(world)) }
    compareLetters(phase)
  }

  /// What the base's letters of the last phase were.
  var baseLetters: Letters { letters[0] }

  private func compareLetters(_ phase: WorldPhase) {
    for (world, theirs) in zip(others, letters.dropFirst()) {
      guard let secret = world.changed else { continue }
      let letters = baseLetters
      for viewer in WorldViewer.allCases {
        let isOpen = secret.isOpen(to: viewer, in: phase, base.policy)
        let same = letters.to(viewer) == theirs.to(viewer)
        if isOpen {
          if !same { report.see(secret, viewer, phase) }
          continue
        }
        report.lettersCompared += max(letters.to(viewer).count, theirs.to(viewer).count)
        if same { continue }
        report.add(
          Difference(
            secret: secret, viewer: viewer, phase: phase, probe: "letters that came", aspect: .letter,
            detail: Letters.parting(letters.to(viewer), theirs.to(viewer))))
      }
    }
  }

  /// Whether the leak shows in a letter of the last phase to someone who must not learn the secret.
  func toldByLetters(_ world: World, _ secret: WorldSecret, _ phase: WorldPhase, _ leak: HistoricLeak) async throws -> Difference?
  {
    guard let place = others.firstIndex(where: { $0 === world }) else { return nil }
    for viewer in WorldViewer.allCases where !secret.isOpen(to: viewer, in: phase, base.policy) {
      let ours = try await leak.put(into: baseLetters.to(viewer), base)
      let theirs = try await leak.put(into: letters[place + 1].to(viewer), world)
      if ours != theirs {
        return Difference(
          secret: secret, viewer: viewer, phase: phase, probe: "letters that came", aspect: .letter,
          detail: Letters.parting(ours, theirs))
      }
    }
    return nil
  }

  /// Every viewer asks; `isAsked` says whether this request, at this place of the list, is put about this secret now.
  func ask(
    _ phase: WorldPhase, isAsked: (_ viewer: WorldViewer, _ probe: Probe, _ place: Int, _ secret: WorldSecret) -> Bool,
    see: (WorldViewer, Probe, Outcome) -> Void = { _, _, _ in }
  ) async throws {
    let targets = try await Targets(base)
    for viewer in WorldViewer.allCases {
      for world in [base] + others { try await world.refresh() }
      let probes = Generators.probes(base.door.routes, targets, links: base.links[viewer].map { [$0] } ?? [])
      for (place, probe) in probes.enumerated() {
        let asked = others.filter { world in world.changed.map { isAsked(viewer, probe, place, $0) } ?? false }
        if asked.isEmpty { continue }
        let expected = try await base.outcome(of: probe, by: viewer, place)
        see(viewer, probe, expected)
        for world in asked { try await compare(world, probe, place, viewer, phase, expected) }
      }
    }
  }

  private func compare(
    _ world: World, _ probe: Probe, _ place: Int, _ viewer: WorldViewer, _ phase: WorldPhase, _ expected: Outcome
  ) async throws {
    guard let secret = world.changed else { return }
    let isOpen = secret.isOpen(to: viewer, in: phase, base.policy)
    let outcome = try await world.outcome(of: probe, by: viewer, place)
    if isOpen {
      if outcome.reply != expected.reply { report.see(secret, viewer, phase) }
      return
    }
    report.pairs += 1
    for (aspect, detail) in expected.differences(from: outcome) {
      report.add(
        Difference(secret: secret, viewer: viewer, phase: phase, probe: probe.name, aspect: aspect, detail: detail))
    }
  }
}

extension World {
  func outcome(of probe: Probe, by viewer: WorldViewer, _ place: Int) async throws -> Outcome {
    random.begin("probe \(place)")
    let reply = try await door.respond(to: probe, as: sessions[viewer])
    let work = database.takeWork()
    let own = work.letters.filter { $0.toEmail == viewer.email }
    return Outcome(reply: reply, work: work.trace, letters: own.map { raw($0) })
  }

  /// The letter as it would leave, its id left out when that is chance.
  private func raw(_ letter: LetterRow) -> [UInt8] {
    Array(
      "\(letter.kind)\n\(letter.toName) <\(letter.toEmail)>\n\(letter.subject)\n\(letter.queuedAt.microseconds)\n\(letter.body)"
        .utf8)
  }
}

/// The letters that left a world since it was last asked, by who got them.
struct Letters {
  private let raw: [String: [String]]

  init(_ world: World) async {
    var raw: [String: [String]] = [:]
    for message in await world.newLetters() {
      var text = String(decoding: message.rendered(), as: UTF8.self)
      if world.random.hasIssued(message.messageID) { text = text.replacing(message.messageID, with: "chance") }
      raw[message.to.address.folded, default: []].append(text)
    }
    self.raw = raw
  }

  func to(_ viewer: WorldViewer) -> [String] { raw[viewer.email] ?? [] }

  var all: [String] { raw.sorted { $0.key < $1.key }.flatMap(\.value) }

  var byAddress: [String: [String]] { raw }

  static func parting(_ left: [String], _ right: [String]) -> String {
    if left.count != right.count { return "\(left.count) and \(right.count) letters" }
    guard let pair = zip(left, right).first(where: { $0 != $1 }) else { return "none" }
    return Outcome.parting(Array(pair.0.utf8), Array(pair.1.utf8))
  }
}
