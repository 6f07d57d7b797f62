public import PeerReview

/// A submission as it stands now: no name of anyone in it.
public struct SubmissionRow: Sendable {
  public let id: ID<Submission>
  public let call: ID<Call>
  public let number: SubmissionNumber
  public let createdAt: Instant
  public let facts: SubmissionFacts
  public let title: String
  public let savedAt: Instant

  public var key: SubmissionKey { SubmissionKey(id: id, number: number) }
}

/// What a list of papers is made of before it is known which of them it shows.
public struct SubmissionKey: Sendable {
  public let id: ID<Submission>
  public let number: SubmissionNumber
}

/// The dates from which a submission's state follows.
public struct SubmissionDatesRow: Sendable {
  public let id: ID<Submission>
  public let submittedAt: Instant?
  public let withdrawnAt: Instant?
  public let deskRejectedAt: Instant?
  /// How many reviewers it has.
  public let assigned: Int

  public var state: SubmissionState {
    SubmissionState(submittedAt: submittedAt, withdrawnAt: withdrawnAt, deskRejectedAt: deskRejectedAt)
  }
}

extension SQL {
  /// Row order: id, call, number, created, submitted, withdrawn, desk-rejected, track, version, title, saved,
  /// extended.
  static let submissionColumns: SQL = """
    s.id, s.call_id, s.number, s.created_at, s.submitted_at, s.withdrawn_at, s.desk_rejected_at, v.track,
    s.current_version, v.title, v.at, s.extended_until
    """
  static let submissionTables: SQL = """
    submission s JOIN submission_version v ON v.submission_id = s.id AND v.version = s.current_version
    """
  /// In the process: submitted, not withdrawn, not rejected by the desk.
  static var underReview: SQL {
    rule("every paper is in the process", "s.submitted_at IS NOT NULL AND s.withdrawn_at IS NULL AND s.desk_rejected_at IS NULL")
  }

  /// Every paper `s` of a call: for jobs and release, never for a viewer.
  static func every(in call: ID<Call>) -> SQL { "s.call_id = \(call)" }

  /// Papers `s` of a call among some, every one without a list. With a list SQLite is kept from walking all papers of the call
  /// to find them: it can't look a changed column up.
  static func every(in call: ID<Call>, among papers: [ID<Submission>]?) -> SQL {
    if let papers { "s.id IN \(list: papers) AND s.call_id || '' = \(call)" } else { every(in: call) }
  }

  /// Papers `s` of a call, among some, that a chair with this address may know of.
  static func known(
    to email: String, in call: ID<Call>, among papers: [ID<Submission>]? = nil, at place: String = #function
  ) -> SQL {
    "\(raw: every(in: call, among: papers)) AND NOT \(raw: keptFromChair(email, at: place))"
  }

  /// Papers `s` a chair must not meet: those they are shut out from and, for who chairs tracks only, those of other tracks.
  static func keptFromChair(_ email: String, at place: String = #function) -> SQL {
    "(\(raw: shutOut(email, at: place)) OR s.id IN (\(raw: papersOfOtherTracks(email))))"
  }

  /// Ids of the papers of tracks that a track chair with this address doesn't chair; none for a chair of the whole call. Run once.
  private static func papersOfOtherTracks(_ email: String) -> SQL {
    """
    SELECT t.id FROM person p JOIN office o ON o.person_id = p.id AND o.role = 'track-chair' AND o.ended_at IS NULL
      JOIN submission t ON t.call_id = o.call_id
      JOIN submission_version w ON w.submission_id = t.id AND w.version = t.current_version
    WHERE p.email = \(email) AND \(raw: rule("track chairs chair every track", "NOT \(raw: chairsTrack("o.id", "w.track"))", otherwise: "FALSE"))
      AND NOT EXISTS (SELECT 1 FROM office c WHERE c.call_id = o.call_id AND c.person_id = p.id
        AND c.role IN ('chair', 'publication-chair') AND c.ended_at IS NULL)
    """
  }

  /// Whether the office of a track chair is over the track.
  static func chairsTrack(_ office: SQL, _ track: SQL) -> SQL {
    "EXISTS (SELECT 1 FROM office_track x WHERE x.office_id = \(raw: office) AND x.track = \(raw: track))"
  }

  /// The condition; true while a test opens the hole.
  static func rule(_ hole: String, _ condition: SQL, otherwise open: SQL = "TRUE") -> SQL {
    Mutation.opens(hole) ? open : condition
  }

  /// Papers `s` a person must not meet in any office: those they wrote (in any version) or are in conflict with, by the
  /// paper or by someone who wrote it. The inner query names no outer row, so that it runs once, not once a paper.
  static func shutOut(_ email: String, at place: String = #function) -> SQL {
    if Mutation.opens("nobody is shut out in \(place)") { return "(1 = 0)" }
    return """
      (s.id IN (
        SELECT a.submission_id FROM authorship a WHERE a.email = \(email)
        UNION SELECT c.submission_id FROM conflict c WHERE c.email = \(email) AND c.ended_at IS NULL
        UNION \(raw: SQL.papersOfPeopleInConflict(email))))
      """
  }

  /// The same of one paper `s`: looked up by the paper, not among all of the person.
  static func shutOutFromOne(_ email: String, at place: String = #function) -> SQL {
    Mutation.opens("nobody is shut out in \(place)") ? "(1 = 0)" : isShutOut("\(email)")
  }

  /// Whether the address is shut out from paper `s`.
  static func isShutOut(_ email: SQL) -> SQL {
    """
    (EXISTS (SELECT 1 FROM authorship a WHERE a.submission_id = s.id AND a.email = \(raw: email))
      OR EXISTS (SELECT 1 FROM conflict c WHERE c.submission_id = s.id AND c.email = \(raw: email) AND c.ended_at IS NULL)
      OR EXISTS (
        SELECT 1 FROM authorship b JOIN person_conflict k ON k.with_email = b.email
        WHERE b.submission_id = s.id AND k.email = \(raw: email) AND k.call_id = s.call_id AND k.ended_at IS NULL))
    """
  }
}

extension SQL {
  /// Papers `s` in the process whose decision is one of these kinds.
  static func decided(_ kinds: [String]) -> SQL {
    """
    \(raw: underReview) AND EXISTS (
      SELECT 1 FROM decision d WHERE d.submission_id = s.id AND d.kind IN \(list: kinds)
        AND d.version = (SELECT max(e.version) FROM decision e WHERE e.submission_id = s.id))
    """
  }
}

extension Session {
  /// Papers with such a decision that a chair with this address may know of, by number. How many others there are is not felt.
  public func submissions(chairedBy email: String, in call: ID<Call>, decided kinds: [String]) throws -> [SubmissionRow] {
    try rows(
      """
      SELECT \(raw: SQL.submissionColumns) FROM \(raw: SQL.submissionTables)
      WHERE \(raw: SQL.known(to: email, in: call)) AND \(raw: SQL.decided(kinds)) ORDER BY s.number
      """, Self.submission)
  }

  /// One of them; otherwise as for an id that doesn't exist.
  public func submission(
    _ id: ID<Submission>, in call: ID<Call>, chairedBy email: String, decided kinds: [String]
  ) throws -> SubmissionRow? {
    try first(
      """
      SELECT \(raw: SQL.submissionColumns) FROM \(raw: SQL.submissionTables)
      WHERE s.id = \(id) AND \(raw: SQL.known(to: email, in: call)) AND \(raw: SQL.decided(kinds))
      """, Self.submission)
  }

  public func submission(_ id: ID<Submission>) throws -> SubmissionRow? {
    try first("SELECT \(raw: SQL.submissionColumns) FROM \(raw: SQL.submissionTables) WHERE s.id = \(id)", Self.submission)
  }

  public func submission(_ number: SubmissionNumber, in call: ID<Call>) throws -> SubmissionRow? {
    try first(
      "SELECT \(raw: SQL.submissionColumns) FROM \(raw: SQL.submissionTables) WHERE s.call_id = \(call) AND s.number = \(number.value)",
      Self.submission)
  }

  /// The paper when the address stands on its current author list. For anyone else there is no row, as for an id that
  /// doesn't exist: neither the answer nor its cost tells which.
  public func submission(_ id: ID<Submission>, listing email: String) throws -> SubmissionRow? {
    let listed: SQL = """
      EXISTS (SELECT 1 FROM authorship a
        WHERE a.submission_id = s.id AND a.version = s.current_version AND a.email = \(email))
      """
    return try first(
      """
      SELECT \(raw: SQL.submissionColumns) FROM \(raw: SQL.submissionTables)
      WHERE s.id = \(id) AND \(raw: SQL.rule("everyone finds a paper as its author", listed))
      """, Self.submission)
  }

  /// The paper when a chair with this address may know of it; otherwise as for an id that doesn't exist.
  public func submission(_ id: ID<Submission>, in call: ID<Call>, chairedBy email: String) throws -> SubmissionRow? {
    try first(
      """
      SELECT \(raw: SQL.submissionColumns) FROM \(raw: SQL.submissionTables)
      WHERE s.id = \(id) AND \(raw: SQL.known(to: email, in: call))
      """, Self.submission)
  }

  /// The paper when it is in the process and this address may review it; otherwise as for an id that doesn't exist.
  public func submission(_ id: ID<Submission>, in call: ID<Call>, reviewableBy email: String) throws -> SubmissionRow? {
    try first(
      """
      SELECT \(raw: SQL.submissionColumns) FROM \(raw: SQL.submissionTables)
      WHERE s.id = \(id) AND \(raw: SQL.underReview) AND \(raw: SQL.known(to: email, in: call))
      """, Self.submission)
  }

  /// The submission a form posted twice has made already.
  public func submission(formKey: String) throws -> ID<Submission>? {
    try first("SELECT id FROM submission WHERE form_key = \(formKey)") { try $0.id(0) }
  }

  /// Papers that list the address in their current version, by number.
  public func submissions(by email: String, in call: ID<Call>) throws -> [SubmissionRow] {
    try rows(
      """
      SELECT \(raw: SQL.submissionColumns) FROM \(raw: SQL.submissionTables)
      WHERE s.call_id = \(call) AND EXISTS (
        SELECT 1 FROM authorship a WHERE a.submission_id = s.id AND a.version = s.current_version
          AND \(raw: SQL.rule("an author's list holds every paper", "a.email = \(email)")))
      ORDER BY s.number
      """, Self.submission)
  }

  /// Papers a chair with this address may know of, all but those they wrote or are in conflict with, among some; by number.
  public func submissions(chairedBy email: String, in call: ID<Call>, among ids: [ID<Submission>]? = nil) throws
    -> [SubmissionRow]
  {
    try rows(
      """
      SELECT \(raw: SQL.submissionColumns) FROM \(raw: SQL.submissionTables)
      WHERE \(raw: SQL.known(to: email, in: call, among: ids)) ORDER BY s.number
      """, Self.submission)
  }

  /// Keys of the same papers, by number.
  public func submissionKeys(
    chairedBy email: String, in call: ID<Call>, among ids: [ID<Submission>]? = nil
  ) throws -> [SubmissionKey] {
    try rows(
      "SELECT s.id, s.number FROM submission s WHERE \(raw: SQL.known(to: email, in: call, among: ids)) ORDER BY s.number"
    ) { row in SubmissionKey(id: try row.id(0), number: SubmissionNumber(try row.int(1))) }
  }

  /// How many they are. Those kept from the chair, who are few, are counted off all: that takes a twentieth of asking each.
  public func countSubmissions(chairedBy email: String, in call: ID<Call>) throws -> Int {
    try count(
      """
      SELECT (SELECT count(*) FROM submission WHERE call_id = \(call))
        - (SELECT count(*) FROM submission s WHERE s.call_id || '' = \(call) AND \(raw: SQL.keptFromChair(email)))
      """)
  }

  /// When the same papers were submitted, withdrawn and rejected without review; without order, for counting.
  public func submissionDates(chairedBy email: String, in call: ID<Call>) throws -> [SubmissionDatesRow] {
    try rows(
      """
      SELECT s.id, s.submitted_at, s.withdrawn_at, s.desk_rejected_at, s.assigned FROM submission s
      WHERE s.call_id = \(call) AND NOT \(raw: SQL.keptFromChair(email))
      """
    ) { row in
      SubmissionDatesRow(
        id: try row.id(0), submittedAt: try row.instantOrNull(1), withdrawnAt: try row.instantOrNull(2),
        deskRejectedAt: try row.instantOrNull(3), assigned: try row.int(4))
    }
  }

  /// Every paper in the process, by number: for jobs and release, never for a viewer.
  public func submissionsUnderReview(in call: ID<Call>) throws -> [SubmissionRow] {
    try rows(
      """
      SELECT \(raw: SQL.submissionColumns) FROM \(raw: SQL.submissionTables)
      WHERE s.call_id = \(call) AND \(raw: SQL.underReview) ORDER BY s.number
      """, Self.submission)
  }

  /// The same with drafts.
  public func submissionsStanding(in call: ID<Call>) throws -> [SubmissionRow] {
    try rows(
      """
      SELECT \(raw: SQL.submissionColumns) FROM \(raw: SQL.submissionTables)
      WHERE s.call_id = \(call) AND s.withdrawn_at IS NULL AND s.desk_rejected_at IS NULL ORDER BY s.number
      """, Self.submission)
  }

  /// Drafts and withdrawn papers too: a number once given is never given again.
  public func countSubmissions(in call: ID<Call>) throws -> Int {
    try count("SELECT count(*) FROM submission WHERE call_id = \(call)")
  }

  public func isNumberUsed(_ number: SubmissionNumber, in call: ID<Call>) throws -> Bool {
    try exists("SELECT 1 FROM submission WHERE call_id = \(call) AND number = \(number.value)")
  }

  public func addSubmission(
    _ id: ID<Submission>, call: ID<Call>, number: SubmissionNumber, formKey: String, by: ID<Person>, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO submission (id, call_id, number, form_key, created_by, created_at, current_version)
      VALUES (\(id), \(call), \(number.value), \(formKey), \(by), \(now), 0)
      """)
  }

  static func submission(_ row: Row) throws -> SubmissionRow {
    SubmissionRow(
      id: try row.id(0), call: try row.id(1), number: SubmissionNumber(try row.int(2)), createdAt: try row.instant(3),
      facts: SubmissionFacts(
        submittedAt: try row.instantOrNull(4), withdrawnAt: try row.instantOrNull(5),
        deskRejectedAt: try row.instantOrNull(6), track: try row.text(7), version: try row.int(8),
        extendedUntil: try row.instantOrNull(11)),
      title: try row.text(9), savedAt: try row.instant(10))
  }
}
