/// The solver's working copy of a problem: a minimum-cost flow from papers over reviewers to a sink.
///
/// Papers and reviewers stand in the seed's order. Forced pairs are taken out: they count in `load` and are taken off
/// `supply` from the start. Each paper may also send reviews to nobody, at `missingPenalty` each, so that a flow always
/// exists; each reviewer earns `underloadPenalty` for every paper up to their minimum. The penalties outweigh whatever
/// the scores on a cycle of the residual network can add up to, so the optimum has the most reviews, then the fewest
/// missing minimum loads, then the highest score.
struct FlowNetwork {
  /// `originalPaper[n]` is the problem's index of the network's paper `n`.
  let originalPaper: [Int]
  let originalReviewer: [Int]

  /// Row `p` holds the arcs `rowStart[p]..<rowStart[p + 1]`, highest score first, then by reviewer.
  private(set) var rowStart: [Int] = [0]
  private(set) var paperOfArc: [Int32] = []
  private(set) var reviewerOfArc: [Int32] = []
  private(set) var scoreOfArc: [Int64] = []

  let minimum: [Int]
  let maximum: [Int]
  let missingPenalty: Int64
  let underloadPenalty: Int64

  /// Reviews the paper still has to send out, forced ones taken off.
  private(set) var supply: [Int]
  /// Papers each reviewer reads, forced ones included.
  var load: [Int]
  /// Reviews of each paper sent to nobody.
  var missing: [Int]
  var isUsed: [Bool]
  /// The used arcs into each reviewer.
  var arcsHeld: [[Int32]]
  var paperPrice: [Int64]
  var reviewerPrice: [Int64]

  var paperCount: Int { originalPaper.count }
  var reviewerCount: Int { originalReviewer.count }

  init(_ problem: AssignmentProblem, seed: UInt64) {
    var random = SplitMix64(state: seed)
    originalPaper = random.order(problem.paperCount)
    originalReviewer = random.order(problem.reviewerCount)
    var reviewerPlace = [Int32](repeating: 0, count: problem.reviewerCount)
    for (place, original) in originalReviewer.enumerated() { reviewerPlace[original] = Int32(place) }

    minimum = originalReviewer.map { problem.loadMinimum[$0] }
    maximum = originalReviewer.map { problem.loadMaximum[$0] }
    supply = originalPaper.map { problem.demand[$0] }
    load = [Int](repeating: 0, count: problem.reviewerCount)
    missing = [Int](repeating: 0, count: problem.paperCount)

    let lowest = min(0, problem.scoreOfCandidate.min() ?? 0)
    let highest = max(0, problem.scoreOfCandidate.max() ?? 0)
    let cycleBound = Int64(min(problem.paperCount, problem.reviewerCount) + 2) * (highest - lowest)
    underloadPenalty = cycleBound + 1
    missingPenalty = 2 * cycleBound + 2
    isUsed = []
    arcsHeld = Array(repeating: [], count: problem.reviewerCount)
    paperPrice = []
    reviewerPrice = []
    appendArcs(problem, reviewerPlace: reviewerPlace)
    isUsed = Array(repeating: false, count: reviewerOfArc.count)
    setInitialPrices()
  }

  private mutating func appendArcs(_ problem: AssignmentProblem, reviewerPlace: [Int32]) {
    rowStart.reserveCapacity(paperCount + 1)
    paperOfArc.reserveCapacity(problem.candidateCount)
    reviewerOfArc.reserveCapacity(problem.candidateCount)
    scoreOfArc.reserveCapacity(problem.candidateCount)
    var row: [(score: Int64, reviewer: Int32)] = []
    for (paper, original) in originalPaper.enumerated() {
      row.removeAll(keepingCapacity: true)
      for candidate in problem.rowStart[original]..<problem.rowStart[original + 1] {
        let reviewer = reviewerPlace[Int(problem.reviewerOfCandidate[candidate])]
        if problem.candidateIsForced[candidate] {
          supply[paper] -= 1
          load[Int(reviewer)] += 1
        } else {
          row.append((problem.scoreOfCandidate[candidate], reviewer))
        }
      }
      row.sort { $0.score != $1.score ? $0.score > $1.score : $0.reviewer < $1.reviewer }
      for arc in row {
        paperOfArc.append(Int32(paper))
        reviewerOfArc.append(arc.reviewer)
        scoreOfArc.append(arc.score)
      }
      rowStart.append(reviewerOfArc.count)
    }
  }

  /// Prices under which every arc of the empty flow has a reduced cost of at least 0.
  private mutating func setInitialPrices() {
    reviewerPrice = (0..<reviewerCount).map { sinkCost(of: $0) }
    paperPrice = Array(repeating: -missingPenalty, count: paperCount)
    for arc in reviewerOfArc.indices {
      let paper = Int(paperOfArc[arc])
      paperPrice[paper] = max(paperPrice[paper], scoreOfArc[arc] - reviewerPrice[Int(reviewerOfArc[arc])])
    }
  }

  /// The cost of one more paper for the reviewer, should they have room.
  func sinkCost(of reviewer: Int) -> Int64 {
    load[reviewer] < minimum[reviewer] ? -underloadPenalty : 0
  }
}
