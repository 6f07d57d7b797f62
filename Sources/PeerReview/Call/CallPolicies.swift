/// Rejection without review (C8, C23).
public struct DeskRejection: Hashable, Sendable {
  public struct Ground: Hashable, Sendable {
    public let key: String
    public let label: String
    public init(key: String, label: String) {
      self.key = key
      self.label = label
    }
  }
  public let grounds: [Ground]
  public let appealable: Bool
  public init(grounds: [Ground], appealable: Bool) {
    self.grounds = grounds
    self.appealable = appealable
  }
}

/// Levels a reviewer may give when bidding; `value` feeds the affinity, −100…100.
public struct Bidding: Hashable, Sendable {
  public struct Level: Hashable, Sendable {
    public let key: String
    public let label: String
    public let value: Int
    public init(key: String, label: String, value: Int) {
      self.key = key
      self.label = label
      self.value = value
    }
  }
  public let levels: [Level]
  public init(levels: [Level]) {
    self.levels = levels
  }
}

/// How many reviews a paper needs and how many a reviewer writes (C22).
public struct AssignmentPolicy: Hashable, Sendable {
  public let reviewsPerSubmission: Int
  public let loadMinimum: Int
  public let loadMaximum: Int
  /// Whether somebody from outside may write a review for its reviewer.
  public let delegation: DelegationPolicy
  public init(reviewsPerSubmission: Int, loadMinimum: Int, loadMaximum: Int, delegation: DelegationPolicy = .no) {
    self.delegation = delegation
    self.reviewsPerSubmission = reviewsPerSubmission
    self.loadMinimum = loadMinimum
    self.loadMaximum = loadMaximum
  }
}

/// Authors of a submitted paper owe the conference reviewers in return.
public struct ReciprocalPolicy: Hashable, Sendable {
  /// How many of a paper's authors serve, at least.
  public let reviewers: Int
  /// Authors of whom nobody can serve may say why; chairs read it.
  public let takesReasons: Bool
  public init(reviewers: Int, takesReasons: Bool) {
    self.reviewers = reviewers
    self.takesReasons = takesReasons
  }
}

/// How much each part of the affinity of a paper and a reviewer counts, in percent that add up to 100 (C22).
public struct AffinityPolicy: Hashable, Sendable {
  public let topicsPercent: Int
  public let keywordsPercent: Int
  /// How near the paper is to what the reviewer wrote.
  public let textsPercent: Int
  public let bidsPercent: Int
  public init(topicsPercent: Int, keywordsPercent: Int, textsPercent: Int, bidsPercent: Int) {
    self.topicsPercent = topicsPercent
    self.keywordsPercent = keywordsPercent
    self.textsPercent = textsPercent
    self.bidsPercent = bidsPercent
  }

  /// What holds in a call that says nothing of it: expertise more than two thirds, a bid decides between near equals.
  public static let standard = AffinityPolicy(topicsPercent: 30, keywordsPercent: 10, textsPercent: 30, bidsPercent: 30)
}

/// The authors' one answer to the reviews (C11).
public struct ResponsePolicy: Hashable, Sendable {
  public let limitWords: Int
  public init(limitWords: Int) {
    self.limitWords = limitWords
  }
}

public struct DiscussionPolicy: Hashable, Sendable {
  /// Reviewers see each other as "Reviewer 2" rather than by name.
  public let reviewersAnonymousToEachOther: Bool
  public init(reviewersAnonymousToEachOther: Bool) {
    self.reviewersAnonymousToEachOther = reviewersAnonymousToEachOther
  }
}

/// An outcome chairs may decide on (C12, C22).
public struct DecisionKind: Hashable, Sendable {
  public let key: String
  public let label: String
  public let accepts: Bool
  /// Accepted on the condition that a shepherd signs off the final version.
  public let isShepherded: Bool
  public init(key: String, label: String, accepts: Bool, isShepherded: Bool = false) {
    self.key = key
    self.label = label
    self.accepts = accepts
    self.isShepherded = isShepherded
  }
}

/// Sizes no door lets pass.
public struct Limits: Hashable, Sendable {
  public let manuscriptBytes: Int64
  public let appendixBytes: Int64
  public let supplementBytes: Int64
  public let titleCharacters: Int
  public let abstractWords: Int
  public let authorsPerSubmission: Int
  public let topicsPerSubmission: Int
  /// On how many submitted papers one author may stand; nil where that is not limited.
  public let submissionsPerAuthor: Int?
  public let lateAuthors: LateAuthors
  public init(
    manuscriptBytes: Int64, appendixBytes: Int64, supplementBytes: Int64? = nil, titleCharacters: Int, abstractWords: Int,
    authorsPerSubmission: Int, topicsPerSubmission: Int, submissionsPerAuthor: Int? = nil, lateAuthors: LateAuthors = .free
  ) {
    self.manuscriptBytes = manuscriptBytes
    self.appendixBytes = appendixBytes
    // As much as an appendix, where the call says nothing else.
    self.supplementBytes = supplementBytes ?? appendixBytes
    self.titleCharacters = titleCharacters
    self.abstractWords = abstractWords
    self.authorsPerSubmission = authorsPerSubmission
    self.topicsPerSubmission = topicsPerSubmission
    self.submissionsPerAuthor = submissionsPerAuthor
    self.lateAuthors = lateAuthors
  }
}

/// What may become of the list of authors once registration has closed, until everything is frozen at the deadline.
public enum LateAuthors: String, CaseIterable, Hashable, Sendable {
  /// Anything.
  case free
  /// Nobody is added or taken out; the order may change.
  case order
  /// Neither who they are nor their order changes.
  case fixed
}
