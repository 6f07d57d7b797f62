import Foundation
import Testing

@testable import AssignmentFiles

/// A folder with an instance's files, and a task on them.
struct TaskStage {
  let folder: String

  init(_ files: [String: String]) throws {
    folder = TemporaryFile.path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)")) }
  }

  func close() { TemporaryFile.remove(folder) }

  func task(_ settings: AssignmentSettings = .init()) -> AssignmentTask {
    func file(_ name: String) -> String? {
      FileManager.default.fileExists(atPath: "\(folder)/\(name)") ? "\(folder)/\(name)" : nil
    }
    var files = InstanceFiles(scores: file("scores.pra") ?? "\(folder)/scores.csv")
    files.papers = file("papers.csv")
    files.reviewers = file("reviewers.csv")
    files.constraints = file("constraints.csv")
    files.attributes = file("attributes.csv")
    files.rules = file("rules.csv")
    files.authors = file("authors.csv")
    files.apart = file("apart.csv")
    files.roles = file("roles.csv")
    files.tracks = file("tracks.csv")
    files.previous = file("previous.csv")
    return AssignmentTask(files: files, settings: settings, out: "\(folder)/plan.csv", report: "\(folder)/report.json")
  }

  var plan: String? { try? String(contentsOfFile: "\(folder)/plan.csv", encoding: .utf8) }

  func report() throws -> [String: Any] {
    let bytes = try Data(contentsOf: URL(filePath: "\(folder)/report.json"))
    return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  /// What reading refuses, each as told, without the folder.
  func problems() -> [String] {
    do {
      _ = try task().run()
      return []
    } catch let refused as InputProblems {
      return refused.problems.map { $0.description.replacing(folder + "/", with: "") }
    } catch {
      return ["\(error)"]
    }
  }

  static let small = [
    "scores.csv": "paper,reviewer,score\np1,ann,0.9\np1,bob,0.5\np2,ann,0.8\np2,bob,0.25\np2,cy,0.1\np1,cy,0.1\n",
    "papers.csv": "paper,demand\np1,1\np2,1\n", "reviewers.csv": "reviewer,max\nann,1\nbob,1\ncy,1\n",
  ]
}

@Suite("Assigning from files")
struct AssignmentTaskTests {
  @Test("The plan of highest total is written, and the report holds every key")
  func optimal() throws {
    let stage = try TaskStage(TaskStage.small)
    defer { stage.close() }
    #expect(try stage.task().run().isSolved)
    #expect(stage.plan == "paper,reviewer,score\np1,bob,0.5\np2,ann,0.8\n")
    let report = try stage.report()
    #expect(
      Set(report.keys) == [
        "status", "objective", "objectiveInteger", "dualBound", "assigned", "shortfall", "targetDeviation", "reason", "fairness",
        "minPaperScore",
        "solveSeconds", "cpuSeconds", "peakBytes",
      ])
    #expect(report["status"] as? String == "optimal")
    #expect(report["objective"] as? Double == 1.3)
    #expect(report["objectiveInteger"] as? Int == 1_300_000 && report["dualBound"] as? Int == 1_300_000)
    #expect(report["assigned"] as? Int == 2 && report["minPaperScore"] as? Double == 0.5)
    #expect(report["reason"] is NSNull && (report["shortfall"] as? [Any])?.isEmpty == true)
  }

  @Test("Headers may be another matcher's, in another order, or absent; numbers may be 3.0")
  func headers() throws {
    var files = TaskStage.small
    files["papers.csv"] = "p2,1.0\np1,1\n"
    files["reviewers.csv"] = "MAX,note,User\n1,x,cy\n1,,bob\n1,,ann\n"
    files["scores.csv"] = TaskStage.small["scores.csv"]?.replacing("paper,reviewer,score\n", with: "")
    let bare = try TaskStage(files)
    defer { bare.close() }
    #expect(try bare.task().run().isSolved)
    #expect(bare.plan == "paper,reviewer,score\np1,bob,0.5\np2,ann,0.8\n")
    files["scores.csv"] = "user,score,paper\nann,0.9,p1\nbob,0.5,p1\nann,0.8,p2\nbob,0.25,p2\n"
    let other = try TaskStage(files)
    defer { other.close() }
    #expect(try other.task().run().isSolved)
    #expect(other.plan == bare.plan)
  }

  @Test("The order of lines changes nothing, in any file, with ties all over")
  func shuffled() throws {
    var random = ByteRandom(state: 11)
    var scores: [String] = []
    for paper in 0..<12 {
      for reviewer in 0..<9 where random.below(4) > 0 { scores.append("p\(paper),r\(reviewer),0.\(random.below(3))") }
    }
    let papers = (0..<12).map { "p\($0),2" }
    let reviewers = (0..<9).map { "r\($0),1,4" }
    let constraints = ["p3,r3,-1", "p4,r4,-1", "p5,r5,0"]
    var seen: Set<String> = []
    for round in 0..<8 {
      let stage = try TaskStage([
        "scores.csv": random.shuffled(scores).joined(separator: "\n"),
        "papers.csv": random.shuffled(papers).joined(separator: "\r\n"),
        "reviewers.csv": random.shuffled(reviewers).joined(separator: "\n") + "\n\n",
        "constraints.csv": random.shuffled(constraints).joined(separator: "\n"),
      ])
      defer { stage.close() }
      #expect(try stage.task(.init(seed: 7)).run().isSolved, "round \(round)")
      seen.insert(stage.plan ?? "")
    }
    #expect(seen.count == 1)
  }

  @Test("Forced pairs are in the plan, forbidden ones and own papers are not")
  func constraints() throws {
    var files = TaskStage.small
    files["constraints.csv"] = "paper,user,constraint\np1,cy,1\np2,ann,-1\np1,bob,0\n"
    let stage = try TaskStage(files)
    defer { stage.close() }
    #expect(try stage.task().run().isSolved)
    #expect(stage.plan == "paper,reviewer,score\np1,cy,0.1\np2,bob,0.25\n")
    files["constraints.csv"] = nil
    files["authors.csv"] = "p2,ann\np2,somebody else\n"
    let own = try TaskStage(files)
    defer { own.close() }
    #expect(try own.task().run().isSolved)
    #expect(own.plan == "paper,reviewer,score\np1,ann,0.9\np2,bob,0.25\n")
  }

  @Test("Where no plan meets everything none is written, and the report says who lacks what and why")
  func infeasible() throws {
    var files = TaskStage.small
    files["papers.csv"] = "p1,2\np2,2\n"
    files["scores.csv"] = "p1,ann,0.9\np1,bob,0.5\np2,ann,0.8\np2,bob,0.25\n"
    let stage = try TaskStage(files)
    defer { stage.close() }
    let answer = try stage.task().run()
    #expect(!answer.isSolved && stage.plan == nil)
    let report = try stage.report()
    #expect(report["status"] as? String == "infeasible" && report["assigned"] as? Int == 2)
    #expect(
      report["reason"] as? String
        == "papers p1 and p2 need 4 reviews; the 2 reviewers who can take them (ann and bob) have room for 2.")
    let lacks = try #require(report["shortfall"] as? [[String: Any]])
    #expect(lacks.compactMap { $0["missing"] as? Int }.reduce(0, +) == 2)
    #expect(lacks.allSatisfy { $0["paper"] is String })
  }

  @Test("The total is the sum of the scores as written, to the twelfth decimal")
  func exactTotal() throws {
    let stage = try TaskStage([
      "scores.csv": "1,1,0.000000400001\n2,2,0.0000004\n", "papers.csv": "1,1\n2,1\n", "reviewers.csv": "1,1\n2,1\n",
    ])
    defer { stage.close() }
    _ = try stage.task().run()
    let text = try String(contentsOfFile: "\(stage.folder)/report.json", encoding: .utf8)
    #expect(text.contains("\"objective\" : 0.000000800001"))
    #expect(try stage.report()["objectiveInteger"] as? Int == 0)
  }

  @Test("A paper, a pair and the plan are explained in words; an unknown name is refused")
  func explained() throws {
    let stage = try TaskStage(TaskStage.small)
    defer { stage.close() }
    var task = stage.task()
    task.explained = ["p1"]
    let paper = try task.run().lines.joined(separator: "\n")
    #expect(paper.contains("- reviewer bob, score 0.5") && paper.contains("reviewer ann, score 0.9: all 1 places are taken"))
    #expect(paper.contains("reviewer cy, score 0.1: no higher than 0.5"))
    task.explained = ["p1", "ann"]
    let pair = try task.run().lines
    #expect(pair.contains("With the pair the total falls by 0.15:"))
    #expect(
      pair.suffix(2).sorted() == [
        "- paper p1 goes from reviewer bob to reviewer ann", "- paper p2 goes from reviewer ann to reviewer bob",
      ])
    task.explained = []
    #expect(try task.run().lines.contains("- paper p1, sum 0.5"))
    task.explained = ["p9"]
    #expect(throws: FileProblem.self) { try task.run() }
  }
}
