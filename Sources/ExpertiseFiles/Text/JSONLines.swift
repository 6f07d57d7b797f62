internal import AssignmentFiles
internal import Foundation

/// A name in JSON, where some write numbers.
struct JSONName: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let number = try? value.decode(Int.self) { text = String(number) } else { text = try value.decode(String.self) }
  }
}

/// A file of JSON, an object a line.
enum JSONLines {
  /// Gives each line's content to `take`, with the line's number.
  static func read<Line: Decodable>(
    _ type: Line.Type, file: String, shape: String, _ take: (Line, Int) throws(FileProblem) -> Void
  ) throws(FileProblem) {
    let source = try LineSource(file: file)
    let decoder = JSONDecoder()
    while let bytes = try source.next() {
      let content: Line
      do {
        content = try decoder.decode(Line.self, from: Data(bytes))
      } catch {
        throw FileProblem(file, line: source.line, "\(fault(error)). A line should be like \(shape)")
      }
      try take(content, source.line)
    }
  }

  private static func fault(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): "“\(key.stringValue)” is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "“\(context.codingPath.last?.stringValue ?? "the line")” isn't of the right kind"
    default: "is no JSON object"
    }
  }
}
