import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Releasing decisions at a set time")
struct TimedReleaseTests {
  private func stage() async throws -> (stage: ReviewStage, desk: ChairDesk, papers: [ID<Submission>]) {
    let stage = try await ReviewStage.open()
    let papers = [try await stage.paper("First"), try await stage.paper("Second", by: stage.ruth)]
    stage.clock.set(stage.deciding)
    return (stage, try await stage.chairDesk(), papers)
  }

  @Test("At its time everything is released at once, and not a second before")
  func released() async throws {
    let (stage, desk, papers) = try await stage()
    let moment = stage.notification.adding(.hours(1))
    try await desk.setReleaseTime(moment.utc)
    try await desk.setReleaseTime(moment.utc)
    #expect(try await stage.recorded("set release time") == 1)
    let other = try await stage.chairDesk(stage.otherChair)
    #expect(try await other.lettersPreview().timed == TimedRelease(at: moment, by: stage.chair.displayName))
    try await desk.decideMany(papers.map { .init(submission: $0, kind: stage.accept) })
    stage.clock.set(moment.adding(.seconds(-1)))
    try await stage.runDue()
    #expect(try await stage.recorded("release decisions") == 0)
    stage.clock.set(moment)
    try await stage.runDue()
    try await stage.runDue()
    #expect(try await stage.recorded("release decisions") == 1)
    #expect(try await stage.letters("decision").count == 2)
    let page = try await desk.lettersPreview()
    #expect(page.releasedAt == moment && page.timed == nil)
    await #expect(throws: Refusal.closed(since: moment)) { try await desk.setReleaseTime(moment.adding(.days(1)).utc) }
  }

  @Test("Where a paper is without a decision by then nothing is released, and the chairs are told")
  func putBack() async throws {
    let (stage, desk, papers) = try await stage()
    let moment = stage.notification.adding(.hours(1))
    try await desk.setReleaseTime(moment.utc)
    try await desk.decide(papers[0], kind: stage.accept, note: "")
    stage.clock.set(moment)
    try await stage.runDue()
    #expect(try await stage.letters("decision").isEmpty)
    #expect(try await desk.lettersPreview().timed?.failure == .undecided)
    #expect(try await desk.home().tasks.contains { $0.sentence.contains("a paper was without a decision") })
    #expect(try await stage.letters("release-put-back").count == 2)
    try await desk.decide(papers[1], kind: stage.reject, note: "")
    try await stage.runDue()
    #expect(try await stage.recorded("release decisions") == 0)
    let later = moment.adding(.hours(1))
    try await desk.setReleaseTime(later.utc)
    #expect(try await desk.lettersPreview().timed?.failure == nil)
    stage.clock.set(later)
    try await stage.runDue()
    #expect(try await stage.letters("decision").count == 2)
    #expect(try await stage.letters("release-put-back").count == 2)
  }

  @Test("Whoever can release is written to why nothing was, once and all in the same words, which tell of no paper")
  func written() async throws {
    let stage = try await ReviewStage.open()
    let known = try await stage.paper("First")
    let kept = try await stage.paper("Second", by: stage.otherChair)
    try await stage.conference.act { act in
      try act.session.grant(.trackChair, to: stage.ron.id, at: stage.call.id, id: act.newToken(), by: nil, now: act.now)
    }
    stage.clock.set(stage.deciding)
    let desk = try await stage.chairDesk()
    let moment = stage.notification.adding(.hours(1))
    try await desk.setReleaseTime(moment.utc)
    try await desk.decide(known, kind: stage.accept, note: "")
    stage.clock.set(moment)
    for _ in 0..<2 { try await stage.runDue() }
    let letters = try await stage.letters("release-put-back")
    #expect(letters.count == 2 && Set(letters.map(\.toEmail)) == [stage.chair.email, stage.otherChair.email])
    #expect(Set(letters.map { $0.body.split(separator: "\n").dropFirst().joined(separator: " ") }).count == 1)
    let number = try await stage.number(of: kept)
    for letter in letters {
      #expect(letter.body.replacing("\n", with: " ").contains("a paper was without a decision."))
      #expect(letter.body.contains("https://lectern.example.org/chair/decisions/letters#release"))
      #expect(!letter.body.contains("Second") && !letter.body.contains(number))
    }
    #expect(try await desk.letters(query: "release put back").letters.count == 2)
  }

  @Test("Where the announced moment was moved behind it nothing is released, and the chairs are written to")
  func early() async throws {
    let (stage, desk, papers) = try await stage()
    let moment = stage.notification.adding(.hours(1))
    try await desk.setReleaseTime(moment.utc)
    try await desk.decideMany(papers.map { .init(submission: $0, kind: stage.accept) })
    let later = stage.notification.adding(.days(1))
    try await desk.moveDate(.init(date: "notification", to: later.utc, reason: "A storm.", tells: false))
    stage.clock.set(moment)
    try await stage.runDue()
    #expect(try await stage.letters("decision").isEmpty)
    #expect(try await desk.lettersPreview().timed?.failure == .early)
    let letters = try await stage.letters("release-put-back")
    #expect(letters.count == 2)
    #expect(letters.allSatisfy { $0.body.replacing("\n", with: " ").contains("had been moved to a later one.") })
  }

  @Test("Moved or taken back, nothing happens at the earlier time")
  func takenBack() async throws {
    let (stage, desk, papers) = try await stage()
    let (early, late) = (stage.notification.adding(.hours(1)), stage.notification.adding(.hours(2)))
    try await desk.decideMany(papers.map { .init(submission: $0, kind: stage.accept) })
    try await desk.setReleaseTime(early.utc)
    try await stage.chairDesk(stage.otherChair).setReleaseTime(late.utc)
    stage.clock.set(early)
    try await stage.runDue()
    #expect(try await stage.recorded("release decisions") == 0)
    try await desk.dropReleaseTime()
    try await desk.dropReleaseTime()
    #expect(try await stage.recorded("take back release time") == 1)
    stage.clock.set(late)
    try await stage.runDue()
    #expect(try await stage.recorded("release decisions") == 0)
    #expect(try await desk.lettersPreview().timed == nil)
  }

  @Test("No time before the announced moment or one that is past is taken")
  func times() async throws {
    let (stage, desk, _) = try await stage()
    for text in ["", "soon", stage.notification.adding(.seconds(-1)).utc, "2001-01-01 12:00"] {
      #expect(await problems { try await desk.setReleaseTime(text) }.map(\.field) == ["to"], "\(text)")
    }
    stage.clock.set(stage.notification.adding(.days(1)))
    #expect(await problems { try await desk.setReleaseTime(stage.notification.utc) }.map(\.field) == ["to"])
    #expect(try await desk.lettersPreview().timed == nil)
  }
}
