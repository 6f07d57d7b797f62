import LecternTesting
import PeerReview

@testable import Conference
@testable import Store

/// Where canaries were found: with those who may read them, and elsewhere.
struct CanaryReport: Sendable {
  struct Find: Hashable, Sendable, CustomStringConvertible {
    let canary: Canary
    let place: String
    let spelling: String

    var description: String { "\(canary.secret.rawValue), \(canary.field) | \(place) | \(spelling)" }
  }

  private let scan: CanaryScan
  private let policy: WorldPolicy
  let planted: Set<Canary>
  private(set) var authorised: [Canary: Int] = [:]
  private(set) var unauthorised: Set<Find> = []
  private(set) var bytes = 0
  private var seen: Set<Int> = []

  init(_ planted: Set<Canary>, _ policy: WorldPolicy) {
    self.planted = planted
    self.policy = policy
    scan = CanaryScan(planted)
  }

  var hits: Int { authorised.values.reduce(0, +) }

  /// Those nobody found: their field reaches no one, or the test asks too little.
  var silent: [Canary] { planted.filter { authorised[$0] == nil }.sorted { $0.token < $1.token } }

  mutating func join(_ other: CanaryReport) {
    authorised.merge(other.authorised, uniquingKeysWith: +)
    unauthorised.formUnion(other.unauthorised)
    bytes += other.bytes
  }

  mutating func look(at text: [UInt8], place: String, isOpen: (WorldSecret) -> Bool) {
    var hasher = Hasher()
    hasher.combine(place.prefix { $0 != "?" })
    hasher.combine(text)
    guard seen.insert(hasher.finalize()).inserted else { return }
    bytes += text.count
    for (canary, spelling) in scan.hits(in: text) {
      if isOpen(canary.secret) {
        authorised[canary, default: 0] += 1
      } else {
        unauthorised.insert(Find(canary: canary, place: place, spelling: spelling))
      }
    }
  }

  mutating func look(at outcome: Outcome, of probe: Probe, by viewer: WorldViewer, _ phase: WorldPhase) {
    let text = Array(outcome.reply.headers.joined(separator: "\n").utf8) + outcome.reply.body
    // What the viewer typed comes back to the viewer.
    let name = Array(probe.name.utf8)
    let typed = Set(planted.filter { CanaryScan.contains(name, Array($0.token.utf8)) }.map(\.secret))
    let policy = policy
    look(at: text, place: "\(viewer) \(phase) \(probe.name)") { secret in
      secret.isOpen(to: viewer, in: phase, policy) || typed.contains(secret)
    }
    for letter in outcome.letters {
      look(at: letter, place: "letter to \(viewer) \(phase) \(probe.name)") { $0.isOpen(to: viewer, in: phase, policy) }
    }
  }

  /// Letters that left, by address; log lines; what waits in the queue of jobs; what lies about in the folder.
  mutating func look(at world: World, _ letters: Letters, _ phase: WorldPhase) async throws {
    let policy = policy
    for (address, texts) in letters.byAddress.sorted(by: { $0.key < $1.key }) {
      for text in texts {
        look(at: Array(text.utf8), place: "letter to \(address) \(phase)") { $0.isOpen(toAddress: address, in: phase, policy) }
      }
    }
    try await sweep(world, phase)
  }

  /// Nobody at all may find a secret here.
  mutating func sweep(_ world: World, _ phase: WorldPhase) async throws {
    look(at: Array(world.log.take().joined(separator: "\n").utf8), place: "log \(phase)") { _ in false }
    let jobs = try await world.database.peek { session in
      try session.rows("SELECT kind, subject, coalesce(last_error, '') FROM job") {
        "\(try $0.text(0)) \(try $0.text(1)) \(try $0.text(2))"
      }
    }
    look(at: Array(jobs.joined(separator: "\n").utf8), place: "jobs \(phase)") { _ in false }
    for (path, bytes) in world.strayFiles() { look(at: bytes, place: "file \(path) \(phase)") { _ in false } }
  }
}

extension WorldSecret {
  /// The same for people who get letters and are no viewers.
  func isOpen(toAddress address: String, in phase: WorldPhase, _ policy: WorldPolicy) -> Bool {
    if let viewer = WorldViewer.allCases.first(where: { $0.email == address }) { return isOpen(to: viewer, in: phase, policy) }
    switch address {
    case "ruth@people.example": return isOpen(to: .rita, in: phase, policy) || self == .expertise
    case "dirk@\(World.unreachable)": return [.draftExistence, .withdrawnExistence, .lateExistence].contains(self)
    case "olaf@people.example", "kuno@people.example", "max@people.example":
      return self == .lateExistence && phase >= .bidding
    case "evan@people.example": return isOpen(to: .elsa, in: phase, policy)
    case "edna@people.example": return false
    case "paul@people.example": return self == .deskRejection
    case Canary(secret: .authorIdentity, field: "address").token + "@hidden.example": return isOpen(to: .basil, in: phase, policy)
    case Canary(secret: .invitationExistence, field: "address").token + "@people.example": return self == .invitationExistence
    default: return false
    }
  }
}

extension CanaryReport {
  /// The two secrets that are nobody's at this call: an account's, which its holder may read, and another call's, which its
  /// chair may.
  mutating func lookElsewhere(_ world: World) async throws {
    let address = Canary(secret: .accountExistence, field: "address").token + "@people.example"
    let holder = try await world.page("/account", as: address)
    look(at: holder.body, place: "its holder's account") { $0 == .accountExistence }
    let chair = try await world.page("/chair/audit", as: "olaf@people.example", at: ID("other-2026"))
    look(at: chair.body, place: "the other call's record") { $0 == .otherConference }
  }
}
