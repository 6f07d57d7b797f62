import Pages
import PeerReview
import Testing

@Suite("What surrounds every page")
struct LayoutTests {
  let samples = SamplePages(text: { $0 })

  @Test("Deadlines stand in UTC, in the viewer's zone and as time left")
  func deadline() {
    let html = samples.form(problems: [], missing: [], saved: nil).html(in: samples.layout()).text
    #expect(html.contains("Thu 30 Oct 2025, 20:00 UTC<span class=\"zone\"> (21:00 Berlin)</span></time>, "))
    #expect(html.contains("data-deadline=\"1761854400\""))
    #expect(html.contains("12 days left"))
  }

  @Test("The viewer's day is named when it is another one")
  func otherDay() throws {
    let layout = Layout(
      conference: "C", viewer: nil, phase: PhaseBanner(sentence: "S", next: "N", deadline: SampleCall.closes), formToken: "t",
      now: samples.now, zone: try #require(Zone("Asia/Tokyo")))
    #expect(LinkSentPage(email: "a", validMinutes: 1).html(in: layout).text.contains("(Fri 05:00 Tokyo)"))
  }

  @Test("The server's clock stands in the footer with seconds")
  func clock() {
    #expect(SignInPage(problem: nil).html(in: samples.publicLayout).text.contains("Sat 18 Oct 2025, 20:00:00 UTC"))
  }

  @Test("The navigation shows only the doors it is told of")
  func doors() {
    let author = AuthorHomePage(submissions: [], submissionPeriod: SampleCall.calendar.submission, offersNew: false)
    #expect(!author.html(in: samples.layout()).text.contains("href=\"/chair"))
    #expect(!author.html(in: samples.layout()).text.contains("href=\"/reviews"))
    #expect(author.html(in: samples.layout(reviews: true, chairs: true)).text.contains("href=\"/chair"))
    #expect(!SignInPage(problem: nil).html(in: samples.publicLayout).text.contains("href=\"/submissions"))
  }

  @Test("The banner names the phase and the next moment")
  func banner() {
    let calendar = SampleCall.calendar
    let last = calendar.submission.closes.adding(.seconds(-1))
    #expect(PhaseBanner(calendar: calendar, released: false, now: last).sentence == "Submissions are open")
    #expect(PhaseBanner(calendar: calendar, released: false, now: last).deadline == calendar.submission.closes)
    let after = PhaseBanner(calendar: calendar, released: false, now: calendar.submission.closes)
    #expect(after.sentence == "Submissions are closed and being screened")
    #expect(after.next == "Bidding opens")
    #expect(PhaseBanner(calendar: calendar, released: true, now: last).deadline == nil)
  }

  @Test("Before papers are due the banner names the registration, and the call's page tells every date, earliest first")
  func dates() throws {
    let before = SampleCall.closes.adding(.days(-8))
    #expect(PhaseBanner(calendar: SampleCall.calendar, released: false, now: before).next == "Registration closes")
    let rows = samples.call.calendarRows(in: .utc)
    let html = CallPage(call: samples.call, rules: [], version: 1).html(in: samples.layout()).text
    let places = rows.compactMap { html.firstRange(of: "<th scope=\"row\">\($0.name)</th>")?.lowerBound }
    #expect(places.count == rows.count && rows.count == 13 && places == places.sorted())
  }

  @Test("The author's page tells apart what hinders a submission, what came up after it, and what hinders reading")
  func standing() {
    let lacks = [FieldProblem("title", "Give the paper a title.")]
    func headline(_ isSubmitted: Bool, _ missing: [FieldProblem], _ doubts: [FieldProblem]) -> String {
      let page = SubmissionPage(
        id: ID("p"), number: SubmissionNumber(1), version: 1,
        content: SubmissionSummary(title: "T", abstract: "", track: "", topics: []), state: Badge(label: "", tone: .neutral),
        isSubmitted: isSubmitted, authors: [], missing: missing, doubts: doubts, files: [], deadline: nil, offersEdit: true,
        offersSubmit: !isSubmitted, deskRejection: .hidden(.officeOnly), reviews: .hidden(.notYetReleased), response: nil,
        decision: .hidden(.notYetReleased))
      let html = page.html(in: samples.layout()).text
      guard let start = html.firstRange(of: "<h2 id=\"standing-heading\">") else { return "" }
      return String(html[start.upperBound...].prefix { $0 != "<" })
    }
    #expect(headline(false, lacks, lacks) == "1 thing missing before it can be submitted")
    #expect(headline(true, lacks, []) == "Submitted, but 1 thing missing since it was submitted")
    #expect(headline(false, [], lacks) == "Look at this before you submit")
    #expect(headline(true, [], lacks) == "Submitted, but look at this")
    #expect(headline(false, [], []) == "Complete, but not submitted yet")
    #expect(headline(true, [], []) == "Submitted")
  }

  @Test("Not found is the same bytes always and tells nothing of viewer, time or conference")
  func notFound() {
    let bytes = NotFoundPage().html().bytes
    #expect(bytes == NotFoundPage().html().bytes)
    let text = NotFoundPage().html().text
    #expect(!text.contains("MLSys") && !text.contains("UTC") && !text.contains("csrf") && !text.contains("data-now"))
  }

  @Test("A refusal for being late tells since when, and the server's time")
  func closed() {
    let page = ErrorPage(.closed(since: SampleCall.closes), back: nil)
    let html = page.html(in: samples.layout(at: SampleCall.closes.adding(.seconds(1)))).text
    #expect(page.status == 403)
    #expect(html.contains("Thu 30 Oct 2025, 20:00 UTC"))
    #expect(html.contains("Thu 30 Oct 2025, 20:00:01 UTC"))
  }

  @Test("The hidden value's place holds the reason and nothing else")
  func hidden() {
    let html = samples.submission(draft: true).html(in: samples.layout()).text
    #expect(html.contains("Not released yet."))
    #expect(!html.contains("Congratulations"))
  }

  @Test("When another tab saved first, both versions stand on the page")
  func stale() throws {
    let page = try #require(samples.authors.first { $0.name == "submission-form-stale" }).html.text
    #expect(page.contains("Another title"))
    #expect(page.contains("value=\"Paged Attention Revisited: Memory Scheduling for Long-Context Serving\""))
  }

  @Test("A text area keeps the line break it begins with")
  func leadingLineBreak() {
    let html = CallVersionsPage(versions: [], text: "\nname: x").html(in: samples.layout()).text
    #expect(html.contains(">\n\nname: x</textarea>"))
  }

  @Test("Assets are found by name, and their address changes with their bytes only")
  func assets() throws {
    let sheet = try #require(Asset.named("lectern.css"))
    #expect(sheet.link.text == "/assets/lectern.css?v=\(sheet.version)")
    #expect(sheet.contentType.hasPrefix("text/css"))
    #expect(Set(Asset.all.map(\.version)).count == Asset.all.count)
    #expect(Asset.named("../lectern.css") == nil)
  }

  @Test("The style sheet's braces balance and it reaches for nothing elsewhere")
  func stylesheet() {
    let text = String(decoding: Asset.stylesheet.bytes, as: UTF8.self)
    #expect(text.filter { $0 == "{" }.count == text.filter { $0 == "}" }.count)
    #expect(!text.contains("url(") && !text.contains("@import"))
  }
}
