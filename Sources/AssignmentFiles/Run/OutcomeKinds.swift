internal import Foundation
internal import Matching

extension MethodOutcome {
  /// No plan meets demands and loads.
  static func short(_ shortfall: Shortfall, _ instance: AssignmentInstance) -> MethodOutcome {
    var outcome = MethodOutcome(
      plan: shortfall.plan, isWhole: false, isProven: false, bound: nil, duals: shortfall.duals, shortfall: shortfall,
      reason: ShortfallSentences(instance).sentences(shortfall).joined(separator: "\n"))
    outcome.lackingPapers = shortfall.papers
    outcome.lackingReviewers = shortfall.reviewers
    return outcome
  }

  /// No plan at all.
  static func none(_ reason: String) -> MethodOutcome {
    MethodOutcome(plan: Plan(pairs: []), isWhole: false, isProven: false, bound: nil, reason: reason)
  }

  static let impossible = none("No plan meets every rule, as the search has proven. Loosen a rule.")

  /// No plan was found that meets the rules; this one comes near.
  static func unmended(_ plan: Plan, _ instance: AssignmentInstance) -> MethodOutcome {
    let broken = Verifier.verify(plan, instance.constraints, instance.problem)
    let sentences = RuleSentences(instance)
    let head = "No plan was found that meets every rule, nor a proof that there is none. The nearest breaks \(broken.count):"
    return MethodOutcome(
      plan: plan, isWhole: false, isProven: false, bound: nil,
      reason: ([head] + broken.prefix(20).map(sentences.sentence)).joined(separator: "\n"))
  }

  /// A plan drawn by lot.
  static func drawn(_ found: RandomizedPlan) -> MethodOutcome {
    let expected = String(format: "%.6f", found.expectedTotal / Double(Score.unitsPerOne))
    let proof =
      found.isOptimal
      ? "no probabilities within the limit do better by the method's measure"
      : String(
        format: "%.4f %% of what is proven to be the most by the method's measure",
        100 * Double(found.objective) / Double(max(1, found.objectiveBound)))
    return MethodOutcome(
      plan: found.plan, isWhole: true, isProven: false, bound: nil, duals: nil, marginals: found.marginals,
      reason: "Drawn by lot. The expected total is \(expected); \(proof).")
  }
}
