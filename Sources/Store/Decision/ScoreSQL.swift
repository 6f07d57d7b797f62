public import PeerReview

/// How a paper's standing reviews stand, without their texts.
public struct ReviewTally: Sendable {
  public let submission: ID<Submission>
  /// Standing assignments.
  public let assigned: Int
  /// Those whose review is in.
  public let reviewed: Int
  let grades: Grades

  enum Grades {
    case kept(GradeText)
    case read([[String: Int]])
  }

  /// For each review, by pseudonym, the grade of its last version by the first of its criteria that is among the keys.
  public func grades(_ keys: Set<String>) -> [Int] {
    switch grades {
    case .kept(let text): text.values(of: keys)
    case .read(let reviews): reviews.compactMap { $0.filter { keys.contains($0.key) }.min { $0.key < $1.key }?.value }
    }
  }
}

extension Session {
  /// Of every paper a chair with this address may know of.
  public func reviewTallies(
    in call: ID<Call>, chairedBy email: String, among papers: [ID<Submission>]? = nil
  ) throws -> [ReviewTally] {
    try rows(
      """
      SELECT s.id, s.assigned, s.reviewed, s.grades FROM submission s
      WHERE \(raw: SQL.known(to: email, in: call, among: papers))
      """
    ) { row in
      let kept = GradeText(try row.text(3))
      let paper: ID<Submission> = try row.id(0)
      return ReviewTally(
        submission: paper, assigned: try row.int(1), reviewed: try row.int(2),
        grades: kept.isUnread ? .read(try standingScores(of: paper)) : .kept(kept))
    }
  }

  /// Keeps beside the paper what a review tells that came in, and beside the assignment when its first version did. Other
  /// reviews are not read: what is done here for one reviewer is not to depend on them.
  func tally(_ row: ReviewRow) throws {
    let isFirst = row.version == 1
    if isFirst { try execute("UPDATE assignment SET reviewed_at = \(row.at) WHERE id = \(row.assignment)") }
    let scores = row.answers.scores
    try changeTally(of: row.assignment, assigned: 0, reviewed: isFirst ? 1 : 0) { grades, pseudonym in
      grades.put(scores, of: pseudonym)
    }
  }

  /// The same for an assignment that is about to end.
  func untally(_ assignment: ID<Assignment>) throws {
    // Counted, so that it is one row either way.
    let reviewed = try count("SELECT count(*) FROM review WHERE assignment_id = \(assignment) AND version = \(1)")
    try changeTally(of: assignment, assigned: -1, reviewed: -reviewed) { grades, pseudonym in
      grades.put(nil, of: pseudonym)
    }
  }

  private func changeTally(
    of assignment: ID<Assignment>, assigned: Int, reviewed: Int, _ change: (inout GradeText, Int) -> Void
  ) throws {
    let standing = try first(
      """
      SELECT s.id, s.grades, g.pseudonym FROM assignment g JOIN submission s ON s.id = g.submission_id
      WHERE g.id = \(assignment) AND g.ended_at IS NULL
      """
    ) { (paper: try $0.id(0, of: Submission.self), grades: GradeText(try $0.text(1)), pseudonym: try $0.int(2)) }
    guard var standing else { return }
    change(&standing.grades, standing.pseudonym)
    try execute(
      """
      UPDATE submission SET grades = \(standing.grades.text), assigned = assigned + \(assigned), reviewed = reviewed + \(reviewed)
      WHERE id = \(standing.paper)
      """)
  }

  /// Scores of the last version of every standing review of a paper, by pseudonym.
  private func standingScores(of paper: ID<Submission>) throws -> [[String: Int]] {
    try rows(
      """
      SELECT r.answers FROM assignment g JOIN review r ON r.assignment_id = g.id
      WHERE g.submission_id = \(paper) AND g.ended_at IS NULL
        AND r.version = (SELECT max(q.version) FROM review q WHERE q.assignment_id = g.id)
      ORDER BY g.pseudonym
      """
    ) { try ScoreText.read($0.text(0)) }
  }

  /// When each standing review of the papers in the process that a chair with this address may know of first came in, earliest
  /// first.
  public func reviewTimes(in call: ID<Call>, chairedBy email: String) throws -> [Instant] {
    try rows(
      """
      SELECT g.reviewed_at FROM submission s JOIN assignment g ON g.submission_id = s.id
      WHERE \(raw: SQL.known(to: email, in: call)) AND \(raw: SQL.underReview)
        AND g.ended_at IS NULL AND g.reviewed_at IS NOT NULL
      """
    ) { try $0.instant(0) }.sorted()
  }

  /// Responses to papers in the process that a chair with this address may know of.
  public func countResponses(in call: ID<Call>, chairedBy email: String) throws -> Int {
    try count(
      """
      SELECT count(*) FROM response r JOIN submission s ON s.id = r.submission_id
      WHERE s.call_id = \(call) AND \(raw: SQL.underReview) AND NOT \(raw: SQL.keptFromChair(email))
      """)
  }

  /// Every version of every decision on papers a chair with this address may know of, by paper, oldest first.
  public func decisionVersions(in call: ID<Call>, chairedBy email: String) throws -> [ID<Submission>: [DecisionRow]] {
    let all = try rows(
      """
      SELECT d.submission_id, d.version, d.kind, d.note, d.by_person, d.at
      FROM submission s JOIN decision d ON d.submission_id = s.id
      WHERE s.call_id = \(call) AND NOT \(raw: SQL.keptFromChair(email)) ORDER BY d.submission_id, d.version
      """, Self.decisionVersion)
    return Dictionary(grouping: all, by: \.submission)
  }

  /// Every version of the decision on one paper, oldest first.
  public func decisionVersions(of submission: ID<Submission>) throws -> [DecisionRow] {
    try rows(
      """
      SELECT submission_id, version, kind, note, by_person, at FROM decision
      WHERE submission_id = \(submission) ORDER BY version
      """, Self.decisionVersion)
  }

  /// Contacts of the current version of every paper of a call, in the order printed: for release, never for a viewer.
  public func contacts(in call: ID<Call>) throws -> [ID<Submission>: [(name: String, email: String)]] {
    try contacts(.every(in: call))
  }

  /// Those of papers a chair with this address may know of.
  public func contacts(
    in call: ID<Call>, chairedBy email: String
  ) throws -> [ID<Submission>: [(name: String, email: String)]] {
    try contacts(.known(to: email, in: call))
  }

  private func contacts(_ papers: SQL) throws -> [ID<Submission>: [(name: String, email: String)]] {
    let all = try rows(
      """
      SELECT b.submission_id, b.name, b.email FROM submission s
        JOIN authorship b ON b.submission_id = s.id AND b.version = s.current_version
      WHERE \(raw: papers) AND b.contact ORDER BY b.submission_id, b.position
      """
    ) { (paper: try $0.id(0, of: Submission.self), name: try $0.text(1), email: try $0.text(2)) }
    return Dictionary(grouping: all, by: \.paper).mapValues { $0.map { (name: $0.name, email: $0.email) } }
  }

  private static func decisionVersion(_ row: Row) throws -> DecisionRow {
    DecisionRow(
      submission: try row.id(0), version: try row.int(1), kind: try row.text(2), note: try row.text(3),
      by: try row.id(4), at: try row.instant(5))
  }
}

/// Reads the scores at the beginning of stored answers, `{"scores":{"novelty":3,…},"texts":…`: a table of thousands of
/// reviews needs no texts.
enum ScoreText {
  private static let opening = Array("{\"scores\":{".utf8)
  private static let quote = UInt8(ascii: "\"")

  /// Answers that begin otherwise are decoded in full.
  static func read(_ text: String) throws -> [String: Int] {
    var text = text
    if let scores = text.withUTF8({ quickly($0.prefix(4_096)) }) { return scores }
    let answers: ReviewAnswers = try JSONText.decode(text)
    return answers.scores
  }

  private static func quickly(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [String: Int]? {
    guard bytes.starts(with: opening) else { return nil }
    let rest = bytes.dropFirst(opening.count)
    guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { return nil }
    let inside = rest[..<end]
    var scores: [String: Int] = [:]
    for pair in inside.split(separator: UInt8(ascii: ",")) {
      guard let colon = pair.lastIndex(of: UInt8(ascii: ":")), !pair.contains(UInt8(ascii: "\\")),
        let value = Int(String(decoding: pair[pair.index(after: colon)...], as: UTF8.self))
      else { return nil }
      let key = pair[..<colon]
      guard key.count >= 2, key.first == quote, key.last == quote else { return nil }
      scores[String(decoding: key.dropFirst().dropLast(), as: UTF8.self)] = value
    }
    return scores
  }
}
