import LecternTesting
import Testing

@Suite("Seeded random")
struct SeededRandomTests {
  @Test("SplitMix64 gives the numbers that were published for seed 1234567")
  func matchesTheReference() {
    var random = SeededRandom(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in random.next() } == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test("A stream depends on its label and not on what was drawn before")
  func streamsAreIndependent() {
    let fresh = SeededRandom(seed: 5)
    var used = SeededRandom(seed: 5)
    for _ in 0..<100 { _ = used.next() }
    var first = fresh.stream("authors")
    var second = used.stream("authors")
    var other = fresh.stream("papers")
    let numbers = (0..<8).map { _ in first.next() }
    #expect(numbers == (0..<8).map { _ in second.next() })
    #expect(numbers != (0..<8).map { _ in other.next() })
  }

  @Test("Nothing to choose from gives nothing instead of a trap")
  func emptyIsNil() {
    var random = SeededRandom(seed: 1)
    #expect(random.int(below: 0) == nil)
    #expect(random.int(below: -3) == nil)
    #expect(random.pick([Int]()) == nil)
    #expect(random.sample(3, of: [Int]()).isEmpty)
    #expect(random.sample(-1, of: [1, 2]).isEmpty)
    #expect(random.shuffled([Int]()).isEmpty)
    _ = random.int(in: Int.min...Int.max)
    #expect(random.int(in: 4...4) == 4)
  }

  @Test("Every number below the bound comes up about equally often")
  func isEven() {
    var random = SeededRandom(seed: 99)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<7_000 { counts[random.int(below: 7) ?? 0] += 1 }
    #expect(counts.allSatisfy { (850...1_150).contains($0) })
    let hits = (0..<10_000).filter { _ in random.chance(percent: 30) }.count
    #expect((2_750...3_250).contains(hits))
  }

  @Test("A shuffle keeps each element once and a sample repeats none")
  func shuffles() {
    var random = SeededRandom(seed: 3)
    let shuffled = random.shuffled(0..<50)
    #expect(shuffled.sorted() == Array(0..<50))
    #expect(shuffled != Array(0..<50))
    #expect(Set(random.sample(20, of: 0..<50)).count == 20)
    #expect(random.sample(80, of: 0..<50).count == 50)
  }
}
