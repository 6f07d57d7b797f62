extension Verifier {
  /// What no plan that meets the problem, the side constraints within single papers and the least score can exceed,
  /// by the prices (Lagrangian relaxation of the loads): Σ load·reviewer + Σ over papers of the highest Σ (score − reviewer)
  /// that a set of reviewers allowed on the paper reaches. A reviewer's load is the maximum for a price above 0 and the
  /// minimum for one below. Rules across papers only make plans worse, so the bound holds for them too.
  ///
  /// Nil when the prices don't fit or some paper has no allowed set. Sets are enumerated best first, at most `setLimit` a
  /// paper; where that is not enough the paper counts with what its rules leave out of account.
  public static func bound(
    _ duals: DualPrices, _ constraints: SideConstraints, leastScore: Int64 = .min, _ problem: AssignmentProblem,
    setLimit: Int = 1_000_000
  ) -> Int128? {
    guard duals.reviewer.count == problem.reviewerCount else { return nil }
    var bound: Int128 = 0
    for (reviewer, price) in duals.reviewer.enumerated() {
      bound += Int128(price) * Int128(price > 0 ? problem.loadMaximum[reviewer] : problem.loadMinimum[reviewer])
    }
    let forced = Dictionary(grouping: problem.forced, by: \.paper).mapValues { Set($0.map(\.reviewer)) }
    for paper in 0..<problem.paperCount {
      let options = problem.candidates(of: paper).map { candidate in
        (candidate: candidate, worth: candidate.score - duals.reviewer[candidate.reviewer])
      }
      var search = AllowedSets(
        problem: problem, constraints: constraints, paper: paper, leastScore: leastScore, setLimit: setLimit,
        must: options.filter { forced[paper]?.contains($0.candidate.reviewer) ?? false },
        may: options.filter { !(forced[paper]?.contains($0.candidate.reviewer) ?? false) }.sorted { $0.worth > $1.worth })
      guard let worth = search.highestWorth() else { return nil }
      bound += Int128(worth)
    }
    return bound
  }
}

/// The allowed sets of one paper, tried best first. Shares nothing with the solver's search.
private struct AllowedSets {
  let problem: AssignmentProblem
  let constraints: SideConstraints
  let paper: Int
  let leastScore: Int64
  let setLimit: Int
  let must: [(candidate: Candidate, worth: Int64)]
  let may: [(candidate: Candidate, worth: Int64)]

  private var seen = 0
  private var highest: Int64?
  private var set: [(candidate: Candidate, worth: Int64)] = []

  init(
    problem: AssignmentProblem, constraints: SideConstraints, paper: Int, leastScore: Int64, setLimit: Int,
    must: [(candidate: Candidate, worth: Int64)], may: [(candidate: Candidate, worth: Int64)]
  ) {
    self.problem = problem
    self.constraints = constraints
    self.paper = paper
    self.leastScore = leastScore
    self.setLimit = setLimit
    self.must = must
    self.may = may
  }

  mutating func highestWorth() -> Int64? {
    let room = min(problem.demandMaximum[paper] - must.count, may.count)
    let least = max(0, problem.demandMinimum[paper] - must.count)
    guard least <= room else { return nil }
    var most: Int64?
    for count in least...room {
      (seen, highest, set) = (0, most, must)
      grow(count, from: 0)
      let unchecked = (must + may.prefix(count)).reduce(0) { $0 + $1.worth }
      if seen > setLimit { highest = max(highest ?? .min, unchecked) }
      most = highest
    }
    return most
  }

  private mutating func grow(_ needed: Int, from start: Int) {
    let worth = set.reduce(0) { $0 + $1.worth }
    guard needed > 0 else {
      seen += 1
      if isAllowed { highest = max(highest ?? .min, worth) }
      return
    }
    guard may.count - start >= needed else { return }
    for place in start...(may.count - needed) where seen <= setLimit {
      let most = may[place..<(place + needed)].reduce(worth) { $0 + $1.worth }
      if let highest, most <= highest { return }
      set.append(may[place])
      grow(needed - 1, from: place + 1)
      set.removeLast()
    }
  }

  private var isAllowed: Bool {
    let reviewers = Set(set.map(\.candidate.reviewer))
    guard problem.demandMaximum[paper] > 0 else { return true }
    guard set.reduce(0, { $0 + $1.candidate.score }) >= leastScore else { return false }
    guard
      !constraints.apart.contains(where: {
        $0.first != $0.second && reviewers.contains($0.first) && reviewers.contains($0.second)
      })
    else { return false }
    return constraints.attributes.allSatisfy { rule in
      guard rule.papers?.contains(paper) ?? true else { return true }
      let values = reviewers.map { rule.valueOfReviewer[$0] }.filter { $0 >= 0 }
      let counts = Dictionary(grouping: values) { $0 }.mapValues(\.count)
      return switch rule.bound {
      case .atMostOfEach(let most): counts.values.allSatisfy { $0 <= most }
      case .atMost(let most, let value): counts[value, default: 0] <= most
      case .atLeast(let least, let value): counts[value, default: 0] >= least
      case .distinct(let least): counts.count >= least
      }
    }
  }
}
