public import PeerReview

/// The append-only record of every act.
///
/// Filter: `GET /chair/audit?q=&before=`.
public struct AuditPage: Page {
  public let entries: [Entry]
  public let query: String
  public let older: Link?
  /// The hash of the newest entry, to note down or compare.
  public let headHash: String
  public init(entries: [Entry], query: String = "", older: Link?, headHash: String) {
    self.entries = entries
    self.query = query
    self.older = older
    self.headHash = headHash
  }

  public struct Entry: Hashable, Sendable {
    public let sequence: Int64
    public let at: Instant
    public let who: String
    public let act: String
    public let subject: String
    public let details: String
    public let hash: String
    public init(sequence: Int64, at: Instant, who: String, act: String, subject: String, details: String = "", hash: String) {
      self.sequence = sequence
      self.at = at
      self.who = who
      self.act = act
      self.subject = subject
      self.details = details
      self.hash = hash
    }
  }

  public var title: String { "Audit log" }
  public var section: Section? { .audit }
}
