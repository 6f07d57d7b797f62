import Foundation
import PeerReview
import Store

@testable import Conference

/// A conference in memory under the MLSys 2026 call: the real desks and rules, a clock that tests set, and random bytes
/// that follow from a seed. Its folder goes with it.
final class TestHouse: Sendable {
  let conference: Conference
  let clock: TestClock
  let call: Call
  let folder: String

  /// Opens the call, with a further section of its file or its text changed; the clock stands at the opening of submissions.
  static func open(
    returns: ReturnAddress? = nil, seed: UInt64 = 7, adding section: String = "", changing change: (String) -> String = { $0 }
  ) async throws
    -> TestHouse
  {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let stored = try String(contentsOf: root.appending(path: "calls/mlsys-2026.yaml"), encoding: .utf8)
    let text = change(stored) + (section.isEmpty ? "" : "\n" + section)
    let folder = FileManager.default.temporaryDirectory.appending(path: "lectern-house-\(UUID().uuidString)").path
    let clock = TestClock(Instant(seconds: 0))
    let conference = try await Conference.inMemory(
      folder: folder, settings: .init(site: "https://lectern.example.org", returns: returns), clock: clock,
      random: RehearsalRandom(seed: seed))
    let id = try await conference.openCall(text: text, file: "mlsys-2026.yaml", reason: "test").id
    let call = try await conference.call(id)
    clock.set(call.calendar.submission.opens)
    return TestHouse(conference: conference, clock: clock, call: call, folder: folder)
  }

  private init(conference: Conference, clock: TestClock, call: Call, folder: String) {
    self.conference = conference
    self.clock = clock
    self.call = call
    self.folder = folder
  }

  /// Where papers from elsewhere are kept for comparison.
  var corpusFolder: String { folder + "/corpus" }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Makes an account with the offices. The name's words make the address: "Ada Byron" is `ada.byron@example.org`.
  func person(_ name: String, _ roles: Role...) async throws -> Person {
    try await conference.act { [call] act in
      let email = name.lowercased().split(separator: " ").joined(separator: ".") + "@example.org"
      let person = try act.addPerson(email: email, name: name, affiliation: "Example University")
      for role in roles {
        try act.session.grant(role, to: person.id, at: call.id, id: act.newToken(), by: nil, now: act.now)
      }
      return person
    }
  }

  /// Reviewers named "Reviewer A", "Reviewer B" and so on.
  func reviewers(_ count: Int) async throws -> [Person] {
    var people: [Person] = []
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ".prefix(count) {
      people.append(try await person("Reviewer \(letter)", .reviewer))
    }
    return people
  }

  func chairDesk(_ person: Person) async throws -> ChairDesk {
    try conference.chairDesk(for: try await conference.viewer(person, at: call.id))
  }

  func reviewerDesk(_ person: Person) async throws -> ReviewerDesk {
    try conference.reviewerDesk(for: try await conference.viewer(person, at: call.id))
  }

  func authorDesk(_ person: Person) async throws -> AuthorDesk {
    conference.authorDesk(for: try await conference.viewer(person, at: call.id))
  }

  /// What a complete form says: every declaration and statement of the track answered.
  func entry(
    _ title: String, track: String = "research", topics: [String] = ["storage"], by person: Person,
    with coauthors: [Person] = [], conflicts: [Person] = []
  ) -> AuthorDesk.Entry {
    var answers = SubmissionAnswers()
    for declaration in call.track(track).map({ call.declarations(of: $0) }) ?? [] {
      switch declaration.answer {
      case .confirm: answers.declarations[declaration.key] = "yes"
      case .choose(let options): answers.declarations[declaration.key] = options.first?.key
      }
    }
    for statement in call.track(track)?.statements ?? [] { answers.statements[statement.key] = "In section 3." }
    let authors = [person] + coauthors
    return AuthorDesk.Entry(
      content: SubmissionContent(
        track: track, title: title, abstract: "About \(title).", topics: topics, answers: answers),
      authors: authors.map {
        Author(name: $0.name, email: $0.email, affiliation: $0.affiliation, contact: $0.id == person.id)
      },
      conflicts: conflicts.map { DeclaredConflict(email: $0.email, name: $0.name, kind: "advisor") })
  }

  /// Registers a paper, uploads its manuscript and submits it. The clock must stand in the submission period.
  @discardableResult
  func paper(
    _ title: String, track: String = "research", topics: [String] = ["storage"], by person: Person,
    with coauthors: [Person] = [], conflicts: [Person] = []
  ) async throws -> ID<Submission> {
    let desk = try await authorDesk(person)
    let id = try await desk.register(
      entry(title, track: track, topics: topics, by: person, with: coauthors, conflicts: conflicts))
    try await upload(.manuscript, "manuscript of \(title)", to: id, by: person)
    try await desk.submit(id)
    return id
  }

  func upload(_ slot: FileSlot, _ text: String, to id: ID<Submission>, by person: Person) async throws {
    let upload = try await authorDesk(person).beginUpload(to: slot, of: id)
    try upload.append(fileBytes(text, in: slot))
    _ = try await upload.finish()
  }

  /// A conflict between a person and a paper, as a chair records one.
  func conflict(_ person: Person, with paper: ID<Submission>) async throws {
    try await conference.act { act in
      try act.session.addConflict(
        id: act.newToken(), submission: paper, email: person.email, name: person.name, kind: "advisor", side: .chair,
        by: person.id, at: act.now)
    }
  }

  /// How well a person says they know the topics: 1 familiar, 2 expert.
  func expertise(_ person: Person, _ levels: [String: Int]) async throws {
    try await conference.act { [call] in try $0.session.putExpertise(levels, of: person.id, at: call.id, now: $0.now) }
  }

  func bid(_ person: Person, _ level: String, on paper: ID<Submission>) async throws {
    try await conference.act {
      try $0.session.put(BidRow(submission: paper, person: person.id, level: level), at: $0.now)
    }
  }

  /// Gives the paper to the people, pseudonyms in their order, and returns the assignments in that order.
  @discardableResult
  func assign(_ paper: ID<Submission>, to people: [Person]) async throws -> [ID<Assignment>] {
    try await conference.act { act in
      try people.enumerated().map { index, person in
        let id = act.newID(Assignment.self)
        try act.session.add(
          AssignmentRow(
            id: id, submission: paper, person: person.id, pseudonym: index + 1, at: act.now, endedAt: nil),
          by: "test")
        return id
      }
    }
  }

  /// As people write it, `#17`.
  func number(of paper: ID<Submission>) async throws -> String {
    try await conference.look { try $0.session.submission(paper)?.number.description ?? "" }
  }

  func assignments(of paper: ID<Submission>) async throws -> [AssignmentRow] {
    try await conference.look { try $0.session.assignments(of: paper) }
  }

  /// Every letter of a kind, oldest first.
  func letters(_ kind: String) async throws -> [StoredLetter] {
    try await conference.look { [call] in try $0.session.letters(of: call.id, kind: kind) }
  }

  /// How often an act stands in the record.
  func recorded(_ name: String) async throws -> Int {
    try await conference.look { [call] act in
      try act.session.audit(of: call.id, chairedBy: "", limit: 10_000, offset: 0).filter { $0.act == name }.count
    }
  }
}
