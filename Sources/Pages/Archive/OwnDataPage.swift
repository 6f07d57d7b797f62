public import PeerReview

/// What a person may take along and have erased.
///
/// Forms: `POST /account/data/file` gives the file; `POST /account/erase` with `email` erases the account.
public struct OwnDataPage: Page {
  public let email: String
  /// Why the account can't be erased now, each with the way out; empty when it can.
  public let obstacles: [String]
  public let typed: String
  public let problems: [FieldProblem]
  public init(email: String, obstacles: [String], typed: String = "", problems: [FieldProblem] = []) {
    self.email = email
    self.obstacles = obstacles
    self.typed = typed
    self.problems = problems
  }

  public var title: String { "Your data" }
  public var section: Section? { .account }

  public func content(in layout: Layout) -> HTML {
    """
    <div class="narrow-page"><h1>Your data</h1>
    \(part("take", "Take it along") { """
      <p>One file (JSON) with everything this server holds about you for \(layout.conference): account, offices, expertise, declared conflicts, bids, what you
      wrote in reviews, discussions and evaluations, your papers and uploads. It holds nothing about who reviewed your papers, and
      nothing others said about you in confidence. Your files themselves are on your papers' pages.</p>
      \(layout.form("/account/data/file") { "<p class=\"actions\"><button class=\"quiet\">Get the file</button></p>" })
      """ })
    \(part("erase", "Erase the account") { erasure(layout) })
    <p><a href="/account">Your account</a></p></div>
    """
  }

  private func erasure(_ layout: Layout) -> HTML {
    """
    <p>Your name, address, password, expertise, publications, bids, drafts and statements of service go, you are signed out
    everywhere, and nothing is mailed to you any more. Reviews and decisions you took part in stay in the record under a
    pseudonym, since they are about others too; a published paper keeps its authors' names. This can't be undone.</p>
    \(when(!obstacles.isEmpty) { """
      <section class="notice warning" aria-labelledby="obstacles"><h3 id="obstacles">Not now</h3>
      <ul>\(each(obstacles) { "<li>\($0)</li>" })</ul></section>
      """ })
    \(when(obstacles.isEmpty) { form(layout) })
    """
  }

  private func form(_ layout: Layout) -> HTML {
    let fields = Fields(problems: problems)
    return layout.form("/account/erase", confirm: "Erase your account for good?") {
      """
      \(facts([("E-mail address", "\(email)")]))
      \(fields.text("email", "Type your address to confirm", typed, .init(autocomplete: "off", isRequired: true)))
      <p class="actions"><button class="danger">Erase my account</button></p>
      """
    }
  }
}

/// After an account was erased. Nobody is signed in.
public struct ErasedPage: Page {
  public init() {}

  public var title: String { "Your account is erased" }

  public func content(in layout: Layout) -> HTML {
    """
    <div class="narrow-page"><h1>Your account is erased</h1>
    <p class="lead">You are signed out everywhere, and nothing will be mailed to you. Thank you for what you did here.</p></div>
    """
  }
}
