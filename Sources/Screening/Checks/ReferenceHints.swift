/// Hints on the list and on citations: entries without a year, citations that lead nowhere. They break no rule.
func referenceHints(_ list: ReferenceList?, text: RunningText) -> [Finding] {
  var findings = (list?.entries ?? []).filter { !hasYear($0.text) && !isUndated($0.text) }.prefix(20).map { entry in
    Finding(
      code: "refs.no_year", severity: .note, page: entry.page, box: entry.box,
      text: "The entry \"\(excerpt(entry.text))\" on page \(entry.page) has no year; add it, so that readers can find the work.",
      rule: "References can be found by what they say.")
  }
  if let place = unresolved(in: text) {
    findings.append(
      Finding(
        code: "refs.unresolved", severity: .warn, page: place.page, box: place.line.box,
        text: """
          A citation or reference on page \(place.page) leads nowhere: "\(excerpt(place.text))"; run the typesetting once \
          more and look for names that are not defined.
          """,
        rule: "References can be found by what they say."))
  }
  return findings
}

private func isUndated(_ text: String) -> Bool {
  let folded = text.lowercased()
  return ["forthcoming", "in press", "to appear", "n.d.", "under review", "in preparation"].contains { folded.contains($0) }
}

/// TeX prints question marks for what it can't resolve.
private func unresolved(in text: RunningText) -> PlacedLine? {
  text.sourceLines.first { line in
    ["[?]", "[?,", ", ?]", "(?)", "Figure ??", "Table ??", "Section ??", "Fig. ??", "Eq. ??", "Equation ??", "Sec. ??", "(??)"]
      .contains { line.text.contains($0) }
  }
}
