import Foundation
import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("The form a review was begun with")
struct FrozenFormTests {
  @Test("When the call's form changes, a review that is begun keeps its questions; one begun later has the new ones")
  func frozen() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Caches")
    let ids = try await stage.assign(paper, to: [stage.rita, stage.ron])
    stage.clock.set(stage.reviewing)
    let (rita, ron) = (try await stage.desk(stage.rita), try await stage.desk(stage.ron))
    let before = try #require(stage.call.track("research")?.reviewForm)
    let asked = try #require(before.criteria.first)
    try await rita.saveDraft(ids[0], basedOn: 0, ReviewAnswers(scores: [asked.key: 3]))
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "calls/mlsys-2026.yaml"), encoding: .utf8)
    let changed = text.replacing("question: \(asked.question)", with: "question: Is it another question?", maxReplacements: 1)
    try #require(changed != text)
    try await stage.conference.openCall(text: changed, file: "c.yaml", reason: "a better question")

    #expect(try await rita.review(ids[0]).form == before)
    #expect(try await ron.review(ids[1]).form.criteria.first?.question == "Is it another question?")
    try await rita.submit(ids[0], basedOn: 1, stage.answers("Sound."))
    try await ron.submit(ids[1], basedOn: 0, stage.answers("Thin."))
    let versions = try await stage.conference.look { act in try act.session.submittedReviews(of: paper).map(\.review.callVersion)
    }
    #expect(versions == [1, 2])
    #expect(try await rita.review(ids[0]).form == before)
    let forms = try await rita.reviewForms()
    #expect(forms.contains(asked.question) && !forms.contains("Is it another question?"))
    #expect(try await ron.reviewForms().contains("Is it another question?"))
  }
}
