/// What belongs to an accepted paper beside its text: code, data, proofs, and how to run them. A noun to hang ids on.
public enum Artifact {}

/// One evaluator's task with one artifact. A noun to hang ids on.
public enum Evaluation {}

/// A badge of the ACM's Artifact Review and Badging, version 1.1. The raw value is its key in the call file.
public enum ArtifactBadge: String, Hashable, Comparable, CaseIterable, Codable, Sendable {
  case available
  case functional = "evaluated-functional"
  case reusable = "evaluated-reusable"
  /// Others got the main results with the help of the authors' artifact.
  case reproduced = "results-reproduced"
  /// Others got the main results without it.
  case replicated = "results-replicated"

  public static func < (left: ArtifactBadge, right: ArtifactBadge) -> Bool { left.place < right.place }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// What is shown of awarded badges, in order: Reusable exceeds Functional, so that only one of the two is.
  public static func shown(_ awarded: Set<ArtifactBadge>) -> [ArtifactBadge] {
    awarded.sorted().filter { $0 != .functional || !awarded.contains(.reusable) }
  }
}

/// Everything authors say of an artifact.
public struct ArtifactContent: Hashable, Codable, Sendable {
  /// What it is and holds.
  public var description: String
  public var claims: [ArtifactClaim]
  /// What it needs to run.
  public var hardware: String
  public var duration: String
  /// Accounts, licences and keys.
  public var accounts: String
  /// Where it lies, when not in the upload: an address, or an identifier of an archival repository.
  public var location: String
  /// How to get at it.
  public var access: String
  /// Each is requested, and decided on, by itself.
  public var badges: [ArtifactBadge]

  public init(
    description: String = "", claims: [ArtifactClaim] = [], hardware: String = "", duration: String = "", accounts: String = "",
    location: String = "", access: String = "", badges: [ArtifactBadge] = []
  ) {
    self.description = description
    self.claims = claims
    self.hardware = hardware
    self.duration = duration
    self.accounts = accounts
    self.location = location
    self.access = access
    self.badges = badges
  }
}

/// A claim of the paper with the experiments that support it.
public struct ArtifactClaim: Hashable, Codable, Sendable {
  public var claim: String
  public var experiments: String
  public init(claim: String = "", experiments: String = "") {
    self.claim = claim
    self.experiments = experiments
  }
}

/// What kind of file an upload to an artifact is. Each is kept in versions of its own.
public enum ArtifactSlot: String, Hashable, CaseIterable, Sendable {
  case archive
  /// A PDF that tells evaluators how to proceed.
  case appendix

  public func limitBytes(in call: Call) -> Int64 {
    switch self {
    case .archive: call.artifacts?.archiveBytes ?? call.limits.appendixBytes
    case .appendix: call.limits.appendixBytes
    }
  }
}

/// Whether an evaluator got the artifact to run at all, before a full evaluation is worth its time.
public enum KickTheTires: String, Hashable, CaseIterable, Sendable {
  case works
  case problems
  case blocked
}

/// What an evaluator finds: checks by badge, a recommendation for each badge requested, and words for authors and chairs.
public struct EvaluationContent: Hashable, Codable, Sendable {
  /// Keys of the checks that hold, as `BADGE.CHECK`; sorted.
  public var checks: [String]
  /// Badge key → recommended or not; missing while undecided.
  public var recommendations: [String: Bool]
  public var toAuthors: String
  public var toChairs: String
  public var nominates: Bool
  public var nomination: String

  public init(
    checks: [String] = [], recommendations: [String: Bool] = [:], toAuthors: String = "", toChairs: String = "",
    nominates: Bool = false, nomination: String = ""
  ) {
    self.checks = checks
    self.recommendations = recommendations
    self.toAuthors = toAuthors
    self.toChairs = toChairs
    self.nominates = nominates
    self.nomination = nomination
  }

  public func recommends(_ badge: ArtifactBadge) -> Bool? { recommendations[badge.rawValue] }
}

/// How authors and evaluators are told of an evaluator: never by name.
public enum EvaluatorLetter {
  /// `Evaluator A` for 1, `Evaluator Z` for 26, `Evaluator AA` for 27.
  public static func name(_ number: Int) -> String {
    var letters = ""
    var rest = max(1, number)
    while rest > 0 {
      rest -= 1
      letters = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + letters
      rest /= 26
    }
    return "Evaluator \(letters)"
  }
}

/// Letters of artifact evaluation by kind. No chair of the program finds one in the outbox.
public enum ArtifactMail: String, CaseIterable, Sendable {
  case invitation = "artifact-invitation"
  case registered = "artifact-registered"
  case assigned = "artifact-assigned"
  case report = "artifact-report"
  case message = "artifact-message"
  case badges = "artifact-badges"
}
