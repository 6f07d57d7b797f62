import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Tags on papers")
struct TagDeskTests {
  private func panel(_ stage: ReviewStage, _ paper: ID<Submission>, _ chair: Person? = nil) async throws -> TagPanel {
    try await stage.chairDesk(chair).submission(paper).tags
  }

  private func shared(_ panel: TagPanel) -> [String]? {
    guard case .shown(let tags) = panel.shared else { return nil }
    return tags.map(\.text)
  }

  @Test("Chairs see the committee's and the chairs' tags; what one keeps for oneself nobody else sees, nor the record")
  func scopes() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Caches")
    try await stage.chairDesk().changeTags("discuss ~~check#2 ~mine", on: paper)
    let own = try await panel(stage, paper)
    #expect(shared(own) == ["discuss", "~~check#2"] && own.own.map(\.text) == ["~mine"])
    let others = try await panel(stage, paper, stage.otherChair)
    #expect(shared(others) == ["discuss", "~~check#2"] && others.own.isEmpty)
    try await stage.chairDesk(stage.otherChair).changeTags("-~mine -discuss", on: paper)
    #expect(try await panel(stage, paper).own.map(\.text) == ["~mine"])
    #expect(shared(try await panel(stage, paper)) == ["~~check#2"])
    let record = try await stage.conference.look {
      try $0.session.audit(of: stage.call.id, chairedBy: "", limit: 100, offset: 0).filter { $0.act == "tag" }.map(\.detail)
    }
    #expect(record.sorted() == ["-discuss", "discuss ~~check#2"])
    try await stage.chairDesk().changeTags("~~check#2", on: paper)
    #expect(try await stage.recorded("tag") == 2)
    #expect(await problems { try await stage.chairDesk().changeTags("award", on: paper) }.map(\.field) == ["tags"])
  }

  @Test("Reviewers read the committee's tags once their own review is in, and never those of chairs or of others")
  func reviewers() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Caches")
    stage.clock.set(stage.reviewing)
    let tasks = try await stage.assign(paper, to: [stage.rita, stage.ron])
    try await stage.chairDesk().changeTags("Canaryone ~~Canarytwo ~Canarythree", on: paper)
    let desk = try await stage.desk(stage.rita)
    try await desk.changeTags("~own ~award#2", on: tasks[0])
    try await stage.desk(stage.ron).changeTags("~Canaryfour ~award", on: tasks[1])
    func seen() async throws -> String {
      contents(of: try await desk.review(tasks[0])) + contents(of: try await desk.home())
    }
    let before = try await seen()
    #expect(!before.contains("canary") && before.contains("~own"))
    #expect(await problems { try await desk.changeTags("discuss", on: tasks[0]) }.map(\.field) == ["tags"])
    try await desk.submit(tasks[0], basedOn: 0, stage.answers("sound"))
    let after = try await seen()
    #expect(after.contains("canaryone") && after.contains("award#3"))
    for hidden in ["canarytwo", "canarythree", "canaryfour"] { #expect(!after.contains(hidden)) }
    try await desk.changeTags("discuss", on: tasks[0])
    #expect(shared(try await panel(stage, paper))?.contains("discuss") == true)
    #expect(try await panel(stage, paper).votes == ["award: \(stage.rita.name) 2, \(stage.ron.name) 1"])
    await #expect(throws: Refusal.notFound) { try await stage.desk(stage.ruth).changeTags("~x", on: tasks[0]) }
  }

  @Test("Votes are counted over the papers one may know of, and a vote by someone in conflict does not count")
  func votes() async throws {
    let stage = try await ReviewStage.open()
    let (first, second) = (try await stage.paper("Caches"), try await stage.paper("Queues"))
    let desk = try await stage.chairDesk()
    try await desk.changeTags("~award#2", on: first)
    try await stage.chairDesk(stage.otherChair).changeTags("~award", on: first)
    #expect(await problems { try await desk.changeTags("~award#2", on: second) }.first?.message.contains("you have 3") == true)
    #expect(shared(try await panel(stage, first)) == ["award#3"])
    #expect(shared(try await panel(stage, second)) == [])
    try await stage.conflict(stage.otherChair, with: first)
    #expect(shared(try await panel(stage, first)) == ["award#2"])
    try await stage.chairDesk(stage.otherChair).changeTags("~award#3", on: second)
    #expect(shared(try await panel(stage, second)) == ["award#3"])
  }

  @Test("A chair in conflict meets places, numbers, counts and searches without the paper, and can still order the rest")
  func ranks() async throws {
    let stage = try await ReviewStage.open()
    var papers: [ID<Submission>] = []
    for title in ["Ants", "Bees", "Cats", "Dogs"] { papers.append(try await stage.paper(title)) }
    let desk = try await stage.chairDesk()
    for paper in papers { try await desk.changeTags("order Canary", on: paper) }
    try await stage.conflict(stage.otherChair, with: papers[1])
    let other = try await stage.chairDesk(stage.otherChair)
    func order(_ desk: ChairDesk, _ query: String = "sort:#order") async throws -> [String] {
      try await desk.submissions(.init(query: query)).rows.map { row in
        "\(row.title) \(row.tags.first { $0.key == "order" }?.text ?? "")"
      }
    }
    #expect(try await order(other) == ["Ants order#1", "Cats order#2", "Dogs order#3"])
    #expect(try await order(other, "tag:order#2") == ["Cats order#2"])
    #expect(try await order(other, "-tag:order") == [])
    #expect(try await other.tags().tags.map { "\($0.tag.key) \($0.papers)" }.contains("order 3"))
    await #expect(throws: Refusal.notFound) { try await other.changeTags("order#1", on: papers[1]) }
    try await other.changeTags("order#1", on: papers[3])
    #expect(try await order(other) == ["Dogs order#1", "Ants order#2", "Cats order#3"])
    #expect(try await order(desk) == ["Dogs order#1", "Ants order#2", "Bees order#3", "Cats order#4"])
  }

  @Test("Everyone's own orders make one, told of the papers one may know, without what somebody in conflict says")
  func preferences() async throws {
    let house = try await TestHouse.open(changing: {
      $0.replacing("\ntags:\n", with: "\ntags:\n  best: {label: Best papers, counts: preferences}\n")
    })
    let ada = try await house.person("Ada Byron")
    let (clara, cleo) = (try await house.person("Clara Chair", .chair), try await house.person("Cleo Chair", .chair))
    let zoe = try await house.person("Zoe Apart", .chair)
    var papers: [ID<Submission>] = []
    for title in ["Ants", "Bees", "Cats"] { papers.append(try await house.paper(title, by: ada)) }
    for (place, paper) in papers.enumerated() {
      try await house.chairDesk(clara).changeTags("~best#\(place + 1)", on: paper)
      try await house.chairDesk(cleo).changeTags("~best#\(place + 1)", on: paper)
      try await house.chairDesk(zoe).changeTags("~best#\(9 - place)", on: paper)
    }
    let desk = try await house.chairDesk(clara)
    for words in ["best", "best#1", "~best", "~best#0", "~best#1.5"] {
      #expect(await problems { try await desk.changeTags(words, on: papers[0]) }.map(\.field) == ["tags"])
    }
    func order(_ chair: Person) async throws -> [String] {
      try await house.chairDesk(chair).submissions(.init(query: "sort:#best")).rows.map { row in
        "\(row.title) \(row.tags.first { $0.key == "best" }?.text ?? "")"
      }
    }
    #expect(try await order(clara) == ["Ants best#1", "Bees best#2", "Cats best#3"])
    let bees = papers[1]
    try await house.conference.act { act in
      try act.session.addConflict(
        id: act.newToken(), submission: bees, email: zoe.email, name: "", kind: "advisor", side: .chair, by: clara.id,
        at: act.now)
    }
    #expect(try await order(zoe) == ["Ants best#1", "Cats best#2"])
    #expect(try await order(clara) == ["Ants best#1", "Bees best#2", "Cats best#3"])
    // Of nobody's own order a gap tells of the paper that is kept from Zoe.
    let votes = try await house.chairDesk(zoe).submission(papers[2]).tags.votes
    #expect(votes == ["best: Clara Chair 2, Cleo Chair 2, Zoe Apart 1"])
    try await house.chairDesk(clara).changeTags("-~best", on: papers[0])
    try await house.chairDesk(cleo).changeTags("-~best", on: papers[0])
    #expect(try await order(zoe) == ["Cats best#1", "Ants best#2"])
  }

  @Test("Many papers are tagged by a search after a preview that changes nothing; a list found otherwise by then is refused")
  func bulk() async throws {
    let stage = try await ReviewStage.open()
    let first = try await stage.paper("Fast caches")
    _ = try await stage.paper("Slow caches")
    _ = try await stage.paper("Queues")
    let desk = try await stage.chairDesk()
    try await desk.changeTags("old", on: first)
    let page = try await desk.tags(query: "caches sort:-authors", words: "discuss -old order")
    let preview = try #require(page.preview)
    #expect(preview.changing == 2 && preview.unchanged == 0)
    let then = preview.changes.map { "\($0.title): \($0.before.map(\.text)) to \($0.after.map(\.text))" }
    let places = try #require(preview.changes.first).title == "Fast caches" ? [1, 2] : [2, 1]
    #expect(
      then.sorted() == [
        "Fast caches: [\"old\"] to [\"discuss\", \"order#\(places[0])\"]",
        "Slow caches: [] to [\"discuss\", \"order#\(places[1])\"]",
      ])
    #expect(try await stage.recorded("tag") == 1)
    #expect(try await desk.changeTags("discuss -old order", where: "caches sort:-authors", seen: preview.seen) == 2)
    #expect(try await stage.recorded("tag") == 3)
    let ordered = try await desk.submissions(.init(query: "tag:discuss sort:#order")).rows.map(\.title)
    #expect(ordered == preview.changes.map(\.title))
    #expect(try await desk.submissions(.init(query: "tag:old")).rows.isEmpty)
    await #expect(throws: Refusal.stale) {
      try await desk.changeTags("discuss", where: "caches", seen: preview.seen)
    }
    let again = try #require(try await desk.tags(query: "caches", words: "discuss").preview)
    #expect(again.changing == 0 && again.unchanged == 2)
    #expect(try await desk.tags(query: "(caches", words: "discuss").problem != nil)
    #expect(try await desk.tags(query: "caches", words: "award").problems.map(\.field) == ["tags"])
    #expect(await problems { try await desk.changeTags("x", where: "(caches", seen: "") }.map(\.field) == ["q"])
    let table = try await desk.submissionTable(.init(query: "slow"))
    #expect(table.entries.first?.tags.first == "discuss" && table.csv.contains("discuss order#"))
  }
}
