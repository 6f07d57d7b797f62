internal import AssignmentFiles
internal import Expertise
internal import Foundation

/// Papers in JSON: a list, an object with the list under `publications` or `papers`, or an object a line.
enum PublicationJSON {
  private struct Listed: Decodable {
    let publications: [PaperLine]?
    let papers: [PaperLine]?
  }

  static func papers(_ bytes: [UInt8], file: String) throws(FileProblem) -> [PaperText] {
    let decoder = JSONDecoder()
    if let list = try? decoder.decode([PaperLine].self, from: Data(bytes)) { return named(list) }
    if let object = try? decoder.decode(Listed.self, from: Data(bytes)), let list = object.publications ?? object.papers {
      return named(list)
    }
    var lines: [PaperLine] = []
    for (number, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      guard let paper = try? decoder.decode(PaperLine.self, from: Data(line)) else {
        throw FileProblem(file, line: number + 1, "is neither a list of papers nor one paper a line, like \(PaperFile.shape)")
      }
      lines.append(paper)
    }
    return named(lines)
  }

  private static func named(_ lines: [PaperLine]) -> [PaperText] {
    lines.enumerated().map { $1.paper ?? $1.named("\($0 + 1)") }.filter { !$0.title.isEmpty || !$0.abstract.isEmpty }
  }
}
