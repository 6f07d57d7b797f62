/// The transportation problem whose units are probabilities: demands and loads times the denominator.
///
/// Each pair has the same steps of gain: `gain(candidate, step)` for up to `capacity` units each, falling from step to step.
/// A capped group becomes a source of its own that sends cap × denominator units. What its members don't take goes to the
/// paper's spill, a reviewer whose load is all that the paper's sources have beyond its demand, so that the paper still
/// gets exactly what it needs.
struct MarginalProblem {
  let denominator: Int
  let capacity: Int
  private(set) var transport: TransportProblem
  /// The problem's candidate of each of the transport's, −1 for spill.
  private(set) var candidateOf: [Int32] = []
  /// Its candidates are those of the problem.
  let isPlain: Bool

  /// Pairs excluded take no units. `targetPrice` is in units of gain. Forced ones are taken out, with their demands, loads and places in groups.
  init(
    _ problem: AssignmentProblem, denominator: Int, capacity: Int, steps: Int = 1, gain: ((Int, Int) -> Int64)? = nil,
    targetPrice: Int64? = nil, groups: [PaperGroups.Group] = [], excluded: Set<Int> = []
  ) {
    self.denominator = denominator
    self.capacity = capacity
    isPlain = groups.isEmpty && steps == 1 && gain == nil
    var plain = problem.transport
    plain.targetPrice = targetPrice
    for candidate in excluded { plain.gain[candidate] = TransportProblem.excluded }
    for paper in 0..<problem.paperCount {
      plain.demandMinimum[paper] *= denominator
      plain.demandMaximum[paper] *= denominator
    }
    for reviewer in 0..<problem.reviewerCount {
      plain.loadMinimum[reviewer] *= denominator
      plain.loadMaximum[reviewer] *= denominator
    }
    for reviewer in plain.loadTarget.indices { plain.loadTarget[reviewer] *= denominator }
    plain.pairCapacity = capacity
    transport = plain
    if !isPlain { spread(plain, problem, steps: steps, gain: gain ?? { candidate, _ in plain.gain[candidate] }, groups) }
  }

  private mutating func spread(
    _ plain: TransportProblem, _ problem: AssignmentProblem, steps: Int, gain: (Int, Int) -> Int64,
    _ groups: [PaperGroups.Group]
  ) {
    transport.rowStart = [0]
    transport.reviewer = []
    transport.gain = []
    var grouped = Set<Int>()
    for group in groups { grouped.formUnion(group.members) }
    func append(_ candidate: Int) {
      guard plain.gain[candidate] != TransportProblem.excluded else { return }
      for step in 0..<steps {
        transport.reviewer.append(problem.reviewerOfCandidate[candidate])
        transport.gain.append(gain(candidate, step))
        candidateOf.append(Int32(truncatingIfNeeded: candidate))
      }
    }
    var spillOf: [Int: Int] = [:]
    func appendSpill(_ paper: Int, units: Int) {
      let spill = spillOf[paper] ?? transport.loadMaximum.count
      if spillOf[paper] == nil {
        spillOf[paper] = spill
        transport.loadMinimum.append(-transport.demandMaximum[paper])
        transport.loadMaximum.append(-transport.demandMinimum[paper])
        if !transport.loadTarget.isEmpty { transport.loadTarget.append(-transport.demandMaximum[paper]) }
      }
      transport.loadMinimum[spill] += units
      transport.loadMaximum[spill] += units
      if !transport.loadTarget.isEmpty { transport.loadTarget[spill] += units }
      for _ in 0..<((units + capacity - 1) / capacity) {
        transport.reviewer.append(Int32(truncatingIfNeeded: spill))
        transport.gain.append(0)
        candidateOf.append(-1)
      }
    }
    let papersWithGroups = Set(groups.map(\.paper))
    for paper in 0..<problem.paperCount {
      for candidate in problem.rowStart[paper]..<problem.rowStart[paper + 1] where !grouped.contains(candidate) {
        append(candidate)
      }
      if papersWithGroups.contains(paper) { appendSpill(paper, units: transport.demandMaximum[paper]) }
      transport.rowStart.append(transport.reviewer.count)
    }
    for paper in papersWithGroups { transport.demandMinimum[paper] = transport.demandMaximum[paper] }
    for group in groups {
      let forced = group.members.count { problem.isForced($0, paper: group.paper) }
      let units = (group.atMost - forced) * denominator
      for candidate in group.members { append(candidate) }
      appendSpill(group.paper, units: units)
      transport.rowStart.append(transport.reviewer.count)
      transport.demandMinimum.append(units)
      transport.demandMaximum.append(units)
    }
  }

  /// By how many units loads are away from their targets; 0 without targets.
  func deviation(of solution: TransportSolution) -> Int {
    guard !transport.loadTarget.isEmpty else { return 0 }
    var loads = [Int](repeating: 0, count: transport.reviewerCount)
    for flow in solution.flows { loads[Int(flow.reviewer)] += Int(flow.units) }
    return zip(loads, transport.loadTarget).reduce(0) { $0 + abs($1.0 - $1.1) }
  }

  /// Units by candidate of the problem, ascending.
  func units(of solution: TransportSolution) -> [(candidate: Int, units: Int)] {
    if isPlain { return solution.flows.map { ($0.candidate, Int($0.units)) } }
    var found: [(candidate: Int, units: Int)] = []
    for flow in solution.flows where candidateOf[flow.candidate] >= 0 {
      found.append((Int(candidateOf[flow.candidate]), Int(flow.units)))
    }
    found.sort { $0.candidate < $1.candidate }
    var merged: [(candidate: Int, units: Int)] = []
    for entry in found {
      if let last = merged.last, last.candidate == entry.candidate {
        merged[merged.count - 1].units += entry.units
      } else {
        merged.append(entry)
      }
    }
    return merged
  }
}

extension AssignmentProblem {
  /// Whether the candidate of the paper is a forced pair.
  func isForced(_ candidate: Int, paper: Int) -> Bool {
    let pair = Pair(paper: paper, reviewer: Int(reviewerOfCandidate[candidate]))
    var low = 0
    var high = forced.count
    while low < high {
      let middle = low + (high - low) / 2
      if forced[middle] < pair { low = middle + 1 } else { high = middle }
    }
    return low < forced.count && forced[low] == pair
  }
}
