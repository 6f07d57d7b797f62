import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("The record of reveals")
struct RevealTests {
  private func rows(_ stage: ReviewStage) async throws -> [RevealRow] {
    try await stage.conference.look {
      try $0.session.reveals(of: stage.call.id, limit: 100, offset: 0)
    }
  }

  @Test(
    "Each page a chair opens is one entry: who, when, of which papers, and what the rules let through"
  )
  func chair() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Caches")
    _ = try await stage.paper("Queues", by: stage.ruth)
    let desk = try await stage.chairDesk()
    let numbers = Set(try await desk.submissions().rows.map(\.number))
    #expect(try await rows(stage).count == 1)
    let list = try #require(try await rows(stage).first)
    #expect(
      list.person == stage.chair.id && list.entitlement == "chair" && list.page == "submissions")
    #expect(list.at == stage.clock.now && Set(list.papers) == numbers && numbers.count == 2)
    #expect(list.secrets == [.authors, .reviews])
    _ = try await desk.submission(paper)
    let page = try #require(try await rows(stage).first)
    let number = try await stage.number(of: paper)
    #expect(page.page == "submission" && page.papers.map(\.description) == [number])
    let expected: Set<Secret> = [
      .authors, .reviewerIdentity, .assignments, .bids, .reviewsForChairs, .decision, .discussion,
    ]
    #expect(expected.isSubset(of: page.secrets))
    _ = try await desk.file(.manuscript, version: 1, of: paper)
    #expect(try await rows(stage).first?.secrets == [.originalFiles])
    #expect(try await desk.submissions(.init(query: "no such paper")).rows.isEmpty)
    #expect(try await rows(stage).count == 3)
    #expect(try await stage.conference.look { try $0.session.firstBrokenReveal() } == nil)
  }

  @Test(
    "What is released leaves the record: decisions after their release, reviews once they are due to authors"
  )
  func released() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Caches")
    try await stage.review(paper, by: [stage.rita])
    stage.clock.set(stage.notification)
    let desk = try await stage.chairDesk()
    try await desk.decide(paper, kind: stage.accept, note: "")
    _ = try await desk.decisions()
    #expect(try await rows(stage).first?.secrets == [.decision])
    try await desk.release(confirmed: true)
    let before = try await rows(stage).count
    _ = try await desk.decisions()
    #expect(try await rows(stage).count == before)
  }

  @Test("Reviewers' looks are entries too, authors' looks at their own papers are none")
  func reviewersAndAuthors() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Caches")
    try await stage.runDue()
    try await stage.review(paper, by: [stage.rita, stage.ron])
    let task = try #require(
      try await stage.conference.look {
        try $0.session.assignments(of: stage.rita.id, in: stage.call.id).first
      })
    _ = try await stage.authorDesk().page(paper)
    #expect(try await rows(stage).isEmpty)
    _ = try await stage.desk(stage.rita).review(task.id)
    let row = try #require(try await rows(stage).first)
    #expect(
      row.person == stage.rita.id && row.entitlement == "reviewer"
        && row.secrets == [.reviews, .discussion])
    _ = try await stage.desk(stage.rita).file(.manuscript, of: task.id)
    #expect(try await rows(stage).first?.secrets == [.reviewerCopy])
  }

  @Test(
    "Chairs read it without the papers they may not know of, and find one paper's entries by its number"
  )
  func page() async throws {
    let stage = try await ReviewStage.open()
    let open = try await stage.paper("Open")
    let hidden = try await stage.paper("Hidden")
    try await stage.conflict(stage.otherChair, with: hidden)
    let desk = try await stage.chairDesk()
    _ = try await desk.submissions()
    _ = try await desk.submission(hidden)
    let numbers = [try await stage.number(of: open), try await stage.number(of: hidden)]
    #expect(try await desk.reveals().rows.count == 2)
    let other = try await stage.chairDesk(stage.otherChair)
    let seen = try await other.reveals().rows
    #expect(seen.count == 1 && seen.flatMap(\.papers).map(\.description) == [numbers[0]])
    #expect(seen.first?.who == stage.chair.name)
    #expect(try await other.reveals(paper: Int(numbers[1].dropFirst())).rows.isEmpty)
    #expect(try await desk.reveals(paper: Int(numbers[1].dropFirst())).rows.count == 2)
    #expect(try await desk.reveals(query: "submissions clara").rows.count == 1)
    await #expect(throws: Refusal.notFound) {
      try stage.conference.chairDesk(
        for: try await stage.conference.viewer(stage.rita, at: stage.call.id))
    }
  }

  @Test("On a full disk pages are still shown, and their entries are written when there is room")
  func fullDisk() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let clara = try await house.person("Clara Chair", .chair)
    try await house.paper("Disk", by: ada)
    let disk = FillingDisk()
    let full = try await house.onDisk(disk)
    let desk = try full.chairDesk(for: try await full.viewer(clara, at: house.call.id))
    disk.leaveRoom(forWrites: 0)
    #expect(try await desk.submissions().rows.count == 1)
    #expect(try await desk.submissions().rows.count == 1)
    func entries() async throws -> Int {
      try await house.conference.look { [house] in
        try $0.session.reveals(of: house.call.id, limit: 9, offset: 0).count
      }
    }
    #expect(try await entries() == 0)
    disk.leaveRoom(forWrites: nil)
    #expect(try await desk.submissions().rows.count == 1)
    #expect(try await entries() == 3)
    #expect(try await house.conference.look { try $0.session.firstBrokenReveal() } == nil)
  }
}

@Suite("What chairs open to reviewers against the blindness of the call")
struct OpeningTests {
  private static let reason =
    "A suspicion of a fake identity has to be judged by someone who knows the field."

  @Test("needs a reason, a reviewer of the paper, and one of the two things that can be opened")
  func refused() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Suspicious")
    _ = try await stage.assign(paper, to: [stage.rita])
    let desk = try await stage.chairDesk()
    for (secret, person, reason, field) in [
      ("authors", stage.rita, "because", "reason"), ("authors", stage.ron, Self.reason, "reviewer"),
      ("authors", stage.author, Self.reason, "reviewer"),
      ("decision", stage.rita, Self.reason, "secret"),
      ("", stage.rita, Self.reason, "secret"),
    ] {
      let found = await problems {
        try await desk.open(secret, of: paper, to: person.id, reason: reason)
      }
      #expect(found.map(\.field) == [field])
    }
    #expect(try await stage.recorded("open") == 0)
  }

  @Test("shows it to that reviewer of that paper and nobody else, and tells every other chair")
  func opened() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Suspicious")
    let other = try await stage.paper("Other")
    let tasks =
      try await stage.assign(paper, to: [stage.rita, stage.ron])
      + stage.assign(other, to: [stage.rita])
    let desk = try await stage.chairDesk()
    for _ in 0..<2 {
      try await desk.open("authors", of: paper, to: stage.rita.id, reason: Self.reason)
    }
    func authors(_ person: Person, _ task: ID<Assignment>) async throws -> Disclosure<[Author]> {
      try await stage.desk(person).review(task).authors
    }
    guard case .shown(let names) = try await authors(stage.rita, tasks[0]) else {
      Issue.record("not shown")
      return
    }
    #expect(names.map(\.email).contains(stage.author.email))
    #expect(try await authors(stage.ron, tasks[1]) == .hidden(.doubleBlind))
    #expect(try await authors(stage.rita, tasks[2]) == .hidden(.doubleBlind))
    #expect(try await stage.recorded("open") == 1)
    let letters = try await stage.letters("opened")
    #expect(letters.map(\.toEmail) == [stage.otherChair.email])
    #expect(letters.first?.body.replacing("\n", with: " ").contains("fake identity") == true)
    let panel = try await stage.chairDesk(stage.otherChair).submission(paper).openings
    #expect(
      panel.openings.map(\.reason) == [Self.reason]
        && panel.openings.map(\.by) == [stage.chair.name])
    let reveals = try await desk.reveals(query: "authors reviewer").rows
    #expect(
      reveals.contains {
        $0.who == stage.rita.name && $0.entitlement == "reviewer" && $0.secrets.contains("authors")
      })
  }

  @Test("is not told to a chair in conflict with the paper")
  func conflicted() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Suspicious")
    try await stage.conflict(stage.otherChair, with: paper)
    _ = try await stage.assign(paper, to: [stage.rita])
    try await stage.chairDesk().open("authors", of: paper, to: stage.rita.id, reason: Self.reason)
    #expect(try await stage.letters("opened").isEmpty)
    #expect(
      !contents(of: try await stage.chairDesk(stage.otherChair).audit()).contains("fake identity"))
  }
}
