import LecternTesting
import PeerReview
import Testing

@testable import Conference

@Suite("A rehearsed year")
struct RehearsalTests {
  private func play(_ folder: String, until stage: Rehearsal.Stage) async throws -> RehearsalSummary {
    try await Rehearsal.play(
      folder: folder, callText: mlsysCallText(), file: "mlsys-2026.yaml",
      options: .init(seed: 7, submissions: 8, reviewers: 6, until: stage),
      inspector: FixedInspector(seeing: "conforming"))
  }

  @Test("The same seed gives the same summary, byte for byte, and nothing that must not happen does")
  func submissionPhase() async throws {
    try await withFolder { folder in
      let first = try await play(folder + "/first", until: .submission)
      let second = try await play(folder + "/second", until: .submission)
      #expect(first.violations == [])
      #expect(first.json == second.json)
      #expect((first.phases["submission"]?["submitted"] ?? 0) > 0)
      #expect(first.letters["submission-received"] == first.phases["submission"]?["submitted"])
      #expect(first.refusals.keys.contains { $0.hasPrefix("register before submissions open") })
    }
  }

  @Test("The whole year, from registration to decisions, breaks nothing and loses nothing")
  func wholeYear() async throws {
    try await withFolder { folder in
      let summary = try await play(folder + "/first", until: .released)
      let second = try await play(folder + "/second", until: .released)
      #expect(summary.violations == [])
      #expect(summary.json == second.json)
      let released = summary.phases["released"] ?? [:]
      #expect(released.values.reduce(0, +) == summary.letters["decision"], "\(released)")
      #expect((summary.phases["response"]?["responses"] ?? 0) > 0)
      #expect((summary.letters["reviews-available"] ?? 0) > 0)
    }
  }

  @Test("The year goes on to final versions, artifacts, badges and proceedings, and breaks nothing")
  func archived() async throws {
    try await withFolder { folder in
      let summary = try await Rehearsal.play(
        folder: folder + "/data", callText: mlsysCallText(), file: "mlsys-2026.yaml",
        options: .init(seed: 7, submissions: 24, reviewers: 8, until: .archived),
        inspector: FixedInspector(seeing: "conforming"))
      #expect(summary.violations == [])
      let archived = summary.phases["archived"] ?? [:]
      #expect((archived["artifacts registered"] ?? 0) > 1 && (archived["badges awarded"] ?? 0) > 0, "\(archived)")
      #expect((summary.letters["artifact-badges"] ?? 0) > 0, "\(summary.letters)")
      #expect(summary.refusals.keys.contains { $0.hasPrefix("artifacts for a program chair") })
    }
  }

  @Test("The year goes on until everything the call closes is closed and what it deletes is gone, and breaks nothing")
  func sealed() async throws {
    try await withFolder { folder in
      let summary = try await Rehearsal.play(
        folder: folder + "/data", callText: mlsysCallText(), file: "mlsys-2026.yaml",
        options: .init(seed: 7, submissions: 12, reviewers: 8, until: .sealed),
        inspector: FixedInspector(seeing: "conforming"))
      #expect(summary.violations == [])
      let sealed = summary.phases["sealed"] ?? [:]
      #expect((sealed["steps"] ?? 0) > 10 && sealed["steps"] == sealed["done"], "\(sealed)")
      #expect(sealed["published"] == summary.phases["archived"]?["published"])
    }
  }

  @Test("The folder it leaves opens as a conference that stands where the rehearsal stopped")
  func opens() async throws {
    try await withFolder { folder in
      let summary = try await play(folder + "/data", until: .submission)
      let clock = TestClock(Instant(seconds: 0))
      let conference = try await Conference.open(
        folder: folder + "/data", settings: .init(site: "https://lectern.example.org"), clock: clock)
      let ids = try await conference.calls()
      #expect(ids.map(\.text) == [summary.call])
      let call = try #require(ids.first)
      #expect(try await conference.invariantViolations(call: call) == [])
      try await conference.close()
    }
  }

  @Test("A folder that holds a conference already is refused")
  func twice() async throws {
    try await withFolder { folder in
      _ = try await play(folder + "/data", until: .submission)
      #expect(try await refusal { _ = try await play(folder + "/data", until: .submission) }?.fields == ["data"])
    }
  }
}
