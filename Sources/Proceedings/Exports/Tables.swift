extension Volume {
  /// One line a paper (RFC 4180, UTF-8): what a spreadsheet takes. Authors and lists are joined by semicolons.
  ///
  /// A cell that a spreadsheet would run as a formula begins with an apostrophe.
  public var csv: String {
    let head = [
      "key", "session", "track", "title", "authors", "affiliations", "orcids", "pages", "doi", "page", "pdf", "badges",
      "keywords",
      "abstract",
    ]
    let lines: [[String]] = sessions.flatMap { session in session.papers.map { line($0, of: session) } }
    return ([head] + lines).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private func line(_ paper: Paper, of session: Session) -> [String] {
    let authors: [String] = [
      paper.authors.map(\.name.display).joined(separator: "; "), paper.authors.map(\.affiliation).joined(separator: "; "),
      paper.authors.map(\.orcid).joined(separator: "; "),
    ]
    let places: [String] = [
      paper.pages?.text("–") ?? "", paper.doi, address + paper.pagePath, paper.article.map { address + $0.path } ?? "",
    ]
    let lists: [String] = [paper.badges.map(\.label).joined(separator: "; "), paper.keywords.joined(separator: "; ")]
    return [paper.key, session.title, paper.track, oneLine(paper.title)] + authors + places + lists + [oneLine(paper.abstract)]
  }

  private static func cell(_ text: String) -> String {
    let safe = text.first.map { "=+-@".contains($0) } ?? false ? "'" + text : text
    guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return safe }
    return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// Everything public, for programs.
  public var json: String {
    let licence: JSONValue? = self.licence.map { .object([("name", .string($0.name)), ("address", .string($0.address))]) }
    let sessions: [JSONValue] = self.sessions.map { session in
      .object([("key", .string(session.key)), ("title", .string(session.title)), ("papers", .array(session.papers.map(paper)))])
    }
    let fields: [(String, JSONValue?)] = [
      ("conference", .string(conference)), ("acronym", .string(acronym)), ("title", .string(title)), ("series", .text(series)),
      ("volume", .text(number)), ("publisher", .text(publisher)), ("place", .text(place)), ("starts", .string(startsOn.iso)),
      ("ends", .string(endsOn.iso)), ("published", .string(publishedOn.iso)), ("address", .string(address)), ("doi", .text(doi)),
      ("isbn", .text(isbn)), ("issn", .text(issn)), ("language", .string(language)), ("licence", licence),
      ("editors", .array(editors.map(Self.person))), ("sessions", .array(sessions)),
    ]
    let volume: JSONValue = .object(fields)
    return volume.text + "\n"
  }

  private func paper(_ paper: Paper) -> JSONValue {
    let pages: JSONValue? = paper.pages.map {
      .object([("first", .integer(Int64($0.first))), ("last", .integer(Int64($0.last)))])
    }
    let files: [JSONValue] = paper.files.map { file in
      .object([
        ("kind", .string(file.kind.rawValue)), ("address", .string(address + file.path)), ("bytes", .integer(file.sizeBytes)),
      ])
    }
    let badges: [JSONValue] = paper.badges.map { badge in
      .object([("key", .string(badge.key)), ("label", .string(badge.label)), ("artifact", .text(badge.address))])
    }
    let fields: [(String, JSONValue?)] = [
      ("key", .string(paper.key)), ("title", .string(paper.title)), ("track", .text(paper.track)),
      ("authors", .array(paper.authors.map(Self.person))), ("abstract", .text(paper.abstract)),
      ("keywords", .list(paper.keywords)), ("pages", pages), ("doi", .text(paper.doi)),
      ("page", .string(address + paper.pagePath)), ("files", .array(files)), ("badges", .array(badges)),
    ]
    return .object(fields)
  }

  private static func person(_ person: Contributor) -> JSONValue {
    .object([
      ("name", .string(person.name.display)), ("given", .text(person.name.given)), ("particle", .text(person.name.particle)),
      ("family", .string(person.name.family)), ("suffix", .text(person.name.suffix)), ("affiliation", .text(person.affiliation)),
      ("orcid", .text(person.orcid)),
    ])
  }
}
