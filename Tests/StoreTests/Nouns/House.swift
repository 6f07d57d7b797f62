import Foundation
import PeerReview
import Store
import Testing

/// The people and papers the tests of the nouns' SQL are about. Addresses are folded, as the desks fold them.
enum Cast {
  static let call = ID<Call>("mlsys-2026")
  static let otherCall = ID<Call>("other-2026")
  static let now = Instant(seconds: 1_760_000_000)

  static let chair = person("carla")
  /// A chair in conflict with `Papers.looms`.
  static let torn = person("tom")
  /// Contact of `Papers.looms`, `Papers.draft`, `Papers.withdrawn` and `Papers.rejected`.
  static let ada = person("ada")
  /// Listed on the current version of `Papers.looms`, no contact.
  static let ben = person("ben")
  /// Listed on the first version of `Papers.looms` only.
  static let fay = person("fay")
  /// Declared in conflict by the authors of `Papers.looms`.
  static let rex = person("rex")
  /// Reviewers without any conflict.
  static let rita = person("rita")
  static let ron = person("ron")
  /// Contact of `Papers.mills`.
  static let olga = person("olga")
  /// A chair who declared a conflict with Fay, so with `Papers.looms` too.
  static let uma = person("uma")
  static let everyone = [chair, torn, ada, ben, fay, rex, rita, ron, olga, uma]
  /// Who is kept from `Papers.looms`, in the order of addresses.
  static let shutOut = [ada, ben, fay, rex, torn, uma]

  static func person(_ name: String) -> Person {
    Person(
      id: ID("id-\(name)"), email: "\(name)@example.org", name: name.capitalized, affiliation: "University of \(name)",
      orcid: "", timeZone: "")
  }
}

/// One paper in each state; `looms` and `mills` are in the process.
enum Papers {
  static let looms = ID<Submission>("s-looms")
  static let mills = ID<Submission>("s-mills")
  static let draft = ID<Submission>("s-draft")
  static let withdrawn = ID<Submission>("s-withdrawn")
  static let rejected = ID<Submission>("s-rejected")
  static let all = [looms, mills, draft, withdrawn, rejected]
}

extension Instant {
  /// `seconds` after the moment the fixture's papers came in.
  static func after(_ seconds: Int64) -> Instant { Cast.now.adding(.seconds(seconds)) }
}

/// A migrated database with the cast and the papers. Each statement is held to the SQL both engines share, the rule on
/// ordering by columns that may be NULL included.
struct House: Sendable {
  let database: any Database

  @discardableResult
  func write<Value: Sendable>(_ body: @escaping @Sendable (Session) throws -> Value) async throws -> Value {
    try await database.write { try body(Session(OrderedSession(inner: $0))) }
  }

  func read<Value: Sendable>(_ body: @escaping @Sendable (Session) throws -> Value) async throws -> Value {
    try await database.read { try body(Session(OrderedSession(inner: $0))) }
  }
}

extension Adapter {
  /// Runs `body` on a database of its own that holds the cast and the papers.
  func withHouse(_ body: (House) async throws -> Void) async throws {
    try await withDatabase { database in
      let house = House(database: database)
      try await house.write { session in
        try Schema.migrate(session, Schema.migrations, at: Cast.now)
        try session.openCall(Cast.call, at: Cast.now)
        try session.openCall(Cast.otherCall, at: .after(1))
        for person in Cast.everyone { try session.add(person, at: Cast.now) }
        for chair in [Cast.chair, Cast.torn, Cast.uma] { try session.grant(.chair, to: chair) }
        for reviewer in [Cast.rita, Cast.ron, Cast.rex, Cast.fay, Cast.ben] { try session.grant(.reviewer, to: reviewer) }
        try session.addPapers()
      }
      try await body(house)
    }
  }
}

/// Refuses to order by a column that may be NULL without saying where NULL goes: the engines differ there.
private struct OrderedSession: SessionEngine {
  let inner: Session

  func each(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    try check(sql)
    try inner.each(sql, row)
  }

  func execute(_ sql: SQL) throws -> Int {
    try check(sql)
    return try inner.execute(sql)
  }

  private func check(_ sql: SQL) throws {
    let violations = SQLSubset.violations(in: sql.text, nullableColumns: Self.nullable)
    #expect(violations.filter { $0.rule == .nullsOrder } == [], "\(sql.text)")
  }

  /// Columns that may be NULL in every table that has them.
  private static let nullable: Set<String> = {
    var nullable: Set<String> = []
    var never: Set<String> = []
    for line in Schema.migrations.flatMap(\.statements).joined(separator: "\n").split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count >= 2, ["TEXT", "BIGINT", "BOOLEAN", "TEXT,", "BIGINT,", "BOOLEAN,"].contains(words[1]) else { continue }
      if line.contains("NOT NULL") || line.contains("PRIMARY KEY") {
        never.insert(String(words[0]))
      } else {
        nullable.insert(String(words[0]))
      }
    }
    return nullable.subtracting(never)
  }()
}

extension Session {
  func grant(_ role: Role, to person: Person) throws {
    try grant(role, to: person.id, at: Cast.call, id: "\(role.rawValue)-\(person.id)", by: nil, now: Cast.now)
  }

  func assign(_ person: Person, to submission: ID<Submission>, pseudonym: Int, at now: Instant = Cast.now) throws -> ID<
    Assignment
  > {
    let id = ID<Assignment>("a-\(submission)-\(pseudonym)")
    try add(
      AssignmentRow(id: id, submission: submission, person: person.id, pseudonym: pseudonym, at: now, endedAt: nil),
      by: Cast.chair.id.text)
    return id
  }

  func version(
    _ version: Int, of submission: ID<Submission>, title: String, authors: [Person], contact: Person, at now: Instant = Cast.now
  ) throws {
    var content = SubmissionContent(track: "research", title: title, abstract: "We weave.", keywords: ["k"], topics: ["storage"])
    content.answers.statements = ["s": "text \(version)"]
    try add(
      SubmissionVersionRow(version: version, content: content, by: contact.id, at: now),
      authors: authors.map {
        Author(name: $0.name, email: $0.email, affiliation: $0.affiliation, orcid: $0.orcid, contact: $0 == contact)
      }, to: submission)
  }

  fileprivate func addPapers() throws {
    for (place, id) in Papers.all.enumerated() {
      let contact = id == Papers.mills ? Cast.olga : Cast.ada
      try addSubmission(
        id, call: Cast.call, number: SubmissionNumber(try countSubmissions(in: Cast.call) + 1), formKey: "form-\(place)",
        by: contact.id, at: Cast.now)
      let authors = id == Papers.looms ? [Cast.ada, Cast.ben, Cast.fay] : [contact]
      try version(1, of: id, title: "Paper \(place + 1)", authors: authors, contact: contact)
      try add(SubmissionEventRow(kind: .registered, by: contact.id, at: Cast.now, version: 1), to: id)
      if id == Papers.draft { continue }
      try add(SubmissionEventRow(kind: .submitted, by: contact.id, at: Cast.now, version: 1), to: id)
    }
    try version(2, of: Papers.looms, title: "Looms that learn", authors: [Cast.ada, Cast.ben], contact: Cast.ada, at: .after(10))
    try add(SubmissionEventRow(kind: .withdrawn, by: Cast.ada.id, at: .after(20), version: 1), to: Papers.withdrawn)
    try add(
      SubmissionEventRow(kind: .deskRejected, by: Cast.chair.id, at: .after(30), version: 1, ground: "scope", note: "No."),
      to: Papers.rejected)
    try declare(Cast.rex, side: .author)
    try declare(Cast.torn, side: .chair)
    try addPersonConflict(
      id: "k-uma", DeclaredConflict(email: Cast.fay.email, name: "Fay", kind: "personal"), of: Cast.uma.email, in: Cast.call,
      at: Cast.now)
  }

  /// A standing conflict with `looms`.
  func declare(_ person: Person, side: ConflictSide, id: String? = nil) throws {
    try addConflict(
      id: id ?? "c-\(side.rawValue)-\(person.id)", submission: Papers.looms, email: person.email, name: person.name,
      kind: "advisor", side: side, by: Cast.ada.id, at: Cast.now)
  }
}
