extension Volume {
  /// The whole volume with its papers.
  public var bibTeX: String {
    ([BibTeXEntry.volume(self)] + papers.map { BibTeXEntry.paper($0, in: self) }).map(\.text).joined(separator: "\n")
  }

  /// One paper.
  public func bibTeX(of paper: Paper) -> String { BibTeXEntry.paper(paper, in: self).text }

  /// The volume in the form in which Proceedings of Machine Learning Research takes it: one entry a volume with its sections,
  /// then the papers in order with their abstracts.
  public var pmlrBibTeX: String {
    ([BibTeXEntry.pmlrVolume(self)]
      + sessions.flatMap { session in session.papers.map { BibTeXEntry.pmlrPaper($0, of: session, in: self) } })
      .map(\.text).joined(separator: "\n")
  }

  /// Such as `mlsys-2026-beethoven-17`: plain ASCII, and as lasting as the paper's key.
  func citationKey(of paper: Paper) -> String {
    let family = plainLetters(paper.authors.first?.name.family ?? "").filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return ([slug, family, paper.key].filter { !$0.isEmpty }).joined(separator: "-")
  }
}

/// One entry; a field with an empty value is left out.
struct BibTeXEntry {
  let kind: String
  let key: String
  /// Values as they stand within the braces.
  let fields: [(String, String)]

  var text: String {
    let lines = fields.filter { !$0.1.isEmpty }.map { name, value in
      "  \(name)\(String(repeating: " ", count: max(0, 10 - name.utf8.count))) = {\(value)},\n"
    }
    return "@\(kind){\(key),\n\(lines.joined())}\n"
  }

  static func paper(_ paper: Volume.Paper, in volume: Volume) -> BibTeXEntry {
    BibTeXEntry(
      kind: "inproceedings", key: volume.citationKey(of: paper),
      fields: [
        ("author", names(paper.authors)), ("title", LaTeXText.title(paper.title)), ("booktitle", LaTeXText.title(volume.title)),
        ("editor", names(volume.editors)), ("series", LaTeXText.escaped(volume.series)),
        ("volume", LaTeXText.escaped(volume.number)), ("year", "\(volume.year)"),
        ("pages", paper.pages?.text("--") ?? ""), ("publisher", LaTeXText.escaped(volume.publisher)),
        ("address", LaTeXText.escaped(volume.place)), ("doi", LaTeXText.address(paper.doi)),
        ("isbn", LaTeXText.escaped(volume.isbn)), ("issn", LaTeXText.escaped(volume.issn)),
        ("url", LaTeXText.address(volume.address + paper.pagePath)),
        ("keywords", paper.keywords.map(LaTeXText.escaped).joined(separator: ", ")),
      ])
  }

  static func volume(_ volume: Volume) -> BibTeXEntry {
    BibTeXEntry(
      kind: "proceedings", key: volume.slug,
      fields: [
        ("title", LaTeXText.title(volume.title)), ("editor", names(volume.editors)),
        ("series", LaTeXText.escaped(volume.series)), ("volume", LaTeXText.escaped(volume.number)),
        ("year", "\(volume.year)"), ("publisher", LaTeXText.escaped(volume.publisher)),
        ("address", LaTeXText.escaped(volume.place)), ("doi", LaTeXText.address(volume.doi)),
        ("isbn", LaTeXText.escaped(volume.isbn)), ("issn", LaTeXText.escaped(volume.issn)),
        ("url", LaTeXText.address(volume.address)),
      ])
  }

  static func pmlrVolume(_ volume: Volume) -> BibTeXEntry {
    BibTeXEntry(
      kind: "Proceedings", key: volume.slug,
      fields: [
        ("booktitle", LaTeXText.title(volume.title)), ("name", LaTeXText.escaped(volume.conference)),
        ("shortname", LaTeXText.escaped(volume.acronym)), ("editor", names(volume.editors)),
        ("volume", LaTeXText.escaped(volume.number)), ("year", "\(volume.year)"), ("start", volume.startsOn.iso),
        ("end", volume.endsOn.iso), ("published", volume.publishedOn.iso),
        ("conference_url", LaTeXText.address(volume.address)), ("address", LaTeXText.escaped(volume.place)),
        (
          "sections",
          volume.sessions.map { session in
            // A bar would begin the next section.
            "\(session.key)=\(LaTeXText.escaped(session.title.split(separator: "|").joined(separator: "/")))"
          }.joined(separator: "|")
        ),
      ])
  }

  static func pmlrPaper(_ paper: Volume.Paper, of session: Volume.Session, in volume: Volume) -> BibTeXEntry {
    let family = plainLetters(paper.authors.first?.name.family ?? "").filter { $0.isASCII && $0.isLetter }
    let shortYear = volume.year % 100
    return BibTeXEntry(
      kind: "InProceedings", key: "\(family.isEmpty ? "paper" : family)\(shortYear < 10 ? "0" : "")\(shortYear)-\(paper.key)",
      fields: [
        ("section", session.key), ("title", LaTeXText.title(paper.title)), ("author", names(paper.authors)),
        ("pages", paper.pages?.text("-") ?? ""), ("abstract", LaTeXText.escaped(paper.abstract)),
      ])
  }

  private static func names(_ people: [Volume.Contributor]) -> String {
    people.map { LaTeXText.name($0.name) }.joined(separator: " and ")
  }
}
