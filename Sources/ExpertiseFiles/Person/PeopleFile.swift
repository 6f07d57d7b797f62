public import AssignmentFiles
public import Expertise

/// People in a file of JSON lines: `{"id": "ann", "publications": [{"title": "…", "abstract": "…"}, "x7"], "exclude": ["x9"]}`.
///
/// A publication is a paper, or the id of one among the texts; what is excluded is named by id or title.
public enum PeopleFile {
  static let shape = #"{"id": "ann", "publications": [{"id": "a1", "title": "…", "abstract": "…"}, "id of a text"]}"#

  /// Refuses a person without id, one that comes twice, and the id of a paper that isn't among the texts.
  public static func read(_ file: String, texts: [String: PaperText] = [:]) throws(FileProblem) -> [PersonPapers] {
    var people: [PersonPapers] = []
    var lines: [String: Int] = [:]
    try JSONLines.read(Line.self, file: file, shape: shape) { (content, line) throws(FileProblem) in
      let id = content.id.text
      if let earlier = lines.updateValue(line, forKey: id) {
        throw FileProblem(file, line: line, "the person “\(id)” stands in line \(earlier) already")
      }
      var papers: [PaperText] = []
      for (number, publication) in (content.publications ?? []).enumerated() {
        switch publication {
        case .paper(let paper): papers.append(paper.paper ?? paper.named("\(id)/\(number + 1)"))
        case .id(let name):
          guard let paper = texts[name] else {
            throw FileProblem(
              file, line: line, "publication “\(name)” of “\(id)” isn't among the texts. Name their file with --texts")
          }
          papers.append(paper)
        }
      }
      people.append(PersonPapers(id: id, publications: papers).cleaned(excluding: Set((content.exclude ?? []).map(\.text))))
    }
    return people
  }

  private struct Line: Decodable {
    let id: JSONName
    let publications: [Publication]?
    let exclude: [JSONName]?
  }

  private enum Publication: Decodable {
    case id(String)
    case paper(PaperLine)

    init(from decoder: any Decoder) throws {
      if let name = try? JSONName(from: decoder) { self = .id(name.text) } else { self = .paper(try PaperLine(from: decoder)) }
    }
  }
}
