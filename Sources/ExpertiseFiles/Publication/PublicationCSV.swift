internal import AssignmentFiles
internal import Expertise
internal import Foundation

/// Papers in CSV (RFC 4180) with a header: `title`, and perhaps `id`, `abstract`, `authors` (separated by semicolons) and `year`,
/// in any order among others. A field in quotes may go over several lines.
enum PublicationCSV {
  static func papers(_ bytes: [UInt8], file: String) throws(FileProblem) -> [PaperText] {
    var rows = CSVRows(bytes, file: file)
    guard let header = try rows.next()?.map({ $0.lowercased().trimmingCharacters(in: .whitespaces) }),
      let title = header.firstIndex(of: "title")
    else { throw FileProblem(file, line: 1, "the first line must name the columns, “title” among them") }
    let (id, abstract) = (header.firstIndex(of: "id"), header.firstIndex(of: "abstract"))
    let (authors, year) = (header.firstIndex(of: "authors"), header.firstIndex(of: "year"))
    var papers: [PaperText] = []
    while let row = try rows.next() {
      func field(_ column: Int?) -> String { column.flatMap { row.indices.contains($0) ? row[$0] : nil } ?? "" }
      if field(title).isEmpty { continue }
      let name = field(id)
      papers.append(
        PaperText(
          id: name.isEmpty ? "\(papers.count + 1)" : name, title: field(title), abstract: field(abstract),
          authors: field(authors).split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) },
          year: PublicationYear.read(field(year))))
    }
    return papers
  }
}
