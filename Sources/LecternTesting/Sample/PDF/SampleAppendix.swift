/// Sets one appendix: more of the same under a heading of its own.
struct SampleAppendix {
  private let paper: SamplePaper
  private let geometry = SampleGeometry.letter
  private var body: SampleBody
  private var flow: SampleFlow

  init(paper: SamplePaper, pages: Int) {
    self.paper = paper
    let random = paper.random("appendix")
    let references = SampleReferences(subject: paper.subject, count: 0, truncated: 0, random: random)
    body = SampleBody(subject: paper.subject, references: references, figures: false, random: random)
    flow = SampleFlow(geometry: geometry, pages: pages)
  }

  mutating func bytes(created: String?) -> [UInt8] {
    let size: Millipoints = 14_346
    flow.pages[0].centered("Appendix", font: .bold, size: size, center: geometry.center, baseline: geometry.top + 16_000)
    flow.reserve(top: 36_000, frames: [0, 1])
    let breaker = LineBreaker(font: .roman, size: SampleGeometry.bodySize, measure: geometry.columnWidth)
    let parts = [
      ("Additional Measurements", SampleBodyPhrases.evaluation + SampleBodyPhrases.general),
      ("Configuration", SampleBodyPhrases.implementation),
      ("Further Details of the Design", SampleBodyPhrases.design + SampleBodyPhrases.general),
      ("Traces", SampleBodyPhrases.background),
    ]
    for (index, part) in parts.enumerated() {
      let letter = ["A", "B", "C", "D"][index % 4]
      let section = SampleBody.Section(title: part.0, sentences: part.1, endPermille: (index + 1) * 250, citedPercent: 0)
      guard !flow.isFull else { break }
      flow.heading("\(letter)   \(section.title)", size: 11_955, above: 14_000, below: 4_000)
      while !flow.isFull, flow.usedPermille < section.endPermille {
        flow.paragraph(breaker.lines(body.paragraph(section).joined(separator: " ")))
      }
    }
    let head = SampleFirstPage(paper: paper, geometry: geometry, named: false)
    head.runningHeads(on: &flow.pages)
    let metadata = PDFFile.Metadata(title: "Appendix to " + paper.title, author: "Anonymous Authors", created: created)
    return PDFFile.bytes(pages: flow.pages.map { $0.page() }, metadata: metadata)
  }
}
