import PeerReview
import Store
import Testing

@Suite("Facts that must not exist are found")
struct InvariantSQLTests {
  private let period = Period(opens: Cast.now, closes: .after(100))

  /// Everything the invariants ask for, by name, as it should be: nothing.
  private func violations(_ house: House) async throws -> [String: [String]] {
    let period = period
    return try await house.read { session in
      [
        "manuscript": try session.submittedWithoutManuscript(in: Cast.call),
        "contact": try session.submittedWithoutContact(in: Cast.call),
        "uploads": try session.uploadsOutside(period, in: Cast.call),
        "saves": try session.savesOutside(period, in: Cast.call),
        "assignments": try session.forbiddenAssignments(in: Cast.call),
        "loads": try session.loads(over: 2, in: Cast.call),
        "reviews": try session.reviewsOutside(period, in: Cast.call),
        "responses": try session.responsesOutside(period, in: Cast.call),
      ].filter { !$0.value.isEmpty }
    }
  }

  private func upload(_ house: House, _ id: String, _ paper: ID<Submission>, slot: FileSlot = .manuscript, at now: Instant)
    async throws
  {
    try await house.write {
      try $0.add(
        ManuscriptRow(
          id: ID(id), submission: paper, slot: slot, version: 1, sha256: "aa", sizeBytes: 1, by: Cast.ada.id, at: now))
    }
  }

  private func uploadAll(_ house: House) async throws {
    for paper in Papers.all { try await upload(house, "m-\(paper)", paper, at: Cast.now) }
  }

  @Test("A final version counts as late from the day it was due, unless a chair gave more time", arguments: Adapter.allCases)
  func finals(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      func late() async throws -> [String] {
        try await house.read { try $0.finalUploadsOutside(due: .after(300), in: Cast.call) }
      }
      try await upload(house, "m-early", Papers.looms, slot: .final, at: .after(150))
      #expect(try await late() == ["m-early"], "decisions are not released")
      try await house.write { try $0.releaseDecisions(of: Cast.call, by: Cast.chair.id, at: .after(200)) }
      #expect(try await late() == ["m-early"], "it came before the release")
      try await upload(house, "m-due", Papers.mills, slot: .final, at: .after(300))
      try await upload(house, "m-in-time", Papers.mills, slot: .source, at: .after(299))
      #expect(try await late() == ["m-due", "m-early"])
      try await house.write {
        try $0.addCameraExtension(of: Papers.mills, until: .after(301), by: Cast.chair.id, at: .after(250))
      }
      #expect(try await late() == ["m-early"])
      #expect(try await violations(house)["uploads"] == nil, "files of final versions are no late manuscripts")
    }
  }

  @Test("A sound conference has none, at the first and last microsecond of each period too", arguments: Adapter.allCases)
  func sound(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await uploadAll(house)
      let last = Instant.after(100).adding(Span(microseconds: -1))
      try await upload(house, "m-last", Papers.looms, slot: .appendix, at: last)
      try await house.write { session in
        try session.version(3, of: Papers.looms, title: "T", authors: [Cast.ada], contact: Cast.ada, at: last)
        for (person, pseudonym, at) in [(Cast.rita, 1, Cast.now), (Cast.ron, 2, last)] {
          let assignment = try session.assign(person, to: Papers.looms, pseudonym: pseudonym)
          try session.add(ReviewRow(assignment: assignment, version: 1, callVersion: 1, answers: ReviewAnswers(), at: at))
        }
        _ = try session.assign(Cast.rita, to: Papers.mills, pseudonym: 1)
        try session.addResponse("r", to: Papers.looms, by: Cast.ada.id, at: last)
        try session.addResponse("r", to: Papers.mills, by: Cast.olga.id, at: Cast.now)
      }
      #expect(try await violations(house) == [:])
    }
  }

  @Test("A submitted paper without a manuscript or without a contact", arguments: Adapter.allCases)
  func incomplete(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      for paper in Papers.all where paper != Papers.looms { try await upload(house, "m-\(paper)", paper, at: Cast.now) }
      try await upload(house, "m-only-appendix", Papers.looms, slot: .appendix, at: Cast.now)
      #expect(try await violations(house) == ["manuscript": ["s-looms"]])
      try await house.write {
        try $0.version(2, of: Papers.mills, title: "T", authors: [Cast.olga], contact: Cast.ada, at: .after(1))
      }
      #expect(try await violations(house) == ["manuscript": ["s-looms"], "contact": ["s-mills"]])
    }
  }

  @Test(
    "C10: uploads, saves and submissions before a period opens or from the microsecond it closes", arguments: Adapter.allCases)
  func late(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await uploadAll(house)
      try await upload(house, "m-early", Papers.looms, slot: .appendix, at: Cast.now.adding(Span(microseconds: -1)))
      try await upload(house, "m-late", Papers.mills, slot: .appendix, at: .after(100))
      #expect(try await violations(house) == ["uploads": ["m-early", "m-late"]])
      try await house.write {
        try $0.version(3, of: Papers.looms, title: "T", authors: [Cast.ada], contact: Cast.ada, at: .after(100))
      }
      #expect(try await violations(house)["saves"] == ["s-looms"])
      try await house.write {
        try $0.add(SubmissionEventRow(kind: .submitted, by: Cast.olga.id, at: .after(100), version: 1), to: Papers.mills)
      }
      #expect(try await violations(house)["saves"] == ["s-looms", "s-mills"])
    }
  }

  @Test(
    "C19: an assignment to an author of any version or a person in conflict, and loads over the limit",
    arguments: Adapter.allCases)
  func assignments(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await uploadAll(house)
      try await house.write { session in
        for (place, person) in [Cast.ben, Cast.fay, Cast.rex, Cast.uma].enumerated() {
          _ = try session.assign(person, to: Papers.looms, pseudonym: place + 1)
        }
        let ended = try session.assign(Cast.ada, to: Papers.looms, pseudonym: 9)
        try session.endAssignment(ended, reason: "author", at: .after(1))
      }
      #expect(try await violations(house) == ["assignments": ["a-s-looms-1", "a-s-looms-2", "a-s-looms-3", "a-s-looms-4"]])
      try await house.write { session in
        for paper in Papers.all.dropFirst().prefix(3) { _ = try session.assign(Cast.rita, to: paper, pseudonym: 1) }
        for paper in Papers.all.dropFirst().prefix(2) { _ = try session.assign(Cast.ron, to: paper, pseudonym: 2) }
      }
      #expect(try await violations(house)["loads"] == ["id-rita"])
    }
  }

  @Test("C11: reviews and responses outside their periods", arguments: Adapter.allCases)
  func reviews(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await uploadAll(house)
      try await house.write { session in
        for (person, pseudonym, at) in [
          (Cast.rita, 1, Instant.after(100)), (Cast.ron, 2, Cast.now.adding(Span(microseconds: -1))), (Cast.olga, 3, .after(50)),
        ] {
          let assignment = try session.assign(person, to: Papers.looms, pseudonym: pseudonym)
          try session.add(ReviewRow(assignment: assignment, version: 1, callVersion: 1, answers: ReviewAnswers(), at: at))
        }
        try session.addResponse("r", to: Papers.looms, by: Cast.ada.id, at: .after(100))
      }
      #expect(try await violations(house) == ["reviews": ["a-s-looms-1", "a-s-looms-2"], "responses": ["s-looms"]])
    }
  }
}
