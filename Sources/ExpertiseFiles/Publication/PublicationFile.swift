public import AssignmentFiles
public import Expertise
internal import Foundation

/// A person's papers as they come from elsewhere: BibTeX, DBLP's XML, JSON, or CSV with a header that names `title`.
public enum PublicationFile {
  /// What the file's name may end with, before `.gz` perhaps.
  public static let endings = ["bib", "xml", "json", "jsonl", "csv"]
  public static let limitBytes = 64 << 20

  /// Reads a file after its name's ending. Entries without a title are passed over; those that nobody can read are told with
  /// their line.
  public static func read(_ file: String) throws(FileProblem) -> [PaperText] {
    let bytes = try LineSource(file: file).rest()
    return try read(bytes, file: file)
  }

  /// As `read(_:)`, of bytes at hand; `file` tells the form and names it in messages.
  public static func read(_ bytes: [UInt8], file: String) throws(FileProblem) -> [PaperText] {
    guard bytes.count <= limitBytes else { throw FileProblem(file, "is larger than 64 MiB. Leave out what isn't this person's") }
    switch ending(of: file) {
    case "bib": return try BibTeX(bytes, file: file).papers()
    case "xml": return try DBLPFile.papers(bytes, file: file)
    case "json", "jsonl": return try PublicationJSON.papers(bytes, file: file)
    case "csv": return try PublicationCSV.papers(bytes, file: file)
    default:
      throw FileProblem(file, "is of no kind known here. Use .bib (BibTeX), .xml (DBLP), .json, .jsonl or .csv")
    }
  }

  static func ending(of file: String) -> String {
    let name = URL(filePath: file).lastPathComponent.lowercased()
    let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    return plain.split(separator: ".").last.map(String.init) ?? ""
  }
}
