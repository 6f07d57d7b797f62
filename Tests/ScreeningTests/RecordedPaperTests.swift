import Screening
import Testing

@Suite("Papers as the inspector recorded them")
struct RecordedPaperTests {
  @Test("A paper that keeps every rule has no finding")
  func conforming() throws {
    let report = screen(try recorded("conforming"), rules: researchRules, form: strangers)
    #expect(report.findings == [])
    #expect(report.pages == 8)
    #expect(report.mainPages == 6)
    #expect(report.references == 42)
  }

  @Test("Each entry that hides authors is listed with its page and place")
  func entriesWithHiddenAuthors() throws {
    let report = screen(try recorded("et-al-entries"), rules: researchRules, form: strangers)
    #expect(codes(report) == ["refs.et_al", "refs.et_al", "refs.et_al"])
    #expect(report.references == 49)
    #expect(report.mainPages == 8)
    for finding in report.findings {
      #expect((8...10).contains(finding.page ?? 0))
      #expect(finding.box != nil)
      #expect(finding.text.contains("et al."))
    }
  }

  @Test("A call that does not ask for all authors lists no entry")
  func entriesWithoutRule() throws {
    let rules = FormatRules(
      pageSize: .letter, columns: 2, mainPagesLimit: 10, referencesListAllAuthors: false, appendixSeparate: true,
      forbids: [], style: nil)
    #expect(screen(try recorded("et-al-entries"), rules: rules, form: strangers).findings == [])
  }

  @Test("Names, addresses and institutions on page one are found")
  func namesOnPageOne() throws {
    let report = screen(try recorded("names-on-page-one"), rules: researchRules, form: namedAuthors)
    #expect(Set(codes(report)) == ["anon.author_names", "anon.email", "anon.affiliation"])
    #expect(report.findings.allSatisfy { $0.page == 1 && $0.box != nil })
    #expect(report.findings.contains { $0.text.contains("Ulrike Takahashi") })
  }

  @Test("A track that only withholds names says nothing of institutions and addresses")
  func industrialTrack() throws {
    let report = screen(try recorded("names-on-page-one"), rules: industrialRules, form: namedAuthors)
    #expect(Set(codes(report)) == ["anon.author_names"])
  }

  @Test("The names of other people on page one are no finding about this form, an address is")
  func otherPeople() throws {
    let report = screen(try recorded("names-on-page-one"), rules: researchRules, form: strangers)
    #expect(codes(report) == ["anon.email"])
  }

  @Test("A lower limit makes the same paper too long, with the place where it runs over")
  func lowerLimit() throws {
    let rules = FormatRules(
      pageSize: .letter, columns: 2, mainPagesLimit: 5, referencesListAllAuthors: true, appendixSeparate: true,
      forbids: [], style: .mlsys2025)
    let report = screen(try recorded("conforming"), rules: rules, form: strangers)
    #expect(codes(report) == ["format.page_limit"])
    #expect(report.findings.first?.page == 6)
    #expect(report.findings.first?.box != nil)
    #expect(report.findings.first?.text.contains("5 pages") == true)
  }
}
