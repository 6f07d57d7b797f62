/// Review forms as one text file, to be filled in without a network.
///
/// Lines that begin with `==+==` head a form, `==*==` a question; `==-==` is help and is not read back. What stands below a question
/// is its answer; a line of an answer that begins with `==` or a backslash has a backslash before it.
public enum ReviewFile {
  /// The largest file that is read, in bytes.
  public static let limitBytes: Int64 = 8_000_000

  /// One form to fill in.
  public struct Form: Sendable {
    public let assignment: ID<Assignment>
    public let number: SubmissionNumber
    public let title: String
    public let form: ReviewForm
    public let answers: ReviewAnswers
    /// Of the draft the answers come from.
    public let version: Int
    public init(
      assignment: ID<Assignment>, number: SubmissionNumber, title: String, form: ReviewForm, answers: ReviewAnswers, version: Int
    ) {
      self.assignment = assignment
      self.number = number
      self.title = title
      self.form = form
      self.answers = answers
      self.version = version
    }
  }

  /// A form as it was filled in.
  public struct Filled: Hashable, Sendable {
    public let assignment: ID<Assignment>
    public let version: Int
    public internal(set) var answers = ReviewAnswers()
    /// Where the form begins and where each question stands, from 1: `scores.OveMer`, `texts.strengths`.
    public let line: Int
    public internal(set) var lines: [String: Int] = [:]
  }

  public static func text(_ forms: [Form], head: [String]) -> String {
    (head.map(help) + forms.flatMap(lines) + ["\(headMark) End"]).joined(separator: "\n") + "\n"
  }

  private static let headMark = "==+=="
  private static let questionMark = "==*=="
  private static let helpMark = "==-=="

  private static func help(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { "\(helpMark) \($0)" }.joined(separator: "\n")
  }

  private static func lines(_ form: Form) -> [String] {
    let head = ["", "\(headMark) Paper \(form.number) \(form.assignment.text) version \(form.version)", help(form.title)]
    let scored = form.form.scored.flatMap { criterion in
      [
        "\(questionMark) \(criterion.key)",
        help(
          "\(criterion.label). \(criterion.question) Grades: "
            + criterion.grades.map { "\($0.value) (\($0.label))" }.joined(separator: ", ")),
        form.answers.scores[criterion.key].map { String($0) } ?? "", "",
      ]
    }
    let texts = form.form.texts.flatMap { question in
      [
        "\(questionMark) \(question.key)",
        help(
          "\(question.label). \(question.help)\(question.required ? "" : " (optional)")\(question.shownToAuthors ? "" : " Not shown to authors.")"
        ),
        escaped(form.answers.texts[question.key] ?? ""), "",
      ]
    }
    return head + scored + texts
  }

  private static func escaped(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { $0.hasPrefix("==") || $0.hasPrefix("\\") ? "\\" + $0 : String($0) }.joined(separator: "\n")
  }
}

extension ReviewFile {
  /// The forms of a file. What of a form is left empty is no answer. Problems, each by its line: what is no such file, questions
  /// outside a form, grades that are no numbers, and a form or a question that stands twice. Nothing of the file holds when there is
  /// one, but what it says beside can be checked, so that all problems are told at once.
  public static func read(
    _ text: String, form: (ID<Assignment>) -> ReviewForm?
  ) -> (forms: [Filled], problems: [Problem]) {
    var reader = Reader()
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) { reader.take(line, form) }
    reader.endAnswer(form)
    if reader.forms.isEmpty && reader.problems.isEmpty {
      reader.problems.append(problem(1, "there is no review form in this file; download the forms and fill them in."))
    }
    return (reader.forms, reader.problems)
  }

  /// What is wrong at a line, which is counted from 1.
  public struct Problem: Hashable, Sendable {
    public let line: Int
    public let message: String
  }

  public static func problem(_ line: Int, _ message: String) -> Problem { Problem(line: line, message: message) }

  /// The first hundred of these problems, by their lines.
  public static func inOrder(_ problems: [Problem]) -> [FieldProblem] {
    let sorted = problems.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
    return sorted.prefix(100).map { FieldProblem("file", "Line \($0.element.line): \($0.element.message)") }
  }

  private struct Reader {
    var forms: [Filled] = []
    var problems: [Problem] = []
    private var line = 0
    private var question: (key: String, line: Int)?
    private var answer: [Substring] = []
    /// Whether the lines belong to a form that can't be told.
    private var isLost = false

    mutating func take(_ text: Substring, _ form: (ID<Assignment>) -> ReviewForm?) {
      line += 1
      if text.hasPrefix(helpMark) { return }
      if text.hasPrefix(headMark) {
        endAnswer(form)
        begin(text.dropFirst(headMark.count).split(separator: " ").map(String.init))
      } else if text.hasPrefix(questionMark) {
        endAnswer(form)
        let key = text.dropFirst(questionMark.count).filter { !$0.isWhitespace }
        if forms.isEmpty, !isLost { problems.append(problem(line, "this question stands outside a form.")) }
        question = (key, line)
      } else if question != nil {
        answer.append(text.hasPrefix("\\") ? text.dropFirst() : text)
      } else if !text.allSatisfy(\.isWhitespace), !forms.isEmpty, !isLost {
        problems.append(problem(line, "this stands below no question; move it below a line that begins with \(questionMark)."))
      }
    }

    private mutating func begin(_ words: [String]) {
      isLost = true
      if words == ["End"] { return }
      guard words.count == 5, words[0] == "Paper", words[3] == "version", let version = Int(words[4]) else {
        problems.append(problem(line, "this head of a form was changed; download the forms again and copy your answers."))
        return
      }
      let id = ID<Assignment>(words[2])
      if let earlier = forms.first(where: { $0.assignment == id }) {
        problems.append(problem(line, "this form stands in line \(earlier.line) already."))
        return
      }
      isLost = false
      forms.append(Filled(assignment: id, version: version, line: line))
    }

    mutating func endAnswer(_ form: (ID<Assignment>) -> ReviewForm?) {
      defer { (question, answer) = (nil, []) }
      guard let question, !isLost, let filled = forms.last else { return }
      let text = Self.trimmed(answer)
      guard let form = form(filled.assignment), !text.isEmpty else { return }
      let last = forms.count - 1
      let isGrade = form.scored.contains { $0.key == question.key }
      let place = (isGrade ? "scores." : "texts.") + question.key
      if let earlier = forms[last].lines[place] {
        problems.append(problem(question.line, "this question is answered in line \(earlier) already; leave one answer."))
        return
      }
      forms[last].lines[place] = question.line
      if isGrade {
        if let grade = Int(text) {
          forms[last].answers.scores[question.key] = grade
        } else {
          problems.append(problem(question.line, "the grade “\(text.prefix(40))” is no number."))
        }
      } else {
        forms[last].answers.texts[question.key] = text
      }
    }

    /// Without the empty lines before and after.
    private static func trimmed(_ lines: [Substring]) -> String {
      let begun = lines.drop { $0.allSatisfy(\.isWhitespace) }
      let ended = begun.reversed().drop { $0.allSatisfy(\.isWhitespace) }.reversed()
      return ended.joined(separator: "\n")
    }
  }
}
