import PeerReview
import Testing

@Suite("Final versions")
struct CameraReadyTests {
  private let accepted = CameraReady(
    title: "Caches", abstract: "About\ncaches.",
    authors: [
      FinalAuthor(name: "Ada Byron", email: "ada@x.org", affiliation: "X"), FinalAuthor(name: "Bo Li", email: "bo@x.org"),
      FinalAuthor(name: "Cy Young", email: "cy@x.org"),
    ])

  @Test("What may change freely is no change: white space, affiliations, ORCID iDs, family names, presenter")
  func free() {
    var final = accepted
    final.abstract = "About  caches."
    final.authors[0].affiliation = "Y"
    final.authors[0].orcid = "0000-0002-1825-0097"
    final.authors[1].familyName = "Li"
    final.presenter = 1
    #expect(final.changes(from: accepted) == [])
  }

  @Test("Every change of title, abstract and authors is listed, each as what it is")
  func changes() {
    var final = accepted
    final.title = "Caches, revisited"
    final.authors = [
      FinalAuthor(name: "Cy Young", email: "cy@x.org"), FinalAuthor(name: "Ada Lovelace", email: "ada@x.org"),
      FinalAuthor(name: "Di New", email: "di@x.org"),
    ]
    #expect(
      final.changes(from: accepted) == [
        .title(from: "Caches", to: "Caches, revisited"), .authorRemoved("Bo Li"),
        .authorRenamed(from: "Ada Byron", to: "Ada Lovelace"),
        .authorAdded("Di New"),
        .authorOrder(from: ["Ada Byron", "Bo Li", "Cy Young"], to: ["Cy Young", "Ada Lovelace", "Di New"]),
      ])
  }

  @Test("An author added at the end is no change of order")
  func added() {
    var final = accepted
    final.authors.append(FinalAuthor(name: "Di New", email: "di@x.org"))
    #expect(final.changes(from: accepted) == [.authorAdded("Di New")])
  }

  private func facts(accepted: Bool = true, released: Bool = true, until: Instant? = nil, version: Int = 0) throws
    -> CameraReadyFacts
  {
    let call = try CallFixtures.mlsys()
    return CameraReadyFacts(
      isAccepted: accepted, releasedAt: released ? call.calendar.notification : nil, extendedUntil: until, version: version)
  }

  @Test("Before the release, and of a paper that is not accepted, there is no final version to be found")
  func notFound() throws {
    let call = try CallFixtures.mlsys()
    for facts in [try facts(accepted: false), try facts(released: false)] {
      #expect(refusal { () throws(Refusal) in try CameraReadyRules.look(facts, call: call) } == .notFound)
      #expect(
        refusal { () throws(Refusal) in try CameraReadyRules.upload(facts, call: call, at: call.calendar.notification) }
          == .notFound)
    }
  }

  @Test("It can be changed until it is due, to the microsecond, or until the extension a chair gave")
  func due() throws {
    let call = try CallFixtures.mlsys()
    let due = try #require(call.calendar.cameraReady)
    let later = due.adding(.days(3))
    for (facts, end) in [(try facts(), due), (try facts(until: later), later), (try facts(until: due.adding(.days(-9))), due)] {
      #expect(
        refusal { () throws(Refusal) in try CameraReadyRules.save(facts, basedOn: 0, call: call, at: .microsecond(before: end)) }
          == nil)
      #expect(
        refusal { () throws(Refusal) in try CameraReadyRules.save(facts, basedOn: 0, call: call, at: end) } == .closed(since: end)
      )
    }
    let stale = try facts(version: 2)
    #expect(
      refusal { () throws(Refusal) in try CameraReadyRules.save(stale, basedOn: 1, call: call, at: .microsecond(before: due)) }
        == .stale)
  }

  @Test("What is missing is told field by field, and nothing is once all is there")
  func missing() throws {
    let call = try CallFixtures.mlsys()
    let fields = CameraReadyRules.missing(accepted, slots: [], call: call).map(\.field)
    #expect(
      fields == [
        "authors.0.orcid", "authors.1.affiliation", "authors.1.orcid", "authors.2.affiliation", "authors.2.orcid", "presenter",
        "forms.copyright", "forms.licence", "forms.third-party", "final", "source",
      ])
    var final = accepted
    for index in final.authors.indices {
      final.authors[index].affiliation = "X"
      final.authors[index].orcid = "0000-0002-1825-0097"
    }
    final.presenter = 2
    final.forms = ["copyright": "yes", "licence": "cc-by", "third-party": "yes"]
    #expect(CameraReadyRules.missing(final, slots: [.final, .source], call: call) == [])
  }

  @Test("A family name stands at an end of the name, an answer is one that is offered, a presenter is an author")
  func check() throws {
    let call = try CallFixtures.mlsys()
    var final = accepted
    final.authors[0].familyName = "Lovelace"
    final.authors[1].familyName = "Bo"
    final.presenter = 7
    final.forms = ["licence": "none", "copyright": "no", "other": "yes"]
    let refused = refusal { () throws(Refusal) in try CameraReadyRules.check(final, call: call) }
    guard case .invalid(let problems)? = refused else {
      Issue.record("it was not refused")
      return
    }
    #expect(problems.map(\.field) == ["authors.0.family", "presenter", "forms.copyright", "forms.licence", "forms.other"])
  }

  @Test("A chair judges the changes that were read; a refusal says why")
  func judge() {
    let changes: [FinalChange] = [.authorAdded("Di")]
    #expect(
      refusal { () throws(Refusal) in try CameraReadyRules.judge(changes, version: 2, basedOn: 2, approved: true, note: "") }
        == nil)
    #expect(
      refusal { () throws(Refusal) in try CameraReadyRules.judge(changes, version: 3, basedOn: 2, approved: true, note: "") }
        == .stale)
    #expect(
      refusal { () throws(Refusal) in try CameraReadyRules.judge([], version: 2, basedOn: 2, approved: true, note: "") } != nil)
    #expect(
      refusal { () throws(Refusal) in try CameraReadyRules.judge(changes, version: 2, basedOn: 2, approved: false, note: " ") }
        != nil)
  }

  @Test("A reviewer of the paper shepherds it, where the decision asks for one; nobody else")
  func shepherd() throws {
    let call = try CallFixtures.mlsys()
    let facts = try facts()
    func refused(_ standing: Standing, asks: Bool = true) -> Bool {
      refusal { () throws(Refusal) in try CameraReadyRules.appoint(facts, isShepherded: asks, to: standing, call: call) } != nil
    }
    #expect(!refused(.reviewer(ownReviewIn: true)))
    for standing in [Standing.author(contact: true), .conflicted, .chair, .committee, .outsider] { #expect(refused(standing)) }
    #expect(refused(.reviewer(ownReviewIn: true), asks: false))
  }

  @Test("A shepherd signs off what is there, and says what is missing otherwise")
  func signOff() {
    #expect(refusal { () throws(Refusal) in try CameraReadyRules.signOff(isSatisfied: true, note: "", hasFinal: true) } == nil)
    #expect(refusal { () throws(Refusal) in try CameraReadyRules.signOff(isSatisfied: true, note: "", hasFinal: false) } != nil)
    #expect(refusal { () throws(Refusal) in try CameraReadyRules.signOff(isSatisfied: false, note: "", hasFinal: true) } != nil)
  }

  @Test("The state names what is most pressing")
  func states() {
    func state(_ begun: Bool, _ missing: Int, _ changes: Int, _ verdict: Bool?, _ signed: Bool?) -> CameraReadyState {
      CameraReadyState(isBegun: begun, missing: missing, changes: changes, verdict: verdict, isSignedOff: signed)
    }
    #expect(state(false, 9, 0, nil, nil) == .notBegun)
    #expect(state(true, 1, 1, nil, nil) == .incomplete)
    #expect(state(true, 0, 1, false, nil) == .refused)
    #expect(state(true, 0, 0, false, nil) == .complete)
    #expect(state(true, 0, 1, nil, true) == .waitsForChair)
    #expect(state(true, 0, 1, true, false) == .waitsForShepherd)
    #expect(state(true, 0, 1, true, true) == .complete)
  }

  @Test("A final version is asked for with a day it is due; shepherding is for decisions that accept")
  func callFile() throws {
    let call = try CallFixtures.mlsys()
    #expect(call.cameraReady?.mainPagesLimit == 11)
    #expect(call.decisions.filter(\.isShepherded).map(\.key) == ["accept-with-shepherding"])
    let undated = CallFixtures.problems(try CallFixtures.mlsys(replacing: "  camera-ready: 2026-03-08 20:00", with: "  #"))
    #expect(undated.count == 1 && undated.first?.contains("`calendar.camera-ready`") == true)
    let early = CallFixtures.problems(
      try CallFixtures.mlsys(replacing: "camera-ready: 2026-03-08", with: "camera-ready: 2026-01-08"))
    #expect(early.count == 1 && early.first?.contains("calendar.camera-ready") == true)
    let odd = CallFixtures.problems(
      try CallFixtures.mlsys(
        replacing: "label: Reject\n    accepts: no", with: "label: Reject\n    accepts: no\n    shepherded: yes"))
    #expect(odd.count == 1 && odd.first?.contains("shepherded") == true)
  }
}
