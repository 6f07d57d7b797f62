import PeerReview
import Testing

@Suite("What can't be stored even in a draft")
struct ContentRulesTests {
  private func problems(
    _ content: SubmissionContent = Paper.complete(track: "research"), authors: [Author] = Paper.authors,
    conflicts: [DeclaredConflict] = []
  ) throws -> [String] {
    let call = try CallFixtures.mlsys()
    return invalidFields { () throws(Refusal) in
      try ContentRules.check(content, authors: authors, conflicts: conflicts, call: call)
    } ?? []
  }

  private func words(_ count: Int) -> String { Array(repeating: "word", count: count).joined(separator: " ") }

  @Test("An empty draft and complete forms are within bounds")
  func within() throws {
    #expect(try problems(SubmissionContent(), authors: []) == [])
    #expect(try problems(SubmissionContent(), authors: [Author()]) == [])
    for track in ["research", "industrial"] { #expect(try problems(Paper.complete(track: track)) == []) }
  }

  @Test("The call's limits hold exactly: what reaches them is kept, one more is not")
  func limits() throws {
    let limits = try CallFixtures.mlsys().limits
    let topics = try CallFixtures.mlsys().topics.map(\.key)
    for over in [0, 1] {
      func expect(_ field: String, _ change: (inout SubmissionContent) -> Void) throws {
        var content = Paper.complete(track: "industrial")
        change(&content)
        #expect(try problems(content) == (over == 0 ? [] : [field]), "\(field) over by \(over)")
      }
      try expect("title") { $0.title = String(repeating: "é", count: limits.titleCharacters + over) }
      try expect("abstract") { $0.abstract = words(limits.abstractWords + over) }
      try expect("topics") { $0.topics = Array(topics.prefix(limits.topicsPerSubmission + over)) }
      try expect("keywords") { $0.keywords = (0..<6 + over).map { "keyword \($0)" } }
      try expect("keywords") { $0.keywords = [String(repeating: "k", count: 100 + over)] }
      try expect("statements.detailed-benchmarks") { $0.answers.statements["detailed-benchmarks"] = words(150 + over) }
      try expect("") { $0.answers.exceptions["non-archival"] = String(repeating: "x", count: 20_000 + over) }
      try expect("") { $0.answers.declarationTexts["language-models"] = String(repeating: "x", count: 20_000 + over) }
      try expect("") { $0.answers.preprint = "https://" + String(repeating: "x", count: 492 + over) }
      let authors = (0..<limits.authorsPerSubmission + over).map { Author(email: "a\($0)@example.org") }
      #expect(try problems(authors: authors) == (over == 0 ? [] : ["authors"]))
    }
  }

  @Test("C1: topics are those of the call; others enter as keywords")
  func topics() throws {
    var content = Paper.complete(track: "research")
    content.topics = ["storage", "quantum"]
    #expect(try problems(content) == ["topics"])
    (content.topics, content.keywords) = (["storage"], ["quantum"])
    #expect(try problems(content) == [])
  }

  @Test("C1: topics and keywords hold per call: a track's own topics, and no keywords where the call takes none")
  func otherCall() throws {
    let call = try CallFile.parse(CallFixtures.text("small.yaml"), file: "small.yaml").get()
    func problems(_ content: SubmissionContent) -> [String]? {
      invalidFields { () throws(Refusal) in try ContentRules.check(content, authors: [], conflicts: [], call: call) }
    }
    let elsewhere = try #require(call.topics.first { $0.key != "soil" && $0.key != "water" })
    #expect(problems(SubmissionContent(track: "short", topics: ["soil"])) == nil)
    #expect(problems(SubmissionContent(track: "short", topics: [elsewhere.key])) == ["topics"])
    #expect(problems(SubmissionContent(track: "short", keywords: ["peat"])) == ["keywords"])
  }

  @Test("C5: an unknown track is refused, none is a draft's right")
  func track() throws {
    var content = Paper.complete(track: "research")
    content.track = "poster"
    #expect(try problems(content) == ["track"])
    content.track = ""
    #expect(try problems(content) == [])
  }

  @Test("C9: a preprint on any public forum is allowed; what is no web address is not kept")
  func preprint() throws {
    for address in ["", "https://arxiv.org/abs/2509.00001", "http://example.org/report.pdf"] {
      var content = Paper.complete(track: "research")
      content.answers.preprint = address
      #expect(try problems(content) == [])
    }
    for address in ["arXiv:2509.00001", "javascript:alert(1)", "ftp://example.org", " https://example.org"] {
      var content = Paper.complete(track: "research")
      content.answers.preprint = address
      #expect(try problems(content) == ["preprint"])
    }
  }

  @Test("C14: only the call's exceptions can be claimed; statements the call doesn't ask for are refused")
  func unknownKeys() throws {
    var content = Paper.complete(track: "research")
    content.answers.exceptions = ["journal-version": "", "because": "we can", "also": ""]
    content.answers.statements = ["design-methodology": "kept when the track changes", "excuse": "x"]
    #expect(try problems(content) == ["statements.excuse", "exceptions.also", "exceptions.because"])
  }

  @Test("C13, C21: a declaration is answered with what the call offers for it, or left open")
  func declarations() throws {
    let table: [(String, String, [String])] = [
      ("dual-submission", "yes", []), ("dual-submission", "", []), ("language-models", "consulted", []),
      ("anonymity-industrial", "yes", []), ("dual-submission", "no", ["declarations.dual-submission"]),
      ("language-models", "yes", ["declarations.language-models"]), ("oath", "yes", ["declarations.oath"]),
    ]
    for (key, answer, fields) in table {
      var content = Paper.complete(track: "research")
      content.answers.declarations[key] = answer
      #expect(try problems(content) == fields, "\(key): \(answer)")
    }
  }

  @Test("Authors have addresses that are addresses, each once, and ORCID iDs that check")
  func authors() throws {
    let table: [([Author], [String])] = [
      ([Author(email: "ada@example.org"), Author(email: "ADA@example.org")], ["authors.1.email"]),
      ([Author(email: "ada")], ["authors.0.email"]), ([Author(), Author()], []),
      ([Author(orcid: "0000-0002-1825-0097")], []), ([Author(orcid: "0000-0002-1825-0098")], ["authors.0.orcid"]),
      ([Author(name: String(repeating: "n", count: 200), affiliation: String(repeating: "a", count: 300))], []),
      ([Author(name: String(repeating: "n", count: 201))], ["authors.0.name"]),
      ([Author(affiliation: String(repeating: "a", count: 301))], ["authors.0.name"]),
    ]
    for (authors, fields) in table { #expect(try problems(authors: authors) == fields, "\(authors)") }
  }

  @Test("C19: a conflict names a person by address and is of a kind the call lists")
  func conflicts() throws {
    let kinds = try CallFixtures.mlsys().conflictKinds.map(\.key)
    #expect(try problems(conflicts: kinds.map { DeclaredConflict(email: "eve@example.org", kind: $0) }) == [])
    let bad = [
      DeclaredConflict(email: "eve@example.org", kind: "advisor"), DeclaredConflict(email: "", name: "Eve", kind: "advisor"),
      DeclaredConflict(email: "eve@example.org", kind: "dislike"), DeclaredConflict(email: "eve", kind: "dislike"),
    ]
    #expect(try problems(conflicts: bad) == ["conflicts.1.email", "conflicts.2.kind", "conflicts.3.email"])
  }

  @Test("C19: an author of the paper is no declared conflict, however the address is written, and is told by name")
  func ownPaper() throws {
    let authors = [
      Author(name: "Ada", email: "ada@example.org"), Author(name: "Ben", email: "Ben@Example.org"), Author(name: "Cy"),
    ]
    let conflicts = [
      DeclaredConflict(email: "ADA@example.org", kind: "advisor"),
      DeclaredConflict(email: "eve@example.org", name: "Eve", kind: "advisor"),
      DeclaredConflict(email: "ben@example.org", name: "Benjamin", kind: "dislike"),
    ]
    let call = try CallFixtures.mlsys()
    let refused = refusal { () throws(Refusal) in
      try ContentRules.check(Paper.complete(track: "research"), authors: authors, conflicts: conflicts, call: call)
    }
    guard case .invalid(let problems) = refused else {
      Issue.record("accepted, or refused as \(String(describing: refused))")
      return
    }
    #expect(problems.map(\.field) == ["conflicts", "conflicts"])
    #expect(problems.first?.message.hasPrefix("ADA@example.org is an author of this paper.") == true)
    #expect(problems.last?.message.hasPrefix("Benjamin is an author of this paper.") == true)
  }

  @Test("Every problem is told at once, each in a sentence")
  func together() throws {
    let call = try CallFixtures.mlsys()
    let content = SubmissionContent(
      track: "poster", title: String(repeating: "t", count: 251), abstract: words(351), topics: ["quantum"])
    let refused = refusal { () throws(Refusal) in
      try ContentRules.check(content, authors: [Author(email: "x")], conflicts: [DeclaredConflict()], call: call)
    }
    guard case .invalid(let problems) = refused else {
      Issue.record("accepted, or refused as \(String(describing: refused))")
      return
    }
    #expect(problems.map(\.field) == ["title", "abstract", "track", "topics", "authors.0.email", "conflicts.0.email"])
    for problem in problems { #expect(problem.message.hasSuffix("."), "\(problem.message)") }
  }
}
