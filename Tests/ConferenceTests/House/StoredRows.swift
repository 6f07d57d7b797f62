import PeerReview
import Store

/// What tests count and read in the store and the product never asks.
extension Session {
  func countOpenJobs() throws -> Int {
    try count("SELECT count(*) FROM job WHERE done_at IS NULL AND failed_at IS NULL")
  }

  func countUnsentLetters() throws -> Int {
    try count("SELECT count(*) FROM letter WHERE sent_at IS NULL")
  }

  /// Every letter of a kind, oldest first, but for those that hold a one-time link.
  func letters(of call: ID<Call>, kind: String) throws -> [StoredLetter] {
    try rows(
      """
      SELECT id, kind, to_email, to_name, subject, body, sent_at, failed_at, last_error, attempts, queued_at FROM letter
      WHERE call_id = \(call) AND kind = \(kind) AND NOT secret ORDER BY number
      """
    ) { row in
      StoredLetter(
        id: try row.text(0), kind: try row.text(1), toEmail: try row.text(2), toName: try row.text(3), subject: try row.text(4),
        body: try row.text(5), sentAt: try row.instantOrNull(6), failedAt: try row.instantOrNull(7),
        lastError: try row.textOrNull(8), attempts: try row.int(9), queuedAt: try row.instant(10))
    }
  }
}

struct StoredLetter: Sendable {
  let id: String
  let kind: String
  let toEmail: String
  let toName: String
  let subject: String
  let body: String
  let sentAt: Instant?
  let failedAt: Instant?
  let lastError: String?
  let attempts: Int
  let queuedAt: Instant
}
