import Foundation
import Pages
import PeerReview
import Store
import Testing

@testable import Conference

/// Opens every file, and says of copies whatever a test wants.
private actor CopyingInspector: Inspector {
  private var outcomes: [CleaningOutcome]

  init(_ outcomes: CleaningOutcome...) { self.outcomes = outcomes }

  func inspect(file path: String) -> InspectionOutcome { .seen([]) }

  func clean(file path: String) -> CleaningOutcome {
    outcomes.count > 1 ? outcomes.removeFirst() : outcomes.first ?? .unavailable(reason: "none")
  }
}

@Suite("What reviewers download")
struct ReviewerCopyTests {
  @Test("is the copy, named by the paper's number alone: not the bytes that came, not their hash, not how often they came")
  func copy() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Caches")
    try await stage.upload(.manuscript, "second", to: paper, by: try await stage.authorDesk())
    let task = try await stage.assign(paper, to: [stage.rita])[0]
    try await stage.runDue()
    let desk = try await stage.desk(stage.rita)
    let copy = try await desk.file(.manuscript, of: task)
    let original = try await stage.chairDesk().file(.manuscript, version: 2, of: paper)
    #expect(try String(contentsOfFile: copy.path, encoding: .utf8) == "%PDF-1.7\nsecond% cleaned")
    #expect(try String(contentsOfFile: original.path, encoding: .utf8) == "%PDF-1.7\nsecond")
    #expect(copy.sha256 != original.sha256 && copy.sizeBytes != original.sizeBytes)
    let number = try await stage.number(of: paper).dropFirst()
    #expect(copy.downloadName == "paper\(number).pdf")
    #expect(try await desk.file(.appendix, of: task).downloadName == "paper\(number)-appendix.pdf")
    #expect(try await desk.review(task).files.map(\.state).first == .ready(sizeBytes: copy.sizeBytes))
  }

  @Test("is made when it is missing and asked for, once, and the reviewer is told to wait")
  func onDemand() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Old files")
    let task = try await stage.assign(paper, to: [stage.rita])[0]
    // As after an upgrade: uploaded before copies were made.
    try await stage.conference.act { _ = try $0.session.execute("DELETE FROM job") }
    let desk = try await stage.desk(stage.rita)
    #expect(try await desk.review(task).files.map(\.state) == [.preparing, .preparing])
    for _ in 0..<3 {
      guard case .unavailable = try await refusal({ _ = try await desk.file(.manuscript, of: task) }) else {
        Issue.record("answered without a copy")
        return
      }
    }
    #expect(try await stage.conference.look { try $0.session.countOpenJobs() } == 1)
    try await stage.runDue()
    _ = try await desk.file(.manuscript, of: task)
    #expect(try await stage.conference.look { try $0.session.countOpenJobs() } == 0)
  }

  @Test("is not found where none can be made; authors and chairs read why", arguments: CleaningObstacle.allCases)
  func impossible(obstacle: CleaningObstacle) async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Locked")
    let task = try await stage.assign(paper, to: [stage.rita])[0]
    try await stage.runDue(CopyingInspector(.impossible(obstacle)))
    let desk = try await stage.desk(stage.rita)
    await #expect(throws: Refusal.notFound) { try await desk.file(.manuscript, of: task) }
    #expect(try await desk.review(task).files.map(\.state) == [.withheld, .withheld])
    let told = try await stage.authorDesk().page(paper).findings.map(\.sentence)
    #expect(told.contains(obstacle.sentence(in: .manuscript)))
    guard case .shown(let findings) = try await stage.chairDesk().submission(paper).findings else {
      Issue.record("hidden from the chair")
      return
    }
    #expect(findings.contains { $0.severity == .violation && $0.sentence == obstacle.sentence(in: .manuscript) })
  }

  @Test("waits for the inspector when it can't be run, instead of falling back on the original")
  func unavailable() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Patience")
    let task = try await stage.assign(paper, to: [stage.rita])[0]
    try await stage.runDue(CopyingInspector(.unavailable(reason: "no jail")))
    let desk = try await stage.desk(stage.rita)
    guard case .unavailable = try await refusal({ _ = try await desk.file(.manuscript, of: task) }) else {
      Issue.record("answered without a copy")
      return
    }
    stage.clock.set(stage.clock.now.adding(.hours(1)))
    try await stage.runDue()
    #expect(try String(contentsOfFile: try await desk.file(.manuscript, of: task).path, encoding: .utf8).hasSuffix("% cleaned"))
  }

  @Test("goes through the real inspector from the upload to the reviewer without one of the authors' traces")
  func wholeWay() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Traces")
    let upload = try await stage.authorDesk().beginUpload(to: .manuscript, of: paper)
    try upload.append(try Data(contentsOf: repository.appending(path: "Tests/Fixtures/screening/telling.pdf")))
    _ = try await upload.finish()
    let task = try await stage.assign(paper, to: [stage.rita])[0]
    try await stage.runDue(try jailedInspector())
    let copy = try await stage.desk(stage.rita).file(.manuscript, of: task)
    let text = try unpacked(Array(try Data(contentsOf: URL(filePath: copy.path))))
    #expect(text.contains("The text stays") && !text.contains("CANARY"))
  }
}
