import Expertise
import Testing

@Suite("Topic affinity")
struct TopicAffinityTests {
  @Test("An expert in every topic scores the limit, a stranger to all of them 0")
  func bounds() {
    #expect(TopicAffinity.score(paperTopics: [3, 5], levels: [3: .expert, 5: .expert]) == 1_000_000)
    #expect(TopicAffinity.score(paperTopics: [3, 5], levels: [3: .none, 9: .expert]) == 0)
  }

  @Test("The score is four fifths mean level and one fifth highest level")
  func formula() {
    #expect(TopicAffinity.score(paperTopics: [1], levels: [1: .some]) == 500_000)
    #expect(TopicAffinity.score(paperTopics: [1, 2], levels: [1: .expert]) == 600_000)
    #expect(TopicAffinity.score(paperTopics: [1, 2], levels: [1: .some, 2: .some]) == 500_000)
    #expect(TopicAffinity.score(paperTopics: [1, 2, 3], levels: [2: .some]) == 233_333)
  }

  @Test("A higher level on any topic of the paper never lowers the score")
  func monotone() throws {
    let paper: Set<Int> = [0, 1, 2]
    for code in 0..<27 {
      let levels = try (0..<3).map { try #require(TopicLevel(rawValue: code / [1, 3, 9][$0] % 3)) }
      let known = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($0.offset, $0.element) })
      let score = try #require(TopicAffinity.score(paperTopics: paper, levels: known))
      #expect((0...Affinity.scoreLimit).contains(score))
      for topic in paper where levels[topic] < .expert {
        var raised = known
        raised[topic] = TopicLevel(rawValue: levels[topic].rawValue + 1)
        #expect(try #require(TopicAffinity.score(paperTopics: paper, levels: raised)) > score)
      }
    }
  }

  @Test("Without topics on either side the topics tell nothing")
  func nothingToCompare() {
    #expect(TopicAffinity.score(paperTopics: [], levels: [1: .expert]) == nil)
    #expect(TopicAffinity.score(paperTopics: [1], levels: [:]) == nil)
  }
}
