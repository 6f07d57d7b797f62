import Pages
import PeerReview
import Testing

@testable import Conference

@Suite("Figures of a chair")
struct ChairFiguresTests {
  @Test("Grades, places on the board, topics and loads are those of the papers found; a chair in conflict sees none of a paper")
  func figures() async throws {
    let stage = try await ReviewStage.open()
    let ants = try await stage.paper("Ants", conflicts: [stage.otherChair])
    let bees = try await stage.paper("Bees")
    stage.clock.set(stage.reviewing)
    for paper in [ants, bees] {
      let assigned = try await stage.assign(paper, to: [stage.rita, stage.ron])
      for (person, assignment) in zip([stage.rita, stage.ron], assigned) {
        try await stage.desk(person).submit(assignment, basedOn: 0, stage.answers("sound"))
      }
    }
    let page = try await stage.chairDesk().figures()
    #expect(page.found == 2)
    let track = try #require(page.shownGrades.first { $0.counts.contains { $0.count > 0 } })
    #expect(track.counts.reduce(0) { $0 + $1.count } == 4)
    #expect(page.shownPoints.map(\.title).sorted() == ["Ants", "Bees"])
    #expect(page.topics.first { $0.key == "storage" }?.papers == 2)
    #expect(page.shownLoads.map(\.reviewers) == [0, 2])
    #expect(try await stage.chairDesk().figures(query: "bees").shownPoints.map(\.title) == ["Bees"])
    #expect(try await stage.chairDesk().figures(query: "(").problem != nil)
    let other = try await stage.chairDesk(stage.otherChair).figures()
    #expect(other.found == 1 && other.shownPoints.map(\.title) == ["Bees"] && other.shownLoads.map(\.reviewers) == [2])
    #expect(other.topics.first { $0.key == "storage" }?.papers == 1)
  }

  @Test("Nothing is drawn of fewer than five papers, reviews or reviewers")
  func smallGroups() {
    #expect(!SmallGroups.shows(4) && SmallGroups.shows(5))
  }

  @Test("The record is a file too, of the entries a chair may see")
  func record() async throws {
    let stage = try await ReviewStage.open()
    _ = try await stage.paper("Ants", conflicts: [stage.otherChair])
    let file = try await stage.chairDesk().auditFile(.init(query: "submit")).csv
    #expect(file.hasPrefix("number,at,who,act,subject,details,hash\r\n") && file.contains(",submit,#"))
    #expect(!(try await stage.chairDesk(stage.otherChair).auditFile().csv).contains(",submit,"))
  }
}

extension ChairFiguresPage {
  fileprivate var shownGrades: [Grades] { if case .shown(let grades) = grades { grades } else { [] } }
  fileprivate var shownPoints: [Point] { if case .shown(let points) = points { points } else { [] } }
  fileprivate var shownLoads: [Load] { if case .shown(let loads) = loads { loads } else { [] } }
}
