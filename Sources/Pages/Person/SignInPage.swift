/// Two ways in: e-mail and password, or an e-mailed one-time link.
///
/// Forms: `POST /sign-in`: `email`, `password`, `next` (a local path, may be empty).
/// `POST /sign-in/link`: `email`, `next`.
public struct SignInPage: Page {
  public let email: String
  /// Where to go after signing in; a local path or empty.
  public let next: String
  /// A sentence when the attempt failed; never tells whether the address has an account.
  public let problem: String?
  public init(email: String = "", next: String = "", problem: String?) {
    self.email = email
    self.next = next
    self.problem = problem
  }

  public var title: String { "Sign in" }

  public func content(in layout: Layout) -> HTML {
    let password = Fields()
    let link = Fields(prefix: "link-")
    return """
      <div class="narrow-page"><h1>Sign in</h1>
      \(with(problem) { "<p class=\"notice bad\" role=\"alert\">\($0)</p>" })
      <section class="card" aria-labelledby="by-link"><h2 id="by-link">With a link by e-mail</h2>
      <p>New here, or no password? We mail you a link that signs you in. It also creates your account.</p>
      \(layout.form("/sign-in/link") { """
        \(link.text("email", "E-mail address", email, .init(type: "email", autocomplete: "email", isRequired: true)))
        \(hidden("next", next))<p class="actions"><button>Send me a link</button></p>
        """ })</section>
      <section class="card" aria-labelledby="by-password"><h2 id="by-password">With your password</h2>
      \(layout.form("/sign-in") { """
        \(password.text("email", "E-mail address", email, .init(type: "email", autocomplete: "username", isRequired: true)))
        \(password.text("password", "Password", "", .init(type: "password", autocomplete: "current-password", isRequired: true)))
        \(hidden("next", next))<p class="actions"><button class="quiet">Sign in</button></p>
        """ })</section></div>
      """
  }
}

/// The same answer for every address: a letter is on its way if the address can receive one.
public struct LinkSentPage: Page {
  public let email: String
  /// How long the link holds.
  public let validMinutes: Int
  public init(email: String, validMinutes: Int) {
    self.email = email
    self.validMinutes = validMinutes
  }

  public var title: String { "Check your mail" }

  public func content(in layout: Layout) -> HTML {
    """
    <div class="narrow-page"><h1>Check your mail</h1>
    <p>If letters reach <strong>\(email)</strong>, one with a sign-in link is on its way. The link works once, for
    \(count(validMinutes, "minute")).</p>
    <p>Nothing after a few minutes? Look in the spam folder, or <a href="/sign-in">ask again</a>.</p></div>
    """
  }
}

/// The page behind a mailed link: the link is used up by its button, not by a mail scanner opening the address.
///
/// Form: `POST /sign-in/link/{token}`: `next`.
public struct ConfirmLinkPage: Page {
  public let token: String
  public let next: String
  public init(token: String, next: String = "") {
    self.token = token
    self.next = next
  }

  public var title: String { "Finish signing in" }

  public func content(in layout: Layout) -> HTML {
    """
    <div class="narrow-page"><h1>Finish signing in</h1><p>Press the button to sign in on this device. The link is used up by
    it.</p>
    \(layout.form("/sign-in/link/\(token)") { "\(hidden("next", next))<p class=\"actions\"><button>Sign in</button></p>" })</div>
    """
  }
}
