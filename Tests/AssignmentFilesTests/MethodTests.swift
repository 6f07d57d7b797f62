import Testing

@testable import AssignmentFiles

@Suite("Methods and rules, from files")
struct MethodTests {
  private static let wide: [String: String] = {
    var scores = ""
    for paper in 0..<6 {
      for reviewer in 0..<6 where paper != reviewer { scores += "\(paper),\(reviewer),0.\((paper * 7 + reviewer * 5) % 9 + 1)\n" }
    }
    return [
      "scores.csv": scores, "papers.csv": (0..<6).map { "\($0),2\n" }.joined(),
      "reviewers.csv": (0..<6).map { "\($0),3\n" }.joined(),
    ]
  }()

  private func pairs(_ stage: TaskStage) -> [[String]] {
    (stage.plan ?? "").split(separator: "\n").dropFirst().map { $0.split(separator: ",").prefix(2).map(String.init) }
  }

  @Test("Each method writes a whole plan, the same for the same seed", arguments: AssignmentSettings.Method.allCases)
  func every(method: AssignmentSettings.Method) throws {
    let stage = try TaskStage(Self.wide)
    defer { stage.close() }
    let settings = AssignmentSettings(method: method, limitMillionths: 500_000, seed: 3)
    #expect(try stage.task(settings).run().isSolved)
    let first = pairs(stage)
    #expect(first.count == 12 && Set(first).count == 12)
    #expect(try ["optimal", "feasible"].contains(stage.report()["status"] as? String ?? ""))
    _ = try stage.task(settings).run()
    #expect(pairs(stage) == first)
  }

  @Test("The fair plan's worst paper is at least as well served as the optimal plan's")
  func fair() throws {
    let stage = try TaskStage(Self.wide)
    defer { stage.close() }
    _ = try stage.task().run()
    let optimal = try #require(try stage.report()["minPaperScore"] as? Double)
    let total = try #require(try stage.report()["objective"] as? Double)
    _ = try stage.task(.init(method: .fair)).run()
    #expect(try #require(try stage.report()["minPaperScore"] as? Double) >= optimal)
    #expect(try #require(try stage.report()["objective"] as? Double) <= total)
  }

  @Test("Rules on attributes, people to be kept apart and authors of each other hold in the plan")
  func rules() throws {
    var files = Self.wide
    files["attributes.csv"] = (0..<6).map { "\($0),rank,\($0 % 2 == 0 ? "senior" : "junior")\n" }.joined()
    files["rules.csv"] = "rule,name,value,number\nat-most-each,rank,,1\n"
    files["apart.csv"] = "0,1\n2,3\n"
    files["authors.csv"] = (0..<6).map { "\($0),\($0)\n" }.joined()
    let stage = try TaskStage(files)
    defer { stage.close() }
    #expect(try stage.task().run().isSolved)
    let plan = pairs(stage)
    for paper in 0..<6 {
      let people = plan.filter { $0[0] == "\(paper)" }.compactMap { Int($0[1]) }
      #expect(Set(people.map { $0 % 2 }).count == 2)
      #expect(!people.contains(paper))
      #expect(!Set([0, 1]).isSubset(of: people) && !Set([2, 3]).isSubset(of: people))
    }
    for pair in plan { #expect(!plan.contains([pair[1], pair[0]])) }
  }

  @Test("Nobody reads a paper in two roles, by any method, and each role has its own demand and load")
  func roles() throws {
    let people = ["ann", "bob", "cyd"]
    var files = ["papers.csv": "", "reviewers.csv": "ann,2\nbob,2\ncyd,2\nann-meta,1\nbob-meta,1\n", "roles.csv": ""]
    // Everybody would best be in both roles on the same paper.
    files["scores.csv"] = ""
    for (place, paper) in ["p", "q"].enumerated() {
      files["papers.csv", default: ""] += "\(paper),2\n\(paper)-meta,1\n"
      files["roles.csv", default: ""] += "paper,\(paper)-meta,\(paper)\n"
      for (other, person) in people.enumerated() {
        files["scores.csv", default: ""] += "\(paper),\(person),\(other == place ? "0.9" : "0.4")\n"
        if person != "cyd" {
          files["scores.csv", default: ""] += "\(paper)-meta,\(person)-meta,\(other == place ? "0.9" : "0.7")\n"
        }
      }
    }
    files["roles.csv", default: ""] += "reviewer,ann-meta,ann\nreviewer,bob-meta,bob\n"
    let stage = try TaskStage(files)
    defer { stage.close() }
    for method in AssignmentSettings.Method.allCases {
      #expect(try stage.task(.init(method: method, limitMillionths: 1_000_000)).run().isSolved, "\(method)")
      let plan = Set(pairs(stage).map { $0.map { $0.replacing("-meta", with: "") } })
      #expect(pairs(stage).count == 6)
      #expect(plan.count == 6, "\(method)")
    }
    // Ann and Bob lead where they know less, and read where they know most.
    _ = try stage.task().run()
    #expect(try stage.report()["objective"] as? Double == 4.0)
    #expect(try stage.report()["status"] as? String == "optimal")
  }

  @Test("What a method can't honour it refuses by name")
  func refused() throws {
    var files = Self.wide
    files["tracks.csv"] = (0..<6).map { "\($0),t\n" }.joined()
    let stage = try TaskStage(files)
    defer { stage.close() }
    var task = stage.task(.init(method: .randomized))
    task.files.trackLimit = 2
    let refused = #expect(throws: FileProblem.self) { try task.run() }
    #expect(
      refused?.description
        == "--method randomized: limits of tracks are not kept by lots. Use optimal or fair, or leave --tracks out")
    #expect(stage.plan == nil)
  }

  @Test("Targets are kept to, for nothing but a price of one's own, and refused where a method can't keep them")
  func targets() throws {
    var files = Self.wide
    files["reviewers.csv"] = (0..<6).map { "\($0),0,2,5\n" }.joined()
    let stage = try TaskStage(files)
    defer { stage.close() }
    for method in [AssignmentSettings.Method.optimal, .randomized, .perturbed] {
      #expect(try stage.task(.init(method: method)).run().isSolved)
      #expect(Dictionary(grouping: pairs(stage)) { $0[1] }.values.allSatisfy { $0.count == 2 }, "\(method)")
      #expect(try stage.report()["targetDeviation"] as? Int == 0)
    }
    let even = try #require(try stage.report()["objective"] as? Double)
    var task = stage.task()
    task.files.targetPrice = "0"
    #expect(try task.run().isSolved)
    #expect(try #require(try stage.report()["targetDeviation"] as? Int) > 0)
    #expect(try #require(try stage.report()["objective"] as? Double) > even)
    task.files.targetPrice = "-1"
    #expect(throws: InputProblems.self) { try task.run() }
    let refused = #expect(throws: FileProblem.self) { try stage.task(.init(method: .fair)).run() }
    #expect(refused?.description.contains("targets are kept by --method randomized and perturbed") == true)
  }

  @Test("A limit too low for the numbers is infeasible, with who lacks what")
  func tooLow() throws {
    let stage = try TaskStage(TaskStage.small.merging(["papers.csv": "p1,2\np2,1\n"]) { $1 })
    defer { stage.close() }
    #expect(try !stage.task(.init(method: .randomized, limitMillionths: 400_000)).run().isSolved)
    let report = try stage.report()
    #expect(report["status"] as? String == "infeasible" && (report["shortfall"] as? [Any])?.isEmpty == false)
    #expect((report["reason"] as? String)?.contains("Raise the limit") == true)
  }
}
