import Foundation
import PeerReview
import Testing

@Suite("The table of disclosure, written down")
struct DisclosureDocumentTests {
  private static let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/disclosure.md")

  @Test("docs/disclosure.md is the table the rules make")
  func upToDate() throws {
    let rendered = DisclosureDocument.render()
    if ProcessInfo.processInfo.environment["LECTERN_WRITE_DOCS"] == "1" {
      try rendered.write(to: Self.path, atomically: true, encoding: .utf8)
    }
    let stored = try String(contentsOf: Self.path, encoding: .utf8)
    let line = zip(stored.split(separator: "\n"), rendered.split(separator: "\n")).first { $0 != $1 }
    #expect(
      stored == rendered,
      """
      docs/disclosure.md is stale\(line.map { " where it says: \($0)" } ?? ""). Renew it with \
      `LECTERN_WRITE_DOCS=1 swift test --filter DisclosureDocumentTests`, and read what changed.
      """)
  }

  @Test("It holds each standing once, and the standings of one section never differ")
  func sections() {
    #expect(Set(DisclosureDocument.sections.flatMap(\.standings)) == Set(DisclosureCases.standings))
    #expect(DisclosureDocument.sections.flatMap(\.standings).count == DisclosureCases.standings.count)
    for section in DisclosureDocument.sections {
      for secret in Secret.allCases {
        for moment in DisclosureCases.moments {
          let found = Set(section.standings.map { DisclosureRules.secrecy(of: secret, for: $0, at: moment) })
          #expect(found.count == 1, "\(section.title): \(secret)")
        }
      }
    }
  }
}
