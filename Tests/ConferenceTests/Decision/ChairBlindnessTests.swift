import Pages
import PeerReview
import Store
import Testing

@testable import Conference

/// Cyril is a chair; he wrote one paper and is in conflict with another.
@Suite("A chair who is an author of a paper or in conflict with it")
struct ChairBlindnessTests {
  private struct Scene {
    let stage: ReviewStage
    let desk: ChairDesk
    let open: ID<Submission>
    /// Written by Cyril, then in conflict with him.
    let hidden: [ID<Submission>]
  }

  private func scene() async throws -> Scene {
    let stage = try await ReviewStage.open()
    let open = try await stage.paper("Open shelves")
    let own = try await stage.paper("Unseen stacks", by: stage.otherChair)
    let conflicted = try await stage.paper("Unseen queues", conflicts: [stage.otherChair])
    for paper in [open, own, conflicted] { try await stage.review(paper, by: [stage.rita]) }
    stage.clock.set(stage.deciding)
    let clara = try await stage.chairDesk()
    for paper in [open, own, conflicted] {
      try await clara.decide(paper, kind: stage.accept, note: "A note.")
      try await clara.comment(paper, text: "A comment.")
    }
    return Scene(
      stage: stage, desk: try await stage.chairDesk(stage.otherChair), open: open, hidden: [own, conflicted])
  }

  @Test("finds neither in the list, nor in its total, nor by searching")
  func list() async throws {
    let scene = try await scene()
    let page = try await scene.desk.submissions()
    #expect(page.rows.map(\.id) == [scene.open])
    #expect(page.total == 1)
    #expect(try await scene.desk.submissions(.init(query: "unseen")).rows.isEmpty)
    for paper in scene.hidden {
      #expect(try await scene.desk.submissions(.init(query: try await scene.stage.number(of: paper))).rows.isEmpty)
    }
  }

  @Test("gets the same refusal by id as for a paper that does not exist")
  func byID() async throws {
    let scene = try await scene()
    let desk = scene.desk
    for paper in scene.hidden + [ID("nothing")] {
      await #expect(throws: Refusal.notFound) { try await desk.submission(paper) }
      await #expect(throws: Refusal.notFound) { try await desk.file(.manuscript, version: 1, of: paper) }
      await #expect(throws: Refusal.notFound) { try await desk.comment(paper, text: "Hello") }
      await #expect(throws: Refusal.notFound) { try await desk.decide(paper, kind: scene.stage.reject, note: "", version: 1) }
      await #expect(throws: Refusal.notFound) {
        try await desk.decideMany([.init(submission: paper, kind: scene.stage.reject)])
      }
      await #expect(throws: Refusal.notFound) {
        try await desk.rejectWithoutReview(paper, ground: "scope", explanation: "No.")
      }
      await #expect(throws: Refusal.notFound) { try await desk.takeRejectionBack(paper) }
      await #expect(throws: Refusal.notFound) { try await desk.answerException(paper, key: "workshop", approved: true) }
      await #expect(throws: Refusal.notFound) {
        try await desk.addConflict(paper, person: scene.stage.rita.id, kind: "advisor")
      }
      await #expect(throws: Refusal.notFound) { try await desk.removeConflict(paper, conflict: "any") }
    }
  }

  @Test("meets nothing of them in any page of the desk")
  func pages() async throws {
    let scene = try await scene()
    let everything = try await Self.everything(scene.desk)
    #expect(everything.contains("Open shelves"))
    for mark in ["Unseen"] + scene.hidden.map(\.text) { #expect(!everything.contains(mark)) }
  }

  @Test("meets nothing of papers of someone they declared a conflict with, either")
  func personConflict() async throws {
    let scene = try await scene()
    let stage = scene.stage
    stage.clock.set(stage.call.calendar.submission.opens)
    let other = try await stage.paper("Further shelves", by: stage.ruth)
    stage.clock.set(stage.deciding)
    #expect(try await Self.everything(scene.desk).contains("Further shelves"))
    try await stage.conference.act { act in
      try act.session.addPersonConflict(
        id: act.newToken(), DeclaredConflict(email: stage.ruth.email, name: "", kind: "advisor"),
        of: stage.otherChair.email, in: stage.call.id, at: act.now)
    }
    let everything = try await Self.everything(scene.desk)
    #expect(!everything.contains("Further shelves") && !everything.contains(other.text))
  }

  @Test("has them counted nowhere")
  func counts() async throws {
    let scene = try await scene()
    let home = try await scene.desk.home()
    #expect(home.figures.first { $0.label == "submitted" }?.value == "1")
    #expect(home.figures.first { $0.label == "decided" }?.value == "1")
    #expect(home.figures.first { $0.label == "reviews in" }?.value == "1")
    #expect(home.reviewsExpected == 1 && home.reviewsDone == 1)
    #expect(home.submissionsByDay.last?.count == 1)
    #expect(home.reviewsByDay.last?.count == 1)
    #expect(try await scene.desk.decisions().counts.map(\.count).reduce(0, +) == 1)
    #expect(try await scene.desk.people(query: "rita").people.first?.load == "1 of 1")
    #expect(try await scene.stage.chairDesk().people(query: "rita").people.first?.load == "3 of 3")
  }

  @Test("can't tell from the record's numbers that something is left out")
  func recordNumbers() async throws {
    let scene = try await scene()
    let entries = try await scene.desk.audit().entries
    #expect(entries.map(\.sequence) == Array((1...Int64(entries.count)).reversed()))
    #expect(try await scene.stage.chairDesk().audit().entries.count > entries.count)
  }

  @Test("is not shown a letter that tells a reviewer only of such a paper")
  func lettersWithoutPaper() async throws {
    let scene = try await scene()
    let stage = scene.stage
    func tell(_ paper: ID<Submission>, _ person: Person) async throws {
      stage.clock.set(stage.clock.now.adding(.minutes(1)))
      try await stage.conference.act { act in
        try act.session.add(
          AssignmentRow(
            id: act.newID(), submission: paper, person: person.id, pseudonym: 9, at: act.now, endedAt: nil), by: "test")
        let letter = ReviewAssignedLetter(head: act.letterhead(stage.call), name: "", papers: [], due: act.now)
        try act.post(letter, kind: "review-assigned", to: person.email, call: stage.call.id)
      }
    }
    try await tell(scene.hidden[0], stage.ron)
    try await tell(scene.open, stage.ruth)
    let told = try await scene.desk.letters(query: "review assigned").letters
    #expect(told.map(\.to) == [stage.ruth.email])
    #expect(told.first?.body == nil)
    #expect(try await stage.chairDesk().letters(query: "review assigned").letters.count == 2)
  }

  @Test("can't retry a letter about such a paper")
  func retry() async throws {
    let scene = try await scene()
    let hidden = try await scene.stage.letters("submission-received").first { $0.subject.contains("Unseen") }
    let letter = try #require(hidden)
    try await scene.stage.conference.act { try $0.session.failLetter(letter.id, error: "no such mailbox", at: $0.now) }
    await #expect(throws: Refusal.notFound) { try await scene.desk.retryLetter(letter.id) }
    #expect(try await scene.desk.retryFailedLetters() == 0)
    #expect(try await scene.desk.letters().counts.failed == 0)
    #expect(try await scene.stage.chairDesk().retryFailedLetters() == 1)
  }

  /// Plays to the deciding phase; what differs comes last and concerns only what Cyril may not know of.
  private func world(_ change: (ReviewStage, ID<Submission>) async throws -> Void) async throws -> String {
    let scene = try await scene()
    scene.stage.clock.set(scene.stage.deciding.adding(.minutes(5)))
    for paper in scene.hidden { try await change(scene.stage, paper) }
    scene.stage.clock.set(scene.stage.deciding.adding(.hours(1)))
    return try await Self.everything(scene.desk)
  }

  @Test("meets the same bytes whatever is decided, said, assigned or rejected there")
  func twoWorlds() async throws {
    let plain = try await world { _, _ in }
    let decided = try await world { try await $0.chairDesk().decide($1, kind: $0.reject, note: "Weak.") }
    #expect(plain == decided)
    let rejected = try await world {
      try await $0.chairDesk().rejectWithoutReview($1, ground: $0.call.desk.grounds[0].key, explanation: "Names.")
    }
    #expect(plain == rejected)
    let said = try await world { try await $0.chairDesk().comment($1, text: "Another comment.") }
    #expect(plain == said)
    let conflicted = try await world {
      try await $0.chairDesk().addConflict($1, person: $0.rita.id, kind: "advisor", endsTask: true)
    }
    #expect(plain == conflicted)
  }

  /// Every page of the desk, all the way down.
  static func everything(_ desk: ChairDesk) async throws -> String {
    var text = ""
    dump(try await desk.home(), to: &text)
    dump(try await desk.submissions(), to: &text)
    for row in try await desk.submissions().rows { dump(try await desk.submission(row.id), to: &text) }
    dump(try await desk.decisions(), to: &text)
    dump(try await desk.lettersPreview(), to: &text)
    dump(try await desk.letters(), to: &text)
    dump(try await desk.audit(), to: &text)
    dump(try await desk.people(), to: &text)
    dump(try await desk.callVersions(), to: &text)
    return text
  }
}
