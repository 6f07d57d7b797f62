private let rule = "Nothing in the file tells who wrote the paper, its properties included."

/// Author names, addresses and home folders in the Info dictionary and the XMP packet.
func metadataFindings(_ document: Inspection.Document, names: FormNames, rules: FormatRules) -> [Finding] {
  guard rules.forbids.contains(.names) else { return [] }
  var findings: [Finding] = []
  for entry in document.metadata {
    if let what = Identity(in: entry.value, names: names) {
      findings.append(told("the property \(entry.key)", what.words))
    } else if entry.key == "Author", !isAnonymous(entry.value) {
      findings.append(
        Finding(
          code: "anon.metadata", severity: .warn,
          text: """
            The file's property Author is "\(excerpt(entry.value))", and the call asks for an anonymous file; empty the \
            property or set it to "Anonymous Authors".
            """,
          rule: rule))
    }
  }
  if let what = Identity(in: document.xmp, names: names) { findings.append(told("the XMP metadata", what.words)) }
  return findings
}

private func told(_ place: String, _ what: String) -> Finding {
  Finding(
    code: "anon.metadata", severity: .block,
    text: """
      In the file, \(place) contains \(what), and the call asks for an anonymous file; clear the file's properties \
      (in LaTeX, hyperref's pdfauthor and pdftitle) and export again.
      """,
    rule: rule)
}

private func isAnonymous(_ author: String) -> Bool {
  let words = Folding.words(author)
  return words.isEmpty || words.contains { $0.hasPrefix("anonym") } || words == ["author"] || words == ["authors"]
}
