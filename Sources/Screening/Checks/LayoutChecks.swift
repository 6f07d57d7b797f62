/// Pages of another size than the call asks for; one finding for all of them.
func pageSizeFindings(_ inspection: Inspection, rules: FormatRules) -> [Finding] {
  let wanted = rules.pageSize
  let wrong = inspection.pages.filter { page in
    // Rounding in producers stays below three points (one millimetre).
    abs(page.widthPoints - wanted.widthPoints) > 3 || abs(page.heightPoints - wanted.heightPoints) > 3
  }
  guard let first = wrong.first else { return [] }
  let size = "\(inches(first.widthPoints)) × \(inches(first.heightPoints)) in"
  let extent = wrong.count == inspection.pages.count ? "every page" : pagesPhrase(wrong.map(\.number))
  let need = "\(wanted.name) (\(inches(wanted.widthPoints)) × \(inches(wanted.heightPoints)) in)"
  return [
    Finding(
      code: "format.paper_size", severity: .block, page: first.number,
      box: Box(x0: 0, y0: 0, x1: max(0, first.widthPoints), y1: max(0, first.heightPoints)),
      text: """
        The size of \(extent) is \(size), and the call asks for \(need); set the paper size in the source (not when \
        printing) and export again.
        """,
      rule: "Pages are \(wanted.name).")
  ]
}

/// Columns, length of the main text, the reference list and the appendix.
func layoutFindings(_ layout: PaperLayout, list: ReferenceList?, mainPages: Int?, rules: FormatRules) -> [Finding] {
  var findings: [Finding] = []
  if layout.columns != rules.columns {
    findings.append(
      Finding(
        code: "format.columns", severity: .block, page: 1,
        text: """
          The text is set in \(columnsPhrase(layout.columns)), and the call asks for \(columnsPhrase(rules.columns)); \
          use the style of the call unchanged.
          """,
        rule: "Text is set in \(columnsPhrase(rules.columns))."))
  }
  if let mainPages, mainPages > rules.mainPagesLimit {
    findings.append(tooLong(mainPages, list: list, layout: layout, rules: rules))
  }
  guard let list else {
    findings.append(
      Finding(
        code: "refs.missing", severity: .warn,
        text: """
          No list of references was found, so every page counts as main text; give the list a heading of its own, \
          such as "References".
          """,
        rule: "References stand in a list of their own after the main text."))
    return findings
  }
  if list.hasFloatsBefore, list.mainPages == rules.mainPagesLimit { findings.append(floatAfterLimit(list, rules: rules)) }
  if rules.appendixSeparate { findings += appendixFindings(layout, list: list) }
  return findings
}

private func tooLong(_ mainPages: Int, list: ReferenceList?, layout: PaperLayout, rules: FormatRules) -> Finding {
  let page = rules.mainPagesLimit + 1
  let overflow = layout.lines.enumerated()
    .filter { $0.element.page == page && $0.offset < (list?.span.heading ?? .max) }
    .map(\.element)
  let box = overflow.first.map { first in overflow.reduce(first.line.box) { $0.union($1.line.box) } }
  return Finding(
    // Without a list of references nobody knows where the main text ends.
    code: "format.page_limit", severity: list == nil ? .warn : .block, page: page, box: box,
    text: """
      The main text runs to page \(mainPages), and the call allows \(rules.mainPagesLimit) pages before the references; \
      shorten it, or move material to the appendix that is uploaded apart.
      """,
    rule: "At most \(rules.mainPagesLimit) pages of main text, references not counted.")
}

private func floatAfterLimit(_ list: ReferenceList, rules: FormatRules) -> Finding {
  Finding(
    code: "format.page_limit", severity: .warn, page: list.headingPage,
    text: """
      A figure or table stands before the references on page \(list.headingPage), and the call allows \
      \(rules.mainPagesLimit) pages before them; place it earlier.
      """,
    rule: "At most \(rules.mainPagesLimit) pages of main text, references not counted.")
}

private func appendixFindings(_ layout: PaperLayout, list: ReferenceList) -> [Finding] {
  let rest = layout.lines[list.span.end...]
  guard let first = rest.first, rest.count >= 10 else { return [] }
  return [
    Finding(
      code: "format.appendix_in_main", severity: .block, page: first.page, box: first.line.box,
      text: """
        An appendix follows the references on page \(first.page), and the call takes the appendix as a file of its own; \
        move it there.
        """,
      rule: "The appendix is a separate upload.")
  ]
}

/// "page 5", "pages 5 and 7", "pages 5, 7 and 4 more".
func pagesPhrase(_ pages: [Int]) -> String {
  switch pages.count {
  case 0: return "no page"
  case 1: return "page \(pages[0])"
  case 2: return "pages \(pages[0]) and \(pages[1])"
  default: return "pages \(pages[0]), \(pages[1]) and \(pages.count - 2) more"
  }
}

private func columnsPhrase(_ count: Int) -> String {
  switch count {
  case 1: "one column"
  case 2: "two columns"
  default: "\(count) columns"
  }
}

private func inches(_ points: Double) -> String { decimal(points / 72) }

/// At most two decimals, the second only where it says something.
func decimal(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e9 else { return "?" }
  let hundredths = Int((value * 100).rounded())
  let sign = hundredths < 0 ? "-" : ""
  let (whole, part) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
  if part == 0 { return "\(sign)\(whole)" }
  return part % 10 == 0 ? "\(sign)\(whole).\(part / 10)" : "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
}
