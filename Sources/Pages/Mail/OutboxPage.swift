public import PeerReview

/// Letters with their state.
///
/// Form: `POST /chair/letters`: `letter` (its id, or `all-failed`), `action` (`retry`).
/// Filter: `GET /chair/letters?q=&state=&page=`.
public struct OutboxPage: Page {
  public let letters: [Row]
  public let waiting: Int
  public let sent: Int
  public let failed: Int
  public let query: String
  public let state: String
  public let older: Link?
  public init(letters: [Row], waiting: Int, sent: Int, failed: Int, query: String = "", state: String = "", older: Link?) {
    self.letters = letters
    self.waiting = waiting
    self.sent = sent
    self.failed = failed
    self.query = query
    self.state = state
    self.older = older
  }

  public struct Row: Hashable, Sendable {
    public let id: String
    public let to: String
    public let subject: String
    /// Nil when this chair may not read it.
    public let body: String?
    public let queuedAt: Instant
    public let sentAt: Instant?
    public let state: Badge
    /// The mail server's last answer; empty when none.
    public let trouble: String
    public let canRetry: Bool
    public init(
      id: String, to: String, subject: String, body: String?, queuedAt: Instant, sentAt: Instant?, state: Badge,
      trouble: String = "", canRetry: Bool = false
    ) {
      self.id = id
      self.to = to
      self.subject = subject
      self.body = body
      self.queuedAt = queuedAt
      self.sentAt = sentAt
      self.state = state
      self.trouble = trouble
      self.canRetry = canRetry
    }
  }

  public var title: String { "Letters" }
  public var section: Section? { .letters }
}
