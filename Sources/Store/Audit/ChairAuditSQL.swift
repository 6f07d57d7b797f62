public import PeerReview

extension AuditRow {
  /// A hash of this entry alone, without its place in the record: what stands beside it, and perhaps may not be known,
  /// can't be guessed from it.
  public var fingerprint: String {
    Self.hash(number: 0, at: at, actor: actor, act: act, call: call, subject: subject, detail: detail, previous: "")
  }
}

extension SQL {
  /// Ids of papers, of any conference here, that a chair with this address may not know of.
  fileprivate static func unknownPapers(_ email: String, at place: String) -> SQL {
    """
    SELECT s.id FROM submission s WHERE \(raw: shutOut(email, at: place)) OR s.call_id NOT IN (
      SELECT o.call_id FROM office o JOIN person p ON p.id = o.person_id
      WHERE p.email = \(email) AND o.role = 'chair' AND o.ended_at IS NULL)
    """
  }

  /// Entries of a call that a chair with this address may know of. One about two papers has the second one's id as detail.
  /// Nothing of artifact evaluation is among them: it has chairs of its own.
  fileprivate static func knownEntries(to email: String, of call: ID<Call>, at place: String) -> SQL {
    """
    call_id = \(call) AND subject NOT IN (\(raw: shutOutPapers(email, in: call, at: place)))
      AND detail NOT IN (\(raw: unknownPapers(email, at: place))) AND \(raw: ofProgram(call))
      AND subject NOT IN (\(raw: unknownCases(email, in: call, at: place)))
    """
  }
}

extension SQL {
  /// Entries about no artifact and not about the artifact committee, which has the call's id after `artifacts:`.
  fileprivate static func ofProgram(_ call: ID<Call>) -> SQL {
    rule(
      "chairs read the record of artifacts",
      """
      subject <> \(artifactSubject(call)) AND subject NOT IN (SELECT a.id FROM artifact a WHERE a.call_id = \(call))
      """)
  }

  private static func artifactSubject(_ call: ID<Call>) -> String { AuditRow.subject(ofArtifactsAt: call) }
}

extension AuditRow {
  /// What entries about the artifacts of a call, rather than about one of them, stand under.
  public static func subject(ofArtifactsAt call: ID<Call>) -> String { "artifacts:\(call)" }
}

extension Session {
  /// Entries of a call that a chair with this address may know of.
  public func countAudit(of call: ID<Call>, chairedBy email: String) throws -> Int {
    try count(
      """
      SELECT count(*) FROM audit WHERE \(raw: SQL.knownEntries(to: email, of: call, at: #function))
      """)
  }

  /// The same entries, newest first, after leaving out the newest `offset`.
  public func audit(of call: ID<Call>, chairedBy email: String, limit: Int, offset: Int) throws -> [AuditRow] {
    try rows(
      """
      SELECT number, at, actor, act, call_id, subject, detail, previous_hash, hash FROM audit
      WHERE \(raw: SQL.knownEntries(to: email, of: call, at: #function))
      ORDER BY number DESC LIMIT \(limit) OFFSET \(offset)
      """
    ) { row in
      AuditRow(
        number: try row.int(0), at: try row.instant(1), actor: try row.text(2), act: try row.text(3),
        call: try row.idOrNull(4), subject: try row.text(5), detail: try row.text(6), previousHash: try row.text(7),
        hash: try row.text(8))
    }
  }

  /// Numbers of several papers at once, by id; what is no paper is left out.
  public func numbers(of ids: [ID<Submission>]) throws -> [ID<Submission>: SubmissionNumber] {
    let unique = Array(Set(ids)).sorted()
    if unique.isEmpty { return [:] }
    let all = try rows("SELECT id, number FROM submission WHERE id IN \(list: Array(unique.prefix(20_000)))") {
      (try $0.id(0, of: Submission.self), SubmissionNumber(try $0.int(1)))
    }
    return Dictionary(all, uniquingKeysWith: { first, _ in first })
  }
}
