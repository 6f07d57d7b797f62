import Screening
import Testing

@Suite("Statements and hints")
struct StatementFindingTests {
  @Test("A section that a statement names has to be there")
  func sections() {
    let form = FormFacts(
      title: "", authors: [],
      statements: [.init(label: "Detailed benchmarks", text: "See Sections 4 and 7.2, and Figure 1 for the scale.")])
    let page = [heading("4 Benchmarks"), SampleLine(text: "Figure 1. Throughput at scale", y: 705)] + filler(from: 90)
    let report = screen(
      inspection(pages: [page, [heading("References")] + entries(plainEntries)]), rules: researchRules, form: form)
    let told = report.findings.filter { $0.code == "statement.place" }
    #expect(told.map(\.severity) == [.warn])
    #expect(told.first?.text.contains("section 7.2") == true)
  }

  @Test("Citations that lead nowhere and entries without a year are hints")
  func hints() {
    let page = filler() + [SampleLine(text: "as others have shown [?] before", y: 712)]
    let list = entries(plainEntries + [["Quintana, F. and Jankowski, Z. On queues without a date. Journal."]])
    let report = screen(inspection(pages: [page, [heading("References")] + list]), rules: researchRules, form: strangers)
    #expect(codes(report, .warn).contains("refs.unresolved"))
    #expect(codes(report, .note).contains("refs.no_year"))
  }

  @Test(
    "Style files are known by the beginning of their name", arguments: ["mlsys2025style.zip", "neurips_2026.sty", "IEEEtran.cls"])
  func presets(name: String) {
    #expect(StyleMeasures.named(name) != nil)
    #expect(StyleMeasures.named("unknown.sty") == nil)
  }
}
