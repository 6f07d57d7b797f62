import Pages
import PeerReview

/// One sample of every page, filled in. `text` is what people are supposed to have written.
struct SamplePages {
  let text: (String) -> String
  var now = SampleCall.closes.adding(.days(-12))
  var zone = Zone("Europe/Berlin") ?? .utc

  var sample: SampleCall { SampleCall(text: text) }
  var call: Call { sample.call }

  func layout(reviews: Bool = false, chairs: Bool = false, at moment: Instant? = nil, notices: [Notice] = []) -> Layout {
    Layout(
      conference: text("MLSys 2026"), viewer: ViewerBadge(name: text("Grace Hopper"), reviews: reviews, chairs: chairs),
      phase: PhaseBanner(calendar: SampleCall.calendar, released: false, now: moment ?? now), notices: notices,
      formToken: text("token"), now: moment ?? now, zone: zone)
  }

  var publicLayout: Layout {
    Layout(
      conference: text("MLSys 2026"), viewer: nil,
      phase: PhaseBanner(calendar: SampleCall.calendar, released: false, now: now), formToken: text("token"), now: now)
  }

  struct Sample {
    let name: String
    let html: HTML
  }

  var all: [Sample] {
    people + own + authors + reviewers + chairs + plans + screenings + finals + artifacts + integrity + metareviews + refusals
  }

  var people: [Sample] {
    let open = publicLayout
    let account = AccountPage(
      email: text("grace@example.org"), name: text("Grace Hopper"), affiliation: text("Example University"),
      orcid: text("0000-0002-1825-0097"), timeZone: "Europe/Berlin", timeZones: ["Europe/Berlin", "UTC"], hasPassword: true,
      sessions: [
        .init(id: text("s1"), device: text("Firefox on Linux"), begunAt: now, lastSeenAt: now, isCurrent: true),
        .init(id: text("s2"), device: text("Safari on a phone"), begunAt: now, lastSeenAt: now, isCurrent: false),
      ], problems: [FieldProblem("orcid", text("This is not an ORCID iD."))])
    return [
      Sample(name: "home", html: HomePage(call: call).html(in: open)),
      Sample(
        name: "home-signed-in",
        html: HomePage(
          call: call,
          doors: [
            .init(label: text("Your submissions"), explanation: text("2 papers, 1 draft"), link: "/submissions"),
            .init(label: text("Your reviews"), explanation: text("3 papers, 1 due soon"), link: "/reviews"),
          ]
        ).html(in: layout(reviews: true))),
      Sample(
        name: "call",
        html: CallPage(
          call: call,
          rules: [
            .init(
              heading: text("Anonymity"),
              sentences: [text("Reviewing is double blind."), text("A preprint is never a violation.")]),
            .init(heading: text("Format"), sentences: [text("Two columns, at most 10 pages without references.")]),
          ], version: 2
        ).html(in: layout())),
      Sample(name: "sign-in", html: SignInPage(email: text("a@b.org"), problem: text("That did not work.")).html(in: open)),
      Sample(name: "link-sent", html: LinkSentPage(email: text("a@b.org"), validMinutes: 30).html(in: open)),
      Sample(name: "confirm-link", html: ConfirmLinkPage(token: text("abc"), next: text("/reviews")).html(in: open)),
      Sample(name: "account", html: account.html(in: layout())),
      Sample(
        name: "invitation",
        html: InvitationPage(
          token: text("abc"), office: text("reviewer"), invitedBy: text("Barbara Liskov"),
          duties: [text("Up to 6 papers in six weeks."), text("A discussion of one week.")],
          message: text("We would be glad to have you."), answerBy: now.adding(.days(9)), loadMaximum: 6, load: text("9"),
          reason: text("Gladly."),
          problems: [FieldProblem("load", text("From 1 to 6."))]
        ).html(in: open)),
      Sample(
        name: "invitation-answered",
        html: InvitationAnsweredPage(accepted: true, office: text("reviewer"), asksExpertise: true).html(in: open)),
    ]
  }

  /// What a person has of their own.
  var own: [Sample] {
    let open = publicLayout
    return [
      Sample(
        name: "own-data",
        html: OwnDataPage(
          email: text("ada@example.org"), obstacles: [], typed: text("ada"), problems: [FieldProblem("email", text("Type it."))]
        ).html(in: layout())),
      Sample(
        name: "own-data-bound", html: OwnDataPage(email: "a@b.org", obstacles: [text("You are an author.")]).html(in: layout())),
      Sample(name: "erased", html: ErasedPage().html(in: open)),
      Sample(
        name: "service",
        html: ServicePage(
          offices: [
            .init(key: text("reviewer"), title: text("reviewer"), obstacle: nil),
            .init(key: "chair", title: text("program chair"), obstacle: text("Once decisions are released.")),
          ], statements: [.init(token: text("abc"), office: text("reviewer"), at: now)],
          problems: [FieldProblem("office", text("Nothing to attest."))]
        ).html(in: layout())),
      Sample(
        name: "service-statement",
        html: ServiceStatementPage(
          token: text("abc"), text: text("Statement\nName: Rita\nOffice: reviewer\n"), signature: text("abc="),
          keyText: text("00ff"), holds: true, address: text("https://lectern.example/service/abc")
        ).html(in: open)),
      Sample(
        name: "service-statement-forged",
        html: ServiceStatementPage(
          token: "abc", text: "Statement\n", signature: "", keyText: "", holds: false, address: ""
        ).html(in: open)),
    ]
  }

  var refusals: [Sample] {
    let list: [(String, Refusal)] = [
      ("not-yet", .notYetOpen(opens: now)), ("closed", .closed(since: now)), ("not-yours", .notYours),
      ("conflicted", .conflicted),
      ("invalid", .invalid([FieldProblem("title", text("Too long."))])), ("stale", .stale),
      ("too-large", .tooLarge(limitBytes: 50_000_000)),
      ("too-many", .tooMany(retryAfterSeconds: 90)), ("unavailable", .unavailable(reason: text("The disk is full."))),
    ]
    return list.map { Sample(name: "refusal-" + $0.0, html: ErrorPage($0.1, back: "/submissions").html(in: layout())) }
      + [Sample(name: "not-found", html: NotFoundPage().html())]
  }
}
