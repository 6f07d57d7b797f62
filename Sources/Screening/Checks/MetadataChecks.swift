private let rule = "Nothing in the file tells who wrote the paper, its properties included."

/// Author names, addresses and home folders in the Info dictionary and the XMP packet.
func metadataFindings(_ document: Inspection.Document, names: FormNames, rules: FormatRules) -> [Finding] {
  guard rules.forbids.contains(.names) else { return [] }
  var findings: [Finding] = []
  for entry in document.metadata {
    if let what = identity(in: entry.value, names: names) {
      findings.append(told("the property \(entry.key)", what))
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
  if let what = identity(in: document.xmp, names: names) { findings.append(told("the XMP metadata", what)) }
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

/// What in a text tells of an author of the form: a full name, an address, or a folder named like one.
private func identity(in text: String, names: FormNames) -> String? {
  guard !text.isEmpty else { return nil }
  let words = Folding.words(text)
  func has(_ phrase: [String]) -> Bool {
    guard !phrase.isEmpty, words.count >= phrase.count else { return false }
    return (0...(words.count - phrase.count)).contains { words[$0..<($0 + phrase.count)].elementsEqual(phrase) }
  }
  if let author = names.authors.first(where: { has($0.given + $0.family) || has($0.family + $0.given) }) {
    return "the name \(author.printed)"
  }
  if let email = names.emails.first(where: { has($0.local + $0.domain) }) { return "the address \(email.printed)" }
  let folders = zip(words, words.dropFirst()).filter { ["home", "users", "user"].contains($0.0) }.map(\.1)
  for folder in folders {
    let isLogin =
      names.emails.contains { $0.local == [folder] }
      || names.authors.contains { author in
        author.family.contains { $0.count > 3 && folder.contains($0) }
      }
    if isLogin { return "a path with the login \(folder)" }
  }
  return nil
}
