import Pages
import PeerReview
import Testing

@testable import Conference

@Suite("Reviews as chairs think of them")
struct RatingTests {
  @Test("A chair rates reviews and takes it back; chairs read all ratings and the mean, reviewers and authors never")
  func rate() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Caches")
    let ids = try await stage.assign(paper, to: [stage.rita, stage.ron])
    stage.clock.set(stage.reviewing)
    let rita = try await stage.desk(stage.rita)
    try await rita.submit(ids[0], basedOn: 0, stage.answers("Sound."))
    let clara = try stage.conference.chairDesk(for: try await stage.conference.viewer(stage.chair, at: stage.call.id))
    let cyril = try stage.conference.chairDesk(for: try await stage.conference.viewer(stage.otherChair, at: stage.call.id))
    try await clara.rate(paper, [ids[0]: ReviewRating(grade: 4, note: "Marked words.")])
    try await clara.rate(paper, [ids[0]: ReviewRating(grade: 4, note: "Marked words.")])
    try await cyril.rate(paper, [ids[0]: ReviewRating(grade: 1)])
    #expect(try await stage.recorded("rate review") == 2)
    guard case .shown(let seen) = try await cyril.submission(paper).ratings else { return #expect(Bool(false)) }
    #expect(seen.map(\.id) == [ids[0]] && seen.first?.own.grade == 1)
    #expect(seen.first?.others.first?.contains("Marked words.") == true)
    #expect(try await clara.people().people.first { $0.id == stage.rita.id }?.rating == .init(mean: 2.5, count: 2))
    for text in [contents(of: try await rita.review(ids[0])), contents(of: try await rita.home())] {
      #expect(!text.contains("Marked words."))
    }
    stage.clock.set(stage.call.calendar.response.opens)
    let ada = stage.conference.authorDesk(for: try await stage.conference.viewer(stage.author, at: stage.call.id))
    #expect(!contents(of: try await ada.page(paper)).contains("Marked words."))
    try await cyril.rate(paper, [ids[0]: ReviewRating(grade: nil)])
    #expect(try await clara.people().people.first { $0.id == stage.rita.id }?.rating == .init(mean: 4, count: 1))
    for wrong in [ReviewRating(grade: 6), ReviewRating(grade: nil, note: "Why?")] {
      guard case .invalid = try await refusal({ try await clara.rate(paper, [ids[0]: wrong]) }) else {
        Issue.record("\(wrong) was kept")
        continue
      }
    }
    #expect(try await refusal { try await clara.rate(paper, [ids[1]: ReviewRating(grade: 3)]) } == .notFound)
    try await stage.conflict(stage.otherChair, with: paper)
    #expect(try await refusal { try await cyril.rate(paper, [ids[0]: ReviewRating(grade: 3)]) } == .notFound)
    #expect(try await cyril.people().people.first { $0.id == stage.rita.id }?.rating == nil)
  }
}
