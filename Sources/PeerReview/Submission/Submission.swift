/// The paper in the process, with all its versions. A noun to hang ids on; views carry what a viewer may see.
public enum Submission {}

/// One stored PDF of a submission. A noun to hang ids on.
public enum Manuscript {}

/// Where a submission stands, computed from its dated facts.
public enum SubmissionState: String, Hashable, CaseIterable, Sendable {
  case draft
  case submitted
  case withdrawn
  case deskRejected = "desk-rejected"

  /// Withdrawal outranks everything, then rejection by the desk.
  public init(submittedAt: Instant?, withdrawnAt: Instant?, deskRejectedAt: Instant?) {
    if withdrawnAt != nil {
      self = .withdrawn
    } else if deskRejectedAt != nil {
      self = .deskRejected
    } else {
      self = submittedAt == nil ? .draft : .submitted
    }
  }
}

/// What kind of file an upload is. Each is kept in versions of its own.
public enum FileSlot: String, Hashable, CaseIterable, Sendable {
  case manuscript
  case appendix
  /// An archive of code, data or other sources that belong to the paper, where the call takes one.
  case supplement
  /// The earlier workshop paper, for chairs only (C14).
  case workshop
  /// The accepted paper as it is published, and what belongs to it.
  case final
  case finalAppendix = "final-appendix"
  /// An archive of what the final version is made from, for the publisher.
  case source

  /// Due with the final version, not with the submission.
  public var isFinal: Bool {
    switch self {
    case .final, .finalAppendix, .source: true
    case .manuscript, .appendix, .supplement, .workshop: false
    }
  }

  /// Everything but an archive is a PDF.
  public var isArchive: Bool { self == .source || self == .supplement }

  public var isForReviewers: Bool {
    switch self {
    case .manuscript, .appendix, .supplement: true
    case .workshop, .final, .finalAppendix, .source: false
    }
  }

  public func limitBytes(in call: Call) -> Int64 {
    switch self {
    case .manuscript, .workshop, .final: call.limits.manuscriptBytes
    case .appendix, .finalAppendix: call.limits.appendixBytes
    case .supplement: call.limits.supplementBytes
    case .source: call.cameraReady?.sourceBytes ?? call.limits.appendixBytes
    }
  }
}

/// Everything an author says of a paper except who wrote it and who is in conflict.
public struct SubmissionContent: Hashable, Sendable {
  public var track: String
  public var title: String
  public var abstract: String
  public var keywords: [String]
  /// Keys of the call's topics.
  public var topics: [String]
  public var answers: SubmissionAnswers

  public init(
    track: String = "", title: String = "", abstract: String = "", keywords: [String] = [], topics: [String] = [],
    answers: SubmissionAnswers = SubmissionAnswers()
  ) {
    self.track = track
    self.title = title
    self.abstract = abstract
    self.keywords = keywords
    self.topics = topics
    self.answers = answers
  }
}

/// Statements, declarations and claimed exceptions, by the keys the call gives them.
public struct SubmissionAnswers: Hashable, Sendable, Codable {
  /// Statement key → the author's text (C4).
  public var statements: [String: String]
  /// Declaration key → `yes` for a ticked box, or the chosen option's key (C13, C21).
  public var declarations: [String: String]
  /// Declaration key → the text beside an option that wants one.
  public var declarationTexts: [String: String]
  /// Claimed exception key → explanation, possibly empty (C14).
  public var exceptions: [String: String]
  /// A public preprint, for chairs' eyes only (C9).
  public var preprint: String
  /// Why none of the authors serves as a reviewer, for chairs' eyes only.
  public var exemption: String

  public init(
    statements: [String: String] = [:], declarations: [String: String] = [:], declarationTexts: [String: String] = [:],
    exceptions: [String: String] = [:], preprint: String = "", exemption: String = ""
  ) {
    self.statements = statements
    self.declarations = declarations
    self.declarationTexts = declarationTexts
    self.exceptions = exceptions
    self.preprint = preprint
    self.exemption = exemption
  }

  /// What was stored before exemptions has none.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    statements = try fields.decode([String: String].self, forKey: .statements)
    declarations = try fields.decode([String: String].self, forKey: .declarations)
    declarationTexts = try fields.decode([String: String].self, forKey: .declarationTexts)
    exceptions = try fields.decode([String: String].self, forKey: .exceptions)
    preprint = try fields.decode(String.self, forKey: .preprint)
    exemption = try fields.decodeIfPresent(String.self, forKey: .exemption) ?? ""
  }
}

/// One author in the order printed.
public struct Author: Hashable, Sendable {
  public var name: String
  public var email: String
  public var affiliation: String
  public var orcid: String
  /// Receives letters and may edit; every listed author may read.
  public var contact: Bool
  /// Named to serve as a reviewer in return; chairs read it, reviewers never.
  public var serves: Bool

  public init(
    name: String = "", email: String = "", affiliation: String = "", orcid: String = "", contact: Bool = false,
    serves: Bool = false
  ) {
    self.name = name
    self.email = email
    self.affiliation = affiliation
    self.orcid = orcid
    self.contact = contact
    self.serves = serves
  }
}

/// A conflict of interest with one person, whether or not that person has an account (C19).
public struct DeclaredConflict: Hashable, Sendable {
  public var email: String
  public var name: String
  /// Key of one of the call's conflict kinds.
  public var kind: String

  public init(email: String = "", name: String = "", kind: String = "") {
    self.email = email
    self.name = name
    self.kind = kind
  }
}
