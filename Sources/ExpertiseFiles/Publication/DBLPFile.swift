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
    private var authors: [String] = []
    private var year = ""
    /// The field whose text is being read.
    private var field = ""
    /// The element the record is, for it holds others with keys.
    private var record = ""

    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      depth += 1
      if key == nil, element != "person", let found = attributes["key"] {
        (key, record, title, authors, year) = (found, element, nil, [], "")
      } else if key != nil, ["title", "author", "year"].contains(element) {
        field = element
        if element == "title" { title = title ?? "" }
        if element == "author" { authors.append("") }
      }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      switch field {
      case "title": title? += text
      case "author": authors.append((authors.popLast() ?? "") + text)
      case "year": year += text
      default: break
      }
    }

    func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
      depth -= 1
      if element == field { field = "" }
      guard let key, element == record else { return }
      if let title, !title.isEmpty {
        papers.append(
          PaperText(id: key, title: title, abstract: "", authors: authors, year: PublicationYear.read(year)))
      }
      self.key = nil
    }
  }
}
