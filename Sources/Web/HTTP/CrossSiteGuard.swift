import HTTPTypes
import Hummingbird
import PeerReview

/// Lets an unsafe request pass only when a page of ours sent it, and a safe one from elsewhere only when it opens a page in a
/// tab of its own. Stands before every route, so that none can forget it.
///
/// What other sites' pages can't load as picture, script, frame or by a script, they can't tell apart either: the answer is the
/// same for every address (Sudhodanan, Khodayari, Caballero, "Cross-Origin State Inference Attacks", NDSS 2020).
///
/// For unsafe requests two checks, both needed:
/// 1. What browsers say of the sender: `Sec-Fetch-Site`, or `Origin` where that is missing.
/// 2. The form token (`FormToken`): in the header `X-CSRF`, else in the field `csrf` — anywhere in a urlencoded form,
///    the very first part of a multipart form, so that no file is read before it is checked.
///
/// A mail program that turns letters off at a sealed address needs no token either.
///
/// Programs that send `Authorization` and no cookie of ours need no token: browsers never add that header by themselves.
struct CrossSiteGuard: RouterMiddleware {
  typealias Context = WebContext

  let origin: String
  let limits: ServingLimits

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    if [.get, .head, .options, .trace].contains(request.method) {
      guard comesFromUs(request) || opensTab(request) else { throw Refusal.foreignLoad }
      return try await next(request, context)
    }
    guard comesFromUs(request) else { throw Refusal.foreignForm }
    if let announced = request.announcedBytes, announced > limits.bodyBytes {
      throw Refusal.tooLarge(limitBytes: limits.fileBytes)
    }
    if request.headers.contains(.authorization), LecternCookie.allCases.allSatisfy({ request.cookie($0) == nil }) {
      return try await next(request, context)
    }
    if let given = request.headers[.csrf] {
      guard context.formToken.matches(given) else { throw StaleForm() }
      return try await next(request, context)
    }
    var request = request
    switch request.mediaType {
    case "application/x-www-form-urlencoded":
      let body = try await request.readBody(limitBytes: FormLimits.text.textBytes)
      let form = try SubmittedForm(urlEncoded: body.readableBytesView, limitFields: FormLimits.text.fields)
      if Self.isOneClick(request, form) {
        request.body = RequestBody(buffer: body)
        return try await next(request, context)
      }
      guard context.formToken.matches(form[FormToken.fieldName] ?? "") else { throw StaleForm(form) }
      request.body = RequestBody(buffer: body)
    case "multipart/form-data":
      request.body = try await checkFirstPart(request, context.formToken)
    default:
      throw StaleForm()
    }
    return try await next(request, context)
  }

  /// A mail program turns letters off for its reader (RFC 8058): it has no cookie, and the sealed address is all it needs to know.
  private static func isOneClick(_ request: Request, _ form: SubmittedForm) -> Bool {
    request.uri.path.hasPrefix("/letters/off/") && form["List-Unsubscribe"] == "One-Click"
  }

  private func opensTab(_ request: Request) -> Bool {
    guard let site = request.headers[.secFetchSite], ["same-site", "cross-site"].contains(site) else { return true }
    return request.headers[.secFetchMode] == "navigate" && request.headers[.secFetchDestination] == "document"
  }

  private func comesFromUs(_ request: Request) -> Bool {
    if let site = request.headers[.secFetchSite] { return site == "same-origin" || site == "none" }
    if let sender = request.headers[.origin] { return sender.lowercased() == origin.lowercased() }
    return true
  }

  /// Reads no further than the end of the first part, and gives the body back whole.
  private func checkFirstPart(_ request: Request, _ token: FormToken) async throws -> RequestBody {
    guard let boundary = try request.multipartBoundary() else { throw Refusal.malformedForm }
    var parser = try MultipartParser(boundary: boundary)
    var chunks = request.body.makeAsyncIterator()
    var read: [ByteBuffer] = []
    var given: [UInt8] = []
    while true {
      switch try parser.next() {
      case .needsMore:
        guard let chunk = try await chunks.nextArrived() else { throw Refusal.incomplete }
        read.append(chunk)
        parser.feed(chunk)
      case .part(let part):
        guard part.name == FormToken.fieldName, part.fileName == nil else { throw StaleForm() }
      case .chunk(let chunk):
        given += chunk.readableBytesView
        guard given.count <= FormToken.limitBytes else { throw StaleForm() }
      case .partEnd:
        guard token.matches(String(decoding: given, as: UTF8.self)) else { throw StaleForm() }
        return RequestBody(asyncSequence: ReplayedBody(read: read, rest: chunks))
      case .end:
        throw StaleForm()
      }
    }
  }
}

/// The form's token isn't this browser's: signed in or out meanwhile, or cookies are off.
struct StaleForm: Error {
  /// What people wrote in it, so that an hour's work isn't lost with a session. Secrets and short answers are left out.
  let typed: [String]

  static let sentence =
    "This form is no longer valid: you may have signed in or out in another tab, or cookies are off. "
    + "Please reload the page and send it again."

  init(_ form: SubmittedForm = SubmittedForm()) {
    typed = form.fields
      .filter { $0.name != FormToken.fieldName && !SubmittedForm.isSecret($0.name) && $0.value.contains(" ") }
      .map(\.value)
  }
}

extension Refusal {
  /// Another site's page tried to act here in the visitor's name.
  static var foreignForm: Refusal {
    .invalid([FieldProblem("", "This form was sent from another site, so nothing was done. Please use the form on this site.")])
  }
}

extension Refusal {
  /// Another site's page tried to load something of ours into itself.
  static var foreignLoad: Refusal {
    .invalid([FieldProblem("", "Another site asked for this from within its own page. Open the address in a tab instead.")])
  }
}

extension HTTPField.Name {
  static let csrf = Self.known("X-CSRF")
  static let xRequestedWith = Self.known("X-Requested-With")
  static let secFetchSite = Self.known("Sec-Fetch-Site")
  static let secFetchMode = Self.known("Sec-Fetch-Mode")
  static let secFetchDestination = Self.known("Sec-Fetch-Dest")
  static let xForwardedFor = Self.known("X-Forwarded-For")
  static let referrerPolicy = Self.known("Referrer-Policy")
  static let resourcePolicy = Self.known("Cross-Origin-Resource-Policy")
  static let openerPolicy = Self.known("Cross-Origin-Opener-Policy")

  /// A header name written in this file; the fallback can't be reached by names that are tokens.
  private static func known(_ name: String) -> HTTPField.Name {
    HTTPField.Name(name) ?? .age
  }
}
