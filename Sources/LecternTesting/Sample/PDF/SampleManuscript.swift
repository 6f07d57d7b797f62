/// Sets one manuscript.
struct SampleManuscript {
  private let paper: SamplePaper
  private let options: SamplePDF.Options
  private let geometry: SampleGeometry
  private let references: SampleReferences
  private var body: SampleBody
  private var flow: SampleFlow
  private let mainPages: Int

  init(paper: SamplePaper, options: SamplePDF.Options) {
    self.paper = paper
    self.options = options
    let random = paper.random("manuscript")
    mainPages = options.variant == .overlong ? 11 : min(max(options.mainPages, 1), 40)
    switch options.variant {
    case .a4: geometry = .a4
    case .oneColumn: geometry = .oneColumn
    default: geometry = .letter
    }
    references = SampleReferences(
      subject: paper.subject, count: min(max(options.references, 0), 400),
      truncated: options.variant == .truncatedReferences ? 3 : 0, random: random)
    body = SampleBody(subject: paper.subject, references: references, figures: options.figures && mainPages > 3, random: random)
    flow = SampleFlow(geometry: geometry, pages: mainPages)
  }

  mutating func bytes() -> [UInt8] {
    let head = SampleFirstPage(paper: paper, geometry: geometry, named: options.variant == .authorsOnFirstPage)
    let used = head.draw(on: &flow.pages[0])
    flow.reserve(top: used, frames: Array(0..<geometry.columns))
    flow.reserve(bottom: head.footnote(on: &flow.pages[0]), frame: 0)
    if options.figures { placeFigures() }
    writeMainText()
    if !references.entries.isEmpty { writeReferences() }
    head.runningHeads(on: &flow.pages)
    let author = options.variant == .authorsInMetadata ? paper.authors.map(\.name).joined(separator: ", ") : "Anonymous Authors"
    return PDFFile.bytes(
      pages: flow.pages.map { $0.page() },
      metadata: PDFFile.Metadata(title: paper.title, author: author, created: options.created))
  }

  /// The last column stays free when the references are to begin in it.
  private var keptColumns: Int {
    options.referencesStart == .nextColumn && geometry.columns > 1 ? 1 : 0
  }

  private mutating func placeFigures() {
    var random = paper.random("figures")
    let columns = geometry.columns
    let places = mainPages < 3 ? [] : [columns + columns - 1] + (mainPages < 5 ? [] : [(mainPages - 2) * columns])
    for (index, frame) in places.enumerated() where flow.frames.indices.contains(frame) {
      let figure = SampleFigure(
        number: index + 1, x: flow.frames[frame].x, top: flow.frames[frame].top, width: geometry.columnWidth)
      let page = flow.frames[frame].page
      if index == 0 {
        figure.bars(on: &flow.pages[page], subject: paper.subject, random: &random)
      } else {
        figure.lines(on: &flow.pages[page], subject: paper.subject, random: &random)
      }
      flow.reserve(top: SampleFigure.height, frames: [frame])
    }
    let frame = (mainPages - 2) * columns + columns - 1
    guard mainPages >= 4, columns > 1, flow.frames.indices.contains(frame) else { return }
    let table = SampleFigure(number: 1, x: flow.frames[frame].x, top: flow.frames[frame].top, width: geometry.columnWidth)
    table.table(on: &flow.pages[flow.frames[frame].page], subject: paper.subject, random: &random)
    flow.reserve(top: SampleFigure.tableHeight, frames: [frame])
  }

  private mutating func writeMainText() {
    let breaker = LineBreaker(font: .roman, size: SampleGeometry.bodySize, measure: geometry.columnWidth)
    var number = 0
    for (index, section) in SampleBody.sections.enumerated() {
      let last = index == SampleBody.sections.count - 1
      guard !isMainTextFull else { return }
      if endIsNear, !last { continue }
      // A heading without room for text would run into the references' column.
      if endIsNear, flow.linesLeftHere < 6 { return }
      number += 1
      flow.heading("\(number)   \(section.title)", size: 11_955, above: 14_000, below: 4_000)
      var first = true
      while !isMainTextFull, last || first || (flow.usedPermille < section.endPermille && !endIsNear) {
        first = false
        var sentences = body.paragraph(section)
        var lines = breaker.lines(sentences.joined(separator: " "))
        if flow.columnsAfterThis <= keptColumns {
          // The last column of main text: the paragraph ends where the column or the conclusion's room does.
          let room = last ? flow.linesLeftHere : max(3, flow.linesLeftHere - 8)
          while lines.count > room, sentences.count > 1 {
            sentences.removeLast()
            lines = breaker.lines(sentences.joined(separator: " "))
          }
          if lines.count > flow.linesLeftHere { return }
        }
        flow.paragraph(lines)
      }
    }
  }

  /// What is left belongs to the conclusion.
  private var endIsNear: Bool {
    flow.columnsAfterThis <= keptColumns && flow.linesLeftHere < 16
  }

  private var isMainTextFull: Bool {
    flow.isFull || (flow.columnsAfterThis <= keptColumns && flow.linesLeftHere < 2)
  }

  private mutating func writeReferences() {
    if keptColumns > 0 { flow.nextColumn() } else { flow.nextPage() }
    flow.heading("References", size: 11_955, above: 14_000, below: 4_000)
    let hanging: Millipoints = 9_963
    let breaker = LineBreaker(
      font: .roman, size: SampleGeometry.bodySize, measure: geometry.columnWidth, hanging: hanging)
    for entry in references.entries {
      flow.paragraph(breaker.lines(entry.text), hanging: hanging, growing: true)
    }
  }
}
