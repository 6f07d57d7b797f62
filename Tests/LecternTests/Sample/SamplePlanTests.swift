import LecternTesting
import Testing

@Suite("Sample plan")
struct SamplePlanTests {
  private let plan = SampleFixture.plan

  @Test("The same seed gives the same plan and another seed a different one")
  func isDeterministic() {
    let again = SamplePlan(seed: 7, submissions: 60, reviewers: 40, call: SampleCall(topics: SampleFixture.topics))
    let other = SamplePlan(seed: 8, submissions: 60, reviewers: 40, call: SampleCall(topics: SampleFixture.topics))
    #expect(fingerprint(plan) == fingerprint(again))
    #expect(fingerprint(plan) != fingerprint(other))
    #expect(plan.reviewers == again.reviewers && plan.conflicts == again.conflicts && plan.authors == again.authors)
  }

  @Test("The plan for seed 7 hashes to the recorded value on every machine")
  func matchesTheRecord() {
    #expect(StableHash.of(fingerprint(plan).utf8) == 10_232_356_433_337_736_390)
  }

  @Test("Counts are as asked, and absurd ones are taken as none")
  func counts() {
    #expect(plan.papers.count == 60 && plan.reviewers.count == 40 && plan.chairs.count == 3)
    let empty = SamplePlan(seed: 1, submissions: -4, reviewers: -1, chairs: -1, call: SampleCall(topics: []))
    #expect(empty.papers.isEmpty && empty.reviewers.isEmpty && empty.chairs.isEmpty && empty.conflicts.isEmpty)
    let bare = SamplePlan(seed: 1, submissions: 2, reviewers: 2, call: SampleCall(topics: []))
    #expect(bare.papers.allSatisfy { $0.topicKeys.isEmpty })
  }

  @Test("Papers have as many authors as the call asks for and takes, and nobody is on more papers than it takes of one author")
  func limits() {
    #expect(plan.papers.flatMap(\.authors).count > plan.authors.count)
    for limit in 1...2 {
      let call = SampleCall(topics: SampleFixture.topics, authors: 2...3, submissionsPerAuthor: limit)
      let papers = SamplePlan(seed: 7, submissions: 60, reviewers: 40, call: call).papers
      #expect(papers.allSatisfy { (2...3).contains($0.authors.count) })
      #expect(Dictionary(grouping: papers.flatMap(\.authors), by: \.email).values.allSatisfy { $0.count <= limit })
    }
  }

  @Test("No two papers share a title or a system, and topics and authors stay in bounds")
  func papersAreDistinct() {
    let known = Set(SampleFixture.topics.map(\.key))
    #expect(Set(plan.papers.map(\.title)).count == 60)
    #expect(Set(plan.papers.map(\.systemName)).count == 60)
    for paper in plan.papers {
      #expect((1...3).contains(paper.topicKeys.count) && Set(paper.topicKeys).count == paper.topicKeys.count)
      #expect(known.isSuperset(of: paper.topicKeys))
      #expect((3...5).contains(paper.keywords.count) && Set(paper.keywords).count == paper.keywords.count)
      #expect((1...6).contains(paper.authors.count) && paper.authors.indices.contains(paper.contactIndex))
      #expect(Set(paper.authors.map(\.email)).count == paper.authors.count)
    }
    #expect(plan.papers.contains { $0.industrial } && plan.papers.contains { !$0.industrial })
  }

  @Test("Some authors review, some reviewers share a place with authors, and chairs sign nothing")
  func peopleOverlap() {
    let authors = Set(plan.authors.map(\.email))
    #expect(authors.count == plan.authors.count)
    #expect(plan.reviewers.contains { authors.contains($0.person.email) })
    #expect(plan.chairs.allSatisfy { !authors.contains($0.email) })
    #expect(Set(plan.conflicts.map(\.reason)) == Set(SampleConflict.Reason.allCases))
    for conflict in plan.conflicts {
      let reviewer = plan.reviewers[conflict.reviewer].person
      let signers = plan.papers[conflict.paper].authors
      #expect((conflict.reason == .author) == signers.contains { $0.email == reviewer.email })
      if conflict.reason == .sameAffiliation { #expect(signers.contains { $0.affiliation == reviewer.affiliation }) }
    }
  }

  @Test("Everyone who signs or works beside an author is in conflict with the paper")
  func conflictsAreComplete() {
    for (index, paper) in plan.papers.enumerated() {
      let places = Set(paper.authors.map(\.affiliation))
      let shut = Set(plan.conflicts.filter { $0.paper == index }.map(\.reviewer))
      for (place, reviewer) in plan.reviewers.enumerated() where places.contains(reviewer.person.affiliation) {
        #expect(shut.contains(place))
      }
    }
  }

  @Test("Reviewers know between three and seven topics, each at a level from 1 to 3")
  func expertise() {
    for reviewer in plan.reviewers {
      #expect((3...7).contains(reviewer.expertise.count))
      #expect(reviewer.expertise.allSatisfy { (1...3).contains($0.level) && reviewer.level($0.topicKey) == $0.level })
      #expect(reviewer.level("no such topic") == 0)
    }
  }

  private func fingerprint(_ plan: SamplePlan) -> String {
    let people = (plan.chairs + plan.authors + plan.reviewers.map(\.person)).map { "\($0.name) \($0.email) \($0.orcid)" }
    let papers = plan.papers.map { "\($0.seed) \($0.title) \($0.abstract) \($0.keywords) \($0.topicKeys) \($0.industrial)" }
    let conflicts = plan.conflicts.map { "\($0.reviewer) \($0.paper) \($0.reason.rawValue)" }
    return (people + papers + conflicts).joined(separator: "\n")
  }
}
