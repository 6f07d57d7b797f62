import Pages
import PeerReview

@testable import Conference
@testable import Store

/// What chairs look into beside the papers themselves: suspected conflicts, declarations, and matters of integrity.
extension World {
  func lookInto() async throws {
    let reason = tell(.suspicion, "reason", otherwise: "")
    try await act("clara sets a suspicion aside") {
      guard changed != .suspicion, let silas = people["silas"] else { return }
      try await chair("clara").dismissSuspicion(paper("caches"), person: silas.id, reason: reason)
    }
    let question = tell(.declarationWords, "question", otherwise: "Why Conrad?")
    let answer = tell(.declarationWords, "answer", otherwise: "")
    try await act("clara asks about declarations") {
      try await chair("clara").askAboutDeclarations(paper("caches"), text: "Please tell: \(question)")
    }
    try await act("ada answers about declarations") {
      if changed == .declarationWords { return }
      try await author("ada").answerAboutDeclarations(paper("caches"), text: "Because: \(answer)")
    }
    try await openCases()
  }

  private func openCases() async throws {
    let title = tell(.integrityCase, "title", otherwise: "")
    let bytes = tell(.integrityCase, "file", otherwise: "")
    let about = tell(.integrityOfChair, "title", otherwise: "")
    let caches = try await number(of: "caches")
    let wells = try await number(of: "wells")
    try await act("clara opens a case") {
      guard changed != .integrityCase else { return }
      cases["caches"] = try await chair("clara").openCase(
        .init(title: title, papers: caches, people: "ada@people.example", text: "Text is shared with a report."))
    }
    try await act("clara adds evidence") {
      guard let id = cases["caches"] else { return }
      try await chair("clara").add(.evidence, text: "", file: (name: "report.txt", bytes: Array(bytes.utf8)), to: id)
    }
    try await act("clara opens a case about cora") {
      guard changed != .integrityOfChair else { return }
      cases["cora"] = try await chair("clara").openCase(
        .init(title: about, papers: wells, people: "cora@people.example", text: "Bids were traded, it is said."))
    }
  }

  private func number(of key: String) async throws -> String {
    let id = try paper(key)
    return try await database.peek { try $0.submission(id)?.number.description ?? "" }
  }
}
