internal import Matching

/// A plan made before. Pairs of papers and reviewers that are gone are passed over; that is what changed since.
struct EarlierPlanFile {
  private(set) var pairs: [Pair] = []
  private(set) var goneCount = 0

  init() {}

  init(
    _ lines: SeparatedLines, papers: NameTable, reviewers: NameTable, _ problems: inout ProblemList
  ) throws(FileProblem) {
    var table = TableReader(lines, .plan)
    var seen: Set<Pair> = []
    while try table.next(&problems) {
      guard let paper = papers.number(of: table.bytes, table.field(0)),
        let reviewer = reviewers.number(of: table.bytes, table.field(1))
      else {
        goneCount += 1
        continue
      }
      let pair = Pair(paper: paper, reviewer: reviewer)
      if seen.insert(pair).inserted { pairs.append(pair) }
    }
  }
}
