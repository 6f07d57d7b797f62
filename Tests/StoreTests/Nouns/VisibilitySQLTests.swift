import PeerReview
import Store
import Testing

/// Each list that a WHERE clause narrows, held against the table of disclosure, over everyone a person can be at once.
@Suite("What the WHERE clauses let through is what the table of disclosure says")
struct VisibilitySQLTests {
  /// One person for each way to be an author, in conflict, in office and a reviewer of `Papers.looms`.
  private struct Candidate {
    enum Authorship: CaseIterable { case none, current, past }
    enum Conflict: CaseIterable { case none, withPaper, withAuthor }
    enum Assignment: CaseIterable { case none, standing, reviewIn, ended }

    let person: Person
    let authorship: Authorship
    let conflict: Conflict
    let chairs: Bool
    let reviews: Bool
    let assignment: Assignment

    static let all: [Candidate] = {
      var all: [Candidate] = []
      for authorship in Authorship.allCases {
        for conflict in Conflict.allCases {
          for assignment in Assignment.allCases {
            for bits in 0..<4 {
              all.append(
                Candidate(
                  person: Cast.person("candidate\(all.count)"), authorship: authorship, conflict: conflict,
                  chairs: bits & 1 != 0, reviews: bits & 2 != 0, assignment: assignment))
            }
          }
        }
      }
      return all
    }()

    /// Decided here once more, from the words of the call, to be compared with what the database says.
    var expected: Standing {
      if authorship == .current { return .author(contact: false) }
      if authorship == .past || conflict != .none { return .conflicted }
      if chairs { return .chair }
      if assignment == .standing || assignment == .reviewIn { return .reviewer(ownReviewIn: assignment == .reviewIn) }
      return reviews ? .committee : .outsider
    }

    func enter(_ session: Session, pseudonym: Int) throws {
      try session.add(person, at: Cast.now)
      if chairs { try session.grant(.chair, to: person) }
      if reviews { try session.grant(.reviewer, to: person) }
      switch conflict {
      case .none: break
      case .withPaper: try session.declare(person, side: .chair)
      case .withAuthor:
        try session.addPersonConflict(
          id: "k-\(person.id)", DeclaredConflict(email: Cast.ada.email, name: "Ada", kind: "personal"), of: person.email,
          in: Cast.call, at: Cast.now)
      }
      if assignment == .none { return }
      let id = try session.assign(person, to: Papers.looms, pseudonym: pseudonym)
      if assignment == .reviewIn {
        try session.add(ReviewRow(assignment: id, version: 1, callVersion: 1, answers: ReviewAnswers(), at: Cast.now))
      }
      if assignment == .ended { try session.endAssignment(id, reason: "relieved", at: Cast.now) }
    }
  }

  private static let moment = DisclosureMoment(
    biddingOpened: true, reviewsAvailable: false, decisionsReleased: false, reviewersAnonymous: true)

  private func mayKnow(_ standing: Standing) -> Bool {
    DisclosureRules.secrecy(of: .submission, for: standing, at: Self.moment) == nil
  }

  @Test("144 people at once: standing, the chairs' lists, bids, tasks and own papers", arguments: Adapter.allCases)
  func everyone(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { session in
        let past = Candidate.all.filter { $0.authorship == .past }.map(\.person)
        let current = Candidate.all.filter { $0.authorship == .current }.map(\.person)
        for (place, candidate) in Candidate.all.enumerated() { try candidate.enter(session, pseudonym: place + 1) }
        try session.version(3, of: Papers.looms, title: "Looms", authors: [Cast.ada] + past, contact: Cast.ada)
        try session.version(4, of: Papers.looms, title: "Looms", authors: [Cast.ada] + current, contact: Cast.ada)
        try session.record(
          actor: "x", act: "looked", call: Cast.call, subject: Papers.looms.text, detail: "", at: Cast.now)
        try session.queue(
          NewLetter(
            id: "l", call: Cast.call, about: Papers.looms, kind: "k", toEmail: "x@example.org", toName: "", subject: "s",
            body: "b", secret: false), at: Cast.now)
      }
      for candidate in Candidate.all {
        let person = candidate.person
        let found = try await house.read { session in
          (
            standing: try session.standing(of: person, toward: Papers.looms),
            chaired: try session.submissions(chairedBy: person.email, in: Cast.call).contains { $0.id == Papers.looms },
            recorded: try session.audit(of: Cast.call, chairedBy: person.email, limit: 9, offset: 0).contains {
              $0.act == "looked"
            },
            counted: try session.countAudit(of: Cast.call, chairedBy: person.email),
            letters: try session.outbox(of: Cast.call, chairedBy: person.email, state: nil, limit: 9, offset: 0).map(\.id),
            biddable: try session.biddable(by: person, in: Cast.call).contains { $0.id == Papers.looms },
            tasks: try session.papersToReview(by: person, in: Cast.call).contains { $0.submission == Papers.looms },
            own: try session.submissions(by: person.email, in: Cast.call).contains { $0.id == Papers.looms }
          )
        }
        let standing = candidate.expected
        #expect(found.standing == standing, "\(candidate)")
        // What is asked on behalf of an office shows the paper exactly to those whom that office, without authorship or
        // conflict, entitles.
        let mayInOffice = standing != .conflicted && candidate.authorship == .none
        #expect(found.chaired == (mayInOffice && mayKnow(.chair)), "\(candidate)")
        #expect(found.recorded == found.chaired && found.letters == (found.chaired ? ["l"] : []), "\(candidate)")
        #expect(found.counted == (found.chaired ? 1 : 0), "\(candidate)")
        #expect(found.biddable == (mayInOffice && mayKnow(.committee)), "\(candidate)")
        let hasTask = candidate.assignment == .standing || candidate.assignment == .reviewIn
        #expect(found.tasks == (mayInOffice && hasTask && mayKnow(.reviewer(ownReviewIn: false))), "\(candidate)")
        #expect(found.own == (candidate.authorship == .current && mayKnow(.author(contact: false))), "\(candidate)")
      }
    }
  }
}
