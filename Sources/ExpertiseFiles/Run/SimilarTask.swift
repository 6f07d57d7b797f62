internal import AssignmentFiles
internal import Expertise

/// `lectern expertise similar`: for each paper the nearest texts.
public struct SimilarTask: Sendable {
  public var papers: String
  /// Where the nearest are looked for; nil for among the papers themselves.
  public var texts: String?
  public var out: String
  public var top: Int

  public init(papers: String, out: String, top: Int) {
    self.papers = papers
    self.out = out
    self.top = top
  }

  /// The number of rows `paper,text,closeness`, nearest first. A text with the paper's own id is left out.
  public func run(_ sources: ExpertiseSources) async throws -> Int {
    let papers = try PaperFile.read(papers)
    let texts = try texts.map { file throws(FileProblem) in try PaperFile.read(file) } ?? papers
    let alone = texts.map { PersonPapers(id: $0.id, publications: $0.isEmpty ? [] : [$0]) }
    let scorer = try await ScoreTexts(papers, alone).scorer(sources)
    var rows = try RowFile(file: out, header: ["paper", "text", "closeness"])
    var count = 0
    let most = max(1, top) + 1
    try await ScoreTask.eachBlock(papers.count, sources, { scorer.scores(of: $0, top: most) }) {
      (range, found) throws(FileProblem) in
      for (paper, row) in zip(range, found) {
        for near in row.filter({ texts[$0.person].id != papers[paper].id }).prefix(max(1, top)) {
          count += 1
          try rows.add([papers[paper].id, texts[near.person].id, RowFile.decimal(near.score)])
        }
      }
    }
    try rows.close()
    return count
  }
}
