import PeerReview
import Testing

@Suite("Rules of meta-reviews")
struct MetareviewRulesTests {
  private static let key = "metareviews: {load-maximum: 8, reads-reviews: when-due, shown-to-authors: yes}\n"

  private func call(_ section: String = key) throws -> Call {
    try CallFile.parse(CallFixtures.mlsysText() + "\n" + section, file: "c.yaml").get()
  }

  @Test("Meta-reviews are a key of the call file that may be left out; each part of it is checked")
  func file() throws {
    #expect(try CallFixtures.mlsys().metareviews == nil)
    let policy = try #require(try call().metareviews)
    #expect(policy == MetareviewPolicy(loadMaximum: 8, readsAtOnce: false, isShownToAuthors: true))
    let wrong = CallFile.parse(
      try CallFixtures.mlsysText() + "\nmetareviews: {load-maximum: 0, reads-reviews: never}\n", file: "c.yaml")
    let problems = CallFixtures.problems(wrong)
    #expect(problems.count == 3)
    for word in ["load-maximum", "reads-reviews", "shown-to-authors"] { #expect(problems.contains { $0.contains(word) }) }
  }

  @Test("Metareviewers read from the opening of reviewing or from its close, as the call says, to the microsecond")
  func opens() throws {
    let due = try call()
    let atOnce = try call(Self.key.replacing("when-due", with: "at-once"))
    for (call, opens) in [(due, due.calendar.reviewing.closes), (atOnce, atOnce.calendar.reviewing.opens)] {
      #expect(call.metareviews?.opens(call) == opens)
      for (now, reads) in [(Instant.microsecond(before: opens), false), (opens, true)] {
        let moment = DisclosureMoment(call: call, releasedAt: nil, now: now)
        #expect((DisclosureRules.secrecy(of: .reviews, for: .metareviewer, at: moment) == nil) == reads)
      }
    }
  }

  @Test(
    "What is missing of a meta-review is told in the order of its form; unknown recommendations and endless texts are refused")
  func missing() throws {
    let call = try call()
    #expect(MetareviewRules.missing(MetareviewText(), call: call).map(\.field) == ["toAuthors", "recommendation"])
    let whole = MetareviewText(toAuthors: "Good.", recommendation: "accept")
    #expect(MetareviewRules.missing(whole, call: call).isEmpty)
    let kept = try self.call(Self.key.replacing("shown-to-authors: yes", with: "shown-to-authors: no"))
    #expect(MetareviewRules.missing(whole, call: kept).map(\.field) == ["toChairs"])
    var wrong = whole
    wrong.recommendation = "perhaps"
    wrong.toChairs = String(repeating: "a", count: MetareviewRules.limitCharacters + 1)
    guard case .invalid(let problems) = refusal(of: { () throws(Refusal) in try MetareviewRules.check(wrong, call: call) }) else {
      return #expect(Bool(false), "it was kept")
    }
    #expect(problems.map(\.field) == ["recommendation", "toChairs"])
  }

  @Test(
    "A metareviewer is as blind as a reviewer: never authors, never private remarks, no identities where reviewers are anonymous")
  func blind() {
    for moment in DisclosureCases.moments {
      let shown = DisclosureCases.shown(to: .metareviewer, at: moment)
      #expect(
        shown.isDisjoint(with: [
          .authors, .originalFiles, .preprint, .declarations, .declaredConflicts, .committeeConflicts, .screeningFindings, .bids,
          .deskRejection, .chairNotes, .letters, .integrityCases, .reviewsForChairs, .chairTags, .finalVersion,
        ]))
      #expect(shown.contains(.reviewerIdentity) == (moment.metareviewersRead && !moment.reviewersAnonymous))
      #expect(shown.contains(.reviews) == moment.metareviewersRead)
      for standing in [Standing.author(contact: true), .author(contact: false)] {
        let authors = DisclosureCases.shown(to: standing, at: moment)
        #expect(authors.contains(.metareview) == (moment.decisionsReleased && moment.metareviewsForAuthors))
        #expect(!authors.contains(.metareviewForChairs))
      }
    }
  }
}
