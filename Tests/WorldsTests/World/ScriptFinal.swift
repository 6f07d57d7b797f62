import Foundation
import Pages
import PeerReview

@testable import Conference
@testable import Store

/// How an accepted paper becomes what is published. In the world where it is not accepted, nothing happens.
extension World {
  func makeFinal() async throws {
    let title = tell(.finalVersion, "title", otherwise: "Caches at last")
    let abstract = tell(.finalVersion, "abstract", otherwise: "About caches.")
    let bytes = tell(.finalVersion, "file", otherwise: "other bytes")
    let note = tell(.shepherdWord, "note", otherwise: "Explain figure 3.")
    try await final("ada begins the final version") {
      let desk = try await author("ada")
      var final = try await desk.finalVersion(paper("caches")).final
      final.title = title
      final.abstract = abstract
      final.presenter = 0
      try await desk.saveFinal(paper("caches"), basedOn: 0, final)
    }
    try await final("ada uploads the final version") { try await upload(.final, "%PDF-1.7 final \(bytes)", "caches", "ada") }
    try await final("rita shepherds") {
      guard let rita = people["rita"] else { return }
      try await chair("clara").appointShepherd(rita.id, of: paper("caches"))
    }
    try await final("rita asks for changes") {
      try await reviewer("rita").saySoAsShepherd(paper("caches"), isSatisfied: false, note: note)
    }
    try await final("clara approves the title") {
      try await chair("clara").judgeChanges(paper("caches"), basedOn: 1, approved: true, note: "")
    }
    try await act("clara sets sessions") {
      // Looks go on record, a set of papers once: in every world the accepted papers that all chairs know were looked at before.
      _ = try await chair("clara").submission(paper("wells"))
      _ = try await chair("clara").proceedings()
      try await chair("clara").arrange(
        .init(
          version: 0, sessions: [SessionTitle(key: "", title: "Soil"), SessionTitle(key: "", title: "Water")], placements: [:]))
    }
    try await act("clara places caches") {
      let page = try await chair("clara").proceedings()
      guard changed != .decision else { return }
      let session = page.sessions[changed == .placement ? 1 : 0].key
      try await chair("clara").arrange(
        .init(version: 1, sessions: page.sessions, placements: [paper("caches"): Placement(session: session, rank: 1)]))
    }
    try await act("rita has her service attested") {
      guard let rita = people["rita"] else { return }
      let token = try await conference.act { try $0.beginSession(rita, device: "Test") }
      guard let session = try await conference.session(token: token) else { return }
      _ = try await conference.accountDesk(for: session).issueStatement("reviewer", at: call.id)
    }
    try await act("clara reminds") { _ = try await chair("clara").remindOfFinals() }
  }

  func final(_ name: String, _ body: () async throws -> Void) async throws {
    try await act(name) { if changed != .decision { try await body() } }
  }
}
