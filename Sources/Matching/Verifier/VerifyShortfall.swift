extension Verifier {
  /// Everything by which the shortfall is not what it claims to be; empty when its plan is proven to have the most
  /// reviews possible, the least missing load possible, and the highest score among such plans, less the charge for targets.
  public static func verifyShortfall(_ shortfall: Shortfall, _ problem: AssignmentProblem) -> [ShortfallFault] {
    var faults: [ShortfallFault] = []
    var papers: [PaperShortage] = []
    var reviewers: [LoadShortage] = []
    for violation in verify(shortfall.plan, problem) {
      switch violation {
      case .demand(let paper, let needed, let given) where given < needed:
        papers.append(PaperShortage(paper: paper, missingReviews: needed - given))
      case .loadBelowMinimum(let reviewer, let minimum, let given):
        reviewers.append(LoadShortage(reviewer: reviewer, missingPapers: minimum - given))
      default:
        faults.append(.plan(violation))
      }
    }
    if papers != shortfall.papers { faults.append(.paperShortages) }
    if reviewers != shortfall.reviewers { faults.append(.loadShortages) }
    let missingReviews = papers.reduce(0) { $0 + $1.missingReviews }
    let missingLoad = reviewers.reduce(0) { $0 + $1.missingPapers }
    faults += paperBottleneckFaults(shortfall, problem, missingReviews: missingReviews)
    faults += loadBottleneckFaults(shortfall, problem, missingLoad: missingLoad)
    faults += scoreFaults(shortfall, problem, missingReviews: missingReviews)
    return faults
  }

  private static func paperBottleneckFaults(
    _ shortfall: Shortfall, _ problem: AssignmentProblem, missingReviews: Int
  ) -> [ShortfallFault] {
    var faults: [ShortfallFault] = []
    var used: Set<Int> = []
    var proven = 0
    for (index, bottleneck) in shortfall.paperBottlenecks.enumerated() {
      let inside = Set(bottleneck.papers)
      guard bottleneck.papers.allSatisfy({ problem.demandMinimum.indices.contains($0) && used.insert($0).inserted }) else {
        faults.append(.paperBottleneck(index: index))
        continue
      }
      let needed = bottleneck.papers.reduce(0) { $0 + problem.demandMinimum[$1] }
      let readable = bottleneck.papers.flatMap { problem.candidates(of: $0).map(\.reviewer) }
      var room = Dictionary(grouping: readable) { $0 }.mapValues(\.count)
      var places = problem.loadMaximum
      for pair in problem.forced where !inside.contains(pair.paper) { places[pair.reviewer] -= 1 }
      for reviewer in room.keys { room[reviewer] = min(room[reviewer, default: 0], places[reviewer]) }
      let roomTotal = room.values.reduce(0, +)
      let isRight =
        needed == bottleneck.neededReviews && roomTotal == bottleneck.roomReviews && room.keys.sorted() == bottleneck.reviewers
      if isRight { proven += max(0, needed - roomTotal) } else { faults.append(.paperBottleneck(index: index)) }
    }
    if proven < missingReviews { faults.append(.missingReviewsUnproven(missing: missingReviews, proven: proven)) }
    return faults
  }

  private static func loadBottleneckFaults(
    _ shortfall: Shortfall, _ problem: AssignmentProblem, missingLoad: Int
  ) -> [ShortfallFault] {
    var faults: [ShortfallFault] = []
    var used: Set<Int> = []
    var proven = 0
    for (index, bottleneck) in shortfall.loadBottlenecks.enumerated() {
      let inside = Set(bottleneck.reviewers)
      guard bottleneck.reviewers.allSatisfy({ problem.loadMaximum.indices.contains($0) && used.insert($0).inserted }) else {
        faults.append(.loadBottleneck(index: index))
        continue
      }
      let needed = bottleneck.reviewers.reduce(0) { $0 + problem.loadMinimum[$1] }
      var places = problem.demandMaximum
      for pair in problem.forced where !inside.contains(pair.reviewer) { places[pair.paper] -= 1 }
      var papers: [Int] = []
      var roomTotal = 0
      for paper in 0..<problem.paperCount {
        let able = problem.candidates(of: paper).count { inside.contains($0.reviewer) }
        guard able > 0 else { continue }
        papers.append(paper)
        roomTotal += min(able, places[paper])
      }
      let isRight =
        needed == bottleneck.neededPapers && roomTotal == bottleneck.roomPapers && papers == bottleneck.papers
      if isRight { proven += max(0, needed - roomTotal) } else { faults.append(.loadBottleneck(index: index)) }
    }
    if proven < missingLoad { faults.append(.missingLoadUnproven(missing: missingLoad, proven: proven)) }
    return faults
  }

  /// Weak duality for the problem in which missing reviews and missing load are allowed at their penalties. Among plans
  /// that miss as much, the penalties are the same, so the plan's score is the highest whatever the penalties are.
  private static func scoreFaults(
    _ shortfall: Shortfall, _ problem: AssignmentProblem, missingReviews: Int
  ) -> [ShortfallFault] {
    let duals = shortfall.duals
    guard let surplus = surplusBound(duals, problem), let charge = targetCharge(duals, problem) else { return [.malformedPrices] }
    let perReview = Int128(duals.missingReviewPenalty)
    let perLoad = Int128(duals.underloadPenalty)
    let tally = Tally(shortfall.plan, problem)

    var bound = surplus
    for paper in 0..<problem.paperCount {
      let price = Int128(duals.paper[paper])
      let minimum = Int128(problem.demandMinimum[paper])
      bound += max(-perReview * minimum, price * minimum, price * Int128(problem.demandMaximum[paper]))
    }
    var value = Int128(tally.totalScore) - perReview * Int128(missingReviews)
    for (reviewer, given) in tally.papersOfReviewer.enumerated() {
      bound += loadBound(
        reviewer, price: Int128(duals.reviewer[reviewer]), from: 0, charge: charge, perLoad: perLoad, problem)
      value += perLoad * Int128(min(given, problem.loadMinimum[reviewer]))
    }
    value -= charge * Int128(problem.deviation(ofLoads: tally.papersOfReviewer))
    return value == bound ? [] : [.scoreUnproven]
  }
}
