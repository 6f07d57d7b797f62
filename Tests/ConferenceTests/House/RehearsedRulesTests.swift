import Foundation
import LecternTesting
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("A rehearsed year under other rules")
struct RehearsedRulesTests {
  /// A paper as the rehearsal left it.
  private struct Paper: Sendable {
    let authors: [Author]
    let content: SubmissionContent
    let registeredAt: Instant
    let submittedAt: Instant?
  }

  private func play(_ folder: String, _ text: String, papers: Int, reviewers: Int, until stage: Rehearsal.Stage) async throws
    -> (summary: RehearsalSummary, papers: [Paper])
  {
    let summary = try await Rehearsal.play(
      folder: folder, callText: text, file: "rules.yaml",
      options: .init(seed: 7, submissions: papers, reviewers: reviewers, until: stage),
      inspector: FixedInspector(seeing: "conforming"))
    let conference = try await Conference.open(
      folder: folder, settings: .init(site: "https://lectern.example.org"), clock: TestClock(Instant(seconds: 0)))
    let ids = try await conference.calls()
    let call = try #require(ids.first)
    let left = try await conference.look { act in
      let rows = try act.session.people(in: .chair, at: call).flatMap {
        try act.session.submissions(chairedBy: $0.email, in: call)
      }
      return try Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }).values.map { row in
        Paper(
          authors: try act.session.authors(of: row.id, version: row.facts.version),
          content: try act.session.version(row.facts.version, of: row.id)?.content ?? SubmissionContent(),
          registeredAt: row.createdAt, submittedAt: row.facts.submittedAt)
      }
    }
    try await conference.close()
    return (summary, left)
  }

  private static let changes = [
    ("  bidding:", "  registration: 2025-10-10 20:00\n  bidding:"),
    ("  authors-per-submission:", "  submissions-per-author: 2\n  authors-per-submission:"),
    ("      appendix: separate ", "      supplement: required\n      appendix: separate "),
  ]

  @Test(
    "Papers are registered in time and completed later, name who serves or say why nobody does, and nobody is on too many",
    arguments: ["{reviewers: 2, exemptions: no}", "{reviewers: 3}"])
  func authors(_ policy: String) async throws {
    let shipped = try mlsysCallText()
    let changed = Self.changes.reduce(shipped) { $0.replacing($1.0, with: $1.1, maxReplacements: 1) }
    let text = changed + "\nreciprocal-reviewing: \(policy)\n"
    let call = try CallFile.parse(text, file: "rules.yaml").get()
    let closes = try #require(call.calendar.registration)
    let asked = try #require(call.reciprocal)
    try await withFolder { folder in
      let (summary, papers) = try await play(folder + "/data", text, papers: 12, reviewers: 6, until: .bidding)
      #expect(summary.violations == [])
      #expect(summary.refusals["registration after it closed: closed"] == 1, "\(summary.refusals)")
      #expect(papers.count == 12 && papers.allSatisfy { $0.registeredAt < closes })
      let submitted = papers.filter { $0.submittedAt != nil }
      #expect(submitted.count > 9 && submitted.contains { ($0.submittedAt ?? closes) > closes })
      let naming = submitted.filter { $0.authors.count(where: \.serves) >= asked.reviewers }
      #expect(!naming.isEmpty)
      for paper in submitted where paper.authors.count(where: \.serves) < asked.reviewers {
        #expect(asked.takesReasons && !paper.content.answers.exemption.isEmpty)
      }
      #expect((naming.count < submitted.count) == asked.takesReasons)
      let emails = papers.flatMap(\.authors).map(\.email)
      #expect(Dictionary(grouping: emails) { $0 }.values.allSatisfy { $0.count <= 2 })
    }
  }

  private static let tightened = [
    ("closes: 2026-03-29 12:00 AoE}", "closes: 2026-03-29 12:00 AoE, grace-minutes: 60}"),
    ("title-characters: 200", "title-characters: 30"), ("abstract-words: 200", "abstract-words: 60"),
  ]

  @Test("A call of one author a paper, short titles and abstracts, no keywords and minutes of grace is played to the release")
  func small() async throws {
    let file = repository.appending(path: "Tests/Fixtures/calls/small.yaml")
    let shipped = try String(contentsOf: file, encoding: .utf8)
    let text = Self.tightened.reduce(shipped) { $0.replacing($1.0, with: $1.1) }
    let call = try CallFile.parse(text, file: "rules.yaml").get()
    #expect(call.calendar.grace == .minutes(60) && call.limits.titleCharacters == 30 && call.limits.abstractWords == 60)
    try await withFolder { folder in
      let (summary, papers) = try await play(folder + "/data", text, papers: 5, reviewers: 12, until: .released)
      #expect(summary.violations == [])
      #expect(summary.refusals["upload at the second of the deadline: closed"] == 1, "\(summary.refusals)")
      #expect(summary.phases["released"]?.values.reduce(0, +) == summary.phases["submission"]?["submitted"])
      #expect(papers.count == 5 && papers.allSatisfy { $0.authors.count == 1 && $0.content.keywords.isEmpty })
      #expect(papers.allSatisfy { !$0.content.title.isEmpty && $0.content.title.count <= 30 && !$0.content.topics.isEmpty })
    }
  }
}
