public import PeerReview

/// The thread among a paper's reviewers and chairs.
public struct DiscussionPanel: Sendable {
  public let comments: [Comment]
  /// Whether the comment form is printed.
  public let accepts: Bool
  /// What was typed when an attempt was refused.
  public let draft: String
  public let problems: [FieldProblem]
  public init(comments: [Comment], accepts: Bool, draft: String = "", problems: [FieldProblem] = []) {
    self.comments = comments
    self.accepts = accepts
    self.draft = draft
    self.problems = problems
  }

  public struct Comment: Hashable, Sendable {
    /// "Reviewer 1", "You (Reviewer 2)", "Program chair" or a name.
    public let author: String
    public let isOwn: Bool
    public let at: Instant
    public let text: String
    public init(author: String, isOwn: Bool, at: Instant, text: String) {
      self.author = author
      self.isOwn = isOwn
      self.at = at
      self.text = text
    }
  }
}
