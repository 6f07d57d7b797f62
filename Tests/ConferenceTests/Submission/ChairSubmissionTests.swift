import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("A paper on the chair's desk")
struct ChairSubmissionTests {
  private func shown<Value>(_ disclosure: Disclosure<Value>) -> Value? {
    guard case .shown(let value) = disclosure else { return nil }
    return value
  }

  @Test("shows authors, reviewers by name, private review fields and comments with names")
  func everything() async throws {
    let stage = try await ReviewStage.open()
    let exception = try #require(stage.call.dualSubmissionExceptions.first { $0.wantsPaper })
    let paper = try await stage.paper("Caches", claims: [exception.key: "We added proofs."])
    try await stage.review(paper, by: [stage.rita], mark: "Canaryprivate")
    let desk = try await stage.chairDesk()
    try await desk.comment(paper, text: "What do you think?")
    let page = try await desk.submission(paper)
    #expect(shown(page.authors)?.first?.name == stage.author.name)
    let review = try #require(shown(page.reviews)?.first)
    #expect(review.heading.contains(stage.rita.name))
    let form = try #require(stage.call.track("research")?.reviewForm)
    #expect(review.texts.count == form.texts.count)
    let comment = try #require(shown(page.discussion)?.comments.first)
    #expect(comment.author == "You (Chair)" && comment.isOwn)
    let seenByOther = try await stage.chairDesk(stage.otherChair).submission(paper)
    #expect(shown(seenByOther.discussion)?.comments.first?.author == "\(stage.chair.name) (Chair)")
    #expect(page.history.contains { $0.what == "Submitted" && $0.who == stage.author.name })
    #expect(page.files.map(\.slot).contains(.workshop))
    #expect(try await desk.file(.workshop, version: 1, of: paper).downloadName.contains("workshop"))
    await #expect(throws: Refusal.notFound) {
      try await desk.file(.workshop, version: 2, of: paper)
    }
  }

  @Test("is found in the list by number, title and author, and ordered as asked")
  func list() async throws {
    let stage = try await ReviewStage.open()
    let first = try await stage.paper("Zebra caches")
    let second = try await stage.paper("Ant queues", track: "industrial", by: stage.ruth)
    let desk = try await stage.chairDesk()
    let number = try await stage.number(of: second)
    #expect(try await desk.submissions(.init(query: "zebra")).rows.map(\.id) == [first])
    #expect(try await desk.submissions(.init(query: number)).rows.map(\.id) == [second])
    #expect(try await desk.submissions(.init(query: "Ruth caNary")).rows.map(\.id) == [second])
    #expect(try await desk.submissions(.init(track: "industrial")).rows.map(\.id) == [second])
    #expect(try await desk.submissions(.init(state: "draft")).rows.isEmpty)
    #expect(try await desk.submissions(.init(sort: "title")).rows.map(\.id) == [second, first])
    #expect(try await desk.submissions(.init(sort: "-number")).rows.map(\.id) == [second, first])
    #expect(try await desk.submissions(.init(query: "nothing")).total == 2)
  }

  @Test("is searched by fields, figures and formulas, with columns of one's own; and what is not understood is pointed at")
  func search() async throws {
    let stage = try await ReviewStage.open()
    let first = try await stage.paper("Zebra caches")
    let second = try await stage.paper("Ant queues", track: "industrial", by: stage.ruth)
    let desk = try await stage.chairDesk()
    func find(_ query: String) async throws -> [ID<Submission>] {
      try await desk.submissions(.init(query: query)).rows.map(\.id)
    }
    #expect(try await find("track:industrial") == [second])
    #expect(try await find("author:ruth OR title:zebra sort:-authors").count == 2)
    #expect(try await find("status:submitted -author:ruth") == [first])
    #expect(try await find("reviews = 0 missing >= 0").count == 2)
    #expect(try await find("comments > 0 OR bids > 0 OR decision:any OR reviewer:nobody") == [])
    let page = try await desk.submissions(.init(query: "show:assigned+1 zebra"))
    #expect(page.columns == ["assigned+1"] && page.rows.map(\.extra) == [[1]])
    let refused = try await desk.submissions(.init(query: "zebra trak:industrial"))
    #expect(refused.rows.isEmpty && refused.problem?.message == "“trak” can't be searched for here. Did you mean “track”?")
    let table = try await desk.submissionTable(.init(query: "show:authors sort:authors"))
    #expect(table.csv.hasPrefix("number,title,track,state,authors,findings,reviews,assigned,score,tags,authors\r\n"))
    #expect(table.entries.count == 2 && table.csv.contains("Ant queues"))
    await #expect(throws: Refusal.self) { try await desk.submissionTable(.init(query: "(zebra")) }
    let beyond = try await desk.submissionTable(.init(query: "show:assigned+1e308*10"))
    #expect(beyond.rows.first?.extra == [.infinity] && beyond.entries.first?.columns.isEmpty == true)
  }

  @Test("Words that few papers have are looked for first; what is found of how many is the same, and its numbers come alone")
  func few() async throws {
    let stage = try await ReviewStage.open()
    let zebra = try await stage.paper("Zebra caches")
    let kept = try await stage.paper("Zebra queues")
    for number in 0..<9 { _ = try await stage.paper("Paper \(number)") }
    try await stage.conflict(stage.chair, with: kept)
    let desk = try await stage.chairDesk()
    for query in ["zebra", "zebra reviews=0", "(title:zebra OR title:nothing) track:research", "zebra sort:-assigned"] {
      let page = try await desk.submissions(.init(query: query))
      #expect(page.rows.map(\.id) == [zebra] && page.found == 1 && page.total == 10, "\(query)")
      #expect(try await desk.submissionTable(.init(query: query)).rows.map(\.id) == [zebra], "\(query)")
      #expect(
        try await desk.submissionNumbers(.init(query: query)).map { "#\($0)" } == [try await stage.number(of: zebra)], "\(query)")
    }
    #expect(try await desk.submissionNumbers(.init(query: "NOT zebra")).count == 9)
    #expect(try await desk.submissionNumbers(.init(query: "zebra OR reviews=0")).count == 10)
    #expect(try await desk.submissionNumbers(.init(query: "nothing")) == [])
    await #expect(throws: Refusal.self) { try await desk.submissionNumbers(.init(query: "(zebra")) }
  }

  @Test("comes in pages of a hundred; beyond the last page is the last")
  func pages() async throws {
    let stage = try await ReviewStage.open()
    for number in 0..<101 { _ = try await stage.paper("Paper \(number)") }
    let desk = try await stage.chairDesk()
    let (first, last) = (try await desk.submissions(), try await desk.submissions(page: 7))
    #expect(first.rows.count == 100 && first.found == 101 && first.page == 1)
    #expect(last.rows.count == 1 && last.page == 2)
    #expect(try await desk.submissions(.init(sort: "-score")).rows.count == 100)
    #expect(try await desk.submissionTable().rows.count == 101)
    let whole = try await desk.submissionTable(.init(sort: "-title"))
    let export = try await desk.submissionExport(.init(query: "show:assigned", sort: "-title"), partSize: 20)
    try await stage.conflict(stage.chair, with: #require(whole.rows.last).id)
    var parts: [PaperTable] = []
    try await export.eachPart { parts.append($0) }
    #expect(parts.map(\.rows.count) == [20, 20, 20, 20, 20, 0] && parts.allSatisfy { $0.columns == ["assigned"] })
    #expect(parts.last?.csvLines == "" && parts.first?.csv.hasPrefix("number,") == true)
    #expect(parts.flatMap { $0.rows.map(\.id) } == whole.rows.dropLast().map(\.id))
  }

  @Test("counts what screening found in the newest files, and what it asks of chairs")
  func findings() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Caches")
    try await stage.conference.act { act in
      for file in try act.session.manuscripts(of: paper) where file.slot == .manuscript {
        let counts = FindingCounts(violations: 1, warnings: 1)
        try act.session.put(ScreeningRow(manuscript: file.id, report: #"{"findings":[]}"#, counts: counts, at: act.now))
      }
    }
    let desk = try await stage.chairDesk()
    #expect(try await desk.submissions().rows.first?.findings == 2)
    #expect(
      try await desk.home().tasks.contains {
        $0.sentence == "1 submission has violations to look at"
      })
    try await stage.upload(.manuscript, "second", to: paper, by: stage.authorDesk())
    #expect(try await desk.submissions().rows.first?.findings == 0)
  }

  @Test("is not found by who is no chair any more")
  func office() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Caches")
    let desk = try await stage.chairDesk(stage.otherChair)
    try await stage.chairDesk().endOffice(stage.otherChair.id, role: "chair")
    await #expect(throws: Refusal.notFound) { try await desk.submission(paper) }
    await #expect(throws: Refusal.notFound) { try await desk.home() }
  }

  @Test("A comment goes to the other chairs and to reviewers whose review is in, once")
  func comment() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Caches")
    try await stage.review(paper, by: [stage.rita])
    _ = try await stage.conference.act { act in
      try act.session.add(
        AssignmentRow(
          id: act.newID(), submission: paper, person: stage.ron.id, pseudonym: 7, at: act.now,
          endedAt: nil), by: "test")
    }
    let desk = try await stage.chairDesk()
    try await desk.comment(paper, text: "Canarycomment")
    try await desk.comment(paper, text: "Canarycomment")
    try await stage.runDue()
    let letters = try await stage.letters("discussion-comment")
    #expect(Set(letters.map(\.toEmail)) == [stage.otherChair.email, stage.rita.email])
    #expect(letters.count == 2)
    #expect(!letters.contains { $0.body.contains("Canarycomment") })
  }

  @Test("A claimed exception is answered once per answer, and the contacts learn of it")
  func exception() async throws {
    let stage = try await ReviewStage.open()
    let exception = try #require(
      stage.call.dualSubmissionExceptions.first { $0.wantsChairApproval })
    let paper = try await stage.paper("Caches", claims: [exception.key: "We added proofs."])
    let desk = try await stage.chairDesk()
    #expect(try await desk.home().tasks.contains { $0.sentence.contains("claims an exception") })
    try await desk.answerException(
      paper, key: exception.key, approved: true, reason: "Clear enough.")
    try await desk.answerException(
      paper, key: exception.key, approved: true, reason: "Clear enough.")
    let letters = try await stage.letters("exception-answered")
    #expect(letters.map(\.toEmail) == [stage.author.email])
    #expect(letters.first?.body.contains("Clear enough.") == true)
    #expect(
      try await desk.submission(paper).exceptions.first?.answer?.label
        == "Approved by \(stage.chair.name)")
    #expect(try await !desk.home().tasks.contains { $0.sentence.contains("exception") })
    let problems = await problems {
      try await desk.answerException(paper, key: "technical-report", approved: true)
    }
    #expect(problems.map(\.field) == ["exception"])
  }
}
