import Foundation
import Testing

@testable import AssignmentFiles

@Suite("Bad input")
struct InputProblemTests {
  /// What reading the small instance with these files instead refuses.
  private func problems(_ changed: [String: String]) throws -> [String] {
    let stage = try TaskStage(TaskStage.small.merging(changed) { $1 })
    defer { stage.close() }
    return stage.problems()
  }

  @Test("Every problem of a file is told with its line and what would be right")
  func scores() throws {
    let found = try problems([
      "scores.csv":
        "paper,reviewer,score\np1,ann,0.9\np1,ann,0.9\np9,bob,1\np1,zed,1\np2,ann,high\n\np2,bob\np2,cy,1001\np2,\"bob,1\n"
    ])
    #expect(
      found == [
        "scores.csv:4: paper “p9” is not in papers.csv. Add it there, or take this line out",
        "scores.csv:5: reviewer “zed” is not in reviewers.csv. Add them there, or take this line out",
        "scores.csv:6: the score “high” is no number, and the line is no header (paper,reviewer,score). Write 0.75, say",
        "scores.csv:8: 2 fields where 3 belong: paper,reviewer,score",
        "scores.csv:9: the score 1001 lies outside ±1000. Scale the scores, for instance to 0…1",
        "scores.csv:10: a quote is not closed. A field in quotes ends on its line; a quote inside it is written twice",
        "scores.csv:3: paper “p1”, reviewer “ann” has a score already in line 2. Keep one of the two",
      ])
  }

  @Test("Counts out of order, repeated names and missing files are told")
  func counts() throws {
    #expect(
      try problems(["papers.csv": "p1,1\np2,2\np1,3\n", "reviewers.csv": "ann,3,1\nbob,-1,2\ncy,1.5,2\n"]) == [
        "papers.csv:3: paper “p1” stands here for the second time. Keep one line",
        "reviewers.csv:1: 3,1 is not in order: min ≤ max belongs here",
        "reviewers.csv:2: min is “-1”; a whole number from 0 to 1000000 belongs here",
        "reviewers.csv:3: min is “1.5”; a whole number from 0 to 1000000 belongs here",
        "reviewers.csv: there is no reviewer in it",
      ])
    #expect(try problems(["papers.csv": ""]) == ["papers.csv: there is no paper in it"])
    let stage = try TaskStage(TaskStage.small)
    defer { stage.close() }
    var task = stage.task()
    task.files.scores = "\(stage.folder)/nothing.csv"
    #expect(throws: InputProblems.self) { try task.run() }
    task.files = InstanceFiles(scores: "\(stage.folder)/scores.csv")
    #expect(throws: InputProblems.self) { try task.run() }
  }

  @Test("Constraints must be −1, 0 or 1, must not contradict each other, and can force only pairs with a score")
  func constraints() throws {
    #expect(
      try problems([
        "scores.csv": "p1,ann,1\np1,bob,1\np2,ann,1\np2,cy,1\n", "constraints.csv": "p1,ann,1\np1,ann,-1\np2,bob,1\np1,bob,2\n",
      ]) == [
        "constraints.csv:2: line 1 gives this pair the value 1. Keep one of the two",
        "constraints.csv:3: paper “p2”, reviewer “bob” is forced but has no score. Give the pair a score, 0 for instance",
        "constraints.csv:4: the value is “2”; −1 (forbidden), 1 (forced) or 0 (neither) belongs here",
      ])
    #expect(
      try problems(["constraints.csv": "p1,ann,1\np1,bob,1\n"]) == [
        "constraints.csv: paper “p1” has 2 forced reviewers and takes at most 1. Force fewer"
      ])
  }

  @Test("Reading stops at twenty problems and says so")
  func capped() throws {
    let stage = try TaskStage(TaskStage.small.merging(["scores.csv": String(repeating: "p1,ann,x\n", count: 500)]) { $1 })
    defer { stage.close() }
    let refused = #expect(throws: InputProblems.self) { try stage.task().run() }
    #expect(refused?.problems.count == 20)
    #expect(refused?.description.hasSuffix("there may be more.") == true)
  }

  @Test("An unknown method is refused with the four there are; so is what is no probability")
  func settings() {
    let refused = #expect(throws: InputProblems.self) { try AssignmentSettings(method: "MinMax", limit: "0", seed: 1) }
    #expect(
      refused?.problems.map(\.description) == [
        "--method: there is no method “MinMax”; choose one of optimal, fair, randomized, perturbed",
        "--limit: “0” is no probability above 0 and up to 1 of at most six decimals. Write 0.5, for instance",
      ])
    #expect(throws: InputProblems.self) { try AssignmentSettings(method: "fair", limit: "half", seed: 1) }
    #expect(throws: Never.self) { try AssignmentSettings(method: "fair", limit: "1", seed: 1) }
  }

  @Test("Rules, attributes and relations name what they don't know")
  func rules() throws {
    let found = try problems([
      "attributes.csv": "ann,seniority,senior\nbob,seniority,junior\n",
      "rules.csv": "at-least,age,senior,1\nat-least,seniority,old,1\nmostly,seniority,,1\nat-most-each,seniority,senior,1\n",
    ])
    #expect(
      found == [
        "rules.csv:1: no reviewer has the attribute “age”. Known are “seniority”",
        "rules.csv:2: no reviewer's seniority is “old”. Is it spelt as in the attributes?",
        "rules.csv:3: “mostly” is no rule; at-least, at-most, at-most-each or distinct belongs here",
        "rules.csv:4: the rule at-most-each is about every value, so leave the third field empty",
      ])
    #expect(
      try problems(["attributes.csv": "ann,age,30\nann,age,31\n"]) == [
        "attributes.csv:2: the age of reviewer “ann” is “30” in an earlier line. Keep one of the two"
      ])
    #expect(try problems(["apart.csv": "ann,ann\n"]) == ["apart.csv:1: reviewer “ann” can't be kept apart from themselves"])
    #expect(
      try problems(["roles.csv": "kind,name,of\npaper,p1,x\npaper,p1,y\nreviewer,zoe,ann\nchair,ann,ann\n"]) == [
        "roles.csv:3: paper “p1” is “x” by an earlier line. Keep one of the two",
        "roles.csv:4: reviewer “zoe” is not in reviewers.csv. Add them there, or take this line out",
        "roles.csv:5: “chair” is no kind; paper or reviewer belongs here",
      ])
    #expect(try problems(["tracks.csv": "p1,a\n"]).first?.contains("--track-limit is needed") == true)
  }

  @Test("No bytes in any file trap")
  func fuzz() throws {
    var random = ByteRandom(state: 77)
    let pieces = [
      "p1", "p2", "ann", "bob", ",", ",", "\n", "\n", "\"", "0.5", "1", "-1", "e9", "\u{FEFF}", "paper", "user", "score", "\0",
      " ", "é",
    ]
    let names = [
      "scores.csv", "papers.csv", "reviewers.csv", "constraints.csv", "attributes.csv", "rules.csv", "authors.csv", "apart.csv",
      "previous.csv", "roles.csv",
    ]
    for _ in 0..<400 {
      var files = TaskStage.small
      for _ in 0..<2 {
        let text = (0..<random.below(30)).map { _ in pieces[random.below(pieces.count)] }.joined()
        files[names[random.below(names.count)]] = text
      }
      let stage = try TaskStage(files)
      _ = stage.problems()
      stage.close()
    }
  }
}
