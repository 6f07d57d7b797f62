internal import Matching

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// A matching instance as a `.pra` file: little-endian, 8 bytes of magic, three counts, then arrays.
struct PraFile {
  var rows: CandidateRows
  var demandMinimum: [Int]
  var demandMaximum: [Int]
  var loadMinimum: [Int]
  var loadMaximum: [Int]
  /// By reviewer.
  var seniority: [Int]
  var region: [Int]
  var institution: [Int]

  struct Unreadable: Error {
    let reason: String
  }

  init(path: String) throws {
    guard let file = fopen(path, "rb") else { throw Unreadable(reason: "\(path) cannot be opened") }
    defer { fclose(file) }
    guard String(decoding: try Self.read(8, UInt8.self, file), as: UTF8.self) == "PRASSGN1" else {
      throw Unreadable(reason: "\(path) is no .pra file")
    }
    let counts = try Self.read(3, Int64.self, file).map { Int($0) }
    guard counts.allSatisfy({ (0...AssignmentProblem.pairLimit).contains($0) }) else {
      throw Unreadable(reason: "\(path) has counts out of range")
    }
    demandMinimum = try Self.read(counts[0], Int32.self, file).map { Int($0) }
    demandMaximum = try Self.read(counts[0], Int32.self, file).map { Int($0) }
    loadMinimum = try Self.read(counts[1], Int32.self, file).map { Int($0) }
    loadMaximum = try Self.read(counts[1], Int32.self, file).map { Int($0) }
    let rowStart = try Self.read(counts[0] + 1, Int64.self, file).map { Int($0) }
    let reviewer = try Self.read(counts[2], Int32.self, file)
    // In pieces, so that the scores are never in memory twice.
    var score: [Int64] = []
    score.reserveCapacity(counts[2])
    while score.count < counts[2] {
      for value in try Self.read(min(65536, counts[2] - score.count), Int32.self, file) { score.append(Int64(value)) }
    }
    seniority = try Self.read(counts[1], UInt8.self, file).map { Int($0) }
    region = try Self.read(counts[1], UInt8.self, file).map { Int($0) }
    institution = try Self.read(counts[1], Int32.self, file).map { Int($0) }
    rows = CandidateRows(rowStart: rowStart, reviewer: reviewer, score: score)
  }

  private static func read<Value: BitwiseCopyable>(
    _ count: Int, _ type: Value.Type, _ file: UnsafeMutablePointer<FILE>
  ) throws -> [Value] {
    let values = [Value](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = count == 0 ? 0 : fread(buffer.baseAddress, MemoryLayout<Value>.stride, count, file)
    }
    guard values.count == count else { throw Unreadable(reason: "the file ends early") }
    return values
  }

  func problem(forbidden: [Pair] = []) throws -> AssignmentProblem {
    try AssignmentProblem(
      candidates: rows, demandMinimum: demandMinimum, demandMaximum: demandMaximum, loadMinimum: loadMinimum,
      loadMaximum: loadMaximum, forbidden: forbidden)
  }

  /// Group limits, a paper's first two authors never together on another, and no two authors on each other's papers. The file
  /// holds four authors of each paper: reviewers as little-endian int32.
  func rules(authors path: String) throws -> SideConstraints {
    guard let file = fopen(path, "rb") else { throw Unreadable(reason: "\(path) cannot be opened") }
    defer { fclose(file) }
    let each = 4
    let authors = try Self.read(each * demandMaximum.count, Int32.self, file).map { Int($0) }
    guard authors.allSatisfy(loadMaximum.indices.contains) else { throw Unreadable(reason: "\(path) names unknown reviewers") }
    var rules = SideConstraints(attributes: [
      AttributeRule(valueOfReviewer: institution, bound: .atMostOfEach(1)),
      AttributeRule(valueOfReviewer: seniority, bound: .atMost(2, of: 0)),
      AttributeRule(valueOfReviewer: region, bound: .distinct(2)),
    ])
    var together: Set<ReviewerPair> = []
    for paper in demandMaximum.indices {
      let those = authors[each * paper..<each * (paper + 1)]
      rules.authorship += Set(those).sorted().map { Pair(paper: paper, reviewer: $0) }
      let leading = those.prefix(2).sorted()
      if leading[0] != leading[1] { together.insert(ReviewerPair(leading[0], leading[1])) }
    }
    rules.apart = together.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    return rules
  }

  /// The instance after the change of the benchmark: 3 % of the reviewers gone, 0.5 % of the pairs conflicted, 40 more reviews.
  func changed(_ plan: Plan) throws -> AssignmentProblem {
    var random = Knuth()
    var copy = self
    for reviewer in loadMaximum.indices where random.below(100) < 3 {
      (copy.loadMinimum[reviewer], copy.loadMaximum[reviewer]) = (0, 0)
    }
    for _ in 0..<40 {
      let paper = random.below(demandMaximum.count)
      copy.demandMinimum[paper] += 1
      copy.demandMaximum[paper] += 1
    }
    return try copy.problem(forbidden: plan.pairs.filter { _ in random.below(1000) < 5 })
  }
}

/// A linear congruential generator with the constants of Knuth's MMIX.
private struct Knuth {
  var state: UInt64 = 7

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
