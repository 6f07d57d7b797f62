import PeerReview
import Testing

@Suite("The MLSys 2026 call file")
struct MLSysCallTests {
  @Test("It parses without a problem")
  func parses() throws {
    let problems = CallFixtures.problems(CallFile.parse(try CallFixtures.mlsysText(), file: "mlsys-2026.yaml"))
    #expect(problems == [])
  }

  @Test("Its dates are those of the call, to the second")
  func dates() throws {
    let calendar = try CallFixtures.mlsys().calendar
    #expect(calendar.submission.opens.iso8601 == "2025-09-15T20:00:00Z")
    #expect(calendar.submission.closes.iso8601 == "2025-10-30T20:00:00Z")
    #expect(calendar.response.opens.iso8601 == "2026-01-12T20:00:00Z")
    #expect(calendar.response.closes.iso8601 == "2026-01-16T20:00:00Z")
    #expect(calendar.notification.iso8601 == "2026-01-25T20:00:00Z")
  }

  @Test("It lists the topics of the call, and keywords beside them")
  func topics() throws {
    let call = try CallFixtures.mlsys()
    #expect(call.topics.count == 20)
    #expect(call.topics.first?.name == "Efficient model training, inference, and serving")
    #expect(call.topics.last?.name == "Machine learning benchmarks, datasets, and tooling")
    #expect(call.keywordsLimit == 6)
    for track in call.tracks { #expect(call.topics(of: track).count == 20) }
  }

  @Test("Research is judged on novelty, quality, interest and impact")
  func research() throws {
    let form = try #require(try CallFixtures.mlsys().track("research")).reviewForm
    #expect(form.criteria.map(\.key) == ["novelty", "quality", "interest", "impact"])
    #expect(Set(form.criteria.map { $0.grades.map(\.label) }).count == 4)
  }

  @Test("A reviewer of an industrial paper is never asked for novelty")
  func industrial() throws {
    let track = try #require(try CallFixtures.mlsys().track("industrial"))
    #expect(track.reviewForm.criteria.map(\.key) == ["impact", "lessons", "influence"])
    let asked =
      track.reviewForm.scored.flatMap { [$0.key, $0.label, $0.question] + $0.grades.map(\.label) }
      + track.reviewForm.texts.flatMap { [$0.key, $0.label, $0.help] }
    for text in asked {
      #expect(!text.lowercased().contains("novel"), "\(text)")
      #expect(!text.lowercased().contains("new idea"), "\(text)")
    }
    #expect(track.statements.map(\.key) == ["design-methodology", "detailed-benchmarks"])
    #expect(track.statements.map(\.shownToReviewers) == [true, true])
  }

  @Test("Anonymity differs by track, in what is hidden and in what authors declare")
  func anonymity() throws {
    let call = try CallFixtures.mlsys()
    let research = try #require(call.track("research"))
    let industrial = try #require(call.track("industrial"))
    #expect(research.anonymity.hidden.contains(.affiliations))
    #expect(research.anonymity.hidden.contains(.selfReferences))
    #expect(industrial.anonymity.hidden == [.names, .emails])
    #expect(call.declarations(of: research).first?.key == "anonymity-research")
    #expect(call.declarations(of: industrial).first?.key == "anonymity-industrial")
    #expect(call.declarations(of: research).count == call.declarations.count - 1)
  }

  @Test("Format, exceptions, grounds and limits are those of the call")
  func rules() throws {
    let call = try CallFixtures.mlsys()
    for track in call.tracks {
      #expect(track.format.columns == 2)
      #expect(track.format.mainPagesLimit == 10)
      #expect(track.format.referencesListAllAuthors)
      #expect(track.format.appendixSeparate && track.format.appendixOptionalReading)
    }
    #expect(call.dualSubmissionExceptions.count == 4)
    let workshop = call.dualSubmissionExceptions.filter(\.wantsChairApproval)
    #expect(workshop.map(\.key) == ["workshop-expansion"])
    #expect(workshop.allSatisfy { $0.wantsExplanation && $0.wantsPaper && $0.noteToReviewers.contains("added novelty") })
    #expect(call.preprintsAllowed)
    let grounds = Set(call.desk.grounds.map(\.key))
    #expect(grounds.isSuperset(of: ["anonymity", "format", "dual-submission", "conflict", "plagiarism", "scope"]))
    #expect(call.artifacts?.badges.count == 5)
    #expect(call.limits.manuscriptBytes == 50_000_000)
    #expect(call.assignment.reviewsPerSubmission == 3)
  }

  @Test("A small call in another zone reads its dates there, and limits topics and declarations by track")
  func small() throws {
    let call = try CallFile.parse(CallFixtures.text("small.yaml"), file: "small.yaml").get()
    #expect(call.calendar.submission.opens.utc == "2026-01-10 08:00 UTC")
    #expect(call.calendar.submission.closes.utc == "2026-03-30 00:00 UTC")
    #expect(call.calendar.bidding.opens.utc == "2026-03-31 07:00 UTC")
    #expect(call.calendar.notification.utc == "2026-05-12 09:00 UTC")
    let short = try #require(call.track("short"))
    #expect(call.topics(of: short).map(\.key) == ["soil", "water"])
    #expect(call.declarations(of: short).map(\.key) == ["originality"])
    #expect(call.keywordsLimit == nil)
    #expect(call.artifacts == nil)
    #expect(call.limits.manuscriptBytes == 10 * 1_048_576)
  }
}
