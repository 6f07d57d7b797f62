import ArgumentParser
import AssignmentFiles
import Testing

@testable import lectern

@Suite("lectern assign")
struct AssignCommandTests {
  @Test("The arguments a server starts the matcher with are read back as the same task")
  func arguments() throws {
    var files = InstanceFiles(scores: "scores.pra")
    files.constraints = "forced.csv"
    files.attributes = "people.csv"
    files.tracks = "tracks.csv"
    files.trackLimit = 3
    let settings = AssignmentSettings(
      method: .perturbed, limitMillionths: 900_000, perturbationThousandths: 250, seed: .max)
    var task = AssignmentTask(files: files, settings: settings, out: "plan.csv", report: "report.json")
    task.details = "details.json"
    let command = try #require(try Lectern.parseAsRoot(task.arguments) as? AssignCommand)
    let read = try command.task()
    #expect(command.progress)
    #expect(read.files == files && read.settings == settings)
    #expect(read.out == "plan.csv" && read.report == "report.json" && read.details == "details.json" && read.explained == nil)
  }

  @Test("What is to be explained is a paper, a pair, also with commas in names, or the plan")
  func explained() throws {
    func names(_ arguments: [String]) throws -> [String]? {
      let all = ["assign", "--scores", "s", "--out", "o", "--report", "r"] + arguments
      return try #require(try Lectern.parseAsRoot(all) as? AssignCommand).task().explained
    }
    #expect(try names([]) == nil)
    #expect(try names(["--explain", "17"]) == ["17"])
    #expect(try names(["--explain", "17,ann"]) == ["17", "ann"])
    #expect(try names(["--explain", "\"a, b\",ann"]) == ["a, b", "ann"])
    #expect(try names(["--explain-plan"]) == [])
  }

  @Test("A step is told by a line that is read back, and by no other")
  func steps() {
    for step in [AssignmentTask.Step.reading, .solving, .writing] { #expect(AssignmentTask.Step(line: step.line) == step) }
    for line in ["", "step", "step ", "step dancing", "optimal: 3 reviews"] { #expect(AssignmentTask.Step(line: line) == nil) }
  }
}
