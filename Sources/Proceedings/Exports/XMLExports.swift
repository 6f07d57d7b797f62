extension Volume {
  /// Records as dblp keeps them (`dblp.dtd`): the volume, then its papers, in ASCII with numeric character references.
  public var dblpXML: String {
    let place = "conf/\(dblpStream)/\(year)"
    let papers = each(self.papers) { paper in
      """
      <inproceedings key="\(place)/\(paper.key)" mdate="\(publishedOn.iso)">
      \(each(paper.authors) { author in
        "<author\(with(author.orcid) { " orcid=\"\($0)\"" })>\(author.name.display)</author>\n" })\
      <title>\(stopped(oneLine(paper.title)))</title>
      \(with(paper.pages) { "<pages>\($0.text("-"))</pages>\n" })<year>\(year)</year>
      <booktitle>\(acronym)</booktitle>
      <ee>\(paper.doi.isEmpty ? address + paper.pagePath : Address(doi: paper.doi).text)</ee>
      <crossref>\(place)</crossref>
      <url>db/\(place).html#\(paper.key)</url>
      </inproceedings>

      """
    }
    let volume: Markup = """
      <proceedings key="\(place)" mdate="\(publishedOn.iso)">
      \(each(editors) { editor in
        "<editor\(with(editor.orcid) { " orcid=\"\($0)\"" })>\(editor.name.display)</editor>\n" })\
      <title>\(stopped(title))</title>
      <booktitle>\(acronym)</booktitle>
      \(with(series) { "<series>\($0)</series>\n" })\(with(number) { "<volume>\($0)</volume>\n" })<year>\(year)</year>
      <publisher>\(publisher)</publisher>
      \(with(isbn) { "<isbn>\($0)</isbn>\n" })<ee>\(doi.isEmpty ? address : Address(doi: doi).text)</ee>
      </proceedings>

      """
    let body: Markup = "<dblp>\n\(volume)\(papers)</dblp>\n"
    return "<?xml version=\"1.0\" encoding=\"US-ASCII\"?>\n" + numericReferences(body.text)
  }

  /// "mlsys" of "mlsys-2026".
  private var dblpStream: String {
    String(slug.prefix { $0.isLetter || $0 == "-" }).split(separator: "-").joined(separator: "-")
  }

  /// dblp ends every title with a full stop unless it ends otherwise.
  private func stopped(_ title: String) -> String {
    title.last.map { ".?!".contains($0) } ?? true ? title : title + "."
  }

  private func numericReferences(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { $0 += $1.isASCII ? String($1) : "&#\($1.value);" }
  }

  /// A response of OAI-PMH 2.0 that lists every paper as `oai_dc`, to be served as a static file.
  /// `respondedAt` is UTC as `2026-05-20T08:00:00Z`.
  public func oaiDublinCore(respondedAt: String) -> String {
    let records = each(papers) { paper in
      """
      <record>
      <header><identifier>oai:\(host):\(slug)/\(paper.key)</identifier><datestamp>\(publishedOn.iso)</datestamp></header>
      <metadata>
      \(dublinCore(of: paper))\
      </metadata>
      </record>

      """
    }
    let document: Markup = """
      <?xml version="1.0" encoding="UTF-8"?>
      <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">
      <responseDate>\(respondedAt)</responseDate>
      <request verb="ListRecords" metadataPrefix="oai_dc">\(address)</request>
      <ListRecords>
      \(records)</ListRecords>
      </OAI-PMH>

      """
    return document.text
  }

  /// The name of the server in `address`.
  var host: String {
    let rest = address.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
    return String(rest.prefix { $0 != ":" })
  }

  private func dublinCore(of paper: Paper) -> Markup {
    """
    <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ \
    http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
    <dc:title>\(oneLine(paper.title))</dc:title>
    \(each(paper.authors) { "<dc:creator>\($0.name.inverted)</dc:creator>\n" })\
    \(each(paper.keywords) { "<dc:subject>\($0)</dc:subject>\n" })\
    \(with(paper.abstract) { "<dc:description>\($0)</dc:description>\n" })\
    <dc:publisher>\(publisher)</dc:publisher>
    <dc:date>\(publishedOn.iso)</dc:date>
    <dc:type>info:eu-repo/semantics/conferenceObject</dc:type>
    \(with(paper.article) { _ in "<dc:format>application/pdf</dc:format>\n" })\
    <dc:identifier>\(address + paper.pagePath)</dc:identifier>
    \(with(paper.doi) { "<dc:identifier>info:doi/\($0)</dc:identifier>\n" })\
    <dc:source>\(source(of: paper))</dc:source>
    <dc:language>\(language)</dc:language>
    \(with(licence) { "<dc:rights>\($0.address)</dc:rights>\n" })</oai_dc:dc>

    """
  }

  private func source(of paper: Paper) -> String {
    title + (paper.pages.map { ", pp. " + $0.text("–") } ?? "") + " (\(year))"
  }

  /// Records as the Directory of Open Access Journals takes them; nil without an ISSN, which it asks for.
  public var doajXML: String? {
    if issn.isEmpty { return nil }
    let records = each(papers) { paper in
      """
      <record>
      <language>eng</language>
      <publisher>\(publisher)</publisher>
      <journalTitle>\(series.isEmpty ? title : series)</journalTitle>
      <eissn>\(issn)</eissn>
      <publicationDate>\(publishedOn.iso)</publicationDate>
      \(with(number) { "<volume>\($0)</volume>\n" })\
      \(with(paper.pages) { "<startPage>\($0.first)</startPage>\n<endPage>\($0.last)</endPage>\n" })\
      \(with(paper.doi) { "<doi>\($0)</doi>\n" })\
      <publisherRecordId>\(paper.key)</publisherRecordId>
      <documentType>conference paper</documentType>
      <title language="eng">\(oneLine(paper.title))</title>
      <authors>
      \(each(paper.authors) { author in
        """
        <author><name>\(author.name.display)</name>\
        \(with(author.affiliation) { "<affiliationId>\((affiliations(of: paper).firstIndex(of: $0) ?? 0) + 1)</affiliationId>" })\
        \(with(author.orcid) { "<orcid_id>\(Address(orcid: $0))</orcid_id>" })</author>

        """ })\
      </authors>
      \(affiliationList(of: paper))\
      \(with(paper.abstract) { "<abstract language=\"eng\">\($0)</abstract>\n" })\
      <fullTextUrl format="\(paper.article == nil ? "html" : "pdf")">\(address + (paper.article?.path ?? paper.pagePath))</fullTextUrl>
      \(keywordList(of: paper))\
      </record>

      """
    }
    let document: Markup = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<records>\n\(records)</records>\n"
    return document.text
  }

  private func affiliationList(of paper: Paper) -> Markup {
    let names = affiliations(of: paper)
    if names.isEmpty { return .empty }
    return """
      <affiliationsList>
      \(each(names.enumerated()) { "<affiliationName affiliationId=\"\($0.offset + 1)\">\($0.element)</affiliationName>\n" })\
      </affiliationsList>

      """
  }

  private func keywordList(of paper: Paper) -> Markup {
    if paper.keywords.isEmpty { return .empty }
    return "<keywords language=\"eng\">\(each(paper.keywords) { "<keyword>\($0)</keyword>" })</keywords>\n"
  }

  private func affiliations(of paper: Paper) -> [String] {
    paper.authors.map(\.affiliation).reduce(into: []) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
  }
}
