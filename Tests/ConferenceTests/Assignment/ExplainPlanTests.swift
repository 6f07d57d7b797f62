import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("A plan explains itself")
struct ExplainPlanTests {
  @Test("A paper's page names who has it, who else could and why not, and who wrote it or is in conflict")
  func paper() async throws {
    let stage = try await AssignmentStage.open()
    let (expert, second) = (stage.reviewers[4], stage.reviewers[5])
    for person in [expert, second] { try await stage.house.expertise(person, ["agents": 2]) }
    for paper in [stage.papers[1], stage.papers[2]] { try await stage.house.bid(expert, "eager", on: paper) }
    let id = try await stage.solved(reviews: 1, minimum: 0, maximum: 1)
    let slow = try #require(try await stage.desk().planPage(id, explained: stage.papers[1]).explanation)
    let wide = try #require(try await stage.desk().planPage(id, explained: stage.papers[2]).explanation)
    #expect(slow.assigned.count == 1 && wide.assigned.count == 1)
    #expect(slow.barred == [stage.reviewers[1].displayName])
    let lines = slow.others + wide.others
    #expect(lines.contains { $0.name == expert.displayName && $0.reason.hasPrefix("Wanted elsewhere") })
    #expect(lines.contains { $0.reason.hasPrefix("Suits the paper no better than") })
    #expect(slow.assigned.allSatisfy { $0.reason.hasPrefix("Without them ") })
    #expect(slow.others.map(\.affinity) == slow.others.map(\.affinity).sorted(by: >))
  }

  @Test("Of a paper a chair must not know of, and of one that isn't there, nothing is told")
  func hidden() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved()
    let desk = try await stage.desk(stage.cyril)
    for paper in [stage.papers[3], ID("nothing")] {
      #expect(try await refusal { _ = try await desk.planPage(id, explained: paper) } == .notFound)
    }
    #expect(try await stage.desk().planPage(id, explained: stage.papers[3]).explanation != nil)
  }

  @Test("What happens on a hidden paper changes no explanation, be it after the plan or before")
  func twoWorlds() async throws {
    let stage = try await AssignmentStage.open()
    let desk = try await stage.desk(stage.cyril)
    func told(_ id: ID<PeerReview.Plan>) async throws -> [String] {
      var told: [String] = []
      for paper in stage.papers.prefix(3) {
        told.append(contents(of: try await desk.planPage(id, explained: paper).explanation as Any))
      }
      return told
    }
    func prices(_ id: ID<PeerReview.Plan>) async throws -> String? {
      let key = PlanPrices.key(hiding: [stage.papers[3]])
      return try await stage.house.conference.look { try $0.session.prices(ofPapers: key, in: id) }
    }
    let first = try await stage.solved(reviews: 2, minimum: 0, maximum: 2)
    let before = try await told(first)
    let known = try #require(try await prices(first))
    #expect(!known.contains(stage.papers[3].text))
    let change = try #require(try await stage.pair(first, on: stage.papers[3]))
    try await stage.desk().removePair(change.standing, on: stage.papers[3], from: first)
    #expect(try await told(first) == before)
    for reviewer in stage.reviewers.prefix(3) { try await stage.house.bid(reviewer, "eager", on: stage.papers[3]) }
    try await stage.house.conflict(stage.reviewers[4], with: stage.papers[3])
    #expect(try await prices(try await stage.solved(reviews: 2, minimum: 0, maximum: 2)) == known)
  }

  @Test("Every method makes a plan that keeps the numbers and the conflicts", arguments: PlanMethod.Kind.allCases)
  func methods(kind: PlanMethod.Kind) async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.desk().askForPlan(
      reviewsPerSubmission: 2, loadMinimum: 0, loadMaximum: 3, seed: 5, method: PlanMethod(kind, limitMillionths: 600_000))
    try await stage.house.conference.solvePlan(id)
    let pairs = try await stage.pairs(id)
    #expect(try await stage.plan(id)?.status == .solved)
    for paper in stage.papers { #expect(pairs.count { $0.submission == paper } == 2) }
    #expect(!pairs.contains { $0.submission == stage.papers[0] && $0.person == stage.reviewers[0].id })
    #expect(!pairs.contains { $0.submission == stage.papers[1] && $0.person == stage.reviewers[1].id })
    let page = try await stage.desk().planPage(id, explained: stage.papers[0])
    #expect(page.method.contains(kind.drawsLots ? "no pair likelier than 0.6" : "affinity"))
    #expect(page.explanation?.assigned.count == 2)
    #expect(page.statistics.worstPapers.count == 4)
  }

  @Test("A probability limit too low for the numbers is told in words")
  func limitTooLow() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.desk().askForPlan(
      reviewsPerSubmission: 3, loadMinimum: 0, loadMaximum: 3, seed: 5, method: PlanMethod(.randomized, limitMillionths: 100_000))
    try await stage.house.conference.solvePlan(id)
    let page = try await stage.desk().planPage(id)
    #expect(try await stage.plan(id)?.status == .infeasible)
    #expect(page.shortages.contains { $0.contains("Raise the probability limit") })
  }
}
