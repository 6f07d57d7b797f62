/// The checks an assignment problem's input must pass.
struct ProblemCheck {
  let paperCount: Int
  let reviewerCount: Int

  func sizes(_ candidates: CandidateRows, demandMinimum: [Int], loadMinimum: [Int]) throws(ProblemError) {
    let sizeLimit = AssignmentProblem.sizeLimit
    guard paperCount <= sizeLimit else { throw .tooMany(.demand, found: paperCount, limit: sizeLimit) }
    guard reviewerCount <= sizeLimit else { throw .tooMany(.loadMaximum, found: reviewerCount, limit: sizeLimit) }
    guard candidates.rowStart.count == paperCount + 1 else {
      throw .lengthMismatch(.candidates, expected: paperCount, found: max(0, candidates.rowStart.count - 1))
    }
    guard demandMinimum.count == paperCount else {
      throw .lengthMismatch(.demand, expected: paperCount, found: demandMinimum.count)
    }
    guard loadMinimum.count == reviewerCount else {
      throw .lengthMismatch(.loadMinimum, expected: reviewerCount, found: loadMinimum.count)
    }
    try rows(candidates)
  }

  private func rows(_ candidates: CandidateRows) throws(ProblemError) {
    let pairCount = candidates.reviewer.count
    let pairLimit = AssignmentProblem.pairLimit
    guard pairCount <= pairLimit else { throw .tooMany(.candidates, found: pairCount, limit: pairLimit) }
    guard candidates.score.count == pairCount else {
      throw .lengthMismatch(.candidates, expected: pairCount, found: candidates.score.count)
    }
    guard candidates.rowStart[0] == 0, candidates.rowStart[paperCount] == pairCount else {
      throw .rowsOutOfOrder(paper: candidates.rowStart[0] == 0 ? paperCount : 0)
    }
    for paper in 0..<paperCount where candidates.rowStart[paper] > candidates.rowStart[paper + 1] {
      throw .rowsOutOfOrder(paper: paper)
    }
  }

  func counts(
    demandMinimum: [Int], demandMaximum: [Int], loadMinimum: [Int], loadMaximum: [Int]
  ) throws(ProblemError) {
    let fields: [(ProblemError.Field, [Int])] = [
      (.demand, demandMinimum), (.demand, demandMaximum), (.loadMinimum, loadMinimum), (.loadMaximum, loadMaximum),
    ]
    let limit = AssignmentProblem.countLimit
    for (field, values) in fields {
      for (index, value) in values.enumerated() where !(0...limit).contains(value) {
        throw .countOutOfRange(field, index: index, value: value, limit: limit)
      }
    }
    for (paper, bounds) in zip(demandMinimum, demandMaximum).enumerated() where bounds.0 > bounds.1 {
      throw .minimumDemandAboveMaximum(paper: paper, minimum: bounds.0, maximum: bounds.1)
    }
    for (reviewer, bounds) in zip(loadMinimum, loadMaximum).enumerated() where bounds.0 > bounds.1 {
      throw .minimumAboveMaximum(reviewer: reviewer, minimum: bounds.0, maximum: bounds.1)
    }
  }

  func targets(_ targets: LoadTargets, loadMinimum: [Int], loadMaximum: [Int]) throws(ProblemError) {
    guard targets.load.count == reviewerCount else {
      throw .lengthMismatch(.loadTargets, expected: reviewerCount, found: targets.load.count)
    }
    for (reviewer, target) in targets.load.enumerated() {
      let (minimum, maximum) = (loadMinimum[reviewer], loadMaximum[reviewer])
      guard minimum <= target, target <= maximum else {
        throw .targetOutsideLoads(reviewer: reviewer, target: target, minimum: minimum, maximum: maximum)
      }
    }
    if let price = targets.price, !(0...AssignmentProblem.scoreLimit).contains(price) { throw .targetPriceOutOfRange(price) }
  }

  func indices(of pairs: [Pair], in field: ProblemError.Field) throws(ProblemError) {
    for (index, pair) in pairs.enumerated() {
      guard (0..<paperCount).contains(pair.paper) else {
        throw .unknownPaper(field, index: index, paper: pair.paper)
      }
      guard (0..<reviewerCount).contains(pair.reviewer) else {
        throw .unknownReviewer(field, index: index, reviewer: pair.reviewer)
      }
    }
  }

  /// Expects indices that passed `indices(of:in:)`.
  func forcedPairs(
    _ forced: [Pair], demand: [Int], loadMaximum: [Int], forbidden: Set<Pair>
  ) throws(ProblemError) {
    var ofPaper: [Int: Int] = [:]
    var ofReviewer: [Int: Int] = [:]
    var seen: Set<Pair> = []
    for (index, pair) in forced.enumerated() where seen.insert(pair).inserted {
      guard !forbidden.contains(pair) else {
        throw .forcedAndForbidden(index: index, paper: pair.paper, reviewer: pair.reviewer)
      }
      ofPaper[pair.paper, default: 0] += 1
      ofReviewer[pair.reviewer, default: 0] += 1
    }
    for (paper, count) in ofPaper.sorted(by: { $0.key < $1.key }) where count > demand[paper] {
      throw .forcedAboveDemand(paper: paper, forced: count, demand: demand[paper])
    }
    for (reviewer, count) in ofReviewer.sorted(by: { $0.key < $1.key }) where count > loadMaximum[reviewer] {
      throw .forcedAboveLoad(reviewer: reviewer, forced: count, maximum: loadMaximum[reviewer])
    }
  }
}
