internal import AssignmentFiles
internal import Expertise
internal import Foundation

/// `lectern expertise score`: papers and people in, scores out.
public struct ScoreTask: Sendable {
  public var papers: String
  public var people: String
  public var texts: String?
  public var out: String
  /// Where marks go; nil for nowhere.
  public var marks: String?
  /// The best people of each paper; nil for all.
  public var top: Int?
  /// Keeps the rows of `out` whose paper and person have the texts they had, and makes the others.
  public var updates = false
  /// Whether words weigh by how rare they are in what all people wrote. Over few people that would tell what others wrote.
  public var weighsWords = true

  public init(papers: String, people: String, out: String) {
    self.papers = papers
    self.people = people
    self.out = out
  }

  public struct Answer: Sendable {
    public let pairCount: Int
    public let markCount: Int
    /// People about whom nothing is known; they have no scores.
    public let unknownPeople: [String]
    /// Papers without text, whose scores tell nothing.
    public let emptyPapers: [String]
  }

  /// Afterwards `out` holds `paper,person,score`, papers and people in the order of their files, or each paper's best first.
  public func run(_ sources: ExpertiseSources) async throws -> Answer {
    let texts = try read()
    sources.steps("\(texts.papers.count) papers, \(texts.people.count) people, \(texts.publicationBodies.count) publications")
    let scorer = try await texts.scorer(sources, weighsWords: weighsWords)
    guard updates else { return try await write(texts, scorer, nil, sources) }
    let state = ScoreState(texts, settings: settings(sources))
    let earlier = EarlierScores(scores: out, marks: marks, texts: texts, state: state, top: top)
    if let earlier {
      sources.steps(
        "\(texts.papers.count - earlier.keptPapers) papers and \(earlier.changedPeople.count) people are new or changed")
    }
    let answer = try await write(texts, scorer, earlier, sources)
    try state.write(beside: out)
    return answer
  }

  private func settings(_ sources: ExpertiseSources) -> String {
    let parts = [
      sources.mix.description, sources.encoder?.key ?? "", sources.table.map { String($0.fingerprint, radix: 16) } ?? "",
      top.map { "top \($0)" } ?? "all", marks == nil ? "" : "marks", weighsWords ? "" : "even",
    ]
    return parts.joined(separator: "; ")
  }

  private func read() throws(FileProblem) -> ScoreTexts {
    let papers = try PaperFile.read(papers)
    let known = try texts.map { file throws(FileProblem) in try PaperFile.read(file) } ?? []
    let people = try PeopleFile.read(people, texts: Dictionary(known.map { ($0.id, $0) }) { first, _ in first })
    return ScoreTexts(papers, people)
  }

  /// Rows of papers by the scorer, or, where earlier ones hold, of those who changed only.
  private func rows(
    _ scorer: ExpertiseScorer, _ earlier: EarlierScores?
  ) -> @Sendable (Range<Int>) -> [[ExpertiseScorer.PersonScore]] {
    let top = top
    guard let earlier else { return { scorer.scores(of: $0, top: top) } }
    let limited = scorer.limited(to: earlier.changedPeople)
    return { range in
      zip(range, limited.scores(of: range)).map { paper, changed in
        earlier.row(of: paper, changed) ?? scorer.scores(of: paper..<paper + 1, top: top).first ?? []
      }
    }
  }

  private func write(
    _ texts: ScoreTexts, _ scorer: ExpertiseScorer, _ earlier: EarlierScores?, _ sources: ExpertiseSources
  ) async throws -> Answer {
    var scores = try RowFile(file: out, header: ["paper", "person", "score"])
    var marks = try marks.map { file throws(FileProblem) in try RowFile(file: file, header: ["paper", "person", "mark"]) }
    var (pairs, markCount) = (0, 0)
    try await Self.eachBlock(texts.papers.count, sources, rows(scorer, earlier)) { (range, found) throws(FileProblem) in
      for (paper, row) in zip(range, found) {
        for score in row {
          pairs += 1
          try scores.add([texts.papers[paper], texts.people[score.person], RowFile.decimal(score.score)])
          for mark in score.marks.sorted() {
            markCount += 1
            try marks?.add([texts.papers[paper], texts.people[score.person], mark.rawValue])
          }
        }
      }
    }
    try scores.close()
    try marks?.close()
    return Answer(
      pairCount: pairs, markCount: markCount, unknownPeople: texts.unknownPeople, emptyPapers: texts.emptyPapers)
  }

  /// Scores block after block on several threads; `take` sees them in the order of the papers.
  static func eachBlock(
    _ paperCount: Int, _ sources: ExpertiseSources, _ rows: @escaping @Sendable (Range<Int>) -> [[ExpertiseScorer.PersonScore]],
    _ take: (Range<Int>, [[ExpertiseScorer.PersonScore]]) throws(FileProblem) -> Void
  ) async throws {
    let size = ExpertiseScorer.blockPapers
    var pace = sources.steps.pace("scoring", paperCount, "papers")
    try await withThrowingTaskGroup(of: (Range<Int>, [[ExpertiseScorer.PersonScore]]).self) { group in
      var next = 0
      func start() {
        guard next < paperCount else { return }
        let range = next..<min(paperCount, next + size)
        next = range.upperBound
        group.addTask { (range, rows(range)) }
      }
      for _ in 0..<sources.workers { start() }
      var waiting: [Int: (Range<Int>, [[ExpertiseScorer.PersonScore]])] = [:]
      var written = 0
      while let found = try await group.next() {
        start()
        waiting[found.0.lowerBound] = found
        while let (range, rows) = waiting.removeValue(forKey: written) {
          try take(range, rows)
          written = range.upperBound
          pace.advance(by: range.count)
        }
      }
    }
  }
}
