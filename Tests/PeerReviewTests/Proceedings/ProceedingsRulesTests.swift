import PeerReview
import Testing

@Suite("Proceedings in the call file, and their order")
struct ProceedingsRulesTests {
  @Test("The title page of the MLSys call reads as written")
  func policy() throws {
    let policy = try #require(try CallFixtures.mlsys().proceedings)
    #expect(policy.title == "Proceedings of Machine Learning and Systems 8" && policy.volume == "8")
    #expect(policy.starts.iso8601.hasPrefix("2026-05-18") && policy.ends > policy.starts)
    #expect(policy.licence?.name == "Creative Commons Attribution 4.0")
  }

  @Test(
    "What can't be is told with its line",
    arguments: [
      ("ends: 2026-05-22", "ends: 2026-05-02", "`proceedings.ends` is before `starts`"),
      ("starts: 2026-05-18", "starts: 18 May", "`proceedings.starts` is a day such as"),
      ("published: 2026-05-11", "published: 2026-02-30", "`proceedings.published` is a day such as"),
      ("  address: https://proceedings.mlsys-2026.example/", "  address: proceedings", "`proceedings.address` is an address"),
      ("  published: 2026-05-11", "  published: 2026-05-11\n  doi-prefix: 10.1/x y", "`proceedings.doi-prefix`"),
      ("  published: 2026-05-11", "  published: 2026-05-11\n  issn: 2832-8001", "`proceedings.issn`"),
      ("  published: 2026-05-11", "  published: 2026-05-11\n  isbn: 978-3-16-148410-1", "`proceedings.isbn`"),
    ])
  func mistakes(old: String, new: String, told: String) throws {
    guard case .failure(let problems) = try CallFixtures.mlsys(replacing: old, with: new) else {
      Issue.record("it was accepted")
      return
    }
    #expect(problems.problems.count == 1 && problems.description.contains(told), "\(problems)")
  }

  @Test("Right numbers are taken: an ISSN and an ISBN with their check digits, a DOI's beginning")
  func numbers() throws {
    let lines = "  published: 2026-05-11\n  issn: 2049-3630\n  isbn: 978-3-16-148410-0\n  doi-prefix: 10.5555/mlsys.2026"
    guard case .success(let call) = try CallFixtures.mlsys(replacing: "  published: 2026-05-11", with: lines) else {
      Issue.record("it was refused")
      return
    }
    #expect(call.proceedings?.issn == "2049-3630" && call.proceedings?.doiPrefix == "10.5555/mlsys.2026")
  }

  @Test("Sessions have titles of their own; an order made on older sessions is stale")
  func sessions() {
    let twice = [SessionTitle(key: "a", title: "Serving"), SessionTitle(key: "b", title: "serving")]
    #expect(refusal { () throws(Refusal) in try ProceedingsRules.arrange(twice, version: 1, basedOn: 1) } != nil)
    #expect(refusal { () throws(Refusal) in try ProceedingsRules.arrange([twice[0]], version: 1, basedOn: 1) } == nil)
    #expect(refusal { () throws(Refusal) in try ProceedingsRules.arrange([], version: 2, basedOn: 1) } == .stale)
    #expect(
      refusal { () throws(Refusal) in
        try ProceedingsRules.place(Placement(session: "z", rank: 1), sessions: twice, field: "p")
      } == .invalid([FieldProblem("p.session", "Choose one of the sessions.")]))
    #expect(
      refusal { () throws(Refusal) in try ProceedingsRules.place(Placement(session: "a", rank: -1), sessions: twice, field: "p") }
        != nil)
  }
}
