import Testing

@testable import AssignmentFiles

@Suite("A plan made before")
struct KeepEarlierTests {
  private static let files = [
    "scores.csv": "p1,ann,0.5\np1,bob,0.5\np2,ann,0.5\np2,bob,0.49\n", "papers.csv": "p1,1\np2,1\n",
    "reviewers.csv": "ann,1\nbob,1\n",
  ]

  private func plan(_ previous: String, price: Int = 1) throws -> String {
    let stage = try TaskStage(Self.files.merging(["previous.csv": previous]) { $1 })
    defer { stage.close() }
    var settings = AssignmentSettings()
    settings.changePriceMillionths = price
    #expect(try stage.task(settings).run().isSolved)
    return try #require(stage.plan)
  }

  @Test("Its pairs are kept where that costs less than the price, and pairs that are gone are passed over")
  func kept() throws {
    let best = "paper,reviewer,score\np1,bob,0.5\np2,ann,0.5\n"
    let other = "paper,reviewer,score\np1,ann,0.5\np2,bob,0.49\n"
    #expect(try plan("p1,ann,0.5\np2,bob,0.49\nwithdrawn,ann,1\np1,gone,1\n") == best)
    #expect(try plan("paper,reviewer\np1,ann\np2,bob\n", price: 6_000) == other)
    #expect(try plan("p2,bob\n", price: 6_000) == best)
  }

  @Test("Of plans as good as each other, the one that keeps most is made, whatever the price")
  func ties() throws {
    let files = [
      "scores.csv": "p1,ann,0.5\np1,bob,0.5\np2,ann,0.5\np2,bob,0.5\n", "papers.csv": "p1,1\np2,1\n",
      "reviewers.csv": "ann,1\nbob,1\n",
    ]
    for previous in ["p1,ann\np2,bob\n", "p1,bob\np2,ann\n"] {
      let stage = try TaskStage(files.merging(["previous.csv": previous]) { $1 })
      defer { stage.close() }
      var settings = AssignmentSettings()
      settings.changePriceMillionths = 0
      _ = try stage.task(settings).run()
      #expect(try stage.report()["reason"] as? String == "2 of the 2 pairs of the plan made before are kept, and 0 are new.")
      #expect(try stage.report()["status"] as? String == "optimal")
    }
  }

  @Test("The report says how many are kept, which went and why, and other methods refuse it by name")
  func reported() throws {
    let stage = try TaskStage(Self.files.merging(["previous.csv": "p1,bob\np2,bob\n"]) { $1 })
    defer { stage.close() }
    _ = try stage.task().run()
    let told = """
      1 of the 2 pairs of the plan made before are kept, and 1 are new.
      Paper p2 loses reviewer bob: the reviewer takes fewer papers than before.
      """
    #expect(try stage.report()["reason"] as? String == told)
    #expect(throws: FileProblem.self) { try stage.task(.init(method: .fair)).run() }
  }
}
