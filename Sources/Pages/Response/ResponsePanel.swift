public import PeerReview

/// The authors' answer to the reviews: what was sent, or the form that sends it.
public struct ResponsePanel: Sendable {
  /// What was sent, or what was typed when an attempt was refused.
  public let text: String
  public let limitWords: Int
  public let period: Period
  public let sentAt: Instant?
  /// Whether the form is printed.
  public let accepts: Bool
  public let problems: [FieldProblem]
  public init(text: String, limitWords: Int, period: Period, sentAt: Instant?, accepts: Bool, problems: [FieldProblem] = []) {
    self.text = text
    self.limitWords = limitWords
    self.period = period
    self.sentAt = sentAt
    self.accepts = accepts
    self.problems = problems
  }
}
