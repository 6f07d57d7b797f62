extension Volume {
  func page(of paper: Paper) -> Markup {
    let body: Markup = """
      <ul class="byline">
      \(each(paper.authors, byline))</ul>
      <p class="meta">In <a href="../index.html">\(title)</a>\(with(paper.pages) { ", pages \($0.text("–"))" }), \(year).\
      \(with(paper.doi) { " DOI <a href=\"\(Address(doi: $0))\">\($0)</a>" })</p>
      <p class="files">\(fileLinks(of: paper, depth: 1))<a href="\(Address(path: paper.bibliographyPath, depth: 1))">BibTeX</a></p>
      \(badgeList(of: paper))\
      <h2>Abstract</h2>
      \(each(paragraphs(paper.abstract)) { "<p>\($0)</p>\n" })\
      \(with(paper.keywords.joined(separator: ", ")) { "<p><b>Keywords:</b> \($0)</p>\n" })\
      <h2>Cite</h2>
      <pre tabindex="0" aria-label="BibTeX">\(bibTeX(of: paper))</pre>
      <p>\(acmReference(of: paper))</p>

      """
    return frame(oneLine(paper.title), depth: 1, head: metadata(of: paper), body)
  }

  private func byline(_ author: Contributor) -> Markup {
    """
    <li>\(author.name.display)\(with(author.affiliation) { ", <span class=\"affiliation\">\($0)</span>" })\
    \(with(author.orcid) { " <a href=\"\(Address(orcid: $0))\">ORCID \($0)</a>" })</li>

    """
  }

  private func paragraphs(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .split { $0.allSatisfy(\.isWhitespace) }.map { oneLine($0.joined(separator: " ")) }
  }

  /// What search engines for science read: Highwire's tags, Dublin Core and schema.org.
  private func metadata(of paper: Paper) -> Markup {
    highwire(paper) + dublinCoreTags(paper) + """
      <link rel="canonical" href="\(address + paper.pagePath)" />
      <link rel="alternate" type="application/x-bibtex" href="\(Address(path: paper.bibliographyPath, depth: 1))" />
      <script type="application/ld+json">
      \(json: linkedData(paper))
      </script>

      """
  }

  private func tag(_ name: StaticString, _ content: String) -> Markup {
    with(content) { "<meta name=\"\(name.description)\" content=\"\($0)\" />\n" }
  }

  /// Affiliation and ORCID iD follow the author they belong to.
  private func highwire(_ paper: Paper) -> Markup {
    let authors = each(paper.authors) { author in
      tag("citation_author", author.name.inverted) + tag("citation_author_institution", author.affiliation)
        + tag("citation_author_orcid", author.orcid.isEmpty ? "" : Address(orcid: author.orcid).text)
    }
    let volume: [(StaticString, String)] = [
      ("citation_publication_date", publishedOn.slashed), ("citation_conference_title", conference),
      ("citation_inbook_title", title), ("citation_volume", number), ("citation_isbn", isbn), ("citation_issn", issn),
      ("citation_publisher", publisher), ("citation_language", language),
    ]
    let place: [(StaticString, String)] = [
      ("citation_firstpage", paper.pages.map { "\($0.first)" } ?? ""),
      ("citation_lastpage", paper.pages.map { "\($0.last)" } ?? ""),
      ("citation_doi", paper.doi), ("citation_abstract_html_url", address + paper.pagePath),
      ("citation_pdf_url", paper.article.map { address + $0.path } ?? ""),
    ]
    let title = tag("description", oneLine(paper.abstract)) + tag("citation_title", oneLine(paper.title))
    return title + authors + each(volume + place, tag) + each(paper.keywords) { tag("citation_keywords", $0) }
  }

  private func dublinCoreTags(_ paper: Paper) -> Markup {
    let creators = each(paper.authors) { tag("DC.creator", $0.name.inverted) } + each(paper.keywords) { tag("DC.subject", $0) }
    let fields: [(StaticString, String)] = [
      ("DC.title", oneLine(paper.title)), ("DC.description", oneLine(paper.abstract)), ("DC.publisher", publisher),
      ("DC.date", publishedOn.iso), ("DC.type", "Text"), ("DC.format", "text/html"), ("DC.language", language),
      ("DC.identifier", paper.doi.isEmpty ? address + paper.pagePath : "doi:" + paper.doi), ("DC.source", title),
      ("DC.rights", licence?.address ?? ""),
    ]
    return "<link rel=\"schema.DC\" href=\"http://purl.org/dc/elements/1.1/\" />\n\(each(fields, tag))\(creators)"
  }

  private func linkedData(_ paper: Paper) -> JSONValue {
    let identifier: JSONValue? =
      paper.doi.isEmpty ? nil : Self.thing("PropertyValue", [("propertyID", "DOI"), ("value", .string(paper.doi))])
    let encoding: JSONValue? = paper.article.map {
      Self.thing("MediaObject", [("encodingFormat", "application/pdf"), ("contentUrl", .string(address + $0.path))])
    }
    let press = Self.thing("Organization", [("name", .string(publisher))])
    let volume = Self.thing(
      "PublicationVolume", [("name", .string(title)), ("volumeNumber", .text(number)), ("publisher", press)])
    let title: JSONValue = .string(oneLine(paper.title))
    let fields: [(String, JSONValue?)] = [
      ("@id", .string(address + paper.pagePath)), ("name", title), ("headline", title),
      ("author", .array(paper.authors.map(linkedPerson))), ("abstract", .text(oneLine(paper.abstract))),
      ("keywords", .list(paper.keywords)), ("datePublished", .string(publishedOn.iso)), ("inLanguage", .string(language)),
      ("pageStart", paper.pages.map { .integer(Int64($0.first)) }), ("pageEnd", paper.pages.map { .integer(Int64($0.last)) }),
      ("identifier", identifier), ("sameAs", paper.doi.isEmpty ? nil : .string(Address(doi: paper.doi).text)),
      ("url", .string(address + paper.pagePath)), ("license", licence.map { .string($0.address) }), ("encoding", encoding),
      ("isPartOf", volume), ("award", .list(paper.badges.map(\.label))),
    ]
    return .object([("@context", "https://schema.org"), ("@type", "ScholarlyArticle")] + fields)
  }

  private static func thing(_ type: String, _ fields: [(String, JSONValue?)]) -> JSONValue {
    let head: [(String, JSONValue?)] = [("@type", .string(type))]
    return .object(head + fields)
  }

  private func linkedPerson(_ author: Contributor) -> JSONValue {
    let place: JSONValue? = author.affiliation.isEmpty ? nil : Self.thing("Organization", [("name", .string(author.affiliation))])
    return Self.thing(
      "Person",
      [
        ("@id", author.orcid.isEmpty ? nil : .string(Address(orcid: author.orcid).text)), ("name", .string(author.name.display)),
        ("givenName", .text(author.name.given)), ("familyName", .text(author.name.fullFamily)), ("affiliation", place),
      ])
  }
}
