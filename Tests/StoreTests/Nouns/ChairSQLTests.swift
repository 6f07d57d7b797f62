import PeerReview
import Store
import Testing

/// Reads made for chairs. Each is asked for by a chair without conflict and by those kept from `Papers.looms`.
@Suite("What a chair's tables are read from")
struct ChairSQLTests {
  private static let kept = [Cast.torn, Cast.uma]

  /// `looms` has Rita (review in, two versions) and Ron (none); `mills` has Ron (review in).
  private func review(_ house: House) async throws {
    try await house.write { session in
      let rita = try session.assign(Cast.rita, to: Papers.looms, pseudonym: 1)
      _ = try session.assign(Cast.ron, to: Papers.looms, pseudonym: 2)
      let ron = try session.assign(Cast.ron, to: Papers.mills, pseudonym: 1)
      for (assignment, version, grade) in [(rita, 1, 2), (rita, 2, 5), (ron, 1, 3)] {
        let answers = ReviewAnswers(scores: ["overall": grade, "impact": 4], texts: ["summary": "{\"scores\":{}}, } “x”"])
        try session.add(
          ReviewRow(assignment: assignment, version: version, callVersion: 1, answers: answers, at: .after(Int64(grade))))
      }
      for paper in [Papers.looms, Papers.mills] {
        try session.addResponse("r", to: paper, by: Cast.ada.id, at: .after(9))
        for kind in ["reject", "accept"] {
          try session.addDecision(kind, note: "", on: paper, by: Cast.chair.id, at: .after(10))
        }
      }
    }
  }

  @Test(
    "C19: scores, progress, times, loads, responses and decisions leave out papers the chair is shut out from",
    arguments: Adapter.allCases)
  func reviewing(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await review(house)
      func tables(_ person: Person) async throws -> [String] {
        try await house.read { session in
          let email = person.email
          let tallies = try session.reviewTallies(in: Cast.call, chairedBy: email).sorted { $0.submission < $1.submission }
          let scores = tallies.flatMap { tally in tally.grades(["overall"]).map { "\(tally.submission) \($0)" } }
          let progress = tallies.filter { $0.assigned > 0 }.map { "\($0.submission) \($0.reviewed)/\($0.assigned)" }
          let times = try session.reviewTimes(in: Cast.call, chairedBy: email).map {
            "\($0.since(Cast.now).microseconds / 1_000_000)"
          }
          let dates = try session.submissionDates(chairedBy: email, in: Cast.call)
          let listed = try session.submissions(chairedBy: email, in: Cast.call)
          let assigned = dates.filter { $0.assigned > 0 }.map { "\($0.id) \($0.assigned)" }.sorted()
          #expect(assigned == tallies.filter { $0.assigned > 0 }.map { "\($0.submission) \($0.assigned)" })
          #expect(Set(dates.map { "\($0.id) \($0.state)" }) == Set(listed.map { "\($0.id) \($0.facts.state)" }))
          let loads = try session.reviewLoads(in: Cast.call, chairedBy: email)
            .map { "\($0.key) \($0.value.done)/\($0.value.assigned)" }.sorted()
          let counts = try session.loads(in: Cast.call, chairedBy: email).map { "\($0.key) \($0.value)" }.sorted()
          let responses = ["\(try session.countResponses(in: Cast.call, chairedBy: email))"]
          let decisions = try session.decisionVersions(in: Cast.call, chairedBy: email)
            .map { "\($0.key) \($0.value.map(\.kind).joined(separator: "→"))" }.sorted()
          return [scores, progress, times, loads, counts, responses, decisions].map { $0.joined(separator: ", ") }
        }
      }
      #expect(
        try await tables(Cast.chair) == [
          "s-looms 5, s-mills 3", "s-looms 1/2, s-mills 1/1", "2, 3", "id-rita 1/1, id-ron 1/2", "id-rita 1, id-ron 2", "2",
          "s-looms reject→accept, s-mills reject→accept",
        ])
      for person in Self.kept {
        #expect(
          try await tables(person) == ["s-mills 3", "s-mills 1/1", "3", "id-ron 1/1", "id-ron 1", "1", "s-mills reject→accept"],
          "\(person.name)")
      }
    }
  }

  @Test(
    "Plans and letters are looked at without a row about papers the chair is shut out from", arguments: Adapter.allCases)
  func plansAndLetters(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await review(house)
      try await house.write { session in
        try session.put(BidRow(submission: Papers.looms, person: Cast.rita.id, level: "eager"), at: Cast.now)
        let ended = try session.assign(Cast.uma, to: Papers.looms, pseudonym: 7)
        try session.endAssignment(ended, reason: "taken back", at: .after(1))
      }
      func papers(_ person: Person) async throws -> [Set<ID<Submission>>] {
        try await house.read { session in
          let (call, email) = (Cast.call, person.email)
          return [
            Set(try session.currentContent(in: call, chairedBy: email).keys),
            Set(try session.shutOutPairs(in: call, chairedBy: email).map(\.submission)),
            Set(try session.bids(in: call, chairedBy: email).map(\.submission)),
            Set(try session.assignments(in: call, chairedBy: email).map(\.submission)),
            Set(try session.endedAssignments(in: call, chairedBy: email).map(\.submission)),
            Set(try session.decisions(in: call, chairedBy: email).keys),
            Set(try session.contacts(in: call, chairedBy: email).keys),
            Set(try session.submittedReviews(in: call, chairedBy: email).map(\.submission)),
          ]
        }
      }
      #expect(try await papers(Cast.chair).allSatisfy { $0.contains(Papers.looms) })
      for person in Self.kept {
        #expect(try await papers(person).allSatisfy { !$0.contains(Papers.looms) }, "\(person.name)")
      }
    }
  }

  @Test("Scores are read from answers of every shape, whatever the texts hold", arguments: Adapter.allCases)
  func scores(_ adapter: Adapter) async throws {
    let all: [ReviewAnswers] = [
      ReviewAnswers(), ReviewAnswers(scores: ["a": -3]), ReviewAnswers(texts: ["t": "{\"scores\":{\"b\":9}}"]),
      ReviewAnswers(scores: ["with \"quotes\"": 1, "with, comma": 2, "with } brace": 3, "ünï": .max]),
      ReviewAnswers(scores: Dictionary(uniqueKeysWithValues: (0..<600).map { ("key-\($0)", $0) })),
    ]
    for answers in all {
      try await adapter.withHouse { house throws in
        try await house.write { session in
          let id = try session.assign(Cast.rita, to: Papers.looms, pseudonym: 1)
          try session.add(ReviewRow(assignment: id, version: 1, callVersion: 1, answers: answers, at: Cast.now))
        }
        let read = try await house.read { try $0.reviewTallies(in: Cast.call, chairedBy: Cast.chair.email) }
        let tally = try #require(read.first { $0.submission == Papers.looms })
        #expect(tally.assigned == 1)
        #expect(tally.reviewed == 1)
        #expect(tally.grades([]).isEmpty)
        for (key, grade) in answers.scores { #expect(tally.grades([key]) == [grade]) }
      }
    }
  }

  @Test("The tally kept beside a paper is that of its standing reviews' last versions", arguments: Adapter.allCases)
  func tally(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      func told() async throws -> String {
        let tallies = try await house.read {
          try $0.reviewTallies(in: Cast.call, chairedBy: Cast.chair.email, among: [Papers.looms])
        }
        return tallies.map { "\($0.reviewed) of \($0.assigned): \($0.grades(["overall"]))" }.joined()
      }
      func write(_ assignment: ID<Assignment>, _ version: Int, _ overall: Int) async throws {
        let answers = ReviewAnswers(scores: ["overall": overall, "quality": 1], texts: ["summary": "overall=9"])
        try await house.write {
          try $0.add(ReviewRow(assignment: assignment, version: version, callVersion: 1, answers: answers, at: Cast.now))
        }
      }
      #expect(try await told() == "0 of 0: []")
      let ids = try await house.write {
        [try $0.assign(Cast.ron, to: Papers.looms, pseudonym: 2), try $0.assign(Cast.rita, to: Papers.looms, pseudonym: 1)]
      }
      #expect(try await told() == "0 of 2: []")
      try await write(ids[0], 1, 4)
      try await write(ids[1], 1, 2)
      #expect(try await told() == "2 of 2: [2, 4]")
      try await write(ids[0], 2, 5)
      #expect(try await told() == "2 of 2: [2, 5]")
      try await house.write { try $0.endAssignment(ids[1], reason: "recused", at: Cast.now) }
      #expect(try await told() == "1 of 1: [5]")
    }
  }

  @Test("C19: author names, findings and claims leave out papers the chair is shut out from", arguments: Adapter.allCases)
  func submissions(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { session in
        for (paper, version, violations) in [
          (Papers.looms, 1, 3), (Papers.looms, 2, 2), (Papers.mills, 1, 1), (Papers.draft, 1, 0),
        ] {
          let id = ID<Manuscript>("m-\(paper)-\(version)")
          try session.add(
            ManuscriptRow(
              id: id, submission: paper, slot: .manuscript, version: version, sha256: "aa", sizeBytes: 1, by: Cast.ada.id,
              at: Cast.now))
          let counts = FindingCounts(violations: violations, warnings: 5)
          try session.put(ScreeningRow(manuscript: id, report: "{}", counts: counts, at: Cast.now))
        }
        for (paper, version) in [(Papers.looms, 3), (Papers.mills, 2), (Papers.withdrawn, 2)] {
          let answers = SubmissionAnswers(exceptions: ["journal-version": "Half is new."])
          try session.add(
            SubmissionVersionRow(
              version: version, content: SubmissionContent(title: "\"exceptions\":{\"", answers: answers), by: Cast.ada.id,
              at: .after(1)),
            authors: [Author(name: "Zoe"), Author(name: "Ada", email: "a@example.org", contact: true)], to: paper)
        }
      }
      func tables(_ person: Person) async throws -> ([ID<Submission>: [String]], [ID<Submission>: Int], [ID<Submission>]) {
        try await house.read { session in
          let claims = try session.claims(in: Cast.call, chairedBy: person.email)
          for claim in claims { #expect(claim.exceptions == ["journal-version"]) }
          return (
            try session.authorNames(in: Cast.call, chairedBy: person.email),
            try session.findingCounts(in: Cast.call, chairedBy: person.email).mapValues { $0.violations },
            claims.map(\.submission)
          )
        }
      }
      let open = try await tables(Cast.chair)
      #expect(open.0[Papers.looms] == ["Zoe", "Ada"] && open.0.count == 5)
      #expect(open.1 == [Papers.looms: 2, Papers.mills: 1, Papers.draft: 0])
      #expect(open.2 == [Papers.looms, Papers.mills])
      for person in Self.kept {
        let narrow = try await tables(person)
        #expect(narrow.0[Papers.looms] == nil && narrow.0.count == 4)
        #expect(narrow.1 == [Papers.mills: 1, Papers.draft: 0] && narrow.2 == [Papers.mills])
      }
      let contacts = try await house.read { try $0.contacts(in: Cast.call) }
      #expect(contacts[Papers.looms]?.map(\.email) == ["a@example.org"] && contacts[Papers.draft]?.map(\.name) == ["Ada"])
    }
  }

  @Test("C14: every answer to a claimed exception stays on record with who gave it", arguments: Adapter.allCases)
  func approvals(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { session in
        for (approved, second) in [(true, 1), (false, 2)] as [(Bool, Int64)] {
          try session.addApproval(
            of: "workshop-expansion", approved: approved, submission: Papers.looms, by: Cast.chair.id, at: .after(second))
        }
      }
      let history = try await house.read { try $0.approvalHistory(of: Papers.looms) }
      #expect(history.map(\.approved) == [true, false] && history.map(\.at) == [.after(1), .after(2)])
      #expect(history.first?.exception == "workshop-expansion" && history.first?.by == Cast.chair.id)
      #expect(
        try await house.read { try $0.answeredClaims(in: Cast.call, chairedBy: Cast.chair.email) } == [
          "s-looms workshop-expansion"
        ])
      #expect(try await house.read { try $0.answeredClaims(in: Cast.call, chairedBy: Cast.torn.email) } == [])
      #expect(try await house.read { try $0.answeredClaims(in: Cast.otherCall, chairedBy: Cast.chair.email) } == [])
    }
  }

  @Test("C23: a rejection without review can be taken back; both stay on record", arguments: Adapter.allCases)
  func reinstate(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { try $0.reinstate(Papers.rejected, by: Cast.chair.id, version: 1, at: .after(40)) }
      #expect(try await house.read { try $0.submission(Papers.rejected)?.facts.state } == .submitted)
      #expect(try await house.read { try $0.events(of: Papers.rejected).contains { $0.kind == .deskRejected } })
      let taken = try await house.read { try $0.reinstatements(of: Papers.rejected) }
      #expect(taken.map(\.at) == [.after(40)] && taken.map(\.by) == [Cast.chair.id])
      #expect(try await house.read { try $0.reinstatements(of: Papers.looms).count } == 0)
      let all = try await house.read { try $0.decisionVersions(of: Papers.rejected) }
      #expect(all.count == 0)
    }
  }

  @Test(
    "People are found by id, each once; bids on one paper by person; what is due of a reviewer by assignment",
    arguments: Adapter.allCases)
  func people(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await review(house)
      let asked = [Cast.ada.id, Cast.ben.id, Cast.ada.id, ID<Person>("nobody")]
      #expect(try await house.read { try $0.people(asked) } == [Cast.ada.id: Cast.ada, Cast.ben.id: Cast.ben])
      #expect(try await house.read { try $0.people([]) } == [:])
      let due = try await house.read { try $0.unreviewedAssignments(of: Cast.ron.id, in: Cast.call).map(\.submission) }
      #expect(due == [Papers.looms])
      #expect(try await house.read { try $0.unreviewedAssignments(of: Cast.ron.id, in: Cast.otherCall).count } == 0)
      try await house.write { session in
        for person in [Cast.ron, Cast.rita] {
          try session.put(BidRow(submission: Papers.mills, person: person.id, level: "eager"), at: Cast.now)
        }
      }
      #expect(try await house.read { try $0.bids(on: Papers.mills).map(\.person) } == [Cast.rita.id, Cast.ron.id])
      #expect(try await house.read { try $0.decisionVersions(of: Papers.mills).map(\.kind) } == ["reject", "accept"])
    }
  }

  @Test("An invitation that was declined can be set aside for a new one", arguments: Adapter.allCases)
  func retire(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { session in
        try session.add(
          InvitationRow(
            id: "i", call: Cast.call, email: "new@example.org", name: "", role: .reviewer, message: "", invitedBy: "c",
            invitedAt: Cast.now, expiresAt: .after(9)), tokenHash: "h")
        try session.answerInvitation("i", accepted: false, reason: "No time.", at: .after(1))
        for second in [2, 3] as [Int64] { try session.retireInvitation("i", at: .after(second)) }
      }
      let found = try await house.read { try $0.invitation("i", of: Cast.call) }
      #expect(found?.withdrawnAt == .after(2) && found?.accepted == false)
    }
  }

  @Test(
    "How many papers somebody has submitted is told a chair without those the chair is shut out from", arguments: Adapter.allCases
  )
  func submittedCounts(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let emails = [Cast.ada, Cast.ben, Cast.olga].map(\.email)
      func counts(_ chair: Person, beside paper: ID<Submission>? = nil) async throws -> [Int] {
        let counts = try await house.read {
          try $0.submittedCounts(of: emails, in: Cast.call, beside: paper, chairedBy: chair.email)
        }
        return emails.map { counts[$0] ?? 0 }
      }
      #expect(try await counts(Cast.chair) == [2, 1, 1])
      #expect(try await counts(Cast.chair, beside: Papers.rejected) == [1, 1, 1])
      for chair in Self.kept { #expect(try await counts(chair) == [1, 0, 1]) }
    }
  }

  @Test("Who leads discussions, and what they sum up, leave out papers the chair is shut out from", arguments: Adapter.allCases)
  func metareviews(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { session in
        for paper in [Papers.looms, Papers.mills] {
          let task = ID<Metareview>("m-\(paper)")
          let row = MetareviewTaskRow(id: task, submission: paper, person: Cast.rita.id, at: Cast.now, endedAt: nil)
          try session.add(row, by: Cast.chair.id)
          let text = MetareviewText(toAuthors: "A", toChairs: "B", recommendation: "")
          try session.add(MetareviewRow(task: task, version: 1, text: text, at: Cast.now))
        }
      }
      func papers(_ chair: Person) async throws -> [[ID<Submission>]] {
        try await house.read { session in
          [
            try session.metareviewTasks(in: Cast.call, chairedBy: chair.email).map(\.submission).sorted(),
            try session.metareviews(in: Cast.call, chairedBy: chair.email).keys.sorted(),
          ]
        }
      }
      let all = [Papers.looms, Papers.mills].sorted()
      #expect(try await papers(Cast.chair) == [all, all])
      for chair in Self.kept { #expect(try await papers(chair) == [[Papers.mills], [Papers.mills]]) }
    }
  }

  @Test("The keys of a call that rows refer to are told, so that none is taken away", arguments: Adapter.allCases)
  func storedKeys(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await review(house)
      try await house.write { session in
        try session.put(BidRow(submission: Papers.mills, person: Cast.rita.id, level: "eager"), at: Cast.now)
        try session.putExpertise(["agents": 1], of: Cast.rita.id, at: Cast.call, now: Cast.now)
      }
      let keys = try await house.read { try $0.storedKeys(of: Cast.call) }
      #expect(keys.conflictKinds == ["advisor", "personal"])
      #expect(keys.deskGrounds == ["scope"] && keys.bidLevels == ["eager"] && keys.decisions == ["reject", "accept"])
      #expect(keys.expertiseTopics == ["agents"] && keys.reviewedTracks == ["research"])
      let none = try await house.read { try $0.storedKeys(of: Cast.otherCall) }
      #expect(none.conflictKinds.isEmpty && none.decisions.isEmpty && none.reviewedTracks.isEmpty)
    }
  }
}
