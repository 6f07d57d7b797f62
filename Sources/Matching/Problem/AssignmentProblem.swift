/// Who may read what, how many reviews each paper needs and how many each reviewer takes.
///
/// Papers and reviewers are indices from 0. Scores are integers, so that a plan's total is exact and every proof is
/// exact; a caller with fractional scores multiplies them by a scale of their choice and rounds, which moves the
/// total of a plan by at most half a unit per review.
///
/// A value of this type is always well formed: the initializer refuses anything else with a `ProblemError`. It holds
/// the candidates as compressed sparse rows sorted by reviewer, so that the order in which they were given is forgotten.
public struct AssignmentProblem: Sendable, Hashable {
  /// The largest magnitude of a score. With it and the size limits below no sum in this room leaves `Int64`.
  public static let scoreLimit: Int64 = 1_000_000_000
  /// The most papers, and the most reviewers, a problem may have.
  public static let sizeLimit = 1_000_000
  /// The most candidate pairs a problem may have.
  public static let pairLimit = 1_000_000_000
  /// The largest demand of a paper and the largest load of a reviewer.
  public static let countLimit = 1_000_000

  /// Reviews each paper needs, exactly.
  public let demand: [Int]
  /// The fewest papers each reviewer is to be given.
  public let loadMinimum: [Int]
  /// The most papers each reviewer may be given.
  public let loadMaximum: [Int]
  /// The pairs that every plan must hold, sorted, each once.
  public let forced: [Pair]

  /// Row `p` holds the candidates `rowStart[p]..<rowStart[p + 1]`.
  let rowStart: [Int]
  let reviewerOfCandidate: [Int32]
  let scoreOfCandidate: [Int64]
  let candidateIsForced: [Bool]

  public var paperCount: Int { demand.count }
  public var reviewerCount: Int { loadMaximum.count }
  /// The number of pairs that may be assigned.
  public var candidateCount: Int { reviewerOfCandidate.count }

  /// Checks the input and keeps what may be assigned.
  ///
  /// - Parameters:
  ///   - candidates: For each paper, the reviewers who may read it. A pair that is absent is never assigned.
  ///   - demand: For each paper, the number of reviews it needs, `0...countLimit`.
  ///   - loadMinimum: For each reviewer, the fewest papers, `0...loadMaximum`.
  ///   - loadMaximum: For each reviewer, the most papers, `0...countLimit`.
  ///   - forbidden: Pairs taken out of the candidates, in any order. Repetitions and absent pairs are harmless.
  ///   - forced: Pairs every plan must hold, in any order. Repetitions are harmless.
  /// - Throws: The first `ProblemError` found, never a trap, whatever the input.
  public init(
    candidates: [[Candidate]], demand: [Int], loadMinimum: [Int], loadMaximum: [Int],
    forbidden: [Pair] = [], forced: [Pair] = []
  ) throws(ProblemError) {
    let check = ProblemCheck(paperCount: demand.count, reviewerCount: loadMaximum.count)
    try check.sizes(candidates: candidates, loadMinimum: loadMinimum)
    try check.counts(demand: demand, loadMinimum: loadMinimum, loadMaximum: loadMaximum)
    try check.indices(of: forbidden, in: .forbidden)
    try check.indices(of: forced, in: .forced)
    let forbiddenPairs = Set(forbidden)
    let forcedPairs = Set(forced)
    try check.forcedPairs(forced, demand: demand, loadMaximum: loadMaximum, forbidden: forbiddenPairs)

    var rows = CandidateRows(paperCount: demand.count)
    for (paper, row) in candidates.enumerated() {
      try rows.append(row, paper: paper, reviewerCount: loadMaximum.count, forbidden: forbiddenPairs, forced: forcedPairs)
    }
    self.demand = demand
    self.loadMinimum = loadMinimum
    self.loadMaximum = loadMaximum
    self.forced = forcedPairs.sorted()
    rowStart = rows.rowStart
    reviewerOfCandidate = rows.reviewers
    scoreOfCandidate = rows.scores
    candidateIsForced = rows.isForced
    for (index, pair) in forced.enumerated() where score(of: pair) == nil {
      throw .forcedNotCandidate(index: index, paper: pair.paper, reviewer: pair.reviewer)
    }
  }

  /// The reviewers who may read the paper, sorted by index; empty for a paper that does not exist.
  public func candidates(of paper: Int) -> [Candidate] {
    guard demand.indices.contains(paper) else { return [] }
    return (rowStart[paper]..<rowStart[paper + 1]).map {
      Candidate(reviewer: Int(reviewerOfCandidate[$0]), score: scoreOfCandidate[$0])
    }
  }

  /// The pair's score, or nil when the pair may not be assigned or does not exist.
  public func score(of pair: Pair) -> Int64? {
    candidateIndex(of: pair).map { scoreOfCandidate[$0] }
  }

  /// The pair's place among all candidates, or nil when the pair may not be assigned or does not exist.
  func candidateIndex(of pair: Pair) -> Int? {
    guard demand.indices.contains(pair.paper), loadMaximum.indices.contains(pair.reviewer) else { return nil }
    var low = rowStart[pair.paper]
    var high = rowStart[pair.paper + 1]
    while low < high {
      let middle = low + (high - low) / 2
      let reviewer = Int(reviewerOfCandidate[middle])
      if reviewer == pair.reviewer { return middle }
      if reviewer < pair.reviewer { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
