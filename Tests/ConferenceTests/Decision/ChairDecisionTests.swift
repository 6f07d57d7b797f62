import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Deciding")
struct ChairDecisionTests {
  private func stage() async throws -> (stage: ReviewStage, desk: ChairDesk, papers: [ID<Submission>]) {
    let stage = try await ReviewStage.open()
    var papers: [ID<Submission>] = []
    for title in ["First", "Second", "Third"] { papers.append(try await stage.paper(title)) }
    stage.clock.set(stage.deciding)
    return (stage, try await stage.chairDesk(), papers)
  }

  @Test("A decision before reviews are shown to authors is refused")
  func early() async throws {
    let (stage, desk, papers) = try await stage()
    let opens = stage.call.calendar.response.opens
    stage.clock.set(opens.adding(.seconds(-1)))
    await #expect(throws: Refusal.notYetOpen(opens: opens)) { try await desk.decide(papers[0], kind: stage.accept, note: "") }
    #expect(try await !desk.decisions().accepts)
    #expect(try await desk.submission(papers[0]).decision == nil)
  }

  @Test("The same form posted twice decides once, and a second tab that saw less is refused")
  func stale() async throws {
    let (stage, desk, papers) = try await stage()
    let other = try await stage.chairDesk(stage.otherChair)
    try await desk.decide(papers[0], kind: stage.accept, note: "Fine.", version: 0)
    try await desk.decide(papers[0], kind: stage.accept, note: "Fine.", version: 0)
    #expect(try await stage.recorded("decide") == 1)
    await #expect(throws: Refusal.stale) { try await other.decide(papers[0], kind: stage.reject, note: "", version: 0) }
    let page = try await other.submission(papers[0], typed: .init(decision: stage.reject, note: "Mine.", version: 0))
    #expect(page.decision?.note == "Mine." && page.decision?.version == 1)
    #expect(page.problems.first?.message.contains(stage.chair.name) == true)
    try await other.decide(papers[0], kind: stage.reject, note: "Mine.", version: 1)
    #expect(try await stage.recorded("decide") == 2)
  }

  @Test("A table posted late undoes nothing another chair decided, unless the same row was changed twice")
  func table() async throws {
    let (stage, desk, papers) = try await stage()
    let other = try await stage.chairDesk(stage.otherChair)
    try await other.decide(papers[1], kind: stage.reject, note: "Kept.")
    let count = try await desk.decideMany([
      .init(submission: papers[0], kind: stage.accept, version: 0), .init(submission: papers[1], kind: "", version: 0),
      .init(submission: papers[2], kind: "", version: 0),
    ])
    #expect(count == 1)
    let rows = try await desk.decisions(sort: "number").rows
    let decisions = papers.map { paper in rows.first { $0.id == paper }?.decision }
    #expect(decisions == [.shown(stage.accept), .shown(stage.reject), .shown("")])
    await #expect(throws: Refusal.stale) {
      try await desk.decideMany([
        .init(submission: papers[2], kind: stage.accept, version: 0),
        .init(submission: papers[1], kind: stage.accept, version: 0),
      ])
    }
    #expect(try await desk.decisions(decision: "none").rows.map(\.id) == [papers[2]])
  }

  @Test("Many papers get one decision in one act; a note stays with the decision it was written for")
  func bulk() async throws {
    let (stage, desk, papers) = try await stage()
    try await desk.decide(papers[0], kind: stage.accept, note: "Accepted after discussion.")
    try await desk.decide(papers[1], kind: stage.reject, note: "A note that stays.")
    #expect(Set(try await desk.decisions().rows.filter(\.hasNote).map(\.id)) == [papers[0], papers[1]])
    #expect(try await desk.decideMany(papers.map { .init(submission: $0, kind: stage.reject) }) == 2)
    #expect(try await desk.decideMany(papers.map { .init(submission: $0, kind: stage.reject) }) == 0)
    #expect(try await desk.submission(papers[0]).decision?.note == "")
    #expect(try await desk.submission(papers[1]).decision?.note == "A note that stays.")
    #expect(try await desk.submission(papers[0]).history.contains { $0.what.contains("Accepted after discussion.") })
    let versions = try await stage.conference.look { try $0.session.decisionVersions(of: papers[0]) }
    #expect(versions.map(\.note) == ["Accepted after discussion.", ""])
    #expect(try await desk.lettersPreview().letters.allSatisfy { !$0.body.contains("Accepted after discussion.") })
    let problems = await problems { try await desk.decideMany([.init(submission: papers[0], kind: "")]) }
    #expect(problems.map(\.field) == ["decisions.\(papers[0])"])
  }

  @Test("Before release neither authors nor reviewers meet a decision")
  func hidden() async throws {
    let (stage, desk, papers) = try await stage()
    let tasks = try await stage.assign(papers[0], to: [stage.rita])
    try await desk.decide(papers[0], kind: stage.accept, note: "Canarydecision")
    stage.clock.set(stage.notification.adding(.days(3)))
    let author = try await stage.authorDesk()
    var seen = contents(of: try await author.page(papers[0])) + contents(of: try await author.home())
    seen += contents(of: try await stage.desk(stage.rita).home())
    seen += contents(of: try await stage.desk(stage.rita).review(tasks[0]))
    #expect(!seen.contains("Canarydecision"))
    #expect(try await stage.letters("decision").isEmpty)
    guard case .hidden(.notYetReleased) = try await author.page(papers[0]).decision else {
      Issue.record("shown to the author")
      return
    }
  }

  @Test("The table is ordered by mean score and shows the overall grades")
  func scores() async throws {
    let (stage, desk, papers) = try await stage()
    let overall = try #require(stage.call.track("research")?.reviewForm.overall)
    let low = try #require(overall.grades.map(\.value).min())
    let high = try #require(overall.grades.map(\.value).max())
    for (paper, grade) in [(papers[0], low), (papers[1], high)] {
      stage.clock.set(stage.reviewing)
      let task = try await stage.assign(paper, to: [stage.rita])[0]
      var answers = stage.answers("said")
      answers.scores[overall.key] = grade
      try await stage.desk(stage.rita).submit(task, basedOn: 0, answers)
    }
    stage.clock.set(stage.deciding)
    let page = try await desk.decisions()
    #expect(page.rows.map(\.id) == [papers[1], papers[0], papers[2]])
    #expect(page.rows[0].scores == .shown([high]))
    #expect(page.rows[2].mean == .shown(nil))
    #expect(try await desk.submissions(.init(sort: "-score")).rows.first?.id == papers[1])
  }
}
