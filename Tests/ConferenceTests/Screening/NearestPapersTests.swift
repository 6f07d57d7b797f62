import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Papers near in meaning")
struct NearestPapersTests {
  private static let paging = "Paged attention memory for serving large language models on GPUs"

  @Test("The nearest comes first, in other words too; drafts and the paper itself are left out")
  func nearest() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let paper = try await house.paper(Self.paging, by: ada)
    let crops = try await house.paper("Soil moisture and crop yields in dry summers", by: ada)
    let same = try await house.paper("Serving language models: GPU memory management by paging of attention", by: ada)
    _ = try await house.authorDesk(ada).register(house.entry(Self.paging, by: ada))
    let page = try await house.chairDesk(try await house.person("Clara Chair", .chair)).nearestPapers(to: paper)
    let papers = try #require(page.papers)
    #expect(papers.map(\.id) == [same, crops])
    #expect(papers[0].closeness > papers[1].closeness + 0.2 && papers[0].closeness <= 1)
    #expect(papers.allSatisfy { $0.conference == nil })
  }

  @Test("A chair's own and conflicted papers are neither asked about nor told of, and other chairs' conferences aren't read")
  func hidden() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let first = try await house.paper(Self.paging, by: ada)
    let second = try await house.paper("Paging for attention", by: ada)
    let cyril = try await house.person("Cyril Chair", .chair)
    try await house.conflict(cyril, with: second)
    let desk = try await house.chairDesk(cyril)
    #expect(try await desk.nearestPapers(to: first).papers?.isEmpty == true)
    await #expect(throws: Refusal.notFound) { try await desk.nearestPapers(to: second) }
    await #expect(throws: Refusal.notFound) { try await desk.nearestPapers(to: ID("nothing")) }
  }

  @Test("Papers of another conference are told of to who chairs both, by its name")
  func otherConference() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let paper = try await house.paper(Self.paging, by: ada)
    let other = try mlsysCallText().replacing("call: mlsys-2026", with: "call: mlsys-2027")
      .replacing("name: MLSys 2026", with: "name: MLSys 2027")
    let id = try await house.conference.openCall(text: other, file: "other.yaml", reason: "test").id
    let desk = house.conference.authorDesk(for: try await house.conference.viewer(ada, at: id))
    let copy = try await desk.register(house.entry(Self.paging, by: ada))
    let upload = try await desk.beginUpload(to: .manuscript, of: copy)
    try upload.append(fileBytes("the same again"))
    _ = try await upload.finish()
    try await desk.submit(copy)
    let (clara, both) = (try await house.person("Clara Chair", .chair), try await house.person("Berta Both", .chair))
    try await house.conference.act { act in
      try act.session.grant(.chair, to: both.id, at: id, id: act.newToken(), by: nil, now: act.now)
    }
    #expect(try await house.chairDesk(clara).nearestPapers(to: paper).papers?.isEmpty == true)
    let found = try #require(try await house.chairDesk(both).nearestPapers(to: paper).papers)
    #expect(found.map(\.id) == [copy])
    #expect(found.first?.conference == "MLSys 2027")
    #expect((found.first?.closeness ?? 0) > 0.999)
  }
}
