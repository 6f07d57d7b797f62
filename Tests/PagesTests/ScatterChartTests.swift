import Foundation
import PeerReview
import Testing

@testable import Pages

@Suite("The board of grades")
struct ScatterChartTests {
  private static func chart(of papers: Int) -> String {
    let points = (1...papers).map { number in
      ChairFiguresPage.Point(
        id: ID("paper-\(number)"), number: SubmissionNumber(number), title: "Paper", mean: Double(number % 5) + 1,
        spread: Double(number % 3))
    }
    return ScatterChart(points: points).html.text
  }

  @Test("Papers are links as long as they can be told apart; of more, each place says how many they are")
  func crowd() throws {
    let few = Self.chart(of: ScatterChart.crowd)
    #expect(few.components(separatedBy: "<a href=").count == ScatterChart.crowd + 1)
    let many = Self.chart(of: 3_000)
    #expect(!many.contains("<a href="))
    #expect(many.components(separatedBy: "<rect").count == 5 * 3 + 1)
    #expect(many.contains(">200</text>") && many.contains("200 papers: mean about 1.0, spread 0"))
  }
}
