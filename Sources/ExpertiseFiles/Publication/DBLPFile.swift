internal import AssignmentFiles
internal import Expertise
internal import Foundation
internal import FoundationXML

/// A person's record of DBLP in XML: every record with a `key` and a `title`. DBLP has no abstracts.
enum DBLPFile {
  static func papers(_ bytes: [UInt8], file: String) throws(FileProblem) -> [PaperText] {
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.shouldResolveExternalEntities = false
    parser.delegate = reader
    // The parser says yes to some files that end too early, or whose tags cross.
    guard parser.parse(), parser.parserError == nil, reader.depth == 0 else {
      throw FileProblem(file, line: max(1, parser.lineNumber), "the XML can't be read on. Fetch the file again")
    }
    return reader.papers
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var papers: [PaperText] = []
    /// Elements that are open.
    private(set) var depth = 0
    private var key: String?
    private var title: String?
    private var isInTitle = false
    /// The element the record is, for it holds others with keys.
    private var record = ""

    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      depth += 1
      if key == nil, element != "person", let found = attributes["key"] {
        (key, record, title) = (found, element, nil)
      } else if key != nil, element == "title" {
        (isInTitle, title) = (true, title ?? "")
      }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if isInTitle { title? += text }
    }

    func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
      depth -= 1
      if element == "title" { isInTitle = false }
      guard let key, element == record else { return }
      if let title, !title.isEmpty { papers.append(PaperText(id: key, title: title, abstract: "")) }
      self.key = nil
    }
  }
}
