/// One mistake in a call file: where it stands, what is wrong and what would be right.
public struct CallFileProblem: Error, Hashable, Comparable, Sendable, CustomStringConvertible {
  public let file: String
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in Unicode scalars.
  public let column: Int
  /// A full sentence or two, without place.
  public let message: String

  public init(file: String, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `file:line:column: message`, as editors and terminals read it.
  public var description: String { "\(file):\(line):\(column): \(message)" }

  public static func < (left: CallFileProblem, right: CallFileProblem) -> Bool {
    (left.line, left.column, left.message) < (right.line, right.column, right.message)
  }
}

/// Every mistake found in a call file, in the order of the file; never empty.
public struct CallFileProblems: Error, Hashable, Sendable, CustomStringConvertible {
  public let problems: [CallFileProblem]

  public init(_ problems: [CallFileProblem]) {
    self.problems = problems
  }

  /// One line for each problem.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// A call for papers written down in YAML, as `calls/mlsys-2026.yaml` is.
public enum CallFile {
  /// Longer files are refused.
  public static let limitBytes = 256 * 1_024
  /// The most that a call file may allow an uploaded file to have.
  public static let largestFileBytes: Int64 = 1_000_000_000

  /// Reads a call, or tells every mistake at once. `file` is the name problems are reported under; nothing is opened.
  ///
  /// Total: every text gives a result. Anchors and aliases are refused, so a small file can't stand for a large one.
  public static func parse(_ text: String, file: String) -> Result<Call, CallFileProblems> {
    let notes = CallFileNotes(file: file)
    let call = CallFileText(text, notes: notes).root().map { CallFileReader(notes: notes).call($0) }
    if let call, notes.problems.isEmpty { return .success(call) }
    return .failure(CallFileProblems(notes.problems.sorted()))
  }
}

/// Where something stands in a call file.
struct CallFilePlace: Hashable {
  let line: Int
  let column: Int
}

/// Collects the mistakes of one file. A class, because every part of the reader adds to the same list.
final class CallFileNotes {
  private let file: String
  private(set) var problems: [CallFileProblem] = []
  private var renamedKeys: [Unicode.Scalar: String] = [:]
  /// Enough to work on; a file that is no call file at all would give thousands.
  static let limit = 100

  init(file: String) {
    self.file = file
  }

  func add(_ place: CallFilePlace, _ message: String) {
    guard problems.count < Self.limit else { return }
    problems.append(CallFileProblem(file: file, line: place.line, column: place.column, message: message))
  }

  /// Remembers that `key` stands a second time further on and begins with `mark` here.
  func rename(_ key: String, to mark: Unicode.Scalar) {
    renamedKeys[mark] = key
  }

  /// What a key that was renamed was called; nil for any other.
  func nameBeforeRenaming(_ key: String) -> String? {
    key.unicodeScalars.first.flatMap { renamedKeys[$0] }
  }
}
