import Expertise
import Testing

@Suite("Affinity")
struct AffinityTests {
  @Test("The parts add up to the total, each by its share")
  func partsAddUp() {
    let parts = Affinity.combine(topic: 600_000, bid: 50, lexical: 200_000)
    #expect(parts.topic.contribution == 210_000)
    #expect(parts.bid.score == 750_000)
    #expect(parts.bid.contribution == 225_000)
    #expect(parts.lexical.contribution == 70_000)
    #expect(parts.total == 505_000)
  }

  @Test("A missing part of expertise leaves its share to the other one")
  func missingExpertise() {
    let topicOnly = Affinity.combine(topic: 1_000_000, bid: 100, lexical: nil)
    #expect(topicOnly.total == 1_000_000)
    #expect(topicOnly.topic.sharePercent == 70 && topicOnly.lexical.sharePercent == 0)
    #expect(!topicOnly.lexical.isKnown)
    let textOnly = Affinity.combine(topic: nil, bid: nil, lexical: 400_000)
    #expect(textOnly.total == 280_000 + 150_000)
    #expect(!textOnly.bid.isKnown)
  }

  @Test("A person about whom nothing is known never outranks one with expertise and the same bid")
  func unknownPerson() {
    for bid in [-100, 0, 100] {
      let unknown = Affinity.combine(topic: nil, bid: bid, lexical: nil).total
      #expect(unknown < Affinity.combine(topic: 1000, bid: bid, lexical: nil).total)
      #expect(unknown <= Affinity.combine(topic: 0, bid: bid, lexical: 0).total)
    }
  }

  @Test("No bid counts as a neutral one, and a better bid raises the total")
  func bids() {
    func total(_ bid: Int?) -> Int { Affinity.combine(topic: 300_000, bid: bid, lexical: nil).total }
    #expect(total(nil) == total(0))
    for bid in -100..<100 { #expect(total(bid) < total(bid + 1)) }
    #expect(Affinity.combine(topic: 0, bid: -100, lexical: 0).total == 0)
  }

  @Test("Values out of range count as the nearest one inside")
  func clamping() {
    #expect(Affinity.combine(topic: .max, bid: .max, lexical: .max).total == 1_000_000)
    #expect(Affinity.combine(topic: .min, bid: .min, lexical: .min).total == 0)
  }

  @Test("Weights that are negative or don't add up to 100 are refused")
  func weights() throws {
    #expect(AffinityWeights(topicPercent: -10, bidPercent: 60, lexicalPercent: 50) == nil)
    #expect(AffinityWeights(topicPercent: 50, bidPercent: 50, lexicalPercent: 50) == nil)
    #expect(AffinityWeights(topicPercent: .max, bidPercent: .max, lexicalPercent: .max) == nil)
    let bidsOnly = try #require(AffinityWeights(topicPercent: 0, bidPercent: 100, lexicalPercent: 0))
    #expect(Affinity.combine(topic: 0, bid: 100, lexical: 0, weights: bidsOnly).total == 1_000_000)
  }
}
