import PeerReview
import Store

@testable import Conference

/// What requests can be aimed at: ids that exist, that belong to others, and that don't exist; and what one might search for.
/// Drawn from the base world; every world has the same ids for what it has.
struct Targets: Sendable {
  let papers: [String]
  /// Of every paper there is, as a table names them.
  let numbers: [String]
  let assignments: [String]
  let metareviews: [String]
  let delegations: [String]
  let metareviewers: [String]
  let plans: [String]
  let people: [String]
  let conflicts: [String]
  let letters: [String]
  let findings: [String]
  let invitations: [String]
  let publications: [String]
  let sessions: [String]
  let artifacts: [String]
  let evaluations: [String]
  let evaluators: [String]
  let cases: [String]
  /// Of a reviewer's service.
  let statements: [String]
  /// The manuscript of `caches`, as its validator names it.
  let manuscript: String
  let caches: String
  let nowhere = "nowherenowherenowhereno22"
  /// Words of secrets, guessed rightly.
  let guesses: [String]

  init(_ world: World) async throws {
    func ids(_ sql: SQL) async throws -> [String] {
      try await world.database.peek { try $0.rows(sql) { try $0.text(0) } }
    }
    let known = world.papers.mapValues(\.text)
    caches = known["caches"] ?? "caches"
    numbers = try await world.database.peek { session in
      try session.rows("SELECT number FROM submission ORDER BY id") { String(try $0.int(0)) }
    }
    papers = ["caches", "wells", "mud", "late", "draft", "gone"].compactMap { known[$0] }
    assignments = ["third", "rita", "ron", "rec", "remo", "vera", "cora", "otto"].compactMap { world.assignments[$0]?.text }
    metareviews = ["caches", "wells", "dunes"].compactMap { world.metareviews[$0]?.text }
    delegations = ["rita", "ron"].compactMap { world.delegations[$0]?.text }
    metareviewers = ["mira", "mona", "max"].compactMap { world.people[$0]?.id.text }
    plans = [world.plan?.text].compactMap { $0 }
    cases = ["caches", "cora"].compactMap { world.cases[$0]?.text }
    people = ["ruth", "rita", "conrad", "kuno", "silas", "ada", "basil"].compactMap { world.people[$0]?.id.text }
    artifacts = ["caches", "wells"].compactMap { world.artifacts[$0]?.text }
    evaluations = ["elsa", "second", "erik"].compactMap { world.evaluations[$0]?.text }
    evaluators = ["emil", "erik", "evan", "edna", "rita"].compactMap { world.people[$0]?.id.text }
    conflicts = try await ids("SELECT id FROM conflict ORDER BY id")
    letters =
      try await ids("SELECT id FROM letter WHERE kind IN ('recusal', 'submission-received') ORDER BY number LIMIT 2")
      + ids("SELECT id FROM letter WHERE failed_at IS NOT NULL ORDER BY number LIMIT 1")
      + ids("SELECT id FROM letter WHERE held_at IS NOT NULL ORDER BY number LIMIT 1")
    publications = try await ids("SELECT id FROM publication ORDER BY id")
    findings = try await ids("SELECT id FROM finding WHERE page IS NOT NULL ORDER BY id LIMIT 6")
    invitations = try await ids("SELECT id FROM invitation ORDER BY id LIMIT 2")
    sessions = try await ids("SELECT id FROM session ORDER BY id LIMIT 1")
    statements = try await ids("SELECT token FROM service_statement ORDER BY token")
    let caches = caches
    manuscript =
      try await world.database.peek { session in
        try session.rows(
          "SELECT sha256 FROM manuscript WHERE submission_id = \(caches) AND slot = 'manuscript' ORDER BY version DESC"
        ) { try $0.text(0) }.first
      } ?? "none"
    guesses = [
      Canary(secret: .authorIdentity, field: "name").token, Canary(secret: .comment, field: "text").token, "caches", "draft",
      "ruth", "kuno", "#1", "#6", "late",
    ]
  }
}
