import PeerReview
import Testing

@testable import Store

@Suite("Keys of claimed exceptions in stored answers")
struct ClaimTextTests {
  @Test(
    "are found whatever people wrote around them",
    arguments: [
      [:], ["journal-version": "Half is new."], ["workshop": "\"exceptions\":{\"a\":\"b\"}", "expansion": "ends in \\"],
      ["workshop": "{}}\",:", "é": "ü", "a\"b": "c\\\"d"],
    ])
  func keys(_ claimed: [String: String]) throws {
    let answers = SubmissionAnswers(
      statements: ["impact": "\"exceptions\":{\"no\":\"no\"}", "end": "\\"], declarations: ["exceptions": "yes"],
      exceptions: claimed,
      preprint: "\\\"exceptions\\\":{")
    #expect(try ClaimText.read(JSONText.encode(answers)) == claimed.keys.sorted())
  }

  @Test("are read in full from answers written otherwise")
  func otherwise() throws {
    #expect(try ClaimText.read("{ \"exceptions\" : { \"b\" : \"x\", \"a\" : \"y\" } }") == ["a", "b"])
    #expect(throws: (any Error).self) { try ClaimText.read("{\"exceptions\":{\"a\"") }
  }
}
