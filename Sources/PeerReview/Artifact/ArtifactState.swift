/// How far an artifact is, for whoever may know of it.
public enum ArtifactState: String, Hashable, CaseIterable, Sendable {
  case withdrawn
  /// Something is missing: as it stands it is not evaluated.
  case incomplete
  /// Complete, before artifacts are due.
  case complete
  /// Due, with fewer evaluators than the call asks for.
  case waitsForEvaluators = "waits for evaluators"
  case underEvaluation = "under evaluation"
  /// Every evaluation is in, and not every badge is decided.
  case waitsForDecision = "waits for a decision"
  case decided
  case released

  /// `evaluators` have it, and `evaluations` of them are in; `undecided` badges are without a decision.
  public init(
    isWithdrawn: Bool, isComplete: Bool, isDue: Bool, evaluators: Int, evaluations: Int, wanted: Int, undecided: Int,
    isReleased: Bool
  ) {
    if isWithdrawn {
      self = .withdrawn
    } else if !isComplete {
      self = .incomplete
    } else if isReleased {
      self = .released
    } else if !isDue {
      self = .complete
    } else if undecided == 0 {
      self = .decided
    } else if evaluators > 0, evaluations == evaluators {
      self = .waitsForDecision
    } else {
      self = evaluators < wanted ? .waitsForEvaluators : .underEvaluation
    }
  }
}
