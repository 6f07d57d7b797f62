public import PeerReview

/// The thread among a paper's reviewers and chairs.
public struct DiscussionPanel: Sendable {
  public let comments: [Comment]
  /// Whether the comment form is printed.
  public let accepts: Bool
  /// What was typed when an attempt was refused.
  public let draft: String
  public let problems: [FieldProblem]
  /// Such as "Reviewer 2 leads"; empty where nobody does, or nothing is told of it here.
  public let leader: String
  /// For chairs, where one can be named.
  public let leadChoice: LeadChoice?
  public init(
    comments: [Comment], accepts: Bool, draft: String = "", problems: [FieldProblem] = [], leader: String = "",
    leadChoice: LeadChoice? = nil
  ) {
    self.leader = leader
    self.leadChoice = leadChoice
    self.comments = comments
    self.accepts = accepts
    self.draft = draft
    self.problems = problems
  }

  /// Which reviewer leads the discussion. Form: `POST action`: `lead` (an assignment, or empty for nobody).
  public struct LeadChoice: Sendable {
    public let action: Link
    public let reviewers: [(id: ID<Assignment>, name: String)]
    public let chosen: ID<Assignment>?
    public init(action: Link, reviewers: [(id: ID<Assignment>, name: String)], chosen: ID<Assignment>?) {
      self.action = action
      self.reviewers = reviewers
      self.chosen = chosen
    }
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
