import PeerReview
import Testing

@Suite("Bidding")
struct BidRulesTests {
  private func bid(
    _ facts: SubmissionFacts = Paper.submitted, level: String = "eager", standing: Standing = .outsider, at now: Instant? = nil
  ) throws -> Refusal? {
    let call = try CallFixtures.mlsys()
    return refusal { () throws(Refusal) in
      try BidRules.bid(facts, level: level, standing: standing, call: call, at: now ?? call.calendar.bidding.opens)
    }
  }

  @Test("C22: bids are taken in the bidding period, to the microsecond")
  func period() throws {
    for (now, expected) in try CallFixtures.mlsys().calendar.bidding.edges {
      #expect(try bid(at: now) == expected)
      #expect(try bid(level: "", at: now) == expected)
    }
  }

  @Test("A bid is one of the call's levels, or empty to take it back")
  func levels() throws {
    for level in try CallFixtures.mlsys().bidding.levels { #expect(try bid(level: level.key) == nil) }
    #expect(try bid(level: "") == nil)
    for level in ["EAGER", "100", " "] {
      guard case .invalid(let problems) = try bid(level: level) else {
        Issue.record("the level “\(level)” was accepted")
        continue
      }
      #expect(problems.map(\.field) == ["level"])
    }
  }

  @Test("C19: for its authors and the conflicted a paper is not there, in any state and at any hour")
  func shutOut() throws {
    for standing in [Standing.author(contact: true), .author(contact: false), .conflicted] {
      for state in SubmissionState.allCases {
        for now in [Instant(microseconds: .min), nil, Instant(microseconds: .max)] {
          #expect(try bid(Paper.facts(state), level: "?", standing: standing, at: now) == .notFound)
        }
      }
    }
  }

  @Test("One level for many papers goes over what was chosen for each; it wants papers and a level")
  func many() throws {
    let papers: [ID<Submission>] = [ID("a"), ID("b"), ID("c")]
    let chosen = Dictionary(uniqueKeysWithValues: papers.map { ($0, "eager") })
    let (first, rest) = (Set(papers.prefix(1)), Set(papers.dropFirst()))
    #expect(try BidRules.set("willing", on: rest, over: chosen) == [ID("a"): "eager", ID("b"): "willing", ID("c"): "willing"])
    #expect(try BidRules.set(BidRules.noBidChoice, on: first, over: chosen)[ID("a")] == "")
    let fields = invalidFields { () throws(Refusal) in _ = try BidRules.set("", on: [], over: chosen) }
    #expect(fields == ["level", "level"])
    for level in try CallFixtures.mlsys().bidding.levels.map(\.key) {
      #expect(level != BidRules.conflictChoice && level != BidRules.noBidChoice)
    }
  }

  @Test("Only a paper in the process is bid on")
  func outside() throws {
    for (facts, expected) in Paper.outside { #expect(try bid(facts) == expected) }
  }

  @Test("C1: reviewers rate the call's topics and no others, from none to expert")
  func expertise() throws {
    let call = try CallFixtures.mlsys()
    func fields(_ levels: [String: Int]) -> [String]? {
      invalidFields { () throws(Refusal) in try BidRules.expertise(levels, call: call) }
    }
    for level in 0...2 { #expect(fields(Dictionary(uniqueKeysWithValues: call.topics.map { ($0.key, level) })) == nil) }
    #expect(fields([:]) == nil)
    for level in [-1, 3, .min, .max] { #expect(fields(["agents": level]) == ["topics.agents"]) }
    #expect(
      fields(["weaving": 1, "agents": 9, "brewing": 9]) == [
        "topics.agents", "topics.brewing", "topics.brewing", "topics.weaving",
      ])
  }
}
