/// Draws plans that have exactly the marginals as their pairs' probabilities.
///
/// Every plan drawn gives each paper and each reviewer their expected number rounded down or up, so it keeps whole demands
/// and loads; and each group its expected number rounded down or up, so it keeps the group's cap.
public struct MarginalSampler: Sendable {
  private let problem: AssignmentProblem
  private let marginals: Marginals
  private let groups: [PaperGroups.Group]

  init(_ problem: AssignmentProblem, _ marginals: Marginals, groups: [PaperGroups.Group]) {
    self.problem = problem
    self.marginals = marginals
    self.groups = groups
  }

  /// The plan that the seed draws: the same on every machine.
  public func sample(seed: UInt64) -> Plan {
    var random = SplitMix64(state: seed)
    let denominator = marginals.denominator
    let groupBase = problem.paperCount
    let reviewerBase = groupBase + groups.count
    let ground = reviewerBase + problem.reviewerCount
    var rounding = DependentRounding(denominator: denominator)
    var pairs: [Pair] = []
    var drawn: [(edge: Int, pair: Pair)] = []
    var balance = [Int](repeating: 0, count: ground)
    let groupOf = groupOfPair()
    for entry in marginals.entries {
      guard entry.units % denominator != 0 else {
        pairs.append(entry.pair)
        continue
      }
      let source = groupOf[entry.pair].map { groupBase + $0 } ?? entry.pair.paper
      let edge = rounding.addEdge(from: source, to: reviewerBase + entry.pair.reviewer, units: entry.units)
      drawn.append((edge, entry.pair))
      balance[source] += entry.units
      balance[reviewerBase + entry.pair.reviewer] += entry.units
    }
    for (index, group) in groups.enumerated() {
      let units = balance[groupBase + index]
      balance[group.paper] += units
      if units % denominator != 0 {
        _ = rounding.addEdge(from: group.paper, to: groupBase + index, units: units % denominator)
      }
    }
    for paper in 0..<problem.paperCount where balance[paper] % denominator != 0 {
      _ = rounding.addEdge(from: ground, to: paper, units: balance[paper] % denominator)
    }
    for node in reviewerBase..<ground where balance[node] % denominator != 0 {
      _ = rounding.addEdge(from: node, to: ground, units: balance[node] % denominator)
    }
    if let isUp = rounding.round(nodeCount: ground + 1, random: &random) {
      for draw in drawn where isUp[draw.edge] { pairs.append(draw.pair) }
    }
    return Plan(pairs: pairs)
  }

  private func groupOfPair() -> [Pair: Int] {
    var groupOf: [Pair: Int] = [:]
    for (index, group) in groups.enumerated() {
      for candidate in group.members {
        groupOf[Pair(paper: group.paper, reviewer: Int(problem.reviewerOfCandidate[candidate]))] = index
      }
    }
    return groupOf
  }
}
