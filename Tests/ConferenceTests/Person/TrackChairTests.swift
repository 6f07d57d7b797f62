import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Chairs of tracks")
struct TrackChairTests {
  private struct Stage {
    let house: TestHouse
    let clara: Person
    let tom: Person
    let ada: Person
    let research: ID<Submission>
    let industrial: ID<Submission>
    let desk: ChairDesk
  }

  /// Tom is asked to chair the industrial track, and does.
  private func stage() async throws -> Stage {
    let house = try await TestHouse.open()
    let clara = try await house.person("Clara Chair", .chair)
    let ada = try await house.person("Ada Byron")
    let research = try await house.paper("Caches", by: ada)
    let industrial = try await house.paper("Trucks", track: "industrial", by: ada)
    let tom = try await house.person("Tom Track")
    try await accept(house, tom, "industrial")
    return Stage(
      house: house, clara: clara, tom: tom, ada: ada, research: research, industrial: industrial,
      desk: try await house.chairDesk(tom))
  }

  private func accept(_ house: TestHouse, _ person: Person, _ track: String) async throws {
    let address = try #require(EmailAddress(person.email))
    let path = try await house.conference.invite(
      email: address, name: person.name, as: Appointment(.trackChair, track: track), call: house.call.id)
    _ = try await house.conference.answerInvitation(
      token: path.split(separator: "/").last.map(String.init) ?? "", accepts: true, reason: "", device: "Test")
  }

  private func titles(_ desk: ChairDesk) async throws -> [String] { try await desk.submissions().rows.map(\.title) }

  @Test("A track chair finds the papers of the track and no others, and chairs find all")
  func papers() async throws {
    let stage = try await stage()
    #expect(try await titles(stage.desk) == ["Trucks"])
    #expect(try await titles(stage.house.chairDesk(stage.clara)).sorted() == ["Caches", "Trucks"])
    _ = try await stage.desk.submission(stage.industrial)
    #expect(try await refusal { _ = try await stage.desk.submission(stage.research) } == .notFound)
    #expect(try await stage.house.standing(of: stage.tom, toward: stage.industrial) == .chair)
    #expect(try await stage.house.standing(of: stage.tom, toward: stage.research) == .outsider)
    #expect(try await stage.desk.home().figures.first { $0.label == "submitted" }?.value == "1")
  }

  @Test("A paper that changes its track changes its chair")
  func moved() async throws {
    let stage = try await stage()
    let desk = try await stage.house.authorDesk(stage.ada)
    try await desk.save(stage.research, basedOn: 1, stage.house.entry("Caches", track: "industrial", by: stage.ada))
    try await desk.save(stage.industrial, basedOn: 1, stage.house.entry("Trucks", by: stage.ada))
    #expect(try await titles(stage.desk) == ["Caches"])
  }

  @Test("A second track comes beside the first; the office's end ends both")
  func tracks() async throws {
    let stage = try await stage()
    try await accept(stage.house, stage.tom, "research")
    #expect(try await titles(stage.desk).sorted() == ["Caches", "Trucks"])
    let people = try await stage.house.chairDesk(stage.clara).people(query: "Tom").people
    #expect(people.first?.offices.map(\.label) == ["track chair, Industrial track and Research track"])
    try await stage.house.chairDesk(stage.clara).endOffice(stage.tom.id, role: Role.trackChair.rawValue)
    #expect(try await refusal { _ = try await stage.desk.submissions() } == .notFound)
    try await accept(stage.house, stage.tom, "research")
    #expect(try await titles(stage.desk) == ["Caches"])
  }

  @Test("What concerns the whole call is not found by a track chair")
  func wholeCall() async throws {
    let stage = try await stage()
    let desk = stage.desk
    let acts: [@Sendable () async throws -> Void] = [
      { _ = try await desk.people() }, { _ = try await desk.invite(.init(emails: "a@b.example")) },
      { _ = try await desk.callVersions() }, { _ = try await desk.dates() }, { _ = try await desk.audit() },
      { _ = try await desk.letters() }, { _ = try await desk.letterToMany() }, { _ = try await desk.assignmentPage() },
      { try await desk.release() }, { _ = try await desk.lettersPreview() }, { _ = try await desk.integrityCases() },
      { _ = try await desk.meeting() }, { try await desk.callNext(seen: "") }, { _ = try await desk.retention() },
      { _ = try await desk.finalVersions() }, { _ = try await desk.proceedings() }, { _ = try await desk.reveals() },
      { _ = try await desk.loadingPage() }, { _ = try await desk.metareviews() }, { _ = try await desk.expertisePage() },
    ]
    for act in acts { #expect(try await refusal(act) == .notFound) }
  }

  @Test("A track chair decides and rejects within the track, and what a search finds reaches no further")
  func acts() async throws {
    let stage = try await stage()
    let calendar = stage.house.call.calendar
    stage.house.clock.set(calendar.response.opens)
    try await stage.desk.decide(stage.industrial, kind: "accept", note: "")
    #expect(try await refusal { try await stage.desk.decide(stage.research, kind: "accept", note: "") } == .notFound)
    #expect(try await stage.desk.decisions().rows.map(\.title) == ["Trucks"])
    #expect(try await stage.desk.figures().found == 1)
    #expect(
      try await refusal { try await stage.desk.rejectWithoutReview(stage.research, ground: "scope", explanation: "No.") }
        == .notFound)
  }

  @Test("A comment on a paper is told to the chairs of the call and of its track")
  func told() async throws {
    let stage = try await stage()
    let tess = try await stage.house.person("Tess Other")
    try await accept(stage.house, tess, "research")
    let people = try await stage.house.conference.look { [call = stage.house.call.id] in
      (try $0.session.chairs(of: "industrial", at: call), try $0.session.chairs(of: "research", at: call))
    }
    #expect(people.0.map(\.name) == ["Clara Chair", "Tom Track"] && people.1.map(\.name) == ["Clara Chair", "Tess Other"])
  }

  @Test("An author or somebody in conflict finds nothing of their paper as its track chair")
  func conflicts() async throws {
    let stage = try await stage()
    try await stage.house.conflict(stage.tom, with: stage.industrial)
    #expect(try await titles(stage.desk).isEmpty)
    try await accept(stage.house, stage.ada, "industrial")
    #expect(try await titles(stage.house.chairDesk(stage.ada)).isEmpty)
  }

  @Test("Who is asked to chair a track is asked for one the call has, and publication chairs chair none")
  func offices() async throws {
    let stage = try await stage()
    let clara = try await stage.house.chairDesk(stage.clara)
    for key in ["track-chair", "track-chair:poetry", "chair:research"] {
      #expect(try await refusal { _ = try await clara.invite(.init(emails: "a@b.example", role: key)) }?.fields == ["office"])
    }
    try await clara.invite(.init(emails: "a@b.example", role: "track-chair:research"))
    #expect(try await clara.people().invitations.map(\.office) == ["track chair, Research track"])
    let paul = try await stage.house.person("Paul Publisher", .publicationChair)
    try await accept(stage.house, paul, "research")
    #expect(try await refusal { _ = try await stage.house.chairDesk(paul) } == .notFound)
  }
}
