import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Authors, contacts, and everyone else")
struct AuthorRightsTests {
  @Test("Whoever is listed for the first time gets one notice, and never a second")
  func notices() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let ben = try await house.person("Ben Ode")
    let cleo = try await house.person("Cleo Park")
    func told() async throws -> [String] { try await house.letters("coauthor-notice").map(\.toEmail) }
    let desk = try await house.authorDesk(ada)
    let id = try await desk.register(house.entry("Listed", by: ada, with: [ben]))
    #expect(try await told() == [ben.email])
    try await desk.save(id, basedOn: 1, house.entry("Listed", by: ada, with: [ben, cleo]))
    #expect(try await told() == [ben.email, cleo.email])
    try await desk.save(id, basedOn: 2, house.entry("Listed", by: ada, with: [cleo]))
    try await desk.save(id, basedOn: 3, house.entry("Listed", by: ada, with: [cleo, ben]))
    try await house.upload(.manuscript, "the paper", to: id, by: ada)
    try await desk.submit(id)
    #expect(try await told() == [ben.email, cleo.email])
  }

  @Test("A notice is the same whether or not the address has an account")
  func noticeTellsNothing() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    _ = try await house.person("Known Here")
    var entry = house.entry("Secret Accounts", by: ada)
    entry.authors += ["known.here@example.org", "nobody@example.org"].map {
      Author(name: "Same Name", email: $0, affiliation: "Example University")
    }
    _ = try await house.authorDesk(ada).register(entry)
    let letters = try await house.letters("coauthor-notice")
    #expect(letters.map(\.toEmail) == ["known.here@example.org", "nobody@example.org"])
    #expect(Set(letters.map(\.subject)).count == 1)
    #expect(Set(letters.map(\.body)).count == 1)
  }

  @Test("The receipt goes to every contact and to nobody else, with each file's hash")
  func receipts() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let ben = try await house.person("Ben Ode")
    let cleo = try await house.person("Cleo Park")
    let desk = try await house.authorDesk(ada)
    var entry = house.entry("Receipts", by: ada, with: [ben, cleo])
    entry.authors[1].contact = true
    let id = try await desk.register(entry)
    // As sha256sum has it of a header and “abc”.
    try await house.upload(.manuscript, "abc", to: id, by: ada)
    try await house.upload(.appendix, "an appendix", to: id, by: ben)
    try await desk.submit(id)
    let letters = try await house.letters("submission-received")
    #expect(letters.map(\.toEmail) == [ada.email, ben.email])
    let appendix = try #require(try await house.versions(in: .appendix, of: id, by: ada).first)
    for letter in letters {
      #expect(letter.body.contains("3c1dd4f09e8ea551683a8c93d934c49084c2407fe2213a20d2702bad0296be10"))
      #expect(letter.body.contains(appendix.sha256))
      #expect(letter.body.contains("2025-10-30 20:00"))
    }
    try await house.authorDesk(ben).withdraw(id, reason: "")
    let told = try await house.letters("submission-withdrawn").map(\.toEmail)
    #expect(Set(told).isSuperset(of: [ada.email, ben.email]))
    #expect(Set(told).count == told.count)
  }

  @Test("An author who is no contact reads everything and changes nothing")
  func reader() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let ben = try await house.person("Ben Ode")
    let id = try await house.paper("Read Only", by: ada, with: [ben])
    let desk = try await house.authorDesk(ben)
    let page = try await desk.page(id)
    #expect(page.content.title == "Read Only")
    #expect(page.authors.map(\.name) == ["Ada Byron", "Ben Ode"])
    #expect(!page.offersEdit && !page.offersSubmit && !page.offersWithdraw && page.files.allSatisfy { !$0.accepts })
    #expect(try await desk.home().submissions.map(\.id) == [id])
    #expect(try await desk.file(.manuscript, version: 1, of: id).sizeBytes > 0)
    for (what, act) in Self.changes(of: id, by: desk, house.entry("Mine Now", by: ben, with: [ada])) {
      #expect(try await refusal(act) == .notYours, "\(what)")
    }
    #expect(try await house.authorDesk(ada).page(id).version == 1)
  }

  @Test("To a stranger, whatever their office, another's paper and none at all are the same")
  func strangers() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let id = try await house.paper("Hidden", by: ada)
    let strangers = [
      try await house.person("Stan Ger"), try await house.person("Rita Rev", .reviewer),
      try await house.person("Clara Chair", .chair),
    ]
    for stranger in strangers {
      let desk = try await house.authorDesk(stranger)
      #expect(try await desk.home().submissions.isEmpty)
      let entry = house.entry("Mine Now", by: stranger)
      for paper in [id, ID<Submission>("no-such-paper")] {
        for (what, act) in Self.changes(of: paper, by: desk, entry) + Self.looks(at: paper, by: desk) {
          #expect(try await refusal(act) == .notFound, "\(what) by \(stranger.name)")
        }
      }
    }
  }

  @Test("An author taken off the list loses sight of the paper and stays in conflict with it")
  func removed() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let rita = try await house.person("Rita Rev", .reviewer, .chair)
    let id = try await house.paper("Shrinking", by: ada, with: [rita])
    #expect(try await house.standing(of: rita, toward: id) == .author(contact: false))
    try await house.authorDesk(ada).save(id, basedOn: 1, house.entry("Shrinking", by: ada))
    #expect(try await house.standing(of: rita, toward: id) == .conflicted)
    let desk = try await house.authorDesk(rita)
    #expect(try await desk.home().submissions.isEmpty)
    for (what, act) in Self.looks(at: id, by: desk) {
      #expect(try await refusal(act) == .notFound, "\(what)")
    }
    let barred = try await house.conference.look { [call = house.call.id] act in
      (
        chaired: try act.session.submissions(chairedBy: rita.email, in: call).count,
        reviewable: try act.session.submission(id, in: call, reviewableBy: rita.email) != nil,
        pairs: try act.session.shutOutPairs(in: call).contains { $0.submission == id && $0.email == rita.email }
      )
    }
    #expect(barred == (0, false, true))
  }

  @Test("Nobody can make a paper that no one may edit")
  func alwaysAContact() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let desk = try await house.authorDesk(ada)
    let listedWithout = [
      [Author(name: "Ben", email: "ben@example.org", affiliation: "X")],
      [Author(name: "Ada", email: "ADA.BYRON@example.org", affiliation: "X", contact: false)],
      [],
    ]
    for (place, authors) in listedWithout.enumerated() {
      var entry = house.entry("Paper \(place)", by: ada)
      entry.authors = authors
      let id = try await desk.register(entry)
      #expect(try await desk.page(id).offersEdit)
    }
  }

  private typealias Act = (what: String, act: () async throws -> Void)

  private static func changes(of id: ID<Submission>, by desk: AuthorDesk, _ entry: AuthorDesk.Entry) -> [Act] {
    [
      ("save", { try await desk.save(id, basedOn: 1, entry) }),
      ("submit", { try await desk.submit(id) }),
      ("withdraw", { try await desk.withdraw(id, reason: "") }),
      ("ask before withdrawing", { _ = try await desk.confirmWithdraw(id) }),
      ("edit", { _ = try await desk.editForm(id) }),
      ("respond", { try await desk.respond(to: id, text: "We thank the reviewers.") }),
    ]
      + FileSlot.allCases.map { slot in
        ("upload \(slot)", { _ = try await desk.beginUpload(to: slot, of: id) })
      }
  }

  private static func looks(at id: ID<Submission>, by desk: AuthorDesk) -> [Act] {
    [
      ("page", { _ = try await desk.page(id) }),
      ("file", { _ = try await desk.file(.manuscript, version: 1, of: id) }),
    ]
  }
}
