import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("A full disk: told clearly, nothing half stored, and all works once there is room")
struct FullDiskTests {
  private struct Stage {
    let house: TestHouse
    let disk: FillingDisk
    let ada: Person
    let full: Conference
    let desk: AuthorDesk

    static func open() async throws -> Stage {
      let house = try await TestHouse.open()
      let ada = try await house.person("Ada Byron")
      let disk = FillingDisk()
      let full = try await house.onDisk(disk)
      let desk = full.authorDesk(for: try await full.viewer(ada, at: house.call.id))
      return Stage(house: house, disk: disk, ada: ada, full: full, desk: desk)
    }
  }

  private func expectUnavailable(_ act: () async throws -> Void) async throws {
    guard case .unavailable(let reason) = try await refusal(act) else {
      Issue.record("the act was not refused for want of room")
      return
    }
    #expect(reason.contains("not stored") || reason.contains("Nothing was stored"))
  }

  @Test("while a file comes in")
  func whileUploading() async throws {
    let stage = try await Stage.open()
    let id = try await stage.desk.register(stage.house.entry("Disk", by: stage.ada))
    let upload = try await stage.desk.beginUpload(to: .manuscript, of: id)
    try upload.append(Array("first half ".utf8))
    stage.disk.leaveRoom(forWrites: 0)
    try await expectUnavailable { try upload.append(Array("second half".utf8)) }
    #expect(try await stage.house.versions(of: id, by: stage.ada).isEmpty)
    stage.disk.leaveRoom(forWrites: nil)
    try await stage.house.upload(.manuscript, "first half second half", to: id, by: stage.ada)
    #expect(try await stage.house.versions(of: id, by: stage.ada).count == 1)
  }

  @Test("when the file is there but its row finds no room")
  func whenKeeping() async throws {
    let stage = try await Stage.open()
    let id = try await stage.desk.register(stage.house.entry("Disk", by: stage.ada))
    for attempt in 0...1 {
      let upload = try await stage.desk.beginUpload(to: .manuscript, of: id)
      try upload.append(fileBytes("the paper"))
      if attempt == 0 {
        stage.disk.leaveRoom(forWrites: 0)
        try await expectUnavailable { _ = try await upload.finish() }
        #expect(try await stage.house.versions(of: id, by: stage.ada).isEmpty)
        #expect(try await stage.house.recorded("upload") == 0)
        stage.disk.leaveRoom(forWrites: nil)
      } else {
        #expect(try await upload.finish() == 1)
      }
    }
    #expect(try await stage.house.conference.invariantViolations(call: stage.house.call.id).isEmpty)
  }

  @Test("when a form is registered, saved, submitted or withdrawn")
  func forms() async throws {
    let stage = try await Stage.open()
    let (house, desk, disk) = (stage.house, stage.desk, stage.disk)
    let entry = house.entry("Disk", by: stage.ada)
    disk.leaveRoom(forWrites: 0)
    try await expectUnavailable { _ = try await desk.register(entry) }
    #expect(try await desk.home().submissions.isEmpty)
    disk.leaveRoom(forWrites: nil)
    let id = try await desk.register(entry)
    try await house.upload(.manuscript, "the paper", to: id, by: stage.ada)
    var changed = entry
    changed.content.abstract = "Changed."
    disk.leaveRoom(forWrites: 0)
    try await expectUnavailable { try await desk.save(id, basedOn: 1, changed) }
    try await expectUnavailable { try await desk.submit(id) }
    try await expectUnavailable { try await desk.withdraw(id, reason: "") }
    let page = try await desk.page(id)
    #expect(page.version == 1)
    #expect(page.state.label == "Draft")
    #expect(try await house.letters("submission-received").isEmpty)
    disk.leaveRoom(forWrites: nil)
    #expect(try await desk.save(id, basedOn: 1, changed) == 2)
    try await desk.submit(id)
    #expect(try await house.letters("submission-received").count == 1)
    #expect(try await house.conference.invariantViolations(call: house.call.id).isEmpty)
  }

  @Test("when someone asks for a way in")
  func signingIn() async throws {
    let stage = try await Stage.open()
    stage.disk.leaveRoom(forWrites: 0)
    try await expectUnavailable {
      try await stage.full.requestSignInLink(email: stage.ada.email, next: "", call: stage.house.call.id)
    }
    #expect(try await stage.house.delivered().isEmpty)
    stage.disk.leaveRoom(forWrites: nil)
    try await stage.full.requestSignInLink(email: stage.ada.email, next: "", call: stage.house.call.id)
    #expect(try await stage.house.delivered().count == 1)
  }

  @Test("when a letter was handed over but can't be marked: it is sent again under the same id, and only then")
  func marking() async throws {
    let stage = try await Stage.open()
    let house = stage.house
    _ = try await stage.desk.register(
      house.entry("Disk", by: stage.ada, with: [try await house.person("Ben Ode")]))
    let transport = CountingTransport()
    let runner = stage.full.jobRunner(inspector: try FixedInspector(seeing: "conforming"), transport: transport)
    // Room to take a job (there is none) and the letter, none to mark it.
    stage.disk.leaveRoom(forWrites: 2)
    try await expectUnavailable { try await runner.runDue() }
    #expect(await transport.sends.values.sorted() == [1])
    stage.disk.leaveRoom(forWrites: nil)
    house.clock.advance(by: .minutes(5))
    try await runner.runDue()
    try await runner.runDue()
    #expect(await transport.sends.values.sorted() == [2])
    #expect(try await house.conference.look { try $0.session.countUnsentLetters() } == 0)
  }
}
