internal import Foundation
public import Matching

extension PackedInstance {
  /// Writes the problem as a packed instance. Forced pairs have no place in it; attributes are
  /// written as 0. A problem's counts and scores always fit into its 32 bits.
  public static func write(_ problem: AssignmentProblem, to file: String) throws {
    var bytes = Data(magic)
    let rows = (0..<problem.paperCount).map { problem.candidates(of: $0) }
    var ends: [Int64] = [0]
    for row in rows { ends.append((ends.last ?? 0) + Int64(row.count)) }
    bytes.appendNumbers([Int64(problem.paperCount), Int64(problem.reviewerCount), ends.last ?? 0])
    bytes.appendNumbers(problem.demandMinimum.map { Int32(clamping: $0) })
    bytes.appendNumbers(problem.demandMaximum.map { Int32(clamping: $0) })
    bytes.appendNumbers(problem.loadMinimum.map { Int32(clamping: $0) })
    bytes.appendNumbers(problem.loadMaximum.map { Int32(clamping: $0) })
    bytes.appendNumbers(ends)
    for row in rows { bytes.appendNumbers(row.map { Int32(clamping: $0.reviewer) }) }
    for row in rows { bytes.appendNumbers(row.map { Int32(clamping: $0.score) }) }
    bytes.append(Data(count: 6 * problem.reviewerCount))
    try bytes.write(to: URL(filePath: file), options: .atomic)
  }
}

extension Data {
  fileprivate mutating func appendNumbers<Number: FixedWidthInteger>(_ numbers: [Number]) {
    numbers.map(\.littleEndian).withUnsafeBytes { append(contentsOf: $0) }
  }
}
