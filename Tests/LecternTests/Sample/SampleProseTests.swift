import LecternTesting
import Testing

@Suite("Made-up prose")
struct SampleProseTests {
  private let papers = SamplePlan(
    seed: 21, submissions: 300, reviewers: 10, call: SampleCall(topics: SampleFixture.topics)
  ).papers

  @Test("Abstracts hold 120 to 200 words, no unfilled slot, and say nothing twice")
  func abstracts() {
    for paper in papers {
      #expect((120...200).contains(SampleFixture.words(paper.abstract).count), "\(paper.abstract)")
      #expect(isClean(paper.abstract) && isClean(paper.title))
      let sentences = paper.abstract.split(separator: ". ")
      #expect(Set(sentences).count == sentences.count)
    }
    #expect(Set(papers.map(\.abstract)).count == papers.count)
    #expect(Set(papers.map(\.title)).count == papers.count)
  }

  @Test("Any topic gives readable papers, known or not")
  func unknownTopics() {
    let topics = [
      SampleTopic(key: "x", name: "Beekeeping"), SampleTopic(key: "", name: ""), SampleTopic(key: "é", name: "{odd}"),
    ]
    for paper in SamplePlan(seed: 3, submissions: 40, reviewers: 3, call: SampleCall(topics: topics)).papers {
      #expect((120...200).contains(SampleFixture.words(paper.abstract).count))
    }
  }

  @Test("Each MLSys topic has words of its own")
  func vocabulary() {
    let titles = SampleFixture.topics.map { topic in
      var maker = SamplePapers(topics: [topic], random: SeededRandom(seed: 1))
      return maker.next(by: [], industrial: false).keywords.sorted()
    }
    #expect(Set(titles).count == SampleFixture.topics.count)
  }

  @Test("A review's balance of praise and blame follows its tone, and reviewers differ")
  func reviews() {
    for paper in papers.prefix(40) {
      func points(_ text: String) -> Int { text.split(separator: "\n").count }
      let worst = paper.review(tone: .damning, reviewer: 0)
      let best = paper.review(tone: .enthusiastic, reviewer: 0)
      #expect(points(worst.weaknesses) > points(worst.strengths))
      #expect(points(best.strengths) > points(best.weaknesses))
      #expect(paper.review(tone: .divided, reviewer: 1) != paper.review(tone: .divided, reviewer: 2))
      for tone in SampleTone.allCases {
        let review = paper.review(tone: tone, reviewer: tone.rawValue)
        let texts = [review.summary, review.strengths, review.weaknesses, review.questions, review.privateNote]
        #expect(texts.allSatisfy { !$0.isEmpty && isClean($0) })
        #expect(!paper.authors.contains { author in texts.contains { $0.contains(author.familyName) } })
      }
    }
  }

  @Test("Grades map onto tones from end to end of any scale")
  func tones() {
    #expect(SampleTone(grade: 1, lowest: 1, highest: 6) == .damning)
    #expect(SampleTone(grade: 6, lowest: 1, highest: 6) == .enthusiastic)
    #expect(SampleTone(grade: 3, lowest: 1, highest: 5) == .divided)
    #expect(SampleTone(grade: 99, lowest: 1, highest: 5) == .enthusiastic)
    #expect(SampleTone(grade: 3, lowest: 3, highest: 3) == .divided)
  }

  @Test("A response never exceeds the call's word limit", arguments: [0, 29, 30, 60, 120, 700])
  func responses(limit: Int) {
    for paper in papers.prefix(60) {
      let response = paper.response(limitWords: limit)
      #expect(SampleFixture.words(response).count <= limit)
      #expect(isClean(response))
      #expect(response.isEmpty == (limit < 30))
    }
  }

  @Test("Comments, metareviews, notes, statements and declarations are filled in")
  func otherTexts() {
    for paper in papers.prefix(60) {
      for tone in SampleTone.allCases {
        #expect(isClean(paper.comment(tone: tone, index: 0)) && isClean(paper.metareview(tone: tone)))
      }
      #expect(isClean(paper.decisionNote(accepted: true)) && isClean(paper.decisionNote(accepted: false)))
      #expect((25...60).contains(SampleFixture.words(paper.statement(label: "Benchmarks")).count))
      #expect(paper.declarations.earlierVersionText.isEmpty == (paper.declarations.earlierVersion == .none))
      #expect(isClean(paper.declarations.languageModelText) && !paper.declarations.languageModelText.isEmpty)
    }
    #expect(Set(papers.map(\.declarations.earlierVersion)).count == SampleDeclarations.EarlierVersion.allCases.count)
  }

  private func isClean(_ text: String) -> Bool {
    !text.contains("{") && !text.contains("}") && !text.contains("+") && !text.contains("  ") && !text.contains(" .")
  }
}
