import Screening
import Testing

@Suite("Files that are no ordinary paper")
struct FileFindingTests {
  private func report(_ lines: String) -> ScreeningReport {
    screen(Inspection(jsonLines: Array(lines.utf8)), rules: researchRules, form: strangers)
  }

  @Test(
    "A file whose pages can't be read gets one sentence on what to do",
    arguments: [
      ("empty", "file.not_pdf"), ("notPDF", "file.not_pdf"), ("encrypted", "file.encrypted"),
      ("damaged", "file.malformed"), ("tooLarge", "file.resource_bomb"),
    ])
  func unreadable(error: String, code: String) {
    let report = report(
      """
      {"record":"document","format":1,"error":"\(error)"}
      {"record":"end","truncated":false}
      """)
    #expect(codes(report) == [code])
    #expect(report.pages == nil)
    #expect(report.mainPages == nil)
  }

  @Test("An inspection that a limit ended is a finding", arguments: ["cpu", "wall", "memory"])
  func stopped(reason: String) {
    let report = report("{\"record\":\"document\",\"pages\":1}\n{\"rec\n{\"record\":\"stopped\",\"reason\":\"\(reason)\"}\n")
    #expect(codes(report) == ["file.resource_bomb"])
  }

  @Test("A file that ended the inspector without a word is a finding", arguments: ["", "\u{0}\n{", "[[[[[[", "{\"record\":5}"])
  func nothingPrinted(output: String) {
    #expect(codes(report(output)) == ["file.malformed"])
  }

  @Test("A failure of the inspector is a finding about the file only when it says something about the file")
  func failures() {
    #expect(screen(.timedOut).map { codes($0) } == ["file.resource_bomb"])
    #expect(screen(.crashed).map { codes($0) } == ["file.resource_bomb"])
    #expect(screen(.unavailable(reason: "no jail")) == nil)
  }

  @Test("Scripts, programs, attachments, restrictions and foreign bytes are findings")
  func activeContent() {
    let document = """
      ,"encrypted":true,"headerOffsetBytes":426,"javascript":1,"launch":1,"attachments":2
      """
    let pages = [filler(), filler(to: 500) + [heading("References", y: 510)] + entries(plainEntries, from: 525)]
    let report = screen(inspection(pages: pages, document: document), rules: researchRules, form: strangers)
    #expect(
      Set(codes(report)) == [
        "file.encrypted", "file.malformed", "file.javascript", "file.active_content", "file.attachment",
      ])
  }

  @Test("Pages without text are a finding")
  func scan() {
    let report = screen(inspection(pages: [[], []]), rules: researchRules, form: strangers)
    #expect(codes(report) == ["file.no_text"])
    #expect(report.pages == 2)
  }

  @Test("More pages than any paper has are a finding")
  func manyPages() {
    let report = screen(
      inspection(pages: Array(repeating: filler(to: 200), count: 205)), rules: researchRules, form: strangers)
    #expect(codes(report).contains("file.too_many_pages"))
    #expect(codes(report, .warn).contains("refs.missing"))
  }

  @Test("Numbers no page has do no harm")
  func absurdNumbers() {
    let report = report(
      """
      {"record":"document","pages":1e400,"sizeBytes":-9e99,"headerOffsetBytes":1e15}
      {"record":"page","page":1,"size":[1e308,-1e308],"lines":[{"text":"x","box":[1e308,-1e308,0,1e999],"size":-1e300}]}
      {"record":"page","page":-4}
      {"record":"end"}
      """)
    #expect(codes(report).contains("format.paper_size"))
  }
}
