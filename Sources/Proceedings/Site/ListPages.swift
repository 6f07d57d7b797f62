extension Volume {
  var indexPage: Markup {
    let body: Markup = """
      <p class="lead">\(conference)<br />\(dates)\(with(place) { ", \($0)" })</p>
      \(with(editors.map(\.name.display).joined(separator: ", ")) { "<p>Edited by \($0)</p>\n" })\
      \(sessionLinks)\(each(sessions, section))
      """
    return frame(title, head: "<meta name=\"description\" content=\"\(title): \(papers.count) papers.\" />\n", body)
  }

  private var sessionLinks: Markup {
    if sessions.count < 2 { return .empty }
    return """
      <nav aria-label="Sessions"><ul class="sessions">
      \(each(sessions) { "<li><a href=\"#session-\($0.key)\">\($0.title)</a></li>\n" })</ul></nav>

      """
  }

  private func section(_ session: Session) -> Markup {
    """
    <section aria-labelledby="session-\(session.key)">
    <h2 id="session-\(session.key)">\(session.title)</h2>
    <ol class="papers">
    \(each(session.papers, item))</ol>
    </section>

    """
  }

  private func item(_ paper: Paper) -> Markup {
    """
    <li>
    <h3><a href="\(Address(path: paper.pagePath, depth: 0))">\(oneLine(paper.title))</a></h3>
    <p class="authors">\(paper.authors.map(\.name.display).joined(separator: ", "))</p>
    <p class="meta">\(with(paper.pages) { "Pages \($0.text("–")) · " })\(fileLinks(of: paper, depth: 0))\
    <a href="\(Address(path: paper.bibliographyPath, depth: 0))" aria-label="BibTeX of \(oneLine(paper.title))">BibTeX</a></p>
    \(badgeList(of: paper))</li>

    """
  }

  func fileLinks(of paper: Paper, depth: Int) -> Markup {
    each(paper.files) { file in
      let label = file.kind == .article ? "PDF" : "Appendix"
      return """
        <a href="\(Address(path: file.path, depth: depth))" aria-label="\(label) of \(oneLine(paper.title))">\(label)\
         (\(Self.size(file.sizeBytes)))</a> · 
        """
    }
  }

  func badgeList(of paper: Paper) -> Markup {
    if paper.badges.isEmpty { return .empty }
    let items = each(paper.badges) { badge -> Markup in
      let link: Markup = Address(web: badge.address).map { " <a href=\"\($0)\">artifact</a>" } ?? .empty
      return "<li><span class=\"badge\">\(badge.label)</span>\(link)</li>\n"
    }
    return "<ul class=\"badges\" aria-label=\"Artifact badges\">\n\(items)</ul>\n"
  }

  /// "850 kB", "3.4 MB": powers of ten.
  private static func size(_ bytes: Int64) -> String {
    if bytes < 1_000_000 { return "\(max(1, bytes / 1_000)) kB" }
    return "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
  }

  /// Everyone who wrote, by family name. The same name with different ORCID iDs is different people.
  var authorsPage: Markup {
    var works: [Contributor: [Paper]] = [:]
    for paper in papers {
      for author in paper.authors {
        works[Contributor(name: author.name, orcid: author.orcid), default: []].append(paper)
      }
    }
    let people = works.map { (person: $0.key, key: Self.sortKey($0.key), papers: $0.value) }.sorted { $0.key < $1.key }
    let items = each(people) { entry -> Markup in
      let links = each(entry.papers) {
        "<li><a href=\"\(Address(path: $0.pagePath, depth: 0))\">\(oneLine($0.title))</a></li>\n"
      }
      return "<dt>\(entry.person.name.inverted)</dt>\n<dd><ul>\n\(links)</ul></dd>\n"
    }
    return frame("Authors", "<dl class=\"index\">\n\(items)</dl>\n")
  }

  private static func sortKey(_ person: Contributor) -> String {
    // U+0001 ends a name before any letter goes on.
    [plainLetters(person.name.family), plainLetters(person.name.given), person.name.inverted, person.orcid]
      .joined(separator: "\u{1}")
  }

  /// Title page, imprint, editors and table of contents, as they open a printed volume.
  var frontMatterPage: Markup {
    let body: Markup = """
      <p class="lead">\(title)</p>
      <p><a href="front-matter.pdf">Front matter as a PDF</a></p>
      <p>\(conference), \(dates)\(with(place) { ", \($0)" })</p>
      \(with(series) { "<p>\($0)\(with(number) { ", volume \($0)" })</p>\n" })\
      <h2>Editors</h2>
      <ul>
      \(each(editors) { "<li>\($0.name.display)\(with($0.affiliation) { ", \($0)" })</li>\n" })</ul>
      <h2>Imprint</h2>
      <p>Published by \(publisher) on \(publishedOn.words).\(with(isbn) { " ISBN \($0)." })\(with(issn) { " ISSN \($0)." })\
      \(with(doi) { " DOI <a href=\"\(Address(doi: $0))\">\($0)</a>." })</p>
      \(with(licence) { "<p>The papers are published under \($0.name). Copyright stays as stated in each.</p>\n" })\
      \(each(committee.filter { !$0.members.isEmpty }) { group in
        """
        <h2>\(group.title)</h2>
        <ul>
        \(each(group.members) { "<li>\($0.name.display)\(with($0.affiliation) { ", \($0)" })</li>\n" })</ul>

        """ })\
      <h2>Contents</h2>
      \(each(sessions) { session in
        """
        <h3>\(session.title)</h3>
        <table><caption class="hidden">\(session.title)</caption>
        <thead><tr><th scope="col">Paper</th><th scope="col">Page</th></tr></thead>
        <tbody>
        \(each(session.papers) { paper in
          """
          <tr><td>\(oneLine(paper.title))<br /><span class="authors">\(paper.authors.map(\.name.display).joined(separator: ", "))\
          </span></td><td>\(paper.pages.map { String($0.first) } ?? "–")</td></tr>

          """ })\
        </tbody></table>

        """ })
      """
    return frame("Front matter", body)
  }

  func exportsPage(_ exports: [Export]) -> Markup {
    let items = each(exports) { export in
      "<dt><a href=\"\(Address(path: export.file.path, depth: 0))\">\(export.name)</a></dt><dd>\(export.use)</dd>\n"
    }
    return frame(
      "Exports",
      """
      <dl class="index">
      \(items)<dt><a href="acm.html">ACM style</a></dt><dd>A table of contents with a reference for each paper, in ACM's form.</dd>
      </dl>

      """)
  }

  /// The contents with references in ACM's form.
  var acmPage: Markup {
    frame(
      "References in ACM's form",
      each(sessions) { session in
        """
        <h2>SESSION: \(session.title)</h2>
        <ul class="references">
        \(each(session.papers) { "<li>\(acmReference(of: $0))</li>\n" })</ul>

        """
      })
  }

  func acmReference(of paper: Paper) -> Markup {
    let authors = listed(paper.authors.map(\.name.display))
    let stop = paper.title.last.map { ".?!".contains($0) } ?? false ? "" : "."
    let pages = paper.pages.map { ", \($0.count) page\($0.count == 1 ? "" : "s")" } ?? ""
    let target = paper.doi.isEmpty ? Address(web: address + paper.pagePath) : Address(doi: paper.doi)
    return """
      \(authors)\(authors.last == "." ? "" : ".") \(year). \(oneLine(paper.title))\(stop) In <i>\(title) (\(acronym))</i>, \(dates)\
      \(with(place) { ", \($0)" }). \(publisher)\(pages). \(with(target) { "<a href=\"\($0)\">\($0)</a>" })
      """
  }
}
