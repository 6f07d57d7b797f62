import Matching
import Testing

@Suite("Scores as whole numbers")
struct ScoreScaleTests {
  @Test("The scale is the smallest power of ten that makes every score whole, and then nothing is rounded")
  func fitting() {
    let cases: [(scores: [Double], units: Int64)] = [
      ([], 1), ([3, -2, 0], 1), ([0.5, 1], 10), ([0.25, -0.5], 100), ([0.1, 0.333], 1000), ([0.000001], 1_000_000),
    ]
    for (scores, units) in cases {
      let scale = ScoreScale(fitting: scores)
      #expect(scale.unitsPerPoint == units && scale.isExact && scale.largestError == 0, "\(scores)")
      for score in scores { #expect(scale.units(score).map(scale.score) == score) }
    }
  }

  @Test("A score that no scale makes whole is rounded, and the error is told")
  func rounded() {
    let scale = ScoreScale(fitting: [1.0 / 3])
    #expect(scale.unitsPerPoint == 1_000_000 && !scale.isExact && scale.largestError == 0.0000005)
    #expect(scale.units(1.0 / 3) == 333_333)
  }

  @Test("What is no number, or beyond the limit, has no units")
  func refused() {
    let scale = ScoreScale(unitsPerPoint: 1000)
    for score in [Double.nan, .infinity, -.infinity, 1e300, 1_000_001] { #expect(scale.units(score) == nil, "\(score)") }
    #expect(scale.units(-1_000_000) == -AssignmentProblem.scoreLimit)
    #expect(ScoreScale(unitsPerPoint: 0).unitsPerPoint == 1)
    #expect(ScoreScale(unitsPerPoint: .max).unitsPerPoint == 1_000_000)
  }
}
