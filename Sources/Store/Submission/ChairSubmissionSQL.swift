public import PeerReview

extension SQL {
  /// Ids of the papers of a call that `keptFromChair` keeps from the address, as a subquery that is run once: for records and
  /// letters that name a paper by its id.
  static func shutOutPapers(_ email: String, in call: ID<Call>, at place: String = #function) -> SQL {
    "SELECT s.id FROM submission s WHERE s.call_id = \(call) AND \(raw: keptFromChair(email, at: place))"
  }

  /// Keeps rows to those of the people named; nil for everyone's.
  static func of(_ people: [ID<Person>]?, _ column: SQL = "g.person_id") -> SQL {
    if let people { "\(raw: column) IN \(list: people)" } else { "TRUE" }
  }
}

/// What is claimed by a paper that a chair may know of.
public struct ClaimRow: Sendable {
  public let submission: ID<Submission>
  /// Keys of the exceptions, sorted.
  public let exceptions: [String]
}

/// Reads the keys of claimed exceptions from a form's stored answers, `…"exceptions":{"journal-version":"Half is new."},…`:
/// a dashboard needs none of the texts. Within people's words every quotation mark is escaped, so that the opening can only
/// be the field.
enum ClaimText {
  private struct Claimed: Decodable {
    let exceptions: [String: String]
  }

  /// Sorted. Answers that are written otherwise are decoded in full.
  static func read(_ text: String) throws -> [String] {
    var text = text
    if let keys = text.withUTF8({ quickly($0) }) { return keys.sorted() }
    let claimed: Claimed = try JSONText.decode(text)
    return claimed.exceptions.keys.sorted()
  }

  private static func quickly(_ bytes: UnsafeBufferPointer<UInt8>) -> [String]? {
    guard var rest = after(Array("\"exceptions\":{".utf8), in: bytes[...]) else { return nil }
    var keys: [String] = []
    while let key = string(&rest), rest.popFirst() == UInt8(ascii: ":"), string(&rest) != nil {
      keys.append(String(decoding: key, as: UTF8.self))
      switch rest.popFirst() {
      case UInt8(ascii: ","): continue
      case UInt8(ascii: "}"): return keys.contains { $0.contains("\\") } ? nil : keys
      default: return nil
      }
    }
    return nil
  }

  private static func after(_ opening: [UInt8], in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>>?
  {
    var rest = bytes
    while let quote = rest.firstIndex(of: opening[0]) {
      rest = rest[quote...]
      if rest.starts(with: opening) { return rest.dropFirst(opening.count) }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// The bytes between the quotation marks that `rest` begins with, which is then past them.
  private static func string(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>>? {
    guard rest.popFirst() == UInt8(ascii: "\"") else { return nil }
    let start = rest
    var isEscaped = false
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\""), !isEscaped { return start[start.startIndex..<(rest.startIndex - 1)] }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return nil
  }
}

/// A chair's answer to a claimed exception.
public struct ApprovalRow: Sendable {
  public let exception: String
  public let approved: Bool
  public let by: ID<Person>
  public let at: Instant
}

extension Session {
  /// Names in the order printed, by paper, over papers a chair with this address may know of.
  public func authorNames(
    in call: ID<Call>, chairedBy email: String, among papers: [ID<Submission>]? = nil
  ) throws -> [ID<Submission>: [String]] {
    let all = try rows(
      """
      SELECT b.submission_id, b.name FROM submission s
        JOIN authorship b ON b.submission_id = s.id AND b.version = s.current_version
      WHERE \(raw: SQL.known(to: email, in: call, among: papers))
      ORDER BY b.submission_id, b.position
      """
    ) { (paper: try $0.id(0, of: Submission.self), name: try $0.text(1)) }
    return Dictionary(grouping: all, by: \.paper).mapValues { $0.map(\.name) }
  }

  /// Findings in the screened newest files of each paper's slots, over papers a chair with this address may know of.
  /// Papers without a screened file are left out.
  public func findingCounts(
    in call: ID<Call>, chairedBy email: String, among papers: [ID<Submission>]? = nil
  ) throws -> [ID<Submission>: FindingCounts] {
    let all = try rows(
      """
      SELECT m.submission_id, r.violations, r.warnings
      FROM submission s JOIN manuscript m ON m.submission_id = s.id JOIN screening r ON r.manuscript_id = m.id
      WHERE \(raw: SQL.known(to: email, in: call, among: papers)) AND m.version = (
        SELECT max(n.version) FROM manuscript n WHERE n.submission_id = m.submission_id AND n.slot = m.slot)
      """
    ) { (try $0.id(0, of: Submission.self), FindingCounts(violations: try $0.int(1), warnings: try $0.int(2))) }
    return Dictionary(all, uniquingKeysWith: +)
  }

  /// Claimed exceptions of papers still in the process that a chair with this address may know of.
  public func claims(in call: ID<Call>, chairedBy email: String) throws -> [ClaimRow] {
    try rows(
      """
      SELECT s.id, v.answers FROM \(raw: SQL.submissionTables)
      WHERE s.call_id = \(call) AND s.withdrawn_at IS NULL AND s.desk_rejected_at IS NULL
        AND v.claims AND NOT \(raw: SQL.keptFromChair(email))
      ORDER BY s.number
      """
    ) { ClaimRow(submission: try $0.id(0), exceptions: try ClaimText.read($0.text(1))) }
  }

  /// Every answer of the chairs to claims of a paper, oldest first.
  public func approvalHistory(of submission: ID<Submission>) throws -> [ApprovalRow] {
    try rows(
      """
      SELECT exception, approved, by_person, at FROM exception_approval
      WHERE submission_id = \(submission) ORDER BY at, exception
      """
    ) {
      ApprovalRow(exception: try $0.text(0), approved: try $0.bool(1), by: try $0.id(2), at: try $0.instant(3))
    }
  }

  /// Paper and key of every claim that a chair has answered, over papers a chair with this address may know of.
  public func answeredClaims(in call: ID<Call>, chairedBy email: String) throws -> Set<String> {
    Set(
      try rows(
        """
        SELECT e.submission_id, e.exception FROM exception_approval e JOIN submission s ON s.id = e.submission_id
        WHERE \(raw: SQL.known(to: email, in: call))
        """
      ) { "\(try $0.text(0)) \(try $0.text(1))" })
  }

  /// Takes a rejection without review back; both stay on record.
  public func reinstate(_ id: ID<Submission>, by: ID<Person>, version: Int, at now: Instant) throws {
    try execute(
      """
      INSERT INTO submission_event (submission_id, number, kind, by_person, at, version, ground, note)
      SELECT \(id), coalesce(max(number), 0) + 1, 'reinstated', \(by), \(now), \(version), '', ''
      FROM submission_event WHERE submission_id = \(id)
      """)
    try execute("UPDATE submission SET desk_rejected_at = NULL WHERE id = \(id)")
  }

  /// When rejections without review were taken back and by whom, oldest first.
  public func reinstatements(of id: ID<Submission>) throws -> [(by: ID<Person>?, at: Instant)] {
    try rows(
      """
      SELECT by_person, at FROM submission_event WHERE submission_id = \(id) AND kind = 'reinstated' ORDER BY number
      """
    ) { (by: try $0.idOrNull(0, of: Person.self), at: try $0.instant(1)) }
  }
}
