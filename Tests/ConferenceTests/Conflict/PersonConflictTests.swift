import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("A reviewer's conflicts with people")
struct PersonConflictTests {
  @Test("A conflict with a person keeps away every paper of theirs, also one registered later, and from assignment too")
  func keptAway() async throws {
    let stage = try await ReviewStage.open()
    let before = try await stage.paper("Before")
    let desk = try await stage.desk(stage.rita)
    let typed = DeclaredConflict(email: " \(stage.author.email.uppercased())", name: "Ada  C", kind: "coauthor")
    try await desk.declareConflict(with: typed)
    try await desk.declareConflict(with: typed)
    let after = try await stage.paper("After")
    let other = try await stage.paper("By someone else", by: stage.ruth)
    let rows = try await desk.conflicts().conflicts
    #expect(rows.map(\.email) == [stage.author.email] && rows.map(\.name) == ["Ada C"])
    #expect(try await stage.recorded("declare conflict with person") == 1)

    stage.clock.set(stage.bidding)
    #expect(try await desk.bids().papers.map(\.id) == [other])
    #expect(try await stage.desk(stage.ron).bids().papers.count == 3)
    await #expect(throws: Refusal.notFound) { try await desk.bid([after: "eager"]) }
    let task = try await stage.assign(before, to: [stage.rita])[0]
    await #expect(throws: Refusal.notFound) { try await desk.review(task) }
    let shutOut = try await stage.conference.look { act in
      try act.session.shutOutPairs(in: stage.call.id).filter { $0.email == stage.rita.email }.map(\.submission)
    }
    #expect(Set(shutOut) == [before, after])
    let told = try await stage.conference.look { act in try act.session.conflicts(of: after) }
    #expect(told.map(\.email) == [stage.rita.email] && told.map(\.side) == [.reviewer])
  }

  @Test("From the second bidding opens, a conflict with a person is neither declared nor taken back")
  func closed() async throws {
    let stage = try await ReviewStage.open()
    _ = try await stage.paper("Whose")
    let desk = try await stage.desk(stage.rita)
    let ada = DeclaredConflict(email: stage.author.email, name: "Ada", kind: "coauthor")
    try await desk.declareConflict(with: ada)
    let first = try #require(try await desk.conflicts().conflicts.first?.id)
    let other = try await stage.desk(stage.ron)
    await #expect(throws: Refusal.notFound) { try await other.withdrawConflict(first) }
    try await desk.withdrawConflict(first)
    try await desk.withdrawConflict(first)
    #expect(try await desk.conflicts().conflicts.isEmpty)
    try await desk.declareConflict(with: ada)
    let second = try #require(try await desk.conflicts().conflicts.first?.id)

    stage.clock.set(stage.bidding)
    await #expect(throws: Refusal.closed(since: stage.bidding)) { try await other.declareConflict(with: ada) }
    await #expect(throws: Refusal.closed(since: stage.bidding)) { try await desk.withdrawConflict(second) }
    #expect(try await desk.bids().papers.isEmpty)
  }

  @Test("Every mistake in the form is told at once")
  func mistakes() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.desk(stage.rita)
    let wrong = DeclaredConflict(email: "ada", name: String(repeating: "a", count: 201), kind: "envy")
    let refusal = await #expect(throws: Refusal.self) { try await desk.declareConflict(with: wrong) }
    #expect(refusal?.fields == ["email", "name", "kind"])
    let own = DeclaredConflict(email: stage.rita.email, name: "", kind: "other")
    let ownRefusal = await #expect(throws: Refusal.self) { try await desk.declareConflict(with: own) }
    #expect(ownRefusal?.fields == ["email"])
  }
}
