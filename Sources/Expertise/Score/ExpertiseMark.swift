/// What a chair should look at before trusting a score. A mark changes no score.
public enum ExpertiseMark: String, Sendable, Hashable, CaseIterable, Comparable {
  /// One publication is nearly the paper itself: the person's own work, an earlier version, or a text made to fit.
  case nearCopy = "near-copy"
  /// One publication is much closer to the paper than all others of the person: without it the score falls by a third or more.
  case onePaper = "one-paper"
  /// The person has a single publication, so nothing bears it out.
  case onlyPaper = "only-paper"

  static let nearCopyCloseness: Float = 0.92
  static let fallShare: Float = 2 / 3
  /// Below this nobody is taken for an expert, and marks would only distract.
  static let leastScore: Float = 0.2

  public static func < (left: ExpertiseMark, right: ExpertiseMark) -> Bool { left.rawValue < right.rawValue }

  static func all(_ closeness: [Float], _ score: Float) -> Set<ExpertiseMark> {
    guard score >= leastScore, let greatest = closeness.indices.max(by: { closeness[$0] < closeness[$1] }) else { return [] }
    var marks: Set<ExpertiseMark> = closeness[greatest] >= nearCopyCloseness ? [.nearCopy] : []
    if closeness.count == 1 {
      marks.insert(.onlyPaper)
    } else {
      var others = closeness
      others.remove(at: greatest)
      if Pooling.pool(others) <= score * fallShare { marks.insert(.onePaper) }
    }
    return marks
  }
}
