import Conference
import HTTPTypes
import LecternTesting
import PeerReview

@testable import Web

/// A stage on which papers are submitted and given to reviewers.
struct ReviewingStage {
  let stage: WebStage
  var ada: Browser
  var clara: Browser
  var rita: Browser
  var ron: Browser
  /// The paper's id.
  let paper: String

  /// One paper by Ada; Clara chairs, Rita and Ron review. The clock stands where bidding opens.
  static func open(_ stage: WebStage, _ client: RouterClient) async throws -> ReviewingStage {
    var ada = try await stage.browser(client, of: "ada@uni.example")
    let paper = try await stage.paper("Caches", by: &ada)
    stage.clock.advance(to: stage.call.calendar.bidding.opens)
    try await stage.renew(&ada)
    let clara = try await stage.browser(client, of: "clara@chair.example", as: .chair)
    let rita = try await stage.browser(client, of: "rita@lab.example", as: .reviewer)
    let ron = try await stage.browser(client, of: "ron@lab.example", as: .reviewer)
    return ReviewingStage(stage: stage, ada: ada, clara: clara, rita: rita, ron: ron, paper: paper)
  }

  /// Moves the clock and signs everyone in again.
  mutating func advance(to moment: Instant) async throws {
    stage.clock.advance(to: moment)
    try await stage.renew(&ada)
    try await stage.renew(&clara)
    try await stage.renew(&rita)
    try await stage.renew(&ron)
  }

  /// Clara gives the paper to Rita, reviewing opens; returns the path of Rita's review.
  mutating func assign() async throws -> String {
    stage.clock.advance(to: stage.call.calendar.reviewing.opens)
    try await clara.get("/chair")
    let answer = try await clara.post(
      "/chair/submissions/\(paper)/assignments", [("reviewer", rita.person.text), ("action", "add")])
    guard answer.status == .seeOther else { throw Unexpected("not assigned: \(answer.text)") }
    let home = try await rita.get("/reviews")
    let start = try required(home.text.firstRange(of: "href=\"/reviews/"))
    return "/reviews/" + home.text[start.upperBound...].prefix { $0 != "\"" }
  }

  /// Clara reads the letters and releases all decisions.
  @discardableResult
  mutating func release() async throws -> Answer {
    let seen = try await clara.get("/chair/decisions/letters").hidden("seen")
    return try await clara.post("/chair/decisions/release", [("confirm", "yes"), ("count", "1"), ("seen", seen)])
  }

  /// Every question of the research track answered; `marked` stands in each text.
  func answers(_ marked: String, version: Int, action: String = "submit") -> [(String, String)] {
    guard let form = stage.call.track("research")?.reviewForm else { return [] }
    return [("version", "\(version)"), ("action", action)] + form.scored.map { ("scores.\($0.key)", "3") }
      + form.texts.map { ("texts.\($0.key)", "\(marked) \($0.key)") }
  }
}
