import Pages
import PeerReview
import Store

@testable import Conference

/// Six reviewers and four papers under the MLSys call, submissions closed. Reviewer A signs the first paper, reviewer B is
/// in conflict with the second, and Cyril, a chair, signs the fourth.
struct AssignmentStage {
  let house: TestHouse
  let clara: Person
  let cyril: Person
  let ada: Person
  let reviewers: [Person]
  let papers: [ID<Submission>]

  static let hiddenTitle = "Quiet clocks"

  static func open(seed: UInt64 = 7) async throws -> AssignmentStage {
    let house = try await TestHouse.open(seed: seed)
    let clara = try await house.person("Clara Chair", .chair)
    let cyril = try await house.person("Cyril Chair", .chair)
    let ada = try await house.person("Ada Author")
    let reviewers = try await house.reviewers(6)
    let papers = [
      try await house.paper("Fast caches", topics: ["storage"], by: ada, with: [reviewers[0]]),
      try await house.paper("Slow sorting", topics: ["agents"], by: ada, conflicts: [reviewers[1]]),
      try await house.paper("Wide tables", topics: ["storage", "agents"], by: ada),
      try await house.paper(hiddenTitle, topics: ["compilers-runtimes"], by: ada, with: [cyril]),
    ]
    house.clock.set(house.call.calendar.bidding.closes)
    return AssignmentStage(
      house: house, clara: clara, cyril: cyril, ada: ada, reviewers: reviewers, papers: papers)
  }

  func desk(_ chair: Person? = nil) async throws -> ChairDesk { try await house.chairDesk(chair ?? clara) }

  /// Asks for a plan and has it solved.
  func solved(reviews: Int = 3, minimum: Int = 1, maximum: Int = 3, seed: Int = 5) async throws -> ID<Plan> {
    let id = try await asked(reviews: reviews, minimum: minimum, maximum: maximum, seed: seed)
    try await house.conference.solvePlan(id)
    return id
  }

  func asked(reviews: Int = 3, minimum: Int = 1, maximum: Int = 3, seed: Int = 5) async throws -> ID<Plan> {
    try await desk().askForPlan(
      reviewsPerSubmission: reviews, loadMinimum: minimum, loadMaximum: maximum, seed: seed)
  }

  func plan(_ id: ID<Plan>) async throws -> PlanRow? {
    try await house.conference.look { try $0.session.plan(id) }
  }

  func pairs(_ id: ID<Plan>) async throws -> [PlanPairRow] {
    try await house.conference.look { try $0.session.pairs(of: id) }
  }

  /// A paper's pair in the plan, and a person who is not in it and could be.
  func pair(_ id: ID<Plan>, on paper: ID<Submission>) async throws -> (standing: ID<Person>, other: ID<Person>)? {
    let people = Set(try await pairs(id).filter { $0.submission == paper }.map(\.person))
    guard let standing = people.min() else { return nil }
    guard let other = reviewers.map(\.id).first(where: { !people.contains($0) }) else { return nil }
    return (standing, other)
  }

  /// Puts somebody to whom the plan gives a paper in conflict with it, and returns them.
  func conflict(in id: ID<Plan>, on paper: ID<Submission>) async throws -> Person {
    let pair = try required(try await pairs(id).first { $0.submission == paper })
    let person = try required(reviewers.first { $0.id == pair.person })
    try await house.conflict(person, with: paper)
    return person
  }
}

/// What an act was refused with; nil when it was done.
func refusal(_ act: () async throws -> Void) async throws -> Refusal? {
  do {
    try await act()
    return nil
  } catch let refusal as Refusal {
    return refusal
  }
}
