/// Sets of a paper's candidates of which at most so many may be in a plan, read from the side constraints: the constraints
/// on a single paper that remain a flow (Jecmen et al. 2020, theorem 2, with any cap in place of 1).
///
/// The groups of one paper are disjoint: each gets a node of its own between the paper and its reviewers.
struct PaperGroups {
  struct Group {
    var paper: Int
    /// Candidates of the problem, ascending.
    var members: [Int]
    var atMost: Int
  }

  /// Groups that can bind, by paper.
  private(set) var groups: [Group] = []

  /// Refuses what can't be said by disjoint groups with a cap.
  init(_ constraints: SideConstraints, _ problem: AssignmentProblem) throws(MethodRefusal) {
    var ruleOfPaper = Array(repeating: -1, count: problem.paperCount)
    for (index, rule) in constraints.attributes.enumerated() {
      for paper in rule.papers.map({ Set($0).sorted() }) ?? Array(0..<problem.paperCount) {
        guard problem.demandMaximum[paper] > 0 else { continue }
        guard ruleOfPaper[paper] < 0 else {
          throw .overlappingAttributes(rule: ruleOfPaper[paper], and: index, paper: paper)
        }
        ruleOfPaper[paper] = index
        try append(rule, index, paper: paper, problem)
      }
    }
    groups.sort { $0.paper < $1.paper }
  }

  private mutating func append(
    _ rule: AttributeRule, _ index: Int, paper: Int, _ problem: AssignmentProblem
  ) throws(MethodRefusal) {
    let row = Array(problem.rowStart[paper]..<problem.rowStart[paper + 1])
    func value(_ candidate: Int) -> Int { rule.valueOfReviewer[Int(problem.reviewerOfCandidate[candidate])] }
    let demand = problem.demandMaximum[paper]
    let isRange = problem.demandMinimum[paper] < demand
    var caps: [(members: [Int], atMost: Int)] = []
    switch rule.bound {
    case .atMostOfEach(let most):
      caps = Self.byValue(row, value).map { ($0, most) }
    case .atMost(let most, let wanted):
      caps = [(row.filter { value($0) == wanted }, most)]
    case .atLeast(let least, let wanted):
      // With an exact demand, at least so many inside is at most the rest outside.
      guard !isRange || least == 0 else { throw .attributeNeedsExactDemand(rule: index, paper: paper) }
      guard least <= demand else { throw .attributeNeedsMoreReviews(rule: index, paper: paper) }
      caps = [(row.filter { value($0) != wanted }, demand - least)]
    case .distinct(let least):
      guard least > 1 else { break }
      guard !isRange else { throw .attributeNeedsExactDemand(rule: index, paper: paper) }
      guard least <= demand else { throw .attributeNeedsMoreReviews(rule: index, paper: paper) }
      guard least == 2, row.allSatisfy({ value($0) >= 0 }) else { throw .distinctValues(rule: index, paper: paper) }
      caps = Self.byValue(row, value).map { ($0, demand - 1) }
    }
    for cap in caps where cap.members.count > cap.atMost && demand > cap.atMost {
      guard cap.members.count(where: { problem.isForced($0, paper: paper) }) <= cap.atMost else {
        throw .forcedAgainstRule(rule: index, paper: paper)
      }
      groups.append(Group(paper: paper, members: cap.members, atMost: cap.atMost))
    }
  }

  private static func byValue(_ row: [Int], _ value: (Int) -> Int) -> [[Int]] {
    let valued = row.filter { value($0) >= 0 }
    return Dictionary(grouping: valued, by: value).sorted { $0.key < $1.key }.map(\.value)
  }
}

/// Why a method does not take a problem. It names the constraint that the method can't honour; no method leaves one out.
public enum MethodRefusal: Error, Sendable, Hashable {
  /// The side constraints don't fit the problem.
  case constraints(SideConstraintError)
  /// Two attribute rules speak of one paper. A sample that keeps both is no flow; `optimal` and `fair` take them.
  case overlappingAttributes(rule: Int, and: Int, paper: Int)
  /// "At least" and "distinct" need a demand without a range.
  case attributeNeedsExactDemand(rule: Int, paper: Int)
  /// The rule wants more reviewers than the paper takes.
  case attributeNeedsMoreReviews(rule: Int, paper: Int)
  /// Only "at least two different values" is a flow, and only where every candidate has a value.
  case distinctValues(rule: Int, paper: Int)
  /// The forced pairs alone break a rule.
  case forcedPairs(SideViolation)
  /// The pairs forced on the paper leave no room for what the rule wants.
  case forcedAgainstRule(rule: Int, paper: Int)
  /// Limits of tracks are not kept by sampling.
  case tracks
  /// The perturbation lies outside its range, or the steps.
  case perturbation(thousandths: Int, steps: Int)
  /// The perturbed method takes no scores below 0.
  case negativeScore(Pair)
  /// Demands or loads times the denominator, or the scores, are too large to count with.
  case tooLarge
}
