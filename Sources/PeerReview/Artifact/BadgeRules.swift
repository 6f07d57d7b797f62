/// Deciding on badges, each on its own criteria, and releasing them all at once (C18).
public enum BadgeRules {
  /// The evaluations that were handed in speak; against all of them a badge needs the chair's reason, and “available” can't be
  /// awarded at all before somebody confirmed that the identifier leads to the artifact. Refuses `closed` after the release.
  public static func decide(
    _ badge: ArtifactBadge, awards: Bool, note: String, requested: [ArtifactBadge], location: String,
    evaluations: [EvaluationContent], decided: [ArtifactBadge: Bool], releasedAt: Instant?, policy: ArtifactPolicy
  ) throws(Refusal) {
    if let releasedAt { throw .closed(since: releasedAt) }
    let field = "badges.\(badge.rawValue)"
    func refuse(_ sentence: String) -> Refusal { .invalid([FieldProblem(field, sentence)]) }
    if !requested.contains(badge) { throw refuse("The authors did not request this badge.") }
    if note.count > ArtifactRules.messageCharacters {
      throw refuse("The note has more than \(ArtifactRules.messageCharacters) characters. Shorten it.")
    }
    guard awards else {
      if Words.isBlank(note) { throw refuse("Tell the authors why the badge is not awarded.") }
      if badge == .functional, decided[.reusable] == true { throw refuse(both(policy)) }
      return
    }
    if evaluations.isEmpty { throw refuse("No evaluation of this artifact was handed in yet.") }
    let isRecommended = evaluations.contains { $0.recommends(badge) == true }
    if badge == .available {
      if let reason = ArchivalIdentifier.reason(against: location) { throw refuse(reason) }
      if !isRecommended { throw refuse("No evaluator has confirmed yet that the identifier leads to the artifact.") }
    }
    if !isRecommended, Words.isBlank(note) {
      throw refuse("No evaluator recommends this badge. To award it all the same, say why.")
    }
    if badge == .reusable, decided[.functional] == false { throw refuse(both(policy)) }
  }

  private static func both(_ policy: ArtifactPolicy) -> String {
    "“\(policy.label(.reusable))” exceeds “\(policy.label(.functional))”: award both or refuse both."
  }

  /// One act for all: not before the day the call names, not twice, and only when every badge that is requested of a complete
  /// artifact is decided. `undecided` counts those that are not, `confirmed` is the chair's explicit yes.
  public static func release(
    undecided: Int, confirmed: Bool, releasedAt: Instant?, call: Call, at now: Instant
  ) throws(Refusal) {
    guard let policy = call.artifacts else { throw .notFound }
    if let releasedAt { throw .closed(since: releasedAt) }
    if now < policy.calendar.badges { throw .notYetOpen(opens: policy.calendar.badges) }
    if undecided > 0 {
      throw .invalid([FieldProblem("confirm", "Not every badge that was requested is decided. Decide on all of them first.")])
    }
    if !confirmed { throw .invalid([FieldProblem("confirm", "Confirm that every badge is released now.")]) }
  }
}

/// How often a badge was requested and awarded.
public struct BadgeFigure: Hashable, Sendable {
  public let badge: ArtifactBadge
  public let requested: Int
  public let awarded: Int

  public init(badge: ArtifactBadge, requested: Int, awarded: Int) {
    self.badge = badge
    self.requested = requested
    self.awarded = awarded
  }

  /// Over few artifacts nothing is told.
  public var isTold: Bool { SmallGroups.shows(requested) }
}
