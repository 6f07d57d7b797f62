/// Solves transportation problems.
enum Transport {
  /// An optimal flow with its proof. The same problem, seed and start give the same solution on every machine; the seed
  /// decides among flows of equal gain only.
  static func solve(_ problem: TransportProblem, seed: UInt64, start: TransportStart? = nil) -> TransportSolution {
    var network = TransportNetwork(problem, seed: seed)
    if let start { network.load(start, problem) }
    if start == nil { network.auction() }
    network.settle()
    var search = ShortestPaths(network)
    search.run()
    return search.network.solution(of: problem)
  }
}

extension TransportNetwork {
  /// The flow and the prices in the problem's own order.
  func solution(of problem: TransportProblem) -> TransportSolution {
    var paperPrices = [Int64](repeating: 0, count: paperCount)
    var missing = [Int32](repeating: 0, count: paperCount)
    for (index, original) in paperOrder.enumerated() {
      paperPrices[original] = paperPrice[index]
      missing[original] = max(0, papers[index].toNobody - papers[index].optional)
    }
    var reviewerPrices = [Int64](repeating: 0, count: reviewerCount)
    for (index, original) in reviewerOrder.enumerated() {
      // Who has nothing may cost as much as their first unit would: so it holds as well beside what is forced on them.
      let isIdle = reviewers[index].forwarded == 0
      reviewerPrices[original] = isIdle ? max(reviewerPrice[index], costOfNextUnit(index, after: 0)) : reviewerPrice[index]
    }
    priceOutThoseWithoutLoad(&reviewerPrices, paperPrices, problem)
    let flows = flows(of: problem)
    return TransportSolution(
      flows: flows, objective: flows.reduce(0) { $0 + problem.gain[$1.candidate] * Int64($1.units) },
      paperPrice: paperPrices, reviewerPrice: reviewerPrices, missing: missing,
      missingPenalty: missingPenalty, underloadPenalty: underloadPenalty, targetPrice: targetPrice, statistics: statistics)
  }

  /// Reviewers who take nothing had no part in it; their prices must still say that nobody would have them for less.
  private func priceOutThoseWithoutLoad(_ prices: inout [Int64], _ paperPrices: [Int64], _ problem: TransportProblem) {
    guard problem.loadMaximum.contains(0) else { return }
    for reviewer in 0..<reviewerCount where problem.loadMaximum[reviewer] == 0 { prices[reviewer] = targetPrice }
    for paper in 0..<paperCount {
      for candidate in problem.rowStart[paper]..<problem.rowStart[paper + 1] {
        let reviewer = Int(problem.reviewer[candidate])
        let gain = problem.gain[candidate]
        if gain == TransportProblem.excluded || problem.loadMaximum[reviewer] > 0 { continue }
        prices[reviewer] = max(prices[reviewer], gain - paperPrices[paper])
      }
    }
  }

  /// Rows forget where their candidates stood, so they are found again by reviewer and gain.
  private func flows(of problem: TransportProblem) -> [TransportFlow] {
    var paperPlace = [Int](repeating: 0, count: paperCount)
    for (index, original) in paperOrder.enumerated() { paperPlace[original] = index }
    var flows: [TransportFlow] = []
    for (original, paper) in paperPlace.enumerated() {
      let first = flows.count
      for entry in papers[paper].rowStart..<papers[paper].sortedEnd {
        let word = entries[Int(entry)]
        if word & Entry.heldFlag == 0 { continue }
        let reviewer = Entry.reviewer(word)
        let row = problem.rowStart[original]..<problem.rowStart[original + 1]
        let candidate = problem.candidate(in: row, reviewer: Int32(reviewerOrder[reviewer]), gain: Entry.gain(word))
        let hold = hold(of: entry, at: reviewer)
        guard let candidate, hold >= 0 else { continue }
        flows.append(
          TransportFlow(
            candidate: candidate, paper: Int32(original), reviewer: Int32(reviewerOrder[reviewer]), units: holds[hold].units))
      }
      flows[first...].sort { $0.candidate < $1.candidate }
    }
    return flows
  }

  /// Takes over prices and units as far as they fit the bounds.
  mutating func load(_ start: TransportStart, _ problem: TransportProblem) {
    var reviewerPlace = [Int](repeating: 0, count: reviewerCount)
    for (index, original) in reviewerOrder.enumerated() {
      reviewerPlace[original] = index
      guard start.reviewerPrice.indices.contains(original) else { continue }
      // Below it no load would be worth its price. The penalty may have been another then.
      reviewerPrice[index] = max(start.reviewerPrice[original], -underloadPenalty - targetPrice)
      lowestPrice = min(lowestPrice, reviewerPrice[index])
    }
    var paperPlace = [Int](repeating: 0, count: paperCount)
    for (index, original) in paperOrder.enumerated() { paperPlace[original] = index }
    for flow in start.flows {
      let gain = problem.gain[flow.candidate]
      if gain == TransportProblem.excluded { continue }
      let (paper, reviewer) = (paperPlace[Int(flow.paper)], reviewerPlace[Int(flow.reviewer)])
      let units = min(flow.units, papers[paper].supply, reviewers[reviewer].loadMaximum - reviewers[reviewer].load, pairCapacity)
      guard units > 0 else { continue }
      let entry = openEntry(of: paper, word: Entry.word(gain: gain, reviewer: Int32(reviewer)))
      guard entry >= 0 else { continue }
      put(units, on: entry, of: paper, at: reviewer)
      papers[paper].supply -= units
      reviewers[reviewer].load += units
    }
  }

  private func openEntry(of paper: Int, word: Int64) -> Int32 {
    var index = Int(papers[paper].rowStart)
    let end = Int(papers[paper].rowEnd)
    while index < end {
      if index == Int(papers[paper].sortedEnd) { extendSorted(paper) }
      if entries[index] == word { return Int32(index) }
      index += 1
    }
    return -1
  }
}
