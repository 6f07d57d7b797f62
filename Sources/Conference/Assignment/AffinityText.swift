internal import Expertise
internal import Store

/// Affinities as people read them. Stored scores are whole numbers from 0 to `Affinity.scoreLimit`.
enum AffinityText {
  private static let limit = Int64(Affinity.scoreLimit)

  static func fraction(_ score: Int64) -> Double { Double(score) / Double(limit) }

  /// 0 without scores.
  static func mean(_ scores: [Int64]) -> Double {
    scores.isEmpty ? 0 : fraction(scores.reduce(0, +)) / Double(scores.count)
  }

  /// Which of `count` bins of equal width over 0…1, the upper end in the last.
  static func bin(_ score: Int64, of count: Int) -> Int {
    Int(min(Int64(count) - 1, max(0, min(limit, score)) * Int64(count) / limit))
  }

  /// Two decimals, rounded half up, such as "0.62".
  static func decimal(_ score: Int64) -> String {
    let hundredths = (max(0, min(limit, score)) * 100 + limit / 2) / limit
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  /// What a chair should look at before trusting a score of texts.
  static func words(_ mark: ExpertiseMark) -> String {
    switch mark {
    case .nearCopy: "one of their papers is nearly this one"
    case .onePaper: "texts rest on one paper"
    case .onlyPaper: "only one paper known"
    }
  }

  /// Such as "topics 0.62, keywords 0.30, texts 0.41, bid +0.50". Of what isn't known, only topics and the bid are named.
  static func parts(of pair: PlanPairRow) -> String {
    let expertise = [
      pair.topicScore.map { "topics \(decimal($0))" } ?? "topics unknown", pair.keywordScore.map { "keywords \(decimal($0))" },
      pair.textScore.map { "texts \(decimal($0))" },
    ].compactMap(\.self).joined(separator: ", ")
    guard let bidScore = pair.bidScore else { return "\(expertise), no bid" }
    let bid = 2 * max(0, min(limit, bidScore)) - limit
    return "\(expertise), bid \(bid < 0 ? "−" : "+")\(decimal(abs(bid)))"
  }
}
