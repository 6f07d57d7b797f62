import Screening
import Testing

@Suite("Hyphens at the ends of lines")
struct HyphenFindingTests {
  private let form = FormFacts(
    title: "A Paper",
    authors: [
      .init(
        given: "Anne-Sofie", family: "Marchetti", email: "asm@monsoon-coast.edu", affiliation: "Monsoon-Coast University")
    ])

  /// Two lines that follow each other at the foot of the first page.
  private func report(_ first: String, _ second: String, after: [SampleLine] = []) -> ScreeningReport {
    let foot = [SampleLine(text: first, y: 700), SampleLine(text: second, y: 712)]
    let list = [heading("References")] + entries(plainEntries) + filler(from: 150)
    return screen(inspection(pages: [filler(to: 690) + foot + after, list]), rules: researchRules, form: form)
  }

  @Test("A word that the hyphen divides is found")
  func divided() {
    #expect(codes(report("the traces were given to us by Anne-Sofie Mar-", "chetti and her group")) == ["anon.author_names"])
    #expect(codes(report("for questions write to asm@monsoon-coast.e-", "du before the meeting")) == ["anon.email"])
  }

  @Test("A name, an address and an institution are found when the hyphen is their own")
  func own() {
    #expect(codes(report("the traces were given to us by Anne-", "Sofie Marchetti and her group")) == ["anon.author_names"])
    #expect(codes(report("for questions about it write to <asm@monsoon-", "coast.edu> before long")) == ["anon.email"])
    #expect(codes(report("the machines stand in the cellar of Monsoon-", "Coast University")) == ["anon.affiliation"])
  }

  @Test("A line without words after a hyphen leaves later findings in their place")
  func wordless() {
    let later = [SampleLine(text: "Anne-Sofie Marchetti gave us the traces of it", x: 307.44, y: 712)]
    let found = report("and the plans of all of the sub-", "— • —", after: later).findings.first { $0.severity == .block }
    #expect(found?.code == "anon.author_names")
    #expect(found?.box?.x0 == 307.44 && found?.box?.y0 == 712)
  }

  @Test("The end and the beginning of a text never make a name together")
  func apart() {
    let begin = [SampleLine(text: "Marchetti (2019) showed that the order of the sub-", y: 70)]
    let list = [heading("References")] + entries(plainEntries) + filler(from: 150)
    let end = [SampleLine(text: "as the reviewers of Anne-Sofie", x: 307.44, y: 712)]
    let pages = [begin + filler(from: 82, to: 690) + end, list]
    #expect(codes(screen(inspection(pages: pages), rules: researchRules, form: form)) == [])
  }
}
