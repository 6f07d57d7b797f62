internal import Foundation
internal import Matching

/// A `.pra` file: a whole instance in binary, little-endian, with papers and reviewers as indices.
///
/// `PRASSGN1`; int64 P, R, E; int32[P] demand low; int32[P] demand high; int32[R] load low; int32[R] load high;
/// int64[P+1] row start; int32[E] reviewer, ascending in a row; int32[E] score in millionths; uint8[R] seniority;
/// uint8[R] region; int32[R] institution. Scores outside 0…1,000,000 are read too, up to the matcher's limit.
public struct PackedInstance: Sendable {
  static let magic = Array("PRASSGN1".utf8)

  private(set) var demandLow: [Int] = []
  private(set) var demandHigh: [Int] = []
  private(set) var loadLow: [Int] = []
  private(set) var loadHigh: [Int] = []
  private(set) var table = ScoreTable(rowStart: [0], reviewers: [], units: [])
  private(set) var seniority: [Int] = []
  private(set) var region: [Int] = []
  private(set) var institution: [Int] = []

  /// Whether the file begins like one.
  static func isOne(_ file: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: file) else { return false }
    defer { try? handle.close() }
    return (try? handle.read(upToCount: magic.count)).map { $0.elementsEqual(magic) } ?? false
  }

  /// Refuses anything but a whole, consistent instance; every problem names the byte it stands at.
  init(file: String) throws(FileProblem) {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(filePath: file))
    } catch {
      throw FileProblem(file, "can't be read. Is the path right, and may you read it?")
    }
    try self.init(file: file, bytes: bytes)
  }

  init(file: String, bytes: Data) throws(FileProblem) {
    var fields = PackedFields(file: file, bytes: bytes)
    try fields.require(magic: Self.magic)
    let papers = try fields.count("papers", limit: AssignmentProblem.sizeLimit)
    let reviewers = try fields.count("reviewers", limit: AssignmentProblem.sizeLimit)
    let scores = try fields.count("scores", limit: Int(Int32.max))
    try fields.require(bytes: 32 + 16 * papers + 8 + 14 * reviewers + 8 * scores)
    demandLow = try fields.counts(papers, "demand")
    demandHigh = try fields.counts(papers, "demand")
    loadLow = try fields.counts(reviewers, "load")
    loadHigh = try fields.counts(reviewers, "load")
    let rowStart = try fields.rowStart(papers, end: scores)
    let column = try fields.reviewers(scores, rowStart, limit: reviewers)
    let units = try fields.scores(scores)
    table = ScoreTable(rowStart: rowStart, reviewers: column, units: units)
    seniority = fields.bytes(reviewers)
    region = fields.bytes(reviewers)
    institution = fields.integers(reviewers)
    try fields.require(demandLow, notAbove: demandHigh, "paper")
    try fields.require(loadLow, notAbove: loadHigh, "reviewer")
  }
}

/// Takes a packed file apart from front to back.
private struct PackedFields {
  let file: String
  let bytes: Data
  private var place = 0

  init(file: String, bytes: Data) {
    self.file = file
    self.bytes = bytes
  }

  private func problem(_ place: Int, _ message: String) -> FileProblem { FileProblem("\(file): byte \(place)", message) }

  mutating func require(magic: [UInt8]) throws(FileProblem) {
    guard bytes.prefix(magic.count).elementsEqual(magic) else { throw problem(0, "a packed instance begins with PRASSGN1") }
    place = magic.count
  }

  func require(bytes expected: Int) throws(FileProblem) {
    guard bytes.count == expected else {
      throw FileProblem(file, "holds \(bytes.count) bytes; by its counts it should hold \(expected). Was it cut off?")
    }
  }

  func require(_ low: [Int], notAbove high: [Int], _ noun: String) throws(FileProblem) {
    for (index, bounds) in zip(low, high).enumerated() where bounds.0 > bounds.1 {
      throw FileProblem(file, "\(noun) \(index): the minimum \(bounds.0) is above the maximum \(bounds.1)")
    }
  }

  mutating func count(_ noun: String, limit: Int) throws(FileProblem) -> Int {
    guard bytes.count >= place + 8 else { throw problem(place, "the file ends before its counts do") }
    let number = integer(Int64.self)
    guard (0...Int64(limit)).contains(number) else {
      throw problem(place - 8, "\(number) \(noun); from 0 to \(limit) can be read")
    }
    return Int(number)
  }

  mutating func counts(_ count: Int, _ noun: String) throws(FileProblem) -> [Int] {
    let start = place
    let values = integers(count)
    for (index, value) in values.enumerated() where !(0...AssignmentProblem.countLimit).contains(value) {
      throw problem(start + 4 * index, "the \(noun) \(value); from 0 to \(AssignmentProblem.countLimit) belongs here")
    }
    return values
  }

  mutating func rowStart(_ papers: Int, end: Int) throws(FileProblem) -> [Int] {
    let start = place
    let values = array(papers + 1, Int64.self)
    var previous: Int64 = 0
    for (index, value) in values.enumerated() {
      guard value >= previous, value <= Int64(end), index > 0 || value == 0 else {
        throw problem(start + 8 * index, "the row start \(value); from \(previous) to \(end) belongs here")
      }
      previous = value
    }
    guard previous == Int64(end) else { throw problem(place - 8, "the rows end at \(previous) and not at \(end)") }
    return values.map(Int.init)
  }

  mutating func reviewers(_ count: Int, _ rowStart: [Int], limit: Int) throws(FileProblem) -> [Int32] {
    let start = place
    let values = array(count, Int32.self)
    for paper in 0..<rowStart.count - 1 {
      var previous: Int32 = -1
      for entry in rowStart[paper]..<rowStart[paper + 1] {
        guard values[entry] > previous, Int(values[entry]) < limit else {
          throw problem(
            start + 4 * entry, "paper \(paper): reviewer \(values[entry]); ascending from 0 to \(limit - 1) belongs here")
        }
        previous = values[entry]
      }
    }
    return values
  }

  mutating func scores(_ count: Int) throws(FileProblem) -> [Int64] {
    let start = place
    let limit = Int32(AssignmentProblem.scoreLimit)
    let values = array(count, Int32.self)
    for (entry, value) in values.enumerated() where value > limit || value < -limit {
      throw problem(start + 4 * entry, "the score \(value) lies outside ±\(limit)")
    }
    return values.map(Int64.init)
  }

  mutating func bytes(_ count: Int) -> [Int] { array(count, UInt8.self).map(Int.init) }

  mutating func integers(_ count: Int) -> [Int] { array(count, Int32.self).map(Int.init) }

  private mutating func integer<Number: FixedWidthInteger>(_: Number.Type) -> Number {
    array(1, Number.self).first ?? 0
  }

  /// The next `count` numbers; callers have made sure that they are there.
  private mutating func array<Number: FixedWidthInteger>(_ count: Int, _: Number.Type) -> [Number] {
    let width = MemoryLayout<Number>.size
    let start = bytes.startIndex + place
    guard start + count * width <= bytes.endIndex else { return Array(repeating: 0, count: count) }
    place += count * width
    return [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
      _ = bytes.copyBytes(to: UnsafeMutableRawBufferPointer(buffer), from: start..<start + count * width)
      for index in 0..<count { buffer[index] = Number(littleEndian: buffer[index]) }
      initialized = count
    }
  }
}
