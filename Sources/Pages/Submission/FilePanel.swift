public import PeerReview

/// One upload slot with everything ever put into it.
public struct FilePanel: Sendable {
  public let slot: FileSlot
  public let isRequired: Bool
  public let limitBytes: Int64
  /// Newest first.
  public let versions: [FileVersion]
  /// Whether the upload form is printed.
  public let accepts: Bool
  public let problems: [FieldProblem]
  public init(
    slot: FileSlot, isRequired: Bool, limitBytes: Int64, versions: [FileVersion], accepts: Bool, problems: [FieldProblem] = []
  ) {
    self.slot = slot
    self.isRequired = isRequired
    self.limitBytes = limitBytes
    self.versions = versions
    self.accepts = accepts
    self.problems = problems
  }
}

/// One stored file.
public struct FileVersion: Hashable, Sendable {
  public let number: Int
  public let sizeBytes: Int64
  public let sha256: String
  public let uploadedAt: Instant
  public let uploadedBy: String
  /// Nil until the file was looked into.
  public let pages: Int?
  public let screening: ScreeningState
  public init(
    number: Int, sizeBytes: Int64, sha256: String, uploadedAt: Instant, uploadedBy: String, pages: Int?,
    screening: ScreeningState
  ) {
    self.number = number
    self.sizeBytes = sizeBytes
    self.sha256 = sha256
    self.uploadedAt = uploadedAt
    self.uploadedBy = uploadedBy
    self.pages = pages
    self.screening = screening
  }

  public enum ScreeningState: Hashable, Sendable {
    case waiting
    /// Read; the places of its findings are being drawn.
    case drawing(findings: Int)
    case done(findings: Int)
    case failed
    /// Not looked into, such as an archive of sources.
    case kept
    /// Its bytes are gone, by the call's retention rules.
    case deleted(at: Instant)
  }
}

/// One dated fact of a submission's history.
public struct HistoryLine: Hashable, Sendable {
  public let at: Instant
  public let who: String
  public let what: String
  public init(at: Instant, who: String, what: String) {
    self.at = at
    self.who = who
    self.what = what
  }
}
