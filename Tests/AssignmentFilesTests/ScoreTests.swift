import Foundation
import Testing

@testable import AssignmentFiles

@Suite("Scores as files write them")
struct ScoreTests {
  private func read(_ text: String) -> Score.Reading { Score.read(Array(text.utf8), 0..<text.utf8.count) }

  @Test(
    "Decimals are kept exactly to a millionth, and what is left beyond to a millionth of that",
    arguments: [
      ("0", 0, 0), ("1", 1_000_000, 0), ("-12.5", -12_500_000, 0), ("+.5", 500_000, 0), ("5.", 5_000_000, 0),
      ("0.944839", 944_839, 0), ("0.0000015", 2, -500_000), ("0.0000014", 1, 400_000), ("-0.0000014", -1, -400_000),
      ("0.251157721", 251_158, -279_000), ("1e-05", 10, 0), ("1.5E3", 1_500_000_000, 0), ("2.5e+2", 250_000_000, 0),
      ("0.123456789012", 123_457, -210_988), ("0.1234567890125", 123_457, -210_987), ("0e99999", 0, 0), ("1e-400", 0, 0),
      ("000000000000000000000000001", 1_000_000, 0), ("0.00000000000000000000000000001", 0, 0),
      ("0.3333333333333333333333333333", 333_333, 333_333),
    ])
  func exact(text: String, units: Int64, rest: Int32) {
    #expect(read(text) == .score(Score(units: units, rest: rest)))
  }

  @Test(
    "What is no number is told from what is too large",
    arguments: ["", "-", ".", "e5", "1e", "1e+", "nan", "inf", "0x1", "1,5", "1 2", "--1"])
  func noNumbers(text: String) {
    #expect(read(text) == .noNumber)
  }

  @Test(
    "Numbers beyond a million are too large",
    arguments: ["1e7", "99999999999999999999999999", "1e99999999999999999999", "-1000001"])
  func large(text: String) {
    #expect(read(text) == .tooLarge)
  }

  @Test("A score is written as it was read")
  func written() {
    for text in ["0", "0.944839", "-12.5", "0.251157721", "-0.0000004", "0.000001", "1000", "0.000000000001", "0.999999999999"] {
      guard case .score(let score) = read(text) else {
        Issue.record("\(text) was not read")
        continue
      }
      var bytes: [UInt8] = []
      score.append(to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == text)
    }
  }
}
