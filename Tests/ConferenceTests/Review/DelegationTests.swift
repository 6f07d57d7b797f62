import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Reviews that somebody from outside writes")
struct DelegationTests {
  /// Ada's paper, reviewed by Rita and Ron; Clara chairs.
  private struct Stage {
    let house: TestHouse
    let ada: Person
    let rita: Person
    let ron: Person
    let clara: Person
    let paper: ID<Submission>
    let mine: ID<Assignment>
    let rons: ID<Assignment>

    static func open(_ policy: String = "yes") async throws -> Stage {
      let house = try await TestHouse.open(changing: {
        $0.replacing("\nassignment:\n", with: "\nassignment:\n  delegation: \(policy)\n")
      })
      let ada = try await house.person("Ada Byron")
      let paper = try await house.paper("Caches", by: ada)
      let people = [try await house.person("Rita Reviewer", .reviewer), try await house.person("Ron Reviewer", .reviewer)]
      let clara = try await house.person("Clara Chair", .chair)
      house.clock.set(house.call.calendar.reviewing.opens)
      let given = try await house.assign(paper, to: people)
      return Stage(
        house: house, ada: ada, rita: people[0], ron: people[1], clara: clara, paper: paper, mine: given[0], rons: given[1])
    }

    func ask(_ email: String = "nina@out.example", name: String = "Nina") async throws {
      try await house.reviewerDesk(rita).delegate(mine, name: name, email: email, message: "You know caches.")
    }

    /// Does what is due and returns the letters that ask, as they left the house.
    @discardableResult
    func run() async throws -> [MailMessage] {
      try await house.delivered().filter { $0.body.contains("/delegation/") && !$0.body.contains("/reviews/") }
    }

    func delegation(of id: ID<Assignment>? = nil) async throws -> DelegationRow {
      let id = id ?? mine
      return try #require(try await house.conference.look { try $0.session.delegations(of: id).first })
    }

    /// What the link of the letter that asks ends with.
    func token(of letters: [MailMessage]) throws -> String {
      let letter = try #require(letters.last)
      return String(try #require(letter.body.firstMatch(of: /\/delegation\/([\w-]+)/)).1)
    }

    func external(_ email: String = "nina@out.example") async throws -> ExternalDesk {
      let person = try #require(try await house.conference.look { try $0.session.person(email: email) })
      return house.conference.externalDesk(for: try await house.conference.viewer(person, at: house.call.id))
    }

    /// Asked, accepted.
    func accepted() async throws -> ID<Delegation> {
      try await ask()
      let token = try token(of: try await run())
      _ = try await house.conference.answerDelegation(token: token, accepts: true, isFree: true, device: "Test")
      return try await delegation().id
    }

    func answers(_ text: String) throws -> ReviewAnswers {
      let form = try #require(house.call.track("research")?.reviewForm)
      return ReviewAnswers(
        scores: Dictionary(uniqueKeysWithValues: form.scored.map { ($0.key, 3) }),
        texts: Dictionary(uniqueKeysWithValues: form.texts.map { ($0.key, text) }))
    }

    func isGone(_ id: ID<Delegation>) async throws -> Bool {
      let desk = try await external()
      let reads = try await refusal { _ = try await desk.page(id) }
      let writes = try await refusal { try await desk.saveDraft(id, basedOn: 0, ReviewAnswers()) }
      return reads == .notFound && writes == .notFound
    }
  }

  @Test(
    "Somebody from outside writes a draft and nothing else; the reviewer takes it over, changes it and submits it as their own")
  func year() async throws {
    let stage = try await Stage.open()
    let (house, desk) = (stage.house, try await stage.house.reviewerDesk(stage.rita))
    try await house.reviewerDesk(stage.ron).submit(stage.rons, basedOn: 0, try stage.answers("Ron's own opinion."))
    try await stage.ask()
    try await stage.ask()
    let sent = try await stage.run()
    #expect(sent.map(\.to.address.text) == ["nina@out.example"])
    let token = try stage.token(of: sent)
    let asked = contents(of: try await house.conference.delegationPage(token: token))
    #expect(asked.contains("Caches") && asked.contains("Rita Reviewer") && !asked.contains("Ada"))
    guard
      case .invalid = try await refusal({
        _ = try await house.conference.answerDelegation(token: token, accepts: true, isFree: false, device: "Test")
      })
    else { return #expect(Bool(false), "accepted without a word on conflicts") }
    _ = try await house.conference.answerDelegation(token: token, accepts: true, isFree: true, device: "Test")
    #expect(try await refusal { _ = try await house.conference.delegationPage(token: token) } == .notFound)

    let id = try await stage.delegation().id
    let nina = try await stage.external()
    try await nina.saveDraft(id, basedOn: 0, try stage.answers("Words by Nina."))
    #expect(try await refusal { try await nina.saveDraft(id, basedOn: 0, ReviewAnswers()) } == .stale)
    try await nina.handOver(id, basedOn: 1, try stage.answers("Words by Nina."))
    #expect(try await house.letters("delegation-news").map(\.toEmail) == [stage.rita.email, stage.rita.email])
    let page = contents(of: try await nina.page(id))
    for hidden in ["Ada", "Ron", "Reviewer 2", "opinion"] { #expect(!page.contains(hidden), "\(hidden)") }
    #expect(contents(of: try await desk.delegation(stage.mine)).contains("Words by Nina."))

    try await desk.saveDraft(stage.mine, basedOn: 0, ReviewAnswers(texts: ["strengths": "Mine first."]))
    try await desk.takeDraft(of: id, into: stage.mine)
    let taken = try await desk.review(stage.mine)
    #expect(taken.answers.texts["strengths"] == "Mine first.\n\nWords by Nina." && taken.version == 2)
    try await desk.submit(stage.mine, basedOn: 2, taken.answers)
    let writer = try #require(try await house.conference.look { try $0.session.person(email: "nina@out.example") })
    let record = try await house.conference.look { [call = house.call] act in
      try act.session.audit(of: call.id, chairedBy: "", limit: 1_000, offset: 0)
    }
    #expect(record.contains { $0.act == "review" && $0.detail.hasSuffix("with a draft by person \(writer.id)") })
    #expect(try await house.recorded("hand over delegated draft") == 1)
    #expect(try await house.recorded("take over delegated draft") == 1)
    let other = contents(of: try await house.reviewerDesk(stage.ron).review(stage.rons))
    #expect(other.contains("Words by Nina.") && !other.contains("Nina</"))
  }

  @Test("Where the call wants it, nothing is written before a chair who may know the paper agrees; the reviewer learns yes or no")
  func approval() async throws {
    let stage = try await Stage.open("approval")
    let house = stage.house
    let torn = try await house.person("Tor Chair", .chair)
    try await house.conflict(torn, with: stage.paper)
    try await stage.ask()
    #expect(try await stage.run().isEmpty)
    let id = try await stage.delegation().id
    #expect(try await house.chairDesk(torn).delegations().waiting.isEmpty)
    let hidden = try await refusal { try await house.chairDesk(torn).judgeDelegation(id, approves: true) }
    #expect(hidden == .notFound)
    let chair = try await house.chairDesk(stage.clara)
    #expect(try await chair.delegations().waiting.map(\.name) == ["Nina"])
    try await chair.judgeDelegation(id, approves: true)
    try await chair.judgeDelegation(id, approves: true)
    let sent = try await stage.run()
    #expect(sent.count == 1)
    let token = try stage.token(of: sent)
    #expect(try await house.recorded("approve delegation") == 1)
    _ = try await house.conference.answerDelegation(token: token, accepts: true, isFree: true, device: "Test")
    _ = try await stage.external().page(id)
    try await chair.judgeDelegation(id, approves: false)
    #expect(try await stage.isGone(id))
    #expect(contents(of: try await house.reviewerDesk(stage.rita).delegation(stage.mine)).contains("did not agree"))
  }

  @Test("Asking an author, somebody in conflict or whom another reviewer asked is answered as ever, and nobody is written to")
  func silent() async throws {
    let stage = try await Stage.open()
    let house = stage.house
    let rival = try await house.person("Rival Person")
    try await house.conflict(rival, with: stage.paper)
    let desk = try await house.reviewerDesk(stage.rita)
    var (pages, written): (Set<String>, [String]) = ([], [])
    for email in ["nobody@out.example", stage.ada.email, rival.email] {
      house.clock.advance(by: .minutes(1))
      try await stage.ask(email, name: "Somebody")
      written += try await stage.run().map(\.to.address.text)
      let shown = try #require(try await desk.delegation(stage.mine).asked.first)
      pages.insert("\(shown.state) \(shown.isStanding) \(shown.draft == nil) \(shown.offersDraft) \(shown.name)")
      try await desk.takeBack(shown.id, of: stage.mine)
    }
    #expect(pages.count == 1 && written == ["nobody@out.example"])
    house.clock.advance(by: .minutes(1))
    try await stage.ask()
    #expect(try await stage.run().count == 1)
    try await house.reviewerDesk(stage.ron).delegate(stage.rons, name: "Nina", email: "NINA@out.example", message: "")
    #expect(try await stage.run().isEmpty)
    let known = try await refusal {
      try await house.reviewerDesk(stage.ron).takeBack(stage.delegation(of: stage.rons).id, of: stage.rons)
      try await house.reviewerDesk(stage.ron).delegate(stage.rons, name: "Clara", email: stage.clara.email, message: "")
    }
    guard case .invalid = known else { return #expect(Bool(false), "somebody of the program was asked") }
  }

  @Test("What was accepted ends at once when it is taken back, the paper is handed back or withdrawn, or a conflict is found")
  func ends() async throws {
    let ends: [(String, @Sendable (Stage, ID<Delegation>) async throws -> Void)] = [
      ("taken back", { try await $0.house.reviewerDesk($0.rita).takeBack($1, of: $0.mine) }),
      ("recused", { stage, _ in try await stage.house.reviewerDesk(stage.rita).recuse(stage.mine, reason: "No time.") }),
      ("withdrawn", { stage, _ in try await stage.house.authorDesk(stage.ada).withdraw(stage.paper, reason: "") }),
      (
        "taken from the reviewer",
        { stage, _ in
          try await stage.house.chairDesk(stage.clara).unassign(reviewer: stage.rita.id, from: stage.paper)
        }
      ),
      ("the reviewer is in conflict", { stage, _ in try await stage.house.conflict(stage.rita, with: stage.paper) }),
      (
        "the office ends",
        { stage, _ in
          try await stage.house.chairDesk(stage.clara).endOffice(stage.rita.id, role: "reviewer")
        }
      ),
      ("given back", { stage, id in try await stage.external().giveBack(id) }),
      (
        "a conflict is found",
        { stage, _ in
          let nina = try #require(try await stage.house.conference.look { try $0.session.person(email: "nina@out.example") })
          try await stage.house.conflict(nina, with: stage.paper)
        }
      ),
    ]
    for (name, end) in ends {
      let stage = try await Stage.open()
      let id = try await stage.accepted()
      _ = try await stage.external().page(id)
      try await end(stage, id)
      #expect(try await stage.isGone(id), "\(name)")
      try await stage.run()
      let told = try await stage.house.letters("delegation-ended")
      #expect(told.allSatisfy { !$0.body.contains("Caches") && !$0.subject.contains("Caches") })
      #expect(told.count == (["taken back", "recused", "withdrawn", "taken from the reviewer"].contains(name) ? 1 : told.count))
    }
  }

  @Test("After the discussion nobody from outside reads or writes any more, and where the call has no delegation there is none")
  func closed() async throws {
    let stage = try await Stage.open()
    let id = try await stage.accepted()
    let closes = stage.house.call.calendar.discussion.closes
    stage.house.clock.set(closes)
    #expect(try await refusal { _ = try await stage.external().page(id) } == .closed(since: closes))
    let plain = try await Stage.open("no")
    let desk = try await plain.house.reviewerDesk(plain.rita)
    #expect(try await refusal { _ = try await desk.delegation(plain.mine) } == .notFound)
    #expect(try await refusal { try await plain.ask() } == .notFound)
    #expect(try await refusal { _ = try await plain.house.chairDesk(plain.clara).delegations() } == .notFound)
    #expect(!contents(of: try await desk.review(plain.mine)).contains("delegation"))
  }

  @Test("Erased, whoever wrote from outside leaves no address and no draft, and the record stays whole")
  func erased() async throws {
    let stage = try await Stage.open()
    let id = try await stage.accepted()
    try await stage.external().saveDraft(id, basedOn: 0, try stage.answers("Words by Nina."))
    let nina = try #require(try await stage.house.conference.look { try $0.session.person(email: "nina@out.example") })
    try await stage.house.conference.act { act in
      try act.session.beginErasing(nina, as: "x@erased.invalid", named: "Erased", at: act.now)
      try act.session.finishErasing(nina.id, publishedKinds: [], at: act.now)
    }
    let row = try await stage.delegation()
    #expect(row.email == "x@erased.invalid" && row.name.isEmpty && row.facts.ended != nil)
    #expect(try await stage.house.conference.look { try $0.session.draft(of: id) } == nil)
  }
}
