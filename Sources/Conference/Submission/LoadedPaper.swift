internal import Foundation
internal import PeerReview

/// A paper as a file of submissions tells it, before any rule looked at it.
struct LoadedPaper {
  /// Where it stands in the file, as problems name it.
  let place: String
  var content: SubmissionContent
  var authors: [Author]

  /// The papers of a file of JSON, JSON lines or comma-separated values. Refuses `invalid` for what can't be read, with the line.
  static func read(_ text: String, call: Call) throws(Refusal) -> [LoadedPaper] {
    switch text.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) {
    case "[": try list(text, call)
    case "{": try lines(text, call)
    default: try table(text, call)
    }
  }

  private static func list(_ text: String, _ call: Call) throws(Refusal) -> [LoadedPaper] {
    do {
      return try JSONDecoder().decode([LoadedEntry].self, from: Data(text.utf8)).enumerated().map { number, entry in
        entry.paper(at: "Paper \(number + 1)", call)
      }
    } catch {
      throw unreadable(error, "The list of papers")
    }
  }

  private static func lines(_ text: String, _ call: Call) throws(Refusal) -> [LoadedPaper] {
    let decoder = JSONDecoder()
    var papers: [LoadedPaper] = []
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if line.allSatisfy(\.isWhitespace) { continue }
      do {
        let entry = try decoder.decode(LoadedEntry.self, from: Data(line.utf8))
        papers.append(entry.paper(at: "Line \(number + 1)", call))
      } catch {
        throw unreadable(error, "Line \(number + 1)")
      }
    }
    return papers
  }

  private static func unreadable(_ error: any Error, _ place: String) -> Refusal {
    let why =
      switch error as? DecodingError {
      case .typeMismatch(_, let context), .valueNotFound(_, let context):
        "“\(context.codingPath.map(\.stringValue).last ?? "paper")” isn't of the right kind"
      default: "is no JSON"
      }
    return .invalid([FieldProblem("csv", "\(place): \(why). A paper looks like \(LoadedEntry.shape)")])
  }

  private static func table(_ text: String, _ call: Call) throws(Refusal) -> [LoadedPaper] {
    let table = try TableText.read(
      text, columns: ["title"], optional: ["abstract", "authors", "track", "topics", "keywords"])
    return table.rows.map { row in
      LoadedEntry(
        title: row["title"], abstract: row["abstract"], track: row["track"], topics: parts(row["topics"]),
        keywords: parts(row["keywords"]), authors: parts(row["authors"]).map(LoadedAuthor.init(text:))
      ).paper(at: "Line \(row.line)", call)
    }
  }

  private static func parts(_ text: String) -> [String] { text.split(separator: ";").map { trimmed(String($0)) } }
}

/// What a file says of one paper.
private struct LoadedEntry: Decodable {
  static let shape = #"{"title": "…", "abstract": "…", "authors": [{"name": "…", "email": "…"}]}"#

  var title: String?
  var abstract: String?
  var track: String?
  var topics: [String]?
  var keywords: [String]?
  var authors: [LoadedAuthor]?

  /// Tracks and topics by the call's keys or names. What is no topic becomes a keyword (C1). Without a contact the first author
  /// with an address is one.
  func paper(at place: String, _ call: Call) -> LoadedPaper {
    let named = track ?? ""
    let chosen = call.tracks.first { Self.same(named, $0.key, $0.name) }
    let offered = chosen.map { call.topics(of: $0) } ?? call.topics
    var content = SubmissionContent(
      track: chosen?.key ?? named, title: title ?? "", abstract: abstract ?? "", keywords: keywords ?? [])
    for word in topics ?? [] where !word.isEmpty {
      if let topic = offered.first(where: { Self.same(word, $0.key, $0.name) }) {
        content.topics.append(topic.key)
      } else {
        content.keywords.append(word)
      }
    }
    var authors = (authors ?? []).map(\.author)
    if !authors.contains(where: { $0.contact && !$0.email.isEmpty }),
      let first = authors.firstIndex(where: { !$0.email.isEmpty })
    {
      authors[first].contact = true
    }
    return LoadedPaper(place: place, content: content, authors: authors)
  }

  private static func same(_ word: String, _ key: String, _ name: String) -> Bool {
    let folded = trimmed(word).lowercased()
    return folded == key.lowercased() || folded == name.lowercased()
  }
}

/// What a file says of one author: an object, or a text like `Ann Lee <ann@example.org> (Example University)`.
private struct LoadedAuthor: Decodable {
  let author: Author

  private init(author: Author) { self.author = author }

  init(text: String) {
    var name = text[...]
    let affiliation = Self.cut("(", ")", from: &name)
    let email = Self.cut("<", ">", from: &name)
    author = Author(name: trimmed(String(name)), email: trimmed(email), affiliation: trimmed(affiliation))
  }

  init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      self = Self(text: text)
      return
    }
    let fields = try decoder.container(keyedBy: Field.self)
    func text(_ field: Field) throws -> String { try fields.decodeIfPresent(String.self, forKey: field) ?? "" }
    let given = try [text(.given), text(.first), text(.family), text(.last)].filter { !$0.isEmpty }.joined(separator: " ")
    let name = try text(.name)
    self.init(
      author: Author(
        name: name.isEmpty ? given : name, email: try text(.email), affiliation: try text(.affiliation), orcid: try text(.orcid),
        contact: try fields.decodeIfPresent(Bool.self, forKey: .contact) ?? false))
  }

  private enum Field: String, CodingKey {
    case name, first, last, email, affiliation, orcid, contact
    case given = "given_name"
    case family = "family_name"
  }

  /// What stands between the two signs at the end of the text, which loses it.
  private static func cut(_ opening: Character, _ closing: Character, from text: inout Substring) -> String {
    guard let start = text.firstIndex(of: opening), let end = text.lastIndex(of: closing), start < end else { return "" }
    let inner = String(text[text.index(after: start)..<end])
    text = text[..<start]
    return inner
  }
}
