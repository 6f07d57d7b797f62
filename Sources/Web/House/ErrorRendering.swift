import HTTPTypes
import Pages
import PeerReview

/// The pages behind errors. They see nothing of the request, so that the same page is the same bytes for everyone.
enum ErrorRendering {
  static func bytes(of page: ErrorPage, conference: String, now: Instant) -> [UInt8] {
    switch page {
    case .notFound, .refused(.notFound, _): return NotFoundPage().html().bytes
    case .refused(let refusal, let serverTime): return bytes(Pages.ErrorPage(refusal, back: nil), conference, serverTime)
    case .staleForm(let typed):
      let kept = typed.isEmpty ? [] : ["What you wrote was not stored. Copy it from here:"]
      return bytes(
        Pages.ErrorPage(
          status: Int(page.status.code), heading: "This form is no longer valid", sentences: [StaleForm.sentence] + kept,
          problems: typed.map { FieldProblem("", $0) }, moment: nil, back: nil),
        conference, now)
    case .methodNotAllowed:
      let told = "This address can't be used that way. Go back and use the page's own buttons."
      return bytes(plain(page, "Not possible here", told), conference, now)
    case .badRequest:
      let told = "The browser sent something this server can't read. Reload the page and try again."
      return bytes(plain(page, "Not understood", told), conference, now)
    case .busy:
      return bytes(
        plain(
          page, "Busy for a moment",
          "Many people are reading right now, and what is being submitted goes first. Nothing is lost; try again in a moment."),
        conference, now)
    case .fault(let reference):
      return bytes(
        plain(
          page, "Something broke on the server",
          "Nothing you sent was half stored. Try again; if it happens again, tell the chairs this reference: \(reference)."),
        conference, now)
    }
  }

  private static func plain(_ page: ErrorPage, _ heading: String, _ sentence: String) -> Pages.ErrorPage {
    Pages.ErrorPage(status: Int(page.status.code), heading: heading, sentences: [sentence], moment: nil, back: nil)
  }

  private static func bytes(_ page: Pages.ErrorPage, _ conference: String, _ now: Instant) -> [UInt8] {
    page.html(in: Layout(conference: conference, viewer: nil, phase: nil, formToken: "", now: now)).bytes
  }
}
