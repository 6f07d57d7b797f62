internal import AssignmentFiles
internal import Expertise
internal import Foundation

/// The entries of a BibTeX file that have a title: key, title and abstract in plain text.
struct BibTeX {
  private let bytes: [UInt8]
  private let file: String
  private var place = 0

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  func papers() throws(FileProblem) -> [PaperText] {
    var reader = self
    var papers: [PaperText] = []
    while let (id, fields) = try reader.entry() {
      guard let title = fields["title"], !title.isEmpty else { continue }
      papers.append(
        PaperText(
          id: id, title: Self.plain(title), abstract: Self.plain(fields["abstract"] ?? ""),
          authors: Self.authors(fields["author"] ?? ""), year: PublicationYear.read(fields["year"] ?? fields["date"] ?? "")))
    }
    return papers
  }

  private static func authors(_ text: String) -> [String] {
    plain(text).split(separator: " and ").map { String($0) }.filter { $0 != "others" }
  }

  private static let noPapers: Set = ["comment", "string", "preamble"]

  /// The next entry's key and fields, with names in lower case.
  private mutating func entry() throws(FileProblem) -> (String, [String: String])? {
    while let start = bytes[place...].firstIndex(of: UInt8(ascii: "@")) {
      place = start + 1
      let kind = name().lowercased()
      skipBlanks()
      guard place < bytes.count, bytes[place] == UInt8(ascii: "{") || bytes[place] == UInt8(ascii: "(") else { continue }
      if Self.noPapers.contains(kind) { continue }
      place += 1
      let key = text(until: [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: ")")])
      return (key, try fields(from: start))
    }
    return nil
  }

  private mutating func fields(from start: Int) throws(FileProblem) -> [String: String] {
    var fields: [String: String] = [:]
    while true {
      skipBlanks(and: UInt8(ascii: ","))
      guard place < bytes.count else { throw problem(start, "this entry doesn't end. Close its brace") }
      if bytes[place] == UInt8(ascii: "}") || bytes[place] == UInt8(ascii: ")") {
        place += 1
        return fields
      }
      let field = name().lowercased()
      skipBlanks()
      guard !field.isEmpty, place < bytes.count, bytes[place] == UInt8(ascii: "=") else {
        throw problem(place, "a field like title = {…} belongs here")
      }
      place += 1
      fields[field] = try value(start)
    }
  }

  /// Parts in braces, quotes or bare, joined by `#`.
  private mutating func value(_ start: Int) throws(FileProblem) -> String {
    var text = ""
    while true {
      skipBlanks()
      guard place < bytes.count else { throw problem(start, "this entry doesn't end. Close its brace") }
      switch bytes[place] {
      case UInt8(ascii: "{"): text += try nested(start, end: UInt8(ascii: "}"))
      case UInt8(ascii: "\""): text += try nested(start, end: UInt8(ascii: "\""))
      default: text += self.text(until: [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "\n")])
      }
      skipBlanks()
      guard place < bytes.count, bytes[place] == UInt8(ascii: "#") else { return text }
      place += 1
    }
  }

  private mutating func nested(_ start: Int, end: UInt8) throws(FileProblem) -> String {
    place += 1
    let first = place
    var depth = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\\") {
        place += 2
        continue
      }
      if byte == end, depth == 0 {
        defer { place += 1 }
        return String(decoding: bytes[first..<place], as: UTF8.self)
      }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      place += 1
    }
    place = bytes.count
    throw problem(start, "this entry doesn't end. Close its brace")
  }

  private mutating func name() -> String {
    skipBlanks()
    let first = place
    while place < bytes.count {
      let byte = bytes[place]
      guard byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80 || "0123456789-_:+./".utf8.contains(byte) else { break }
      place += 1
    }
    return String(decoding: bytes[first..<place], as: UTF8.self)
  }

  private mutating func text(until ends: [UInt8]) -> String {
    let first = place
    while place < bytes.count, !ends.contains(bytes[place]) { place += 1 }
    return String(decoding: bytes[first..<place], as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private mutating func skipBlanks(and other: UInt8 = UInt8(ascii: " ")) {
    while place < bytes.count, bytes[place] <= 0x20 || bytes[place] == other { place += 1 }
  }

  private func problem(_ place: Int, _ message: String) -> FileProblem {
    FileProblem(file, line: bytes.prefix(place).reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }, message)
  }

  /// Without TeX's signs: accents leave their letter, commands and braces vanish, blanks become one.
  static func plain(_ text: String) -> String {
    text.replacing(#/\\[^a-zA-Z\s]/#, with: "").replacing(#/\\[a-zA-Z]+\s*/#, with: "").replacing(#/[{}$]/#, with: "")
      .replacing("~", with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
