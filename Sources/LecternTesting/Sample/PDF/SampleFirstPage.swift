/// Title, authors, abstract, footnote and running heads.
struct SampleFirstPage {
  let paper: SamplePaper
  let geometry: SampleGeometry
  /// Prints the real authors where "Anonymous Authors" belongs.
  let named: Bool

  private static let small: Millipoints = 8_966
  private static let noteIndent: Millipoints = 4_000
  private static let smallLeading: Millipoints = 10_959

  /// Draws title block and abstract; the height they take from the top of the text.
  func draw(on page: inout PDFCanvas) -> Millipoints {
    var y = geometry.top + 8_000
    page.box(x: geometry.left, top: y, width: geometry.textWidth, height: 1_000)
    y += 22_000
    let title = LineBreaker(font: .bold, size: 14_346, measure: geometry.textWidth - 50_000, ragged: true)
    for line in title.lines(paper.title) {
      page.text(line.bytes, font: .bold, size: 14_346, x: geometry.center - line.width / 2, baseline: y)
      y += 17_000
    }
    y -= 8_000
    page.box(x: geometry.left, top: y, width: geometry.textWidth, height: 1_000)
    y += 26_000
    y = authors(on: &page, from: y)
    y += 24_000
    page.centered("Abstract", font: .bold, size: 11_955, center: geometry.center, baseline: y)
    y += 15_000
    let inset: Millipoints = 24_000
    let abstract = LineBreaker(font: .roman, size: SampleGeometry.bodySize, measure: geometry.textWidth - 2 * inset)
    for line in abstract.lines(paper.abstract) {
      page.text(
        line.bytes, font: .roman, size: SampleGeometry.bodySize, x: geometry.left + inset, baseline: y,
        wordSpacing: line.wordSpacing)
      y += SampleGeometry.leading
    }
    return y + 12_000 - geometry.top
  }

  private func authors(on page: inout PDFCanvas, from top: Millipoints) -> Millipoints {
    let names = named ? paper.authors.map(\.name).joined(separator: ", ") : "Anonymous Authors"
    let breaker = LineBreaker(font: .bold, size: SampleGeometry.bodySize, measure: geometry.textWidth - 60_000, ragged: true)
    var y = top
    let lines = breaker.lines(names)
    for (index, line) in lines.enumerated() {
      let x = geometry.center - line.width / 2
      page.text(line.bytes, font: .bold, size: SampleGeometry.bodySize, x: x, baseline: y)
      if index == lines.count - 1 {
        page.text(WinAnsi.bytes("1"), font: .roman, size: 6_974, x: x + line.width + 500, baseline: y - 3_600)
      }
      y += SampleGeometry.leading
    }
    return y - SampleGeometry.leading
  }

  /// Draws the footnote below the first column; the height it takes from the bottom of the text.
  func footnote(on page: inout PDFCanvas) -> Millipoints {
    let contact = paper.authors.indices.contains(paper.contactIndex) ? paper.authors[paper.contactIndex] : paper.authors.first
    var places: [String] = []
    for author in paper.authors {
      let place = author.affiliation.name + ", " + author.affiliation.country
      if !places.contains(place) { places.append(place) }
    }
    let origin =
      named
      ? places.joined(separator: "; ") + ". Correspondence to: \(contact?.name ?? "") <\(contact?.email ?? "")>."
      : "Anonymous Institution, Anonymous City, Anonymous Region, Anonymous Country. "
        + "Correspondence to: Anonymous Author <anon.email@domain.com>."
    let breaker = LineBreaker(font: .roman, size: Self.small, measure: geometry.columnWidth - Self.noteIndent)
    let status = "Preliminary work. Under review by a conference that does not exist. Do not distribute."
    // Addresses leave too little to fill their lines with.
    var loose = breaker
    loose.ragged = named
    let lines = loose.lines(origin) + breaker.lines(status)
    let height = lines.count * Self.smallLeading + 14_000
    let rule = geometry.bottom - lines.count * Self.smallLeading - 2_000
    page.box(x: geometry.left, top: rule, width: 60_000, height: 400)
    var y = rule + Self.smallLeading
    page.text(WinAnsi.bytes("1"), font: .roman, size: 5_978, x: geometry.left, baseline: y - 3_000)
    for line in lines {
      page.text(
        line.bytes, font: .roman, size: Self.small, x: geometry.left + Self.noteIndent, baseline: y,
        wordSpacing: line.wordSpacing)
      y += Self.smallLeading
    }
    return height
  }

  /// The title over a rule, from page 2 on.
  func runningHeads(on pages: inout [PDFCanvas]) {
    let fits = PDFFont.bold.units(WinAnsi.bytes(paper.title)) * Self.small / 1_000 < geometry.textWidth - 40_000
    let head = fits ? paper.title : String(paper.title.prefix { $0 != ":" })
    for place in pages.indices.dropFirst() {
      pages[place].centered(head, font: .bold, size: Self.small, center: geometry.center, baseline: 54_500)
      pages[place].box(x: geometry.left, top: 59_000, width: geometry.textWidth, height: 800)
    }
  }
}
