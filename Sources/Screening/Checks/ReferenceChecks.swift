/// Each entry that hides authors. Citations in the text are never looked at.
func referenceFindings(_ list: ReferenceList?, rules: FormatRules) -> [Finding] {
  guard rules.referencesListAllAuthors, let list else { return [] }
  return list.entries.compactMap { entry in
    guard let hidden = HiddenAuthors(entry) else { return nil }
    let start = excerpt(entry.text)
    guard hidden.isAuthorList else {
      return Finding(
        code: "refs.et_al", severity: .note, page: entry.page, box: entry.box,
        text: """
          The entry "\(start)" on page \(entry.page) contains "\(hidden.phrase)", perhaps in its title; make sure that \
          its authors are all named.
          """,
        rule: "Each reference lists all its authors.")
    }
    return Finding(
      code: "refs.et_al", severity: .block, page: entry.page, box: entry.box,
      text: """
        The entry "\(start)" on page \(entry.page) cuts its list of authors short with "\(hidden.phrase)", and the call \
        asks for all of them; name every author of this entry in the bibliography file.
        """,
      rule: "Each reference lists all its authors.")
  }
}

/// The beginning of a text, cut at a word.
func excerpt(_ text: String, limitCharacters: Int = 80) -> String {
  guard text.count > limitCharacters else { return text }
  let cut = text.prefix(limitCharacters)
  return String(cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)]) + " …"
}
