import Foundation
import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("What a reviewer learns")
struct ReviewerBlindnessTests {
  @Test("A reviewer meets no name, address, affiliation or preprint of an author on any page or in any letter")
  func authorsStayHidden() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Caches that forget", claims: ["workshop-expansion": ReviewStage.authorMark])
    stage.clock.set(stage.bidding)
    let desk = try await stage.desk(stage.rita)
    try await stage.runDue()
    var seen = contents(of: try await desk.bids()) + contents(of: try await desk.expertise())
    #expect(seen.contains("Caches that forget"))
    let tasks = try await stage.assign(paper, to: [stage.rita, stage.ron])
    stage.clock.set(stage.reviewing)
    seen += contents(of: try await desk.review(tasks[0]))
    try await desk.submit(tasks[0], basedOn: 0, stage.answers("mine"))
    let other = try await stage.desk(stage.ron)
    try await other.submit(tasks[1], basedOn: 0, stage.answers("theirs"))
    try await other.comment(tasks[1], text: "Let us talk.")
    seen += contents(of: try await desk.home()) + contents(of: try await desk.review(tasks[0]))
    seen += contents(of: try await desk.conflicts())
    seen += contents(of: try await desk.file(.manuscript, of: tasks[0]).downloadName)
    try await stage.runDue()
    for kind in ["review-received", "discussion-comment"] {
      seen += try await stage.letters(kind).map { $0.subject + $0.body }.joined()
    }
    #expect(!seen.lowercased().contains(ReviewStage.authorMark.lowercased()))
  }

  @Test("What others wrote stays hidden until the viewer's own review is in")
  func ownReviewFirst() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Slow sorting")
    let tasks = try await stage.assign(paper, to: [stage.rita, stage.ron])
    stage.clock.set(stage.reviewing)
    let other = try await stage.desk(stage.ron)
    try await other.submit(tasks[1], basedOn: 0, stage.answers("canary of the other review"))
    try await other.comment(tasks[1], text: "canary of the discussion")
    let desk = try await stage.desk(stage.rita)

    let before = try await desk.review(tasks[0])
    #expect(!contents(of: before).contains("canary"))
    #expect(try await desk.home().assignments.map(\.note) == [""])
    guard case .hidden(.ownReviewMissing) = before.others, case .hidden(.ownReviewMissing) = before.discussion,
      case .hidden(.ownReviewMissing) = before.response
    else {
      Issue.record("Reviews, discussion or response were shown before the own review was in.")
      return
    }

    try await desk.saveDraft(tasks[0], basedOn: 0, stage.answers("a draft"))
    #expect(!contents(of: try await desk.review(tasks[0])).contains("canary"))
    try await desk.submit(tasks[0], basedOn: 1, stage.answers("mine"))
    let after = contents(of: try await desk.review(tasks[0]))
    #expect(after.contains("canary of the other review") && after.contains("canary of the discussion"))
    #expect(try await desk.home().assignments.map(\.note) == ["2 of 2 reviews are in"])
  }

  @Test("Reviewers know each other by pseudonym only, and see no hour at which another review came in")
  func pseudonyms() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Quiet networks")
    let tasks = try await stage.assign(paper, to: [stage.rita, stage.ron])
    stage.clock.set(stage.reviewing)
    let desk = try await stage.desk(stage.rita)
    try await desk.submit(tasks[0], basedOn: 0, stage.answers("mine"))
    let other = try await stage.desk(stage.ron)
    try await other.submit(tasks[1], basedOn: 0, stage.answers("theirs"))
    try await other.comment(tasks[1], text: "Hello.")
    try await desk.comment(tasks[0], text: "Hello back.")

    let page = try await desk.review(tasks[0])
    #expect(!contents(of: page).contains(ReviewStage.committeeMark))
    #expect(!contents(of: page).contains(stage.ron.id.text))
    guard case .shown(let cards) = page.others, case .shown(let panel) = page.discussion else {
      Issue.record("Nothing was shown although the own review is in.")
      return
    }
    #expect(cards.map(\.heading) == ["Reviewer 2"])
    #expect(cards.allSatisfy { $0.submittedAt == nil && $0.version == 1 })
    #expect(panel.comments.map(\.author) == ["Reviewer 2", "You (Reviewer 1)"])
  }

  @Test("An expanded workshop paper carries its note once a chair approved, and never the explanation or the earlier paper")
  func workshopExpansion() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper(
      "Longer than before", claims: ["workshop-expansion": "canary: it was at the Workshop on Canaries"])
    let task = try await stage.assign(paper, to: [stage.rita])[0]
    stage.clock.set(stage.reviewing)
    let desk = try await stage.desk(stage.rita)
    #expect(try await desk.review(task).notes.isEmpty)
    try await stage.conference.act { act in
      try act.session.addApproval(
        of: "workshop-expansion", approved: true, submission: paper, by: stage.chair.id, at: act.now)
    }
    let page = try await desk.review(task)
    #expect(page.notes.count == 1 && page.notes.contains { $0.contains("added novelty") })
    #expect(!contents(of: page).contains("canary"))
    #expect(page.files.map(\.slot) == [.manuscript, .appendix])
    await #expect(throws: Refusal.notFound) { try await desk.file(.workshop, of: task) }
  }

  @Test("A reviewer gets the newest file only")
  func newestFile() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Twice uploaded")
    let author = stage.conference.authorDesk(for: try await stage.conference.viewer(stage.author, at: stage.call.id))
    try await stage.upload(.manuscript, "second", to: paper, by: author)
    let task = try await stage.assign(paper, to: [stage.rita])[0]
    try await stage.runDue()
    let copy = try await stage.desk(stage.rita).file(.manuscript, of: task)
    #expect(try String(contentsOfFile: copy.path, encoding: .utf8) == "%PDF-1.7\nsecond% cleaned")
  }

  @Test("Without the office of a reviewer nothing is found, not even with an assignment")
  func officeEnded() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Left behind")
    let task = try await stage.assign(paper, to: [stage.rita])[0]
    let desk = try await stage.desk(stage.rita)
    _ = try await stage.conference.act { act in
      try act.session.endOffice(.reviewer, of: stage.rita.id, at: stage.call.id, now: act.now)
    }
    stage.clock.set(stage.reviewing)
    await #expect(throws: Refusal.notFound) { try await desk.home() }
    await #expect(throws: Refusal.notFound) { try await desk.review(task) }
    await #expect(throws: Refusal.notFound) { try await desk.submit(task, basedOn: 0, stage.answers("late")) }
    await #expect(throws: Refusal.notFound) { try await desk.file(.manuscript, of: task) }
  }
}
