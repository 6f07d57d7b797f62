import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Expertise from papers")
struct TextScoringTests {
  private static let cachePapers = """
    @article{one, title = {Fast caches for everyone}, abstract = {We make caches fast.}}
    @article{two, title = {Caches revisited}}
    """

  @Test("Papers of a file are kept once, can be taken out and deleted, and belong to their owner only")
  func publications() async throws {
    let stage = try await AssignmentStage.open()
    let (owner, other) = (stage.reviewers[2], stage.reviewers[3])
    let desk = try await stage.house.reviewerDesk(owner)
    let bytes = Array(Self.cachePapers.utf8)
    #expect(try await desk.addPublications(bytes, file: "mine.bib") == 2)
    #expect(try await desk.addPublications(bytes, file: "mine.bib") == 2)
    let shown = try await desk.expertise().publications
    #expect(shown.map(\.title) == ["Caches revisited", "Fast caches for everyone"])
    #expect(shown.map(\.hasAbstract) == [false, true])
    let stranger = try await stage.house.reviewerDesk(other)
    await #expect(throws: Refusal.notFound) { try await stranger.exclude(shown[0].id, true) }
    try await stranger.removePublication(shown[0].id)
    try await desk.exclude(shown[0].id, true)
    #expect(try await desk.expertise().publications.map(\.isExcluded) == [true, false])
    try await desk.removePublication(shown[1].id)
    #expect(try await desk.expertise().publications.count == 1)
    #expect(try await stranger.expertise().publications.isEmpty)
  }

  @Test("A file nobody can read is refused with its line, one without papers too, and nothing is kept")
  func unreadable() async throws {
    let stage = try await AssignmentStage.open()
    let desk = try await stage.house.reviewerDesk(stage.reviewers[2])
    for (text, name, word) in [
      ("{\"title\": ", "mine.jsonl", "mine.jsonl:1"), ("{\"abstract\": \"x\"}", "mine.jsonl", "no paper"),
      ("words", "mine.doc", "no kind known"),
    ] {
      let refused = try await refusal { try await desk.addPublications(Array(text.utf8), file: name) }
      guard case .invalid(let problems) = refused else {
        Issue.record("\(name) was not refused")
        continue
      }
      #expect(problems.map(\.field) == ["file"] && problems.first?.message.contains(word) == true, "\(problems)")
    }
    #expect(try await desk.expertise().publications.isEmpty)
  }

  @Test("Chairs load papers by address, all or none")
  func load() async throws {
    let stage = try await AssignmentStage.open()
    let desk = try await stage.desk()
    let person = stage.reviewers[2]
    let known = #"{"id": "\#(person.email.uppercased())", "publications": [{"title": "Fast caches"}]}"#
    let refused = try await refusal {
      try await desk.loadPublications(Array("\(known)\n{\"id\": \"nobody@example.org\"}".utf8), file: "all.jsonl")
    }
    #expect(refused.map { "\($0)".contains("nobody@example.org") } == true)
    #expect(try await desk.expertisePage().reviewers.allSatisfy { $0.publications == 0 })
    #expect(try await desk.loadPublications(Array(known.utf8), file: "all.jsonl") == 1)
    let page = try await desk.expertisePage()
    #expect(page.reviewers.last.map { $0.email == person.email && $0.publications == 1 && !$0.isScored } == true)
  }

  @Test("Scores join the affinity of those whose papers are known, and a plan keeps what it rests on")
  func score() async throws {
    let stage = try await AssignmentStage.open()
    let desk = try await stage.desk()
    let (expert, single) = (stage.reviewers[2], stage.reviewers[3])
    guard case .invalid = try await refusal({ try await desk.askForTextScores() }) else {
      Issue.record("scores of nothing")
      return
    }
    try await stage.house.reviewerDesk(expert).addPublications(Array(Self.cachePapers.utf8), file: "mine.bib")
    let papers = #"{"id": "\#(single.email)", "publications": [{"title": "Fast caches"}]}"#
    try await desk.loadPublications(Array(papers.utf8), file: "all.jsonl")
    try await desk.askForTextScores()
    try await desk.askForTextScores()
    #expect(try await stage.house.recorded("ask for text scores") == 1)
    try await stage.house.runDue()
    guard case .done = try await desk.expertisePage().scoring else {
      Issue.record("not done")
      return
    }
    let facts = try await stage.house.conference.look { try $0.matchingFacts(stage.house.call.id) }
    let near = try #require(facts.texts[Pairing(submission: stage.papers[0], person: expert.id)])
    let far = try #require(facts.texts[Pairing(submission: stage.papers[1], person: expert.id)])
    #expect(near > far && near > 100_000)
    #expect(facts.texts[Pairing(submission: stage.papers[0], person: stage.reviewers[4].id)] == nil)
    let plan = try await stage.solved()
    let pairs = try await stage.pairs(plan)
    let known = [expert.id, single.id]
    #expect(pairs.contains { $0.person == expert.id && $0.textScore != nil })
    #expect(pairs.allSatisfy { known.contains($0.person) || $0.textScore == nil })
    let reasons = try #require(try await desk.planPage(plan, explained: stage.papers[0]).explanation)
    let line = (reasons.assigned + reasons.others).first { $0.name == single.displayName }
    #expect(line?.parts.contains("texts ") == true && line?.parts.contains("only one paper known") == true)
  }

  @Test("How far a scoring is says nothing of how many papers there are")
  func step() {
    #expect(TextScoringStep(line: "scoring: 12 of 40 papers, 3 a second, 9 s left").text == "scoring, 30 %")
    #expect(TextScoringStep(line: "encoding: 40 of 40 texts, 3 a second, 0 s left").text == "encoding, 90 %")
    #expect(TextScoringStep(line: "40 papers, 12 people").text == "reading")
    #expect(TextScoringStep(line: "scoring").text == "scoring")
  }
}
