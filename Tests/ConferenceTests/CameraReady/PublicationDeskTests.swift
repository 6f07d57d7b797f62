import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("The publication chair")
struct PublicationDeskTests {
  private func released() async throws -> (stage: ReviewStage, accepted: ID<Submission>, rejected: ID<Submission>, paula: Person)
  {
    let stage = try await ReviewStage.open()
    let papers = [try await stage.paper("First"), try await stage.paper("Second", by: stage.ruth)]
    try await stage.review(papers[0], by: [stage.rita, stage.ron], mark: "Canaryreview")
    stage.clock.set(stage.notification)
    try await stage.chairDesk().decide(papers[0], kind: stage.accept, note: "Between us: well done.")
    try await stage.chairDesk().decide(papers[1], kind: stage.reject, note: "")
    let paula = try await stage.conference.act { act in
      let person = try act.addPerson(email: "paula@press.example", name: "Paula", affiliation: "Press")
      try act.session.grant(.publicationChair, to: person.id, at: stage.call.id, id: act.newToken(), by: nil, now: act.now)
      return person
    }
    let early = try await self.desk(stage, paula)
    #expect(try await refusal { _ = try await early.finalVersions() } == .notFound)
    try await stage.chairDesk().release(confirmed: true)
    return (stage, papers[0], papers[1], paula)
  }

  private func desk(_ stage: ReviewStage, _ person: Person) async throws -> PublicationDesk {
    try stage.conference.publicationDesk(for: try await stage.conference.viewer(person, at: stage.call.id))
  }

  @Test("Sees final versions of accepted papers, approves changes, gives time and sets the order, and reads no review")
  func works() async throws {
    let (stage, accepted, rejected, paula) = try await released()
    let author = try await stage.authorDesk()
    var final = try await author.finalVersion(accepted).final
    final.title = "First, revisited"
    try await author.saveFinal(accepted, basedOn: 0, final)
    try await stage.upload(.final, "%PDF-1.7 final", to: accepted, by: author)
    let desk = try await self.desk(stage, paula)
    #expect(try await desk.finalVersions().rows.map(\.id) == [accepted])
    let page = try await desk.finalVersion(accepted)
    #expect(page.place == .publication && page.decisionNote.isEmpty && page.reviewers.isEmpty)
    #expect(!contents(of: page).contains("Canaryreview") && !contents(of: page).contains(ReviewStage.committeeMark))
    try await desk.judgeChanges(accepted, basedOn: 1, approved: true, note: "")
    #expect(try await author.finalVersion(accepted).progress.verdict?.isYes == true)
    #expect(try await desk.file(.final, version: 1, of: accepted).sizeBytes == 14)
    #expect(try await refusal { _ = try await desk.file(.manuscript, version: 1, of: accepted) } == .notFound)
    #expect(try await refusal { _ = try await desk.finalVersion(rejected) } == .notFound)
    try await desk.arrange(.init(version: 0, sessions: [SessionTitle(key: "", title: "Soil")], placements: [:]))
    #expect(try await desk.proceedings().sessions.map(\.title) == ["Soil"])
    try await desk.extendFinal(accepted, days: 3)
    #expect(try await stage.recorded("approve changes") == 1)
    #expect(try await stage.recorded("extend final version") == 1)
  }

  @Test("The office gives nothing at other desks, other offices nothing here, and a conflict keeps the paper away")
  func apart() async throws {
    let (stage, accepted, _, paula) = try await released()
    let viewer = try await stage.conference.viewer(paula, at: stage.call.id)
    #expect(try await refusal { _ = try stage.conference.chairDesk(for: viewer) } == .notFound)
    #expect(try await refusal { _ = try stage.conference.reviewerDesk(for: viewer) } == .notFound)
    #expect(try await refusal { _ = try stage.conference.artifactChairDesk(for: viewer) } == .notFound)
    for person in [stage.chair, stage.rita, stage.author] {
      #expect(try await refusal { _ = try await self.desk(stage, person) } == .notFound)
    }
    try await stage.conflict(paula, with: accepted)
    let desk = try await self.desk(stage, paula)
    #expect(try await desk.finalVersions().rows.isEmpty)
    #expect(try await desk.proceedings().rows.isEmpty)
    #expect(try await refusal { _ = try await desk.finalVersion(accepted) } == .notFound)
    #expect(try await refusal { try await desk.judgeChanges(accepted, basedOn: 0, approved: true, note: "") } == .notFound)
    try await stage.chairDesk().endOffice(paula.id, role: "publication-chair")
    #expect(try await refusal { _ = try await desk.finalVersions() } == .notFound)
  }
}
