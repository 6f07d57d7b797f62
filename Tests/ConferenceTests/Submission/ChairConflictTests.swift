import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Conflicts on the chair's side")
struct ChairConflictTests {
  private func stage() async throws -> (stage: ReviewStage, desk: ChairDesk, paper: ID<Submission>) {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Caches", conflicts: [stage.ruth])
    stage.clock.set(stage.reviewing)
    return (stage, try await stage.chairDesk(), paper)
  }

  @Test("An assigned reviewer found in conflict loses the paper, on record, and is told no reason")
  func assigned() async throws {
    let (stage, desk, paper) = try await stage()
    let tasks = try await stage.assign(paper, to: [stage.rita, stage.ron])
    try await desk.addConflict(paper, person: stage.rita.id, kind: "advisor")
    try await desk.addConflict(paper, person: stage.rita.id, kind: "advisor")
    let rita = try await stage.desk(stage.rita)
    await #expect(throws: Refusal.notFound) { try await rita.review(tasks[0]) }
    _ = try await stage.desk(stage.ron).review(tasks[1])
    #expect(try await stage.recorded("add conflict") == 1)
    #expect(try await stage.recorded("end assignment") == 1)
    let letters = try await stage.letters("review-not-needed")
    #expect(letters.map(\.toEmail) == [stage.rita.email])
    #expect(letters.first.map { !$0.body.lowercased().contains("conflict") && !$0.body.contains("#") } == true)
  }

  @Test("A chair who declares their own conflict does not find the paper any more")
  func own() async throws {
    let (stage, desk, paper) = try await stage()
    try await desk.addConflict(paper, person: stage.chair.id, kind: "advisor")
    await #expect(throws: Refusal.notFound) { try await desk.submission(paper) }
    #expect(try await desk.submissions().total == 0)
    _ = try await stage.chairDesk(stage.otherChair).submission(paper)
  }

  @Test("Chairs end what authors or chairs declared, not what a reviewer declared for themself")
  func remove() async throws {
    let (stage, desk, paper) = try await stage()
    stage.clock.set(stage.bidding)
    try await stage.desk(stage.rita).declareConflict(with: paper, kind: "advisor")
    guard case .shown(let conflicts) = try await desk.submission(paper).conflicts else {
      Issue.record("conflicts are hidden from the chair")
      return
    }
    #expect(conflicts.map(\.declaredBy) == ["the authors", "the reviewer"])
    try await desk.removeConflict(paper, conflict: conflicts[0].id)
    try await desk.removeConflict(paper, conflict: conflicts[0].id)
    #expect(try await stage.recorded("remove conflict") == 1)
    #expect(await problems { try await desk.removeConflict(paper, conflict: conflicts[1].id) }.map(\.field) == ["conflict"])
    await #expect(throws: Refusal.notFound) { try await desk.removeConflict(paper, conflict: "unknown") }
  }

  @Test("A conflict needs a person who serves and a kind of the call")
  func checked() async throws {
    let (stage, desk, paper) = try await stage()
    #expect(
      await problems { try await desk.addConflict(paper, person: stage.author.id, kind: "advisor") }.map(\.field) == ["person"])
    #expect(await problems { try await desk.addConflict(paper, person: stage.ron.id, kind: "dislike") }.map(\.field) == ["kind"])
  }
}
