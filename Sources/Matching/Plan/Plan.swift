/// An assignment: the pairs that are to be, sorted by paper, then by reviewer.
///
/// A plan can hold anything; `Verifier.verify` says whether it suits a problem.
public struct Plan: Sendable, Hashable, Codable {
  public let pairs: [Pair]

  public init(pairs: [Pair]) {
    self.pairs = pairs.sorted()
  }

  /// The paper's reviewers, sorted.
  public func reviewers(of paper: Int) -> [Int] {
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = low + (high - low) / 2
      if pairs[middle].paper < paper { low = middle + 1 } else { high = middle }
    }
    return pairs[low...].prefix { $0.paper == paper }.map(\.reviewer)
  }

  /// The reviewer's papers, sorted.
  public func papers(of reviewer: Int) -> [Int] {
    pairs.filter { $0.reviewer == reviewer }.map(\.paper)
  }
}
