import Foundation
import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("One's own data")
struct OwnDataTests {
  private func account(_ stage: ReviewStage, _ person: Person) async throws -> (desk: AccountDesk, token: String) {
    let token = try await stage.conference.act { try $0.beginSession(person, device: "Test") }
    return (stage.conference.accountDesk(for: try #require(try await stage.conference.session(token: token))), token)
  }

  /// One accepted and one rejected paper; Rita reviewed both, talked, bid and declared; decisions are released.
  private func year() async throws -> (stage: ReviewStage, accepted: ID<Submission>, rejected: ID<Submission>) {
    let stage = try await ReviewStage.open()
    let accepted = try await stage.paper("Caches")
    let rejected = try await stage.paper("Wells")
    try await stage.desk(stage.rita).setExpertise(["storage": 2], keywords: ["clay"])
    try await stage.desk(stage.rita).declareConflict(
      with: DeclaredConflict(email: "old@friend.example", name: "Old Friend", kind: "advisor"))
    try await stage.review(accepted, by: [stage.rita, stage.ron], mark: "sound")
    try await stage.review(rejected, by: [stage.rita], mark: "thin")
    stage.clock.set(stage.notification)
    try await stage.chairDesk().decide(accepted, kind: stage.accept, note: "", version: 0)
    try await stage.chairDesk().decide(rejected, kind: stage.reject, note: "", version: 0)
    try await stage.chairDesk().release(confirmed: true)
    return (stage, accepted, rejected)
  }

  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test("The file holds what one gave and wrote, is JSON, and tells an author nothing of reviewers nor a reviewer of authors")
  func export() async throws {
    let (stage, _, _) = try await year()
    let rita = try await account(stage, stage.rita).desk.ownData(at: stage.call.id)
    let data = try object(rita)
    let reviews = try #require(data["reviews"] as? [[String: Any]])
    #expect(reviews.count == 2 && (reviews[0]["answers"] as? [String: Any])?["scores"] != nil)
    #expect((data["conflictsDeclared"] as? [[String: Any]])?.first?["name"] as? String == "Old Friend")
    #expect((data["keywords"] as? [[String: Any]])?.first?["keyword"] as? String == "clay")
    #expect((data["account"] as? [[String: Any]])?.first?["email"] as? String == stage.rita.email)
    let text = String(decoding: rita, as: UTF8.self)
    #expect(!text.contains(ReviewStage.authorMark) && !text.contains(stage.ron.name))
    let ada = String(decoding: try await account(stage, stage.author).desk.ownData(at: stage.call.id), as: UTF8.self)
    #expect(ada.contains("Caches") && !ada.contains(ReviewStage.committeeMark) && !ada.contains("sound"))
    let papers = try #require(try object(Array(ada.utf8))["papers"] as? [[String: Any]])
    #expect(papers.first?["serves"] as? Bool == false && papers.first?["contact"] as? Bool == true)
    #expect(
      try await stage.conference.look { try $0.session.audit(about: stage.rita.id.text) }.contains { $0.act == "export own data" }
    )
  }

  @Test("Of papers one is shut out from the file holds nothing, not even one's own review")
  func shutOut() async throws {
    let (stage, accepted, rejected) = try await year()
    try await stage.conflict(stage.rita, with: accepted)
    let data = try object(try await account(stage, stage.rita).desk.ownData(at: stage.call.id))
    let number = try await stage.number(of: rejected)
    let reviews = try #require(data["reviews"] as? [[String: Any]])
    #expect(reviews.map { "#\($0["paper"] ?? 0)" } == [number])
    #expect((data["assignments"] as? [[String: Any]])?.count == 1)
  }

  @Test("An account is refused erasure while the year binds it, and nothing changes then")
  func bound() async throws {
    let (stage, _, _) = try await year()
    for person in [stage.rita, stage.author, stage.chair] {
      let (desk, token) = try await account(stage, person)
      #expect(try await !desk.dataPage().obstacles.isEmpty)
      #expect(try await refusal { try await desk.erase(typed: person.email) } != nil)
      #expect(try await stage.conference.session(token: token) != nil)
    }
  }

  @Test("Erased, an account is a pseudonym: the record stays whole, sign-in and mail end, a published paper keeps its author")
  func erase() async throws {
    let (stage, accepted, rejected) = try await year()
    stage.clock.set(stage.call.lastDate.adding(.days(1)))
    for person in [stage.rita, stage.author] {
      let (desk, token) = try await account(stage, person)
      #expect(try await refusal { try await desk.erase(typed: "someone@else.example") }?.fields == ["email"])
      try await desk.erase(typed: person.email)
      #expect(try await stage.conference.session(token: token) == nil)
      #expect(try await stage.conference.look { try $0.session.person(email: person.email) } == nil)
      let row = try #require(try await stage.conference.look { try $0.session.person(person.id) })
      try await stage.runDue()
      #expect(row.name.hasPrefix("Erased account ") && row.email.hasSuffix("@erased.invalid") && row.affiliation.isEmpty)
    }
    #expect(try await stage.conference.look { try $0.session.firstBrokenAuditEntry() } == nil)
    #expect(try await stage.conference.invariantViolations(call: stage.call.id) == [])
    guard case .shown(let cards) = try await stage.chairDesk().submission(accepted).reviews else {
      Issue.record("reviews are hidden")
      return
    }
    #expect(cards.count == 2 && cards.contains { $0.heading.contains("Erased account") })
    let version = 1
    let names = try await stage.conference.look { act in
      (
        try act.session.authors(of: accepted, version: version).map(\.name),
        try act.session.authors(of: rejected, version: version).map(\.name)
      )
    }
    #expect(names.0.contains(stage.author.name) && !names.1.contains(stage.author.name))
    let listed = try await stage.conference.look { act in
      try act.session.papers(
        with: SearchTerm(field: SearchTerm.author, words: stage.author.name), in: stage.call.id, chairedBy: stage.chair.email)
    }
    #expect(listed == [accepted])
    let letters = try await stage.conference.look { try $0.session.letters(of: stage.call.id, kind: "decision") }
    #expect(letters.allSatisfy { $0.toEmail != stage.author.email })
  }
}
