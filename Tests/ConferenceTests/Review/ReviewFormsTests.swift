import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Reviewing without a network")
struct ReviewFormsTests {
  /// The file with the answers of a whole review below each question of each form.
  private func filled(_ file: String, _ answers: ReviewAnswers) -> String {
    file.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      guard line.hasPrefix("==*== ") else { return [String(line)] }
      let key = String(line.dropFirst("==*== ".count))
      return [String(line), answers.scores[key].map { "\($0)" } ?? answers.texts[key] ?? ""]
    }.joined(separator: "\n")
  }

  @Test("All forms are one file; filled in and uploaded, drafts are kept or reviews are in, and a second time nothing changes")
  func forms() async throws {
    let stage = try await ReviewStage.open()
    let papers = [try await stage.paper("Ants"), try await stage.paper("Bees")]
    stage.clock.set(stage.reviewing)
    for paper in papers { _ = try await stage.assign(paper, to: [stage.rita]) }
    let desk = try await stage.desk(stage.rita)
    let file = try await desk.reviewForms()
    #expect(file.contains("Ants") && file.contains("Bees") && !file.contains(ReviewStage.authorMark))
    #expect(try await desk.uploadReviewForms(file, submits: true) == 0)
    let answers = stage.answers("sound")
    let full = filled(file, answers)
    #expect(try await desk.uploadReviewForms(full, submits: false) == 2)
    #expect(try await stage.recorded("review") == 0)
    let again = try await desk.reviewForms()
    #expect(again.contains("version 1\n"))
    #expect(try await desk.uploadReviewForms(again, submits: true) == 2)
    #expect(try await desk.uploadReviewForms(again, submits: true) == 2)
    #expect(try await stage.recorded("review") == 2)
  }

  @Test("One bad line keeps the whole file out, and each is told; a draft changed meanwhile isn't overwritten")
  func refused() async throws {
    let stage = try await ReviewStage.open()
    let ants = try await stage.paper("Ants")
    let bees = try await stage.paper("Bees")
    stage.clock.set(stage.reviewing)
    let task = try #require(try await stage.assign(ants, to: [stage.rita]).first)
    let other = try #require(try await stage.assign(bees, to: [stage.ron]).first)
    let desk = try await stage.desk(stage.rita)
    let file = try await desk.reviewForms()
    let full = filled(file, stage.answers("sound"))
    let wrong = full.replacing("==+== End", with: "==*== nonsense\nwords\n==+== Paper #9 \(other) version 0\n==+== End")
    let told = await problems { try await desk.uploadReviewForms(wrong, submits: true) }
    #expect(told.count == 2 && told.allSatisfy { $0.message.hasPrefix("Line ") }, "\(told)")
    #expect(try await stage.recorded("review") == 0)
    let first = try #require(stage.call.track("research")?.reviewForm.scored.first)
    let partial = await problems {
      try await desk.uploadReviewForms(
        "==+== Paper #1 \(task) version 0\n==*== \(first.key)\n\(first.grades[0].value)\n", submits: true)
    }
    #expect(!partial.isEmpty)
    try await desk.saveDraft(task, basedOn: 0, stage.answers("another"))
    let stale = await problems { try await desk.uploadReviewForms(full, submits: false) }
    #expect(stale.map { $0.message.contains("was changed since") } == [true])
  }
}
