import PeerReview
import Store
import Testing

@testable import Conference

@Suite("What must never be true of a conference")
struct InvariantTests {
  private func violations(_ house: TestHouse) async throws -> [String] {
    try await house.conference.invariantViolations(call: house.call.id).map(\.invariant)
  }

  @Test("An ordinary conference breaks nothing")
  func ordinary() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let reviewers = try await house.reviewers(3)
    let paper = try await house.paper("Ordinary", by: ada)
    try await house.paper("Taken Back", by: ada)
    try await house.assign(paper, to: reviewers)
    try await house.runDue()
    #expect(try await violations(house) == [])
  }

  @Test("A late upload and a file that is gone are found, however they came in")
  func files() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let paper = try await house.paper("Late", by: ada)
    house.clock.set(house.call.calendar.submission.closes)
    try await house.conference.act { act in
      try act.session.add(
        ManuscriptRow(
          id: act.newID(), submission: paper, slot: .appendix, version: 1, sha256: String(repeating: "0", count: 64),
          sizeBytes: 1, by: ada.id, at: act.now))
    }
    #expect(try await violations(house) == ["late upload", "stored file missing"])
  }

  @Test("An author or a conflicted person as reviewer, and too many papers for one, are found")
  func assignments() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron", .reviewer)
    let rita = try await house.person("Rita Rev", .reviewer)
    let paper = try await house.paper("Own", by: ada)
    try await house.assign(paper, to: [ada])
    #expect(try await violations(house) == ["conflicted or own assignment"])
    try await house.assign(try await house.paper("Conflicted", by: ada, conflicts: [rita]), to: [rita])
    #expect(try await violations(house) == ["conflicted or own assignment", "conflicted or own assignment"])
    for number in 0..<house.call.assignment.loadMaximum {
      try await house.assign(try await house.paper("More \(number)", by: ada), to: [rita])
    }
    #expect(try await violations(house).filter { $0 == "load over the maximum" }.count == 1)
  }

  @Test("A submitted paper without a file, and a release before its day, are found")
  func decisions() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let id = try await house.authorDesk(ada).register(house.entry("Empty", by: ada))
    try await house.conference.act { [call = house.call.id] act in
      try act.session.add(SubmissionEventRow(kind: .submitted, by: ada.id, at: act.now, version: 1), to: id)
      try act.session.releaseDecisions(of: call, by: ada.id, at: act.now)
    }
    #expect(
      try await violations(house) == ["submitted paper without a manuscript", "released before the announced moment"])
  }
}
