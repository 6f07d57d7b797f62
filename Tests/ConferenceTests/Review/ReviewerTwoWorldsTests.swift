import Pages
import PeerReview
import Store
import Testing

@testable import Conference

/// The same conference played twice with one secret changed: what a viewer who may not know it meets stays the same, down
/// to the last byte.
@Suite("Two worlds that differ in a secret")
struct ReviewerTwoWorldsTests {
  /// What differs between two worlds.
  private struct Secrets {
    var author = "ada"
    var otherReview = "It is good."
    var comment: String?
    var decision: String?
    var conflict = false
  }

  /// Plays to the middle of reviewing and returns everything Rita, whose own review is not in, can reach.
  private func world(_ secrets: Secrets) async throws -> String {
    let stage = try await ReviewStage.open(author: secrets.author)
    let paper = try await stage.paper("Caches that forget", claims: ["technical-report": secrets.author])
    let kept = try await stage.paper("Kept from Rita", by: stage.ruth, conflicts: [stage.rita])
    stage.clock.set(stage.bidding)
    let desk = try await stage.desk(stage.rita)
    var seen = contents(of: try await desk.bids())
    let tasks = try await stage.assign(paper, to: [stage.rita, stage.ron])
    let hidden = try await stage.assign(kept, to: [stage.ron])
    stage.clock.set(stage.reviewing)
    let other = try await stage.desk(stage.ron)
    var answers = stage.answers(secrets.otherReview)
    answers.scores["overall"] = secrets.otherReview.count % 6 + 1
    try await other.submit(tasks[1], basedOn: 0, answers)
    try await other.submit(hidden[0], basedOn: 0, answers)
    if let comment = secrets.comment { try await other.comment(tasks[1], text: comment) }
    stage.clock.set(stage.call.calendar.discussion.opens)
    try await stage.conference.act { act in
      if let decision = secrets.decision {
        try act.session.addDecision(decision, note: decision, on: paper, by: stage.chair.id, at: act.now)
      }
    }
    if secrets.conflict { try await stage.conflict(stage.ruth, with: paper) }
    seen += contents(of: try await desk.home()) + contents(of: try await desk.review(tasks[0]))
    seen += contents(of: try await desk.conflicts()) + contents(of: try await desk.expertise())
    try await stage.runDue()
    let copy = try await desk.file(.manuscript, of: tasks[0])
    seen += copy.sha256 + copy.downloadName
    for kind in ["review-received", "discussion-comment", "conflict-declared", "recusal"] {
      seen += try await stage.letters(kind).filter { $0.toEmail == stage.rita.email }.map { $0.subject + $0.body }.joined()
    }
    return seen
  }

  @Test("Who wrote a paper changes nothing for its reviewers")
  func authors() async throws {
    #expect(try await world(Secrets()) == world(Secrets(author: "bartholomea")))
  }

  @Test("What another reviewer wrote changes nothing before the own review is in")
  func otherReview() async throws {
    #expect(
      try await world(Secrets()) == world(Secrets(otherReview: "It is bad, and here is why.", comment: "Do you agree?")))
  }

  @Test("A decision changes nothing for reviewers before release")
  func decision() async throws {
    let worlds = [
      try await world(Secrets()), try await world(Secrets(decision: "accept")), try await world(Secrets(decision: "reject")),
    ]
    #expect(Set(worlds).count == 1)
  }

  @Test("A conflict of someone else changes nothing for a reviewer")
  func conflict() async throws {
    #expect(try await world(Secrets()) == world(Secrets(conflict: true)))
  }
}
