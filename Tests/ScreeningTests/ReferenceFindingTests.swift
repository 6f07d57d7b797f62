import Screening
import Testing

@Suite("Entries that hide authors")
struct ReferenceFindingTests {
  private func report(_ entry: [String]) -> ScreeningReport {
    let page = [heading("References")] + entries(plainEntries + [entry])
    return screen(
      inspection(pages: [
        filler(),
        page
          + filler(from: 200).filter { $0.x > 300 }.map {
            SampleLine(text: "Okonkwo, D. and Vasquez, G. Another queue. Journal, 2018.", x: $0.x, y: $0.y)
          },
      ]), rules: researchRules, form: strangers)
  }

  @Test(
    "An author list that is cut short is found however it is cut",
    arguments: [
      ["Quintana, F., Jankowski, Z., et al. On hiding. Journal, 2020."],
      ["F. Quintana et al., On hiding. Journal, 2020."],
      ["Quintana, F., de la Cruz, M., and others. On hiding. 2020."],
      ["Quintana, F., Jankowski, Z., Urquhart, X., Castellano, B., et", "al. On hiding. Journal, 2020."],
      ["Quintana, F., . . . , and Urquhart, X. On hiding. Journal, 2020."],
      ["Quintana, F., …, Urquhart, X. On hiding. Journal, 2020."],
    ])
  func hidden(entry: [String]) {
    #expect(codes(report(entry)) == ["refs.et_al"])
  }

  @Test(
    "A complete author list is never flagged, whatever the title says",
    arguments: [
      ["Quintana, F. and Jankowski, Z. A reply to Smith et al. on hiding.", "Journal, 2020."],
      ["Quintana, F. Us and others: the sociology of queues. 2020."],
      ["Quintana, F. Waiting for it . . . and then some more. 2020."],
      ["Etalon, F. and Alvarez, E. Measures. Journal of Measures, 2020."],
    ])
  func complete(entry: [String]) {
    #expect(codes(report(entry)) == [])
  }

  @Test("A label that abbreviates authors is not the list of authors")
  func labels() {
    let labelled = [
      ["[Abramowicz et al., 2019] H. Abramowicz, S. Quintana, and", "O. Mbeki. A queue. Journal, 2019."],
      ["[Mbeki et al., 2020] O. Mbeki, K. Xanthos, and E. Lindqvist.", "On waiting. Journal, 2020."],
      ["[Novotny, 2021] F. Novotny. Less waiting. Report, 2021."],
    ]
    let page = [heading("References")] + entries(labelled)
    let report = screen(inspection(pages: [filler(), filler(), page]), rules: researchRules, form: strangers)
    #expect(codes(report) == [])
    #expect(report.references == 3)
  }

  @Test("Citations in the text are never looked at")
  func citations() {
    let cited = [SampleLine(text: "as shown before (Quintana et al., 2020) and by others", y: 712)]
    let page = [heading("References")] + entries(plainEntries)
    let report = screen(inspection(pages: [filler() + cited, page + filler(from: 400)]), rules: researchRules, form: strangers)
    #expect(!codes(report).contains("refs.et_al"))
  }
}
