/// Everything about a submission that some viewer must not learn.
public enum Secret: String, Hashable, CaseIterable, Sendable {
  case authors
  case reviewerIdentity = "reviewer identity"
  /// Scores and texts of others' reviews meant for authors too.
  case reviews
  /// Scores and texts of reviews never meant for authors.
  case reviewsForChairs = "private review fields"
  case discussion
  case response
  case decision
  case deskRejection = "desk rejection"
  case declaredConflicts = "declared conflicts"
  case bids
  case screeningFindings = "screening findings"
  case preprint
}

/// The facts of time and policy that disclosure depends on, beside the viewer's standing.
public struct DisclosureMoment: Hashable, Sendable {
  /// The instant of C11 has come: reviews are available to authors.
  public let reviewsAvailable: Bool
  /// Decisions were released (C12).
  public let decisionsReleased: Bool
  /// The call keeps reviewers anonymous to each other.
  public let reviewersAnonymous: Bool

  public init(reviewsAvailable: Bool, decisionsReleased: Bool, reviewersAnonymous: Bool) {
    self.reviewsAvailable = reviewsAvailable
    self.decisionsReleased = decisionsReleased
    self.reviewersAnonymous = reviewersAnonymous
  }

  public init(call: Call, releasedAt: Instant?, now: Instant) {
    self.init(
      reviewsAvailable: now >= call.calendar.response.opens || Mutation.opens("reviews are available early"),
      decisionsReleased: releasedAt != nil || Mutation.opens("decisions are released early"),
      reviewersAnonymous: call.discussion.reviewersAnonymousToEachOther)
  }
}

/// Who may learn what, and from which moment. The only place that decides it.
///
/// Both switches are without default: a new secret or standing that is not decided does not compile.
public enum DisclosureRules {
  /// Nil when the secret is shown to a viewer of this standing; otherwise the reason it is hidden.
  public static func secrecy(of secret: Secret, for standing: Standing, at moment: DisclosureMoment) -> Secrecy? {
    if Mutation.opens("\(secret.rawValue) is shown to \(standing)") { return nil }
    return switch standing {
    case .author: forAuthor(secret, moment)
    case .conflicted: .ownOrConflicted
    case .chair: nil
    case .reviewer(let ownReviewIn): forReviewer(secret, ownReviewIn: ownReviewIn, moment)
    case .outsider: .officeOnly
    }
  }

  private static func forAuthor(_ secret: Secret, _ moment: DisclosureMoment) -> Secrecy? {
    switch secret {
    case .authors, .response, .deskRejection, .declaredConflicts, .screeningFindings, .preprint: nil
    case .reviewerIdentity: .doubleBlind
    case .reviews: moment.reviewsAvailable ? nil : .notYetReleased
    case .decision: moment.decisionsReleased ? nil : .notYetReleased
    case .reviewsForChairs, .discussion, .bids: .officeOnly
    }
  }

  private static func forReviewer(_ secret: Secret, ownReviewIn: Bool, _ moment: DisclosureMoment) -> Secrecy? {
    switch secret {
    case .authors: .doubleBlind
    case .reviews, .discussion, .response: ownReviewIn ? nil : .ownReviewMissing
    case .reviewerIdentity:
      if moment.reviewersAnonymous { .doubleBlind } else { ownReviewIn ? nil : .ownReviewMissing }
    case .decision: moment.decisionsReleased ? nil : .notYetReleased
    case .reviewsForChairs, .deskRejection, .declaredConflicts, .bids, .screeningFindings, .preprint: .officeOnly
    }
  }
}
