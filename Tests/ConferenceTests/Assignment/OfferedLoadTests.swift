import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Loads that reviewers offered")
struct OfferedLoadTests {
  @Test("The matcher, an assignment by hand, a table and a plan's pairs keep to what a reviewer offered to take at most")
  func kept() async throws {
    let house = try await TestHouse.open()
    let clara = try await house.person("Clara Chair", .chair)
    let ada = try await house.person("Ada Byron")
    let papers = [
      try await house.paper("One", by: ada), try await house.paper("Two", by: ada), try await house.paper("Three", by: ada),
    ]
    let reviewers = try await house.reviewers(2)
    try await house.conference.act { [call = house.call] in
      try $0.session.setLoadLimit(1, of: reviewers[0].id, in: .reviewer, at: call.id)
    }
    house.clock.set(house.call.calendar.submission.closes.adding(.hours(1)))
    let desk = try await house.chairDesk(clara)
    let plan = try await desk.askForPlan(reviewsPerSubmission: 1, loadMinimum: 1, loadMaximum: 3, seed: 1)
    try await house.conference.solvePlan(plan)
    let pairs = try await house.conference.look { try $0.session.pairs(of: plan) }
    #expect(pairs.count == 3 && pairs.count { $0.person == reviewers[0].id } == 1)
    let free = try #require(papers.first { paper in !pairs.contains { $0.submission == paper && $0.person == reviewers[0].id } })
    guard case .invalid(let inPlan) = try await refusal({ try await desk.addPair(reviewers[0].id, on: free, to: plan) }) else {
      return #expect(Bool(false), "the plan holds one more")
    }
    #expect(inPlan.first?.message.contains("offered to take 1 paper at most") == true)

    try await desk.assign(reviewer: reviewers[0].id, to: papers[0])
    guard case .invalid = try await refusal({ try await desk.assign(reviewer: reviewers[0].id, to: papers[1]) }) else {
      return #expect(Bool(false), "one more was assigned")
    }
    let (first, second) = (try await house.number(of: papers[0]), try await house.number(of: papers[1]))
    let swap = "paper,reviewer,action\n\(second),\(reviewers[0].email),assign\n"
    #expect(try await desk.manyAssignments(swap).problems.map { $0.message.prefix(7) } == ["Line 2:"])
    let both = swap + "\(first),\(reviewers[0].email),remove\n"
    #expect(try await desk.manyAssignments(both).preview?.total == 2)
    let page = try await desk.submission(papers[1], choosesPerson: true)
    #expect(page.candidates?.map(\.id) == [reviewers[1].id])
  }
}
