/// Everything about a submission that some viewer must not learn.
public enum Secret: String, Hashable, CaseIterable, Sendable {
  /// That there is such a paper: its number, title, abstract, topics and keywords. A draft is known to its authors and chairs.
  case submission
  /// The cleaned copy of its files.
  case reviewerCopy = "copy for reviewers"
  /// Its files as they were uploaded, each version, with the names of those who did.
  case originalFiles = "original files"
  case authors
  case preprint
  /// Declarations and claimed exceptions, with the authors' explanations.
  case declarations
  case screeningFindings = "screening findings"
  /// Conflicts its authors declared: with whom, and of what kind.
  case declaredConflicts = "declared conflicts"
  /// Conflicts reviewers or chairs declared with it: who, and of what kind.
  case committeeConflicts = "committee conflicts"
  case bids
  /// Which reviewer has the paper, and that a plan gives it to somebody.
  case assignments
  /// How many reviewers and reviews there are.
  case reviewCount = "review count"
  /// Who wrote a review or a comment, behind the pseudonym.
  case reviewerIdentity = "reviewer identity"
  /// Scores and texts of others' reviews meant for authors too.
  case reviews
  /// Scores and texts of reviews never meant for authors.
  case reviewsForChairs = "private review fields"
  /// Comments, and that there are any.
  /// What chairs think of reviews.
  case reviewRatings = "ratings of reviews"
  case discussion
  /// What the metareviewer writes for the authors.
  case metareview = "meta-review"
  /// What the metareviewer recommends and writes for the chairs.
  case metareviewForChairs = "meta-review for chairs"
  case response
  case decision
  case deskRejection = "desk rejection"
  case chairNotes = "chair notes"
  case letters
  case integrityCases = "integrity cases"
  /// Tags of the committee, places in an order and sums of votes.
  case tags
  /// Tags that chairs keep among themselves.
  case chairTags = "chair tags"
  /// The version that is published, before it is: its form with authors, its files, who shepherds it and what they say.
  case finalVersion = "final version"
}

/// The facts of time and policy that disclosure depends on, beside the viewer's standing. None ever turns back but by a
/// chair's change of the call's dates. All but `seals` only add to what is shown.
public struct DisclosureMoment: Hashable, Sendable {
  /// The committee may look at papers since bidding opened.
  public let biddingOpened: Bool
  /// The instant of C11 has come: reviews are available to authors.
  public let reviewsAvailable: Bool
  /// Decisions were released (C12).
  public let decisionsReleased: Bool
  /// The call keeps reviewers anonymous to each other.
  public let reviewersAnonymous: Bool
  /// The call lets metareviewers read reviews and discussion by now.
  public let metareviewersRead: Bool
  /// The call shows authors what the metareviewer wrote for them, once decisions are released.
  public let metareviewsForAuthors: Bool
  /// What a chair opened to this very viewer at this very paper, on record and with a reason.
  public let opened: Set<Secret>
  /// What the call's retention rules have closed.
  public let seals: RetentionSeals

  public init(
    biddingOpened: Bool, reviewsAvailable: Bool, decisionsReleased: Bool, reviewersAnonymous: Bool,
    metareviewersRead: Bool = false, metareviewsForAuthors: Bool = false, opened: Set<Secret> = [], seals: RetentionSeals = .none
  ) {
    self.seals = seals
    self.biddingOpened = biddingOpened
    self.reviewsAvailable = reviewsAvailable
    self.decisionsReleased = decisionsReleased
    self.reviewersAnonymous = reviewersAnonymous
    self.metareviewersRead = metareviewersRead
    self.metareviewsForAuthors = metareviewsForAuthors
    self.opened = opened
  }

  public init(call: Call, releasedAt: Instant?, now: Instant, opened: Set<Secret> = []) {
    self.init(
      biddingOpened: now >= call.calendar.bidding.opens,
      reviewsAvailable: now >= call.calendar.response.opens || Mutation.opens("reviews are available early"),
      decisionsReleased: releasedAt != nil || Mutation.opens("decisions are released early"),
      reviewersAnonymous: call.discussion.reviewersAnonymousToEachOther,
      metareviewersRead: call.metareviews.map { now >= $0.opens(call) } ?? false
        || Mutation.opens("metareviewers read early"),
      metareviewsForAuthors: call.metareviews?.isShownToAuthors ?? false, opened: opened,
      seals: call.retention.seals(at: now))
  }
}

/// Who may learn what, and from which moment. The only place that decides it.
///
/// No switch has a default: a new secret or standing that is not decided does not compile.
public enum DisclosureRules {
  /// Nil when the secret is shown to a viewer of this standing; otherwise the reason it is hidden.
  public static func secrecy(of secret: Secret, for standing: Standing, at moment: DisclosureMoment) -> Secrecy? {
    if Mutation.opens("\(secret.rawValue) is shown to \(standing)") { return nil }
    let ordinary: Secrecy? =
      switch standing {
      case .author: forAuthor(secret, moment)
      case .conflicted: .ownOrConflicted
      case .chair: nil
      case .reviewer(let ownReviewIn): forReviewer(secret, ownReviewIn: ownReviewIn, moment)
      case .metareviewer: forMetareviewer(secret, moment)
      case .external(let accepted): forExternal(secret, accepted: accepted)
      case .committee: forCommittee(secret, moment)
      case .publication: forPublication(secret, moment)
      case .outsider: .officeOnly
      }
    return ordinary ?? (moment.seals.since(secret, for: standing) == nil ? nil : .sealed)
  }

  private static func forAuthor(_ secret: Secret, _ moment: DisclosureMoment) -> Secrecy? {
    switch secret {
    case .submission, .reviewerCopy, .originalFiles, .authors, .preprint, .declarations, .screeningFindings,
      .declaredConflicts, .response, .deskRejection:
      nil
    case .assignments, .reviewerIdentity, .committeeConflicts: .doubleBlind
    case .reviewCount, .reviews: moment.reviewsAvailable ? nil : .notYetReleased
    case .decision, .finalVersion: moment.decisionsReleased ? nil : .notYetReleased
    case .metareview:
      if moment.metareviewsForAuthors {
        moment.decisionsReleased ? nil : .notYetReleased
      } else {
        .officeOnly
      }
    case .reviewsForChairs, .reviewRatings, .metareviewForChairs, .discussion, .bids, .chairNotes, .letters, .integrityCases,
      .tags, .chairTags:
      .officeOnly
    }
  }

  private static func forReviewer(_ secret: Secret, ownReviewIn: Bool, _ moment: DisclosureMoment) -> Secrecy? {
    switch secret {
    case .submission, .reviewerCopy: nil
    case .authors: isOpened(secret, to: moment) ? nil : .doubleBlind
    case .originalFiles, .preprint, .declarations, .declaredConflicts, .screeningFindings: .doubleBlind
    case .reviewCount, .reviews, .discussion, .response, .tags: ownReviewIn ? nil : .ownReviewMissing
    case .assignments, .reviewerIdentity:
      if moment.reviewersAnonymous && !isOpened(secret, to: moment) {
        .doubleBlind
      } else {
        ownReviewIn ? nil : .ownReviewMissing
      }
    case .decision: moment.decisionsReleased ? nil : .notYetReleased
    // Opened to whoever was named its shepherd.
    case .finalVersion: moment.decisionsReleased && moment.opened.contains(.finalVersion) ? nil : .officeOnly
    case .reviewsForChairs, .reviewRatings, .metareview, .metareviewForChairs, .deskRejection, .committeeConflicts, .bids,
      .chairNotes, .letters,
      .integrityCases, .chairTags:
      .officeOnly
    }
  }

  /// Blind as reviewers are. What reviewers keep for the chairs stays theirs.
  private static func forMetareviewer(_ secret: Secret, _ moment: DisclosureMoment) -> Secrecy? {
    switch secret {
    // Their own.
    case .submission, .reviewerCopy, .metareview, .metareviewForChairs: nil
    case .authors, .originalFiles, .preprint, .declarations, .declaredConflicts, .screeningFindings: .doubleBlind
    case .reviewCount, .reviews, .discussion, .response, .tags: moment.metareviewersRead ? nil : .notYetReleased
    case .assignments, .reviewerIdentity:
      if moment.reviewersAnonymous {
        .doubleBlind
      } else {
        moment.metareviewersRead ? nil : .notYetReleased
      }
    case .decision: moment.decisionsReleased ? nil : .notYetReleased
    case .reviewsForChairs, .reviewRatings, .deskRejection, .committeeConflicts, .bids, .chairNotes, .letters, .integrityCases,
      .chairTags,
      .finalVersion:
      .officeOnly
    }
  }

  /// What it takes to judge a conflict once asked, and to write once accepted.
  private static func forExternal(_ secret: Secret, accepted: Bool) -> Secrecy? {
    switch secret {
    case .submission: nil
    case .reviewerCopy: accepted ? nil : .officeOnly
    case .authors, .originalFiles, .preprint, .declarations, .declaredConflicts, .screeningFindings: .doubleBlind
    case .committeeConflicts, .bids, .assignments, .reviewCount, .reviewerIdentity, .reviews, .reviewsForChairs, .reviewRatings,
      .discussion, .metareview, .metareviewForChairs, .response, .decision, .deskRejection, .chairNotes, .letters,
      .integrityCases, .tags, .chairTags, .finalVersion:
      .officeOnly
    }
  }

  private static func forCommittee(_ secret: Secret, _ moment: DisclosureMoment) -> Secrecy? {
    switch secret {
    case .submission: moment.biddingOpened ? nil : .notYetReleased
    case .authors, .originalFiles, .preprint, .declarations, .declaredConflicts, .screeningFindings: .doubleBlind
    case .reviewerCopy, .committeeConflicts, .bids, .assignments, .reviewCount, .reviewerIdentity, .reviews,
      .reviewsForChairs, .reviewRatings, .discussion, .metareview, .metareviewForChairs, .response, .decision, .deskRejection,
      .chairNotes,
      .letters, .integrityCases, .tags, .chairTags, .finalVersion:
      .officeOnly
    }
  }

  /// Accepted papers as they are to be printed, and nothing of how they came to be accepted.
  private static func forPublication(_ secret: Secret, _ moment: DisclosureMoment) -> Secrecy? {
    switch secret {
    case .submission, .authors, .finalVersion: moment.decisionsReleased ? nil : .notYetReleased
    case .reviewerCopy, .originalFiles, .preprint, .declarations, .screeningFindings, .declaredConflicts, .committeeConflicts,
      .bids, .assignments, .reviewCount, .reviewerIdentity, .reviews, .reviewsForChairs, .reviewRatings, .discussion,
      .metareview, .metareviewForChairs, .response, .decision, .deskRejection, .chairNotes, .letters, .integrityCases, .tags,
      .chairTags:
      .officeOnly
    }
  }

  private static func isOpened(_ secret: Secret, to moment: DisclosureMoment) -> Bool {
    canBeOpened(secret) && moment.opened.contains(secret)
  }

  /// Whether a chair may open it to a reviewer of the paper, with a reason and on record.
  public static func canBeOpened(_ secret: Secret) -> Bool {
    switch secret {
    case .authors, .reviewerIdentity: true
    case .submission, .reviewerCopy, .originalFiles, .preprint, .declarations, .screeningFindings, .declaredConflicts,
      .committeeConflicts, .bids, .assignments, .reviewCount, .reviews, .reviewsForChairs, .reviewRatings, .discussion, .response,
      .decision,
      .deskRejection, .chairNotes, .letters, .integrityCases, .tags, .chairTags, .finalVersion, .metareview,
      .metareviewForChairs:
      false
    }
  }

  /// Whether it is put on record each time it is shown to someone by right of an office: identities always, the rest until
  /// those it is about know it themselves.
  public static func isRecorded(_ secret: Secret, at moment: DisclosureMoment) -> Bool {
    switch secret {
    case .reviewerCopy, .originalFiles, .authors, .declaredConflicts, .committeeConflicts, .bids, .assignments, .reviewerIdentity,
      .reviewsForChairs, .reviewRatings, .metareviewForChairs, .discussion, .letters, .integrityCases, .finalVersion:
      true
    case .reviews: !moment.reviewsAvailable
    case .decision, .metareview: !moment.decisionsReleased
    case .submission, .preprint, .declarations, .screeningFindings, .reviewCount, .response, .deskRejection,
      .chairNotes, .tags, .chairTags:
      false
    }
  }
}
