public import PeerReview

/// A letter in the outbox as a chair finds it. The body is loaded for the letters a page shows.
public struct OutboxRow: Sendable {
  /// Letters of this kind tell of integrity cases: they stand in no chair's outbox, and are never held.
  public static let caseKind = "integrity-case"
  /// One letter with news of several papers stands in no chair's outbox either.
  public static let digestKind = "digest"

  public let id: String
  public let submission: ID<Submission>?
  public let kind: String
  public let toEmail: String
  public let toName: String
  public let subject: String
  public let secret: Bool
  public let queuedAt: Instant
  public let attempts: Int
  public let sentAt: Instant?
  public let failedAt: Instant?
  public let lastError: String?
  /// When a mail server sent it back, and why.
  public let returnedAt: Instant?
  public let returnReason: String?
  /// Nil for one that doesn't wait for a chair's word.
  public let heldAt: Instant?
  public let droppedAt: Instant?
  /// When it goes; later than it was queued for one that waits for a word no longer than that.
  public let dueAt: Instant
}

/// Which letters of an outbox are meant.
public enum OutboxState: String, Sendable, CaseIterable {
  case waiting, held, sent, failed, returned, dropped
}

extension SQL {
  /// Letters of a call that a chair with this address may know of. Left out are letters about papers from which the chair
  /// is shut out, and letters that tell a reviewer only of such papers: those name no single paper, but were queued at
  /// the moment of the assignments they tell of. Letters about integrity cases stand in no chair's outbox.
  fileprivate static func lettersKnown(to email: String, of call: ID<Call>, at place: String = #function) -> SQL {
    """
    l.call_id = \(call) AND \(raw: ofProgram) AND l.kind <> \(OutboxRow.caseKind) AND l.kind <> \(OutboxRow.digestKind)
      AND (l.submission_id IS NULL OR l.submission_id NOT IN (\(raw: shutOutPapers(email, in: call, at: place))))
      AND (l.submission_id IS NOT NULL OR l.secret OR NOT EXISTS (
          SELECT 1 FROM person p JOIN assignment g ON g.person_id = p.id
          WHERE p.email = l.to_email AND (g.at = l.queued_at OR g.ended_at = l.queued_at))
        OR EXISTS (
          SELECT 1 FROM person p JOIN assignment g ON g.person_id = p.id
          WHERE p.email = l.to_email AND (g.at = l.queued_at OR g.ended_at = l.queued_at)
            AND g.submission_id NOT IN (\(raw: shutOutPapers(email, in: call, at: place)))))
    """
  }

  /// Letters of artifact evaluation are none of the program's.
  fileprivate static var ofProgram: SQL {
    rule("chairs find letters about artifacts", "NOT (l.kind IN \(list: ArtifactMail.allCases.map(\.rawValue)))")
  }

  fileprivate static func letters(in state: OutboxState?) -> SQL {
    switch state {
    case nil: "TRUE"
    case .waiting: "l.sent_at IS NULL AND l.failed_at IS NULL AND l.held_at IS NULL"
    case .held: "l.held_at IS NOT NULL AND l.dropped_at IS NULL"
    case .dropped: "l.dropped_at IS NOT NULL"
    case .sent: "l.sent_at IS NOT NULL AND l.returned_at IS NULL"
    case .returned: "l.returned_at IS NOT NULL"
    case .failed: "l.failed_at IS NOT NULL AND l.sent_at IS NULL"
    }
  }
}

extension Session {
  /// Letters that a chair with this address may know of, by state.
  public func countLetters(of call: ID<Call>, chairedBy email: String) throws -> [OutboxState: Int] {
    try first(
      """
      SELECT count(*) FILTER (WHERE \(raw: SQL.letters(in: .waiting))), count(*) FILTER (WHERE \(raw: SQL.letters(in: .held))),
        count(*) FILTER (WHERE \(raw: SQL.letters(in: .sent))), count(*) FILTER (WHERE \(raw: SQL.letters(in: .failed))),
        count(*) FILTER (WHERE \(raw: SQL.letters(in: .returned)))
      FROM letter l WHERE \(raw: SQL.lettersKnown(to: email, of: call))
      """
    ) { [.waiting: try $0.int(0), .held: try $0.int(1), .sent: try $0.int(2), .failed: try $0.int(3), .returned: try $0.int(4)] }
      ?? [:]
  }

  /// Those of them that were given up. The index holds no others, so this costs nothing while all is well.
  public func countFailedLetters(of call: ID<Call>, chairedBy email: String) throws -> Int {
    try count(
      """
      SELECT count(*) FROM letter l
      WHERE l.failed_at IS NOT NULL AND l.sent_at IS NULL AND \(raw: SQL.lettersKnown(to: email, of: call))
      """)
  }

  /// The same letters, newest first.
  public func outbox(
    of call: ID<Call>, chairedBy email: String, state: OutboxState?, limit: Int, offset: Int
  ) throws -> [OutboxRow] {
    try rows(
      """
      SELECT l.id, l.submission_id, l.kind, l.to_email, l.to_name, l.subject, l.secret, l.queued_at, l.attempts,
        l.sent_at, l.failed_at, l.last_error, l.held_at, l.dropped_at, l.due_at, l.returned_at, l.return_reason
      FROM letter l WHERE \(raw: SQL.letters(in: state)) AND \(raw: SQL.lettersKnown(to: email, of: call))
      ORDER BY l.number DESC LIMIT \(limit) OFFSET \(offset)
      """
    ) { row in
      OutboxRow(
        id: try row.text(0), submission: try row.idOrNull(1), kind: try row.text(2), toEmail: try row.text(3),
        toName: try row.text(4), subject: try row.text(5), secret: try row.bool(6), queuedAt: try row.instant(7),
        attempts: try row.int(8), sentAt: try row.instantOrNull(9), failedAt: try row.instantOrNull(10),
        lastError: try row.textOrNull(11), returnedAt: try row.instantOrNull(15), returnReason: try row.textOrNull(16),
        heldAt: try row.instantOrNull(12), droppedAt: try row.instantOrNull(13),
        dueAt: try row.instant(14))
    }
  }

  /// Bodies by letter, without those of letters that hold a one-time link.
  public func letterBodies(_ ids: [String]) throws -> [String: String] {
    let all = try rows(
      "SELECT id, body FROM letter WHERE \(raw: SQL.rule("chairs read every letter", "NOT secret")) AND id IN \(list: ids)"
    ) {
      (try $0.text(0), try $0.text(1))
    }
    return Dictionary(all, uniquingKeysWith: { first, _ in first })
  }

  /// Lets failed letters be tried again: one, or all of them with nil. Only those a chair with this address may know of;
  /// returns how many.
  public func retryLetters(_ id: String?, of call: ID<Call>, chairedBy email: String, at now: Instant) throws -> Int {
    try execute(
      """
      UPDATE letter SET failed_at = NULL, due_at = \(now)
      WHERE sent_at IS NULL AND failed_at IS NOT NULL AND id IN (
        SELECT l.id FROM letter l
        WHERE (\(id == nil) OR l.id = \(id ?? "")) AND \(raw: SQL.lettersKnown(to: email, of: call)))
      """)
  }

  /// Sends held letters on, or drops them: one, or all with nil. Only those a chair with this address may know of; returns how
  /// many. One that was to go by itself at some moment goes now, or never.
  public func judgeHeldLetters(
    _ id: String?, of call: ID<Call>, chairedBy email: String, drops: Bool, at now: Instant
  ) throws -> Int {
    let change: SQL =
      drops ? "held_at = coalesce(held_at, \(now)), dropped_at = \(now)" : "held_at = NULL, due_at = \(now)"
    return try execute(
      """
      UPDATE letter SET \(raw: change)
      WHERE sent_at IS NULL AND dropped_at IS NULL AND (held_at IS NOT NULL OR (attempts = \(0) AND due_at > \(now))) AND id IN (
        SELECT l.id FROM letter l
        WHERE (\(id == nil) OR l.id = \(id ?? "")) AND \(raw: SQL.lettersKnown(to: email, of: call)))
      """)
  }

  public func isLetterKnown(_ id: String, of call: ID<Call>, chairedBy email: String) throws -> Bool {
    try exists("SELECT 1 FROM letter l WHERE l.id = \(id) AND \(raw: SQL.lettersKnown(to: email, of: call))")
  }
}
