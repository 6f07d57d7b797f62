import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Artifact evaluation, from registration to badges")
struct ArtifactDeskTests {
  @Test("C18: authors of accepted papers register an artifact, once decisions are released; others find nothing")
  func registration() async throws {
    let stage = try await ArtifactStage.open()
    let desk = try await stage.author()
    guard case .none(offersRegistration: true) = try await desk.artifact(stage.paper).state else {
      Issue.record("registration is not offered")
      return
    }
    let bob = try await stage.author(stage.bob)
    await #expect(throws: Refusal.notFound) { try await bob.artifact(stage.rejected) }
    await #expect(throws: Refusal.notFound) { try await bob.registerArtifact(stage.rejected) }
    await #expect(throws: Refusal.notFound) { try await bob.artifact(stage.paper) }
    try await desk.registerArtifact(stage.paper)
    try await desk.registerArtifact(stage.paper)
    #expect(try await stage.house.letters("artifact-registered").map(\.toEmail) == [stage.ada.email])
    let page = try await desk.artifact(stage.paper)
    #expect(page.state == .open && page.missing.map(\.field).contains("claims"))
    try await desk.saveArtifact(stage.paper, basedOn: 1, stage.content)
    #expect(try await desk.artifact(stage.paper).missing == [])
    await #expect(throws: Refusal.stale) { try await desk.saveArtifact(stage.paper, basedOn: 1, ArtifactContent()) }
    stage.house.clock.set(stage.policy.calendar.registration)
    await #expect(throws: Refusal.closed(since: stage.policy.calendar.registration)) {
      try await bob.registerArtifact(stage.other)
    }
    stage.house.clock.set(stage.policy.calendar.artifact)
    #expect(try await desk.artifact(stage.paper).state == .closed)
    await #expect(throws: Refusal.closed(since: stage.policy.calendar.artifact)) {
      try await desk.beginArtifactUpload(to: ArtifactSlot.archive, of: stage.paper)
    }
  }

  @Test("Invitations to evaluate are found by the filter, and stand a hundred a page")
  func invitationPages() async throws {
    let desk = try await ArtifactStage.open().artifacts()
    let role = Role.evaluator.rawValue
    try await desk.invite(.init(emails: (1...120).map { "guest\($0)@x.example" }.joined(separator: "\n"), role: role))
    try await desk.invite(.init(emails: "Zoe Li <li@y.example>", role: role))
    let first = try await desk.people()
    let second = try await desk.people(invited: 2)
    #expect(first.invitations.count == 100 && first.invitationsFound == 121)
    #expect(second.invitations.count == 21 && second.invited == 2)
    #expect(Set((first.invitations + second.invitations).map(\.id)).count == 121)
    #expect(try await desk.people(query: "zoe").invitations.map(\.email) == ["li@y.example"])
    #expect(first.people.count == 3 && first.found == 3)
  }

  @Test("An archive is kept in versions, anything else is refused, and an artifact taken back is nobody's")
  func files() async throws {
    let stage = try await ArtifactStage.open()
    let id = try await stage.register()
    let desk = try await stage.author()
    for text in ["PK\u{3}\u{4} one", "PK\u{3}\u{4} two", "PK\u{3}\u{4} two"] { try await upload(text, stage, desk) }
    #expect(try await desk.artifact(stage.paper).files.first?.versions.map(\.number) == [2, 1])
    #expect(try await desk.artifactFile(.archive, version: 1, of: stage.paper).isArchive)
    await #expect(throws: Refusal.self) { try await upload("no archive", stage, desk) }
    let kept = try await stage.house.conference.look { try $0.session.storedFiles() }
    #expect(kept.count >= 5, "three manuscripts and two archives are backed up")
    try await desk.withdrawArtifact(stage.paper)
    #expect(try await stage.artifacts().overview().rows.isEmpty)
    await #expect(throws: Refusal.notFound) { try await stage.artifacts().artifact(id) }
    try await desk.registerArtifact(stage.paper)
    #expect(try await stage.artifacts().overview().rows.map(\.state) == [.complete])
  }

  private func upload(_ text: String, _ stage: ArtifactStage, _ desk: AuthorDesk) async throws {
    let upload = try await desk.beginArtifactUpload(to: ArtifactSlot.archive, of: stage.paper)
    try upload.append(Array(text.utf8))
    _ = try await upload.finish()
  }

  @Test("An evaluator gets the accepted paper and the artifact, reports, and writes with the authors, who never learn the name")
  func evaluation() async throws {
    let stage = try await ArtifactStage.open()
    let id = try await stage.register()
    let task = try await stage.assign(id, to: [stage.elsa, stage.emil])[0]
    let elsa = try await stage.evaluator(stage.elsa)
    #expect(try await elsa.home().tasks.map(\.id) == [task])
    let page = try await elsa.evaluation(task)
    #expect(page.artifact.authors == ["Ada Author"] && page.artifact.paperFiles.count == 1)
    #expect(try await elsa.file("paper", of: task).sizeBytes > 0)
    await #expect(throws: Refusal.notFound) { try await elsa.file("source", of: task) }
    #expect(try await elsa.visit(task).host == "doi.org")
    try await elsa.report(task, .problems, text: "It stops at line 12.")
    try await elsa.write(task, text: "Which shell?")
    try await stage.author().writeToEvaluators(stage.paper, text: "Any shell.")
    let seen = contents(of: try await stage.author().artifact(stage.paper))
    #expect(seen.contains("It stops at line 12.") && seen.contains("Which shell?"))
    #expect(seen.contains(page.ownName) && !seen.contains("Elsa"))
    for kind in ["artifact-report", "artifact-message"] {
      let letters = try await stage.house.letters(kind)
      #expect(!letters.isEmpty)
      #expect(letters.allSatisfy { $0.toEmail != stage.ada.email || !$0.body.contains("Elsa") })
    }
    #expect(contents(of: try await stage.evaluator(stage.emil).home()).contains("Elsa") == false)
  }

  @Test("Drafts are kept and handed in once nothing is missing; of two tabs the second is told")
  func forms() async throws {
    let stage = try await ArtifactStage.open()
    let task = try await stage.assign(try await stage.register(), to: [stage.elsa])[0]
    let elsa = try await stage.evaluator(stage.elsa)
    try await elsa.save(task, basedOn: 0, EvaluationContent(toChairs: "First."), submits: false)
    await #expect(throws: Refusal.stale) {
      try await elsa.save(task, basedOn: 0, EvaluationContent(toChairs: "Second."), submits: false)
    }
    #expect(await problems { try await elsa.save(task, basedOn: 1, EvaluationContent(), submits: true) }.count == 2)
    try await elsa.save(task, basedOn: 1, stage.approval, submits: true)
    #expect(try await stage.artifacts().overview().rows.map(\.evaluations) == [1])
    #expect(try await elsa.evaluation(task).submittedAt != nil)
  }

  @Test("Evaluators are assigned by preference under load and conflict; whoever is in conflict never is")
  func assigning() async throws {
    let stage = try await ArtifactStage.open(conflicts: ["evan"])
    let id = try await stage.register()
    let wells = try await stage.register(stage.other, by: stage.bob)
    stage.house.clock.set(stage.policy.calendar.registration)
    try await stage.evaluator(stage.elsa).prefer([id: "eager", wells: "unwilling"])
    #expect(try await stage.evaluator(stage.evan).home().choices.map(\.id) == [wells])
    await #expect(throws: Refusal.notFound) { try await stage.evaluator(stage.evan).prefer([id: "eager"]) }
    let desk = try await stage.artifacts()
    await #expect(throws: Refusal.notYetOpen(opens: stage.policy.calendar.artifact)) { try await desk.assignAutomatically() }
    stage.house.clock.set(stage.policy.calendar.artifact)
    #expect(await problems { try await desk.assign(stage.evan.id, to: id) }.map(\.field) == ["person"])
    #expect(await problems { try await desk.assign(stage.rita.id, to: id) }.map(\.field) == ["person"])
    #expect(try await desk.assignAutomatically() == 4)
    #expect(Set(try await desk.artifact(id).evaluators.map(\.name)) == ["Elsa Evaluator", "Emil Evaluator"])
    #expect(Set(try await desk.artifact(wells).evaluators.map(\.name)) == ["Emil Evaluator", "Evan Evaluator"])
    #expect(try await desk.assignAutomatically() == 0)
    #expect(try await stage.house.letters("artifact-assigned").count == 4)
  }

  @Test("Declaring a conflict ends a task, and taking an artifact away ends all access at once")
  func ending() async throws {
    let stage = try await ArtifactStage.open()
    let id = try await stage.register()
    let tasks = try await stage.assign(id, to: [stage.elsa, stage.emil])
    let elsa = try await stage.evaluator(stage.elsa)
    try await elsa.declareConflict(at: tasks[0])
    await #expect(throws: Refusal.notFound) { try await elsa.evaluation(tasks[0]) }
    #expect(try await elsa.home().choices.isEmpty)
    let desk = try await stage.artifacts()
    #expect(try await desk.artifact(id).kept == ["Elsa Evaluator"])
    #expect(!(try await desk.artifact(id).candidates.map(\.id).contains(stage.elsa.id)))
    try await desk.unassign(tasks[1], from: id)
    await #expect(throws: Refusal.notFound) { try await stage.evaluator(stage.emil).evaluation(tasks[1]) }
    try await desk.endOffice(stage.evan.id)
    await #expect(throws: Refusal.notFound) { try await stage.evaluator(stage.evan).home() }
  }

  @Test("Whoever turns out to be in conflict finds the artifact no more, though the task stands")
  func conflict() async throws {
    let stage = try await ArtifactStage.open()
    let task = try await stage.assign(stage.register(), to: [stage.elsa])[0]
    try await stage.house.conflict(stage.elsa, with: stage.paper)
    let elsa = try await stage.evaluator(stage.elsa)
    await #expect(throws: Refusal.notFound) { try await elsa.evaluation(task) }
    #expect(try await elsa.home().tasks.isEmpty)
  }

  @Test("Badges are decided one by one and released at once: authors learn of them then, and not before")
  func badges() async throws {
    let stage = try await ArtifactStage.open()
    let id = try await stage.register()
    let task = try await stage.assign(id, to: [stage.elsa])[0]
    let desk = try await stage.artifacts()
    #expect(!(await problems { try await desk.decide(.available, on: id, awards: true, note: "") }.isEmpty))
    try await stage.evaluator(stage.elsa).save(task, basedOn: 0, stage.approval, submits: true)
    try await desk.decide(.available, on: id, awards: true, note: "")
    stage.house.clock.set(stage.policy.calendar.badges)
    #expect(!(await problems { try await desk.releaseBadges(confirmed: true) }.isEmpty))
    try await desk.decide(.functional, on: id, awards: false, note: "It stops at once.")
    let before = contents(of: try await stage.author().artifact(stage.paper))
    #expect(!before.contains("It stops at once.") && !before.contains("It runs."))
    try await desk.releaseBadges(confirmed: true)
    let page = try await stage.author().artifact(stage.paper)
    guard case .shown(let outcomes) = page.outcomes, case .shown(let cards) = page.evaluations else {
      Issue.record("badges are hidden after their release")
      return
    }
    #expect(outcomes.map(\.isAwarded) == [true, false] && cards.map(\.toAuthors) == ["It runs."])
    #expect(cards.allSatisfy { $0.toChairs == nil && !$0.heading.contains("Elsa") })
    #expect(try await stage.house.letters("artifact-badges").first?.body.contains("It stops at once.") == true)
    await #expect(throws: Refusal.closed(since: stage.policy.calendar.badges)) {
      try await desk.decide(.functional, on: id, awards: true, note: "After all.")
    }
  }

  @Test("Awarded badges are printed, refused ones are not, and where it is archived stands beside")
  func printed() async throws {
    let stage = try await ArtifactStage.open()
    _ = try await stage.released()
    let badges = try await stage.house.conference.look { act in
      try act.awardedBadges(of: stage.paper, stage.house.call).map { "\($0.badge.rawValue) \($0.address)" }
    }
    #expect(badges == ["available https://doi.org/10.5281/zenodo.17"])
  }
}
