import Pages
import PeerReview
import Screening
import Store
import Testing

@testable import Conference

@Suite("Jobs that fail, and workers that end in the middle")
struct JobRunnerTests {
  private func uploaded() async throws -> (house: TestHouse, ada: Person, id: ID<Submission>) {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let id = try await house.authorDesk(ada).register(house.entry("Screened", by: ada))
    try await house.upload(.manuscript, "the paper", to: id, by: ada)
    return (house, ada, id)
  }

  private func openJobs(_ house: TestHouse) async throws -> Int {
    try await house.conference.look { try $0.session.countOpenJobs() }
  }

  private let broken = InspectionOutcome.failed(
    .unavailable(reason: "The inspector could not be run."))

  @Test("While the inspector can't run the job waits with back-off and the author sees no finding")
  func inspectorMissing() async throws {
    let (house, ada, id) = try await uploaded()
    let inspector = FixedInspector(broken)
    try await house.runDue(MemoryTransport(), inspector)
    try await house.runDue(MemoryTransport(), inspector)
    #expect(await inspector.inspected == 1)
    let page = try await house.authorDesk(ada).page(id)
    #expect(page.findings.isEmpty)
    #expect(try await house.versions(of: id, by: ada).first?.screening == .waiting)
    #expect(try await openJobs(house) == 1)
    house.clock.set(house.clock.now.adding(JobRunner.backOff(1)).justBefore)
    try await house.runDue()
    #expect(try await openJobs(house) == 1)
    house.clock.advance(by: Span(microseconds: 1))
    try await house.runDue()
    #expect(try await openJobs(house) == 0)
    #expect(try await house.versions(of: id, by: ada).first?.pages == 8)
  }

  @Test(
    "A job that fails every time is given up after eight attempts, and the letters behind it still leave"
  )
  func givenUp() async throws {
    let (house, _, _) = try await uploaded()
    let inspector = FixedInspector(broken)
    try await house.conference.requestSignInLink(
      email: "ada@example.org", next: "", call: house.call.id)
    let transport = MemoryTransport()
    for _ in 0..<20 {
      try await house.runDue(transport, inspector)
      house.clock.advance(by: .hours(6))
    }
    #expect(await inspector.inspected == JobRunner.attemptsLimit)
    #expect(try await openJobs(house) == 0)
    #expect(await transport.count == 1)
  }

  @Test("A job taken by a worker that ended is done by another once its lease is over, not before")
  func leaseExpiry() async throws {
    let (house, ada, id) = try await uploaded()
    let taken = try await house.conference.act { act in
      try (0..<3).compactMap { _ in
        try act.session.leaseJob(at: act.now, until: act.now.adding(JobRunner.lease))?.kind
      }
    }
    #expect(taken.sorted() == ["copy", "screen"])
    house.clock.set(house.clock.now.adding(JobRunner.lease).justBefore)
    try await house.runDue()
    #expect(try await house.versions(of: id, by: ada).first?.screening == .waiting)
    house.clock.advance(by: Span(microseconds: 1))
    try await house.runDue()
    #expect(try await house.versions(of: id, by: ada).first?.screening != .waiting)
    #expect(try await openJobs(house) == 0)
  }

  @Test("A job in which every worker ended is given up instead of ending the next one")
  func poison() async throws {
    let (house, _, _) = try await uploaded()
    for _ in 0..<JobRunner.attemptsLimit {
      try await house.conference.act { act in
        while try act.session.leaseJob(at: act.now, until: act.now.adding(JobRunner.lease)) != nil {
        }
      }
      house.clock.advance(by: JobRunner.lease)
    }
    let inspector = FixedInspector(broken)
    try await house.runDue(MemoryTransport(), inspector)
    #expect(await inspector.inspected == 0)
    #expect(try await openJobs(house) == 0)
  }

  @Test("A job of a kind this program does not know harms no other")
  func unknownKind() async throws {
    let (house, ada, id) = try await uploaded()
    try await house.conference.act {
      try $0.session.enqueue(id: "a", kind: "tomorrow", subject: "x", at: $0.now)
    }
    try await house.runDue()
    #expect(try await house.versions(of: id, by: ada).first?.pages == 8)
    #expect(try await openJobs(house) == 1)
  }

  @Test("A job run twice does its work once")
  func twice() async throws {
    let (house, ada, id) = try await uploaded()
    try await house.runDue()
    let before = try await house.authorDesk(ada).page(id).findings
    let row = try #require(
      try await house.conference.look { try $0.session.manuscripts(of: id).first })
    try await house.conference.act { try $0.enqueue(.screen(row.id)) }
    try await house.runDue()
    #expect(try await house.authorDesk(ada).page(id).findings == before)
  }
}
