/// The probability of each pair, in exact units of one over the denominator.
public struct Marginals: Sendable, Hashable, Codable {
  public struct Entry: Sendable, Hashable, Codable {
    public var pair: Pair
    /// 1 up to the denominator.
    public var units: Int

    public init(pair: Pair, units: Int) {
      self.pair = pair
      self.units = units
    }
  }

  public let denominator: Int
  /// Sorted by pair; pairs of probability 0 are left out.
  public let entries: [Entry]

  public init(denominator: Int, entries: [Entry]) {
    self.denominator = denominator
    self.entries = entries.sorted { $0.pair < $1.pair }
  }

  /// The probability of the pair.
  public func probability(of pair: Pair) -> Double {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = low + (high - low) / 2
      if entries[middle].pair < pair { low = middle + 1 } else { high = middle }
    }
    guard low < entries.count, entries[low].pair == pair else { return 0 }
    return Double(entries[low].units) / Double(denominator)
  }
}

/// How predictable a sampled plan is: what NeurIPS 2024 reported of its assignment, and the largest probability.
public struct Predictability: Sendable, Hashable {
  /// The largest probability of a pair; 0 when there is none.
  public let maximum: Double
  /// The mean probability of the pairs that can occur.
  public let mean: Double
  /// The mean over papers with reviewers of the largest probability of one of its pairs.
  public let meanMaximumOfPaper: Double
  /// The number of pairs that can occur.
  public let supportPairs: Int
  /// The Euclidean norm of the probabilities.
  public let norm: Double
  /// −Σ x·ln x over the pairs, in nats.
  public let entropy: Double

  public init(_ marginals: Marginals) {
    let unit = 1 / Double(marginals.denominator)
    var largest: [Int: Int] = [:]
    var sum = 0
    var squares = 0.0
    var entropy = 0.0
    for entry in marginals.entries {
      largest[entry.pair.paper] = max(largest[entry.pair.paper] ?? 0, entry.units)
      sum += entry.units
      let probability = Double(entry.units) * unit
      squares += probability * probability
      entropy -= probability * logarithm(probability)
    }
    maximum = Double(largest.values.max() ?? 0) * unit
    supportPairs = marginals.entries.count
    mean = supportPairs == 0 ? 0 : Double(sum) * unit / Double(supportPairs)
    meanMaximumOfPaper = largest.isEmpty ? 0 : Double(largest.values.reduce(0, +)) * unit / Double(largest.count)
    norm = squares.squareRoot()
    self.entropy = entropy
  }
}

/// The natural logarithm of a number in 0..1, by the series of the inverse hyperbolic tangent, so that the figure is the
/// same on every machine and the room needs no mathematics library.
private func logarithm(_ value: Double) -> Double {
  guard value > 0 else { return 0 }
  var mantissa = value
  var exponent = 0.0
  while mantissa < 0.75 {
    mantissa *= 2
    exponent -= 1
  }
  let ratio = (mantissa - 1) / (mantissa + 1)
  let square = ratio * ratio
  var term = ratio
  var sum = 0.0
  var divisor = 1.0
  while divisor < 40 {
    sum += term / divisor
    term *= square
    divisor += 2
  }
  return 2 * sum + exponent * 0.693_147_180_559_945_3
}
