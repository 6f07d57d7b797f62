import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("People on the chair's desk")
struct ChairPeopleTests {
  private func form(_ emails: String, name: String = "", role: String = "reviewer") -> ChairDesk.InvitationForm {
    ChairDesk.InvitationForm(emails: emails, name: name, role: role, message: "Please join us.")
  }

  private func invitations(_ stage: ReviewStage) async throws -> [LetterRow] {
    try await stage.conference.look { try $0.session.dueLetters(at: $0.now, limit: 1_000) }.filter { $0.kind == "invitation" }
  }

  @Test("Many addresses are invited at once, each with a letter of its own")
  func invite() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    let count = try await desk.invite(form("one@x.example\nTwo Words <Two@X.example>; three@x.example, one@x.example"))
    #expect(count == 3)
    let letters = try await invitations(stage)
    #expect(letters.map(\.toEmail) == ["one@x.example", "two@x.example", "three@x.example"])
    #expect(letters.map(\.toName) == ["", "Two Words", ""])
    #expect(try await desk.people().invitations.count == 3)
  }

  @Test("A committee is invited from a table: names from their parts, offices from roles, other columns passed over")
  func table() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    let csv = """
      given_name,family_name,email,affiliation,roles
      Ada,Lovelace,ada@x.example,"London, UK",pc chair
      Bo,Li,bo@x.example,Somewhere,pc
      Cy,Doe,CY@x.example,,
      Cy,Doe,cy@x.example,,
      """
    let page = try await desk.previewTable(csv, form(""))
    let preview = try #require(page.asked.preview)
    #expect(preview.rows.map(\.email) == ["ada@x.example", "bo@x.example", "cy@x.example"] && preview.known == 0)
    #expect(preview.counts.map { "\($0.count) \($0.office)" } == ["1 program chair", "2 reviewer"])
    #expect(page.invitations.isEmpty && page.asked.csv == csv)
    await #expect(throws: Refusal.stale) { try await desk.inviteTable(csv, form(""), seen: "") }
    #expect(try await desk.inviteTable(csv, form(""), seen: preview.seen) == 3)
    #expect(try await desk.inviteTable(csv, form(""), seen: preview.seen) == 0)
    #expect(try await desk.previewTable(csv, form("")).asked.preview?.known == 3)
    let invitations = try await desk.people().invitations
    #expect(
      Set(invitations.map { "\($0.email) \($0.office)" }) == [
        "ada@x.example program chair", "bo@x.example reviewer", "cy@x.example reviewer",
      ])
    #expect(invitations.count == 3)
  }

  @Test("Every bad line of a table is told by its number, and nobody is invited then")
  func badTable() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    let csv = "email,roles\nok@x.example,pc sysadmin\nnobody,pc\nb@x.example,king\nc@x.example,pc king\nd@x.example,sysadmin\n"
    let found = await problems { try await desk.inviteTable(csv, form(""), seen: "") }
    #expect(found.map(\.field) == ["csv", "csv", "csv", "csv"])
    #expect(found.map { $0.message.prefix(7) } == ["Line 3:", "Line 4:", "Line 5:", "Line 6:"])
    #expect(try await desk.previewTable(csv, form("")).problems == found)
    for wrong in ["", "name\nAda\n", "email\n\n", "email;name\nada@x.example;Ada\n"] {
      #expect(await problems { try await desk.inviteTable(wrong, form(""), seen: "") }.map(\.field) == ["csv"])
    }
    let semicolons = try await desk.previewTable("email;name\nada@x.example;Ada\n", form(""))
    #expect(semicolons.problems.first?.message.contains("semicolons") == true && semicolons.asked.preview == nil)
    #expect(try await desk.people().invitations.isEmpty)
  }

  @Test("Open invitations are found by the filter, and stand a hundred a page")
  func invitationPages() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    try await desk.invite(form((1...120).map { "guest\($0)@x.example" }.joined(separator: "\n")))
    try await desk.invite(form("Zoe Li <li@y.example>"))
    let first = try await desk.people()
    let second = try await desk.people(invited: 2)
    #expect(first.invitations.count == 100 && first.invitationsFound == 121)
    #expect(second.invitations.count == 21 && second.invited == 2)
    #expect(Set((first.invitations + second.invitations).map(\.id)).count == 121)
    #expect(try await desk.people(query: "zoe").invitations.map(\.email) == ["li@y.example"])
    #expect(try await desk.people(query: "nemo").invitations.isEmpty)
  }

  @Test("Every bad address is reported, and nobody is invited then")
  func badAddresses() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    let problems = await problems { try await desk.invite(form("good@x.example, bad, also bad@\nno@dot")) }
    #expect(problems.map(\.field) == ["email", "email", "email"])
    #expect(problems.map(\.message).joined().contains("“bad”"))
    #expect(try await invitations(stage).isEmpty)
    #expect(await ConferenceTests.problems { try await desk.invite(form(" ")) }.map(\.field) == ["email"])
    let office = await ConferenceTests.problems { try await desk.invite(form("a@x.example", role: "king")) }
    #expect(office.map(\.field) == ["office"])
  }

  @Test("Who serves or is invited already gets no second letter, and the answer is the same")
  func known() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    #expect(try await desk.invite(form("new@x.example")) == 1)
    #expect(try await desk.invite(form("new@x.example")) == 1)
    #expect(try await desk.invite(form(stage.rita.email)) == 1)
    #expect(try await invitations(stage).map(\.toEmail) == ["new@x.example"])
  }

  @Test("Sending again makes a new link once, and the old one is not found")
  func resend() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    let path = try await stage.conference.invite(
      email: try #require(EmailAddress("new@x.example")), name: "", as: Appointment(.reviewer), call: stage.call.id)
    let invitation = try #require(try await desk.people().invitations.first)
    try await desk.resendInvitation(invitation.id)
    try await desk.resendInvitation(invitation.id)
    #expect(try await invitations(stage).count == 2)
    let token = String(path.split(separator: "/").last ?? "")
    await #expect(throws: Refusal.notFound) { try await stage.conference.invitationPage(token: token) }
    let open = try await desk.people().invitations
    #expect(open.count == 1)
    try await desk.withdrawInvitation(open[0].id)
    try await desk.withdrawInvitation(open[0].id)
    #expect(try await desk.people().invitations.isEmpty)
    #expect(try await stage.recorded("withdraw invitation") == 1)
    await #expect(throws: Refusal.notFound) { try await desk.resendInvitation("unknown") }
  }

  @Test("The last chair can't be removed")
  func lastChair() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    try await desk.endOffice(stage.otherChair.id, role: "chair")
    try await desk.endOffice(stage.otherChair.id, role: "chair")
    #expect(try await stage.recorded("end office") == 1)
    #expect(await problems { try await desk.endOffice(stage.chair.id, role: "chair") }.map(\.field) == ["office"])
    #expect(try await desk.people().people.filter { $0.offices.map(\.key) == ["chair"] }.map(\.id) == [stage.chair.id])
  }

  @Test("A reviewer who leaves frees the papers they have not reviewed; their reviews stay")
  func leavingReviewer() async throws {
    let stage = try await ReviewStage.open()
    let done = try await stage.paper("Done")
    let open = try await stage.paper("Open")
    try await stage.review(done, by: [stage.rita])
    _ = try await stage.assign(open, to: [stage.rita])
    let desk = try await stage.chairDesk()
    #expect(try await desk.people(query: "rita").people.first?.load == "1 of 2")
    try await desk.endOffice(stage.rita.id, role: "reviewer")
    try await stage.runDue()
    let standing = try await stage.conference.look { act in
      (try act.session.assignments(of: done).count, try act.session.assignments(of: open).count)
    }
    #expect(standing == (1, 0))
    #expect(
      try await desk.submissions().rows.map(\.reviews) == [
        .shown(.init(done: 1, assigned: 1)), .shown(.init(done: 0, assigned: 0)),
      ])
  }
}
