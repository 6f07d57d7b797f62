/// Who may read what, how many reviews each paper needs and how many each reviewer takes.
///
/// Papers and reviewers are indices from 0. Scores are integers, so that a plan's total is exact and every proof is
/// exact; `ScoreScale` makes them of fractional ones and says by how much it rounds.
///
/// A value of this type is always well formed: the initializers refuse anything else with a `ProblemError`. It holds
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

  /// The fewest reviews each paper needs.
  public let demandMinimum: [Int]
  /// The most reviews each paper takes. Those beyond the minimum are given where they raise the total.
  public let demandMaximum: [Int]
  /// The fewest papers each reviewer is to be given.
  public let loadMinimum: [Int]
  /// The most papers each reviewer may be given.
  public let loadMaximum: [Int]
  /// The loads that are best, where some are.
  public let loadTargets: LoadTargets?
  /// The pairs that every plan must hold, sorted, each once.
  public let forced: [Pair]

  /// Row `p` holds the candidates `rowStart[p]..<rowStart[p + 1]`.
  let rowStart: [Int]
  let reviewerOfCandidate: [Int32]
  private(set) var scoreOfCandidate: [Int64]

  public var paperCount: Int { demandMaximum.count }
  public var reviewerCount: Int { loadMaximum.count }
  /// The number of pairs that may be assigned.
  public var candidateCount: Int { reviewerOfCandidate.count }

  /// Checks the input and keeps what may be assigned.
  ///
  /// - Parameters:
  ///   - candidates: For each paper, the reviewers who may read it. A pair that is absent is never assigned. Arrays that
  ///     are sorted already are kept, not copied.
  ///   - demandMinimum: For each paper, the fewest reviews, `0...demandMaximum`.
  ///   - demandMaximum: For each paper, the most reviews, `0...countLimit`.
  ///   - loadMinimum: For each reviewer, the fewest papers, `0...loadMaximum`.
  ///   - loadMaximum: For each reviewer, the most papers, `0...countLimit`.
  ///   - loadTargets: For each reviewer, the load that is best, `loadMinimum...loadMaximum`.
  ///   - forbidden: Pairs taken out of the candidates, in any order. Repetitions and absent pairs are harmless.
  ///   - forced: Pairs every plan must hold, in any order. Repetitions are harmless.
  /// - Throws: The first `ProblemError` found, never a trap, whatever the input.
  public init(
    candidates: consuming CandidateRows, demandMinimum: [Int], demandMaximum: [Int], loadMinimum: [Int],
    loadMaximum: [Int], loadTargets: LoadTargets? = nil, forbidden: [Pair] = [], forced: [Pair] = []
  ) throws(ProblemError) {
    let check = ProblemCheck(paperCount: demandMaximum.count, reviewerCount: loadMaximum.count)
    try check.sizes(candidates, demandMinimum: demandMinimum, loadMinimum: loadMinimum)
    try check.counts(
      demandMinimum: demandMinimum, demandMaximum: demandMaximum, loadMinimum: loadMinimum, loadMaximum: loadMaximum)
    if let loadTargets { try check.targets(loadTargets, loadMinimum: loadMinimum, loadMaximum: loadMaximum) }
    try check.indices(of: forbidden, in: .forbidden)
    try check.indices(of: forced, in: .forced)
    let forbiddenPairs = Set(forbidden)
    let forcedPairs = Set(forced)
    try check.forcedPairs(forced, demand: demandMaximum, loadMaximum: loadMaximum, forbidden: forbiddenPairs)

    try candidates.sortAndCheck(reviewerCount: loadMaximum.count)
    candidates.remove(forbiddenPairs)
    self.demandMinimum = demandMinimum
    self.demandMaximum = demandMaximum
    self.loadMinimum = loadMinimum
    self.loadMaximum = loadMaximum
    self.loadTargets = loadTargets
    self.forced = forcedPairs.sorted()
    rowStart = candidates.rowStart
    reviewerOfCandidate = candidates.reviewer
    scoreOfCandidate = candidates.score
    for (index, pair) in forced.enumerated() where score(of: pair) == nil {
      throw .forcedNotCandidate(index: index, paper: pair.paper, reviewer: pair.reviewer)
    }
  }

  /// As above, with as many reviews for each paper as `demand` says, and each row given as a list.
  public init(
    candidates: [[Candidate]], demand: [Int], loadMinimum: [Int], loadMaximum: [Int],
    loadTargets: LoadTargets? = nil, forbidden: [Pair] = [], forced: [Pair] = []
  ) throws(ProblemError) {
    try self.init(
      candidates: try CandidateRows(candidates), demandMinimum: demand, demandMaximum: demand, loadMinimum: loadMinimum,
      loadMaximum: loadMaximum, loadTargets: loadTargets, forbidden: forbidden, forced: forced)
  }

  /// The reviewers who may read the paper, sorted by index; empty for a paper that does not exist.
  public func candidates(of paper: Int) -> [Candidate] {
    guard demandMaximum.indices.contains(paper) else { return [] }
    return (rowStart[paper]..<rowStart[paper + 1]).map {
      Candidate(reviewer: Int(reviewerOfCandidate[$0]), score: scoreOfCandidate[$0])
    }
  }

  /// The pair's score, or nil when the pair may not be assigned or does not exist.
  public func score(of pair: Pair) -> Int64? {
    candidate(of: pair).map { scoreOfCandidate[$0] }
  }

  /// The problem with other scores for the pairs given, those that may not be assigned left out. The change keeps within
  /// `scoreLimit`.
  func rescored(_ pairs: [Pair], _ change: (Int64) -> Int64) -> AssignmentProblem {
    var copy = self
    for pair in pairs {
      if let candidate = candidate(of: pair) { copy.scoreOfCandidate[candidate] = change(scoreOfCandidate[candidate]) }
    }
    return copy
  }

  /// The pair's index among the candidates, or nil.
  func candidate(of pair: Pair) -> Int? {
    guard demandMaximum.indices.contains(pair.paper), loadMaximum.indices.contains(pair.reviewer) else { return nil }
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
