import PeerReview
import Testing

@Suite("What is kept how long, the rules")
struct RetentionTests {
  private func moment(_ text: String) throws -> Instant {
    let call = try CallFixtures.mlsys()
    return try CallDate.read(text, in: call)
  }

  @Test("The call names for whom what is closed from which moment, and when it is deleted")
  func reading() throws {
    let call = try CallFixtures.mlsys()
    #expect(call.retention.rules.map(\.kind) == RetentionKind.allCases)
    let reviews = try #require(call.retention.rules.first)
    let (authors, deleted) = (try moment("2027-01-31 20:00"), try moment("2028-01-31 20:00"))
    #expect(reviews.until(.authors) == authors && reviews.deleted == deleted)
    #expect(call.retention.steps.map(\.at) == call.retention.steps.map(\.at).sorted())
    #expect(call.retention.steps.first?.words == "closed to chairs" && call.retention.steps.first?.kind == .bids)
    #expect(call.ruleGroups().last?.rules.contains { $0.hasPrefix("Bids: chairs read it until 2026-06-30 20:00 UTC") } == true)
    let moved = call.shifted(by: .days(10))
    #expect(moved.retention.steps.map { $0.at.adding(.days(-10)) } == call.retention.steps.map(\.at))
  }

  @Test("Mistakes are told by their line: before the end of the year, deleted too early, nothing said, what nobody can close")
  func mistakes() throws {
    let wanted = [
      (
        "  bids:\n    chairs-until: 2026-06-30 20:00", "  bids:\n    chairs-until: 2026-01-30 20:00",
        "lies before the year is over"
      ),
      ("    deleted: 2028-01-31 20:00", "    deleted: 2026-08-31 20:00", "is before somebody's last day"),
      (
        "  unpublished-manuscripts:              # files of papers that were not accepted\n    deleted: 2026-12-31 20:00",
        "  unpublished-manuscripts: {}", "says nothing; give at least one of `deleted`"
      ),
      ("    chairs-until: 2027-01-31 20:00\n  letters", "    deleted: 2027-01-31 20:00\n  letters", "`deleted` is not a key of"),
      (
        "  letters:\n    chairs-until: 2026-12-31 20:00", "  letters:\n    chairs-until: 2027-01-01 20:00",
        "`retention.discussion` is closed to chairs from 2026-12-31 20:00"
      ),
      (
        "    reviewers-until: 2026-09-30 20:00\n    chairs-until: 2027-01-31 20:00\n",
        "    chairs-until: 2026-12-30 20:00\n",
        "`retention.reviewer-identities` is closed to chairs from 2026-12-30 20:00"
      ),
      ("  bids:\n", "  bits:\n", "did you mean `bids`?"), ("    deleted: 2026-09-30 20:00", "    deleted: soon", "soon"),
    ]
    for (old, new, message) in wanted {
      let told = CallFixtures.problems(try CallFixtures.mlsys(replacing: old, with: new))
      #expect(told.count == 1 && told[0].contains(message), "\(told)")
    }
  }

  @Test("A call that says nothing of it keeps everything")
  func none() {
    #expect(RetentionPolicy.none.steps == [] && RetentionPolicy.none.seals(at: Instant(microseconds: .max)) == .none)
  }

  @Test("Each day closes to its readers to the microsecond, and what is deleted is closed to everyone")
  func seals() throws {
    let call = try CallFixtures.mlsys()
    let standings: [(Standing, String)] = [
      (.author(contact: false), "2027-01-31 20:00"), (.reviewer(ownReviewIn: true), "2026-09-30 20:00"),
      (.chair, "2026-12-31 20:00"),
    ]
    for (standing, text) in standings {
      let day = try moment(text)
      let before = DisclosureMoment(call: call, releasedAt: call.calendar.notification, now: .microsecond(before: day))
      let after = DisclosureMoment(call: call, releasedAt: call.calendar.notification, now: day)
      #expect(DisclosureRules.secrecy(of: .reviews, for: standing, at: before) == nil)
      #expect(DisclosureRules.secrecy(of: .reviews, for: standing, at: after) == .sealed)
      #expect(after.seals.since(.reviews, for: standing) == day)
    }
    let gone = call.retention.seals(at: try moment("2026-09-30 20:00"))
    #expect(gone.since(.bids, for: .committee) != nil)
    #expect(gone.since(.decision, for: .chair) == nil && gone.since(.reviews, for: .outsider) == nil)
  }

  @Test("Closing takes away and never shows, whoever looks")
  func onlyLess() {
    let all = RetentionSeals(
      since: Dictionary(
        uniqueKeysWithValues: RetentionKind.allCases.map { kind in
          (kind, Dictionary(uniqueKeysWithValues: RetentionReader.allCases.map { ($0, Instant(seconds: 1)) }))
        }))
    let closed = RetentionKind.allCases.reduce(into: Set<Secret>()) { $0.formUnion($1.secrets) }
    for moment in DisclosureCases.moments {
      let sealed = DisclosureMoment(
        biddingOpened: moment.biddingOpened, reviewsAvailable: moment.reviewsAvailable,
        decisionsReleased: moment.decisionsReleased, reviewersAnonymous: moment.reviewersAnonymous,
        metareviewersRead: moment.metareviewersRead, metareviewsForAuthors: moment.metareviewsForAuthors, seals: all)
      for standing in DisclosureCases.standings {
        let before = DisclosureCases.shown(to: standing, at: moment)
        #expect(DisclosureCases.shown(to: standing, at: sealed) == before.subtracting(closed))
      }
    }
  }
}
