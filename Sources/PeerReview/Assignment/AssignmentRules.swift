/// Whether a reviewer may be given a paper. A noun to hang ids on.
public enum Assignment {}

/// A solver's proposal, changed by hand, until it is released. A noun to hang ids on.
public enum Plan {}

public enum AssignmentRules {
  /// What keeps a pair out of a plan, the weightiest first; nil when nothing does: never an author, never a conflict (C19),
  /// only a reviewer, only on a paper in the process, never to someone with another part in its
  /// review, and not again to someone whose assignment on it has ended.
  public static func obstacle(_ facts: PairFacts) -> PairObstacle? {
    if !facts.isUnderReview { return .notUnderReview }
    if facts.isShutOut { return .shutOut }
    if !facts.holdsOffice { return .noOffice }
    if facts.hasOtherPart { return .otherPart }
    return facts.hasEnded ? .ended : nil
  }

  /// What keeps a chair from giving the paper by hand: the same, but an ended assignment may be given again.
  public static func obstacleByHand(_ facts: PairFacts) -> PairObstacle? {
    let obstacle = obstacle(facts)
    return obstacle == .ended ? nil : obstacle
  }

  /// Running the matcher and every change of who reviews what by chairs: once submissions are closed, before decisions
  /// are released.
  public static func plan(call: Call, releasedAt: Instant?, at now: Instant) throws(Refusal) {
    if let releasedAt { throw .closed(since: releasedAt) }
    let complete = call.calendar.completing.closes
    if now < complete { throw .notYetOpen(opens: complete) }
  }

  /// Changing a draft plan by hand, or releasing it: only between solving and release.
  public static func change(isSolved: Bool, planReleasedAt: Instant?, isBeingReleased: Bool = false) throws(Refusal) {
    if let planReleasedAt { throw .closed(since: planReleasedAt) }
    if isBeingReleased { throw .invalid([FieldProblem("", "This plan is being released. Look again in a moment.")]) }
    if !isSolved { throw .invalid([FieldProblem("", "This plan holds no assignment. Run the matcher again.")]) }
  }

  /// The matcher's numbers as a chair may set them.
  public static func policy(reviews: Int, minimum: Int, maximum: Int) throws(Refusal) {
    var problems: [FieldProblem] = []
    if !(1...20).contains(reviews) { problems.append(FieldProblem("reviewsPerSubmission", "Ask for 1 to 20 reviews a paper.")) }
    if !(0...500).contains(minimum) { problems.append(FieldProblem("loadMinimum", "Give a minimum load from 0 to 500.")) }
    if !(1...500).contains(maximum) || maximum < minimum {
      problems.append(FieldProblem("loadMaximum", "Give a maximum load from 1 to 500 that is at least the minimum."))
    }
    if !problems.isEmpty { throw .invalid(problems) }
  }
}
