/// A transportation problem: units of review flow from papers to reviewers, each unit of a candidate pair gaining the same.
/// Every method of this room that is a flow is solved as one.
///
/// Row `p` of candidates is `rowStart[p]..<rowStart[p + 1]`. The arrays are shared with the caller, not copied. A candidate
/// may stand in a row more than once with different gains; each takes up to `pairCapacity` units, the best first. That is
/// how concave gains are said.
///
/// The caller keeps: indices in range, `0 ≤ minimum ≤ maximum`, gains within `gainLimit` or `excluded`, at most
/// `AssignmentProblem.sizeLimit` papers and reviewers.
struct TransportProblem: Sendable {
  /// The gain of a candidate that takes no units in any plan.
  static let excluded = Int64.min

  var rowStart: [Int]
  var reviewer: [Int32]
  var gain: [Int64]
  /// Units each paper must have, and the most it takes. Those between are taken where they gain.
  var demandMinimum: [Int]
  var demandMaximum: [Int]
  /// Units each reviewer must have, and the most they take.
  var loadMinimum: [Int]
  var loadMaximum: [Int]
  /// The load each reviewer is best given, within the bounds; empty where there is no such.
  var loadTarget: [Int] = []
  /// What each unit of load away from the target costs, at least 0; nil for more than any gain.
  var targetPrice: Int64?
  /// Units each candidate takes at most: 1 for a plan; for a probability limit of 9/10, 9 with demands and loads times 10.
  var pairCapacity = 1

  var paperCount: Int { demandMaximum.count }
  var reviewerCount: Int { loadMaximum.count }

  /// The largest magnitude a gain may have: gains are packed into 42 bits, and a sum along any path of the residual
  /// network, penalties included, must fit into 62.
  var gainLimit: Int64 {
    let pathLength = Int64(min(paperCount, reviewerCount) + 2)
    return min((1 << 41) - 1, (Int64(1) << 59) / (4 * pathLength))
  }
}

extension TransportProblem {
  /// The candidate of this reviewer and gain; quick where the row is sorted by reviewer.
  func candidate(in row: Range<Int>, reviewer wanted: Int32, gain wantedGain: Int64) -> Int? {
    var low = row.lowerBound
    var high = row.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if reviewer[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    if low < row.upperBound, reviewer[low] == wanted, gain[low] == wantedGain { return low }
    return row.first { reviewer[$0] == wanted && gain[$0] == wantedGain }
  }
}

/// Units on one candidate.
struct TransportFlow: Sendable, Hashable {
  /// Index into the problem's `reviewer` and `gain`.
  var candidate: Int
  var paper: Int32
  var reviewer: Int32
  /// 1 up to the problem's `pairCapacity`.
  var units: Int32
}

/// Where to start from: prices and units of a similar problem's solution, in the terms of this one. Anything will do; the
/// closer to the optimum, the faster. What breaks a bound or no longer pays is dropped at the start.
struct TransportStart: Sendable {
  var reviewerPrice: [Int64]
  /// Sorted by candidate.
  var flows: [TransportFlow]
}

/// An optimal flow with the prices that prove it.
///
/// Minimum demands and minimum loads are met as far as they can be: a missing unit of demand costs `missingPenalty`, a
/// missing unit of minimum load `underloadPenalty`, and the first outweighs the second, which outweighs any gain. So the
/// flow has the most units of minimum demand, then the least missing load, then the highest gain less what loads away from
/// their targets cost; where that has no price, the loads nearest to the targets, then the highest gain.
struct TransportSolution: Sendable {
  /// Sorted by candidate; candidates without units are left out.
  var flows: [TransportFlow]
  /// Σ gain × units.
  var objective: Int64
  /// Dual prices, exact integers in units of gain. With c = `pairCapacity`, no flow within all bounds gains more than
  /// Σ demand·paper + Σ load·reviewer + c·Σ max(0, gain − paper − reviewer), each demand and load its maximum for a price
  /// above 0 and its minimum for one below; with targets, whichever load brings most at the price less what it costs.
  var paperPrice: [Int64]
  var reviewerPrice: [Int64]
  /// Minimum demand that could not be met, by paper; all 0 where the problem is feasible.
  var missing: [Int32]
  var missingPenalty: Int64
  var underloadPenalty: Int64
  /// What each unit of load away from its target was charged.
  var targetPrice: Int64
  var statistics: TransportStatistics
}

/// What a solve took, for benchmarks and reports. Counts are the same on every machine.
struct TransportStatistics: Sendable, Hashable {
  var bids = 0
  /// Papers the auction left to the shortest paths.
  var parked = 0
  var paths = 0
  var settledNodes = 0
  var edgeVisits = 0
}
