/// A plan counted against a problem.
struct Tally {
  private(set) var reviewsOfPaper: [Int]
  private(set) var papersOfReviewer: [Int]
  /// The sum over the pairs that the problem allows.
  private(set) var totalScore: Int64 = 0
  /// All but demands and loads.
  private(set) var pairViolations: [Violation] = []

  /// Relies on a plan's pairs being sorted, as `Plan` keeps them: those that are the same stand together.
  init(_ plan: Plan, _ problem: AssignmentProblem) {
    reviewsOfPaper = Array(repeating: 0, count: problem.paperCount)
    papersOfReviewer = Array(repeating: 0, count: problem.reviewerCount)
    var missing = problem.forced[...]
    var previous: Pair?
    for pair in plan.pairs {
      let isRepeated = pair == previous
      previous = pair
      while let forced = missing.first, forced < pair {
        missingForced.append(forced)
        missing.removeFirst()
      }
      if missing.first == pair { missing.removeFirst() }
      count(pair, isRepeated: isRepeated, problem)
    }
    for forced in missingForced + missing { pairViolations.append(.forcedMissing(forced)) }
  }

  private var missingForced: [Pair] = []

  private mutating func count(_ pair: Pair, isRepeated: Bool, _ problem: AssignmentProblem) {
    guard reviewsOfPaper.indices.contains(pair.paper) else {
      pairViolations.append(.unknownPaper(pair))
      return
    }
    guard papersOfReviewer.indices.contains(pair.reviewer) else {
      pairViolations.append(.unknownReviewer(pair))
      return
    }
    guard !isRepeated else {
      pairViolations.append(.repeated(pair))
      return
    }
    reviewsOfPaper[pair.paper] += 1
    papersOfReviewer[pair.reviewer] += 1
    guard let score = problem.score(of: pair) else {
      pairViolations.append(.notAllowed(pair))
      return
    }
    totalScore += score
  }
}
