import Testing

@testable import PeerReview

@Suite("Review forms as a file")
struct ReviewFileTests {
  private static let form = ReviewForm(
    criteria: [],
    overall: Criterion(
      key: "overall", label: "Overall", question: "How good?",
      grades: [.init(value: 1, label: "no"), .init(value: 2, label: "yes")],
      shownToAuthors: true),
    confidence: Criterion(
      key: "sure", label: "Sure", question: "How sure?", grades: [.init(value: 1, label: "not")], shownToAuthors: false),
    texts: [ReviewText(key: "words", label: "Words", help: "Say more.\nOn two lines.", required: true, shownToAuthors: true)])

  private static func text(_ answers: ReviewAnswers) -> String {
    ReviewFile.text(
      [
        .init(assignment: ID("a1"), number: SubmissionNumber(7), title: "Two\nlines", form: form, answers: answers, version: 3),
        .init(assignment: ID("a2"), number: SubmissionNumber(9), title: "==+== End", form: form, answers: .init(), version: 0),
      ], head: ["Hello.\n==+== Not a head"])
  }

  private func read(_ text: String) throws -> [ReviewFile.Filled] {
    let file = ReviewFile.read(text) { _ in Self.form }
    try #require(file.problems.isEmpty)
    return file.forms
  }

  private func problems(_ text: String) -> [String] {
    ReviewFile.inOrder(ReviewFile.read(text) { _ in Self.form }.problems).map(\.message)
  }

  @Test("A question that is answered twice is told, and the first answer stays")
  func twice() throws {
    let file = ReviewFile.read(
      Self.text(ReviewAnswers(scores: [:], texts: ["words": "first"]))
        .replacing("==+== Paper #9", with: "==*== words\nsecond\n==+== Paper #9")
    ) { _ in Self.form }
    #expect(file.problems.count == 1 && file.problems.first?.message.hasSuffix("already; leave one answer.") == true)
    #expect(file.forms.first?.answers.texts == ["words": "first"])
  }

  @Test("Problems found in different ways are told by their lines")
  func ordered() {
    let found = [9, 2, 30, 2].enumerated().map { ReviewFile.problem($0.element, "no. \($0.offset)") }
    #expect(ReviewFile.inOrder(found).map(\.message) == ["Line 2: no. 1", "Line 2: no. 3", "Line 9: no. 0", "Line 30: no. 2"])
  }

  @Test(
    "What is written is read again, whatever stands in it",
    arguments: [
      "Plain.", "==+== Paper #1 a1 version 1\n==*== overall\n==-== help", "# a heading\n\n\\ backslash\n= = =", "\\==",
      "a\n\n\nb",
    ])
  func roundTrip(_ words: String) throws {
    let answers = ReviewAnswers(scores: ["overall": 2], texts: ["words": words])
    let read = try read(Self.text(answers))
    #expect(read.map(\.assignment) == [ID("a1"), ID("a2")] && read.map(\.version) == [3, 0])
    #expect(read.first?.answers == answers && read.last?.answers == ReviewAnswers())
    let windows = try self.read(
      Self.text(answers).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
    #expect(windows.first?.answers == answers)
  }

  @Test("Each question is found again by its line")
  func lines() throws {
    let text = Self.text(ReviewAnswers(scores: ["overall": 2], texts: ["words": "x"]))
    let filled = try #require(try read(text).first)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[filled.line - 1].hasPrefix("==+== Paper #7"))
    #expect(lines[try #require(filled.lines["scores.overall"]) - 1] == "==*== overall")
    #expect(lines[try #require(filled.lines["texts.words"]) - 1] == "==*== words")
  }

  @Test(
    "What can't be read is told by its line",
    arguments: [
      ("", "Line 1: there is no review form"), ("hello", "Line 1: there is no review form"),
      ("==*== overall\n2", "Line 1: this question stands outside a form"),
      ("==+== Paper 7\n", "Line 1: this head of a form was changed"),
      ("==+== Paper #7 a1 version x", "Line 1: this head of a form was changed"),
      ("==+== Paper #7 a1 version 1\n==+== Paper #7 a1 version 1", "Line 2: this form stands in line 1 already"),
      ("==+== Paper #7 a1 version 1\n==*== overall\ngood", "Line 2: the grade “good” is no number"),
      ("==+== Paper #7 a1 version 1\n\nstray", "Line 3: this stands below no question"),
    ])
  func unreadable(_ text: String, _ beginning: String) {
    #expect(problems(text).first?.hasPrefix(beginning) == true, "\(problems(text))")
  }
}
