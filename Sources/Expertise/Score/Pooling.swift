/// How the closeness of a paper to each of a person's papers becomes one number: the mean of three, the closest paper, the mean over
/// the three closest, and the mean over all. No depth is right for everybody: one paper may be a guest's, all may be of many subjects.
public enum Pooling {
  /// 0 without papers. Lies between the least and the greatest closeness.
  public static func pool(_ closeness: some Sequence<Float>) -> Float {
    var tally = ClosenessTally()
    for value in closeness { tally.add(value) }
    return tally.pooled
  }
}

/// The three greatest values seen, and their sum and number.
struct ClosenessTally {
  private var first = -Float.infinity
  private var second = -Float.infinity
  private var third = -Float.infinity
  private var sum: Float = 0
  private var count = 0

  @inline(__always)
  mutating func add(_ value: Float) {
    sum += value
    count &+= 1
    // Without branches, which a processor can't foresee here.
    third = max(third, min(second, value))
    second = max(second, min(first, value))
    first = max(first, value)
  }

  var pooled: Float {
    if count == 0 { return 0 }
    let three = count == 1 ? first : count == 2 ? (first + second) / 2 : (first + second + third) / 3
    return (first + three + sum / Float(count)) / 3
  }
}
