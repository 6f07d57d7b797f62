import Screening
import Testing

@Suite("Format and anonymity on made-up pages")
struct LayoutFindingTests {
  private let ending =
    [heading("References")] + entries(plainEntries)
    + filler(from: 200).filter { $0.x > 300 }.map {
      SampleLine(text: "Okonkwo, D. and Vasquez, G. Another queue. Journal, 2018.", x: $0.x, y: $0.y)
    }

  private func screened(
    _ pages: [[SampleLine]], size: (Double, Double) = (612, 792), document: String = "", fonts: String = "",
    form: FormFacts = strangers
  ) -> ScreeningReport {
    screen(inspection(pages: pages, size: size, document: document, fonts: fonts), rules: researchRules, form: form)
  }

  @Test("Ten pages before the references are allowed, a few lines on the eleventh are not")
  func pageLimit() {
    let ten = Array(repeating: filler(), count: 10)
    let kept = screened(ten + [ending])
    #expect(codes(kept) == [])
    #expect(kept.mainPages == 10)
    let spilled = filler(from: 70, to: 100, columns: 1).map { SampleLine(text: $0.text, y: $0.y) }
    let later = ending.map { SampleLine(text: $0.text, x: $0.x, y: $0.y + 60, width: $0.width, font: $0.font, size: $0.size) }
    let over = screened(ten + [spilled + later])
    #expect(codes(over) == ["format.page_limit"])
    #expect(over.mainPages == 11)
  }

  @Test("A figure alone above the references does not lengthen the text, but is told of at the limit")
  func floatAboveReferences() {
    let labels = [SampleLine(text: "throughput in requests a second", y: 62, size: 6.97)]
    let report = screened(Array(repeating: filler(), count: 10) + [labels + ending])
    #expect(report.mainPages == 10)
    #expect(codes(report) == [])
    #expect(codes(report, .warn) == ["format.page_limit"])
  }

  @Test(
    "Small capitals, numbers and other words for the heading are understood",
    arguments: [
      "R EFERENCES", "10 References", "VI. REFERENCES", "Bibliography",
    ])
  func headings(text: String) {
    let page = [heading(text)] + ending.dropFirst()
    #expect(screened([filler(), page]).mainPages == 1)
  }

  @Test("A subsection called References, or the word in a sentence, is no reference list")
  func noHeading() {
    let numbered = [heading("3.1 References")] + ending.dropFirst()
    #expect(screened([filler(), numbered]).references == nil)
    let sentence = [SampleLine(text: "references", y: 70)] + ending.dropFirst()
    #expect(screened([filler(), sentence]).references == nil)
  }

  @Test("One column, another paper size and smaller type are found")
  func style() {
    let single = screened([filler(columns: 1), ending])
    #expect(codes(screened(Array(repeating: filler(columns: 1), count: 4) + [ending])).contains("format.columns"))
    #expect(single.pages == 2)
    #expect(codes(screened([filler(), ending], size: (595.28, 841.89))) == ["format.paper_size"])
    let small = [filler(), filler(), ending].map { page in
      page.map { SampleLine(text: $0.text, x: $0.x, y: $0.y, width: $0.width, font: $0.font, size: $0.size * 0.9) }
    }
    #expect(codes(screened(small)) == ["format.font_size"])
  }

  @Test("A Type 3 font and a font that is used but not embedded are found; one only declared is not")
  func fonts() {
    let type3 = #"{"name":"","kind":"Type3","embedded":true,"page":1,"characters":0}"#
    #expect(codes(screened([filler(), ending], fonts: type3)) == ["format.type3"])
    let used = #"{"name":"ArialMT","kind":"TrueType","embedded":false,"page":1,"characters":12}"#
    #expect(codes(screened([filler(), ending], fonts: used)) == ["format.fonts_embedded"])
    let declared = #"{"name":"Helvetica","kind":"Type1","embedded":false,"page":1,"characters":0}"#
    #expect(codes(screened([filler(), ending], fonts: declared)) == [])
  }

  @Test("An appendix after the references is found")
  func appendix() {
    let appendix = [heading("A Proofs")] + filler(from: 90)
    #expect(codes(screened([filler(), ending, appendix])) == ["format.appendix_in_main"])
  }

  @Test("The file's properties may say Anonymous Authors, not who they are")
  func metadata() {
    func found(_ author: String, _ severity: Finding.Severity) -> [String] {
      codes(screened([filler(), ending], document: #","metadata":{"Author":"\#(author)"}"#), severity)
    }
    #expect(found("Anonymous Authors", .block) + found("Anonymous Authors", .warn) == [])
    #expect(found("Rosa Zielinski", .block) == ["anon.metadata"])
    #expect(found("Someone Else", .warn) == ["anon.metadata"])
    let xmp = #","xmp":"<dc:creator><rdf:li>Rosa Zieli\u0144ski</rdf:li></dc:creator>""#
    #expect(codes(screened([filler(), ending], document: xmp)) == ["anon.metadata"])
    let path = #","metadata":{"Title":"/home/rzielinski/paper/main.dvi"}"#
    #expect(codes(screened([filler(), ending], document: path)) == ["anon.metadata"])
  }

  @Test("An author's family name alone, or in the reference list, is a citation")
  func citations() {
    let third = [SampleLine(text: "as Zielinski (2019) showed, the order of Rosa et al. matters", y: 712)]
    let own = entries([["Zielinski, Rosa and Novotny, F. Waiting in line. Journal of", "Queues, 2018."]], from: 400)
    #expect(codes(screened([filler() + third, ending + own])) == [])
    let told = [SampleLine(text: "we thank Rosa M. Zieliński for the traces of the cluster", y: 712)]
    #expect(codes(screened([filler() + told, ending])) == ["anon.author_names"])
  }

  @Test("Addresses in braces and the placeholder of the style are told apart")
  func addresses() {
    let braces = [SampleLine(text: "{rzielinski, other}@example.edu", y: 712)]
    #expect(codes(screened([filler() + braces, ending])) == ["anon.email"])
    let placeholder = [SampleLine(text: "Anonymous Author <anon.email@domain.com>.", y: 712)]
    #expect(codes(screened([filler() + placeholder, ending])) == [])
  }

  @Test("The same input gives the same report")
  func deterministic() {
    let pages = [filler() + [SampleLine(text: "Rosa Zielinski, University of Northmarch", y: 712)], ending]
    #expect(screened(pages) == screened(pages))
    #expect(codes(screened(pages)) == ["anon.author_names", "anon.affiliation"])
  }
}
