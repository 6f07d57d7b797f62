import Foundation
import LecternTesting
import Pages
import PeerReview

@testable import Conference
@testable import Store

/// How papers come in, and what chairs make of them before anyone reviews.
extension World {
  func submitCaches() async throws {
    let hidden = Author(
      name: tell(.authorIdentity, "name", otherwise: "Y"),
      email: tell(.authorIdentity, "address", otherwise: "y") + "@hidden.example",
      affiliation: tell(.authorIdentity, "affiliation", otherwise: "Elsewhere"))
    var content = content("Caches in clay")
    content.answers.preprint = "https://preprints.example/" + tell(.preprint, "link", otherwise: "none")
    let claim = tell(.claim, "explanation", otherwise: "It is longer.")
    content.answers.exceptions = changed == .claimExistence ? [:] : ["expansion": claim]
    content.answers.exemption = tell(.serving, "reason", otherwise: "Nobody else can.")
    var signed = [author(.ada, contact: true), author(.basil), author(.rex), author(.carla)]
    signed[changed == .serving ? 1 : 2].serves = true
    let authors = changed == .authorExistence ? signed : signed + [hidden]
    var conflicts = [
      DeclaredConflict(
        email: WorldViewer.conrad.email, name: "Conrad", kind: changed == .conflictKind ? "coauthor" : "advisor"),
      DeclaredConflict(email: WorldViewer.cyril.email, name: "Cyril", kind: "coauthor"),
      DeclaredConflict(email: WorldViewer.pavel.email, name: "Pavel", kind: "coauthor"),
      DeclaredConflict(email: WorldViewer.axel.email, name: "Axel", kind: "coauthor"),
    ]
    let known = tell(.conflictExistence, "name", otherwise: "")
    if changed != .conflictExistence {
      conflicts.append(DeclaredConflict(email: "kuno@people.example", name: known, kind: "advisor"))
    }
    let first = AuthorDesk.Entry(content: content, authors: authors + [author(.fred)], conflicts: conflicts)
    try await act("register caches") { papers["caches"] = try await author("ada").register(first) }
    // Fred knew the title that he signed.
    content.title += " " + tell(.paper, "title", otherwise: "and silt")
    content.abstract += " " + tell(.paper, "abstract", otherwise: "And of silt.")
    try await act("fred leaves") {
      _ = try await author("ada").save(
        paper("caches"), basedOn: 1, AuthorDesk.Entry(content: content, authors: authors, conflicts: conflicts))
    }
    let words = tell(.manuscript, "text", otherwise: "other bytes")
    try await act("upload caches") { try await upload(.manuscript, "%PDF-1.7 caches \(words)", "caches", "ada") }
    try await act("upload appendix") { try await upload(.appendix, "%PDF-1.7 appendix of caches", "caches", "ada") }
    try await act("submit caches") { try await author("ada").submit(paper("caches")) }
    let denial = tell(.authorshipAnswer, "note", otherwise: "")
    try await act("basil answers") {
      let confirms = changed == .authorshipAnswer
      try await author("basil").answerAuthorship(paper("caches"), confirms: confirms, note: denial)
    }
    try await act("more time for caches") {
      guard changed != .moreTime else { return }
      try await chair("clara").extend(paper("caches"), hours: 2)
    }
  }

  func submitOthers() async throws {
    for (title, key, contact) in [("Wells", "wells", WorldViewer.olga), ("Dunes", "dunes", .olga)] {
      try await act("register \(key)") {
        papers[key] = try await author("olga").register(
          AuthorDesk.Entry(content: content(title), authors: [author(contact, contact: true)], conflicts: []))
      }
      try await act("upload \(key)") { try await upload(.manuscript, "%PDF-1.7 \(key)", key, "olga") }
      try await act("submit \(key)") { try await author("olga").submit(paper(key)) }
    }
    let paul = Author(name: "Paul", email: "paul@people.example", affiliation: "Elsewhere", contact: true)
    let signed = [paul, author(.olga)]
    try await act("register mud") {
      papers["mud"] = try await author("paul").register(
        AuthorDesk.Entry(content: content("Mud"), authors: signed, conflicts: []))
    }
    try await act("upload mud") { try await upload(.manuscript, "%PDF-1.7 mud", "mud", "paul") }
    try await act("submit mud") { try await author("paul").submit(paper("mud")) }
    try await comeAndGo()
  }

  /// Papers whose being there at all is the secret. They come last, those that reviewers meet first: numbers are given in
  /// order of registration.
  private func comeAndGo() async throws {
    let dirk = Author(name: "Dirk", email: "dirk@\(Self.unreachable)", affiliation: "Elsewhere", contact: true)
    let cyril = DeclaredConflict(email: WorldViewer.cyril.email, name: "Cyril", kind: "coauthor")
    let gone = tell(.withdrawnExistence, "title", otherwise: "")
    let reason = tell(.withdrawnExistence, "reason", otherwise: "")
    let draft = tell(.draftExistence, "title", otherwise: "")
    let conrad = DeclaredConflict(email: WorldViewer.conrad.email, name: "Conrad", kind: "coauthor")
    let late = tell(.lateExistence, "title", otherwise: "")
    try await act("submit late") {
      guard changed != .lateExistence else { return }
      papers["late"] = try await author("dirk").register(
        AuthorDesk.Entry(content: content("Late \(late)"), authors: [dirk], conflicts: [cyril, conrad]))
      try await upload(.manuscript, "%PDF-1.7 late", "late", "dirk")
      try await author("dirk").submit(paper("late"))
    }
    try await act("register gone") {
      guard changed != .withdrawnExistence else { return }
      papers["gone"] = try await author("dirk").register(
        AuthorDesk.Entry(content: content("Gone \(gone)"), authors: [dirk], conflicts: [cyril]))
      try await upload(.manuscript, "%PDF-1.7 gone", "gone", "dirk")
      try await author("dirk").submit(paper("gone"))
    }
    try await act("withdraw gone") {
      if changed != .withdrawnExistence { try await author("dirk").withdraw(paper("gone"), reason: reason) }
    }
    try await act("register draft") {
      guard changed != .draftExistence else { return }
      papers["draft"] = try await author("dirk").register(
        AuthorDesk.Entry(content: content("Draft \(draft)"), authors: [dirk], conflicts: [cyril]))
    }
  }

  func screen() async throws {
    let explanation = tell(.deskRejection, "explanation", otherwise: "It is not.")
    try await act("reject mud") {
      try await chair(changed == .whoRejected ? "cora" : "clara").rejectWithoutReview(
        paper("mud"), ground: changed == .deskRejection ? "scope" : "format", explanation: explanation)
    }
    try await act("judge a finding of late") {
      guard changed != .lateExistence else { return }
      let late = try paper("late").text
      let findings = try await database.peek { session in
        try session.rows(
          """
          SELECT f.id FROM finding f JOIN manuscript m ON m.id = f.manuscript_id WHERE m.submission_id = \(late) ORDER BY f.id
          """
        ) { try $0.id(0, of: ScreeningFinding.self) }
      }
      guard let finding = findings.first else { throw WorldFault("late has no findings") }
      try await chair("clara").judge([finding], .dismissed)
    }
    try await holdLetter()
    try await lookInto()
    try await act("approve the claim") {
      guard changed != .claimExistence else { return }
      try await chair("clara").answerException(paper("caches"), key: "expansion", approved: true)
    }
  }

  func bid() async throws {
    try await act("rita bids") {
      try await reviewer("rita").bid([paper("caches"): "eager", paper("wells"): "willing"])
    }
    try await act("ruth bids") {
      guard changed != .bidExistence else { return }
      try await reviewer("ruth").bid([paper("caches"): changed == .bid ? "unwilling" : "willing"])
    }
    try await act("uma bids") { try await reviewer("uma").bid([paper("wells"): "eager"]) }
  }

  func makePlan() async throws {
    try await act("ask for a plan") {
      plan = try await chair("clara").askForPlan(reviewsPerSubmission: 1, loadMinimum: 0, loadMaximum: 4, seed: 1)
    }
    // After the plan: a plan must not rest on what is another in one of the worlds.
    try await act("score texts") { try await chair("clara").askForTextScores() }
    try await assign("vera", to: "caches", as: "vera")
  }

  private func content(_ title: String) -> SubmissionContent {
    SubmissionContent(
      track: "full", title: title, abstract: "About \(title).", keywords: ["clay"], topics: ["soil"],
      answers: SubmissionAnswers(declarations: ["originality": "yes"], exemption: "Nobody can."))
  }

  private func author(_ viewer: WorldViewer, contact: Bool = false) -> Author {
    Author(
      name: viewer.name, email: viewer.email, affiliation: "University of \(viewer.rawValue.capitalized)", contact: contact)
  }

  func upload(_ slot: FileSlot, _ text: String, _ paper: String, _ key: String) async throws {
    let upload = try await author(key).beginUpload(to: slot, of: self.paper(paper))
    try upload.append(Array(text.utf8))
    _ = try await upload.finish()
  }
}
