import PeerReview
import Testing

@Suite("One order from many")
struct SchulzeMethodTests {
  @Test("The example of the paper: 45 ballots over five come to E, A, C, B, D")
  func example() {
    let cast = [
      (5, "ACBED"), (5, "ADECB"), (8, "BEDAC"), (3, "CABED"), (7, "CAEBD"), (2, "CBADE"), (7, "DCEBA"), (8, "EBADC"),
    ]
    let ballots = cast.flatMap { count, order in
      [[Character: Int64]](
        repeating: Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, Int64($0)) }), count: count)
    }
    #expect(SchulzeMethod.places(ballots) == ["E": 1, "A": 2, "C": 3, "B": 4, "D": 5])
  }

  @Test("Ballots say nothing of papers they don't name; whom nothing tells apart share a place")
  func partial() {
    #expect(SchulzeMethod.places([[Int: Int64]]()) == [:])
    #expect(SchulzeMethod.places([[1: 1, 2: 2], [2: 1, 3: 5]]) == [1: 1, 2: 2, 3: 3])
    #expect(SchulzeMethod.places([[1: 1, 2: 2], [3: 1, 4: 2]]) == [1: 1, 3: 1, 2: 2, 4: 2])
    #expect(SchulzeMethod.places([[1: 1, 2: 2], [1: 2, 2: 1]]) == [1: 1, 2: 1])
    #expect(SchulzeMethod.places([[1: 1, 2: 1], [7: 3]]) == [1: 1, 2: 1, 7: 1])
    let many = Dictionary(uniqueKeysWithValues: (0...SchulzeMethod.limitPapers).map { ($0, Int64($0)) })
    #expect(SchulzeMethod.places([many]) == [:])
  }

  @Test("Whoever beats every other one by one is first, and the reverse of all ballots is the reverse order", arguments: 1...20)
  func properties(seed: Int) {
    // A linear congruence (Knuth's MMIX): the same ballots in every run.
    var state = UInt64(seed)
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    let ballots = (0..<7).map { _ in
      let keys = (0..<6).map { _ in next() }
      return Dictionary(uniqueKeysWithValues: (0..<6).sorted { keys[$0] < keys[$1] }.enumerated().map { ($1, Int64($0)) })
    }
    let places = SchulzeMethod.places(ballots)
    func beats(_ left: Int, _ right: Int) -> Bool { ballots.count { ($0[left] ?? 0) < ($0[right] ?? 0) } * 2 > ballots.count }
    if let winner = (0..<6).first(where: { paper in (0..<6).allSatisfy { $0 == paper || beats(paper, $0) } }) {
      #expect(places.filter { $0.value == 1 }.map(\.key) == [winner])
    }
    let reversed = SchulzeMethod.places(ballots.map { $0.mapValues { -$0 } })
    for left in 0..<6 {
      for right in 0..<6 where (places[left] ?? 0) < (places[right] ?? 0) {
        #expect((reversed[left] ?? 0) >= (reversed[right] ?? 0))
      }
    }
  }
}
