extension AdjustableFlow {
  /// Solves the whole flow anew under what is now forbidden and forced: for many changes at once this is quicker than
  /// `replace` for each. Returns the papers that lack reviews; where there are any, or `isComplete` says no, the prices
  /// prove nothing and the changes have to be taken back. `isClose` says that little has changed, so that it pays to start
  /// from the flow as it is.
  mutating func resolve(isClose: Bool) -> [Int] {
    var transport = problem.transport
    transport.gain = gain
    transport.demandMinimum = problem.demandMinimum
    transport.demandMaximum = problem.demandMaximum
    transport.loadMinimum = problem.loadMinimum
    transport.loadMaximum = problem.loadMaximum
    var used: [Int] = []
    for candidate in state.indices where !state[candidate].isDisjoint(with: [.forbidden, .forced]) {
      transport.gain[candidate] = TransportProblem.excluded
      guard state[candidate].contains(.forced) else { continue }
      used.append(candidate)
      let (paper, reviewer) = (Int(paperOfCandidate[candidate]), reviewer(of: candidate))
      transport.demandMaximum[paper] -= 1
      transport.demandMinimum[paper] = max(0, transport.demandMinimum[paper] - 1)
      transport.loadMaximum[reviewer] -= 1
      transport.loadMinimum[reviewer] = max(0, transport.loadMinimum[reviewer] - 1)
    }
    let solution = Transport.solve(transport, seed: seed, start: isClose ? presentStart : nil)
    used += solution.flows.map(\.candidate)
    hold(used)
    paperPrice = solution.paperPrice
    reviewerPrice = solution.reviewerPrice
    groundPrice = 0
    missingTotal = solution.missing.reduce(0) { $0 + Int($1) }
    shortageTotal = zip(problem.loadMinimum, load).reduce(0) { $0 + max(0, $1.0 - Int($1.1)) }
    return solution.missing.indices.filter { solution.missing[$0] > 0 }
  }

  private var presentStart: TransportStart {
    var flows: [TransportFlow] = []
    for candidate in state.indices where state[candidate] == .used {
      flows.append(
        TransportFlow(
          candidate: candidate, paper: paperOfCandidate[candidate],
          reviewer: Int32(truncatingIfNeeded: reviewer(of: candidate)), units: 1))
    }
    return TransportStart(reviewerPrice: reviewerPrice.map { $0 - groundPrice }, flows: flows)
  }

  /// Puts these candidates in the place of all used ones.
  private mutating func hold(_ candidates: [Int]) {
    for paper in 0..<paperCount {
      for candidate in usedByPaper[paper] { state[Int(candidate)].remove(.used) }
      usedByPaper[paper].removeAll(keepingCapacity: true)
      toNobody[paper] = Int32(clamping: problem.demandMaximum[paper])
    }
    for reviewer in 0..<reviewerCount {
      held[reviewer].removeAll(keepingCapacity: true)
      load[reviewer] = 0
    }
    total = 0
    for candidate in candidates {
      take(candidate)
      load[reviewer(of: candidate)] += 1
      toNobody[Int(paperOfCandidate[candidate])] -= 1
    }
  }
}
