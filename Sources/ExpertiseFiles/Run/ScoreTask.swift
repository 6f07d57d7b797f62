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
    let scorer = try await texts.scorer(sources)
    return try await write(texts, scorer, sources)
  }

  private func read() throws(FileProblem) -> ScoreTexts {
    let papers = try PaperFile.read(papers)
    let known = try texts.map { file throws(FileProblem) in try PaperFile.read(file) } ?? []
    let people = try PeopleFile.read(people, texts: Dictionary(known.map { ($0.id, $0) }) { first, _ in first })
    return ScoreTexts(papers, people)
  }

  private func write(_ texts: ScoreTexts, _ scorer: ExpertiseScorer, _ sources: ExpertiseSources) async throws -> Answer {
    var scores = try RowFile(file: out, header: ["paper", "person", "score"])
    var marks = try marks.map { file throws(FileProblem) in try RowFile(file: file, header: ["paper", "person", "mark"]) }
    var (pairs, markCount) = (0, 0)
    try await Self.eachBlock(scorer, paperCount: texts.papers.count, top: top, sources) { (range, found) throws(FileProblem) in
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
    _ scorer: ExpertiseScorer, paperCount: Int, top: Int?, _ sources: ExpertiseSources,
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
        group.addTask { (range, scorer.scores(of: range, top: top)) }
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
