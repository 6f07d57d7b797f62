/// Solves transportation problems.
enum Transport {
  /// An optimal flow with its proof. The same problem, seed and start give the same solution on every machine; the seed
  /// decides among flows of equal gain only.
  static func solve(_ problem: TransportProblem, seed: UInt64, start: TransportStart? = nil) -> TransportSolution {
    var network = TransportNetwork(problem, seed: seed)
    if let start { network.load(start, problem) }
    if problem.pairCapacity == 1, start == nil { network.auction() }
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
    for (index, original) in reviewerOrder.enumerated() { reviewerPrices[original] = reviewerPrice[index] }
    priceOutThoseWithoutLoad(&reviewerPrices, paperPrices, problem)
    let flows = flows(of: problem)
    return TransportSolution(
      flows: flows, objective: flows.reduce(0) { $0 + problem.gain[$1.candidate] * Int64($1.units) },
      paperPrice: paperPrices, reviewerPrice: reviewerPrices, missing: missing,
      missingPenalty: missingPenalty, underloadPenalty: underloadPenalty, statistics: statistics)
  }

  /// Reviewers who take nothing had no part in it; their prices must still say that nobody would have them for less.
  private func priceOutThoseWithoutLoad(_ prices: inout [Int64], _ paperPrices: [Int64], _ problem: TransportProblem) {
    guard problem.loadMaximum.contains(0) else { return }
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
    var flows: [TransportFlow] = []
    var held: [(paper: Int32, reviewer: Int32, gain: Int64, units: Int32)] = []
    for reviewer in 0..<reviewerCount {
      let first = Int(reviewers[reviewer].holdStart)
      for hold in UnsafeBufferPointer(start: holds + first, count: Int(reviewers[reviewer].holdCount)) {
        let gain = Entry.gain(entries[Int(hold.entry)])
        held.append(
          (Int32(paperOrder[Int(hold.paper)]), Int32(reviewerOrder[reviewer]), gain, hold.units))
      }
    }
    held.sort { ($0.paper, $0.reviewer, -$0.gain) < ($1.paper, $1.reviewer, -$1.gain) }
    flows.reserveCapacity(held.count)
    for hold in held {
      let row = problem.rowStart[Int(hold.paper)]..<problem.rowStart[Int(hold.paper) + 1]
      let found = row.first { problem.reviewer[$0] == hold.reviewer && problem.gain[$0] == hold.gain }
      guard let candidate = found else { continue }
      flows.append(TransportFlow(candidate: candidate, paper: hold.paper, reviewer: hold.reviewer, units: hold.units))
    }
    flows.sort { $0.candidate < $1.candidate }
    return flows
  }

  /// Takes over prices and units as far as they fit the bounds.
  mutating func load(_ start: TransportStart, _ problem: TransportProblem) {
    var reviewerPlace = [Int](repeating: 0, count: reviewerCount)
    for (index, original) in reviewerOrder.enumerated() {
      reviewerPlace[original] = index
      guard start.reviewerPrice.indices.contains(original) else { continue }
      // Below it no load would be worth its price. The penalty may have been another then.
      reviewerPrice[index] = max(start.reviewerPrice[original], -underloadPenalty)
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
