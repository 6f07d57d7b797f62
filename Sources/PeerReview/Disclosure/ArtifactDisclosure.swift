/// Everything about an artifact and its evaluation that some viewer must not learn. That badges were awarded is public once
/// they are released; all else stays where it is.
public enum ArtifactSecret: String, Hashable, CaseIterable, Sendable {
  /// That there is an artifact: the paper's number and title, what the artifact is and needs, and the badges requested.
  case artifact
  /// Its claims, location and files, and the accepted paper with its authors.
  case files = "artifact files"
  /// Who evaluates it, behind the letter.
  case evaluators
  /// Kick-the-tires reports and the dialogue with the authors.
  case dialogue
  /// What evaluators found, as far as it is for authors, and what they recommend.
  case evaluations
  /// Words of evaluators to the artifact chairs, and nominations.
  case evaluationsForChairs = "private evaluation fields"
  /// Which badges are awarded and which are not, with the notes.
  case badges
  case preferences
  /// Who must not evaluate it.
  case conflicts = "artifact conflicts"
}

/// What a viewer is to one artifact. Nothing of it follows from an office on the program committee, and the other way round.
/// Authorship and conflict outrank every office.
public enum ArtifactStanding: Hashable, Sendable {
  case author(contact: Bool)
  case conflicted
  case chair
  /// Has the artifact to evaluate; `ownEvaluationIn` once the form was handed in.
  case evaluator(ownEvaluationIn: Bool)
  /// Serves as an evaluator, without this artifact.
  case committee
  /// Everyone else, the program committee and its chairs among them.
  case outsider

  /// The one place where precedence is decided.
  public init(
    isAuthor: Bool, isContact: Bool, isConflicted: Bool, isChair: Bool, isAssigned: Bool, ownEvaluationIn: Bool,
    isCommittee: Bool
  ) {
    if isAuthor, !Mutation.opens("authorship gives no standing at artifacts") {
      self = .author(contact: isContact)
    } else if isConflicted, !Mutation.opens("a conflict gives no standing at artifacts") {
      self = .conflicted
    } else if isChair {
      self = .chair
    } else if isAssigned {
      self = .evaluator(ownEvaluationIn: ownEvaluationIn || Mutation.opens("one's own evaluation counts as in"))
    } else if isCommittee {
      self = .committee
    } else {
      self = .outsider
    }
  }
}

/// The facts of time that the disclosure of artifacts depends on.
public struct ArtifactMoment: Hashable, Sendable {
  /// Registration is closed: evaluators look at what there is.
  public let registrationClosed: Bool
  /// The artifacts were due: evaluation has begun.
  public let artifactsDue: Bool
  public let badgesReleased: Bool

  public init(registrationClosed: Bool, artifactsDue: Bool, badgesReleased: Bool) {
    self.registrationClosed = registrationClosed
    self.artifactsDue = artifactsDue
    self.badgesReleased = badgesReleased
  }

  public init(_ calendar: ArtifactCalendar, badgesReleasedAt: Instant?, now: Instant) {
    self.init(
      registrationClosed: now >= calendar.registration, artifactsDue: now >= calendar.artifact,
      badgesReleased: badgesReleasedAt != nil || Mutation.opens("badges are released early"))
  }
}

extension DisclosureRules {
  /// Nil when it is shown to a viewer of this standing; otherwise the reason it is hidden. Without default, as for papers.
  public static func secrecy(
    of secret: ArtifactSecret, for standing: ArtifactStanding, at moment: ArtifactMoment
  ) -> Secrecy? {
    if Mutation.opens("\(secret.rawValue) of artifacts is shown to \(standing)") { return nil }
    return switch standing {
    case .author: forArtifactAuthor(secret, moment)
    case .conflicted: .ownOrConflicted
    case .chair: nil
    case .evaluator(let ownEvaluationIn): forEvaluator(secret, ownEvaluationIn: ownEvaluationIn, moment)
    case .committee: forArtifactCommittee(secret, moment)
    case .outsider: .officeOnly
    }
  }

  private static func forArtifactAuthor(_ secret: ArtifactSecret, _ moment: ArtifactMoment) -> Secrecy? {
    switch secret {
    case .artifact, .files, .dialogue: nil
    // Single blind, whatever the blindness of the paper was.
    case .evaluators: .evaluatorsAnonymous
    case .evaluations, .badges: moment.badgesReleased ? nil : .notYetReleased
    case .evaluationsForChairs, .preferences, .conflicts: .officeOnly
    }
  }

  private static func forEvaluator(
    _ secret: ArtifactSecret, ownEvaluationIn: Bool, _ moment: ArtifactMoment
  ) -> Secrecy? {
    switch secret {
    case .artifact: moment.registrationClosed ? nil : .notYetReleased
    case .files, .dialogue: moment.artifactsDue ? nil : .notYetReleased
    case .evaluators: .evaluatorsAnonymous
    case .evaluations: ownEvaluationIn ? nil : .ownEvaluationMissing
    case .badges: moment.badgesReleased ? nil : .notYetReleased
    case .evaluationsForChairs, .preferences, .conflicts: .officeOnly
    }
  }

  private static func forArtifactCommittee(_ secret: ArtifactSecret, _ moment: ArtifactMoment) -> Secrecy? {
    switch secret {
    case .artifact: moment.registrationClosed ? nil : .notYetReleased
    case .evaluators: .evaluatorsAnonymous
    case .files, .dialogue, .evaluations, .evaluationsForChairs, .badges, .preferences, .conflicts: .officeOnly
    }
  }
}
