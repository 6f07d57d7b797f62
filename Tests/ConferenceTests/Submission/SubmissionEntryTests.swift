import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("A paper from the form to the chairs")
struct SubmissionEntryTests {
  @Test("A paper is registered, saved, submitted and withdrawn, and each step is on record once")
  func wholeWay() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let desk = try await house.authorDesk(ada)
    var entry = house.entry("Paging for Long Prompts", by: ada)
    let id = try await desk.register(entry)
    #expect(try await desk.page(id).state.label == "Draft")
    entry.content.abstract = "A longer abstract."
    #expect(try await desk.save(id, basedOn: 1, entry) == 2)
    try await house.upload(.manuscript, "the paper", to: id, by: ada)
    try await desk.submit(id)
    let submitted = try await desk.page(id)
    #expect(submitted.state.label == "Submitted")
    #expect(submitted.content.title == "Paging for Long Prompts")
    #expect(submitted.content.abstract == "A longer abstract.")
    #expect((1...9_999).contains(submitted.number.value))
    try await desk.withdraw(id, reason: "A mistake in the evaluation.")
    let withdrawn = try await desk.page(id)
    #expect(withdrawn.state.label == "Withdrawn")
    #expect(!withdrawn.offersEdit && !withdrawn.offersSubmit && !withdrawn.offersWithdraw)
    #expect(
      withdrawn.history.map(\.what) == ["Withdrawn", "Submitted", "Manuscript version 1 uploaded", "Registered"])
    #expect(Set(withdrawn.history.map(\.who)) == ["you", ""])
    for act in ["register", "save", "upload", "submit", "withdraw"] { #expect(try await house.recorded(act) == 1) }
  }

  @Test("A withdrawn paper can't be saved, submitted or uploaded to, and its reviewers lose it")
  func afterWithdrawal() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let reviewers = try await house.reviewers(2)
    let id = try await house.paper("Taken Back", by: ada)
    try await house.assign(id, to: reviewers)
    let desk = try await house.authorDesk(ada)
    let moment = house.clock.now
    try await desk.withdraw(id, reason: "")
    #expect(try await house.assignments(of: id).isEmpty)
    let entry = house.entry("Back Again", by: ada)
    #expect(try await refusal { try await desk.save(id, basedOn: 1, entry) } == .closed(since: moment))
    #expect(try await refusal { try await desk.submit(id) } == .closed(since: moment))
    #expect(try await refusal { _ = try await desk.beginUpload(to: .manuscript, of: id) } == .closed(since: moment))
  }

  @Test("The same form posted twice registers one paper, whatever the white space around it")
  func postedTwice() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let ben = try await house.person("Ben Ode")
    let desk = try await house.authorDesk(ada)
    var entry = house.entry("Twice", by: ada, with: [ben])
    let id = try await desk.register(entry)
    entry.content.title = "  Twice "
    #expect(try await desk.register(entry) == id)
    #expect(try await desk.home().submissions.count == 1)
    #expect(try await house.recorded("register") == 1)
    #expect(try await house.letters("coauthor-notice").count == 1)
    entry.content.title = "Thrice"
    #expect(try await desk.register(entry) != id)
  }

  @Test("The same form at another call, or after a withdrawal, is another paper")
  func sameFormElsewhere() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let next = try mlsysCallText().replacing("call: mlsys-2026", with: "call: mlsys-next", maxReplacements: 1)
    let other = try await house.conference.openCall(text: next, file: "next.yaml", reason: "test").id
    let desk = try await house.authorDesk(ada)
    let entry = house.entry("Once a Year", by: ada)
    let id = try await desk.register(entry)
    let there = house.conference.authorDesk(for: try await house.conference.viewer(ada, at: other))
    let second = try await there.register(entry)
    #expect(second != id)
    #expect(try await there.home().submissions.map(\.id) == [second])
    try await desk.withdraw(id, reason: "")
    let third = try await desk.register(entry)
    #expect(third != id)
    #expect(try await desk.home().submissions.map(\.state.label) == ["Withdrawn", "Draft"])
  }

  @Test("Submitting or withdrawing twice is done once, with one letter")
  func doneTwice() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let id = try await house.paper("Once", by: ada)
    let desk = try await house.authorDesk(ada)
    try await desk.submit(id)
    #expect(try await house.letters("submission-received").count == 1)
    try await desk.withdraw(id, reason: "first")
    try await desk.withdraw(id, reason: "second")
    #expect(try await house.letters("submission-withdrawn").count == 1)
    #expect(try await house.recorded("submit") == 1)
    #expect(try await house.recorded("withdraw") == 1)
  }

  @Test("Of two tabs the second is told, sees both texts, and nothing is lost")
  func twoTabs() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let desk = try await house.authorDesk(ada)
    let id = try await desk.register(house.entry("Tabs", by: ada))
    var first = house.entry("Tabs", by: ada)
    first.content.abstract = "Written in the first tab."
    var second = house.entry("Tabs", by: ada)
    second.content.abstract = "Written in the second tab."
    #expect(try await desk.save(id, basedOn: 1, first) == 2)
    #expect(try await refusal { try await desk.save(id, basedOn: 1, second) } == .stale)
    #expect(try await desk.page(id).content.abstract == "Written in the first tab.")
    let typed = SubmissionFields(content: second.content, keywords: "", authors: second.authors, conflicts: [])
    let form = try await desk.editForm(id, posted: typed, staleAgainst: 1)
    #expect(form.fields.content.abstract == "Written in the second tab.")
    #expect(form.saved?.fields.content.abstract == "Written in the first tab.")
    #expect(form.saved?.savedBy == "You, in another tab,")
    #expect(form.version == 2)
    #expect(try await desk.save(id, basedOn: form.version, second) == 3)
    let abstracts = try await house.conference.look { act in
      try (1...3).map { try act.session.version($0, of: id)?.content.abstract }
    }
    #expect(abstracts == ["About Tabs.", "Written in the first tab.", "Written in the second tab."])
  }

  @Test("A co-author's newer version is told with their name")
  func staleByCoauthor() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let ben = try await house.person("Ben Ode")
    var entry = house.entry("Shared", by: ada, with: [ben])
    entry.authors[1].contact = true
    let id = try await house.authorDesk(ada).register(entry)
    entry.content.title = "Shared and Renamed"
    try await house.authorDesk(ben).save(id, basedOn: 1, entry)
    let typed = SubmissionFields(content: entry.content, keywords: "", authors: entry.authors, conflicts: [])
    let form = try await house.authorDesk(ada).editForm(id, posted: typed, staleAgainst: 1)
    #expect(form.saved?.savedBy == "Ben Ode")
  }

  @Test("Saving what is stored already makes no version, from whichever tab")
  func savedUnchanged() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let ron = try await house.person("Ron Rev", .reviewer)
    let desk = try await house.authorDesk(ada)
    var entry = house.entry("Still", by: ada, conflicts: [ron])
    let id = try await desk.register(entry)
    #expect(try await desk.save(id, basedOn: 1, entry) == 1)
    entry.content.abstract = "Changed."
    #expect(try await desk.save(id, basedOn: 1, entry) == 2)
    #expect(try await desk.save(id, basedOn: 1, entry) == 2)
    #expect(try await house.recorded("save") == 1)
  }

  @Test("A conflict with oneself or a co-author is refused, registered or saved, and nothing is stored")
  func conflictWithAuthors() async throws {
    let house = try await TestHouse.open()
    let (ada, ben) = (try await house.person("Ada Byron"), try await house.person("Ben Ode"))
    let desk = try await house.authorDesk(ada)
    let good = house.entry("Own", by: ada, with: [ben])
    let id = try await desk.register(good)
    for person in [ada, ben] {
      var entry = good
      entry.content.abstract = "Changed."
      entry.conflicts = [DeclaredConflict(email: person.email.uppercased(), kind: "advisor")]
      #expect(try await refusal { _ = try await desk.register(entry) }?.fields == ["conflicts"])
      #expect(try await refusal { try await desk.save(id, basedOn: 1, entry) }?.fields == ["conflicts"])
      entry.authors = entry.authors.filter { $0.email != ada.email }
      #expect(try await refusal { _ = try await desk.register(entry) }?.fields == ["conflicts"], "the viewer is an author anyway")
    }
    #expect(try await desk.editForm(id).fields.conflicts.isEmpty)
    #expect(try await desk.home().submissions.map(\.id) == [id])
  }

  @Test("Who acted in another office stands in the history as the chairs, though they wrote a paper too")
  func historyNames() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let clara = try await house.person("Clara Chair", .chair)
    try await house.paper("A Chair's Own", by: clara)
    let id = try await house.paper("Another", by: ada)
    try await house.conference.act { act in
      try act.session.add(
        SubmissionEventRow(kind: .deskRejected, by: clara.id, at: act.now, version: 1, ground: "scope"), to: id)
    }
    let history = try await house.authorDesk(ada).page(id).history
    #expect(history.first?.what == "Rejected without review")
    #expect(history.first?.who == "the chairs")
  }
}
