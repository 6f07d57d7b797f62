/// A call for papers as data: every fact the conference is run by. Read from a call file by `CallFile`.
///
/// A `Call` that exists is consistent: names are unique, references resolve, periods end after they begin.
public struct Call: Hashable, Sendable {
  /// The slug in URLs and commands, such as `mlsys-2026`.
  public let id: ID<Call>
  public let name: String
  public let fullName: String
  public let website: String
  /// The IANA zone in which the call speaks of its own dates, such as `UTC`.
  public let timeZone: String
  /// Where letters come from and where answers to them go.
  public let contactEmail: String
  public let calendar: Calendar
  public let topics: [Topic]
  /// Free keywords beside the topics ("not limited to"); nil when the call takes none.
  public let keywordsLimit: Int?
  public let tracks: [Track]
  public let declarations: [Declaration]
  public let dualSubmissionExceptions: [DualSubmissionException]
  public let conflictKinds: [ConflictKind]
  public let preprintsAllowed: Bool
  public let desk: DeskRejection
  public let bidding: Bidding
  public let assignment: AssignmentPolicy
  public let affinity: AffinityPolicy
  public let response: ResponsePolicy
  public let discussion: DiscussionPolicy
  /// Nil when nobody leads discussions and writes meta-reviews.
  public let metareviews: MetareviewPolicy?
  /// Nil when authors need not serve as reviewers.
  public let reciprocal: ReciprocalPolicy?
  public let decisions: [DecisionKind]
  public let artifacts: ArtifactPolicy?
  public let limits: Limits
  /// Tags that mean something at this conference; people may use others too.
  public let tags: [TagKind]
  /// Nil when the call asks for no final versions.
  public let cameraReady: CameraReadyPolicy?
  /// Nil while the call does not say what its proceedings are called.
  public let proceedings: ProceedingsPolicy?
  public let letters: LetterPolicy
  /// What makes Lectern ask whether a conflict was forgotten.
  public let conflictChecks: ConflictChecks
  public let retention: RetentionPolicy
  /// Who reads the statistics after the release.
  public let statistics: StatisticsPolicy

  public init(
    id: ID<Call>, name: String, fullName: String, website: String, timeZone: String, contactEmail: String,
    calendar: Calendar, topics: [Topic], keywordsLimit: Int?, tracks: [Track], declarations: [Declaration],
    dualSubmissionExceptions: [DualSubmissionException], conflictKinds: [ConflictKind], preprintsAllowed: Bool,
    desk: DeskRejection, bidding: Bidding, assignment: AssignmentPolicy, response: ResponsePolicy,
    discussion: DiscussionPolicy, decisions: [DecisionKind], artifacts: ArtifactPolicy?, limits: Limits,
    affinity: AffinityPolicy = .standard, tags: [TagKind], cameraReady: CameraReadyPolicy? = nil,
    proceedings: ProceedingsPolicy? = nil, letters: LetterPolicy = .standard, conflictChecks: ConflictChecks? = nil,
    retention: RetentionPolicy = .none, statistics: StatisticsPolicy = .committee, metareviews: MetareviewPolicy? = nil,
    reciprocal: ReciprocalPolicy? = nil
  ) {
    self.reciprocal = reciprocal
    self.statistics = statistics
    self.retention = retention
    self.id = id
    self.name = name
    self.fullName = fullName
    self.website = website
    self.timeZone = timeZone
    self.contactEmail = contactEmail
    self.calendar = calendar
    self.topics = topics
    self.keywordsLimit = keywordsLimit
    self.tracks = tracks
    self.declarations = declarations
    self.dualSubmissionExceptions = dualSubmissionExceptions
    self.conflictKinds = conflictKinds
    self.preprintsAllowed = preprintsAllowed
    self.desk = desk
    self.bidding = bidding
    self.assignment = assignment
    self.affinity = affinity
    self.response = response
    self.discussion = discussion
    self.metareviews = metareviews
    self.decisions = decisions
    self.artifacts = artifacts
    self.limits = limits
    self.tags = tags
    self.cameraReady = cameraReady
    self.proceedings = proceedings
    self.letters = letters
    self.conflictChecks = conflictChecks ?? .standard(kinds: conflictKinds)
  }

  public func track(_ key: String) -> Track? { tracks.first { $0.key == key } }
  public func topic(_ key: String) -> Topic? { topics.first { $0.key == key } }
  public func decision(_ key: String) -> DecisionKind? { decisions.first { $0.key == key } }

  /// Keys of the decisions that accept a paper.
  public var acceptingKinds: [String] { decisions.filter(\.accepts).map(\.key) }

  /// Keys of the criteria that sum a review up, over all tracks.
  public var overallKeys: Set<String> { Set(tracks.map(\.reviewForm.overall.key)) }

  /// The topics a paper of `track` may choose, in the order of the call.
  public func topics(of track: Track) -> [Topic] {
    guard let keys = track.topicKeys else { return topics }
    return topics.filter { keys.contains($0.key) }
  }

  /// What authors of a paper of `track` declare, in the order of the call (C7: the rules differ by track).
  public func declarations(of track: Track) -> [Declaration] {
    declarations.filter { $0.trackKeys?.contains(track.key) ?? true }
  }
}

/// One topic of interest (C1).
public struct Topic: Hashable, Sendable {
  public let key: String
  public let name: String
  public init(key: String, name: String) {
    self.key = key
    self.name = name
  }
}

/// A way to submit with rules, a review form and format of its own (C2–C7, C15–C17).
public struct Track: Hashable, Sendable {
  public let key: String
  public let name: String
  public let summary: String
  public let anonymity: AnonymityPolicy
  public let format: FormatPolicy
  /// Statements this track asks at submission beside the call's declarations (C4).
  public let statements: [Statement]
  public let reviewForm: ReviewForm
  /// Keys of the topics a paper of this track may choose; nil when all of the call's. Read by `Call.topics(of:)`.
  public let topicKeys: [String]?
  public init(
    key: String, name: String, summary: String, anonymity: AnonymityPolicy, format: FormatPolicy,
    statements: [Statement], reviewForm: ReviewForm, topicKeys: [String]? = nil
  ) {
    self.key = key
    self.name = name
    self.summary = summary
    self.anonymity = anonymity
    self.format = format
    self.statements = statements
    self.reviewForm = reviewForm
    self.topicKeys = topicKeys
  }
}

/// What a manuscript may tell about who wrote it (C7).
public struct AnonymityPolicy: Hashable, Sendable {
  /// What must not appear in the manuscript.
  public enum Hidden: String, Hashable, CaseIterable, Sendable {
    case names, emails, affiliations, acknowledgements, selfReferences = "self-references", links
  }
  public let hidden: [Hidden]
  /// What may appear although it tells something, in the call's words; shown to authors.
  public let allowed: String
  public init(hidden: [Hidden], allowed: String) {
    self.hidden = hidden
    self.allowed = allowed
  }
}

/// How a manuscript has to look (C15–C17).
public struct FormatPolicy: Hashable, Sendable {
  public enum PageSize: String, Hashable, CaseIterable, Sendable { case letter, a4 }
  public let pageSize: PageSize
  public let columns: Int
  /// Pages of main text, references not counted.
  public let mainPagesLimit: Int
  public let styleFile: String
  /// Each reference names all its authors (C16).
  public let referencesListAllAuthors: Bool
  public let appendixSeparate: Bool
  /// Reviewers need not read the appendix (C17).
  public let appendixOptionalReading: Bool
  /// Whether a paper may, or has to, come with an archive of code or data that reviewers get.
  public let supplement: Supplement
  /// What the style file sets; nil when the call leaves it to what is known of the style file's name.
  public let measures: Measures?

  public enum Supplement: String, Hashable, CaseIterable, Sendable { case no, optional, required }

  /// The measures of a page of text.
  public struct Measures: Hashable, Sendable {
    /// Edges of the text, from the upper left corner of the sheet.
    public let leftInches: Double
    public let topInches: Double
    public let rightInches: Double
    public let bottomInches: Double
    public let bodyPoints: Double
    /// From one baseline to the next.
    public let baselinePoints: Double
    public init(
      leftInches: Double, topInches: Double, rightInches: Double, bottomInches: Double, bodyPoints: Double,
      baselinePoints: Double
    ) {
      self.leftInches = leftInches
      self.topInches = topInches
      self.rightInches = rightInches
      self.bottomInches = bottomInches
      self.bodyPoints = bodyPoints
      self.baselinePoints = baselinePoints
    }
  }

  public init(
    pageSize: PageSize, columns: Int, mainPagesLimit: Int, styleFile: String, referencesListAllAuthors: Bool,
    appendixSeparate: Bool, appendixOptionalReading: Bool = true, supplement: Supplement = .no, measures: Measures? = nil
  ) {
    self.supplement = supplement
    self.measures = measures
    self.pageSize = pageSize
    self.columns = columns
    self.mainPagesLimit = mainPagesLimit
    self.styleFile = styleFile
    self.referencesListAllAuthors = referencesListAllAuthors
    self.appendixSeparate = appendixSeparate
    self.appendixOptionalReading = appendixOptionalReading
  }
}

/// A text an author writes at submission, such as where the paper presents its benchmarks (C4).
public struct Statement: Hashable, Sendable {
  public let key: String
  public let label: String
  public let help: String
  public let limitWords: Int
  public let shownToReviewers: Bool
  public init(key: String, label: String, help: String, limitWords: Int, shownToReviewers: Bool) {
    self.key = key
    self.label = label
    self.help = help
    self.limitWords = limitWords
    self.shownToReviewers = shownToReviewers
  }
}

/// A statement every author confirms or answers before the paper counts as submitted (C13, C21).
public struct Declaration: Hashable, Sendable {
  public enum Answer: Hashable, Sendable {
    /// A box that must be ticked.
    case confirm
    /// One of the listed answers; those marked want a text beside them.
    case choose([Option])
  }
  public struct Option: Hashable, Sendable {
    public let key: String
    public let label: String
    public let wantsText: Bool
    public init(key: String, label: String, wantsText: Bool) {
      self.key = key
      self.label = label
      self.wantsText = wantsText
    }
  }
  public let key: String
  public let text: String
  public let answer: Answer
  /// Keys of the tracks it is asked on; nil when on all. Read by `Call.declarations(of:)`.
  public let trackKeys: [String]?
  public init(key: String, text: String, answer: Answer, trackKeys: [String]? = nil) {
    self.key = key
    self.text = text
    self.answer = answer
    self.trackKeys = trackKeys
  }
}

/// A case in which the dual-submission rule does not bind (C14).
public struct DualSubmissionException: Hashable, Sendable {
  public let key: String
  public let label: String
  public let wantsExplanation: Bool
  /// The earlier paper has to be uploaded for the chairs.
  public let wantsPaper: Bool
  public let wantsChairApproval: Bool
  /// What reviewers are told when it is claimed; empty when nothing.
  public let noteToReviewers: String
  public init(
    key: String, label: String, wantsExplanation: Bool, wantsPaper: Bool, wantsChairApproval: Bool,
    noteToReviewers: String
  ) {
    self.key = key
    self.label = label
    self.wantsExplanation = wantsExplanation
    self.wantsPaper = wantsPaper
    self.wantsChairApproval = wantsChairApproval
    self.noteToReviewers = noteToReviewers
  }
}

/// A reason for a conflict of interest that people may declare (C19).
public struct ConflictKind: Hashable, Sendable {
  public let key: String
  public let label: String
  public init(key: String, label: String) {
    self.key = key
    self.label = label
  }
}
