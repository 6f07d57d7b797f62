import Foundation
import Matching
import Testing

/// Real instances that may not be part of this repository stand beside it, where there are any: `../shared/data/matching/real`.
@Suite("Real instances")
struct SharedInstanceTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../../shared/data/matching/real")
  static let isThere = FileManager.default.fileExists(atPath: folder.path)

  /// Optima proven by two other solvers.
  static let optima: [(name: String, leastLoad: Int, total: Int64)] = [
    ("midl2018", 0, 201_884_878), ("midl2018", 2, 150_043_126), ("preflib1_bids", 0, 124_750_000),
    ("preflib2_bids", 0, 141_500_000), ("preflib3_bids", 0, 453_000_000), ("sigir_query", 0, 122_500_000),
    ("aamas2015_bids", 0, 1_406_250_000), ("aamas2016_bids", 0, 943_250_000),
  ]

  struct Numbers: Decodable {
    var papers: Int
    var reviewers: Int
    var demand: [Int]
    var loadMaximum: [Int]
    var conflicts: [[Int]]

    enum CodingKeys: String, CodingKey {
      case papers, reviewers, demand, conflicts
      case loadMaximum = "load_max"
    }
  }

  @Test(
    "Bids and similarities of real conferences are solved to the optima other solvers proved",
    .enabled(if: isThere, "There are no instances at ../shared/data/matching/real."), arguments: optima.indices)
  func optimum(index: Int) throws {
    let (name, leastLoad, total) = Self.optima[index]
    let problem = try Self.problem(name, leastLoad: leastLoad)
    guard case .optimal(let plan, let duals) = OptimalAssignment.solve(problem, seed: 1) else {
      Issue.record("\(name) is feasible.")
      return
    }
    #expect(Verifier.verifyOptimality(plan, duals, problem) == .optimal(total: total))
  }

  private static func problem(_ name: String, leastLoad: Int) throws -> AssignmentProblem {
    let numbers = try JSONDecoder().decode(Numbers.self, from: Data(contentsOf: folder.appending(path: "\(name).json")))
    var rows = [[Candidate]](repeating: [], count: numbers.papers)
    for line in try unpacked(folder.appending(path: "\(name).csv.gz")).split(separator: UInt8(ascii: "\n")).dropFirst() {
      let fields = line.split(separator: UInt8(ascii: ",")).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 3, let paper = Int(fields[0]), let reviewer = Int(fields[1]), let score = Double(fields[2]) else {
        throw CocoaError(.fileReadCorruptFile)
      }
      rows[paper].append(Candidate(reviewer: reviewer, score: Int64((score * 1e6).rounded())))
    }
    return try AssignmentProblem(
      candidates: rows, demand: numbers.demand,
      loadMinimum: Array(repeating: leastLoad, count: numbers.reviewers), loadMaximum: numbers.loadMaximum,
      forbidden: numbers.conflicts.map { Pair(paper: $0[0], reviewer: $0[1]) })
  }

  private static func unpacked(_ file: URL) throws -> Data {
    let gzip = Process()
    let output = Pipe()
    gzip.executableURL = URL(filePath: "/usr/bin/env")
    gzip.arguments = ["gzip", "-dc", file.path]
    gzip.standardOutput = output
    try gzip.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    gzip.waitUntilExit()
    return data
  }
}
