import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Statistics of a year")
struct StatisticsDeskTests {
  @Test("Acceptance by track is read after the release; withdrawn papers and drafts are not counted")
  func page() async throws {
    let stage = try await ReviewStage.open()
    var papers: [ID<Submission>] = []
    for place in 0..<12 { papers.append(try await stage.paper("Paper \(place)")) }
    try await stage.authorDesk().withdraw(papers[11], reason: "Enough.")
    stage.clock.set(stage.notification)
    for (place, paper) in papers.dropLast().enumerated() {
      try await stage.chairDesk().decide(paper, kind: place < 5 ? stage.accept : stage.reject, note: "", version: 0)
    }
    #expect(try await refusal { _ = try await stage.conference.statistics(of: stage.call.id, for: nil) } == .notFound)
    try await stage.chairDesk().release(confirmed: true)
    let page = try await stage.conference.statistics(of: stage.call.id, for: nil)
    #expect(page.tracks.map(\.figures.submitted) == [11] && page.tracks.map(\.figures.accepted) == [5])
    #expect(page.tracks.map(\.name) == [stage.call.track("research")?.name])
    #expect(page.statistics.reviewing == nil && !page.statistics.isPartial)
  }
}
