/// One order from many, by the method of Schulze ("A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
/// single-winner election method", Social Choice and Welfare 36, 2011, section 2), with the strength of a win told by how many
/// prefer the winner.
public enum SchulzeMethod {
  /// The work grows with the third power of the papers; these take a tenth of a second.
  public static let limitPapers = 400

  /// Places from 1; papers share one when neither beats the other. A ballot gives papers numbers, the smallest to the best, and says
  /// nothing of papers it doesn't name: reviewers order what they have read. Empty for more than `limitPapers`.
  public static func places<Paper: Hashable & Comparable>(_ ballots: [[Paper: Int64]]) -> [Paper: Int] {
    let papers = Set(ballots.flatMap(\.keys)).sorted()
    let count = papers.count
    guard count <= limitPapers else { return [:] }
    var strength = wins(ballots, Dictionary(papers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }))
    for middle in 0..<count {
      for from in 0..<count where from != middle {
        let first = strength[from * count + middle]
        if first == 0 { continue }
        for to in 0..<count {
          let path = min(first, strength[middle * count + to])
          if path > strength[from * count + to] { strength[from * count + to] = path }
        }
      }
    }
    let places = papers.indices.map { paper in
      (papers[paper], 1 + papers.indices.count { strength[$0 * count + paper] > strength[paper * count + $0] })
    }
    return Dictionary(places, uniquingKeysWith: { first, _ in first })
  }

  /// Row by row, how many ballots put one paper before the other, where they are more than those that say the opposite.
  private static func wins<Paper: Hashable>(_ ballots: [[Paper: Int64]], _ index: [Paper: Int]) -> [Int32] {
    let count = index.count
    var prefer = [Int32](repeating: 0, count: count * count)
    for ballot in ballots {
      let places = ballot.compactMap { paper, place in index[paper].map { (paper: $0, place: place) } }
      for better in places {
        for worse in places where better.place < worse.place { prefer[better.paper * count + worse.paper] += 1 }
      }
    }
    var wins = prefer
    for place in wins.indices where prefer[place] <= prefer[place % count * count + place / count] { wins[place] = 0 }
    return wins
  }
}
