import Foundation

/// A linear congruential generator (Knuth's MMIX constants), for test input only.
struct ByteRandom {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  mutating func bytes(below limit: Int, without excluded: Set<UInt8> = []) -> [UInt8] {
    (0..<below(limit)).map { _ in UInt8(below(256)) }.filter { !excluded.contains($0) }
  }

  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for last in stride(from: result.count - 1, to: 0, by: -1) { result.swapAt(last, below(last + 1)) }
    return result
  }
}

/// A file of its own for one test.
enum TemporaryFile {
  static func path() -> String { NSTemporaryDirectory() + "lectern-test-" + UUID().uuidString }

  static func write(_ text: String) throws -> String { try write(Array(text.utf8)) }

  static func write(_ bytes: [UInt8]) throws -> String {
    let path = path()
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }
}
