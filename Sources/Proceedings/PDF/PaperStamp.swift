extension Volume {
  /// What a paper's own PDF gets when the volume is published, as `lectern-inspect --stamp` takes it: the number of its first page,
  /// document properties, lines for the head of the first page, and an XMP packet (ISO 16684-1; Dublin Core and PRISM 3.0).
  ///
  /// Drawn is only what the serif font every reader has can draw; the properties and the packet hold all of it.
  public func stamp(of paper: Paper) -> String {
    let properties: [(String, String)] = [
      ("Title", paper.title), ("Author", paper.authors.map(\.name.display).joined(separator: ", ")),
      ("Subject", (head(of: paper) + badgeLine(of: paper)).joined(separator: " ")),
      ("Keywords", paper.keywords.joined(separator: ", ")),
    ]
    var text = paper.pages.map { "first \($0.first)\n" } ?? ""
    for (key, value) in properties {
      let line = Self.plain(value)
      if !line.isEmpty { text += "\(key) \(line)\n" }
    }
    for parts in [head(of: paper), badgeLine(of: paper)] {
      let drawable = parts.compactMap { PrintedText($0) == nil ? nil : $0 }.joined(separator: " ")
      for line in PrintedText(drawable)?.lines(.roman, limit: Self.headThousandths) ?? [] {
        text += "line \(line.hexadecimal.filter(\.isHexDigit)) \(line.width(.roman))\n"
      }
    }
    return text + "xmp\n" + packet(of: paper).text
  }

  /// At eight points, what stands between the margins of a letter or A4 page.
  private static let headThousandths = 60_000

  /// The venue, the pages and the DOI, each a part that can be left off.
  private func head(of paper: Paper) -> [String] {
    let pages = paper.pages.map { ($0.count == 1 ? ", page " : ", pages ") + $0.text("–") } ?? ""
    return [
      title + (title.contains(acronym) ? "" : " (\(acronym))") + pages + ".",
      paper.doi.isEmpty ? "" : Address(doi: paper.doi).text,
    ].filter { !$0.isEmpty }
  }

  private func badgeLine(of paper: Paper) -> [String] {
    paper.badges.isEmpty ? [] : ["Badges: " + paper.badges.map(\.label).joined(separator: ", ") + "."]
  }

  /// One line without control characters.
  private static func plain(_ text: String) -> String {
    let scalars = oneLine(text).unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    return String(String.UnicodeScalarView(scalars))
  }

  private func packet(of paper: Paper) -> Markup {
    """
    <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:prism="http://prismstandard.org/namespaces/basic/3.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">
    <dc:format>application/pdf</dc:format>
    \(dublinCore(of: paper))\(prism(of: paper))</rdf:Description>
    </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="r"?>

    """
  }

  private func dublinCore(_ name: StaticString, _ words: String) -> Markup {
    let tag = Markup(stringLiteral: name)
    return with(words) { "<dc:\(tag)><rdf:Alt><rdf:li xml:lang=\"x-default\">\($0)</rdf:li></rdf:Alt></dc:\(tag)>\n" }
  }

  private func dublinCore(of paper: Paper) -> Markup {
    """
    \(dublinCore("title", oneLine(paper.title)))\
    <dc:creator><rdf:Seq>\(each(paper.authors) { "<rdf:li>\($0.name.display)</rdf:li>" })</rdf:Seq></dc:creator>
    \(when(!paper.keywords.isEmpty) {
      "<dc:subject><rdf:Bag>\(each(paper.keywords) { "<rdf:li>\($0)</rdf:li>" })</rdf:Bag></dc:subject>\n" })\
    <dc:publisher><rdf:Bag><rdf:li>\(publisher)</rdf:li></rdf:Bag></dc:publisher>
    <dc:date><rdf:Seq><rdf:li>\(publishedOn.iso)</rdf:li></rdf:Seq></dc:date>
    <dc:language><rdf:Bag><rdf:li>\(language)</rdf:li></rdf:Bag></dc:language>
    <dc:identifier>\(paper.doi.isEmpty ? address + paper.pagePath : "doi:" + paper.doi)</dc:identifier>
    \(when(!paper.badges.isEmpty) { dublinCore("description", badgeLine(of: paper).joined()) })\
    \(with(licence) { licence in
      dublinCore("rights", licence.name) + "<xmpRights:WebStatement>\(licence.address)</xmpRights:WebStatement>\n" })
    """
  }

  private func prism(of paper: Paper) -> Markup {
    """
    <prism:publicationName>\(series.isEmpty ? title : series)</prism:publicationName>
    \(with(number) { "<prism:volume>\($0)</prism:volume>\n" })\
    \(with(issn) { "<prism:issn>\($0)</prism:issn>\n" })\
    \(with(isbn) { "<prism:isbn>\($0)</prism:isbn>\n" })\
    <prism:publicationDate>\(publishedOn.iso)</prism:publicationDate>
    \(with(paper.pages) { pages in
      """
      <prism:startingPage>\(pages.first)</prism:startingPage>
      <prism:endingPage>\(pages.last)</prism:endingPage>
      <prism:pageRange>\(pages.text("-"))</prism:pageRange>

      """ })\
    \(with(paper.doi) { "<prism:doi>\($0)</prism:doi>\n" })\
    <prism:url>\(address + paper.pagePath)</prism:url>

    """
  }
}

/// The body where the condition holds, nothing otherwise.
private func when(_ condition: Bool, _ body: () -> Markup) -> Markup { condition ? body() : .empty }
