import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("A paper as others see it")
struct ViewAsTests {
  @Test("A chair sees a reviewer's page under the reviewer's rights, without drafts and own tags, and on record")
  func asReviewer() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Caches")
    let ids = try await stage.assign(paper, to: [stage.rita, stage.ron])
    stage.clock.set(stage.reviewing)
    let (rita, ron) = (try await stage.desk(stage.rita), try await stage.desk(stage.ron))
    try await rita.submit(ids[0], basedOn: 0, stage.answers("Rita says it is sound."))
    try await ron.saveDraft(ids[1], basedOn: 0, stage.answers("Ron has a draft."))
    try await ron.changeTags("~later", on: ids[1])
    let chair = try await desk(stage.chair, stage)
    let parts = try await pseudonyms(of: ids, stage)
    let asRita = try await text(chair.viewing(paper, as: .reviewer(parts[0])))
    #expect(asRita.contains("Rita says it is sound."))
    #expect(asRita.contains("Nothing can be done here"))
    #expect(!asRita.contains("<form method=\"post\" action=\"/reviews"))
    #expect(!asRita.contains("<a href=\"/reviews"))
    let asRon = try await text(chair.viewing(paper, as: .reviewer(parts[1])))
    for hidden in ["Rita says", "Ron has a draft", "later", stage.author.email] { #expect(!asRon.contains(hidden)) }
    #expect(try await stage.recorded("view-as") == 2)
  }

  @Test("A chair sees an author's page as it is for them now; in conflict nothing is found, nor a part nobody has")
  func asAuthor() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Caches")
    let ids = try await stage.assign(paper, to: [stage.rita])
    stage.clock.set(stage.reviewing)
    let rita = try await stage.desk(stage.rita)
    try await rita.submit(ids[0], basedOn: 0, stage.answers("Rita says it is sound."))
    let chair = try await desk(stage.chair, stage)
    let before = try await text(chair.viewing(paper, as: .author(1)))
    #expect(before.contains("Caches") && !before.contains("Rita says"))
    stage.clock.set(stage.call.calendar.response.opens)
    let after = try await text(chair.viewing(paper, as: .author(1)))
    #expect(after.contains("Rita says") && !after.contains(stage.rita.name))
    #expect(try await chair.viewing(paper, as: .author(2)).name.hasPrefix("Second"))
    #expect(!after.contains(" href=\"/submissions/"))
    for part in [PaperPart.author(9), .reviewer(9), .metareviewer] {
      #expect(try await refusal { _ = try await chair.viewing(paper, as: part) } == .notFound)
    }
    try await stage.conflict(stage.otherChair, with: paper)
    let other = try await desk(stage.otherChair, stage)
    #expect(try await refusal { _ = try await other.viewing(paper, as: .author(1)) } == .notFound)
    #expect(try await stage.recorded("view-as") == 3)
  }

  @Test("Parts are named by office and place; other words name none")
  func parts() {
    #expect(PaperPart(office: "author", place: "2") == .author(2))
    #expect(PaperPart(office: "metareviewer", place: "1") == .metareviewer)
    for (office, place) in [("author", "0"), ("author", "x"), ("chair", "1"), ("metareviewer", "2"), ("reviewer", "-1")] {
      #expect(PaperPart(office: office, place: place) == nil)
    }
  }

  private func desk(_ person: Person, _ stage: ReviewStage) async throws -> ChairDesk {
    try stage.conference.chairDesk(for: try await stage.conference.viewer(person, at: stage.call.id))
  }

  private func pseudonyms(of ids: [ID<Assignment>], _ stage: ReviewStage) async throws -> [Int] {
    try await stage.conference.look { act in try ids.compactMap { try act.session.assignment($0)?.pseudonym } }
  }

  private func text(_ page: ViewAsPage) -> String {
    page.content(in: Layout(conference: "C", viewer: nil, phase: nil, formToken: "secret-token", now: Instant(seconds: 0))).text
  }
}
