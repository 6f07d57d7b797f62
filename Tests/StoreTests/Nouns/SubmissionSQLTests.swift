import PeerReview
import Store
import Testing

@Suite("Submissions in a database")
struct SubmissionSQLTests {
  @Test("A paper is found by id, by number within its call, and by the form that made it", arguments: Adapter.allCases)
  func found(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let row = try await house.read { try $0.submission(Papers.looms) }
      #expect(row?.number == SubmissionNumber(1) && row?.call == Cast.call && row?.title == "Looms that learn")
      #expect(row?.createdAt == Cast.now && row?.savedAt == .after(10) && row?.facts.version == 2)
      #expect(row?.facts.state == .submitted && row?.facts.track == "research")
      #expect(try await house.read { try $0.submission(SubmissionNumber(2), in: Cast.call)?.id } == Papers.mills)
      #expect(try await house.read { try $0.submission(SubmissionNumber(2), in: Cast.otherCall)?.id } == nil)
      #expect(try await house.read { try $0.submission(formKey: "form-0") } == Papers.looms)
      #expect(try await house.read { try $0.submission(formKey: "form-9") } == nil)
      let states = try await house.read { session in try Papers.all.map { try session.submission($0)?.facts.state } }
      #expect(states == [.submitted, .submitted, .draft, .withdrawn, .deskRejected])
    }
  }

  @Test(
    "Numbers are counted and found within their call; a number or a form used twice is a unique violation",
    arguments: Adapter.allCases)
  func numbers(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      #expect(try await house.read { try $0.countSubmissions(in: Cast.call) } == 5)
      #expect(try await house.read { try $0.countSubmissions(in: Cast.otherCall) } == 0)
      #expect(try await house.read { try $0.isNumberUsed(SubmissionNumber(5), in: Cast.call) })
      #expect(try await house.read { try !$0.isNumberUsed(SubmissionNumber(6), in: Cast.call) })
      #expect(try await house.read { try !$0.isNumberUsed(SubmissionNumber(5), in: Cast.otherCall) })
      for (number, key) in [(6, "form-0"), (5, "form-9")] {
        await #expect(throws: StoreFault.uniqueViolation) {
          try await house.write {
            try $0.addSubmission(
              ID("s-new"), call: Cast.call, number: SubmissionNumber(number), formKey: key, by: Cast.ada.id, at: Cast.now)
          }
        }
      }
    }
  }

  @Test("Lists leave out authors of any version and people in conflict, in every office", arguments: Adapter.allCases)
  func lists(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      func ids(_ list: @escaping @Sendable (Session) throws -> [SubmissionRow]) async throws -> [ID<Submission>] {
        try await house.read { try list($0).map(\.id) }
      }
      #expect(try await ids { try $0.submissionsUnderReview(in: Cast.call) } == [Papers.looms, Papers.mills])
      func reviewable(by person: Person) async throws -> [ID<Submission>] {
        try await ids { session in
          try Papers.all.compactMap { try session.submission($0, in: Cast.call, reviewableBy: person.email) }
        }
      }
      #expect(try await Set(reviewable(by: Cast.rita)) == [Papers.looms, Papers.mills])
      for person in Cast.shutOut { #expect(try await reviewable(by: person) == [Papers.mills]) }
      #expect(try await reviewable(by: Cast.olga) == [Papers.looms])
      #expect(try await ids { try $0.submissions(chairedBy: Cast.chair.email, in: Cast.call) } == Papers.all)
      for person in [Cast.torn, Cast.fay, Cast.uma] {
        #expect(try await ids { try $0.submissions(chairedBy: person.email, in: Cast.call) } == Array(Papers.all.dropFirst()))
      }
      #expect(try await ids { try $0.submissions(chairedBy: Cast.ada.email, in: Cast.call) } == [Papers.mills])
      #expect(try await ids { try $0.submissions(chairedBy: Cast.chair.email, in: Cast.otherCall) } == [])
    }
  }

  @Test("An author's own list is that of the current author lists, drafts and ended papers too", arguments: Adapter.allCases)
  func own(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let lists = try await house.read { session in
        try [Cast.ada, Cast.ben, Cast.fay, Cast.rita].map { try session.submissions(by: $0.email, in: Cast.call).map(\.id) }
      }
      #expect(lists[0] == [Papers.looms, Papers.draft, Papers.withdrawn, Papers.rejected])
      #expect(lists[1] == [Papers.looms])
      #expect(lists[2] == [] && lists[3] == [])
    }
  }

  @Test("Saved forms stay as versions with their authors in order; the last is current", arguments: Adapter.allCases)
  func versions(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let (first, second, none) = try await house.read { session in
        (
          try session.version(1, of: Papers.looms), try session.version(2, of: Papers.looms),
          try session.version(3, of: Papers.looms)
        )
      }
      #expect(first?.content.title == "Paper 1" && first?.content.answers.statements == ["s": "text 1"])
      #expect(second?.content.title == "Looms that learn" && second?.by == Cast.ada.id && second?.at == .after(10))
      #expect(second?.content.keywords == ["k"] && second?.content.topics == ["storage"] && none == nil)
      let authors = try await house.read { session in try [1, 2].map { try session.authors(of: Papers.looms, version: $0) } }
      #expect(authors[0].map(\.name) == ["Ada", "Ben", "Fay"])
      #expect(authors[1].map(\.name) == ["Ada", "Ben"])
      #expect(authors[1].map(\.contact) == [true, false])
      #expect(
        try await house.read { try $0.everyAuthorEmail(of: Papers.looms) } == [Cast.ada.email, Cast.ben.email, Cast.fay.email])
      let content = try await house.read { try $0.currentContent(in: Cast.call) }
      #expect(content.count == 5 && content[Papers.looms] == second?.content)
      await #expect(throws: StoreFault.uniqueViolation) {
        try await house.write {
          try $0.version(2, of: Papers.looms, title: "Written over", authors: [], contact: Cast.ada)
        }
      }
      #expect(try await house.read { try $0.version(2, of: Papers.looms)?.content.title } == "Looms that learn")
    }
  }

  @Test("What happened to a paper is kept in order, and brings its dates up to it", arguments: Adapter.allCases)
  func events(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let events = try await house.read { try $0.events(of: Papers.rejected) }
      #expect(events.map(\.kind) == [.registered, .submitted, .deskRejected])
      #expect(events.last?.ground == "scope" && events.last?.note == "No." && events.last?.by == Cast.chair.id)
      #expect(try await house.read { try $0.submission(Papers.rejected)?.facts.deskRejectedAt } == .after(30))
      #expect(try await house.read { try $0.submission(Papers.withdrawn)?.facts.withdrawnAt } == .after(20))
      #expect(try await house.read { try $0.submission(Papers.draft)?.facts.submittedAt } == nil)
    }
  }

  @Test("Of the chairs' words on a claimed exception the last counts, for its paper alone", arguments: Adapter.allCases)
  func approvals(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { session in
        for (approved, seconds) in [(true, 1), (false, 2)] as [(Bool, Int64)] {
          try session.addApproval(
            of: "workshop-expansion", approved: approved, submission: Papers.looms, by: Cast.chair.id, at: .after(seconds))
        }
        try session.addApproval(
          of: "journal-version", approved: true, submission: Papers.looms, by: Cast.chair.id, at: .after(1))
      }
      #expect(
        try await house.read { try $0.approvals(of: Papers.looms) } == ["workshop-expansion": false, "journal-version": true])
      #expect(try await house.read { try $0.approvals(of: Papers.mills) } == [:])
    }
  }

  @Test("Every uploaded file stays, newest first by slot; its screening is replaced", arguments: Adapter.allCases)
  func manuscripts(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let rows = [(FileSlot.manuscript, 1), (.manuscript, 2), (.appendix, 1)].map { slot, version in
        ManuscriptRow(
          id: ID("m-\(slot.rawValue)-\(version)"), submission: Papers.looms, slot: slot, version: version,
          sha256: version == 2 ? "bb" : "aa", sizeBytes: 50_000_000_000, by: Cast.ada.id, at: .after(Int64(version)))
      }
      try await house.write { session in for row in rows { try session.add(row) } }
      #expect(
        try await house.read { try $0.manuscripts(of: Papers.looms).map(\.id.text) } == [
          "m-appendix-1", "m-manuscript-2", "m-manuscript-1",
        ])
      let one = try await house.read { try $0.manuscript(ID("m-manuscript-2")) }
      #expect(
        one?.sizeBytes == 50_000_000_000 && one?.sha256 == "bb" && one?.at == .after(2) && one?.slot == .manuscript
          && one?.by == Cast.ada.id)
      #expect(try await house.read { try $0.manuscript(ID("m-none"))?.id } == nil)
      #expect(try await house.read { try $0.storedFiles() } == ["aa", "bb"])
      try await house.write { session in
        for (report, seconds) in [("{}", 3), ("{\"pages\":10}", 4)] as [(String, Int64)] {
          let counts = FindingCounts(violations: Int(seconds), warnings: 1)
          try session.put(
            ScreeningRow(manuscript: ID("m-manuscript-2"), report: report, counts: counts, at: .after(seconds)))
        }
      }
      let screening = try await house.read { try $0.screening(of: ID("m-manuscript-2")) }
      #expect(screening?.report == "{\"pages\":10}" && screening?.at == .after(4))
      #expect(screening?.counts == FindingCounts(violations: 4, warnings: 1))
      #expect(try await house.read { try $0.screening(of: ID("m-manuscript-1"))?.report } == nil)
      let again = rows[0]
      await #expect(throws: StoreFault.uniqueViolation) { try await house.write { try $0.add(again) } }
    }
  }

  @Test(
    "A paper, or an assignment, that is not one's own is no row at all, as one that doesn't exist", arguments: Adapter.allCases)
  func foreign(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let own = try await house.write { try $0.assign(Cast.rita, to: Papers.looms, pseudonym: 1) }
      try await house.read { session throws in
        #expect(try session.submission(Papers.looms, listing: Cast.ben.email)?.id == Papers.looms)
        #expect(try session.submission(Papers.looms, listing: Cast.fay.email) == nil)
        #expect(try session.submission(Papers.looms, in: Cast.call, chairedBy: Cast.chair.email)?.id == Papers.looms)
        #expect(try session.submission(Papers.looms, in: Cast.call, chairedBy: Cast.torn.email) == nil)
        #expect(try session.submission(Papers.looms, in: Cast.otherCall, chairedBy: Cast.chair.email) == nil)
        #expect(try session.submission(Papers.looms, in: Cast.call, reviewableBy: Cast.rita.email)?.id == Papers.looms)
        #expect(try session.submission(Papers.looms, in: Cast.call, reviewableBy: Cast.rex.email) == nil)
        #expect(try session.submission(Papers.draft, in: Cast.call, reviewableBy: Cast.rita.email) == nil)
        #expect(try session.assignment(own, of: Cast.rita.id)?.id == own)
        #expect(try session.assignment(own, of: Cast.ron.id) == nil)
      }
      try await house.write { try $0.endAssignment(own, reason: "taken back", at: .after(1)) }
      #expect(try await house.read { try $0.assignment(own, of: Cast.rita.id) == nil })
    }
  }
}
