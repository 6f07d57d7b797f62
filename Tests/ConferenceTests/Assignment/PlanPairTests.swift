import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("A draft plan changed by hand")
struct PlanPairTests {
  @Test("An author, a conflicted person and one without the office are refused, with a sentence about the reviewer")
  func refused() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved()
    let desk = try await stage.desk()
    let before = try await stage.pairs(id)
    for (person, paper) in [(stage.reviewers[0], 0), (stage.reviewers[1], 1), (stage.ada, 2), (stage.cyril, 2)] {
      let refused = try await refusal { try await desk.addPair(person.id, on: stage.papers[paper], to: id) }
      guard case .invalid(let problems) = refused else {
        Issue.record("\(person.name) was not refused")
        continue
      }
      #expect(problems.map(\.field) == ["reviewer"])
      #expect(problems[0].message.contains(person.name))
    }
    #expect(try await stage.pairs(id) == before)
  }

  @Test("A pair added stands with its affinity, is marked, and is recorded once; a pair removed is gone")
  func addAndRemove() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved()
    let desk = try await stage.desk()
    let paper = stage.papers[2]
    let pair = try #require(try await stage.pair(id, on: paper))
    try await desk.removePair(pair.standing, on: paper, from: id)
    try await desk.removePair(pair.standing, on: paper, from: id)
    let version = try await desk.planPage(id).version
    try await desk.addPair(pair.other, on: paper, to: id)
    try await desk.addPair(pair.other, on: paper, to: id)
    let page = try await desk.planPage(id)
    let shown = page.papers.first { $0.id == paper }?.pairs ?? []
    #expect(shown.count == 3)
    #expect(shown.first { $0.reviewer == pair.other }?.addedByHand == true)
    #expect(!shown.contains { $0.reviewer == pair.standing })
    #expect(page.version != version)
    #expect(try await stage.house.recorded("add pair") == 1)
    #expect(try await stage.house.recorded("remove pair") == 1)
  }

  @Test("A released plan, and one still being made, can't be changed")
  func closed() async throws {
    let stage = try await AssignmentStage.open()
    let asked = try await stage.asked(seed: 9)
    let desk = try await stage.desk()
    let person = stage.reviewers[3].id
    guard case .invalid = try await refusal({ try await desk.addPair(person, on: stage.papers[2], to: asked) }) else {
      Issue.record("a plan without pairs took one")
      return
    }
    let id = try await stage.solved()
    try await desk.releasePlan(id)
    let now = stage.house.clock.now
    let pair = try #require(try await stage.pair(id, on: stage.papers[2]))
    #expect(try await refusal { try await desk.addPair(pair.other, on: stage.papers[2], to: id) } == .closed(since: now))
    #expect(
      try await refusal { try await desk.removePair(pair.standing, on: stage.papers[2], from: id) } == .closed(since: now))
  }

  @Test("A query narrows the papers shown and leaves the figures")
  func query() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved()
    let page = try await stage.desk().planPage(id, query: "wide")
    #expect(page.papers.map(\.id) == [stage.papers[2]])
    #expect(page.statistics.pairs == 12)
  }

  @Test("A plan of many papers is shown fifty at a time; a page beyond the last is the last")
  func pages() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved()
    let page = try await stage.desk().planPage(id, page: 9)
    #expect(page.page == 1 && page.papers.count == stage.papers.count)
    let many = (1...120).map { PlanPage.Paper(id: ID("p\($0)"), number: SubmissionNumber($0), title: "T", pairs: [], wanted: 3) }
    func shown(_ number: Int) -> PlanPage {
      PlanPage(
        id: id, state: page.state, version: 1, papers: many, reviewers: [], statistics: page.statistics, accepts: false,
        page: number)
    }
    #expect([-1, 1, 3, 4].map { shown($0).page } == [1, 1, 3, 3])
    #expect([1, 3].map { shown($0).shown.count } == [50, 20])
  }

  @Test("Missing reviewers are explained in sentences a chair can act on, until they are met by hand")
  func infeasible() async throws {
    let stage = try await AssignmentStage.open()
    for person in stage.reviewers.prefix(4) { try await stage.house.conflict(person, with: stage.papers[2]) }
    let id = try await stage.solved(minimum: 0)
    let desk = try await stage.desk()
    let page = try await desk.planPage(id)
    #expect(try await stage.pairs(id).count == 11)
    let number = try await stage.house.number(of: stage.papers[2])
    #expect(
      page.shortages == [
        "\(number) needs 3 reviews; the 2 reviewers (Reviewer E and Reviewer F) who may take it have room for 2. Invite "
          + "reviewers, raise the most papers per reviewer, or ask for fewer reviews per paper."
      ])
    #expect(try await desk.assignmentPage().coverage.scarce.map(\.number.description) == [number])
    let helper = try await stage.house.person("Helga Helper", .reviewer)
    try await desk.addPair(helper.id, on: stage.papers[2], to: id)
    #expect(try await desk.planPage(id).shortages.isEmpty)
  }
}
