/// Lifting the blindness of the call for one reviewer of one paper, as when a suspicion has to be judged.
public enum OpeningRules {
  /// A reason others can weigh, not a word.
  public static let reasonCharacters = 20...2_000

  /// `standing` is that of the reviewer it is opened to. Refuses `invalid` for what can't be opened, for anyone who does
  /// not have the paper to review, and without a reason.
  public static func open(_ secret: Secret?, to standing: Standing, reason: String) throws(Refusal) {
    var problems: [FieldProblem] = []
    if !(secret.map(DisclosureRules.canBeOpened) ?? false) {
      problems.append(FieldProblem("secret", "Choose what is to be opened."))
    }
    if case .reviewer = standing {
    } else {
      problems.append(FieldProblem("reviewer", "Choose someone who has this paper to review."))
    }
    if !reasonCharacters.contains(reason.count) {
      let sentence =
        "Say why, in \(reasonCharacters.lowerBound) to \(reasonCharacters.upperBound) characters: the other chairs read it."
      problems.append(FieldProblem("reason", sentence))
    }
    if !problems.isEmpty { throw .invalid(problems) }
  }
}
