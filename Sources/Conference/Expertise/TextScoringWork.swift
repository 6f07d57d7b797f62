internal import Expertise
internal import ExpertiseFiles
internal import Foundation
internal import PeerReview
internal import Store

/// Files of one scoring. They hold texts and numbers, no ids and no names.
struct TextScoringWork {
  let papers: [(id: ID<Submission>, text: PaperText)]
  let people: [(id: ID<Person>, papers: [PaperText])]
  /// The best people of each paper that are kept; beyond some thousand reviewers others would only cost room.
  static let top = 400

  /// The scores by paper, papers in order.
  func run(
    _ scorer: any TextScorer, at step: @escaping @Sendable (String) async -> Void
  ) async throws -> [(paper: ID<Submission>, scores: [TextScoreRow])] {
    try await WorkFolder.with("expertise") { folder in
      var task = ScoreTask(papers: folder + "/papers.jsonl", people: folder + "/people.jsonl", out: folder + "/scores.csv")
      task.marks = folder + "/marks.csv"
      task.top = Self.top
      // Everyone sees how near papers are to them: what few people wrote would show in the others' scores.
      task.weighsWords = SmallGroups.shows(people.count)
      try write(to: task)
      try await scorer.run(task, at: step)
      return try read(task)
    }
  }

  private struct PaperLine: Encodable {
    let id, title, abstract: String
  }

  private func write(to task: ScoreTask) throws {
    let encoder = JSONEncoder()
    var lines = Data()
    for (place, paper) in papers.enumerated() {
      lines += try encoder.encode(PaperLine(id: "\(place)", title: paper.text.title, abstract: paper.text.abstract))
      lines += Data("\n".utf8)
    }
    try lines.write(to: URL(filePath: task.papers))
    let numbered = people.enumerated().map { PersonPapers(id: "\($0.offset)", publications: $0.element.papers) }
    try PeopleFolder.write(numbered, to: task.people)
  }

  private func read(_ task: ScoreTask) throws -> [(paper: ID<Submission>, scores: [TextScoreRow])] {
    var marks: [[Int]: [String]] = [:]
    for (pair, mark) in try lines(task.marks ?? "") { marks[pair, default: []].append(mark) }
    var found: [[TextScoreRow]] = papers.map { _ in [] }
    for (pair, text) in try lines(task.out) {
      guard let score = Double(text) else { throw WorkStopped(description: "“\(text)” is no score.") }
      let millionths = Int64((min(max(score, 0), 1) * 1_000_000).rounded())
      found[pair[0]].append(
        TextScoreRow(
          submission: papers[pair[0]].id, person: people[pair[1]].id, score: millionths,
          marks: marks[pair]?.joined(separator: " ") ?? ""))
    }
    return zip(papers, found).map { ($0.id, $1) }
  }

  /// Paper, person and the third field of each line after the header.
  private func lines(_ file: String) throws -> [(pair: [Int], text: String)] {
    let text = try String(contentsOf: URL(filePath: file), encoding: .utf8)
    return try text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      let fields = line.split(separator: ",", maxSplits: 2)
      guard fields.count == 3, let paper = Int(fields[0]), let person = Int(fields[1]), papers.indices.contains(paper),
        people.indices.contains(person)
      else { throw WorkStopped(description: "“\(line)” is no line of scores.") }
      return ([paper, person], String(fields[2]))
    }
  }
}
