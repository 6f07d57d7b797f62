/// What a viewer is to one submission. Authorship and conflict outrank every office: a chair who wrote the
/// paper is its author here, and nothing else.
public enum Standing: Hashable, Sendable {
  /// A listed author; contacts may also edit and receive letters.
  case author(contact: Bool)
  case conflicted
  case chair
  /// Has the paper to review, now or (recused) not any more; `ownReviewIn` once a review was submitted.
  case reviewer(ownReviewIn: Bool)
  /// Leads the discussion of the paper and writes its meta-review.
  case metareviewer
  /// Was asked by a reviewer of the paper to write for them; `accepted` once they said yes.
  case external(accepted: Bool)
  /// Serves on the committee of the call, without this paper.
  case committee
  /// Holds the office for final versions and proceedings, at the desk of that office; at others it counts for nothing.
  case publication
  case outsider

  /// The one place where precedence is decided.
  public init(
    isAuthor: Bool, isContact: Bool, isConflicted: Bool, isChair: Bool, isAssigned: Bool, ownReviewIn: Bool,
    isCommittee: Bool, isMetareviewer: Bool = false, isExternal: Bool = false, hasAccepted: Bool = false
  ) {
    if isAuthor, !Mutation.opens("authorship gives no standing") {
      self = .author(contact: isContact || Mutation.opens("every author is a contact"))
    } else if isConflicted, !Mutation.opens("a conflict gives no standing") {
      self = .conflicted
    } else if isChair {
      self = .chair
    } else if isMetareviewer {
      self = .metareviewer
    } else if isAssigned {
      self = .reviewer(ownReviewIn: ownReviewIn || Mutation.opens("one's own review counts as in"))
    } else if isExternal {
      self = .external(accepted: hasAccepted)
    } else if isCommittee {
      self = .committee
    } else {
      self = .outsider
    }
  }
}
