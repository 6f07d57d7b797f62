import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Assigning by hand")
struct AssigningByHandTests {
  @Test("The reviewer gets the paper once, with one letter about it; an author or conflicted person never")
  func assign() async throws {
    let stage = try await AssignmentStage.open()
    let desk = try await stage.desk()
    try await desk.assign(reviewer: stage.reviewers[2].id, to: stage.papers[0])
    try await desk.assign(reviewer: stage.reviewers[2].id, to: stage.papers[0])
    #expect(try await stage.house.assignments(of: stage.papers[0]).map(\.person) == [stage.reviewers[2].id])
    #expect(try await stage.house.letters("review-assigned").map(\.toEmail) == [stage.reviewers[2].email])
    for (person, paper) in [(stage.reviewers[0], 0), (stage.reviewers[1], 1), (stage.ada, 2)] {
      let refused = try await refusal { try await desk.assign(reviewer: person.id, to: stage.papers[paper]) }
      guard case .invalid = refused else {
        Issue.record("\(person.name) was not refused")
        continue
      }
    }
    #expect(try await stage.house.letters("review-assigned").count == 1)
  }

  @Test("Taking a paper back ends the assignment and keeps the review on record")
  func unassign() async throws {
    let stage = try await AssignmentStage.open()
    let desk = try await stage.desk()
    let reviewer = stage.reviewers[2]
    try await desk.assign(reviewer: reviewer.id, to: stage.papers[0])
    let task = try #require(try await stage.house.assignments(of: stage.papers[0]).first)
    stage.house.clock.set(stage.house.call.calendar.reviewing.opens)
    let form = try #require(stage.house.call.track("research")?.reviewForm)
    let answers = ReviewAnswers(
      scores: Dictionary(form.scored.map { ($0.key, 3) }, uniquingKeysWith: { first, _ in first }),
      texts: Dictionary(form.texts.map { ($0.key, "Some words.") }, uniquingKeysWith: { first, _ in first }))
    try await stage.house.reviewerDesk(reviewer).submit(task.id, basedOn: 0, answers)
    try await desk.unassign(reviewer: reviewer.id, from: stage.papers[0], reason: "wrong expertise")
    try await desk.unassign(reviewer: reviewer.id, from: stage.papers[0], reason: "wrong expertise")
    #expect(try await stage.house.assignments(of: stage.papers[0]).isEmpty)
    #expect(try await stage.house.conference.look { try $0.session.reviews(of: task.id).count } == 1)
    #expect(try await stage.house.recorded("unassign") == 1)
    #expect(try await stage.house.letters("review-not-needed").map(\.toEmail) == [reviewer.email])
    try await desk.assign(reviewer: reviewer.id, to: stage.papers[0])
    let again = try await stage.house.assignments(of: stage.papers[0]).map(\.pseudonym)
    #expect(again.count == 1 && again != [task.pseudonym])
  }

  @Test("Who came into conflict meanwhile is not written to about the paper")
  func unassignConflicted() async throws {
    let stage = try await AssignmentStage.open()
    try await stage.house.assign(stage.papers[2], to: [stage.reviewers[3]])
    try await stage.house.conflict(stage.reviewers[3], with: stage.papers[2])
    try await stage.desk().unassign(reviewer: stage.reviewers[3].id, from: stage.papers[2])
    #expect(try await stage.house.assignments(of: stage.papers[2]).isEmpty)
    #expect(try await stage.house.letters("review-not-needed").isEmpty)
  }

  @Test("Candidates are those who can be given the paper, best affinity first, with loads the chair may know")
  func candidates() async throws {
    let stage = try await AssignmentStage.open()
    try await stage.house.expertise(stage.reviewers[3], ["storage": 2])
    try await stage.house.assign(stage.papers[0], to: [stage.reviewers[5]])
    try await stage.house.assign(stage.papers[3], to: [stage.reviewers[3]])
    let (forClara, forCyril, assigned) = try await stage.house.conference.look { act in
      let row = try #require(try act.session.submission(stage.papers[0]))
      let call = try act.call(row.call).call
      let facts = try act.matchingFacts(row, call)
      return (
        try act.candidates(row, call, facts, for: stage.clara), try act.candidates(row, call, facts, for: stage.cyril),
        try act.assigned(row, call, showsAffinity: true)
      )
    }
    let names = ["Reviewer D", "Reviewer B", "Reviewer C", "Reviewer E"]
    #expect(forClara.map(\.name) == names && forCyril.map(\.name) == names)
    #expect(forClara.first?.note == "1 of 6 papers, affinity 0.85")
    #expect(forCyril.first?.note == "0 of 6 papers, affinity 0.85")
    #expect(assigned.map(\.name) == ["Reviewer F"])
  }
}
