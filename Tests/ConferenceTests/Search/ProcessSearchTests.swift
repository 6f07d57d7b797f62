import Pages
import PeerReview
import Store
import Testing

@testable import Conference

/// Clara, who reviews too, and Zoe chair; Zoe is in conflict with the first of three papers.
@Suite("Searching by tasks, responses and findings")
struct ProcessSearchTests {
  private struct Scene {
    let house: TestHouse
    let clara: Person
    let zoe: Person
    let ada: Person
    let caches: ID<Submission>
    let queues: ID<Submission>
    let wells: ID<Submission>

    static func open(adding section: String = "") async throws -> Scene {
      let house = try await TestHouse.open(adding: section)
      let clara = try await house.person("Clara Chair", .chair, .reviewer)
      let zoe = try await house.person("Zoe Apart", .chair)
      let ada = try await house.person("Ada Byron")
      return Scene(
        house: house, clara: clara, zoe: zoe, ada: ada, caches: try await house.paper("Caches", by: ada, conflicts: [zoe]),
        queues: try await house.paper("Queues", by: ada), wells: try await house.paper("Wells", by: ada))
    }

    /// In the order of titles. The search must be understood.
    func found(_ query: String, by chair: Person) async throws -> [ID<Submission>] {
      let page = try await house.chairDesk(chair).submissions(.init(query: query, sort: "title"))
      #expect(page.problem == nil, "\(query) is not understood")
      return page.rows.map(\.id)
    }

    func problem(_ query: String) async throws -> String {
      try await house.chairDesk(clara).submissions(.init(query: query)).problem?.message ?? ""
    }
  }

  private static let policy = "metareviews: {load-maximum: 2, reads-reviews: when-due, shown-to-authors: yes}"

  @Test("A chair finds papers by who leads their discussion, by me too, and none that are kept from the chair")
  func leads() async throws {
    let scene = try await Scene.open(adding: Self.policy)
    let (house, clara, zoe) = (scene.house, scene.clara, scene.zoe)
    let (caches, queues, wells) = (scene.caches, scene.queues, scene.wells)
    let (rita, ron) = (try await house.person("Rita Reader", .reviewer), try await house.person("Ron Reader", .reviewer))
    let caching = try await house.assign(caches, to: [ron, rita])
    let queueing = try await house.assign(queues, to: [clara])
    try await house.conference.act { act in
      for task in caching { try act.session.nameDiscussionLead(task, of: caches, by: clara.id, at: act.now) }
      try act.session.nameDiscussionLead(queueing.first, of: queues, by: clara.id, at: act.now)
    }
    #expect(try await scene.found("lead:\"rita reader\"", by: clara) == [caches])
    #expect(try await scene.found("lead:\(rita.email)", by: clara) == [caches])
    #expect(try await scene.found("lead:ron", by: clara) == [])
    #expect(try await scene.found("lead:any", by: clara) == [caches, queues])
    #expect(try await scene.found("lead:none", by: clara) == [wells])
    #expect(try await scene.found("lead:me", by: clara) == [queues])
    #expect(try await scene.found("reviewer:me", by: clara) == [queues])
    #expect(try await scene.found("lead:me", by: zoe) == [])
    #expect(try await scene.found("lead:rita", by: zoe) == [])
    #expect(try await scene.found("NOT lead:rita", by: zoe) == [queues, wells])
    #expect(try await scene.found("lead:any", by: zoe) == [queues])
    #expect(try await scene.problem("laed:me").contains("Did you mean “lead”?"))
    try await house.conference.act { act in
      try act.session.nameDiscussionLead(nil, of: queues, by: clara.id, at: act.now)
    }
    #expect(try await scene.found("lead:any", by: clara) == [caches])
    // Where a metareviewer has the paper no reviewer leads.
    try await lead(caches, by: try await house.person("Mira Meta", .metareviewer), scene)
    #expect(try await scene.found("lead:any", by: clara) == [])
  }

  private func lead(_ paper: ID<Submission>, by person: Person, _ scene: Scene) async throws {
    try await scene.house.conference.act { act in
      try act.session.add(
        MetareviewTaskRow(id: act.newID(), submission: paper, person: person.id, at: act.now), by: scene.clara.id)
    }
  }

  @Test("Metareviewers and shepherds are words where the call has them, and find no paper that is kept from the chair")
  func tasks() async throws {
    let scene = try await Scene.open(adding: Self.policy)
    let (house, clara, zoe) = (scene.house, scene.clara, scene.zoe)
    let (caches, queues, wells) = (scene.caches, scene.queues, scene.wells)
    let mira = try await house.person("Mira Meta", .metareviewer)
    let ron = try await house.person("Ron Reader", .reviewer)
    try await lead(caches, by: mira, scene)
    try await lead(queues, by: mira, scene)
    try await house.conference.act { act in
      for (paper, person) in [(caches, clara), (caches, ron), (wells, clara)] {
        try act.session.appointShepherd(person.id, of: paper, id: act.newToken(), by: clara.id, at: act.now)
      }
      let task = try #require(try act.session.metareviewTask(of: queues))
      try act.session.endMetareviewTask(task.id, reason: "taken back", at: act.now)
    }
    #expect(try await scene.found("metareviewer:mira", by: clara) == [caches])
    #expect(try await scene.found("metareviewer:none", by: clara) == [queues, wells])
    #expect(try await scene.found("metareviewer:me", by: clara) == [])
    #expect(try await scene.found("metareviewer:any", by: zoe) == [])
    #expect(try await scene.found("metareviewer:none", by: zoe) == [queues, wells])
    #expect(try await scene.found("shepherd:ron", by: clara) == [caches])
    #expect(try await scene.found("shepherd:me", by: clara) == [wells])
    #expect(try await scene.found("shepherd:none", by: clara) == [queues])
    #expect(try await scene.found("shepherd:any", by: zoe) == [wells])
    #expect(try await scene.found("NOT shepherd:ron", by: zoe) == [queues, wells])
    let plain = try await Scene.open()
    #expect(try await plain.problem("metareviewer:any").contains("can't be searched for here"))
  }

  @Test("Papers are found by whether their authors responded; none that are kept from the chair")
  func responses() async throws {
    let scene = try await Scene.open()
    try await scene.house.conference.act { act in
      for paper in [scene.caches, scene.wells] {
        try act.session.addResponse("Thank you.", to: paper, by: scene.ada.id, at: act.now)
      }
    }
    #expect(try await scene.found("response:any", by: scene.clara) == [scene.caches, scene.wells])
    #expect(try await scene.found("response:none", by: scene.clara) == [scene.queues])
    #expect(try await scene.found("response:any", by: scene.zoe) == [scene.wells])
    #expect(try await scene.found("response:none", by: scene.zoe) == [scene.queues])
    #expect(try await scene.problem("response:yes") == "“response” is any or none.")
  }

  @Test("Papers are found by what screening found in their newest files and what was said of it; none kept from the chair")
  func findings() async throws {
    let scene = try await Scene.open()
    let (house, clara, zoe) = (scene.house, scene.clara, scene.zoe)
    let all = [scene.caches, scene.queues, scene.wells]
    #expect(try await scene.found("finding:none", by: clara) == all)
    try await house.runDue(MemoryTransport(), try FixedInspector(seeing: "et-al-entries"))
    let late = try await house.paper("Zones", by: scene.ada)
    #expect(try await scene.found("finding:any", by: clara) == all)
    #expect(try await scene.found("finding:none", by: clara) == [late])
    #expect(try await scene.found("finding:refs.et_al", by: clara) == all)
    #expect(try await scene.found("finding:\"References that hide authors\"", by: clara) == all)
    #expect(try await scene.found("finding:file.encrypted OR finding:confirmed", by: clara) == [])
    #expect(try await scene.found("finding:refs.et_al", by: zoe) == [scene.queues, scene.wells])
    #expect(try await scene.found("finding:none", by: zoe) == [late])

    let desk = try await house.chairDesk(clara)
    let said: [(ID<Submission>, FindingVerdict)] = [(scene.caches, .confirmed), (scene.queues, .dismissed)]
    for (paper, verdict) in said {
      let listing = ScreeningQueuePage.Listing(code: "refs.et_al", paper: paper.text)
      let found = try await desk.screening(listing).findings.map(\.id)
      try await desk.judge(found, verdict)
    }
    #expect(try await scene.found("finding:confirmed", by: clara) == [scene.caches])
    #expect(try await scene.found("finding:dismissed", by: clara) == [scene.queues])
    #expect(try await scene.found("finding:open", by: clara).contains(scene.wells))
    #expect(try await scene.found("finding:confirmed", by: zoe) == [])
    #expect(try await scene.found("finding:dismissed", by: zoe) == [scene.queues])

    try await house.upload(.manuscript, "another manuscript", to: scene.caches, by: scene.ada)
    #expect(try await scene.found("finding:refs.et_al", by: clara) == [scene.queues, scene.wells])
    #expect(try await scene.found("finding:confirmed", by: clara) == [])
    #expect(try await scene.problem("finding:refs.etal").contains("Did you mean “refs.et_al”?"))
  }

  @Test("Text that two papers share finds both of them, and neither for a chair who may not know of one")
  func sharedText() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let clara = try await house.person("Clara Chair", .chair)
    let zoe = try await house.person("Zoe Apart", .chair)
    let caches = try await house.paper("Caches", by: ada)
    let queues = try await house.paper("Queues", by: ada)
    try await house.runDue(MemoryTransport(), try FixedInspector(seeing: "et-al-entries"))
    try await house.conflict(zoe, with: caches)
    func found(_ query: String, by chair: Person) async throws -> [ID<Submission>] {
      try await house.chairDesk(chair).submissions(.init(query: query, sort: "title")).rows.map(\.id)
    }
    #expect(try await found("finding:dup.near", by: clara) == [caches, queues])
    #expect(try await found("finding:dup.near", by: zoe) == [])
    #expect(try await found("NOT finding:dup.near", by: zoe) == [queues])
  }
}
