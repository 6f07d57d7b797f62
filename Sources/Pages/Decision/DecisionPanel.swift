public import PeerReview

/// The outcome as authors read it.
public struct DecisionPanel: Hashable, Sendable {
  public let label: String
  public let accepts: Bool
  /// The chairs' words to the authors; may be empty.
  public let note: String
  public let releasedAt: Instant?
  /// Where the final version is made, and by when; nil where none is asked for.
  public let finalVersion: FinalDoor?
  /// The meta-review, as far as it is for authors; nil where the call keeps it.
  public let metareview: String?
  /// Where an artifact is registered; nil where none is evaluated.
  public let artifact: Link?
  public init(
    label: String, accepts: Bool, note: String, releasedAt: Instant?, finalVersion: FinalDoor? = nil,
    metareview: String? = nil, artifact: Link? = nil
  ) {
    self.finalVersion = finalVersion
    self.metareview = metareview
    self.artifact = artifact
    self.label = label
    self.accepts = accepts
    self.note = note
    self.releasedAt = releasedAt
  }

  public struct FinalDoor: Hashable, Sendable {
    public let link: Link
    public let due: Instant?
    public init(link: Link, due: Instant?) {
      self.link = link
      self.due = due
    }
  }
}

/// A rejection without review as authors read it.
public struct DeskRejectionPanel: Hashable, Sendable {
  /// The ground in the call's words.
  public let ground: String
  public let explanation: String
  public let decidedAt: Instant
  public let isAppealable: Bool
  public let contactEmail: String
  public init(ground: String, explanation: String, decidedAt: Instant, isAppealable: Bool, contactEmail: String) {
    self.ground = ground
    self.explanation = explanation
    self.decidedAt = decidedAt
    self.isAppealable = isAppealable
    self.contactEmail = contactEmail
  }
}
