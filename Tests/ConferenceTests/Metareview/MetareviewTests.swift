import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Meta-reviews")
struct MetareviewTests {
  private static let policy = "metareviews: {load-maximum: 2, reads-reviews: when-due, shown-to-authors: yes}"

  /// A house with a metareviewer Mira, a chair, and Ada's paper reviewed by Rita.
  private struct Stage {
    let house: TestHouse
    let mira: Person
    let clara: Person
    let ada: Person
    let rita: Person
    let paper: ID<Submission>

    static func open() async throws -> Stage {
      let house = try await TestHouse.open(adding: policy)
      let ada = try await house.person("Ada Byron")
      let stage = Stage(
        house: house, mira: try await house.person("Mira Meta", .metareviewer),
        clara: try await house.person("Clara Chair", .chair),
        ada: ada, rita: try await house.person("Rita Reviewer", .reviewer), paper: try await house.paper("Caches", by: ada))
      house.clock.set(house.call.calendar.submission.closes.adding(.hours(1)))
      return stage
    }

    func task() async throws -> ID<Metareview> {
      let paper = paper
      let row = try await house.conference.look { try $0.session.metareviewTask(of: paper) }
      return try #require(row).id
    }

    func review(_ text: String) async throws {
      let assignment = try #require(try await house.assign(paper, to: [rita]).first)
      house.clock.set(house.call.calendar.reviewing.opens)
      let form = try #require(house.call.track("research")?.reviewForm)
      try await house.reviewerDesk(rita).submit(
        assignment, basedOn: 0,
        ReviewAnswers(
          scores: Dictionary(uniqueKeysWithValues: form.scored.map { ($0.key, 3) }),
          texts: Dictionary(uniqueKeysWithValues: form.texts.map { ($0.key, "\($0.shownToAuthors ? text : "Private.")") })))
    }
  }

  private let whole = MetareviewText(toAuthors: "Both agree.", toChairs: "A clear case.", recommendation: "accept")

  @Test(
    "A metareviewer reads reviews from when they are due, leads the discussion and sums up; authors read their part on release")
  func year() async throws {
    let stage = try await Stage.open()
    let house = stage.house
    try await house.chairDesk(stage.clara).giveMetareview(of: stage.paper, to: stage.mira.id)
    #expect(try await house.letters("metareview-assigned").map(\.toEmail) == [stage.mira.email])
    let task = try await stage.task()
    try await stage.review("Sound work.")
    let desk = try await house.reviewerDesk(stage.mira)
    let early = try await desk.metareview(task)
    #expect(!contents(of: early).contains("Sound work.") && !contents(of: early).contains("Ada Byron"))
    #expect(
      try await refusal { try await desk.comment(task, text: "Well?") }
        == .notYetOpen(opens: house.call.calendar.reviewing.closes))
    #expect(
      try await refusal { try await desk.submit(task, basedOn: 0, whole) }
        == .notYetOpen(opens: house.call.calendar.reviewing.closes))

    house.clock.set(house.call.calendar.reviewing.closes)
    let page = try await desk.metareview(task)
    #expect(contents(of: page).contains("Sound work.") && !contents(of: page).contains("Private."))
    #expect(!contents(of: page).contains("Rita Reviewer") && !contents(of: page).contains("Ada Byron"))
    try await desk.comment(task, text: "Does anybody object?")
    #expect(contents(of: try await house.chairDesk(stage.clara).submission(stage.paper)).contains("Mira Meta (Metareviewer)"))
    let assignment = try #require(try await house.assignments(of: stage.paper).first)
    let seen = contents(of: try await house.reviewerDesk(stage.rita).review(assignment.id))
    #expect(seen.contains("Does anybody object?") && !seen.contains("Mira Meta"))

    let open = try await refusal { try await desk.submit(task, basedOn: 0, MetareviewText(toChairs: "A clear case.")) }
    guard case .invalid(let problems) = open else { return #expect(Bool(false), "an unfinished meta-review was taken") }
    #expect(problems.map(\.field) == ["toAuthors", "recommendation"])
    #expect(try await desk.submit(task, basedOn: 0, whole) == 1)
    #expect(try await desk.submit(task, basedOn: 1, whole) == 1)
    #expect(try await house.recorded("meta-review") == 1)
    let list = contents(of: try await house.chairDesk(stage.clara).decisions())
    #expect(list.contains("recommendation"))
    #expect(contents(of: try await house.chairDesk(stage.clara).submission(stage.paper)).contains("A clear case."))
    #expect(!contents(of: try await house.authorDesk(stage.ada).page(stage.paper)).contains("Both agree."))

    house.clock.set(house.call.calendar.notification)
    let chair = try await house.chairDesk(stage.clara)
    try await chair.decide(stage.paper, kind: "accept", note: "", version: 0)
    #expect(!contents(of: try await house.authorDesk(stage.ada).page(stage.paper)).contains("Both agree."))
    try await chair.release(confirmed: true)
    let told = contents(of: try await house.authorDesk(stage.ada).page(stage.paper))
    let letter = try #require(try await house.letters("decision").first)
    #expect(letter.body.contains("Both agree.") && !letter.body.contains("A clear case."))
    #expect(told.contains("Both agree.") && !told.contains("A clear case.") && !told.contains("Mira Meta"))
    #expect(try await refusal { try await desk.saveDraft(task, basedOn: 1, MetareviewText(toAuthors: "Late.")) } != nil)
  }

  @Test("Of two tabs on one meta-review the second is told, sees both texts, and nothing is lost")
  func tabs() async throws {
    let stage = try await Stage.open()
    try await stage.house.chairDesk(stage.clara).giveMetareview(of: stage.paper, to: stage.mira.id)
    let task = try await stage.task()
    stage.house.clock.set(stage.house.call.calendar.reviewing.closes)
    let desk = try await stage.house.reviewerDesk(stage.mira)
    #expect(try await desk.saveDraft(task, basedOn: 0, MetareviewText(toAuthors: "First.")).version == 1)
    let second = MetareviewText(toAuthors: "Second.")
    #expect(try await refusal { try await desk.saveDraft(task, basedOn: 0, second) } == .stale)
    let page = try await desk.metareview(task, typed: .init(text: second, staleAgainst: 0))
    #expect(page.text.toAuthors == "Second." && page.savedElsewhere?.toAuthors == "First.")
    #expect(try await desk.saveDraft(task, basedOn: 1, second).version == 2)
  }

  @Test("Nobody leads the discussion of a paper they wrote, are in conflict with or review, nor reviews one they lead")
  func apart() async throws {
    let stage = try await Stage.open()
    let house = stage.house
    let desk = try await house.chairDesk(stage.clara)
    let both = try await house.person("Bo Both", .reviewer, .metareviewer)
    let torn = try await house.person("Tor Torn", .metareviewer)
    try await house.conflict(torn, with: stage.paper)
    try await house.assign(stage.paper, to: [both])
    for person in [both, torn, stage.rita, stage.ada] {
      guard case .invalid = try await refusal({ try await desk.giveMetareview(of: stage.paper, to: person.id) }) else {
        Issue.record("\(person.name) was given the paper")
        continue
      }
    }
    try await desk.giveMetareview(of: stage.paper, to: stage.mira.id)
    try await house.conference.act { [call = house.call] act in
      try act.session.grant(.reviewer, to: stage.mira.id, at: call.id, id: act.newToken(), by: nil, now: act.now)
    }
    guard case .invalid = try await refusal({ try await desk.assign(reviewer: stage.mira.id, to: stage.paper) }) else {
      return #expect(Bool(false), "the metareviewer was given the review too")
    }
    let task = try await stage.task()
    #expect(try await house.reviewerDesk(stage.mira).metareview(task).number.description == house.number(of: stage.paper))
    let told = await problems { try await desk.addConflict(stage.paper, person: stage.mira.id, kind: "advisor") }
    #expect(told.map(\.field) == ["ends"])
    #expect(try await house.reviewerDesk(stage.mira).home().led.count == 1)
    try await desk.addConflict(stage.paper, person: stage.mira.id, kind: "advisor", endsTask: true)
    let mira = try await house.reviewerDesk(stage.mira)
    #expect(try await refusal { _ = try await mira.metareview(task) } == .notFound)
    #expect(try await mira.home().led.isEmpty)
  }

  @Test("Whoever turns out to be in conflict finds the paper they lead no more, though the task stands")
  func conflict() async throws {
    let stage = try await Stage.open()
    let house = stage.house
    try await house.chairDesk(stage.clara).giveMetareview(of: stage.paper, to: stage.mira.id)
    let mira = try await house.reviewerDesk(stage.mira)
    #expect(try await mira.home().led.count == 1)
    try await house.conflict(stage.mira, with: stage.paper)
    #expect(try await mira.home().led.isEmpty)
    let task = try await stage.task()
    #expect(try await refusal { _ = try await mira.metareview(task) } == .notFound)
  }

  @Test(
    "Metareviewers are proposed by affinity under load and conflict, and assigned by a table after its preview, a letter each")
  func propose() async throws {
    let stage = try await Stage.open()
    let house = stage.house
    house.clock.set(house.call.calendar.submission.opens)
    for title in ["Stores", "Kernels"] { try await house.paper(title, topics: ["agents"], by: stage.ada) }
    house.clock.set(house.call.calendar.submission.closes.adding(.hours(1)))
    let expert = try await house.person("Eva Expert", .metareviewer)
    try await house.expertise(expert, ["storage": 2])
    let desk = try await house.chairDesk(stage.clara)
    let csv = try await desk.proposeMetareviewers()
    let lines = csv.split(separator: "\n").map(String.init)
    #expect(lines.count == 4 && lines.first == "paper,metareviewer")
    let number = try await house.number(of: stage.paper).dropFirst()
    #expect(lines.contains("\(number),\(expert.email)"))
    for person in [stage.mira, expert] { #expect(lines.count { $0.hasSuffix(",\(person.email)") } <= 2) }
    let preview = try #require(try await desk.metareviews(csv: csv).preview)
    #expect(preview.total == 3)
    #expect(try await house.letters("metareview-assigned").isEmpty)
    #expect(try await refusal { try await desk.assignMetareviewers(csv, seen: "other") } == .stale)
    #expect(try await desk.assignMetareviewers(csv, seen: preview.seen) == 3)
    #expect(Set(try await house.letters("metareview-assigned").map(\.toEmail)).count == 2)
    #expect(try await house.letters("metareview-assigned").count == 2)
    #expect(try await desk.proposeMetareviewers() == "paper,metareviewer")
    let listed = try await desk.metareviews(page: 7)
    #expect(listed.page == 1 && listed.found == listed.rows.count && listed.found > 0)
    let wrong = try await desk.metareviews(csv: "paper,metareviewer\n\(number),\(stage.rita.email)\n99999,\(expert.email)\n")
    #expect(wrong.preview == nil && wrong.problems.map { $0.message.prefix(7) } == ["Line 2:", "Line 3:"])
    house.clock.set(house.call.calendar.bidding.opens)
    let back = "paper,metareviewer\n\(number),\n"
    let taken = try #require(try await desk.metareviews(csv: back).preview)
    #expect(try await desk.assignMetareviewers(back, seen: taken.seen) == 1)
    #expect(try await house.letters("metareview-not-needed").map(\.toEmail) == [expert.email])
  }

  @Test("The table of metareviewers is read by other names of its columns too, and tells what it passes over")
  func list() async throws {
    let stage = try await Stage.open()
    let desk = try await stage.house.chairDesk(stage.clara)
    let number = try await stage.house.number(of: stage.paper)
    let csv = "number,title,email\n\(number),Caches,\(stage.mira.email)\n"
    let preview = try #require(try await desk.metareviews(csv: csv).preview)
    #expect(preview.total == 1 && preview.passedOver == ["title"])
    #expect(try await desk.assignMetareviewers(csv, seen: preview.seen) == 1)
    #expect(try await stage.house.letters("metareview-assigned").map(\.toEmail) == [stage.mira.email])
    let lacking = try await desk.metareviews(csv: "number,title\n\(number),Caches\n")
    #expect(lacking.preview == nil && lacking.problems.map { $0.message.contains("“metareviewer” is missing") } == [true])
  }

  @Test("A metareviewer who hands the paper back or loses the office finds nothing of it; chairs learn why")
  func leaving() async throws {
    let stage = try await Stage.open()
    let house = stage.house
    let chair = try await house.chairDesk(stage.clara)
    try await chair.giveMetareview(of: stage.paper, to: stage.mira.id)
    let task = try await stage.task()
    let desk = try await house.reviewerDesk(stage.mira)
    #expect(try await desk.home().led.map(\.id) == [task])
    try await desk.recuse(task, reason: "I know them.")
    try await desk.recuse(task, reason: "I know them.")
    try await house.conference.jobRunner(inspector: try FixedInspector(seeing: "conforming"), transport: MemoryTransport())
      .runDue()
    #expect(try await house.letters("metareviewer-left").map(\.toEmail) == [stage.clara.email])
    #expect(try await refusal { _ = try await desk.metareview(task) } == .notFound)
    try await chair.giveMetareview(of: stage.paper, to: stage.mira.id)
    let again = try await stage.task()
    #expect(again != task)
    try await chair.endOffice(stage.mira.id, role: "metareviewer")
    #expect(try await refusal { _ = try await desk.metareview(again) } == .notFound)
    try await house.conference.jobRunner(inspector: try FixedInspector(seeing: "conforming"), transport: MemoryTransport())
      .runDue()
    #expect(try await house.conference.look { try $0.session.metareviewTask(of: stage.paper)?.id } == nil)
  }

  @Test("A call that says nothing of meta-reviews has no such office and no such page")
  func without() async throws {
    let house = try await TestHouse.open()
    let clara = try await house.person("Clara Chair", .chair)
    let ada = try await house.person("Ada Byron")
    let paper = try await house.paper("Caches", by: ada)
    house.clock.set(house.call.calendar.submission.closes.adding(.hours(1)))
    let desk = try await house.chairDesk(clara)
    #expect(try await refusal { _ = try await desk.metareviews() } == .notFound)
    #expect(try await refusal { try await desk.giveMetareview(of: paper, to: nil) } == .notFound)
    #expect(try await desk.submission(paper).metareview == nil)
    #expect(!(try await desk.people().offices.map(\.key)).contains("metareviewer"))
    let refused = try await refusal { try await desk.invite(.init(emails: "m@example.org", role: "metareviewer")) }
    guard case .invalid = refused else { return #expect(Bool(false), "a metareviewer was invited") }
    #expect(try await house.letters("invitation").isEmpty)
  }
}
