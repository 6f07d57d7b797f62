public import PeerReview

/// Work that follows from a committed fact. `subject` is an id; nothing else is carried.
public struct JobRow: Sendable {
  public let id: String
  public let kind: String
  public let subject: String
  public let attempts: Int
}

extension Session {
  /// Due at once unless `due` says when.
  public func enqueue(id: String, kind: String, subject: String, at now: Instant, due: Instant? = nil) throws {
    try execute(
      """
      INSERT INTO job (id, kind, subject, queued_at, due_at, attempts)
      VALUES (\(id), \(kind), \(subject), \(now), \(due ?? now), 0)
      """)
  }

  /// Takes the oldest due job for `lease`; nobody else gets it until then. Nil when nothing is due.
  public func leaseJob(at now: Instant, until: Instant) throws -> JobRow? {
    try first(
      """
      UPDATE job SET leased_until = \(until), attempts = attempts + 1
      WHERE id = (
        SELECT id FROM job
        WHERE done_at IS NULL AND failed_at IS NULL AND due_at <= \(now)
          AND (leased_until IS NULL OR leased_until <= \(now))
        ORDER BY queued_at, id LIMIT 1)
      RETURNING id, kind, subject, attempts
      """
    ) { JobRow(id: try $0.text(0), kind: try $0.text(1), subject: try $0.text(2), attempts: try $0.int(3)) }
  }

  /// Whoever leased the job is still at it.
  public func renewJob(_ id: String, until: Instant) throws {
    try execute("UPDATE job SET leased_until = \(until) WHERE id = \(id) AND leased_until IS NOT NULL")
  }

  public func finishJob(_ id: String, at now: Instant) throws {
    try execute("UPDATE job SET done_at = \(now), last_error = NULL WHERE id = \(id)")
  }

  public func postponeJob(_ id: String, error: String, due: Instant) throws {
    try execute("UPDATE job SET leased_until = NULL, last_error = \(error), due_at = \(due) WHERE id = \(id)")
  }

  public func failJob(_ id: String, error: String, at now: Instant) throws {
    try execute("UPDATE job SET failed_at = \(now), last_error = \(error) WHERE id = \(id)")
  }

  /// Whether a job of this kind about the subject was given up.
  public func isGivenUp(kind: String, subject: String) throws -> Bool {
    try exists("SELECT 1 FROM job WHERE kind = \(kind) AND subject = \(subject) AND failed_at IS NOT NULL")
  }

  /// Whether a job of this kind about the subject waits or runs.
  public func isQueued(kind: String, subject: String) throws -> Bool {
    try exists(
      """
      SELECT 1 FROM job WHERE kind = \(kind) AND subject = \(subject) AND done_at IS NULL AND failed_at IS NULL
      """)
  }
}
