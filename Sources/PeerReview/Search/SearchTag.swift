/// A tag as a search names it: `award`, `~mine#2`, `award#3..5`, `award#3..`, `award#..5`.
struct SearchTag {
  let text: String
  /// Nil without a number: then every number is meant, and none.
  let range: ClosedRange<Double>?

  /// Nil when it is no tag, or its numbers are none.
  init?(_ word: Substring) {
    let parts = word.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let key = parts.first.flatMap({ TagKey(String($0)) }) else { return nil }
    text = key.text
    guard parts.count == 2 else {
      range = nil
      return
    }
    guard let range = Self.range(parts[1]) else { return nil }
    self.range = range
  }

  private static func range(_ numbers: Substring) -> ClosedRange<Double>? {
    guard let dots = numbers.firstRange(of: "..") else {
      return number(numbers).map { $0...$0 }
    }
    let (from, to) = (numbers[..<dots.lowerBound], numbers[dots.upperBound...])
    guard let low = from.isEmpty ? -Double.infinity : number(from), let high = to.isEmpty ? Double.infinity : number(to),
      low <= high, !(from.isEmpty && to.isEmpty)
    else { return nil }
    return low...high
  }

  private static func number(_ text: Substring) -> Double? {
    Double(text).flatMap { $0.isFinite ? $0 : nil }
  }
}
