internal import Expertise
internal import PeerReview
internal import Store

extension Conference {
  /// Scores every paper in the process by what its possible reviewers wrote, on one snapshot and outside any transaction, and
  /// keeps the scores paper by paper. A scoring that is done already is left alone; one that was cut short begins anew, where
  /// texts that were read before cost nothing.
  func scoreTexts(_ id: ID<TextScoring>, with scorer: any TextScorer = WordScorer()) async throws {
    let asked = try await look { act -> (scoring: TextScoringRow, work: TextScoringWork)? in
      guard let scoring = try act.session.textScoring(id), scoring.doneAt == nil else { return nil }
      return (scoring, try act.scoringWork(scoring.call))
    }
    guard let (scoring, work) = asked else { return }
    let found = try await work.run(scorer) { line in
      // Progress that can't be told is no reason to stop.
      _ = try? await self.act { try $0.session.setStep(TextScoringStep(line: line).text, of: id) }
    }
    for start in stride(from: 0, to: found.count, by: Self.papersAtOnce) {
      let block = Array(found[start..<min(found.count, start + Self.papersAtOnce)])
      try await act { act in
        try act.session.replaceTextScores(of: block.map(\.paper), with: block.flatMap(\.scores))
      }
    }
    let people = work.people.map(\.id)
    try await act { act in
      try act.session.finish(scoring, people: people, at: act.now)
      try act.record("score texts", bySystem: "expertise", at: scoring.call, about: scoring.call.text, "\(people.count) people")
    }
  }

  /// So many that writers of other things wait for milliseconds.
  private static let papersAtOnce = 20
}

extension Act {
  fileprivate func scoringWork(_ call: ID<Call>) throws -> TextScoringWork {
    let content = try session.currentContent(in: call)
    let papers = try session.submissionsUnderReview(in: call).map { row in
      (
        id: row.id,
        text: PaperText(id: row.id.text, title: row.title, abstract: content[row.id]?.abstract ?? "")
      )
    }
    let publications = Dictionary(grouping: try session.publicationsOfReviewers(at: call), by: \.person)
    let people = publications.sorted { $0.key < $1.key }.map { person, rows in
      (id: person, papers: rows.map { PaperText(id: $0.id.text, title: $0.title, abstract: $0.abstract) })
    }
    return TextScoringWork(papers: papers, people: people)
  }
}

/// How far a scoring is, in words that tell nothing of how many papers there are: some of them a chair may not know of.
struct TextScoringStep {
  let text: String

  /// From a line such as "scoring: 12 of 40 papers, 3 a second, 9 s left".
  init(line: String) {
    let parts = line.split(separator: ":", maxSplits: 1)
    let words = parts.count == 2 ? parts[1].split(separator: " ") : []
    guard words.count > 2, words[1] == "of", let done = Int(words[0]), let total = Int(words[2]), total > 0 else {
      text = parts.count == 1 && !line.contains { $0.isNumber } ? line : "reading"
      return
    }
    text = "\(parts[0]), \(min(9, done * 10 / total) * 10) %"
  }
}
