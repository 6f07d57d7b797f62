/// Figures that say how good a plan is, for whom it is least so, and what its constraints cost.
public struct PlanFigures: Sendable, Hashable, Codable {
  /// Scores of pairs in bins of equal width from `lowest` to `highest`; the upper end lies in the last.
  public struct Histogram: Sendable, Hashable, Codable {
    public let lowest: Int64
    public let highest: Int64
    public let counts: [Int]
  }

  /// Sums of scores of papers that need reviews.
  public struct Fairness: Sendable, Hashable, Codable {
    public let lowest: Int64
    /// The mean over the tenth of the papers that are served worst, at least one.
    public let lowestTenthMean: Double
    public let mean: Double
    public let highest: Int64
    /// From 0, all papers alike, towards 1. Papers with sums below 0 count as 0.
    public let gini: Double
  }

  /// How well somebody who knows everything but the lot could guess the plan.
  public struct Chance: Sendable, Hashable, Codable {
    /// The likeliest pair's probability.
    public let highest: Double
    /// The mean over the pairs that can be.
    public let mean: Double
    public let possiblePairs: Int
  }

  /// A pair that would have served its paper better than the worst it got.
  public struct UnmetWish: Sendable, Hashable, Codable {
    public let pair: Pair
    public let score: Int64
    /// The score less the lowest its paper got.
    public let missed: Int64
  }

  /// What the total would gain from one unit more of something.
  public struct LoadPrice: Sendable, Hashable, Codable {
    public let reviewer: Int
    /// Above 0: one more place would raise the total by at most this. Below 0: each paper their minimum forces on them costs this.
    public let price: Int64
  }

  /// What a forced pair costs the total, at least.
  public struct ForcedPrice: Sendable, Hashable, Codable {
    public let pair: Pair
    public let cost: Int64
  }

  public let pairCount: Int
  public let totalScore: Int64
  public let histogram: Histogram
  /// The ten papers with the lowest sums, lowest first.
  public let worstPapers: [PlanStatistics.PaperScore]
  /// The ten that miss most, the largest first.
  public let unmetWishes: [UnmetWish]
  public let unmetWishCount: Int
  /// The ten loads with the prices farthest from 0.
  public let loadPrices: [LoadPrice]
  public let forcedPrices: [ForcedPrice]
  /// Nil when no paper needs reviews.
  public let fairness: Fairness?
  public let predictability: Chance
}

extension PlanExplainer {
  /// The plan's figures. `marginals` are the probabilities the plan was drawn by; without them the plan was certain.
  public func figures(marginals: Marginals? = nil, bins: Int = 10) -> PlanFigures {
    let statistics = PlanStatistics(plan, problem)
    let wishes = unmetWishes()
    return PlanFigures(
      pairCount: statistics.reviewCount, totalScore: statistics.totalScore, histogram: histogram(bins: max(1, bins)),
      worstPapers: Array(neededPapers(statistics).prefix(10)), unmetWishes: Array(wishes.prefix(10)),
      unmetWishCount: wishes.count, loadPrices: loadPrices(limit: 10), forcedPrices: forcedPrices(),
      fairness: fairness(neededPapers(statistics).map(\.score)),
      predictability: predictability(marginals))
  }

  /// Papers that need reviews, the lowest sum first.
  private func neededPapers(_ statistics: PlanStatistics) -> [PlanStatistics.PaperScore] {
    statistics.paperScores.enumerated().filter { problem.demandMinimum[$0.offset] > 0 }.map {
      PlanStatistics.PaperScore(paper: $0.offset, score: $0.element)
    }.sorted { ($0.score, $0.paper) < ($1.score, $1.paper) }
  }

  private func histogram(bins: Int) -> PlanFigures.Histogram {
    let scores = plan.pairs.compactMap { problem.score(of: $0) }
    let lowest = scores.min() ?? 0
    let highest = scores.max() ?? 0
    var counts = [Int](repeating: 0, count: bins)
    let width = max(1, highest - lowest)
    for score in scores { counts[min(bins - 1, Int((score - lowest) * Int64(bins) / width))] += 1 }
    return PlanFigures.Histogram(lowest: lowest, highest: highest, counts: counts)
  }

  private func unmetWishes() -> [PlanFigures.UnmetWish] {
    var wishes: [PlanFigures.UnmetWish] = []
    for paper in 0..<problem.paperCount {
      let candidates = problem.candidates(of: paper)
      let assigned = candidates.filter { isAssigned(Pair(paper: paper, reviewer: $0.reviewer)) }
      guard let lowest = assigned.map(\.score).min() else { continue }
      for candidate in candidates where candidate.score > lowest {
        let pair = Pair(paper: paper, reviewer: candidate.reviewer)
        if isAssigned(pair) { continue }
        wishes.append(PlanFigures.UnmetWish(pair: pair, score: candidate.score, missed: candidate.score - lowest))
      }
    }
    return wishes.sorted { ($1.missed, $0.pair) < ($0.missed, $1.pair) }
  }

  private func loadPrices(limit: Int) -> [PlanFigures.LoadPrice] {
    guard let duals else { return [] }
    let prices = duals.reviewer.indices.map { PlanFigures.LoadPrice(reviewer: $0, price: price(of: $0, duals)) }.filter {
      $0.price != 0
    }
    return Array(
      prices.sorted { ($1.price.magnitude, $0.reviewer) < ($0.price.magnitude, $1.reviewer) }.prefix(limit))
  }

  private func forcedPrices() -> [PlanFigures.ForcedPrice] {
    problem.forced.compactMap { pair in
      guard let score = problem.score(of: pair), let worth = worth(pair, score: score), worth < 0 else { return nil }
      return PlanFigures.ForcedPrice(pair: pair, cost: -worth)
    }
  }

  /// Expects the sums in ascending order.
  private func fairness(_ sums: [Int64]) -> PlanFigures.Fairness? {
    guard let lowest = sums.first, let highest = sums.last else { return nil }
    func mean(_ some: ArraySlice<Int64>) -> Double { Double(some.reduce(0, +)) / Double(max(1, some.count)) }
    // With sums in order, Gini = (2 Σ i·x_i / Σ x_i − (n + 1)) / n.
    let weighted = sums.enumerated().reduce(0.0) { $0 + Double($1.offset + 1) * Double(max(0, $1.element)) }
    let total = sums.reduce(0.0) { $0 + Double(max(0, $1)) }
    let count = Double(sums.count)
    return PlanFigures.Fairness(
      lowest: lowest, lowestTenthMean: mean(sums.prefix(max(1, sums.count / 10))), mean: mean(sums[...]), highest: highest,
      gini: total > 0 ? (2 * weighted / total - (count + 1)) / count : 0)
  }

  private func predictability(_ marginals: Marginals?) -> PlanFigures.Chance {
    guard let marginals else {
      let certain = plan.pairs.isEmpty ? 0.0 : 1.0
      return PlanFigures.Chance(highest: certain, mean: certain, possiblePairs: plan.pairs.count)
    }
    let figures = Predictability(marginals)
    return PlanFigures.Chance(highest: figures.maximum, mean: figures.mean, possiblePairs: figures.supportPairs)
  }
}
