import Pages
import PeerReview
import Testing

@testable import Conference

@Suite("From acceptance to the final version")
struct CameraReadyDeskTests {
  /// One paper accepted with shepherding and one rejected, both released; Rita and Ron reviewed the first.
  private func stage() async throws -> (stage: ReviewStage, accepted: ID<Submission>, rejected: ID<Submission>) {
    let stage = try await ReviewStage.open()
    let papers = [try await stage.paper("First"), try await stage.paper("Second", by: stage.ruth)]
    try await stage.review(papers[0], by: [stage.rita, stage.ron])
    stage.clock.set(stage.notification)
    let chair = try await stage.chairDesk()
    try await chair.decide(papers[0], kind: "accept-with-shepherding", note: "Explain figure 3.")
    try await chair.decide(papers[1], kind: stage.reject, note: "")
    return (stage, papers[0], papers[1])
  }

  private func released() async throws -> (stage: ReviewStage, accepted: ID<Submission>, rejected: ID<Submission>) {
    let made = try await stage()
    try await made.stage.chairDesk().release(confirmed: true)
    return made
  }

  @Test("Before the release nobody finds it; after it, neither authors of rejected papers nor reviewers do")
  func hidden() async throws {
    let (stage, accepted, rejected) = try await stage()
    let author = try await stage.authorDesk()
    await #expect(throws: Refusal.notFound) { try await author.finalVersion(accepted) }
    await #expect(throws: Refusal.notFound) { try await stage.chairDesk().finalVersions() }
    await #expect(throws: Refusal.notFound) { try await author.beginUpload(to: .final, of: accepted) }
    try await stage.chairDesk().release(confirmed: true)
    _ = try await author.finalVersion(accepted)
    await #expect(throws: Refusal.notFound) { try await stage.authorDesk(stage.ruth).finalVersion(rejected) }
    await #expect(throws: Refusal.notFound) { try await stage.desk(stage.rita).shepherding(accepted) }
    await #expect(throws: Refusal.notFound) { try await stage.chairDesk().finalVersion(rejected) }
    #expect(try await stage.chairDesk().finalVersions().rows.map(\.id) == [accepted])
  }

  @Test("The form begins as accepted, says what is missing, and is complete once it is all there")
  func complete() async throws {
    let (stage, id, _) = try await released()
    let desk = try await stage.authorDesk()
    let page = try await desk.finalVersion(id)
    #expect(page.final.title == "First" && page.progress.state == .notBegun)
    var final = page.final
    for index in final.authors.indices { final.authors[index].orcid = "https://orcid.org/0000-0002-1825-0097" }
    final.presenter = 0
    final.forms = ["copyright": "yes", "licence": "cc-by", "third-party": "yes"]
    #expect(try await desk.saveFinal(id, basedOn: 0, final) == 1)
    #expect(try await desk.saveFinal(id, basedOn: 0, final) == 1, "what is saved again unchanged makes no version")
    #expect(try await desk.finalVersion(id).final.authors.first?.orcid == "0000-0002-1825-0097")
    #expect(try await desk.finalVersion(id).progress.missing.map(\.field) == ["final", "source"])
    try await stage.upload(.final, "%PDF-1.7 final", to: id, by: desk)
    await #expect(throws: Refusal.self) { try await stage.upload(.source, "no archive", to: id, by: desk) }
    try await stage.upload(.source, "PK\u{3}\u{4} sources", to: id, by: desk)
    let progress = try await desk.finalVersion(id).progress
    #expect(progress.missing.isEmpty && progress.state == .waitsForShepherd)
    var other = final
    other.title = "Later"
    await #expect(throws: Refusal.stale) { try await desk.saveFinal(id, basedOn: 0, other) }
  }

  @Test("A chair's word holds for the changes it was about, and a further change asks again")
  func judging() async throws {
    let (stage, id, _) = try await released()
    let desk = try await stage.authorDesk()
    let chair = try await stage.chairDesk()
    var final = try await desk.finalVersion(id).final
    final.title = "First, revisited"
    try await desk.saveFinal(id, basedOn: 0, final)
    await #expect(throws: Refusal.stale) { try await chair.judgeChanges(id, basedOn: 0, approved: true, note: "") }
    try await chair.judgeChanges(id, basedOn: 1, approved: false, note: "Keep the title.")
    #expect(try await desk.finalVersion(id).progress.state == .refused)
    #expect(try await stage.letters("changes-judged").map(\.toEmail) == [stage.author.email])
    #expect(try await stage.letters("changes-judged").first?.body.contains("Keep the title.") == true)
    final.presenter = 0
    try await desk.saveFinal(id, basedOn: 1, final)
    #expect(try await desk.finalVersion(id).progress.verdict?.isYes == false, "the presenter is no change that was judged")
    final.title = "First, again"
    try await desk.saveFinal(id, basedOn: 2, final)
    #expect(try await desk.finalVersion(id).progress.verdict == nil)
    try await chair.judgeChanges(id, basedOn: 3, approved: true, note: "")
    #expect(try await desk.finalVersion(id).progress.verdict?.isYes == true)
    #expect(try await stage.recorded("approve changes") == 1)
  }

  @Test("A shepherd among the reviewers signs off, and a new final manuscript has to be signed off again")
  func shepherding() async throws {
    let (stage, id, _) = try await released()
    let desk = try await stage.authorDesk()
    let chair = try await stage.chairDesk()
    _ = await problems { try await chair.appointShepherd(stage.ruth.id, of: id) }
    try await chair.appointShepherd(stage.rita.id, of: id)
    #expect(try await stage.letters("shepherd").map(\.toEmail) == [stage.rita.email])
    #expect(try await stage.letters("shepherd").first?.body.contains("Explain figure 3.") == true)
    #expect(try await stage.letters("shepherd-named").map(\.toEmail) == [stage.author.email])
    await #expect(throws: Refusal.notFound) { try await stage.desk(stage.ron).shepherding(id) }
    let rita = try await stage.desk(stage.rita)
    _ = await problems { try await rita.saySoAsShepherd(id, isSatisfied: true, note: "") }
    try await stage.upload(.final, "%PDF-1.7 one", to: id, by: desk)
    #expect(try await rita.finalFile(.final, version: 1, of: id).sizeBytes == 12)
    await #expect(throws: Refusal.notFound) { try await rita.finalFile(.manuscript, version: 1, of: id) }
    try await rita.saySoAsShepherd(id, isSatisfied: true, note: "Fine now.")
    #expect(try await desk.finalVersion(id).progress.isSignedOff == true)
    stage.clock.set(stage.notification.adding(.days(1)))
    try await stage.upload(.final, "%PDF-1.7 two", to: id, by: desk)
    #expect(try await desk.finalVersion(id).progress.isSignedOff == false)
    #expect(try await stage.letters("shepherd-word").count == 1)
    #expect(try await rita.home().tasks.contains { $0.link == "/shepherding/\(id)" })
    try await stage.conflict(stage.rita, with: id)
    #expect(try await rita.home().tasks.allSatisfy { $0.link != "/shepherding/\(id)" })
    await #expect(throws: Refusal.notFound) { try await rita.shepherding(id) }
  }

  @Test("It closes when it is due; a chair gives one paper more time, and reminders list what is missing")
  func time() async throws {
    let (stage, id, _) = try await released()
    let desk = try await stage.authorDesk()
    let chair = try await stage.chairDesk()
    let due = try #require(stage.call.calendar.cameraReady)
    stage.clock.set(due)
    let final = try await desk.finalVersion(id).final
    await #expect(throws: Refusal.closed(since: due)) { try await desk.saveFinal(id, basedOn: 0, final) }
    await #expect(throws: Refusal.closed(since: due)) { try await desk.beginUpload(to: .final, of: id) }
    #expect(try await chair.remindOfFinals() == 1)
    #expect(try await stage.letters("final-reminder").first?.body.contains("Upload the final version as a PDF.") == true)
    try await chair.extendFinal(id, days: 3)
    try await desk.saveFinal(id, basedOn: 0, final)
    stage.clock.set(due.adding(.days(3)))
    await #expect(throws: Refusal.closed(since: due.adding(.days(3)))) { try await desk.beginUpload(to: .final, of: id) }
  }

  @Test("A chair in conflict with the paper finds nothing of it, and files of the final version stay with those entitled")
  func conflicted() async throws {
    let (stage, id, _) = try await released()
    try await stage.upload(.final, "%PDF-1.7 final", to: id, by: try await stage.authorDesk())
    try await stage.conflict(stage.otherChair, with: id)
    let other = try await stage.chairDesk(stage.otherChair)
    #expect(try await other.finalVersions().rows.isEmpty)
    await #expect(throws: Refusal.notFound) { try await other.finalVersion(id) }
    await #expect(throws: Refusal.notFound) { try await other.file(.final, version: 1, of: id) }
    await #expect(throws: Refusal.notFound) { try await other.judgeChanges(id, basedOn: 0, approved: true, note: "") }
    #expect(try await other.remindOfFinals() == 0)
  }

  @Test("A final version is screened by its own rules: its page limit, and no anonymity")
  func screening() async throws {
    let (stage, id, _) = try await released()
    let desk = try await stage.authorDesk()
    try await stage.upload(.final, "%PDF-1.7 final", to: id, by: desk)
    try await stage.runDue(FixedInspector(seeing: "names-on-page-one"))
    let page = try await desk.finalVersion(id)
    #expect(page.files.first?.versions.first.map { if case .done = $0.screening { true } else { false } } == true)
    #expect(!page.findings.contains { $0.sentence.lowercased().contains("anonym") })
  }
}
