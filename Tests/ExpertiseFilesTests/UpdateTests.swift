import Expertise
import Foundation
import Testing

@testable import ExpertiseFiles

@Suite("Scores brought up to date")
struct UpdateTests {
  private static let subjects = ["sparse tensors", "federated privacy", "database queries", "graph storage", "kernel compilers"]

  private func sources(table: WordTable? = nil) throws -> ExpertiseSources {
    try ExpertiseSources(
      model: .lexical, encoderFolder: nil, cache: nil, workers: 2, table: table, steps: StepTeller(now: { .zero }, tell: { _ in })
    )
  }

  private func papers(_ folder: borrowing Folder, changed: Set<Int> = []) throws -> String {
    let lines = (0..<10).map { number in
      let title = changed.contains(number) ? "graph kernel" : Self.subjects[number % 5]
      return "{\"id\": \"p\(number)\", \"title\": \"\(title)\", \"abstract\": \"\(Self.subjects[number % 3])\"}"
    }
    return try folder.file("p.jsonl", lines.joined(separator: "\n"))
  }

  private func people(_ folder: borrowing Folder, changed: Set<Int> = [], without: Set<Int> = []) throws -> String {
    let lines = (0..<12).filter { !without.contains($0) }.map { number in
      let second = changed.contains(number) ? "federated graph" : "\(Self.subjects[number % 4]) anew"
      return
        "{\"id\": \"r\(number)\", \"publications\": [{\"title\": \"\(Self.subjects[number % 5])\"}, {\"title\": \"\(second)\"}]}"
    }
    return try folder.file("r.jsonl", lines.joined(separator: "\n"))
  }

  private func scores(_ file: String) throws -> [[String]] {
    var rows = CSVRows(Array(try Data(contentsOf: URL(filePath: file))), file: file)
    var all: [[String]] = []
    while let row = try rows.next() { all.append(row) }
    return Array(all.dropFirst())
  }

  @Test("Rows of those who didn't change stay to the letter; the others are those of a run of everything", arguments: [nil, 4])
  func update(top: Int?) async throws {
    let folder = try Folder()
    var task = ScoreTask(papers: try papers(folder), people: try people(folder), out: folder.path + "/s.csv")
    task.top = top
    task.updates = true
    _ = try await task.run(try sources())
    let before = try scores(task.out)

    _ = try papers(folder, changed: [3])
    _ = try people(folder, changed: [2, 7], without: [5])
    _ = try await task.run(try sources())
    let after = try scores(task.out)
    task.out = folder.path + "/whole.csv"
    task.updates = false
    _ = try await task.run(try sources())
    let whole = try scores(task.out)

    #expect(after.count == whole.count)
    if top == nil { #expect(after.map { $0[..<2] } == whole.map { $0[..<2] }) }
    let changed: Set = ["r2", "r7", "r5"]
    let old = Dictionary(before.map { ($0[0] + $0[1], $0[2]) }) { first, _ in first }
    let new = Dictionary(whole.map { ($0[0] + $0[1], $0[2]) }) { first, _ in first }
    for row in after {
      let name = row[0] + row[1]
      let isNew = row[0] == "p3" || changed.contains(row[1])
      let isOld = old[name] == row[2]
      if isNew, let wanted = new[name] { #expect(row[2] == wanted, "\(name)") }
      #expect(isNew || isOld || new[name] == row[2], "\(name)")
    }
    #expect(!after.contains { $0[1] == "r5" })
  }

  @Test("A file of the reader's own, or other settings, are made anew")
  func strangers() async throws {
    let folder = try Folder()
    var task = ScoreTask(papers: try papers(folder), people: try people(folder), out: folder.path + "/s.csv")
    task.updates = true
    _ = try folder.file("s.csv", "paper,person,score\np0,r0,7\n")
    _ = try await task.run(try sources())
    let whole = try scores(task.out)
    #expect(whole.count == 120)
    #expect(whole[0] != ["p0", "r0", "7"])
    try FileManager.default.moveItem(atPath: task.out, toPath: folder.path + "/kept.csv")
    _ = try folder.file("s.csv", "paper,person,score\np0,r0,0.777777\n")
    task.top = 3
    #expect(try await task.run(try sources()).pairCount == 30)
    #expect(!(try scores(task.out)).contains { $0[2] == "0.777777" })
  }

  @Test("Marks stay with the rows that stay")
  func marks() async throws {
    let folder = try Folder()
    var task = ScoreTask(papers: try papers(folder), people: try people(folder), out: folder.path + "/s.csv")
    task.updates = true
    task.marks = folder.path + "/m.csv"
    let first = try await task.run(try sources())
    let before = try scores(folder.path + "/m.csv")
    #expect(first.markCount > 0)
    _ = try await task.run(try sources())
    #expect(try scores(folder.path + "/m.csv") == before)
  }

  @Test("A scorer of some people gives the scores that the scorer of all gives")
  func limited() throws {
    let publications = ["sparse tensors", "tensor kernels", "federated privacy", "privacy of clients"]
    let scorer = ExpertiseScorer(
      papers: ["tensor privacy", "sparse kernels"], publications: publications, people: [[0, 1], [2], [], [1, 3]],
      mix: ExpertiseMix(.lexical, hasEncoder: false, hasTable: false), table: nil, encoded: nil)
    let all = scorer.scores(of: 0..<2)
    #expect(scorer.limited(to: [1, 3]).scores(of: 0..<2) == all.map { $0.filter { [1, 3].contains($0.person) } })
    #expect(scorer.limited(to: []).scores(of: 0..<2) == [[], []])
  }
}
