import AssignmentFiles
import Expertise
import Foundation
import Testing

@testable import ExpertiseFiles

@Suite("Expertise from files to files")
struct TaskTests {
  private func sources(_ model: ExpertiseModel = .lexical) throws -> ExpertiseSources {
    try ExpertiseSources(
      model: model, encoderFolder: nil, cache: nil, workers: 2, table: nil, steps: StepTeller(now: { .zero }, tell: { _ in }))
  }

  @Test("All pairs in the order of the files; people without publications are named, not scored")
  func score() async throws {
    let folder = try Folder()
    let papers = (1...40).map { "{\"id\": \"p\($0)\", \"title\": \"\($0 % 2 == 0 ? "sparse tensors" : "federated privacy")\"}" }
    var task = ScoreTask(
      papers: try folder.file("p.jsonl", papers.joined(separator: "\n")),
      people: try folder.file(
        "r.jsonl",
        """
        {"id": "a,b", "publications": ["t1"]}
        {"id": "none"}
        {"id": "c", "publications": ["t2", {"title": "Queries"}]}
        """),
      out: folder.path + "/scores.csv")
    task.texts = try folder.file(
      "t.jsonl", "{\"id\": \"t1\", \"title\": \"Sparse tensor\"}\n{\"id\": \"t2\", \"title\": \"privacy\"}")
    let answer = try await task.run(try sources())
    #expect(answer.pairCount == 80)
    #expect(answer.unknownPeople == ["none"])
    let lines = try folder.text("scores.csv").split(separator: "\n")
    #expect(lines.first == "paper,person,score")
    #expect(lines.dropFirst().map { $0.split(separator: ",")[0] } == (1...40).flatMap { ["p\($0)", "p\($0)"] })
    #expect(lines[1] == "p1,\"a,b\",0.000000")
    #expect(lines[3].hasPrefix("p2,\"a,b\",0.") || lines[3] == "p2,\"a,b\",1.000000")
    task.top = 1
    #expect(try await task.run(try sources()).pairCount == 40)
    #expect(try folder.text("scores.csv").split(separator: "\n")[2].hasPrefix("p2,\"a,b\","))
  }

  @Test("The nearest texts leave out the paper itself")
  func similar() async throws {
    let folder = try Folder()
    let papers = try folder.file(
      "p.jsonl",
      "{\"id\": \"a\", \"title\": \"Sparse tensors\"}\n{\"id\": \"b\", \"title\": \"A sparse tensor\"}\n{\"id\": \"c\", \"title\": \"Privacy\"}"
    )
    let task = SimilarTask(papers: papers, out: folder.path + "/near.csv", top: 1)
    #expect(try await task.run(try sources()) == 3)
    #expect(try folder.text("near.csv").split(separator: "\n")[1].hasPrefix("a,b,"))
  }

  @Test("Models whose parts aren't there are refused with what to do; default makes do")
  func missingParts() throws {
    #expect(throws: FileProblem.self) { try sources(.static) }
    #expect(throws: FileProblem.self) {
      try ExpertiseSources(
        model: .encoder, encoderFolder: "/nowhere", cache: nil, workers: 1, table: nil,
        steps: StepTeller(now: { .zero }, tell: { _ in }))
    }
    #expect(try sources(.lexical).description.contains("words 100 %"))
  }

  @Test("Vectors are found again by their text; a record cut off is dropped, the others stay")
  func cache() throws {
    let folder = try Folder()
    let first = try VectorCache(folder: folder.path, model: "m", width: 2)
    try first.add([("one", [1, 2]), ("two", [3, 4]), ("wrong", [1])])
    #expect(first.vector(of: "two") == [3, 4])
    #expect(first.vector(of: "wrong") == nil)
    let file = folder.path + "/m-2.vectors"
    let bytes = try Data(contentsOf: URL(filePath: file))
    try bytes.dropLast(3).write(to: URL(filePath: file))
    let second = try VectorCache(folder: folder.path, model: "m", width: 2)
    #expect(second.vector(of: "one") == [1, 2])
    #expect(second.vector(of: "two") == nil)
    try second.add([("two", [5, 6])])
    #expect(try VectorCache(folder: folder.path, model: "m", width: 2).vector(of: "two") == [5, 6])
  }

  @Test("Progress names the rate and the time left")
  func pace() {
    let told = Told()
    let steps = StepTeller(now: { told.time }, tell: { told.lines.append($0) })
    var pace = steps.pace("encoding", 100, "texts")
    told.time = .seconds(10)
    pace.advance(by: 20)
    told.time = .seconds(11)
    pace.advance(by: 10)
    #expect(told.lines == ["encoding: 20 of 100 texts, 2.0 a second, 40 s left"])
  }

  private final class Told: @unchecked Sendable {
    var time = Duration.zero
    var lines: [String] = []
  }
}
