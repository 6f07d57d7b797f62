import PeerReview
import Testing

@Suite("Artifacts and badges")
struct ArtifactRulesTests {
  private let call: Call
  private let policy: ArtifactPolicy

  init() throws {
    call = try CallFixtures.mlsys()
    policy = try #require(call.artifacts)
  }

  private func facts(
    accepted: Bool = true, released: Bool = true, registered: Bool = true, version: Int = 1, badges: Instant? = nil
  ) -> ArtifactFacts {
    ArtifactFacts(
      isAccepted: accepted, releasedAt: released ? call.calendar.notification : nil, isRegistered: registered, version: version,
      badgesReleasedAt: badges)
  }

  private let full = ArtifactContent(
    description: "Code.", claims: [ArtifactClaim(claim: "It is fast.", experiments: "Run it.")], hardware: "Any.",
    duration: "An hour.", location: "10.5281/zenodo.1", badges: [.available, .functional])

  private func problems(_ rule: () throws -> Void) -> [FieldProblem] {
    do { try rule() } catch Refusal.invalid(let problems) { return problems } catch { return [] }
    return []
  }

  @Test("C18: it opens for accepted papers after decisions are released, and not before or for others")
  func opens() throws {
    let before = policy.calendar.registration.adding(.seconds(-1))
    try ArtifactRules.register(facts(registered: false), call: call, at: before)
    for shut in [facts(accepted: false), facts(released: false)] {
      #expect(throws: Refusal.notFound) { try ArtifactRules.register(shut, call: call, at: before) }
      #expect(throws: Refusal.notFound) { try ArtifactRules.look(shut, call: call) }
    }
    let closes = policy.calendar.registration
    #expect(throws: Refusal.closed(since: closes)) { try ArtifactRules.register(facts(), call: call, at: closes) }
  }

  @Test("It can be changed to the microsecond before it is due, and answered until answers are due")
  func dates() throws {
    let due = policy.calendar.artifact
    let last = Instant(microseconds: due.microseconds - 1)
    try ArtifactRules.save(facts(), basedOn: 1, call: call, at: last)
    #expect(throws: Refusal.stale) { try ArtifactRules.save(facts(), basedOn: 0, call: call, at: last) }
    #expect(throws: Refusal.closed(since: due)) { try ArtifactRules.change(facts(), call: call, at: due) }
    #expect(throws: Refusal.notYetOpen(opens: due)) { try ArtifactRules.answer(facts(), call: call, at: last) }
    try ArtifactRules.answer(facts(), call: call, at: due)
    let answers = policy.calendar.answers
    #expect(throws: Refusal.closed(since: answers)) { try ArtifactRules.answer(facts(), call: call, at: answers) }
  }

  @Test("What is missing is named field by field, and nothing is when all is there")
  func missing() {
    #expect(ArtifactRules.missing(full, slots: [], policy: policy) == [])
    let empty = ArtifactRules.missing(ArtifactContent(), slots: [], policy: policy).map(\.field)
    #expect(empty == ["description", "claims", "hardware", "duration", "badges", "archive"])
    var other = full
    (other.location, other.badges, other.claims[0].experiments) = ("", [.functional], " ")
    #expect(ArtifactRules.missing(other, slots: [.archive], policy: policy).map(\.field) == ["claims.0.experiments"])
    other.badges = [.available]
    #expect(ArtifactRules.missing(other, slots: [.archive], policy: policy).map(\.field).contains("location"))
  }

  @Test("“Available” needs an archival repository; other badges take any address")
  func location() {
    var content = full
    content.location = "https://github.com/ada/engine"
    #expect(problems { try ArtifactRules.check(content, policy: policy) }.map(\.field) == ["location"])
    content.badges = [.functional]
    #expect(problems { try ArtifactRules.check(content, policy: policy) } == [])
    content.location = "my disk"
    #expect(problems { try ArtifactRules.check(content, policy: policy) }.map(\.field) == ["location"])
  }

  private func content(_ yes: [ArtifactBadge], no: [ArtifactBadge] = [], toAuthors: String = "") -> EvaluationContent {
    var content = EvaluationContent(toAuthors: toAuthors)
    for badge in yes {
      content.recommendations[badge.rawValue] = true
      content.checks += policy.badge(badge)?.checklist.map { "\(badge.rawValue).\($0.key)" } ?? []
    }
    for badge in no { content.recommendations[badge.rawValue] = false }
    return content
  }

  @Test("A badge is recommended when every check holds; what is not recommended says why")
  func evaluation() {
    let asked: [ArtifactBadge] = [.available, .functional]
    func handIn(_ content: EvaluationContent) -> [FieldProblem] {
      problems { try EvaluationRules.submit(content, requested: asked, policy: policy) }
    }
    #expect(handIn(content(asked)) == [])
    #expect(handIn(content([.available])).map(\.field) == ["badges.evaluated-functional"])
    var open = content(asked)
    open.checks.removeLast()
    #expect(handIn(open).first?.message.contains("Its scripts and software run") == true)
    #expect(handIn(content([.available], no: [.functional])).map(\.field) == ["toAuthors"])
    #expect(handIn(content([.available], no: [.functional], toAuthors: "It stops.")) == [])
    #expect(handIn(content(asked + [.reusable])).map(\.field) == ["checks", "badges"])
    var praised = content(asked)
    praised.nominates = true
    #expect(handIn(praised).map(\.field) == ["nomination"])
  }

  private func decide(
    _ badge: ArtifactBadge, awards: Bool = true, note: String = "", by evaluations: [EvaluationContent],
    decided: [ArtifactBadge: Bool] = [:], location: String = "10.5281/zenodo.1", releasedAt: Instant? = nil
  ) throws {
    try BadgeRules.decide(
      badge, awards: awards, note: note, requested: [.available, .functional, .reusable], location: location,
      evaluations: evaluations, decided: decided, releasedAt: releasedAt, policy: policy)
  }

  @Test("Each badge is decided by itself: availability is confirmed by a person, and nothing goes against everyone silently")
  func deciding() throws {
    let yes = content([.available, .functional], no: [.reusable], toAuthors: "Not reusable.")
    try decide(.available, by: [yes])
    #expect(!problems { try decide(.available, by: []) }.isEmpty)
    #expect(!problems { try decide(.available, note: "I looked.", by: [content([], no: [.available])]) }.isEmpty)
    #expect(!problems { try decide(.available, by: [yes], location: "https://github.com/a/b") }.isEmpty)
    #expect(!problems { try decide(.reusable, by: [yes]) }.isEmpty)
    try decide(.reusable, note: "It is.", by: [yes])
    #expect(!problems { try decide(.functional, awards: false, by: [yes]) }.isEmpty)
    try decide(.functional, awards: false, note: "It stops.", by: [yes])
    #expect(!problems { try decide(.reproduced, by: [yes]) }.isEmpty)
    let now = policy.calendar.badges
    #expect(throws: Refusal.closed(since: now)) { try decide(.available, by: [yes], releasedAt: now) }
  }

  @Test("Reusable exceeds Functional: both or neither, and only one of the two is shown")
  func exceeds() {
    let yes = content([.available, .functional, .reusable])
    #expect(!problems { try decide(.reusable, by: [yes], decided: [.functional: false]) }.isEmpty)
    #expect(!problems { try decide(.functional, awards: false, note: "No.", by: [yes], decided: [.reusable: true]) }.isEmpty)
    #expect(ArtifactBadge.shown([.reusable, .functional, .available]) == [.available, .reusable])
    #expect(ArtifactBadge.shown([.functional, .reproduced]) == [.functional, .reproduced])
  }

  @Test("Badges are released in one act: not early, not twice, not while one is undecided, not without a yes")
  func release() throws {
    let day = policy.calendar.badges
    try BadgeRules.release(undecided: 0, confirmed: true, releasedAt: nil, call: call, at: day)
    let early = day.adding(.seconds(-1))
    #expect(throws: Refusal.notYetOpen(opens: day)) {
      try BadgeRules.release(undecided: 0, confirmed: true, releasedAt: nil, call: call, at: early)
    }
    #expect(throws: Refusal.closed(since: day)) {
      try BadgeRules.release(undecided: 0, confirmed: true, releasedAt: day, call: call, at: day)
    }
    #expect(!problems { try BadgeRules.release(undecided: 1, confirmed: true, releasedAt: nil, call: call, at: day) }.isEmpty)
    #expect(!problems { try BadgeRules.release(undecided: 0, confirmed: false, releasedAt: nil, call: call, at: day) }.isEmpty)
  }

  @Test("A figure over fewer than five artifacts is not told")
  func smallGroups() {
    #expect(!BadgeFigure(badge: .available, requested: 4, awarded: 4).isTold)
    #expect(BadgeFigure(badge: .available, requested: 5, awarded: 0).isTold)
  }

  @Test("An evaluator is a letter, whatever the number")
  func letters() {
    #expect(
      [1, 26, 27, 52, 53, 702, 703].map(EvaluatorLetter.name) == [
        "Evaluator A", "Evaluator Z", "Evaluator AA", "Evaluator AZ", "Evaluator BA", "Evaluator ZZ", "Evaluator AAA",
      ])
    #expect(EvaluatorLetter.name(-5) == "Evaluator A")
  }

  @Test(
    "Mistakes in the section of artifacts are told with their place and the way out",
    arguments: [
      ("    available:\n", "    availble:\n", "did you mean `available`?"),
      ("registration: 2026-02-02 20:00", "registration: 2026-01-02 20:00", "has to be after 2026-01-25 20:00"),
      ("answers: 2026-02-23 20:00", "answers: 2026-02-10 20:00", "is not after `kick-the-tires`"),
      ("evaluators-per-artifact: 2", "evaluators-per-artifact: 0", "a whole number from 1 to 10"),
    ])
  func mistakes(right: String, wrong: String, words: String) throws {
    let result = try CallFixtures.mlsys(replacing: right, with: wrong)
    #expect(CallFixtures.problems(result).contains { $0.contains(words) }, "\(CallFixtures.problems(result))")
  }
}
