import PeerReview
import Testing

@Suite("What a draft still lacks")
struct CompletenessTests {
  private func missing(
    _ content: SubmissionContent, authors: [Author] = Paper.authors, slots: Set<FileSlot> = [.manuscript]
  ) throws -> [String] {
    Completeness.missing(content, authors: authors, slots: slots, call: try CallFixtures.mlsys()).map(\.field)
  }

  @Test("A form with everything the call asks lacks nothing", arguments: ["research", "industrial"])
  func complete(track: String) throws {
    #expect(try missing(Paper.complete(track: track)) == [])
    #expect(try missing(Paper.complete(track: track), slots: Set(FileSlot.allCases)) == [])
  }

  @Test("An empty form is told of every field at once, each with a sentence")
  func empty() throws {
    let call = try CallFixtures.mlsys()
    let problems = Completeness.missing(SubmissionContent(), authors: [], slots: [], call: call)
    #expect(problems.map(\.field) == ["title", "abstract", "track", "topics", "authors", "manuscript"])
    for problem in problems { #expect(problem.message.hasSuffix(".")) }
    let author = try missing(Paper.complete(track: "research"), authors: [Author(name: " ", email: "", affiliation: "\n")])
    #expect(author == ["authors.0.name", "authors.0.email", "authors.0.affiliation", "authors"])
  }

  @Test(
    "Each thing left out is named by its field, alone",
    arguments: ["title", "abstract", "track", "topics", "contact", "second author's affiliation", "manuscript"])
  func leftOut(what: String) throws {
    var content = Paper.complete(track: "research")
    var authors = Paper.authors
    var slots: Set<FileSlot> = [.manuscript]
    var field = what
    switch what {
    case "title": content.title = " \n"
    case "abstract": content.abstract = "\u{A0}"
    case "track": content.track = ""
    case "topics": (content.topics, content.keywords) = ([], [])
    case "contact": (authors[0].contact, field) = (false, "authors")
    case "manuscript": slots = [.appendix, .workshop]
    default: (authors[1].affiliation, field) = ("", "authors.1.affiliation")
    }
    #expect(try missing(content, authors: authors, slots: slots) == [field])
  }

  @Test("C1: a topic of the call or a free keyword is enough")
  func topics() throws {
    var content = Paper.complete(track: "research")
    content.topics = []
    #expect(try missing(content) == [])
    (content.topics, content.keywords) = (["agents"], [])
    #expect(try missing(content) == [])
  }

  @Test("C4: an industrial paper states its design methodology and detailed benchmarks; a research paper is not asked")
  func statements() throws {
    for key in ["design-methodology", "detailed-benchmarks"] {
      for text in [nil, "", " \n "] as [String?] {
        var content = Paper.complete(track: "industrial")
        content.answers.statements[key] = text
        #expect(try missing(content) == ["statements.\(key)"])
      }
    }
    #expect(try missing(Paper.complete(track: "research")) == [])
  }

  @Test("C7: each track's authors confirm the anonymity of their own track, and that of the other does not count")
  func anonymity() throws {
    for (track, other) in [("research", "industrial"), ("industrial", "research")] {
      var content = Paper.complete(track: track)
      content.answers.declarations["anonymity-\(track)"] = nil
      content.answers.declarations["anonymity-\(other)"] = "yes"
      #expect(try missing(content) == ["declarations.anonymity-\(track)"])
    }
  }

  @Test("C13: that the paper is under review nowhere else is confirmed with a yes and nothing else")
  func dualSubmission() throws {
    for track in ["research", "industrial"] {
      for answer in [nil, "", "no", "Yes", "true"] as [String?] {
        var content = Paper.complete(track: track)
        content.answers.declarations["dual-submission"] = answer
        #expect(try missing(content) == ["declarations.dual-submission"])
      }
    }
  }

  @Test("C19, C20: that conflicts are declared and nothing is plagiarized is confirmed")
  func integrity() throws {
    for key in ["conflicts", "plagiarism"] {
      var content = Paper.complete(track: "research")
      content.answers.declarations[key] = nil
      #expect(try missing(content) == ["declarations.\(key)"])
    }
  }

  @Test("C21: the use of language models is answered, and generated content is explained")
  func languageModels() throws {
    let table: [(answer: String, text: String?, missing: [String])] = [
      ("none", nil, []), ("consulted", nil, []), ("generated", "Figure 2 shows a model's output.", []),
      ("generated", nil, ["declarationTexts.language-models"]), ("generated", " ", ["declarationTexts.language-models"]),
      ("", nil, ["declarations.language-models"]), ("yes", nil, ["declarations.language-models"]),
      ("something else", "text", ["declarations.language-models"]),
    ]
    for row in table {
      var content = Paper.complete(track: "research")
      content.answers.declarations["language-models"] = row.answer
      content.answers.declarationTexts["language-models"] = row.text
      #expect(try missing(content) == row.missing, "\(row.answer)")
    }
  }

  @Test("C14: each claimed exception brings what the call wants of it")
  func exceptions() throws {
    let table: [(key: String, explanation: String, workshop: Bool, missing: [String])] = [
      ("journal-version", "Half the paper is new.", false, []), ("journal-version", "", false, ["exceptions.journal-version"]),
      ("non-archival", "A workshop without proceedings.", false, []), ("non-archival", " ", false, ["exceptions.non-archival"]),
      ("technical-report", "", false, []),
      ("workshop-expansion", "Sections 4 to 6 are new.", true, []),
      ("workshop-expansion", "", true, ["exceptions.workshop-expansion"]),
      ("workshop-expansion", "Sections 4 to 6 are new.", false, ["workshop"]),
      ("workshop-expansion", "", false, ["exceptions.workshop-expansion", "workshop"]),
    ]
    for row in table {
      var content = Paper.complete(track: "research")
      content.answers.exceptions = [row.key: row.explanation]
      #expect(try missing(content, slots: row.workshop ? [.manuscript, .workshop] : [.manuscript]) == row.missing, "\(row)")
    }
  }
}
