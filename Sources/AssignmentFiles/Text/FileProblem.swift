/// What is wrong at one place of an input file, and what would be right.
public struct FileProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as the caller named it.
  public let file: String
  /// From 1; nil when the file as a whole is meant.
  public let line: Int?
  public let message: String

  public init(_ file: String, line: Int? = nil, _ message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// `scores.csv:17: the score “x” is no number`.
  public var description: String { "\(file):\(line.map { "\($0):" } ?? "") \(message)" }
}

/// Everything found wrong with the input, file by file and line by line, cut after `limit` problems.
public struct InputProblems: Error, Sendable, CustomStringConvertible {
  public static let limit = 20
  public let problems: [FileProblem]

  public var description: String {
    let lines = problems.map(\.description)
    let isCut = problems.count >= Self.limit
    return (lines + (isCut ? ["Reading stopped at \(Self.limit) problems; there may be more."] : [])).joined(separator: "\n")
  }
}

/// Problems being collected.
struct ProblemList {
  private(set) var problems: [FileProblem] = []

  /// Reading on would only repeat what is known.
  var isFull: Bool { problems.count >= InputProblems.limit }

  mutating func add(_ problem: FileProblem) {
    if !isFull { problems.append(problem) }
  }

  mutating func add(_ file: String, _ line: Int?, _ message: String) { add(FileProblem(file, line: line, message)) }

  /// Ends here when anything is wrong.
  func check() throws(InputProblems) {
    if !problems.isEmpty { throw InputProblems(problems: problems) }
  }
}
