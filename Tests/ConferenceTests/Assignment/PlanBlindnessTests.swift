import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("A chair who wrote a paper does not meet it in assignment")
struct PlanBlindnessTests {
  @Test("Neither in a plan's pairs, choices, loads and figures, nor in coverage")
  func pages() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved()
    let hidden = stage.papers[3]
    let pairs = try await stage.pairs(id)
    let page = try await stage.desk(stage.cyril).planPage(id)
    let front = try await stage.desk(stage.cyril).assignmentPage()
    for text in [contents(of: page), contents(of: front)] {
      #expect(!text.contains(hidden.text) && !text.contains(AssignmentStage.hiddenTitle))
    }
    #expect(page.papers.count == 3)
    #expect(page.statistics.pairs == 9)
    #expect(page.statistics.pairsByAffinity.reduce(0, +) == 9)
    #expect(page.statistics.reviewersByLoad.enumerated().reduce(0) { $0 + $1.offset * $1.element } == 9)
    for person in page.reviewers {
      #expect(person.load == pairs.count { $0.person == person.id && $0.submission != hidden })
    }
    #expect(front.coverage.submissions == 3)
    #expect(front.coverage.reviewsNeeded == 9)
    #expect(front.plans.map(\.pairs) == [9])
    #expect(try await stage.desk().planPage(id).statistics.pairs == 12)
  }

  @Test("What happens on the hidden paper changes nothing they see")
  func twoWorlds() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved()
    let desk = try await stage.desk(stage.cyril)
    let before = (contents(of: try await desk.planPage(id)), contents(of: try await desk.assignmentPage()))
    let change = try #require(try await stage.pair(id, on: stage.papers[3]))
    try await stage.desk().removePair(change.standing, on: stage.papers[3], from: id)
    try await stage.desk().addPair(change.other, on: stage.papers[3], to: id)
    try await stage.house.bid(stage.reviewers[2], "eager", on: stage.papers[3])
    try await stage.house.conflict(stage.reviewers[3], with: stage.papers[3])
    #expect(contents(of: try await desk.planPage(id)) == before.0)
    #expect(contents(of: try await desk.assignmentPage()) == before.1)
  }

  @Test("That the hidden paper leaves the process changes nothing they see, and opens no prices that come from it")
  func leaving() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved()
    let desk = try await stage.desk(stage.cyril)
    let before = contents(of: try await desk.planPage(id, explained: stage.papers[0]))
    let ground = try #require(stage.house.call.desk.grounds.first).key
    try await stage.desk().rejectWithoutReview(stage.papers[3], ground: ground, explanation: "Names.")
    #expect(contents(of: try await desk.planPage(id, explained: stage.papers[0])) == before)
    #expect(before.contains("the total"))
  }

  @Test("They can't add, remove, assign or take back anything there")
  func acts() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved()
    let desk = try await stage.desk(stage.cyril)
    let hidden = stage.papers[3]
    let pair = try #require(try await stage.pair(id, on: hidden))
    #expect(try await refusal { try await desk.addPair(pair.other, on: hidden, to: id) } == .notFound)
    #expect(try await refusal { try await desk.removePair(pair.standing, on: hidden, from: id) } == .notFound)
    #expect(try await refusal { try await desk.assign(reviewer: pair.other, to: hidden) } == .notFound)
    #expect(try await refusal { try await desk.unassign(reviewer: pair.standing, from: hidden) } == .notFound)
    #expect(try await refusal { try await desk.addPair(pair.other, on: ID("nothing"), to: id) } == .notFound)
  }

  @Test("A shortage on the hidden paper alone is told to other chairs only")
  func shortage() async throws {
    let stage = try await AssignmentStage.open()
    for person in stage.reviewers.dropLast() { try await stage.house.conflict(person, with: stage.papers[3]) }
    let id = try await stage.solved(minimum: 0)
    let open = try await stage.desk().planPage(id)
    let hidden = try await stage.desk(stage.cyril).planPage(id)
    #expect(try await stage.plan(id)?.status == .infeasible)
    #expect(open.shortages.count == 1 && open.shortages[0].contains("#4"))
    #expect(open.state.label == "Incomplete")
    #expect(hidden.shortages.isEmpty)
    #expect(hidden.state.label == "Draft")
    #expect(try await stage.desk(stage.cyril).assignmentPage().infeasible.isEmpty)
  }

  @Test("A shortage of their own papers and others together is told without the others and without their figures")
  func sharedShortage() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved(minimum: 0, maximum: 1)
    let open = try await stage.desk().planPage(id).shortages
    let hidden = try await stage.desk(stage.cyril).planPage(id).shortages
    #expect(open.contains { $0.contains("#4") && $0.contains("room for 6") })
    #expect(!hidden.isEmpty)
    #expect(!hidden.contains { $0.contains("#4") || $0.contains("room for") })
  }
}
