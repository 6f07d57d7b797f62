/// The load that is best for each reviewer. Between minimum and maximum any load is allowed; each paper away from the target
/// costs the same, above or below.
public struct LoadTargets: Sendable, Hashable {
  /// For each reviewer, from the minimum load to the maximum.
  public var load: [Int]
  /// What each paper away from a target costs, in units of score, `0...AssignmentProblem.scoreLimit`. With nil no score
  /// outweighs it: among all plans that meet the most, those nearest to the targets come first, then the total decides.
  public var price: Int64?

  public init(load: [Int], price: Int64? = nil) {
    self.load = load
    self.price = price
  }
}

extension AssignmentProblem {
  /// By how many papers these loads, one per reviewer, are away from the targets; 0 where there are none.
  public func deviation(ofLoads loads: [Int]) -> Int {
    guard let loadTargets else { return 0 }
    return zip(loads, loadTargets.load).reduce(0) { $0 + abs($1.0 - $1.1) }
  }
}
