import PeerReview
import Testing

@Suite("Conflicts that nobody declared")
struct ConflictFinderTests {
  private let checks = ConflictChecks(
    institutions: [.init(key: "mit", names: ["MIT", "Massachusetts Institute of Technology", "mit.edu"])], coauthorYears: 3,
    institutionKind: "institution", coauthorKind: "coauthor", relationKind: "advisor")

  private func signs(
    _ author: Author, _ member: ConflictFinder.Member, declared: [DeclaredConflict] = [], papers: [ConflictPaper] = []
  ) -> [ConflictSign] {
    let finder = ConflictFinder(members: [member], papers: papers, checks: checks, year: 2026)
    let found = finder.suspects(on: ConflictPaper(number: SubmissionNumber(1), authors: [author], declared: declared))
    return found.flatMap { $0.evidence.map(\.sign) }
  }

  private func member(_ affiliation: String, domain: String? = nil, works: [CoauthoredWork] = []) -> ConflictFinder.Member {
    ConflictFinder.Member(email: "rita@lab.example", affiliation: affiliation, domain: domain, works: works)
  }

  @Test("One institution is known by its name, by any name the call has for it, and by its domain")
  func institutions() {
    let ada = Author(name: "Ada", email: "ada@csail.mit.edu", affiliation: "")
    #expect(signs(ada, member("Massachusetts Institute of Technology")) == [.domain("csail.mit.edu")])
    #expect(signs(ada, member("Dept. of Computing, M I T")) == [])
    #expect(signs(ada, member("Dept. of Computing, MIT")) == [.domain("csail.mit.edu")])
    let bo = Author(name: "Bo", email: "bo@x.example", affiliation: "The Université de Montclairval")
    #expect(signs(bo, member("universite de montclairval ")) == [.affiliation("The Université de Montclairval")])
    #expect(signs(bo, member("Elsewhere; Universite de Montclairval")).count == 1)
    #expect(signs(Author(name: "C", email: "c@cs.ox.ac.uk"), member("", domain: "eng.ox.ac.uk")) == [.domain("ox.ac.uk")])
    #expect(signs(Author(name: "C", email: "c@cam.ac.uk"), member("", domain: "ox.ac.uk")) == [])
  }

  @Test("Public mail, no affiliation and independent scholars say nothing")
  func nothing() {
    let ada = Author(name: "Ada", email: "ada@gmail.com", affiliation: "Independent researcher")
    #expect(signs(ada, member("independent researcher", domain: "gmail.com")) == [])
    #expect(signs(Author(name: "Ada"), member("")) == [])
    #expect(signs(Author(name: "Rita", email: "rita@lab.example", affiliation: "Lab"), member("Lab")) == [])
  }

  @Test("Who wrote together counts in the years of the call, however the names are written")
  func coauthors() {
    func work(_ year: Int?) -> CoauthoredWork {
      CoauthoredWork(title: "Rivers", authors: ["Rita Reiß", "Lovelace, Ada K."], year: year)
    }
    let ada = Author(name: "Adá Lovelace 0001", email: "a@b.example")
    #expect(signs(ada, member("", works: [work(2023)])) == [.publication(title: "Rivers", year: 2023)])
    #expect(signs(ada, member("", works: [work(2022)])) == [])
    #expect(signs(ada, member("", works: [work(nil)])) == [.publication(title: "Rivers", year: nil)])
    #expect(signs(Author(name: "Ada", email: "a@b.example"), member("", works: [work(2025)])) == [])
    #expect(NameKey.key("Ωμέγα, 李 明") == NameKey.key("李 明 ωμεγα") && NameKey.key("  1 ,") == "")
  }

  @Test("What an author declared on another paper is asked about here, and what both named in common")
  func declarations() {
    let ada = Author(name: "Ada", email: "ada@b.example")
    let rita = DeclaredConflict(email: "rita@lab.example", name: "Rita", kind: "coauthor")
    let other = ConflictPaper(number: SubmissionNumber(2), authors: [ada], declared: [rita])
    #expect(signs(ada, member("Lab"), papers: [other]) == [.declaredElsewhere(paper: SubmissionNumber(2), kind: "coauthor")])
    let doyen = DeclaredConflict(email: "doyen@old.example", name: "Doyen", kind: "advisor")
    let naming = ConflictFinder.Member(email: "rita@lab.example", affiliation: "Lab", named: [doyen])
    #expect(signs(ada, naming, declared: [doyen]) == [.sharedRelation(name: "Doyen", kind: "advisor")])
    let other2 = DeclaredConflict(email: "doyen@old.example", name: "Doyen", kind: "coauthor")
    #expect(signs(ada, naming, declared: [other2]) == [])
  }

  @Test("The kind that is suggested follows from the evidence, and is none where the call has none")
  func kinds() {
    let works = [CoauthoredWork(title: "Rivers", authors: ["Ada"], year: 2025)]
    let finder = ConflictFinder(members: [member("Lab", works: works)], checks: checks, year: 2026)
    let authors = [Author(name: "Ada", email: "a@b.example", affiliation: "Lab")]
    let found = finder.suspects(on: ConflictPaper(number: SubmissionNumber(1), authors: authors))
    let evidence = found.first?.evidence ?? []
    #expect(evidence.count == 2 && checks.kind(for: evidence) == "coauthor")
    #expect(checks.kind(for: Array(evidence.suffix(1))) == "institution")
    #expect(ConflictChecks.standard(kinds: []).kind(for: evidence) == nil)
    #expect(checks.coauthors(of: works + works, year: 2026).map(\.name) == ["Ada"])
  }

  @Test("A call file states the checks, or has the usual ones by the names of its kinds")
  func callFile() throws {
    let call = try CallFixtures.mlsys()
    #expect(call.conflictChecks.institutions.first?.names.contains("mit.edu") == true)
    #expect(call.conflictChecks.relationKind == "advisor" && call.conflictChecks.coauthorYears == 3)
    let wrong = try CallFixtures.mlsys(replacing: "  coauthors: coauthor\n", with: "  coauthors: coautor\n")
    #expect(CallFixtures.problems(wrong).joined().contains("did you mean `coauthor`?"))
    let small = try CallFile.parse(CallFixtures.text("worlds.yaml"), file: "worlds.yaml").get()
    #expect(small.conflictChecks.institutionKind == nil && small.conflictChecks.coauthorKind == "coauthor")
  }
}
