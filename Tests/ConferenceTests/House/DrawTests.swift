import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Numbers that people see")
struct DrawTests {
  @Test("A paper's number tells nothing of when it was registered, nor of what else there is")
  func papers() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let desk = try await house.authorDesk(ada)
    var numbers: [Int] = []
    for place in 0..<60 {
      let id = try await desk.register(house.entry("Paper \(place)", by: ada))
      numbers.append(try #require(Int(try await house.number(of: id).dropFirst())))
    }
    #expect(Set(numbers).count == 60 && numbers.allSatisfy { (1...9_999).contains($0) })
    // Spearman's rank correlation with the order of registration; 60 drawn numbers stay below 0.4 but once in 600 seeds.
    let ranks = numbers.map { number in numbers.count { $0 < number } }
    var squares = 0
    for (place, rank) in ranks.enumerated() { squares += (place - rank) * (place - rank) }
    let correlation: Double = 1 - Double(6 * squares) / Double(60 * 3_599)
    #expect(abs(correlation) < 0.4)
    // Gaps are everywhere, so none tells of a paper kept from the reader.
    let sorted = numbers.sorted()
    let neighbours: Int = zip(sorted, sorted.dropFirst()).filter { pair in pair.0 + 1 == pair.1 }
      .count
    #expect(neighbours < 5)
  }

  @Test("A number drawn is unused, within the bound, and the bound grows before it is half full")
  func drawing() async throws {
    let house = try await TestHouse.open()
    try await house.conference.act { act in
      var used: Set<Int> = []
      for _ in 0..<400 {
        let number = act.draw(within: 99, used: used.count) { used.contains($0) }
        let bound = used.count > 49 ? 999 : 99
        #expect(!used.contains(number))
        #expect((1...bound).contains(number))
        used.insert(number)
      }
    }
  }
}
