/// How the closeness of a paper to each of a person's papers becomes one number.
public enum Pooling: Sendable, Hashable {
  /// The mean over the three closest papers, or over all when there are fewer.
  case closestThree
  /// The mean of three: the closest paper, the mean over the three closest, the mean over all. Words alone tell too little of
  /// a single paper to rest on one depth.
  case depths

  /// 0 without papers. Lies between the least and the greatest closeness.
  public func pool(_ closeness: some Sequence<Float>) -> Float {
    var tally = ClosenessTally()
    for value in closeness { tally.add(value) }
    return tally.pooled(self)
  }
}

/// The three greatest values seen, and their sum and number.
struct ClosenessTally {
  private(set) var first = -Float.infinity
  private var second = -Float.infinity
  private var third = -Float.infinity
  private var sum: Float = 0
  private var count = 0

  @inline(__always)
  mutating func add(_ value: Float) {
    sum += value
    count &+= 1
    if value <= third { return }
    if value > first {
      (first, second, third) = (value, first, second)
    } else if value > second {
      (second, third) = (value, second)
    } else {
      third = value
    }
  }

  func pooled(_ pooling: Pooling) -> Float {
    if count == 0 { return 0 }
    let three = count == 1 ? first : count == 2 ? (first + second) / 2 : (first + second + third) / 3
    return pooling == .closestThree ? three : (first + three + sum / Float(count)) / 3
  }
}
