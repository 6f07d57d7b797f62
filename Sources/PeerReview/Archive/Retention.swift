/// What of a year is kept only for a time.
public enum RetentionKind: String, Hashable, CaseIterable, Sendable {
  /// Grades and texts of reviews and meta-reviews, what chairs think of them, and authors' responses.
  case reviews
  /// Comments of the discussion, and the committee's tags and votes.
  case discussion
  case bids
  /// Who reviewed which paper. The record can be closed, but forgets nothing: it is never deleted.
  case reviewerIdentities = "reviewer-identities"
  /// The outbox.
  case letters
  /// Files of papers that were not accepted, with what was read in them. Readable as always until they are deleted.
  case unpublishedManuscripts = "unpublished-manuscripts"

  public var label: String {
    switch self {
    case .reviews: "Reviews and responses"
    case .discussion: "Discussion, tags and votes"
    case .bids: "Bids"
    case .reviewerIdentities: "Who reviewed which paper"
    case .letters: "Letters"
    case .unpublishedManuscripts: "Manuscripts that were not accepted"
    }
  }

  /// Whom a call may close it to.
  public var readers: [RetentionReader] {
    switch self {
    case .reviews: [.authors, .reviewers, .chairs]
    case .discussion, .bids, .reviewerIdentities: [.reviewers, .chairs]
    case .letters: [.chairs]
    case .unpublishedManuscripts: []
    }
  }

  public var canBeDeleted: Bool { self != .reviewerIdentities }

  /// The secrets it closes.
  public var secrets: Set<Secret> {
    switch self {
    case .reviews: [.reviews, .reviewsForChairs, .response, .metareview, .metareviewForChairs, .reviewRatings]
    case .discussion: [.discussion, .tags, .chairTags]
    case .bids: [.bids]
    case .reviewerIdentities: [.assignments, .reviewerIdentity]
    case .letters: [.letters]
    case .unpublishedManuscripts: []
    }
  }
}

/// Whom something is closed to.
public enum RetentionReader: String, Hashable, CaseIterable, Sendable {
  case authors, reviewers, chairs

  /// Nil for those who are shown nothing anyway.
  init?(_ standing: Standing) {
    switch standing {
    case .author: self = .authors
    case .reviewer, .metareviewer, .committee: self = .reviewers
    case .chair: self = .chairs
    case .conflicted, .publication, .outsider, .external: return nil
    }
  }
}

/// How long the call keeps what, and for whom.
public struct RetentionPolicy: Hashable, Sendable {
  public struct Rule: Hashable, Sendable {
    public let kind: RetentionKind
    /// In the order of the readers.
    private let closings: [Closing]
    /// The first moment at which it is gone; nil when it stays.
    public let deleted: Instant?
    public init(kind: RetentionKind, until: [RetentionReader: Instant], deleted: Instant?) {
      self.kind = kind
      closings = RetentionReader.allCases.compactMap { reader in until[reader].map { Closing(reader: reader, at: $0) } }
      self.deleted = deleted
    }

    /// The first moment at which it is closed to them.
    public func until(_ reader: RetentionReader) -> Instant? { closings.first { $0.reader == reader }?.at }

    /// The first moment at which they can't read it any more: what is deleted is closed to everyone.
    public func closes(to reader: RetentionReader) -> Instant? { [until(reader), deleted].compactMap { $0 }.min() }

    private struct Closing: Hashable, Sendable {
      let reader: RetentionReader
      let at: Instant
    }
  }

  /// In the order of the kinds, each at most once.
  public let rules: [Rule]

  public init(rules: [Rule]) {
    self.rules = rules
  }

  /// Everything stays.
  public static let none = RetentionPolicy(rules: [])

  /// What happens to one kind at one moment.
  public struct Step: Hashable, Sendable {
    public enum What: Hashable, Sendable {
      case seal(RetentionReader)
      case delete
    }
    public let kind: RetentionKind
    public let what: What
    public let at: Instant

    public init(kind: RetentionKind, what: What, at: Instant) {
      self.kind = kind
      self.what = what
      self.at = at
    }

    /// For the record, and what tells steps of a kind apart.
    public var words: String {
      switch what {
      case .seal(let reader): "closed to \(reader.rawValue)"
      case .delete: "deleted"
      }
    }
  }

  /// Everything that will happen, earliest first.
  public var steps: [Step] {
    let all = rules.flatMap { rule in
      RetentionReader.allCases.compactMap { reader in
        rule.until(reader).map { Step(kind: rule.kind, what: .seal(reader), at: $0) }
      } + (rule.deleted.map { [Step(kind: rule.kind, what: .delete, at: $0)] } ?? [])
    }
    return all.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  /// What is closed at `now`. What is deleted is closed to everyone.
  public func seals(at now: Instant) -> RetentionSeals {
    var since: [RetentionKind: [RetentionReader: Instant]] = [:]
    for rule in rules {
      for reader in RetentionReader.allCases {
        if let first = rule.closes(to: reader), first <= now { since[rule.kind, default: [:]][reader] = first }
      }
    }
    return RetentionSeals(since: since)
  }

  /// The same with every date moved.
  func shifted(by span: Span) -> RetentionPolicy {
    RetentionPolicy(
      rules: rules.map { rule in
        let until = RetentionReader.allCases.map { ($0, rule.until($0)?.adding(span)) }
        return Rule(
          kind: rule.kind, until: Dictionary(uniqueKeysWithValues: until).compactMapValues { $0 },
          deleted: rule.deleted?.adding(span))
      })
  }
}

/// What retention rules have closed at some moment.
public struct RetentionSeals: Hashable, Sendable {
  private var closedSince: [Secret: [RetentionReader: Instant]] = [:]

  public init(since: [RetentionKind: [RetentionReader: Instant]]) {
    for (kind, moments) in since {
      for secret in kind.secrets { closedSince[secret, default: [:]].merge(moments, uniquingKeysWith: min) }
    }
  }

  public static let none = RetentionSeals(since: [:])

  /// Since when it is closed to a viewer of this standing; nil while it isn't.
  public func since(_ secret: Secret, for standing: Standing) -> Instant? {
    guard let reader = RetentionReader(standing), !Mutation.opens("nothing is ever closed") else { return nil }
    return closedSince[secret]?[reader]
  }
}
