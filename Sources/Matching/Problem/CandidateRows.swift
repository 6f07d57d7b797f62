/// Candidates as compressed sparse rows, the form in which large problems are handed over: 12 bytes a pair.
///
/// Nothing is checked before an `AssignmentProblem` is made of it.
public struct CandidateRows: Sendable {
  /// Row `p` holds the candidates `rowStart[p]..<rowStart[p + 1]`; one entry more than papers.
  public var rowStart: [Int]
  /// In any order within a row, each at most once.
  public var reviewer: [Int32]
  /// Higher is better. At most `AssignmentProblem.scoreLimit` in magnitude; negative scores are allowed.
  public var score: [Int64]

  public init(rowStart: [Int], reviewer: [Int32], score: [Int64]) {
    self.rowStart = rowStart
    self.reviewer = reviewer
    self.score = score
  }

  /// Refuses reviewers beyond `Int32`, whom no problem has.
  init(_ rows: [[Candidate]]) throws(ProblemError) {
    rowStart = [0]
    reviewer = []
    score = []
    rowStart.reserveCapacity(rows.count + 1)
    let count = rows.reduce(0) { $0 + $1.count }
    reviewer.reserveCapacity(count)
    score.reserveCapacity(count)
    for (paper, row) in rows.enumerated() {
      for candidate in row {
        guard let index = Int32(exactly: candidate.reviewer) else {
          throw .unknownReviewer(.candidates, index: paper, reviewer: candidate.reviewer)
        }
        reviewer.append(index)
        score.append(candidate.score)
      }
      rowStart.append(reviewer.count)
    }
  }

  /// Afterwards every row is sorted by reviewer.
  mutating func sortAndCheck(reviewerCount: Int) throws(ProblemError) {
    let limit = AssignmentProblem.scoreLimit
    for paper in 0..<rowStart.count - 1 {
      let row = rowStart[paper]..<rowStart[paper + 1]
      if !isSorted(row) { sort(row) }
      var previous: Int32 = -1
      for place in row {
        let reviewer = reviewer[place]
        guard reviewer >= 0, reviewer < reviewerCount else {
          throw .unknownReviewer(.candidates, index: paper, reviewer: Int(reviewer))
        }
        guard reviewer != previous else { throw .duplicateCandidate(paper: paper, reviewer: Int(reviewer)) }
        guard (-limit...limit).contains(score[place]) else {
          throw .scoreOutOfRange(paper: paper, reviewer: Int(reviewer), score: score[place])
        }
        previous = reviewer
      }
    }
  }

  private func isSorted(_ row: Range<Int>) -> Bool {
    var previous = Int32.min
    for place in row {
      if reviewer[place] < previous { return false }
      previous = reviewer[place]
    }
    return true
  }

  private mutating func sort(_ row: Range<Int>) {
    let sorted = row.map { (reviewer[$0], score[$0]) }.sorted { $0.0 < $1.0 }
    for (place, candidate) in zip(row, sorted) { (reviewer[place], score[place]) = candidate }
  }

  mutating func remove(_ pairs: Set<Pair>) {
    guard !pairs.isEmpty else { return }
    var kept = 0
    for paper in 0..<rowStart.count - 1 {
      let row = rowStart[paper]..<rowStart[paper + 1]
      rowStart[paper] = kept
      for place in row where !pairs.contains(Pair(paper: paper, reviewer: Int(reviewer[place]))) {
        reviewer[kept] = reviewer[place]
        score[kept] = score[place]
        kept += 1
      }
    }
    rowStart[rowStart.count - 1] = kept
    reviewer.removeLast(reviewer.count - kept)
    score.removeLast(score.count - kept)
  }
}
