import Foundation
import PeerReview
import Store
import Synchronization

@testable import Conference

/// The server's clock as a test sets it.
final class StageClock: ServerClock {
  private let moment = Mutex(Instant(seconds: 0))

  var now: Instant { moment.withLock { $0 } }

  func set(_ now: Instant) { moment.withLock { $0 = now } }
}

/// A small conference under the MLSys call, in memory: two chairs, three reviewers, and papers by authors with marked
/// names.
struct ReviewStage {
  let conference: Conference
  let clock: StageClock
  let call: Call
  let chair: Person
  let otherChair: Person
  let rita: Person
  let ron: Person
  let ruth: Person
  let author: Person

  /// Stands in every name, address and affiliation of an author, and nowhere else.
  static let authorMark = "Canaryauthor"
  /// Stands in every name and address of a reviewer or chair, and nowhere else.
  static let committeeMark = "Canarycommittee"

  static func open(author: String = "ada") async throws -> ReviewStage {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "calls/mlsys-2026.yaml"), encoding: .utf8)
    let folder = FileManager.default.temporaryDirectory.appending(path: "lectern-review-\(UUID().uuidString)").path
    let clock = StageClock()
    let conference = try await Conference.inMemory(
      folder: folder, settings: .init(site: "https://lectern.example.org"), clock: clock,
      random: RehearsalRandom(seed: 7))
    let id = try await conference.openCall(text: text, file: "mlsys-2026.yaml", reason: "test").id
    let call = try await conference.call(id)
    clock.set(call.calendar.submission.opens)
    func person(_ name: String, _ role: Role?) async throws -> Person {
      let mark = role == nil ? authorMark : committeeMark
      return try await conference.act { act in
        let person = try act.addPerson(
          email: "\(name)@\(mark.lowercased()).example", name: "\(name.capitalized) \(mark)",
          affiliation: "\(mark) University")
        if let role { try act.session.grant(role, to: person.id, at: id, id: act.newToken(), by: nil, now: act.now) }
        return person
      }
    }
    return ReviewStage(
      conference: conference, clock: clock, call: call, chair: try await person("clara", .chair),
      otherChair: try await person("cyril", .chair), rita: try await person("rita", .reviewer),
      ron: try await person("ron", .reviewer), ruth: try await person("ruth", .reviewer),
      author: try await person(author, nil))
  }

  func desk(_ person: Person) async throws -> ReviewerDesk {
    try conference.reviewerDesk(for: try await conference.viewer(person, at: call.id))
  }

  /// Registers, uploads and submits a paper, on the clock of the submission period.
  func paper(
    _ title: String, track: String = "research", by person: Person? = nil, conflicts: [Person] = [],
    claims: [String: String] = [:]
  ) async throws -> ID<Submission> {
    let person = person ?? author
    let desk = conference.authorDesk(for: try await conference.viewer(person, at: call.id))
    var answers = SubmissionAnswers(exceptions: claims, preprint: "https://example.org/\(Self.authorMark)")
    for declaration in call.declarations {
      switch declaration.answer {
      case .confirm: answers.declarations[declaration.key] = "yes"
      case .choose(let options): answers.declarations[declaration.key] = options.first?.key
      }
    }
    for statement in call.track(track)?.statements ?? [] { answers.statements[statement.key] = "In section 3." }
    let entry = AuthorDesk.Entry(
      content: SubmissionContent(
        track: track, title: title, abstract: "About \(title).", keywords: ["caching"], topics: ["storage"],
        answers: answers),
      authors: [
        Author(name: person.name, email: person.email, affiliation: person.affiliation, contact: true),
        Author(
          name: "Second \(Self.authorMark)", email: "second@\(Self.authorMark.lowercased()).example",
          affiliation: "\(Self.authorMark) Laboratory"),
      ],
      conflicts: conflicts.map { DeclaredConflict(email: $0.email, name: $0.name, kind: "advisor") })
    let id = try await desk.register(entry)
    for slot in claims.isEmpty ? [FileSlot.manuscript, .appendix] : [.manuscript, .appendix, .workshop] {
      try await upload(slot, "first \(slot.rawValue) of \(title)", to: id, by: desk)
    }
    try await desk.submit(id)
    return id
  }

  func upload(_ slot: FileSlot, _ text: String, to id: ID<Submission>, by desk: AuthorDesk) async throws {
    let upload = try await desk.beginUpload(to: slot, of: id)
    try upload.append(fileBytes(text, in: slot))
    _ = try await upload.finish()
  }

  /// Gives the paper to the people, as a released plan does, and returns the assignments in that order.
  func assign(_ paper: ID<Submission>, to people: [Person]) async throws -> [ID<Assignment>] {
    try await conference.act { act in
      try people.enumerated().map { index, person in
        let id = act.newID(Assignment.self)
        try act.session.add(
          AssignmentRow(
            id: id, submission: paper, person: person.id, pseudonym: index + 1, at: act.now, endedAt: nil),
          by: chair.id.text)
        return id
      }
    }
  }

  /// As people write it, `#17`.
  func number(of paper: ID<Submission>) async throws -> String {
    try await conference.look { try $0.session.submission(paper)?.number.description ?? "" }
  }

  /// Does what is due, the copies for reviewers among it.
  func runDue(_ inspector: (any Inspector)? = nil) async throws {
    let inspector = try inspector ?? FixedInspector(seeing: "conforming")
    try await conference.jobRunner(inspector: inspector, transport: MemoryTransport()).runDue()
  }

  /// Every question of the track answered; `marked` stands in each text.
  func answers(_ marked: String, track: String = "research") -> ReviewAnswers {
    guard let form = call.track(track)?.reviewForm else { return ReviewAnswers() }
    return ReviewAnswers(
      scores: Dictionary(uniqueKeysWithValues: form.scored.map { ($0.key, 3) }),
      texts: Dictionary(uniqueKeysWithValues: form.texts.map { ($0.key, "\($0.key): \(marked)") }))
  }

  /// A conflict between a person and a paper, as a chair records one.
  func conflict(_ person: Person, with paper: ID<Submission>) async throws {
    try await conference.act { act in
      try act.session.addConflict(
        id: act.newToken(), submission: paper, email: person.email, name: person.name, kind: "advisor", side: .chair,
        by: chair.id, at: act.now)
    }
  }

  /// Every letter of a kind, oldest first.
  func letters(_ kind: String) async throws -> [StoredLetter] {
    try await conference.look { try $0.session.letters(of: call.id, kind: kind) }
  }

  /// How often an act stands in the record.
  func recorded(_ act: String) async throws -> Int {
    try await conference.look { look in
      try look.session.audit(of: call.id, chairedBy: "", limit: 1_000, offset: 0).filter { $0.act == act }.count
    }
  }

  var bidding: Instant { call.calendar.bidding.opens }
  var reviewing: Instant { call.calendar.reviewing.opens }
}

/// Everything a value holds, all the way down, as text.
func contents(of value: Any) -> String {
  var text = ""
  dump(value, to: &text)
  return text
}
