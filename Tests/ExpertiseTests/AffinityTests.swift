import Expertise
import Testing

@Suite("Affinity")
struct AffinityTests {
  @Test("The parts add up to the total, each by its share")
  func partsAddUp() {
    let parts = Affinity.combine(topic: 600_000, text: 200_000, bid: 50)
    #expect(parts.topic.contribution == 210_000)
    #expect(parts.bid.score == 750_000)
    #expect(parts.bid.contribution == 225_000)
    #expect(parts.text.contribution == 70_000)
    #expect(parts.total == 505_000)
  }

  @Test("A missing part of expertise leaves its share to the other one")
  func missingExpertise() {
    let topicOnly = Affinity.combine(topic: 1_000_000, text: nil, bid: 100)
    #expect(topicOnly.total == 1_000_000)
    #expect(topicOnly.topic.sharePercent == 70 && topicOnly.text.sharePercent == 0)
    #expect(!topicOnly.text.isKnown)
    let textOnly = Affinity.combine(topic: nil, text: 400_000, bid: nil)
    #expect(textOnly.total == 280_000 + 150_000)
    #expect(!textOnly.bid.isKnown)
  }

  @Test("Shares are in proportion to the weights of what is known, and always add up to the share of expertise")
  func shares() throws {
    let all = Affinity.combine(topic: 1_000_000, keyword: 1_000_000, text: 1_000_000, bid: nil)
    #expect([all.topic, all.keyword, all.text].map(\.sharePercent) == [30, 10, 30])
    let two = Affinity.combine(topic: nil, keyword: 500_000, text: 100_000, bid: nil)
    #expect([two.topic, two.keyword, two.text].map(\.sharePercent) == [0, 17, 53])
    let odd = try #require(AffinityWeights(topicPercent: 33, keywordPercent: 33, textPercent: 33, bidPercent: 1))
    for known in 1..<8 {
      let part = { (bit: Int) in known & bit > 0 ? 1_000_000 : nil }
      let parts = Affinity.combine(topic: part(1), keyword: part(2), text: part(4), bid: 100, weights: odd)
      #expect(parts.total == 1_000_000)
    }
    let topicsOnly = try #require(AffinityWeights(topicPercent: 70, keywordPercent: 0, textPercent: 0, bidPercent: 30))
    #expect(Affinity.combine(topic: nil, keyword: 1_000_000, text: 1_000_000, bid: 100, weights: topicsOnly).total == 300_000)
  }

  @Test("A person about whom nothing is known never outranks one with expertise and the same bid")
  func unknownPerson() {
    for bid in [-100, 0, 100] {
      let unknown = Affinity.combine(topic: nil, text: nil, bid: bid).total
      #expect(unknown < Affinity.combine(topic: 1000, text: nil, bid: bid).total)
      #expect(unknown <= Affinity.combine(topic: 0, text: 0, bid: bid).total)
    }
  }

  @Test("No bid counts as a neutral one, and a better bid raises the total")
  func bids() {
    func total(_ bid: Int?) -> Int { Affinity.combine(topic: 300_000, text: nil, bid: bid).total }
    #expect(total(nil) == total(0))
    for bid in -100..<100 { #expect(total(bid) < total(bid + 1)) }
    #expect(Affinity.combine(topic: 0, text: 0, bid: -100).total == 0)
  }

  @Test("Values out of range count as the nearest one inside")
  func clamping() {
    #expect(Affinity.combine(topic: .max, text: .max, bid: .max).total == 1_000_000)
    #expect(Affinity.combine(topic: .min, text: .min, bid: .min).total == 0)
  }

  @Test("Weights that are negative or don't add up to 100 are refused")
  func weights() throws {
    #expect(AffinityWeights(topicPercent: -10, keywordPercent: 0, textPercent: 50, bidPercent: 60) == nil)
    #expect(AffinityWeights(topicPercent: 50, keywordPercent: 0, textPercent: 50, bidPercent: 50) == nil)
    #expect(AffinityWeights(topicPercent: 0, keywordPercent: 101, textPercent: 0, bidPercent: -1) == nil)
    let bidsOnly = try #require(AffinityWeights(topicPercent: 0, keywordPercent: 0, textPercent: 0, bidPercent: 100))
    #expect(Affinity.combine(topic: 0, text: 0, bid: 100, weights: bidsOnly).total == 1_000_000)
  }
}
