/// How fractional scores become integers: how many integer units make a score of 1.
public struct ScoreScale: Sendable, Hashable {
  /// A power of ten, at most a million.
  public let unitsPerPoint: Int64
  /// Whether every score it was made for is a whole number of units. A total is then exact; otherwise a plan's total is
  /// off by at most half a unit for each of its pairs.
  public let isExact: Bool

  /// The smallest power of ten that makes whole numbers of all the scores (as far as a decimal fraction can be told
  /// from its binary neighbour), or a million when none does.
  public init(fitting scores: some Sequence<Double>) {
    var units = 1.0
    var isExact = true
    for score in scores {
      while !Self.isWhole(score * units), units < 1_000_000 { units *= 10 }
      if !Self.isWhole(score * units) { isExact = false }
    }
    unitsPerPoint = Int64(units)
    self.isExact = isExact
  }

  public init(unitsPerPoint: Int64) {
    self.unitsPerPoint = max(1, min(unitsPerPoint, 1_000_000))
    isExact = false
  }

  /// The most by which one score's units differ from the score.
  public var largestError: Double { isExact ? 0 : 0.5 / Double(unitsPerPoint) }

  /// The nearest whole number of units, or nil for what is not finite or beyond `AssignmentProblem.scoreLimit`.
  public func units(_ score: Double) -> Int64? {
    let scaled = (score * Double(unitsPerPoint)).rounded()
    guard scaled.magnitude <= Double(AssignmentProblem.scoreLimit) else { return nil }
    return Int64(scaled)
  }

  public func score(_ units: Int64) -> Double { Double(units) / Double(unitsPerPoint) }

  private static func isWhole(_ value: Double) -> Bool {
    (value - value.rounded()).magnitude <= 1e-9 * max(1, value.magnitude)
  }
}
