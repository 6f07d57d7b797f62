/// The most any pair's probability may be, as an exact fraction: 1/2, 9/10.
public struct PairLimit: Sendable, Hashable, Codable {
  /// The largest denominator; probabilities are multiples of one over it, and units are counted in 32 bits.
  public static let denominatorLimit = 1_000

  public let numerator: Int
  public let denominator: Int

  /// Nil unless 0 < numerator ≤ denominator ≤ `denominatorLimit` after reducing the fraction.
  public init?(_ numerator: Int, over denominator: Int) {
    guard numerator > 0, denominator >= numerator else { return nil }
    var (high, low) = (denominator, numerator)
    while low > 0 { (high, low) = (low, high % low) }
    guard denominator / high <= Self.denominatorLimit else { return nil }
    self.numerator = numerator / high
    self.denominator = denominator / high
  }

  /// The closest fraction with at most the denominator limit, taking 0.9 to be 9/10. Nil for what is not in 0…1 or rounds to 0.
  public init?(_ value: Double) {
    guard value > 0, value <= 1 else { return nil }
    let scaled = (value * Double(Self.denominatorLimit)).rounded()
    self.init(Int(scaled), over: Self.denominatorLimit)
  }

  public var value: Double { Double(numerator) / Double(denominator) }
}
