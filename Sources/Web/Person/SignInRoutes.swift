import Conference
import Hummingbird
import Pages
import PeerReview

/// Ways in and out.
struct SignInRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/sign-in", use: page)
    router.post("/sign-in", use: signIn)
    router.post("/sign-in/link", use: sendLink)
    router.get("/sign-in/link/:token", use: confirmLink)
    router.post("/sign-in/link/:token", use: useLink)
    router.post("/sign-out", use: signOut)
    router.get("/invitation/:token", use: invitation)
    router.post("/invitation/:token", use: answerInvitation)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.visit(request, context)
    return visit.answer(SignInPage(next: next(in: request.uri.queryParameters["next"].map(String.init)), problem: nil))
  }

  /// One answer to a wrong password, an unknown address and an account without a password.
  @Sendable private func signIn(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await request.readForm()
    let email = form["email"] ?? ""
    let next = next(in: form["next"])
    let address = context.countedAddress(request, trustedProxies: house.site.limits.trustedProxies)
    try house.signInAttempts.take("address \(address)", now: context.receivedAt)
    try house.signInAttempts.take("account \(email.lowercased())", now: context.receivedAt)
    guard
      let signedIn = try await house.conference.signIn(
        email: email, password: form["password"] ?? "", device: Device.name(request))
    else {
      let visit = try await house.visit(request, context)
      let problem = "This address and password do not fit together. Try again, or let us send you a link."
      return visit.answer(SignInPage(email: email, next: next, problem: problem), status: .unprocessableContent)
    }
    return begin(signedIn, next: next)
  }

  @Sendable private func sendLink(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await request.readForm()
    let email = form["email"] ?? ""
    let visit = try await house.visit(request, context)
    let address = context.countedAddress(request, trustedProxies: house.site.limits.trustedProxies)
    try house.linkRequests.take("address \(address)", now: context.receivedAt)
    try house.linkRequests.take("account \(email.lowercased())", now: context.receivedAt)
    do {
      try await house.conference.requestSignInLink(email: email, next: next(in: form["next"]), call: house.call)
    } catch Refusal.invalid(let problems) {
      let page = SignInPage(email: email, next: next(in: form["next"]), problem: problems.first?.message)
      return visit.answer(page, status: .unprocessableContent)
    }
    return visit.answer(LinkSentPage(email: email, validMinutes: 30))
  }

  /// Opening the link does nothing yet, so that mail scanners don't burn it.
  @Sendable private func confirmLink(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.visit(request, context)
    let next = next(in: request.uri.queryParameters["next"].map(String.init))
    return visit.answer(ConfirmLinkPage(token: try context.parameters.require("token"), next: next))
  }

  @Sendable private func useLink(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await request.readForm()
    do {
      let signedIn = try await house.conference.signIn(
        linkToken: try context.parameters.require("token"), device: Device.name(request))
      return begin(signedIn, next: next(in: form["next"]))
    } catch Refusal.notFound {
      let visit = try await house.visit(request, context)
      let problem = "This link was used already or is too old. Let us send you a new one."
      return visit.answer(SignInPage(next: next(in: form["next"]), problem: problem), status: .unprocessableContent)
    }
  }

  @Sendable private func signOut(_ request: Request, _ context: WebContext) async throws -> Response {
    if let key = context.sessionKey { try await house.conference.signOut(token: key) }
    var response = Response.seeOther("/")
    response.expireCookie(.session)
    return response
  }

  @Sendable private func invitation(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.visit(request, context)
    return visit.answer(try await house.conference.invitationPage(token: try context.parameters.require("token")))
  }

  @Sendable private func answerInvitation(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await request.readForm()
    let visit = try await house.visit(request, context)
    guard let answer = form["answer"], ["accept", "decline"].contains(answer) else {
      throw Refusal.invalid([FieldProblem("answer", "Choose whether you accept or decline.")])
    }
    let token = try context.parameters.require("token")
    let (load, reason) = (form["load"] ?? "", form["reason"] ?? "")
    do {
      let (page, signedIn) = try await house.conference.answerInvitation(
        token: token, accepts: answer == "accept", reason: reason, load: load, device: Device.name(request))
      var response = visit.answer(page)
      if let signedIn { response.setCookie(.session, signedIn.token, maxAgeSeconds: 30 * 86_400) }
      return response
    } catch Refusal.invalid(let problems) {
      let page = try await house.conference.invitationPage(token: token, load: load, reason: reason, problems: problems)
      return visit.answer(page, status: .unprocessableContent)
    }
  }

  private func begin(_ signedIn: SignedInBrowser, next: String) -> Response {
    var response = Response.seeOther(signedIn.isNew ? "/account" : next.isEmpty ? "/" : next)
    response.setCookie(.session, signedIn.token, maxAgeSeconds: 30 * 86_400)
    return response
  }

  private func next(in text: String?) -> String {
    guard let text, !text.isEmpty else { return "" }
    let path = LocalPath.checked(text)
    return path == "/" ? "" : path
  }
}

/// What a browser calls itself, in two words.
enum Device {
  static func name(_ request: Request) -> String {
    let agent = request.headers[.userAgent] ?? ""
    let browsers = [("Firefox", "Firefox"), ("Edg/", "Edge"), ("Chrome", "Chrome"), ("Safari", "Safari"), ("curl", "curl")]
    let systems = [
      ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "macOS"), ("Windows", "Windows"),
      ("Linux", "Linux"),
    ]
    let browser = browsers.first { agent.contains($0.0) }?.1 ?? "A browser"
    let system = systems.first { agent.contains($0.0) }?.1
    return system.map { "\(browser) on \($0)" } ?? browser
  }
}
