import PeerReview
import Testing

@Suite("A call in words")
struct CallRulesTests {
  @Test("The calendar is told in UTC, anywhere on Earth and the viewer's zone, earliest first")
  func calendar() throws {
    let zone = try #require(Zone("Europe/Berlin"))
    let rows = try CallFixtures.mlsys().calendarRows(in: zone)
    #expect(rows.count == 18)
    #expect(rows.map(\.moment) == rows.map(\.moment).sorted())
    let deadline = try #require(rows.first { $0.name == "Papers are due" })
    #expect(deadline.utc == "2025-10-30 20:00 UTC")
    #expect(deadline.aoe == "2025-10-30 08:00 AoE")
    #expect(deadline.local == "2025-10-30 21:00 Europe/Berlin (+01:00)")
  }

  @Test("Every text the call holds for people appears in its rules")
  func complete() throws {
    for call in [try CallFixtures.mlsys(), try CallFile.parse(CallFixtures.text("small.yaml"), file: "s").get()] {
      let words = call.ruleGroups().flatMap(\.rules).joined(separator: "\n")
      var texts = call.tracks.map(\.name) + call.declarations.map(\.text) + call.dualSubmissionExceptions.map(\.label)
      texts += call.conflictKinds.map(\.label) + call.desk.grounds.map(\.label) + call.bidding.levels.map(\.label)
      texts += call.decisions.map(\.label) + (call.artifacts?.badges.flatMap { [$0.label] + $0.checklist.map(\.text) } ?? [])
      for text in texts { #expect(words.contains(text), "\(text)") }
      for track in call.tracks {
        let rules = try #require(call.ruleGroups().first { $0.trackKey == track.key }).rules.joined(separator: "\n")
        var own = [track.summary, track.anonymity.allowed, track.format.styleFile] + track.statements.map(\.help)
        own += track.reviewForm.scored.map(\.label) + track.reviewForm.texts.map(\.label)
        own += track.anonymity.hidden.map(\.words)
        for text in own { #expect(rules.contains(text), "\(text)") }
      }
    }
  }

  @Test("Rules are whole sentences")
  func sentences() throws {
    for call in [try CallFixtures.mlsys(), try CallFile.parse(CallFixtures.text("small.yaml"), file: "s").get()] {
      for group in call.ruleGroups() where group.title != "Dual submission" { #expect(!group.rules.isEmpty) }
      for rule in call.ruleGroups().flatMap(\.rules) {
        #expect(rule.first?.isUppercase == true, "\(rule)")
        #expect(rule.last.map { ".!?”".contains($0) } == true, "\(rule)")
        #expect(!rule.contains("  "), "\(rule)")
      }
    }
  }
}
