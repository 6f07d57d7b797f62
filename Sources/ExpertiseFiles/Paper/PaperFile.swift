public import AssignmentFiles
public import Expertise
internal import Foundation

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
  let authors: PaperAuthors?
  let year: PaperYear?

  /// Nil without an id.
  var paper: PaperText? { id.map { named($0.text) } }

  func named(_ id: String) -> PaperText {
    PaperText(id: id, title: title ?? "", abstract: abstract ?? "", authors: authors?.names ?? [], year: year?.year)
  }
}

/// Authors as files write them: names, objects with a `name`, or one text. Whatever else stands there is nobody.
struct PaperAuthors: Decodable {
  let names: [String]

  private struct Named: Decodable {
    let name: String
  }

  init(from decoder: any Decoder) {
    if let names = try? [String](from: decoder) {
      self.names = names
    } else if let people = try? [Named](from: decoder) {
      names = people.map(\.name)
    } else if let text = try? String(from: decoder) {
      names = text.split(separator: ";").flatMap { $0.split(separator: " and ") }
        .map { $0.trimmingCharacters(in: .whitespaces) }
    } else {
      names = []
    }
  }
}

/// A year as a number or in a text.
struct PaperYear: Decodable {
  let year: Int?

  init(from decoder: any Decoder) {
    let text = (try? Int(from: decoder)).map { String($0) } ?? (try? String(from: decoder)) ?? ""
    year = PublicationYear.read(text)
  }
}
