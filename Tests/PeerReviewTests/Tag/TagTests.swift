import PeerReview
import Testing

@Suite("Tags")
struct TagTests {
  private func call() throws -> Call { try CallFixtures.mlsys() }

  @Test(
    "A line of tags is read word by word, and written again the same",
    arguments: [
      ("discuss", ["discuss"]), ("Discuss -OLD", ["discuss", "-old"]), ("+a #b -#c", ["a", "b", "-c"]),
      ("award#3 ~mine#-2.5 ~~check#0", ["award#3", "~mine#-2.5", "~~check#0"]), ("a,b", ["a", "b"]),
      ("x_1-y#0.125", ["x_1-y#0.125"]), ("x#0.0004", ["x#0"]),
    ])
  func changes(_ text: String, _ expected: [String]) throws {
    #expect(try TagRules.changes(text).map(\.text) == expected)
  }

  @Test(
    "What is no tag is refused, each word with a problem of its own",
    arguments: [
      ("", 1), ("1st", 1), ("any -none", 2), ("a#", 1), ("a#x", 1), ("a#nan", 1), ("a#2000000", 1), ("~~~a", 1), ("é", 1),
      ("a a", 1), ("a -a", 1), (String(repeating: "x", count: 41), 1), ("a!b c", 1), ("~", 1), ("-", 1),
    ])
  func noTags(_ text: String, _ count: Int) {
    #expect(invalidFields { () throws(Refusal) in _ = try TagRules.changes(text) } == Array(repeating: "tags", count: count))
  }

  @Test("Forty words are too many for one line")
  func tooMany() {
    let line = (0..<40).map { "t\($0)" }.joined(separator: " ")
    #expect(invalidFields { () throws(Refusal) in _ = try TagRules.changes(line) } == ["tags"])
  }

  @Test("A chair may put every tag but what is counted from votes; places and votes are whole")
  func chair() throws {
    let call = try call()
    for line in ["discuss ~x ~~y#2 order#3 ~award#2", "order -~award"] {
      let changes = try TagRules.changes(line)
      #expect(refusal { () throws(Refusal) in try TagRules.chair(changes, call: call) } == nil)
    }
    for line in ["award", "award#2", "-award", "order#0", "order#1.5", "~award#0", "~award#1.5"] {
      let changes = try TagRules.changes(line)
      #expect(invalidFields { () throws(Refusal) in try TagRules.chair(changes, call: call) } == ["tags"], "\(line)")
    }
  }

  @Test("A reviewer keeps own tags and votes; the committee's only where the call says so and once their own review is in")
  func reviewer() throws {
    let call = try call()
    func ask(_ line: String, _ standing: Standing, releasedAt: Instant? = nil) throws -> Refusal? {
      let changes = try TagRules.changes(line)
      return refusal { () throws(Refusal) in
        try TagRules.reviewer(changes, standing: standing, call: call, releasedAt: releasedAt)
      }
    }
    for standing in [Standing.reviewer(ownReviewIn: false), .reviewer(ownReviewIn: true)] {
      #expect(try ask("~mine ~award#2", standing) == nil)
      for line in ["order#1", "other", "~~x", "award#1"] { #expect(try ask(line, standing) != nil, "\(line)") }
    }
    #expect(try ask("discuss", .reviewer(ownReviewIn: true)) == nil)
    #expect(try ask("discuss", .reviewer(ownReviewIn: false)) != nil)
    for line in ["discuss", "~award#1", "-~award"] {
      #expect(try ask(line, .reviewer(ownReviewIn: true), releasedAt: Instant(seconds: 0)) != nil, "\(line)")
    }
    #expect(try ask("~mine", .reviewer(ownReviewIn: true), releasedAt: Instant(seconds: 0)) == nil)
    for standing in [Standing.author(contact: true), .conflicted, .chair, .committee, .outsider] {
      #expect(try ask("~mine", standing) == .notYours)
    }
  }

  @Test("Votes for all papers together are at most what the call gives")
  func votes() throws {
    let kind = try #require(try call().tagKind("award"))
    #expect(refusal { () throws(Refusal) in try TagRules.votes([2, 1], of: kind) } == nil)
    #expect(invalidFields { () throws(Refusal) in try TagRules.votes([2, 1, 1], of: kind) } == ["tags"])
  }

  @Test("A call file's tags are checked as the rest of it")
  func callFile() throws {
    func problems(_ new: String) throws -> [String] {
      CallFixtures.problems(try CallFixtures.mlsys(replacing: "    counts: ranks", with: new))
    }
    #expect(try problems("    counts: approvals") == [])
    #expect(try problems("    counts: votes").contains { $0.contains("add `votes-each`") })
    #expect(try problems("    counts: apples").contains { $0.contains("apples") })
    #expect(try problems("    votes-each: 2").contains { $0.contains("is for a tag that `counts: votes`") })
    #expect(try problems("    colour: pink").contains { $0.contains("pink") })
    #expect(try problems("    set-by: authors").contains { $0.contains("authors") })
    let named = CallFixtures.problems(try CallFixtures.mlsys(replacing: "  order:\n", with: "  1st:\n"))
    #expect(named.contains { $0.contains("a tag begins with a letter") })
    let call = try call()
    #expect(call.polls == ["award"] && call.rankings == ["order"] && call.tagKind("discuss")?.isForReviewers == true)
    #expect(call.tagColour(TagKey(.own, "discuss")) == .yellow)
  }
}

@Suite("An order of papers")
struct RankingTests {
  @Test("Places are told without gaps, whichever papers are left out")
  func gaps() {
    var all = Ranking<Int>([])
    for paper in 1...5 { _ = all.put(paper) }
    #expect(all.places == [1: 1, 2: 2, 3: 3, 4: 4, 5: 5])
    let known = Ranking(all.entries.filter { $0.paper != 2 && $0.paper != 4 })
    #expect(known.places == [1: 1, 3: 2, 5: 3])
  }

  @Test("A paper put at a place stands there, and what was there and behind moves on", arguments: 1...7)
  func put(_ place: Int) {
    var ranking = Ranking<Int>([])
    for paper in 1...5 { _ = ranking.put(paper) }
    let key = ranking.put(9, at: place)
    #expect(ranking.places[9] == min(place, 6))
    #expect(ranking.entries.map(\.key) == ranking.entries.map(\.key).sorted() && ranking.entries.contains { $0.key == key })
    #expect(Ranking(ranking.entries.shuffled()).entries.map(\.paper) == ranking.entries.map(\.paper))
  }

  @Test("Whoever does not know of a paper can put others where they see them, without moving it")
  func hidden() {
    var all = Ranking<Int>([])
    for paper in 1...4 { _ = all.put(paper) }
    var known = Ranking(all.entries.filter { $0.paper != 2 })
    let key = known.put(4, at: 1)
    let after = Ranking(all.entries.filter { $0.paper != 4 } + [(paper: 4, key: key)])
    #expect(after.entries.map(\.paper) == [4, 1, 2, 3])
  }

  @Test("Thirty papers fit between two; beyond that they share a place, and nothing breaks")
  func crowded() {
    var ranking = Ranking<Int>([])
    for paper in [0, 1] { _ = ranking.put(paper) }
    for paper in 2..<30 { _ = ranking.put(paper, at: 2) }
    #expect(Set(ranking.entries.map(\.key)).count == 30)
    for paper in 30..<200 { _ = ranking.put(paper, at: 2) }
    #expect(ranking.places.count == 200 && ranking.places[1] == 200)
    var extreme = Ranking([(paper: 1, key: Int64.max), (paper: 2, key: Int64.min)])
    _ = extreme.put(3)
    _ = extreme.put(4, at: 1)
    _ = extreme.put(5, at: 2)
    #expect(extreme.places.count == 5)
  }
}
