import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Releasing decisions")
struct ChairReleaseTests {
  private func stage() async throws -> (
    stage: ReviewStage, desk: ChairDesk, papers: [ID<Submission>]
  ) {
    let stage = try await ReviewStage.open()
    let papers = [try await stage.paper("First"), try await stage.paper("Second", by: stage.ruth)]
    try await stage.review(papers[0], by: [stage.rita, stage.ron], mark: "Canarytext")
    stage.clock.set(stage.notification)
    return (stage, try await stage.chairDesk(), papers)
  }

  @Test("is refused before the announced moment, to the second")
  func early() async throws {
    let (stage, desk, papers) = try await stage()
    try await desk.decideMany(papers.map { .init(submission: $0, kind: stage.accept) })
    stage.clock.set(stage.notification.adding(.seconds(-1)))
    await #expect(throws: Refusal.notYetOpen(opens: stage.notification)) {
      try await desk.release(confirmed: true)
    }
    #expect(try await desk.lettersPreview().obstacles.count == 1)
    stage.clock.set(stage.notification)
    #expect(try await desk.lettersPreview().obstacles.isEmpty)
    try await desk.release(confirmed: true)
  }

  @Test("is refused while a paper is undecided, and names it")
  func undecided() async throws {
    let (stage, desk, papers) = try await stage()
    try await desk.decide(papers[0], kind: stage.accept, note: "")
    let problems = await problems { try await desk.release(confirmed: true) }
    let number = try await stage.number(of: papers[1])
    #expect(problems.first?.message.contains(number) == true)
    #expect(
      try await desk.lettersPreview().obstacles == ["1 paper is without a decision: \(number)."])
  }

  @Test(
    "is refused while a paper the chair may not know of is undecided, without saying which or how many"
  )
  func hiddenUndecided() async throws {
    let (stage, desk, papers) = try await stage()
    try await stage.conflict(stage.otherChair, with: papers[1])
    try await desk.decide(papers[0], kind: stage.accept, note: "")
    let other = try await stage.chairDesk(stage.otherChair)
    let problems = await problems { try await other.release(confirmed: true) }
    #expect(
      problems.map(\.message) == [
        "Some papers that are kept from you are still undecided. Ask the other chairs; where none may see them, "
          + "invite a chair who is in conflict with none."
      ])
    #expect(try await other.lettersPreview().obstacles == problems.map(\.message))
    #expect(try await stage.letters("decision").isEmpty)
  }

  @Test("sends each contact one letter, word for word as previewed, with the authors' rights")
  func letters() async throws {
    let (stage, desk, papers) = try await stage()
    try await desk.decide(papers[0], kind: stage.accept, note: "Well done.")
    try await desk.decide(papers[1], kind: stage.reject, note: "")
    let preview = try await desk.lettersPreview().letters
    try await desk.release(confirmed: true, count: preview.count)
    let letters = try await stage.letters("decision")
    #expect(Set(letters.map(\.toEmail)) == [stage.author.email, stage.ruth.email])
    #expect(letters.map(\.body) == preview.map(\.body))
    #expect(letters.map(\.subject) == preview.map(\.subject))
    let first = try #require(letters.first { $0.toEmail == stage.author.email }?.body)
    #expect(first.contains("Well done."))
    #expect(first.contains("Reviewer 1") && first.contains("Reviewer 2"))
    let form = try #require(stage.call.track("research")?.reviewForm)
    let kept = form.texts.filter { !$0.shownToAuthors }
    #expect(!kept.isEmpty)
    for text in kept {
      #expect(!first.contains("\(text.key): Canarytext") && !first.contains(text.label))
    }
    #expect(first.contains("Canarytext"))
    #expect(!first.contains(ReviewStage.committeeMark))
  }

  @Test("shows authors the decision from that moment, and happens once")
  func once() async throws {
    let (stage, desk, papers) = try await stage()
    try await desk.decideMany(papers.map { .init(submission: $0, kind: stage.accept) })
    try await desk.release(confirmed: true)
    let released = stage.clock.now
    stage.clock.set(released.adding(.minutes(1)))
    await #expect(throws: Refusal.closed(since: released)) {
      try await desk.release(confirmed: true)
    }
    #expect(try await stage.letters("decision").count == 2)
    #expect(try await stage.recorded("release decisions") == 1)
    guard case .shown(.some(let decision)) = try await stage.authorDesk().page(papers[0]).decision
    else {
      Issue.record("hidden after release")
      return
    }
    #expect(decision.accepts)
    await #expect(throws: Refusal.closed(since: released)) {
      try await desk.decide(papers[0], kind: stage.reject, note: "")
    }
  }

  @Test("needs the box ticked, and as many letters as were read")
  func confirmation() async throws {
    let (stage, desk, papers) = try await stage()
    try await desk.decideMany(papers.map { .init(submission: $0, kind: stage.accept) })
    #expect(await problems { try await desk.release(confirmed: false) }.map(\.field) == ["confirm"])
    await #expect(throws: Refusal.stale) { try await desk.release(confirmed: true, count: 1) }
    try await stage.authorDesk(stage.ruth).withdraw(papers[1], reason: "")
    try await desk.release(confirmed: true, count: 1)
    #expect(try await stage.letters("decision").count == 1)
  }

  @Test("of letters that say something else by now is refused; what the chair may not know of changes nothing")
  func stale() async throws {
    let (stage, desk, papers) = try await stage()
    try await desk.decideMany(papers.map { .init(submission: $0, kind: stage.accept) })
    try await stage.conflict(stage.otherChair, with: papers[0])
    let other = try await stage.chairDesk(stage.otherChair)
    let (seen, seenByOther) = (try await desk.lettersPreview().seen, try await other.lettersPreview().seen)
    try await desk.decide(papers[0], kind: stage.reject, note: "After all.")
    await #expect(throws: Refusal.stale) { try await desk.release(count: 2, seen: seen) }
    #expect(try await stage.letters("decision").isEmpty)
    #expect(try await other.lettersPreview().seen == seenByOther)
    try await other.release(count: 1, seen: seenByOther)
    #expect(try await stage.letters("decision").count == 2)
  }

  @Test("by a chair in conflict reaches the papers they may not know of too")
  func byConflictedChair() async throws {
    let (stage, desk, papers) = try await stage()
    try await desk.decideMany(papers.map { .init(submission: $0, kind: stage.accept) })
    try await stage.conflict(stage.otherChair, with: papers[0])
    let other = try await stage.chairDesk(stage.otherChair)
    try await other.release(confirmed: true, count: try await other.lettersPreview().letters.count)
    #expect(try await stage.letters("decision").count == 2)
    let number = try await stage.number(of: papers[1])
    #expect(try await other.lettersPreview().letters.map(\.number.description) == [number])
  }
}
