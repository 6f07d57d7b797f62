import Foundation
import LecternTesting
import Pages
import PeerReview

@testable import Conference
@testable import Store

/// The year of the two worlds, phase by phase. In every world the same acts happen in the same order at the same minutes;
/// where a secret is that nothing happened, the act does nothing.
extension World {
  func play(_ phase: WorldPhase) async throws {
    let calendar = call.calendar
    switch phase {
    case .announced:
      clock.advance(to: calendar.submission.opens.adding(.days(-7)))
      try await formCommittee()
    case .submission:
      clock.advance(to: calendar.submission.opens.adding(.days(20)))
      try await submitCaches()
      try await submitOthers()
    case .screening:
      clock.advance(to: calendar.submission.closes.adding(.hours(2)))
      try await screen()
    case .bidding:
      clock.advance(to: calendar.bidding.opens.adding(.hours(5)))
      try await bid()
    case .assignment:
      clock.advance(to: calendar.bidding.closes.adding(.hours(1)))
      try await makePlan()
    case .reviewing:
      clock.advance(to: calendar.reviewing.opens.adding(.days(1)))
      try await assign()
      clock.advance(to: calendar.reviewing.opens.adding(.days(20)))
      try await review()
    case .response:
      clock.advance(to: calendar.response.opens.adding(.hours(3)))
      try await respond()
    case .discussion:
      clock.advance(to: calendar.discussion.opens.adding(.hours(3)))
      try await discuss()
    case .deciding:
      clock.advance(to: calendar.discussion.closes.adding(.hours(3)))
      try await decide()
    case .released:
      clock.advance(to: calendar.notification.adding(.hours(1)))
      try await act("release") { try await chair("clara").release(confirmed: true) }
      try await makeFinal()
      try await passLateOn()
      try await registerArtifacts()
    case .evaluating:
      try await evaluate()
    case .archived:
      try await releaseBadges()
      clock.advance(to: calendar.notification.adding(.days(400)))
      try await act("a year passes") {}
    case .sealed:
      clock.advance(to: calendar.notification.adding(.days(600)))
      try await act("what the call closes is closed") {}
    }
  }

  // MARK: People

  private func formCommittee() async throws {
    for viewer in WorldViewer.allCases where viewer.isSignedIn {
      try await person(viewer.rawValue, viewer.email, viewer.name, viewer.offices)
    }
    for name in ["ruth", "rolf", "kuno", "olaf"] {
      try await person(name, "\(name)@people.example", name.capitalized, [.reviewer])
    }
    for name in ["max", "moritz"] {
      try await person(name, "\(name)@people.example", name.capitalized, [.metareviewer])
    }
    for name in ["evan", "edna"] { try await person(name, "\(name)@people.example", name.capitalized, [.evaluator]) }
    try await person("dirk", "dirk@\(Self.unreachable)", "Dirk", [])
    try await person("paul", "paul@people.example", "Paul", [])
    try await person("silas", "silas@people.example", "Silas", [changed == .office ? .chair : .reviewer])
    try await act("nemo has an account") {
      let email = tell(.accountExistence, "address", otherwise: "") + "@people.example"
      let name = tell(.accountExistence, "name", otherwise: "")
      if changed == .accountExistence { return }
      _ = try await conference.act { try $0.addPerson(email: email, name: name, affiliation: "Nowhere") }
    }
    try await act("paul has a password") {
      guard changed != .password, let paul = people["paul"] else { return }
      try await conference.act { try $0.session.setPasswordHash("$argon2id$none", of: paul.id) }
    }
    try await act("invite ines") { links[.ines] = try await invite(WorldViewer.ines.email) }
    try await act("invite dora") {
      let path = try await invite(WorldViewer.dora.email)
      _ = try await conference.answerInvitation(
        token: String(path.split(separator: "/").last ?? ""), accepts: false, reason: "No time.", device: "Test")
    }
    try await act("invite gunda") {
      let email = tell(.invitationExistence, "address", otherwise: "") + "@people.example"
      if changed != .invitationExistence { _ = try await invite(email) }
    }
    try await offerLess()
    try await act("expertise of ruth") {
      try await reviewer("ruth").setExpertise(["soil": changed == .expertise ? 1 : 2])
    }
    let known = tell(.keyword, "keyword", otherwise: "clay")
    let written = tell(.publication, "title", otherwise: "another matter")
    try await act("papers of rita") {
      let line = #"{"title": "Caches in clay and \#(written)", "abstract": "About caches and silt."}"#
      _ = try await reviewer("rita").addPublications(Array(line.utf8), file: "rita.jsonl")
    }
    try await act("papers of ruth") {
      guard changed != .publicationExistence else { return }
      _ = try await reviewer("ruth").addPublications(Array(#"{"title": "Wells"}"#.utf8), file: "ruth.jsonl")
    }
    try await act("expertise of rita") {
      try await reviewer("rita").setExpertise(["soil": 2, "water": 1], keywords: [known])
    }
    let together = tell(.coauthorship, "title", otherwise: "Rivers")
    try await act("papers of olaf") {
      guard let olaf = people["olaf"] else { return }
      try await conference.act { act in
        // No score rests on it: those would tell of its title.
        let row = PublicationRow(
          id: act.newID(), person: olaf.id, title: together, abstract: "", isExcluded: true, authors: ["Olaf", "Ada"], year: 2025)
        try act.session.add(row, key: "together", at: act.now)
      }
    }
    try await act("petra's conflict") {
      try await reviewer("petra").declareConflict(
        with: DeclaredConflict(email: WorldViewer.ada.email, name: "Ada", kind: "advisor"))
    }
    try await openOtherConference()
  }

  private func offerLess() async throws {
    try await act("kuno takes fewer") {
      guard let kuno = people["kuno"] else { return }
      let limit = changed == .offeredLoad ? 2 : 3
      try await conference.act { [call] in try $0.session.setLoadLimit(limit, of: kuno.id, in: .reviewer, at: call.id) }
    }
  }

  private func person(_ key: String, _ email: String, _ name: String, _ offices: [Role]) async throws {
    try await act("account of \(key)") {
      people[key] = try await conference.act { [call] act in
        let person = try act.addPerson(email: email, name: name, affiliation: "University of \(key.capitalized)")
        for role in offices {
          try act.session.grant(role, to: person.id, at: call.id, id: act.newToken(), by: nil, now: act.now)
          if role == .trackChair { try act.session.grant(track: "short", to: person.id, at: call.id) }
        }
        return person
      }
    }
  }

  private func invite(_ email: String) async throws -> String {
    guard let address = EmailAddress(email) else { throw WorldFault("no address: \(email)") }
    return try await conference.invite(email: address, name: "", as: Appointment(.reviewer), call: call.id)
  }

  /// Another call on the same server; rita chairs it, and ada has a paper there.
  private func openOtherConference() async throws {
    let text = try Self.callText().replacing("call: worlds-2026", with: "call: other-2026")
      .replacing("name: WORLDS 2026", with: "name: OTHER 2026")
    try await act("open the other call") {
      _ = try await conference.openCall(text: text, file: "other.yaml", reason: "test")
    }
    let title = tell(.otherConference, "title", otherwise: "")
    try await act("an office elsewhere") {
      guard changed != .otherConference, let stranger = people["olaf"] else { return }
      try await conference.act {
        try $0.session.grant(.chair, to: stranger.id, at: ID("other-2026"), id: $0.newToken(), by: nil, now: $0.now)
        try $0.session.record(
          actor: stranger.id.text, act: "elsewhere", call: ID("other-2026"), subject: "other-2026", detail: title, at: $0.now)
      }
    }
  }

  // MARK: Desks

  func viewer(_ key: String) async throws -> Viewer {
    guard let person = people[key] else { throw WorldFault("nobody is called \(key)") }
    return try await conference.viewer(person, at: call.id)
  }

  func author(_ key: String) async throws -> AuthorDesk { conference.authorDesk(for: try await viewer(key)) }
  func reviewer(_ key: String) async throws -> ReviewerDesk { try conference.reviewerDesk(for: try await viewer(key)) }
  func chair(_ key: String) async throws -> ChairDesk { try conference.chairDesk(for: try await viewer(key)) }

  func paper(_ key: String) throws -> ID<Submission> {
    guard let id = papers[key] else { throw WorldFault("no paper \(key)") }
    return id
  }
}
