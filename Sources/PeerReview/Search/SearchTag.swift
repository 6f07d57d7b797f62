/// A tag as a search names it: `award`, `~mine#2`, `award#3..5` or `award#3-5`, `award#3..`, `award#..5`.
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
    guard let range = SearchRange.read(parts[1]) else { return nil }
    self.range = range
  }
}

/// Numbers as a search writes them: `3`, `3..5` or `3-5`, `3..`, `..5`.
enum SearchRange {
  /// Nil when these are none, or the second is less than the first.
  static func read(_ numbers: Substring) -> ClosedRange<Double>? {
    if let number = number(numbers) { return number...number }
    guard let (from, to) = ends(of: numbers) else { return nil }
    guard let low = from.isEmpty ? -Double.infinity : number(from), let high = to.isEmpty ? Double.infinity : number(to),
      low <= high, !(from.isEmpty && to.isEmpty)
    else { return nil }
    return low...high
  }

  /// What stands before and after the two dots, or after the first number and its hyphen. Nil without either.
  static func ends(of numbers: Substring) -> (from: Substring, to: Substring)? {
    if let dots = numbers.firstRange(of: "..") {
      return (numbers[..<dots.lowerBound], numbers[dots.upperBound...])
    }
    guard let hyphen = numbers.dropFirst().firstIndex(of: "-") else { return nil }
    return (numbers[..<hyphen], numbers[numbers.index(after: hyphen)...])
  }

  private static func number(_ text: Substring) -> Double? {
    Double(text).flatMap { $0.isFinite ? $0 : nil }
  }
}
