/// Randomness that is the same on every machine: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
///
/// Two generators with the same seed give the same numbers forever. Sample conferences draw everything from one seed.
public struct SeededRandom: RandomNumberGenerator, Sendable {
  private let origin: UInt64
  private var state: UInt64

  public init(seed: UInt64) {
    origin = seed
    state = seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mix(state)
  }

  /// An independent generator for one purpose. It depends on the seed and the label only, never on how much was
  /// drawn before, so drawing more in one place changes nothing elsewhere.
  public func stream(_ label: String) -> SeededRandom {
    SeededRandom(seed: Self.mix(origin ^ StableHash.of(label.utf8)))
  }

  /// The stream for the `index`th of many alike.
  public func stream(_ label: String, _ index: Int) -> SeededRandom {
    stream("\(label) \(index)")
  }

  /// A number in `0..<bound`, each equally likely; nil when `bound` isn't positive.
  public mutating func int(below bound: Int) -> Int? {
    guard bound > 0 else { return nil }
    let range = UInt64(bound)
    // Lemire's method (ACM TOMACS 2019): rejects the few low products that would favour some numbers.
    let threshold = (0 &- range) % range
    while true {
      let (high, low) = range.multipliedFullWidth(by: next())
      if low >= threshold { return Int(high) }
    }
  }

  /// A number in the range, both ends included.
  public mutating func int(in range: ClosedRange<Int>) -> Int {
    let (span, overflow) = range.upperBound.subtractingReportingOverflow(range.lowerBound)
    guard !overflow, span < Int.max else { return Int(truncatingIfNeeded: next()) }
    return range.lowerBound &+ (int(below: span &+ 1) ?? 0)
  }

  /// True in `percent` of 100 draws; never at or below 0, always at or above 100.
  public mutating func chance(percent: Int) -> Bool {
    (int(below: 100) ?? 0) < percent
  }

  /// One of the elements, each equally likely; nil when there is none.
  public mutating func pick<Elements: RandomAccessCollection>(_ elements: Elements) -> Elements.Element? {
    guard let offset = int(below: elements.count) else { return nil }
    return elements[elements.index(elements.startIndex, offsetBy: offset)]
  }

  /// All elements in random order (Fisher and Yates).
  public mutating func shuffled<Elements: Sequence>(_ elements: Elements) -> [Elements.Element] {
    sample(Int.max, of: elements)
  }

  /// Up to `count` distinct elements in random order; fewer when there are fewer.
  public mutating func sample<Elements: Sequence>(_ count: Int, of elements: Elements) -> [Elements.Element] {
    var pool = Array(elements)
    let wanted = min(max(count, 0), pool.count)
    for place in 0..<wanted {
      pool.swapAt(place, place + (int(below: pool.count - place) ?? 0))
    }
    return Array(pool.prefix(wanted))
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// FNV-1a, 64 bits: a hash that, unlike `Hasher`, is the same in every process.
public enum StableHash {
  public static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}
