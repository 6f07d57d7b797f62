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
    for _ in 0..<2 { try await desk.addConflict(paper, person: stage.rita.id, kind: "advisor", endsTask: true) }
    let rita = try await stage.desk(stage.rita)
    await #expect(throws: Refusal.notFound) { try await rita.review(tasks[0]) }
    _ = try await stage.desk(stage.ron).review(tasks[1])
    #expect(try await stage.recorded("add conflict") == 1)
    #expect(try await stage.recorded("end assignment") == 1)
    let letters = try await stage.letters("review-not-needed")
    #expect(letters.map(\.toEmail) == [stage.rita.email])
    #expect(letters.first.map { !$0.body.lowercased().contains("conflict") && !$0.body.contains("#") } == true)
  }

  @Test("Whoever has the paper is put on record once it is said that this ends; where nothing ends it is so at once")
  func ending() async throws {
    let (stage, desk, paper) = try await stage()
    let task = try await stage.assign(paper, to: [stage.rita])[0]
    let told = await problems { try await desk.addConflict(paper, person: stage.rita.id, kind: "advisor") }
    #expect(told.map(\.field) == ["ends"])
    let first = ChairDesk.TypedConflict(person: stage.rita.id, kind: "advisor")
    let asked = try #require(try await desk.submission(paper, typed: .init(conflict: first), problems: told).conflictForm)
    #expect(asked.person == stage.rita.id && asked.kind == "advisor" && asked.task == .review && !asked.endsTask)
    #expect(try await stage.recorded("add conflict") == 0)
    try await stage.desk(stage.rita).submit(task, basedOn: 0, stage.answers("sound"))
    await #expect(throws: Refusal.stale) {
      try await desk.addConflict(paper, person: stage.rita.id, kind: "advisor", seen: asked.task.rawValue, endsTask: true)
    }
    let second = ChairDesk.TypedConflict(person: stage.rita.id, kind: "advisor", seen: asked.task.rawValue, endsTask: true)
    let again = try await desk.submission(paper, typed: .init(conflict: second))
    #expect(again.conflictForm?.task == .reviewed && again.conflictForm?.endsTask == false)
    #expect(again.problems.map(\.field) == ["ends"])
    _ = try await stage.desk(stage.rita).review(task)
    try await desk.addConflict(paper, person: stage.rita.id, kind: "advisor", seen: SuspectTask.reviewed.rawValue, endsTask: true)
    #expect(try await stage.recorded("end assignment") == 1)
    try await desk.addConflict(paper, person: stage.ron.id, kind: "advisor")
    #expect(try await stage.recorded("add conflict") == 2)
    #expect(try await stage.recorded("end assignment") == 1)
  }

  @Test("Everybody who serves can be chosen for a conflict, whoever has the paper and oneself too")
  func chosen() async throws {
    let (stage, desk, paper) = try await stage()
    _ = try await stage.assign(paper, to: [stage.rita])
    let page = try await desk.submission(paper, choosesPerson: true)
    let people = [stage.chair, stage.otherChair, stage.rita, stage.ron, stage.ruth].map(\.id)
    #expect(Set(page.conflictForm?.people.map(\.id) ?? []) == Set(people))
    #expect(page.candidates?.map(\.id) == [stage.ron.id])
    #expect(try await desk.submission(paper).conflictForm == nil)
  }

  @Test("A chair in conflict with the paper finds nothing, whoever has it and whatever is said of its end")
  func blind() async throws {
    let (stage, desk, paper) = try await stage()
    _ = try await stage.assign(paper, to: [stage.rita])
    try await desk.addConflict(paper, person: stage.otherChair.id, kind: "advisor")
    let other = try await stage.chairDesk(stage.otherChair)
    for person in [stage.rita, stage.ron, stage.otherChair] {
      for ends in [false, true] {
        await #expect(throws: Refusal.notFound) {
          try await other.addConflict(paper, person: person.id, kind: "advisor", endsTask: ends)
        }
      }
    }
    #expect(try await stage.recorded("add conflict") == 1)
    #expect(try await stage.recorded("end assignment") == 0)
  }

  @Test("A chair who declares their own conflict does not find the paper any more")
  func own() async throws {
    let (stage, desk, paper) = try await stage()
    #expect(
      await problems { try await desk.addConflict(paper, person: stage.chair.id, kind: "advisor") }.map(\.field) == ["ends"])
    let typed = ChairDesk.TypedConflict(person: stage.chair.id, kind: "advisor")
    #expect(try await desk.submission(paper, typed: .init(conflict: typed)).conflictForm?.isOneself == true)
    try await desk.addConflict(paper, person: stage.chair.id, kind: "advisor", endsTask: true)
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
