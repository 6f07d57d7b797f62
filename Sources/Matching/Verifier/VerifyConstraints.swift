/// A way in which a plan does not meet a side constraint. Rules are named by their place in `SideConstraints`.
public enum SideViolation: Sendable, Hashable {
  /// More of the paper's reviewers share the value than may.
  case tooMany(rule: Int, paper: Int, value: Int, given: Int)
  /// Fewer of the paper's reviewers have the value than must.
  case tooFew(rule: Int, paper: Int, value: Int, given: Int)
  /// The paper's reviewers have too few different values.
  case tooAlike(rule: Int, paper: Int, distinct: Int)
  /// Two reviewers who are to be kept apart are on one paper.
  case together(paper: Int, ReviewerPair)
  /// The first reads a paper of the second, who reads one of theirs; the pair with the lower paper comes first.
  case twoCycle(Pair, Pair)
  /// Both of two pairs are there of which at most one may be.
  case bothAlternatives(rule: Int)
  /// The reviewer is given more papers of the track than may be.
  case overfullTrack(rule: Int, reviewer: Int, track: Int, given: Int)
  /// The paper's sum of scores is below the least that was promised.
  case belowLeastScore(paper: Int, score: Int64)
}

extension Verifier {
  /// Everything by which the plan fails the side constraints; empty when it meets them all. Expects constraints that fit
  /// the problem; what does not fit is passed over. Says nothing of demands and loads, see `verify(_:_:)`.
  public static func verify(
    _ plan: Plan, _ constraints: SideConstraints, _ problem: AssignmentProblem
  ) -> [SideViolation] {
    var onPaper = Array(repeating: [Int](), count: problem.paperCount)
    for pair in plan.pairs where onPaper.indices.contains(pair.paper) { onPaper[pair.paper].append(pair.reviewer) }
    var violations: [SideViolation] = []
    for paper in onPaper.indices where problem.demandMaximum[paper] > 0 {
      violations += attributeViolations(paper, onPaper[paper], constraints)
    }
    violations += apartViolations(onPaper, constraints)
    violations += twoCycles(plan, constraints)
    let held = Set(plan.pairs)
    for (rule, both) in constraints.alternatives.enumerated() where both.first != both.second {
      if held.contains(both.first), held.contains(both.second) { violations.append(.bothAlternatives(rule: rule)) }
    }
    for (index, rule) in constraints.tracks.enumerated() {
      var given: [Pair: Int] = [:]
      for pair in plan.pairs where rule.trackOfPaper.indices.contains(pair.paper) {
        let track = rule.trackOfPaper[pair.paper]
        if track >= 0 { given[Pair(paper: track, reviewer: pair.reviewer), default: 0] += 1 }
      }
      for (key, count) in given.sorted(by: { $0.key < $1.key }) where count > rule.atMost {
        violations.append(.overfullTrack(rule: index, reviewer: key.reviewer, track: key.paper, given: count))
      }
    }
    return violations
  }

  private static func attributeViolations(
    _ paper: Int, _ reviewers: [Int], _ constraints: SideConstraints
  ) -> [SideViolation] {
    var violations: [SideViolation] = []
    for (index, rule) in constraints.attributes.enumerated() where rule.papers?.contains(paper) ?? true {
      var given: [Int: Int] = [:]
      for reviewer in reviewers where rule.valueOfReviewer.indices.contains(reviewer) {
        let value = rule.valueOfReviewer[reviewer]
        if value >= 0 { given[value, default: 0] += 1 }
      }
      switch rule.bound {
      case .atMostOfEach(let most):
        for (value, count) in given.sorted(by: { $0.key < $1.key }) where count > most {
          violations.append(.tooMany(rule: index, paper: paper, value: value, given: count))
        }
      case .atMost(let most, let value):
        let count = given[value] ?? 0
        if count > most { violations.append(.tooMany(rule: index, paper: paper, value: value, given: count)) }
      case .atLeast(let least, let value):
        let count = given[value] ?? 0
        if count < least { violations.append(.tooFew(rule: index, paper: paper, value: value, given: count)) }
      case .distinct(let least):
        if given.count < least { violations.append(.tooAlike(rule: index, paper: paper, distinct: given.count)) }
      }
    }
    return violations
  }

  private static func apartViolations(_ onPaper: [[Int]], _ constraints: SideConstraints) -> [SideViolation] {
    var papersOf: [Int: Set<Int>] = [:]
    for (paper, reviewers) in onPaper.enumerated() {
      for reviewer in reviewers { papersOf[reviewer, default: []].insert(paper) }
    }
    return constraints.apart.filter { $0.first != $0.second }.flatMap { pair in
      let shared = papersOf[pair.first, default: []].intersection(papersOf[pair.second, default: []])
      return shared.sorted().map { SideViolation.together(paper: $0, pair) }
    }
  }

  private static func twoCycles(_ plan: Plan, _ constraints: SideConstraints) -> [SideViolation] {
    let wrote = Set(constraints.authorship)
    guard !wrote.isEmpty else { return [] }
    let authors = Dictionary(grouping: wrote, by: \.paper).mapValues { $0.map(\.reviewer) }
    let reads = Dictionary(grouping: plan.pairs, by: \.reviewer)
    var found: Set<[Pair]> = []
    for pair in plan.pairs {
      for author in authors[pair.paper, default: []] {
        for other in reads[author, default: []] where other != pair {
          if wrote.contains(Pair(paper: other.paper, reviewer: pair.reviewer)) { found.insert([pair, other].sorted()) }
        }
      }
    }
    return found.sorted { $0.lexicographicallyPrecedes($1) }.map { .twoCycle($0[0], $0[1]) }
  }
}
