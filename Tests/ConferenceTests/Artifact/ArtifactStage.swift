import Pages
import PeerReview
import Store

@testable import Conference

/// Two accepted papers and a rejected one, released; an artifact chair, three evaluators, and the program beside them.
struct ArtifactStage {
  let house: TestHouse
  let policy: ArtifactPolicy
  let chair: Person
  let rita: Person
  let ada: Person
  let bob: Person
  let arno: Person
  let elsa: Person
  let emil: Person
  let evan: Person
  let paper: ID<Submission>
  let other: ID<Submission>
  let rejected: ID<Submission>

  /// Stands in every review, note and comment, and nowhere else.
  static let reviewMark = "Canaryreview"

  static func open(conflicts: [String] = []) async throws -> ArtifactStage {
    let house = try await TestHouse.open()
    let policy = try required(house.call.artifacts)
    let chair = try await house.person("Clara Chair", .chair)
    let rita = try await house.person("Rita Reviewer", .reviewer)
    let (ada, bob) = (try await house.person("Ada Author"), try await house.person("Bob Author"))
    let arno = try await house.person("Arno Artifactchair", .artifactChair)
    let elsa = try await house.person("Elsa Evaluator", .evaluator)
    let emil = try await house.person("Emil Evaluator", .evaluator)
    let evan = try await house.person("Evan Evaluator", .evaluator)
    let paper = try await house.paper("Caches", by: ada, conflicts: conflicts.contains("evan") ? [evan] : [])
    let other = try await house.paper("Wells", by: bob)
    let rejected = try await house.paper("Dunes", by: bob)
    let desk = try await house.chairDesk(chair)
    house.clock.set(house.call.calendar.notification)
    for (id, kind) in [(paper, "accept"), (other, "accept"), (rejected, "reject")] {
      try await desk.decide(id, kind: kind, note: "A note of \(reviewMark).", version: 0)
    }
    try await desk.release(confirmed: true)
    return ArtifactStage(
      house: house, policy: policy, chair: chair, rita: rita, ada: ada, bob: bob, arno: arno, elsa: elsa, emil: emil, evan: evan,
      paper: paper, other: other, rejected: rejected)
  }

  func author(_ person: Person? = nil) async throws -> AuthorDesk { try await house.authorDesk(person ?? ada) }

  func evaluator(_ person: Person) async throws -> EvaluatorDesk {
    try house.conference.evaluatorDesk(for: try await house.conference.viewer(person, at: house.call.id))
  }

  func artifacts(_ person: Person? = nil) async throws -> ArtifactChairDesk {
    try house.conference.artifactChairDesk(for: try await house.conference.viewer(person ?? arno, at: house.call.id))
  }

  var content: ArtifactContent {
    ArtifactContent(
      description: "Traces of caches.", claims: [ArtifactClaim(claim: "It is fast.", experiments: "Run it.")],
      hardware: "Any.", duration: "An hour.", location: "10.5281/zenodo.17", badges: [.available, .functional])
  }

  /// Registers and fills in the artifact of a paper; it is complete then.
  @discardableResult
  func register(_ id: ID<Submission>? = nil, by person: Person? = nil, _ content: ArtifactContent? = nil) async throws
    -> ID<Artifact>
  {
    let desk = try await author(person)
    try await desk.registerArtifact(id ?? paper)
    try await desk.saveArtifact(id ?? paper, basedOn: 1, content ?? self.content)
    return try await artifact(of: id ?? paper)
  }

  func artifact(of id: ID<Submission>) async throws -> ID<Artifact> {
    try required(try await house.conference.look { try $0.session.artifact(of: id)?.id })
  }

  /// Gives the artifact to the people once artifacts are due; returns their tasks in that order.
  func assign(_ id: ID<Artifact>, to people: [Person]) async throws -> [ID<Evaluation>] {
    house.clock.set(policy.calendar.artifact)
    var tasks: [ID<Evaluation>] = []
    for person in people {
      try await artifacts().assign(person.id, to: id)
      let rows = try await house.conference.look { try $0.session.evaluations(of: id) }
      tasks.append(try required(rows.first { $0.person == person.id }?.id))
    }
    return tasks
  }

  /// Everything recommended that was requested.
  var approval: EvaluationContent {
    var approval = EvaluationContent(toAuthors: "It runs.", toChairs: "A word to chairs.")
    for badge in content.badges {
      approval.recommendations[badge.rawValue] = true
      approval.checks += policy.badge(badge)?.checklist.map { "\(badge.rawValue).\($0.key)" } ?? []
    }
    return approval
  }

  /// Evaluated by Elsa, decided and released.
  func released() async throws -> ID<Artifact> {
    let id = try await register()
    let task = try await assign(id, to: [elsa])[0]
    try await evaluator(elsa).save(task, basedOn: 0, approval, submits: true)
    let desk = try await artifacts()
    try await desk.decide(.available, on: id, awards: true, note: "")
    try await desk.decide(.functional, on: id, awards: false, note: "It stops at once.")
    house.clock.set(policy.calendar.badges)
    try await desk.releaseBadges(confirmed: true)
    return id
  }
}

/// What a stage can't be without.
func required<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw Refusal.notFound }
  return value
}
