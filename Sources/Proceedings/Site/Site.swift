/// One file of a static site.
public struct SiteFile: Sendable {
  /// From the site's folder, such as `papers/17.html`.
  public let path: String
  public let text: String
}

extension Volume {
  /// The site with its exports: it needs no server and no network, opens from a folder, and links nothing it does not hold
  /// but DOIs, ORCID iDs and the addresses its authors gave. The papers' own files are for the caller to put at their paths.
  ///
  /// `builtAt` is UTC as `2026-05-20T08:00:00Z`. Without a depositor there is no file for Crossref.
  public func site(builtAt: String, depositor: CrossrefDepositor?) -> [SiteFile] {
    let exports = self.exports(builtAt: builtAt, depositor: depositor)
    let pages =
      [
        SiteFile(path: "index.html", text: indexPage.text), SiteFile(path: "authors.html", text: authorsPage.text),
        SiteFile(path: "front-matter.html", text: frontMatterPage.text), SiteFile(path: "acm.html", text: acmPage.text),
        SiteFile(path: "front-matter.pdf", text: frontMatterPDF),
        SiteFile(path: "exports.html", text: exportsPage(exports).text), SiteFile(path: "style.css", text: Self.stylesheet),
      ]
      + papers.flatMap { paper in
        [
          SiteFile(path: paper.pagePath, text: page(of: paper).text),
          SiteFile(path: paper.bibliographyPath, text: bibTeX(of: paper)),
        ]
      }
    return pages + exports.map(\.file)
  }

  struct Export {
    let file: SiteFile
    let name: String
    let use: String
  }

  private func exports(builtAt: String, depositor: CrossrefDepositor?) -> [Export] {
    func export(_ path: String, _ text: String?, _ name: String, _ use: String) -> Export? {
      text.map { Export(file: SiteFile(path: path, text: $0), name: name, use: use) }
    }
    return [
      export("proceedings.bib", bibTeX, "BibTeX", "For reference managers and LaTeX."),
      export("proceedings.csv", csv, "CSV", "For spreadsheets."),
      export("proceedings.json", json, "JSON", "Everything on these pages, for programs."),
      export("dblp.xml", dblpXML, "dblp", "Records for the dblp computer science bibliography."),
      export("oai_dc.xml", oaiDublinCore(respondedAt: builtAt), "OAI-PMH", "Dublin Core records for repositories that harvest."),
      export("doaj.xml", doajXML, "DOAJ", "Records for the Directory of Open Access Journals."),
      export("crossref.xml", depositor.flatMap(crossrefXML(by:)), "Crossref", "The deposit that registers the DOIs."),
      export("pmlr.bib", pmlrBibTeX, "PMLR", "BibTeX as Proceedings of Machine Learning Research takes it."),
    ].compactMap { $0 }
  }

  func frame(_ heading: String, depth: Int = 0, head: Markup = .empty, _ body: Markup) -> Markup {
    func to(_ path: String) -> Address { Address(path: path, depth: depth) }
    return """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>\(heading == title ? heading : "\(heading) – \(acronym)")</title>
      <link rel="stylesheet" href="\(to("style.css"))" />
      \(head)</head>
      <body>
      <a class="skip" href="#main">Skip to the content</a>
      <header><nav aria-label="Proceedings">
      <a class="home" href="\(to("index.html"))">\(acronym)</a>
      <a href="\(to("index.html"))">Papers</a>
      <a href="\(to("authors.html"))">Authors</a>
      <a href="\(to("front-matter.html"))">Front matter</a>
      <a href="\(to("exports.html"))">Exports</a>
      </nav></header>
      <main id="main">
      <h1>\(heading)</h1>
      \(body)</main>
      <footer><p>\(title). \(publisher), \(year).\(with(licence) { licence in
        Address(web: licence.address).map { " <a href=\"\($0)\" rel=\"license\">\(licence.name)</a>." } ?? " \(licence.name)."
      })</p></footer>
      </body>
      </html>

      """
  }
}
