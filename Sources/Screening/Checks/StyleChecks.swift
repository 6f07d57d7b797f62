/// Fonts and the measures of the style file.
func styleFindings(_ layout: PaperLayout, inspection: Inspection, list: ReferenceList?, rules: FormatRules) -> [Finding] {
  var findings = fontFindings(inspection)
  guard let style = rules.style else { return findings }
  let main = Array(layout.lines[..<(list?.span.heading ?? layout.lines.endIndex)])
  if layout.bodySizePoints < style.bodySizePoints - 0.3 {
    findings.append(
      Finding(
        code: "format.font_size", severity: .block, page: 1,
        text: """
          The text is set in \(decimal(layout.bodySizePoints)) points, and the style \(style.name) sets it in \
          \(decimal(style.bodySizePoints)); use the style unchanged.
          """,
        rule: "The style file is used unchanged."))
  } else if let height = lineHeight(main, layout: layout), height < style.lineHeightPoints * 0.97 {
    // Smaller type brings its own smaller distance; that is said already.
    findings.append(
      Finding(
        code: "format.line_height", severity: .block, page: 1,
        text: """
          Lines follow each other every \(decimal(height)) points, and the style \(style.name) sets them \
          \(decimal(style.lineHeightPoints)) apart; use the style unchanged.
          """,
        rule: "The style file is used unchanged."))
  }
  findings += marginFindings(main, layout: layout, style: style)
  if findings.allSatisfy({ !$0.code.hasPrefix("format.margins") }), let banner = banner(layout) { findings.append(banner) }
  return findings
}

/// The style of MLSys and ICML prints a complaint of its own where lengths were changed.
private func banner(_ layout: PaperLayout) -> Finding? {
  let line = layout.lines.first { line in
    line.text.contains("page layout violates the") || (line.text.contains("has been altered") && line.text.hasPrefix("The "))
  }
  return line.map {
    Finding(
      code: "format.margins", severity: .block, page: $0.page, box: $0.line.box,
      text: """
        The style itself says on page \($0.page) that its layout was changed: "\(excerpt($0.text))"; use it without changing \
        lengths.
        """,
      rule: "The style file is used unchanged.")
  }
}

private func fontFindings(_ inspection: Inspection) -> [Finding] {
  var findings: [Finding] = []
  let outlines = inspection.fonts.filter { $0.kind == "Type3" }
  if let first = outlines.first {
    findings.append(
      Finding(
        code: "format.type3", severity: .block, page: first.page,
        text: """
          Text \(first.page.map { "on page \($0) " } ?? "")is set in a Type 3 font, which prints and reads poorly; \
          make figures with outline fonts (in matplotlib, set pdf.fonttype to 42) and export again.
          """,
        rule: "Fonts are Type 1 or TrueType, not Type 3."))
  }
  let missing = inspection.fonts.filter { !$0.isEmbedded && $0.characterCount > 0 }
  if let first = missing.first {
    let names = Set(missing.map(\.name)).sorted().prefix(3).joined(separator: ", ")
    findings.append(
      Finding(
        code: "format.fonts_embedded", severity: .block, page: first.page,
        text: """
          The font \(names) is used\(first.page.map { " on page \($0)" } ?? "") but not part of the file, so readers may \
          see other letters; export the paper or the figure with all fonts embedded.
          """,
        rule: "All fonts are embedded."))
  }
  return findings
}

/// The median distance of baselines that follow each other in a column.
private func lineHeight(_ lines: [PlacedLine], layout: PaperLayout) -> Double? {
  let body = lines.filter { layout.isBody($0) && $0.text.utf8.count >= 20 }
  let steps = zip(body, body.dropFirst())
    .filter { $0.page == $1.page && $0.column == $1.column }
    .map { $1.place.y1 - $0.place.y1 }
    .filter { $0 > 4 && $0 < 30 }
    .sorted()
  return steps.count >= 20 ? steps[steps.count / 2] : nil
}

/// The edges most of the text keeps, against the block of the style. Single overfull lines don't count.
private func marginFindings(_ lines: [PlacedLine], layout: PaperLayout, style: StyleMeasures) -> [Finding] {
  let body = lines.filter { layout.isBody($0) && $0.text.utf8.count >= 20 }
  guard body.count >= 40 else { return [] }
  let left = quantile(body.map(\.place.x0), 0.05)
  let right = quantile(body.map(\.place.x1), 0.95)
  let pages = Dictionary(grouping: body, by: \.page)
  let top = quantile(pages.values.map { $0.map(\.place.y0).min() ?? 0 }, 0.5)
  let bottom = quantile(pages.values.map { $0.map(\.place.y1).max() ?? 0 }, 0.75)
  let block = style.textBlock
  let over = [
    ("left", block.x0 - left), ("right", right - block.x1), ("top", block.y0 - top), ("bottom", bottom - block.y1),
  ].filter { $0.1 > 4 }
  guard let worst = over.max(by: { $0.1 < $1.1 }) else { return [] }
  return [
    Finding(
      code: "format.margins", severity: .block, page: 1, box: Box(x0: left, y0: top, x1: right, y1: bottom),
      text: """
        The text runs \(decimal(worst.1)) points into the \(worst.0) margin of the style \(style.name) \
        (\(decimal(block.width / 72)) × \(decimal(block.height / 72)) in of text); use the style without changing \
        lengths.
        """,
      rule: "Text keeps within the margins of the style.")
  ]
}

private func quantile(_ values: [Double], _ share: Double) -> Double {
  let sorted = values.sorted()
  guard let last = sorted.indices.last else { return 0 }
  return sorted[min(last, Int((Double(last) * share).rounded()))]
}
