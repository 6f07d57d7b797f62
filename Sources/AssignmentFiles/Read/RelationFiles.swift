internal import Matching

/// Reads files of two names a line.
enum RelationFiles {
  /// `paper,author`: who wrote what, for authors who also review. Papers must be known; authors who don't review are passed over.
  static func authors(
    _ lines: SeparatedLines, _ names: PairNames, _ problems: inout ProblemList
  ) throws(FileProblem) -> [Pair] {
    var table = TableReader(lines, .authors)
    var pairs: Set<Pair> = []
    while try table.next(&problems) {
      guard let paper = names.paper(table, 0, &problems) else { continue }
      guard let reviewer = names.reviewers.number(of: table.bytes, table.field(1)) else { continue }
      pairs.insert(Pair(paper: paper, reviewer: reviewer))
    }
    return pairs.sorted()
  }

  /// `reviewer,reviewer`: never both on one paper.
  static func apart(
    _ lines: SeparatedLines, _ names: PairNames, _ problems: inout ProblemList
  ) throws(FileProblem) -> [ReviewerPair] {
    var table = TableReader(lines, .apart)
    var pairs: Set<ReviewerPair> = []
    while try table.next(&problems) {
      guard let one = names.reviewer(table, 0, &problems), let other = names.reviewer(table, 1, &problems) else { continue }
      if one == other {
        problems.add(table.file, table.line, "reviewer “\(table.text(0))” can't be kept apart from themselves")
      } else {
        pairs.insert(ReviewerPair(min(one, other), max(one, other)))
      }
    }
    return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  /// `paper,track`: for each paper the number of its track, or −1.
  static func tracks(
    _ lines: SeparatedLines, _ names: PairNames, _ problems: inout ProblemList
  ) throws(FileProblem) -> [Int] {
    var table = TableReader(lines, .tracks)
    var texts: [Int: String] = [:]
    while try table.next(&problems) {
      guard let paper = names.paper(table, 0, &problems) else { continue }
      if let earlier = texts[paper], earlier != table.text(1) {
        problems.add(
          table.file, table.line, "paper “\(table.text(0))” is in track “\(earlier)” already. Keep one of the two lines")
      }
      texts[paper] = table.text(1)
    }
    let numbers = Dictionary(Set(texts.values).sorted().enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return (0..<names.papers.count).map { paper in texts[paper].flatMap { numbers[$0] } ?? -1 }
  }
}
