import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Bids and expertise")
struct ReviewerBidTests {
  @Test("The list leaves out own papers, conflicted ones, drafts and papers taken back")
  func listed() async throws {
    let stage = try await ReviewStage.open()
    let open = try await stage.paper("Open to all")
    _ = try await stage.paper("My own", by: stage.rita)
    _ = try await stage.paper("Authors say no", conflicts: [stage.rita])
    try await stage.conflict(stage.rita, with: try await stage.paper("Chairs say no"))
    let withdrawn = try await stage.paper("Taken back")
    let author = stage.conference.authorDesk(for: try await stage.conference.viewer(stage.author, at: stage.call.id))
    try await author.withdraw(withdrawn, reason: "")
    _ = try await author.register(
      .init(content: SubmissionContent(track: "research", title: "A draft"), authors: [], conflicts: []))
    let desk = try await stage.desk(stage.rita)
    #expect(try await desk.bids().papers.isEmpty)
    stage.clock.set(stage.bidding)
    #expect(try await desk.bids().papers.map(\.id) == [open])
    #expect(try await stage.desk(stage.ron).bids().papers.count == 4)
  }

  @Test("A bid on a conflicted, an own or an unknown paper is the same not found, and no other bid of the form is kept")
  func refused() async throws {
    let stage = try await ReviewStage.open()
    let open = try await stage.paper("Open to all")
    let own = try await stage.paper("My own", by: stage.rita)
    let conflicted = try await stage.paper("Authors say no", conflicts: [stage.rita])
    stage.clock.set(stage.bidding)
    let desk = try await stage.desk(stage.rita)
    for other in [own, conflicted, ID("nothing")] {
      await #expect(throws: Refusal.notFound) { try await desk.bid([open: "eager", other: "eager"]) }
    }
    let refusal = await #expect(throws: Refusal.self) { try await desk.bid([open: "overjoyed"]) }
    #expect(refusal?.fields == ["bids.\(open)"])
    #expect(try await desk.bids().papers.map(\.level) == [""])
    #expect(try await stage.recorded("bid") == 0)
  }

  @Test("Many bids are stored at once, unchanged ones untouched, and an empty level takes one back")
  func many() async throws {
    let stage = try await ReviewStage.open()
    let first = try await stage.paper("First")
    let second = try await stage.paper("Second")
    stage.clock.set(stage.bidding)
    let desk = try await stage.desk(stage.rita)
    try await desk.bid([first: "eager", second: "unwilling"])
    try await desk.bid([first: "eager", second: "unwilling"])
    #expect(try await stage.recorded("bid") == 2)
    try await desk.bid([first: "", second: "unwilling"])
    #expect(try await stage.recorded("bid") == 3)
    stage.clock.set(stage.call.calendar.bidding.closes)
    #expect(try await desk.bids().papers.map(\.id) == [second])
    #expect(try await stage.desk(stage.ron).bids().papers.isEmpty)
  }

  @Test("A conflict chosen among bids is declared with them, takes the paper out of the list and can be taken back")
  func conflict() async throws {
    let stage = try await ReviewStage.open()
    let (first, second) = (try await stage.paper("First"), try await stage.paper("Second"))
    let kept = try await stage.paper("Authors say no", conflicts: [stage.rita])
    stage.clock.set(stage.bidding)
    let desk = try await stage.desk(stage.rita)
    let wanted = [first: BidRules.conflictChoice, second: "eager"]
    let refusal = await #expect(throws: Refusal.self) { try await desk.bid(wanted) }
    #expect(refusal?.fields == ["kind"])
    #expect(try await desk.bids().given == 0)
    try await desk.bid(wanted, conflictKind: "advisor")
    try await desk.bid(wanted, conflictKind: "advisor")
    #expect(try await desk.bids().papers.map(\.id) == [second])
    #expect(try await stage.recorded("declare conflict") == 1)
    let own = try #require(try await desk.conflicts().conflicts.first)
    try await desk.withdrawConflict(own.id)
    #expect(try await desk.bids().papers.count == 2)
    for other in [kept, ID("nothing")] {
      await #expect(throws: Refusal.notFound) {
        try await desk.bid([other: BidRules.conflictChoice], conflictKind: "advisor")
      }
    }
    let closes = stage.call.calendar.bidding.closes
    stage.clock.set(closes)
    await #expect(throws: Refusal.closed(since: closes)) { try await desk.bid(wanted, conflictKind: "advisor") }
  }

  @Test("Bids are refused before bidding opens and from the second it closes")
  func period() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("In time")
    let desk = try await stage.desk(stage.rita)
    let period = stage.call.calendar.bidding
    stage.clock.set(period.opens.adding(.seconds(-1)))
    await #expect(throws: Refusal.notYetOpen(opens: period.opens)) { try await desk.bid([paper: "eager"]) }
    stage.clock.set(period.closes)
    await #expect(throws: Refusal.closed(since: period.closes)) { try await desk.bid([paper: "eager"]) }
    await #expect(throws: Refusal.closed(since: period.closes)) { try await desk.bid([ID("nothing"): "eager"]) }
  }

  @Test("Each reviewer meets the papers in an order of their own that stays, whatever else is registered")
  func order() async throws {
    let stage = try await ReviewStage.open()
    for number in 1...8 { _ = try await stage.paper("Paper \(number)") }
    stage.clock.set(stage.bidding)
    let ritas = try await stage.desk(stage.rita).bids().papers.map(\.number.value)
    let rons = try await stage.desk(stage.ron).bids().papers.map(\.number.value)
    #expect(ritas.count == 8 && ritas.sorted() == rons.sorted())
    #expect(ritas != rons && ritas != ritas.sorted())
    try await stage.desk(stage.rita).bid([:])
    #expect(try await stage.desk(stage.rita).bids().papers.map(\.number.value) == ritas)
  }

  @Test("Words, numbers and topics narrow the list, never beyond what the reviewer may know")
  func filtered() async throws {
    let stage = try await ReviewStage.open()
    _ = try await stage.paper("Caches that forget")
    _ = try await stage.paper("Caches of mine", by: stage.rita)
    let third = try await stage.paper("Quiet networks")
    stage.clock.set(stage.bidding)
    let desk = try await stage.desk(stage.rita)
    #expect(try await desk.bids(.init(query: "CACHES that")).papers.map(\.title) == ["Caches that forget"])
    let number = try await stage.number(of: third)
    #expect(try await desk.bids(.init(query: number)).papers.map(\.title) == ["Quiet networks"])
    #expect(try await desk.bids(.init(query: "caching", topic: "storage")).papers.count == 2)
    #expect(try await desk.bids(.init(topic: "agents")).papers.isEmpty)
  }

  @Test("Reviewers search papers to bid on in the language, by words they may know, and take the list along as a file")
  func language() async throws {
    let stage = try await ReviewStage.open()
    let first = try await stage.paper("Caches that forget")
    _ = try await stage.paper("Quiet networks")
    stage.clock.set(stage.bidding)
    let desk = try await stage.desk(stage.rita)
    let level = try #require(stage.call.bidding.levels.first?.key)
    try await desk.bid([first: level])
    func titles(_ query: String) async throws -> [String] { try await desk.bids(.init(query: query)).papers.map(\.title) }
    #expect(try await titles("title:caches OR title:quiet").count == 2)
    #expect(try await titles("NOT caches") == ["Quiet networks"])
    #expect(try await titles("bid:\(level)") == ["Caches that forget"])
    #expect(try await titles("bid:none") == ["Quiet networks"])
    #expect(try await titles("topic:storage topics >= 1").count == 2)
    #expect(try await titles("\"that forget\"") == ["Caches that forget"])
    let ofPapers = ["author:ada", "decision:accept", "text:words", "reviews > 1", "conflict:ada"]
    for hidden in ofPapers + ["reviewer:ron", "lead:me", "finding:any", "response:any", "shepherd:any"] {
      let page = try await desk.bids(.init(query: hidden))
      #expect(page.problem != nil && page.papers.isEmpty, "\(hidden) is understood")
      await #expect(throws: Refusal.self) { try await desk.bidTable(.init(query: hidden)) }
    }
    let table = try await desk.bidTable(.init(query: "sort:-topics show:topics*2"))
    #expect(table.entries.count == 2 && table.entries.allSatisfy { $0.columns == ["topics*2": 2] })
    #expect(table.csv.split(separator: "\r\n").first == "number,title,track,topics,bid,affinity,topics*2")
    #expect(table.entries.first { $0.title == "Caches that forget" }?.bid == level)
    stage.clock.set(stage.call.calendar.bidding.closes)
    #expect(try await titles("") == ["Caches that forget"])
  }

  @Test("Expertise keeps what is said of each topic and refuses topics and levels that are not offered")
  func expertise() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.desk(stage.rita)
    try await desk.setExpertise(["storage": 2, "agents": 1])
    try await desk.setExpertise(["storage": 2, "agents": 0])
    try await desk.setExpertise(["storage": 2, "agents": 0])
    let levels = try await desk.expertise().levels
    #expect(levels["storage"] == 2 && levels["agents"] == 0)
    #expect(try await stage.recorded("set expertise") == 2)
    let refusal = await #expect(throws: Refusal.self) { try await desk.setExpertise(["storage": 3, "weather": 1]) }
    #expect(refusal?.fields == ["topics.storage", "topics.weather"])
    #expect(try await stage.desk(stage.ron).expertise().levels.isEmpty)
  }

  @Test("Keywords replace those there were, each once, and count beside topics; too many or too long ones are refused")
  func keywords() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.desk(stage.rita)
    try await desk.setExpertise([:], keywords: [" KV  caches", "kv caches", "paging", ""])
    #expect(try await desk.expertise().keywords == "KV caches, paging")
    try await desk.setExpertise(["storage": 1])
    #expect(try await desk.expertise().keywords == "KV caches, paging")
    try await desk.setExpertise([:], keywords: ["paging"])
    try await desk.setExpertise([:], keywords: ["paging"])
    #expect(try await desk.expertise().keywords == "paging")
    #expect(try await stage.recorded("set keywords") == 2)
    for wrong in [(0...BidRules.keywordLimit).map { "word \($0)" }, [String(repeating: "w", count: 81)]] {
      let refusal = await #expect(throws: Refusal.self) { try await desk.setExpertise(["agents": 2], keywords: wrong) }
      #expect(refusal?.fields == ["keywords"])
    }
    #expect(try await desk.expertise().levels["agents"] == nil)
    #expect(try await stage.desk(stage.ron).expertise().keywords.isEmpty)
  }

  @Test("While bidding is open the home page leads there, and says when a bid was given")
  func tasks() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("To be liked")
    let desk = try await stage.desk(stage.rita)
    #expect(try await desk.home().tasks.map(\.label) == ["Expertise", "Conflicts of interest"])
    stage.clock.set(stage.bidding)
    #expect(try await desk.home().tasks.first?.isDone == false)
    try await desk.bid([paper: "willing"])
    #expect(try await desk.home().tasks.first?.isDone == true)
    stage.clock.set(stage.call.calendar.bidding.closes)
    #expect(try await desk.home().tasks.isEmpty)
  }

  @Test("Papers near to what a reviewer knows come first, with a bid or without, a hundred a page")
  func nearness() async throws {
    let stage = try await ReviewStage.open()
    for title in ["Ants", "Bees"] { _ = try await stage.paper(title) }
    stage.clock.set(stage.call.calendar.bidding.opens)
    let desk = try await stage.desk(stage.rita)
    #expect(try await desk.bids().papers.allSatisfy { $0.nearness == nil })
    try await desk.setExpertise(["storage": 2], keywords: [])
    let known = try await desk.bids()
    #expect(known.papers.allSatisfy { ($0.nearness ?? 0) > 0 } && known.found == 2 && known.total == 2)
    let first = try #require(known.papers.first)
    try await desk.bid([first.id: try #require(stage.call.bidding.levels.first).key])
    #expect(try await desk.bids(.init(bid: .given)).papers.map(\.id) == [first.id])
    let rest = try await desk.bids(.init(bid: .open), page: 7)
    #expect(rest.papers.count == 1 && rest.papers.first?.id != first.id && rest.page == 1 && rest.given == 1)
    #expect(try await desk.bids(.init(order: .number)).papers.map(\.title) == ["Ants", "Bees"])
  }
}
