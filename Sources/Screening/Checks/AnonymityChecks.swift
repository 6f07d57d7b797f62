/// Names, addresses and institutions of the form's authors in the text outside the reference list.
///
/// Only a given name together with the family name counts: a family name alone is a citation in the third person.
func anonymityFindings(
  _ layout: PaperLayout, inspection: Inspection, list: ReferenceList?, names: FormNames, rules: FormatRules
) -> [Finding] {
  let references = list.map { $0.span.heading..<$0.span.end }
  let lines = layout.lines.enumerated().filter { references?.contains($0.offset) != true }.map(\.element)
  let text = FoldedText(lines)
  var findings: [Finding] = []
  if rules.forbids.contains(.names) { findings += nameFindings(text, names: names) }
  if rules.forbids.contains(.emails) { findings += emailFindings(text, lines: lines, names: names) }
  if rules.forbids.contains(.affiliations) { findings += affiliationFindings(text, layout: layout, names: names) }
  if rules.forbids.contains(.acknowledgements) { findings += acknowledgementFindings(lines) }
  if rules.forbids.contains(.links) { findings += linkFindings(inspection, mainPages: list?.mainPages, names: names) }
  return findings
}

private func nameFindings(_ text: FoldedText, names: FormNames) -> [Finding] {
  names.authors.compactMap { author in
    var places = author.given.first.map { text.places(of: $0, within: 2, before: author.family) } ?? []
    places += text.places(of: author.family + author.given)
    guard let line = places.min().flatMap({ text.line(ofWord: $0) }) else { return nil }
    return Finding(
      code: "anon.author_names", severity: .block, page: line.page, box: line.line.box,
      text: """
        The name \(author.printed) stands on page \(line.page), and the call withholds the names of authors; remove it, \
        or speak of the work in the third person.
        """,
      rule: "Names of authors are withheld.")
  }
}

private func emailFindings(_ text: FoldedText, lines: [PlacedLine], names: FormNames) -> [Finding] {
  var findings: [Finding] = []
  for email in names.emails {
    let place = text.places(of: email.domain).first { start in
      // "{rosa, oskar}@example.edu" has the domain after all of the names.
      let before = Array(text.words(before: start, count: 16))
      guard before.count >= email.local.count else { return false }
      return (0...(before.count - email.local.count)).contains {
        before[$0..<($0 + email.local.count)].elementsEqual(email.local)
      }
    }
    if let line = place.flatMap({ text.line(ofWord: $0) }) { findings.append(emailFinding(email.printed, line)) }
  }
  guard findings.isEmpty else { return findings }
  for line in lines where line.page == 1 {
    if let address = address(in: line.text) { return [emailFinding(address, line)] }
  }
  return []
}

private func emailFinding(_ address: String, _ line: PlacedLine) -> Finding {
  Finding(
    code: "anon.email", severity: .block, page: line.page, box: line.line.box,
    text: """
      The e-mail address \(address) stands on page \(line.page), and the call withholds who the authors are; remove it or \
      use the placeholder of the style.
      """,
    rule: "E-mail addresses of authors are withheld.")
}

/// An e-mail address in a line, unless it is a placeholder.
private func address(in text: String) -> String? {
  for piece in text.split(whereSeparator: { " <>();,".contains($0) }) {
    // A sentence may end with the address.
    let word = piece.last == "." ? piece.dropLast() : piece
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), parts[1].first?.isLetter == true else { continue }
    let address = word.lowercased()
    let isPlaceholder =
      address.contains("anon") || address.contains("example.") || address.hasSuffix("@domain.com")
      || address.contains("email@") || address.contains("@email.")
    if !isPlaceholder { return String(word) }
  }
  return nil
}

private func affiliationFindings(_ text: FoldedText, layout: PaperLayout, names: FormNames) -> [Finding] {
  names.affiliations.compactMap { affiliation in
    let lines = text.places(of: affiliation.words).compactMap { text.line(ofWord: $0) }
    // A single word such as a company's name is met in any text; between title and abstract it is an affiliation.
    let telling = affiliation.words.count > 1 ? lines : lines.filter { isAuthorBlock($0, layout: layout) }
    guard let line = telling.first else { return nil }
    return Finding(
      code: "anon.affiliation", severity: .block, page: line.page, box: line.line.box,
      text: """
        The authors' institution \(affiliation.printed) is named on page \(line.page), and the call withholds \
        affiliations; remove it or describe it without its name.
        """,
      rule: "Affiliations of authors are withheld.")
  }
}

/// Above the abstract, or a footnote of the first page.
private func isAuthorBlock(_ line: PlacedLine, layout: PaperLayout) -> Bool {
  guard line.page == 1 else { return false }
  if line.line.sizePoints < layout.bodySizePoints - 0.5 { return true }
  let abstract = layout.lines.first { $0.page == 1 && $0.capitals == "ABSTRACT" }
  return abstract.map { line.place.y1 < $0.place.y0 } ?? false
}

private func acknowledgementFindings(_ lines: [PlacedLine]) -> [Finding] {
  let heading = lines.first { line in
    guard line.text.utf8.count <= 40, line.text.first?.isUppercase == true else { return false }
    let isWord = ["ACKNOWLEDGMENT", "ACKNOWLEDGMENTS", "ACKNOWLEDGEMENT", "ACKNOWLEDGEMENTS"].contains(line.capitals)
    return isWord && (line.isBold || line.isItalic || !line.text.contains(where: \.isLowercase))
  }
  guard let heading else { return [] }
  return [
    Finding(
      code: "anon.acknowledgement", severity: .block, page: heading.page, box: heading.line.box,
      text: """
        Page \(heading.page) has a section of acknowledgements, which tell who the authors are; leave it out until the \
        paper is accepted.
        """,
      rule: "Acknowledgements are left out of the manuscript under review.")
  ]
}

/// Links whose address carries an author's family name or login. A hint only: names are shared.
private func linkFindings(_ inspection: Inspection, mainPages: Int?, names: FormNames) -> [Finding] {
  let families: [String] = names.authors.map { $0.family.joined() }
  let logins: [String] = names.emails.map { $0.local.joined() }
  let needles = (families + logins).filter { $0.count > 3 }
  for page in inspection.pages where page.number <= mainPages ?? .max {
    for link in page.links where !link.address.hasPrefix("mailto:") {
      let words = Folding.words(link.address).joined()
      guard needles.contains(where: { words.contains($0) }) else { continue }
      return [
        Finding(
          code: "anon.link", severity: .warn, page: page.number, box: link.box,
          text: """
            The link \(excerpt(link.address)) on page \(page.number) seems to carry an author's name, and the call \
            withholds them; use an anonymous copy of the page.
            """,
          rule: "Links lead to nothing that names the authors.")
      ]
    }
  }
  return []
}
