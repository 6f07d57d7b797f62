import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Another conference on the same server")
struct OtherCallTests {
  /// Two calls, the same chair and reviewer at both; the paper, its task, plan and conflict belong to the first.
  private struct Stage {
    let first: ReviewStage
    let paper: ID<Submission>
    let task: ID<Assignment>
    let conflict: String
    let author: AuthorDesk
    let reviewer: ReviewerDesk
    let chair: ChairDesk

    static func open() async throws -> Stage {
      let first = try await ReviewStage.open()
      let text = try mlsysCallText().replacing("call: mlsys-2026", with: "call: other-2026")
      let other = try await first.conference.openCall(
        text: text, file: "other.yaml", reason: "test"
      ).id
      #expect(other != first.call.id)
      let paper = try await first.paper("At the first")
      let task = try await first.assign(paper, to: [first.rita])[0]
      try await first.runDue()
      first.clock.set(first.bidding)
      let ronsDesk = try await first.desk(first.ron)
      try await ronsDesk.declareConflict(with: paper, kind: "personal")
      let conflict = try await ronsDesk.conflicts().conflicts[0].id
      try await first.conference.act { act in
        for (role, person) in [
          (Role.chair, first.chair), (.reviewer, first.rita), (.reviewer, first.ron),
        ] {
          try act.session.grant(
            role, to: person.id, at: other, id: act.newToken(), by: nil, now: act.now)
        }
      }
      func viewer(_ person: Person) async throws -> Viewer {
        try await first.conference.viewer(person, at: other)
      }
      return Stage(
        first: first, paper: paper, task: task, conflict: conflict,
        author: first.conference.authorDesk(for: try await viewer(first.author)),
        reviewer: try first.conference.reviewerDesk(for: try await viewer(first.rita)),
        chair: try first.conference.chairDesk(for: try await viewer(first.chair)))
    }
  }

  @Test("Ids of the first call are not found at any desk of the second")
  func ids() async throws {
    let stage = try await Stage.open()
    let (paper, task) = (stage.paper, stage.task)
    let plan = try await stage.first.conference.act { act in
      let plan = PlanRow(
        id: act.newID(), call: stage.first.call.id, seed: 1, reviewsPerSubmission: 1,
        loadMinimum: 0, loadMaximum: 1,
        askedBy: stage.first.chair.id, askedAt: act.now)
      try act.session.add(plan)
      return plan.id
    }
    let letter = try #require(try await stage.first.letters("submission-received").first)
    let acts: [(String, () async throws -> Void)] = [
      ("author page", { _ = try await stage.author.page(paper) }),
      ("edit", { _ = try await stage.author.editForm(paper) }),
      ("submit", { try await stage.author.submit(paper) }),
      ("withdraw", { try await stage.author.withdraw(paper, reason: "") }),
      ("own file", { _ = try await stage.author.file(.manuscript, version: 1, of: paper) }),
      ("respond", { try await stage.author.respond(to: paper, text: "x") }),
      ("upload", { _ = try await stage.author.beginUpload(to: .manuscript, of: paper) }),
      ("review", { _ = try await stage.reviewer.review(task) }),
      ("copy", { _ = try await stage.reviewer.file(.manuscript, of: task) }),
      ("draft", { _ = try await stage.reviewer.saveDraft(task, basedOn: 0, ReviewAnswers()) }),
      ("comment", { try await stage.reviewer.comment(task, text: "x") }),
      ("recuse", { try await stage.reviewer.recuse(task, reason: "busy") }),
      ("bid", { try await stage.reviewer.bid([paper: "eager"]) }),
      ("declare", { try await stage.reviewer.declareConflict(with: paper, kind: "personal") }),
      ("take back", { try await stage.reviewer.withdrawConflict(stage.conflict) }),
      ("chair page", { _ = try await stage.chair.submission(paper) }),
      ("original", { _ = try await stage.chair.file(.manuscript, version: 1, of: paper) }),
      ("decide", { try await stage.chair.decide(paper, kind: stage.first.accept, note: "") }),
      ("assign", { try await stage.chair.assign(reviewer: stage.first.ron.id, to: paper) }),
      ("chair comment", { try await stage.chair.comment(paper, text: "x") }),
      (
        "conflict",
        { try await stage.chair.addConflict(paper, person: stage.first.ron.id, kind: "personal") }
      ),
      (
        "open",
        {
          try await stage.chair.open(
            "authors", of: paper, to: stage.first.rita.id, reason: "a reason long enough to count")
        }
      ),
      ("plan", { _ = try await stage.chair.planPage(plan) }),
      ("pair", { try await stage.chair.addPair(stage.first.ron.id, on: paper, to: plan) }),
      ("release plan", { try await stage.chair.releasePlan(plan) }),
      ("retry", { try await stage.chair.retryLetter(letter.id) }),
    ]
    for (name, act) in acts { #expect(try await refusal(act) == .notFound, "\(name)") }
  }

  @Test("Lists, counts and records of the second say nothing of the first")
  func lists() async throws {
    let stage = try await Stage.open()
    _ = try await stage.first.chairDesk().submission(stage.paper)
    var seen =
      contents(of: try await stage.chair.home()) + contents(of: try await stage.chair.submissions())
    seen +=
      contents(of: try await stage.chair.decisions())
      + contents(of: try await stage.chair.letters())
    seen +=
      contents(of: try await stage.chair.audit()) + contents(of: try await stage.chair.people())
    seen +=
      contents(of: try await stage.chair.reveals())
      + contents(of: try await stage.chair.assignmentPage())
    seen +=
      contents(of: try await stage.reviewer.home()) + contents(of: try await stage.reviewer.bids())
    seen +=
      contents(of: try await stage.reviewer.conflicts())
      + contents(of: try await stage.author.home())
    #expect(
      !seen.contains("At the first") && !seen.contains(stage.paper.text)
        && !seen.contains(stage.task.text))
    #expect(try await stage.chair.letters().counts.sent == 0)
    #expect(try await stage.chair.reveals().rows.isEmpty)
    #expect(
      try await stage.chair.people().people.allSatisfy { $0.load == nil || $0.load == "0 of 0" })
  }
}
