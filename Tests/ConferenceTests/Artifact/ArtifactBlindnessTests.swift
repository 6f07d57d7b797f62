import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("No path from an artifact to a decision, nor back")
struct ArtifactBlindnessTests {
  @Test("An office of the program gives nothing here, and one of the artifact committee nothing there")
  func offices() async throws {
    let stage = try await ArtifactStage.open()
    for person in [stage.chair, stage.rita, stage.ada] {
      await #expect(throws: Refusal.notFound) { try await stage.artifacts(person) }
      await #expect(throws: Refusal.notFound) { try await stage.evaluator(person) }
    }
    for person in [stage.arno, stage.elsa] {
      await #expect(throws: Refusal.notFound) { try await stage.house.chairDesk(person) }
      await #expect(throws: Refusal.notFound) { try await stage.house.reviewerDesk(person) }
    }
    await #expect(throws: Refusal.notFound) { try await stage.artifacts(stage.elsa) }
    await #expect(throws: Refusal.notFound) { try await stage.evaluator(stage.arno) }
  }

  @Test("Artifact chairs and evaluators read nothing of reviews or of the note with the decision")
  func fromReviews() async throws {
    let stage = try await ArtifactStage.open()
    let id = try await stage.register()
    let task = try await stage.assign(id, to: [stage.elsa])[0]
    let elsa = try await stage.evaluator(stage.elsa)
    let desk = try await stage.artifacts()
    let pages: [Any] = [
      try await elsa.home(), try await elsa.evaluation(task), try await desk.overview(), try await desk.artifact(id),
      try await desk.people(),
    ]
    for page in pages { #expect(!contents(of: page).contains(ArtifactStage.reviewMark)) }
  }

  @Test("Program chairs find nothing of artifacts: not in the record, the outbox, people or the paper's page")
  func toDecisions() async throws {
    let stage = try await ArtifactStage.open()
    let desk = try await stage.house.chairDesk(stage.chair)
    func pages() async throws -> [String] {
      [
        contents(of: try await desk.submission(stage.paper)), contents(of: try await desk.people()),
        contents(of: try await desk.audit()), contents(of: try await desk.letters()),
        contents(of: try await desk.finalVersions()),
      ]
    }
    _ = try await pages()
    let before = try await pages()
    _ = try await stage.register()
    try await stage.artifacts().invite(.init(emails: "new@example.org", role: Role.evaluator.rawValue))
    stage.house.clock.set(stage.house.call.calendar.notification)
    #expect(try await pages() == before)
  }

  @Test("An artifact chair in conflict with a paper finds nothing of its artifact, nor does one who wrote it")
  func conflicted() async throws {
    let stage = try await ArtifactStage.open()
    let id = try await stage.register()
    let axel = try await stage.house.person("Axel Artifactchair", .artifactChair)
    try await stage.house.conflict(axel, with: stage.paper)
    let desk = try await stage.artifacts(axel)
    #expect(try await desk.overview().rows.isEmpty)
    await #expect(throws: Refusal.notFound) { try await desk.artifact(id) }
    await #expect(throws: Refusal.notFound) { try await desk.file("paper", of: id) }
    await #expect(throws: Refusal.notFound) { try await desk.decide(.available, on: id, awards: true, note: "") }
    try await stage.house.conference.act { act in
      try act.session.grant(.evaluator, to: stage.ada.id, at: stage.house.call.id, id: act.newToken(), by: nil, now: act.now)
      try act.session.grant(.artifactChair, to: stage.ada.id, at: stage.house.call.id, id: act.newToken(), by: nil, now: act.now)
    }
    #expect(try await stage.artifacts(stage.ada).overview().rows.isEmpty)
    #expect(try await stage.evaluator(stage.ada).home().choices.isEmpty)
  }

  @Test("While artifacts are registered, an evaluator finds none, not even by its id")
  func registering() async throws {
    let stage = try await ArtifactStage.open()
    let artifact = try await stage.register()
    let emil = try await stage.evaluator(stage.emil)
    #expect(try await emil.home().choices.isEmpty)
    await #expect(throws: Refusal.notFound) { try await emil.declareConflict(with: artifact) }
    let nowhere = [artifact: "eager", ID<Artifact>("nowhere"): "eager"]
    for levels in [[artifact: "eager"], nowhere, [:]] {
      await #expect(throws: Refusal.notYetOpen(opens: stage.policy.calendar.registration)) { try await emil.prefer(levels) }
    }
    stage.house.clock.set(stage.policy.calendar.registration)
    try await emil.declareConflict(with: artifact)
    #expect(try await emil.home().choices.isEmpty)
  }

  @Test("An evaluator reads the others once the own evaluation is in, and what is for chairs never")
  func own() async throws {
    let stage = try await ArtifactStage.open()
    let tasks = try await stage.assign(try await stage.register(), to: [stage.elsa, stage.emil])
    try await stage.evaluator(stage.elsa).save(tasks[0], basedOn: 0, stage.approval, submits: true)
    let emil = try await stage.evaluator(stage.emil)
    guard case .hidden(.ownEvaluationMissing) = try await emil.evaluation(tasks[1]).others else {
      Issue.record("others are shown before the own evaluation is in")
      return
    }
    try await emil.save(tasks[1], basedOn: 0, stage.approval, submits: true)
    guard case .shown(let cards) = try await emil.evaluation(tasks[1]).others else {
      Issue.record("others are hidden after the own evaluation is in")
      return
    }
    #expect(cards.count == 1 && cards.allSatisfy { $0.toChairs == nil && !$0.heading.contains("Elsa") })
    await #expect(throws: Refusal.notFound) { try await emil.evaluation(tasks[0]) }
  }
}
