/// How warmly a made-up text speaks of a paper.
public enum SampleTone: Int, Hashable, CaseIterable, Comparable, Sendable {
  case damning, doubtful, divided, favourable, enthusiastic

  /// The tone that fits a grade on a scale from `lowest` to `highest`; in the middle when the scale has one grade only.
  public init(grade: Int, lowest: Int, highest: Int) {
    guard highest > lowest else {
      self = .divided
      return
    }
    let share = Double(grade - lowest) / Double(highest - lowest)
    self = SampleTone(rawValue: min(max(Int((share * 4).rounded()), 0), 4)) ?? .divided
  }

  public static func < (left: SampleTone, right: SampleTone) -> Bool {
    left.rawValue < right.rawValue
  }

  /// How many points of praise and of blame a review in this tone holds.
  var balance: (praise: Int, blame: Int) {
    switch self {
    case .damning: return (1, 4)
    case .doubtful: return (2, 3)
    case .divided: return (2, 2)
    case .favourable: return (3, 2)
    case .enthusiastic: return (4, 1)
    }
  }

  var word: String {
    switch self {
    case .damning: return "damning"
    case .doubtful: return "doubtful"
    case .divided: return "divided"
    case .favourable: return "favourable"
    case .enthusiastic: return "enthusiastic"
    }
  }
}
