import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Releasing a plan")
struct ReleasePlanTests {
  @Test("Every pair becomes an assignment and every reviewer gets one letter that lists their papers")
  func release() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved()
    let pairs = try await stage.pairs(id)
    #expect(try await stage.house.letters("review-assigned").isEmpty)
    try await stage.desk().releasePlan(id)
    for paper in stage.papers {
      let people = try await stage.house.assignments(of: paper).map(\.person).sorted()
      #expect(people == pairs.filter { $0.submission == paper }.map(\.person))
    }
    let letters = try await stage.house.letters("review-assigned")
    #expect(letters.map(\.toEmail).sorted() == stage.reviewers.map(\.email).sorted())
    for letter in letters {
      let person = try #require(stage.reviewers.first { $0.email == letter.toEmail })
      for paper in stage.papers {
        let number = try await stage.house.number(of: paper)
        let isTheirs = pairs.contains { $0.submission == paper && $0.person == person.id }
        #expect(letter.body.contains("\(number) ") == isTheirs)
      }
    }
    #expect(try await stage.house.recorded("assign") == 4)
  }

  @Test("Released twice is released once")
  func twice() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved()
    try await stage.desk().releasePlan(id)
    let before = try await stage.house.assignments(of: stage.papers[0]).map(\.id)
    try await stage.desk().releasePlan(id)
    #expect(try await stage.house.assignments(of: stage.papers[0]).map(\.id) == before)
    #expect(try await stage.house.letters("review-assigned").count == 6)
    #expect(try await stage.house.recorded("release plan") == 1)
  }

  @Test("Pseudonyms are drawn: they tell neither their bearer, nor how many there are, nor that two papers share one")
  func pseudonyms() async throws {
    var orders: Set<[ID<Person>]> = []
    var drawn: Set<Int> = []
    var alike = 0
    for seed in 1...8 as ClosedRange<UInt64> {
      let stage = try await AssignmentStage.open(seed: seed)
      let id = try await stage.solved()
      try await stage.desk().releasePlan(id)
      for paper in stage.papers {
        let assignments = try await stage.house.assignments(of: paper)
        let pseudonyms = Set(assignments.map(\.pseudonym))
        #expect(pseudonyms.count == assignments.count && pseudonyms.allSatisfy { (1...99).contains($0) })
        drawn.formUnion(pseudonyms)
        let ranks = assignments.map(\.person).sorted()
        orders.insert(assignments.map { ID("\(ranks.firstIndex(of: $0.person) ?? 0)") })
      }
      let own = try await stage.house.conference.look { act in
        try act.session.assignments(of: stage.reviewers[2].id, in: stage.house.call.id).map(\.pseudonym)
      }
      if own.count > 1, Set(own).count == 1 { alike += 1 }
    }
    #expect(orders.count > 3)
    #expect(drawn.count > 40 && (drawn.max() ?? 0) > 70)
    #expect(alike < 3)
  }

  @Test("A pseudonym is never given again, also after the assignment that had it ended")
  func pseudonymsStay() async throws {
    let stage = try await AssignmentStage.open()
    let desk = try await stage.desk()
    let paper = stage.papers[2]
    try await stage.house.assign(paper, to: [stage.reviewers[0], stage.reviewers[1]])
    try await desk.unassign(reviewer: stage.reviewers[0].id, from: paper, reason: "asked to be relieved")
    let id = try await stage.solved()
    try await desk.releasePlan(id)
    let assignments = try await stage.house.assignments(of: paper)
    #expect(assignments.first { $0.person == stage.reviewers[1].id }?.pseudonym == 2)
    #expect(!assignments.map(\.pseudonym).contains(1) && Set(assignments.map(\.pseudonym)).count == 3)
  }

  @Test("A conflict declared between plan and release refuses the release and names the paper and the person")
  func staleConflict() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved()
    let person = try await stage.conflict(in: id, on: stage.papers[0])
    let desk = try await stage.desk()
    guard case .invalid(let problems) = try await refusal({ try await desk.releasePlan(id) }) else {
      Issue.record("released with a conflict")
      return
    }
    #expect(problems.count == 1)
    let number = try await stage.house.number(of: stage.papers[0])
    #expect(problems[0].message.contains(number) && problems[0].message.contains(person.name))
    #expect(try await stage.house.assignments(of: stage.papers[2]).isEmpty)
    #expect(try await stage.house.letters("review-assigned").isEmpty)
    try await desk.removePair(person.id, on: stage.papers[0], from: id)
    try await desk.releasePlan(id)
    #expect(try await stage.house.assignments(of: stage.papers[0]).count == 2)
  }

  @Test("A conflict on a paper the chair must not know of refuses without naming it")
  func hiddenConflict() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved()
    let person = try await stage.conflict(in: id, on: stage.papers[3])
    let desk = try await stage.desk(stage.cyril)
    guard case .invalid(let problems) = try await refusal({ try await desk.releasePlan(id) }) else {
      Issue.record("released with a conflict")
      return
    }
    #expect(problems.count == 1)
    let hidden = try await stage.house.number(of: stage.papers[3])
    #expect(!problems[0].message.contains(hidden) && !problems[0].message.contains(person.name))
  }

  @Test("A paper withdrawn between plan and release refuses the release")
  func withdrawn() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved()
    try await stage.house.authorDesk(stage.ada).withdraw(stage.papers[1], reason: "An error in the proof.")
    let desk = try await stage.desk()
    guard case .invalid(let problems) = try await refusal({ try await desk.releasePlan(id) }) else {
      Issue.record("released a withdrawn paper")
      return
    }
    let number = try await stage.house.number(of: stage.papers[1])
    #expect(problems.allSatisfy { $0.message.contains(number) })
    for pair in try await stage.pairs(id) where pair.submission == stage.papers[1] {
      try await desk.removePair(pair.person, on: stage.papers[1], from: id)
    }
    try await desk.releasePlan(id)
    #expect(try await stage.house.assignments(of: stage.papers[1]).isEmpty)
  }

  @Test("A release of what is no longer as it was shown is refused as stale")
  func staleVersion() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved()
    let desk = try await stage.desk()
    let shown = try await desk.planPage(id).version
    let pair = try #require(try await stage.pair(id, on: stage.papers[2]))
    try await desk.removePair(pair.standing, on: stage.papers[2], from: id)
    #expect(try await refusal { try await desk.releasePlan(id, version: shown) } == .stale)
    try await desk.releasePlan(id, version: try await desk.planPage(id).version)
  }

  @Test("Who has a paper already keeps it and gets no second letter for it")
  func standingKept() async throws {
    let stage = try await AssignmentStage.open()
    let desk = try await stage.desk()
    try await desk.assign(reviewer: stage.reviewers[5].id, to: stage.papers[2])
    let first = try await stage.house.assignments(of: stage.papers[2])
    let id = try await stage.solved(reviews: 1, minimum: 0, maximum: 1)
    try await desk.releasePlan(id)
    #expect(try await stage.house.assignments(of: stage.papers[2]).map(\.id) == first.map(\.id))
    #expect(try await stage.house.letters("review-assigned").count { $0.toEmail == stage.reviewers[5].email } == 1)
  }
}
