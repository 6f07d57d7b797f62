import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("A solved plan")
struct SolvePlanTests {
  @Test("Every paper gets its reviews, loads stay in bounds, and no author or conflicted person is paired")
  func honoursNumbers() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved()
    let pairs = try await stage.pairs(id)
    #expect(try await stage.plan(id)?.status == .solved)
    for paper in stage.papers { #expect(pairs.count { $0.submission == paper } == 3) }
    for person in stage.reviewers { #expect((1...3).contains(pairs.count { $0.person == person.id })) }
    #expect(!pairs.contains { $0.submission == stage.papers[0] && $0.person == stage.reviewers[0].id })
    #expect(!pairs.contains { $0.submission == stage.papers[1] && $0.person == stage.reviewers[1].id })
  }

  @Test("Topics and bids decide: an expert who bid gets the paper, with the parts kept")
  func affinity() async throws {
    let stage = try await AssignmentStage.open()
    let expert = stage.reviewers[4]
    try await stage.house.expertise(expert, ["agents": 2])
    try await stage.house.bid(expert, "eager", on: stage.papers[1])
    let id = try await stage.solved(reviews: 1, minimum: 0, maximum: 1)
    let pair = try await stage.pairs(id).first { $0.submission == stage.papers[1] }
    #expect(pair?.person == expert.id)
    #expect(pair?.topicScore == 1_000_000)
    #expect(pair?.bidScore == 1_000_000)
    #expect(pair?.score == 1_000_000)
    #expect(try await stage.pairs(id).first { $0.submission == stage.papers[0] }?.bidScore == nil)
  }

  @Test("The same numbers and seed give the same plan")
  func deterministic() async throws {
    let stage = try await AssignmentStage.open()
    let first = try await stage.pairs(try await stage.solved())
    let second = try await stage.pairs(try await stage.solved())
    #expect(first == second)
  }

  @Test("Solving again leaves a plan as it is, changes by hand included")
  func solvedOnce() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved()
    let person = try #require(try await stage.pair(id, on: stage.papers[2])).standing
    try await stage.desk().removePair(person, on: stage.papers[2], from: id)
    let before = try await stage.pairs(id)
    try await stage.house.conference.solvePlan(id)
    #expect(try await stage.pairs(id) == before)
  }

  @Test("A conflict that comes while the matcher runs makes the plan fail instead of being broken")
  func conflictWhileSolving() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.asked()
    let plan = try #require(try await stage.plan(id))
    let facts = try await stage.house.conference.look { try $0.matchingFacts(plan.call) }
    let solution = try await facts.solve(plan, with: MatcherInside())
    let pair = try #require(solution.pairs.first)
    let person = try #require(stage.reviewers.first { $0.id == pair.person })
    try await stage.house.conflict(person, with: pair.submission)
    try await stage.house.conference.act { try $0.keep(solution, facts, of: plan) }
    #expect(try await stage.plan(id)?.status == .failed)
    #expect(try await stage.pairs(id).isEmpty)
    let page = try await stage.desk().planPage(id)
    #expect(!page.accepts)
    #expect(page.shortages.count == 1)
  }

  @Test("Assignments that stand already are part of the next plan and count toward its numbers")
  func standingAssignments() async throws {
    let stage = try await AssignmentStage.open()
    try await stage.house.assign(stage.papers[2], to: [stage.reviewers[5], stage.reviewers[4]])
    let id = try await stage.solved()
    let people = try await stage.pairs(id).filter { $0.submission == stage.papers[2] }.map(\.person)
    #expect(people.count == 3)
    #expect(people.contains(stage.reviewers[5].id) && people.contains(stage.reviewers[4].id))
  }

  @Test("Who handed a paper back does not get it again")
  func handedBack() async throws {
    let stage = try await AssignmentStage.open()
    let task = try await stage.house.assign(stage.papers[2], to: [stage.reviewers[5]])
    try await stage.house.reviewerDesk(stage.reviewers[5]).recuse(task[0], reason: "No time.")
    let id = try await stage.solved(reviews: 4, minimum: 0, maximum: 4)
    #expect(try await !stage.pairs(id).contains { $0.submission == stage.papers[2] && $0.person == stage.reviewers[5].id })
    let refused = try await refusal {
      try await stage.desk().addPair(stage.reviewers[5].id, on: stage.papers[2], to: id)
    }
    #expect(refused != nil)
  }

  @Test("The matcher is closed until submissions close, and its job is queued with the plan")
  func whenItRuns() async throws {
    let stage = try await AssignmentStage.open()
    let calendar = stage.house.call.calendar
    stage.house.clock.set(calendar.submission.closes.adding(Span(microseconds: -1)))
    #expect(try await refusal { _ = try await stage.asked() } == .notYetOpen(opens: calendar.submission.closes))
    #expect(try await !stage.desk().assignmentPage().accepts)
    stage.house.clock.set(calendar.submission.closes)
    let id = try await stage.asked()
    #expect(try await stage.asked() == id)
    let jobs = try await stage.house.conference.act { act in
      var jobs: [JobRow] = []
      while let job = try act.session.leaseJob(at: act.now, until: act.now.adding(.minutes(5))) { jobs.append(job) }
      return jobs
    }
    #expect(jobs.filter { $0.kind == "solve" }.map(\.subject) == [id.text])
  }

  @Test("Numbers out of bounds are refused, each by name")
  func numbers() async throws {
    let stage = try await AssignmentStage.open()
    let refused = try await refusal { _ = try await stage.asked(reviews: 0, minimum: -1, maximum: 0) }
    guard case .invalid(let problems) = refused else {
      Issue.record("not refused as invalid")
      return
    }
    #expect(problems.map(\.field) == ["reviewsPerSubmission", "loadMinimum", "loadMaximum"])
  }
}
