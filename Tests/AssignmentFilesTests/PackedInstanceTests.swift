import Foundation
import Matching
import Testing

@testable import AssignmentFiles

@Suite("Packed instances")
struct PackedInstanceTests {
  private func problem() throws -> AssignmentProblem {
    try AssignmentProblem(
      candidates: CandidateRows(rowStart: [0, 2, 2, 4], reviewer: [0, 2, 1, 2], score: [5, 1_000_000, 0, 7]),
      demandMinimum: [1, 0, 1], demandMaximum: [2, 1, 1], loadMinimum: [0, 1, 0], loadMaximum: [3, 2, 1])
  }

  private func bytes() throws -> Data {
    let path = TemporaryFile.path()
    defer { TemporaryFile.remove(path) }
    try PackedInstance.write(try problem(), to: path)
    #expect(PackedInstance.isOne(path))
    return try Data(contentsOf: URL(filePath: path))
  }

  @Test("What is written is read back")
  func roundTrip() throws {
    let packed = try PackedInstance(file: "x.pra", bytes: try bytes())
    let problem = try problem()
    #expect(packed.demandLow == problem.demandMinimum && packed.demandHigh == problem.demandMaximum)
    #expect(packed.loadLow == problem.loadMinimum && packed.loadHigh == problem.loadMaximum)
    #expect(packed.table.rowStart == [0, 2, 2, 4] && packed.table.reviewers == [0, 2, 1, 2])
    #expect(packed.table.units == [5, 1_000_000, 0, 7] && packed.institution == [0, 0, 0])
  }

  @Test("A file cut short or drawn out anywhere is refused")
  func cut() throws {
    let whole = try bytes()
    for length in 0..<whole.count {
      #expect(throws: FileProblem.self, "\(length)") { try PackedInstance(file: "x.pra", bytes: whole.prefix(length)) }
    }
    #expect(throws: FileProblem.self) { try PackedInstance(file: "x.pra", bytes: whole + [0]) }
  }

  @Test("Any changed bytes are refused or read, and never trap")
  func changed() throws {
    let whole = try bytes()
    var random = ByteRandom(state: 21)
    for _ in 0..<3_000 {
      var other = whole
      for _ in 0...random.below(3) { other[random.below(other.count)] = [0, 1, 2, 127, 128, 255][random.below(6)] }
      guard let packed = try? PackedInstance(file: "x.pra", bytes: other) else { continue }
      #expect(packed.table.rowStart.last == packed.table.reviewers.count)
    }
  }

  @Test("Problems name the byte")
  func places() throws {
    var other = try bytes()
    other[8] = 255
    other[15] = 255
    #expect(throws: FileProblem("x.pra: byte 8", "-72057594037927681 papers; from 0 to 1000000 can be read")) {
      try PackedInstance(file: "x.pra", bytes: other)
    }
    #expect(throws: FileProblem("x.pra: byte 0", "a packed instance begins with PRASSGN1")) {
      try PackedInstance(file: "x.pra", bytes: Data("PRASSGN2".utf8))
    }
  }

  @Test("A packed instance is assigned by its indices and carries its attributes; papers of its own are refused beside it")
  func assigned() throws {
    let stage = try TaskStage(["rules.csv": "at-most-each,institution,,2\n"])
    defer { stage.close() }
    try PackedInstance.write(try problem(), to: "\(stage.folder)/scores.pra")
    #expect(try stage.task().run().isSolved)
    #expect(stage.plan == "paper,reviewer,score\n0,0,0.000005\n0,2,1\n2,1,0\n")
    var task = stage.task()
    task.files.papers = "papers.csv"
    #expect(throws: InputProblems.self) { try task.run() }
  }
}
