import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Asking for the release of a plan")
struct AskForReleaseTests {
  @Test("A job releases it, once, for the chair who asked; until then nothing of it can be changed")
  func asked() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved()
    let desk = try await stage.desk(stage.cyril)
    try await desk.askForRelease(id, version: try await desk.planPage(id).version)
    try await desk.askForRelease(id, version: 1)
    let page = try await stage.desk().planPage(id)
    #expect(page.isBeingReleased && !page.accepts && page.state.label == "Being released")
    let pair = try #require(try await stage.pair(id, on: stage.papers[0]))
    for act in [
      { try await stage.desk().removePair(pair.standing, on: stage.papers[0], from: id) },
      { try await stage.desk().releasePlan(id) },
    ] {
      guard case .invalid = try await refusal(act) else {
        Issue.record("changed while it was being released")
        return
      }
    }
    #expect(try await stage.house.letters("review-assigned").isEmpty)
    try await stage.house.runDue()
    try await stage.house.runDue()
    for paper in stage.papers {
      let people = try await stage.house.assignments(of: paper).map(\.person).sorted()
      #expect(people == (try await stage.pairs(id)).filter { $0.submission == paper }.map(\.person))
    }
    #expect(try await stage.house.letters("review-assigned").count == stage.reviewers.count)
    #expect(try await stage.house.recorded("release plan") == 1)
    let released = try await stage.desk().planPage(id)
    #expect(!released.isBeingReleased && released.state.label == "Released" && released.shortages.isEmpty)
    try await desk.askForRelease(id)
    #expect(try await stage.plan(id)?.releasedAt != nil)
  }

  @Test("What the chair may know to be impossible is refused at once, by name; an older version is stale")
  func known() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved()
    #expect(try await refusal { try await stage.desk().askForRelease(id, version: 1) } == .stale)
    let person = try await stage.conflict(in: id, on: stage.papers[0])
    guard case .invalid(let problems) = try await refusal({ try await stage.desk().askForRelease(id) }) else {
      Issue.record("asked for with a conflict")
      return
    }
    #expect(problems.count == 1 && problems[0].message.contains(person.name))
    #expect(try await stage.plan(id)?.releaseAskedBy == nil)
  }

  @Test("For a pair the chair may not know of the plan is put back, without a word of whose; mended, it can be asked for again")
  func hidden() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved()
    let person = try await stage.conflict(in: id, on: stage.papers[3])
    let desk = try await stage.desk(stage.cyril)
    try await desk.askForRelease(id)
    try await stage.house.runDue()
    let page = try await desk.planPage(id)
    #expect(!page.isBeingReleased && page.accepts)
    #expect(page.shortages.count == 1 && page.shortages[0].hasPrefix("It was not released"))
    let number = try await stage.house.number(of: stage.papers[3])
    #expect(!page.shortages[0].contains(person.name) && !page.shortages[0].contains(number))
    #expect(try await stage.house.assignments(of: stage.papers[0]).isEmpty)
    try await stage.desk().removePair(person.id, on: stage.papers[3], from: id)
    try await desk.askForRelease(id)
    try await stage.house.runDue()
    #expect(try await stage.house.assignments(of: stage.papers[3]).count == 2)
    #expect(try await desk.planPage(id).shortages.isEmpty)
  }
}
