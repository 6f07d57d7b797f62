public import PeerReview

/// Every decision letter before it is sent, and the one act that releases all decisions.
///
/// Form: `POST /chair/decisions/release`: `confirm` (`yes`), `count` (how many letters were previewed).
public struct LettersPreviewPage: Page {
  public let letters: [Preview]
  public let counts: [DecisionsPage.Count]
  /// What keeps the decisions from being released; one sentence each.
  public let obstacles: [String]
  public let releasedAt: Instant?
  public init(letters: [Preview], counts: [DecisionsPage.Count], obstacles: [String] = [], releasedAt: Instant?) {
    self.letters = letters
    self.counts = counts
    self.obstacles = obstacles
    self.releasedAt = releasedAt
  }

  public struct Preview: Hashable, Sendable {
    public let number: SubmissionNumber
    public let to: [String]
    public let decision: String
    public let subject: String
    public let body: String
    public init(number: SubmissionNumber, to: [String], decision: String, subject: String, body: String) {
      self.number = number
      self.to = to
      self.decision = decision
      self.subject = subject
      self.body = body
    }
  }

  public var title: String { "Decision letters" }
  public var section: Section? { .decisions }
}
