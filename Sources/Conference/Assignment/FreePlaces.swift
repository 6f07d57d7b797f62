internal import Matching
internal import PeerReview
internal import Store

/// Papers that want one more person each, and who may have them.
struct FreePlaces: Sendable {
  private let papers: [SubmissionRow]
  private let people: [Person]
  private let room: [Int]
  private let candidates: [[Candidate]]

  /// Nobody is a candidate for a paper they have, are kept from or are to hand on; nobody takes more than `maximum` or what they
  /// offered, what stands counted in as far as `facts` know of it.
  init(
    _ papers: [SubmissionRow], _ facts: MatchingFacts, maximum: Int, besides leaving: ID<Person>? = nil, _ act: Act
  ) throws {
    self.papers = papers
    people = facts.reviewers
    let loads = Dictionary(grouping: facts.standing, by: \.person).mapValues(\.count)
    room = people.map { $0.id == leaving ? 0 : max(0, facts.load($0.id, of: maximum) - (loads[$0.id] ?? 0)) }
    candidates = try papers.map { paper in
      var own = facts
      // Many over all papers, few of one.
      own.texts = try act.texts(of: paper.id, paper.call)
      return facts.reviewers.enumerated().compactMap { index, person in
        let pairing = Pairing(submission: paper.id, person: person.id)
        if facts.standing.contains(pairing) || AssignmentRules.obstacle(own.facts(pairing)) != nil { return nil }
        return Candidate(reviewer: index, score: own.score(pairing))
      }
    }
  }

  /// The pairs of the highest affinity in all; where not every paper can be given, as many as can be.
  func solve() throws -> [(paper: SubmissionRow, person: Person)] {
    if papers.isEmpty || people.isEmpty { return [] }
    let problem = try AssignmentProblem(
      candidates: candidates, demand: papers.map { _ in 1 }, loadMinimum: people.map { _ in 0 }, loadMaximum: room)
    return OptimalAssignment.solve(problem, seed: 1).plan.pairs.compactMap { pair in
      guard papers.indices.contains(pair.paper), people.indices.contains(pair.reviewer) else { return nil }
      return (papers[pair.paper], people[pair.reviewer])
    }
  }
}
