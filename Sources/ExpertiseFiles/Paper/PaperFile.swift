public import AssignmentFiles
public import Expertise

/// Papers in a file of JSON lines, plain or gzipped: `{"id": "17", "title": "…", "abstract": "…"}`. Other keys don't matter.
public enum PaperFile {
  static let shape = #"{"id": "17", "title": "…", "abstract": "…"}"#

  /// Refuses a line without an id or text, and an id that comes twice.
  public static func read(_ file: String) throws(FileProblem) -> [PaperText] {
    var papers: [PaperText] = []
    var lines: [String: Int] = [:]
    try JSONLines.read(PaperLine.self, file: file, shape: shape) { (content, line) throws(FileProblem) in
      guard let paper = content.paper else {
        throw FileProblem(file, line: line, "“id” is missing. A line should be like \(shape)")
      }
      if let earlier = lines.updateValue(line, forKey: paper.id) {
        throw FileProblem(file, line: line, "the id “\(paper.id)” stands in line \(earlier) already")
      }
      papers.append(paper)
    }
    return papers
  }
}

/// A paper as files write it.
struct PaperLine: Decodable {
  let id: JSONName?
  let title: String?
  let abstract: String?

  /// Nil without an id.
  var paper: PaperText? { id.map { PaperText(id: $0.text, title: title ?? "", abstract: abstract ?? "") } }
}
