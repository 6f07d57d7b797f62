internal import Matching

/// Broken rules and refusals in words.
struct RuleSentences {
  private let instance: AssignmentInstance

  init(_ instance: AssignmentInstance) { self.instance = instance }

  func sentence(_ violation: SideViolation) -> String {
    switch violation {
    case .tooMany(let rule, let paper, _, let given): "\(name(paper)): \(given) reviewers share a value of rule \(rule + 1)"
    case .tooFew(let rule, let paper, _, let given): "\(name(paper)): only \(given) reviewers have the value of rule \(rule + 1)"
    case .tooAlike(let rule, let paper, let distinct): "\(name(paper)): only \(distinct) different values of rule \(rule + 1)"
    case .together(let paper, let pair):
      "\(name(paper)): \(instance.reviewerName(pair.first)) and \(instance.reviewerName(pair.second)) are to be kept apart"
    case .twoCycle(let one, let other):
      "\(instance.reviewerName(one.reviewer)) reads \(name(one.paper)) and \(instance.reviewerName(other.reviewer)) "
        + "\(name(other.paper)): they read each other's"
    case .bothAlternatives(let rule):
      instance.constraints.alternatives.indices.contains(rule)
        ? both(instance.constraints.alternatives[rule]) : "both pairs of alternative \(rule + 1)"
    case .overfullTrack(_, let reviewer, _, let given): "\(instance.reviewerName(reviewer)) has \(given) papers of one track"
    case .belowLeastScore(let paper, let score): "\(name(paper)): the sum is only \(Score.decimal(units: score))"
    }
  }

  private func both(_ pairs: PairOfPairs) -> String {
    "\(instance.reviewerName(pairs.first.reviewer)) on \(name(pairs.first.paper)) and "
      + "\(instance.reviewerName(pairs.second.reviewer)) on \(name(pairs.second.paper)) are one person on one paper"
  }

  private func name(_ paper: Int) -> String { "paper \(instance.paperName(paper))" }
}

extension MethodRefusal {
  /// What the method can't honour, and what can.
  var sentence: String {
    switch self {
    case .constraints(let error): "the rules don't fit the problem: \(error)"
    case .overlappingAttributes(let rule, let other, _):
      "rules \(rule + 1) and \(other + 1) speak of the same papers, and lots can keep only one. Use optimal or fair"
    case .attributeNeedsExactDemand(let rule, _): "rule \(rule + 1) needs papers whose min and max are equal. Use optimal or fair"
    case .attributeNeedsMoreReviews(let rule, _): "rule \(rule + 1) wants more reviewers than a paper takes"
    case .distinctValues(let rule, _):
      "of rules on different values only “distinct … 2”, with a value for every reviewer, can be kept by lots; rule \(rule + 1) can't. "
        + "Use optimal or fair"
    case .forcedPairs: "the forced pairs alone break a rule"
    case .forcedAgainstRule(let rule, _): "the forced pairs leave no room for rule \(rule + 1)"
    case .perturbation(let thousandths, _): "a perturbation lies between 0 and 0.5; \(thousandths) thousandths doesn't"
    case .negativeScore: "scores below 0 can't be perturbed. Shift the scores so that the lowest is 0"
    case .tracks: "limits of tracks are not kept by lots. Use optimal or fair, or leave --tracks out"
    case .tooLarge: "demands, loads or scores are too large to count with. Use a limit with fewer decimals"
    }
  }
}
