public import PeerReview

/// A person's statements of service at this conference, and the offices they may ask one for.
///
/// Form: `POST /account/service` with `office`.
public struct ServicePage: Page {
  public let offices: [Office]
  public let statements: [Issued]
  public let problems: [FieldProblem]
  public init(offices: [Office], statements: [Issued], problems: [FieldProblem] = []) {
    self.offices = offices
    self.statements = statements
    self.problems = problems
  }

  public struct Office: Hashable, Sendable {
    public let key: String
    /// Such as "reviewer".
    public let title: String
    /// Why there is no statement now; nil when one can be had.
    public let obstacle: String?
    public init(key: String, title: String, obstacle: String?) {
      self.key = key
      self.title = title
      self.obstacle = obstacle
    }
  }

  public struct Issued: Hashable, Sendable {
    public let token: String
    public let office: String
    public let at: Instant
    public init(token: String, office: String, at: Instant) {
      self.token = token
      self.office = office
      self.at = at
    }
  }

  public var title: String { "Statements of service" }
  public var section: Section? { .account }

  public func content(in layout: Layout) -> HTML {
    """
    <div class="narrow-page"><h1>Statements of service</h1>
    <p class="lead">A statement says that you served \(layout.conference) and in which office. It is signed, and whoever has its
    address can check it. It names no paper, and tells how much you wrote only as “at least 1”, 3, 5 or 10.</p>
    \(problemList(problems, heading: "No statement was made", prefix: nil))
    \(part("offices", "Your offices") {
      offices.isEmpty
        ? nothing("You hold no office at this conference.") : "<ul class=\"rows\">\(each(offices) { row($0, layout) })</ul>"
    })
    \(when(!statements.isEmpty) { part("issued", "Statements you have") {
      "<ul class=\"rows\">\(each(statements) { issued($0, layout) })</ul>"
    } })
    <p><a href="/account">Your account</a></p></div>
    """
  }

  private func row(_ office: Office, _ layout: Layout) -> HTML {
    """
    <li><div><strong>\(office.title)</strong>\(with(office.obstacle) { "<br><span class=\"soft\">\($0)</span>" })</div>
    \(when(office.obstacle == nil) { layout.form("/account/service", classes: "") {
      "\(hidden("office", office.key))\(button("Make a statement", classes: "quiet", says: "Make a statement as \(office.title)"))"
    } })</li>
    """
  }

  private func issued(_ statement: Issued, _ layout: Layout) -> HTML {
    """
    <li><div><a href="/service/\(statement.token)">As \(statement.office)</a><br>
    <span class="soft">signed \(layout.brief(statement.at))</span></div></li>
    """
  }
}

/// One statement, for anyone who has its address: to be read, printed and checked.
public struct ServiceStatementPage: Page {
  public let token: String
  /// The signed words, a line each.
  public let text: String
  /// Base64.
  public let signature: String
  /// The public key in hexadecimal digits.
  public let keyText: String
  /// Whether the signature was checked and is right.
  public let holds: Bool
  /// The whole address of this page, to be typed from paper.
  public let address: String
  public init(token: String, text: String, signature: String, keyText: String, holds: Bool, address: String) {
    self.token = token
    self.text = text
    self.signature = signature
    self.keyText = keyText
    self.holds = holds
    self.address = address
  }

  public var title: String { "Statement of service" }

  public func content(in layout: Layout) -> HTML {
    """
    <div class="narrow-page"><h1>Statement of service</h1>
    \(verdict)
    <div class="card">\(facts(pairs.map { ($0.0, "\($0.1)") }))</div>
    <p>It tells of no paper, and of no other person.</p>
    <p class="soft">This statement stands at <br><span class="long">\(address)</span></p>
    \(folded("Check the signature yourself", """
      <p>The <a href="/service/\(token)/text">signed text</a> to the byte, its signature by Ed25519 in Base64, and the
      <a href="/service/key">public key</a> of this server:</p>
      <pre class="long">\(signature)</pre><pre class="long">\(keyText)</pre>
      """))</div>
    """
  }

  private var verdict: HTML {
    if holds { return "<p class=\"notice good\" role=\"status\">Checked just now: these words were signed by this server.</p>" }
    return """
      <p class="notice bad" role="alert">The signature doesn't belong to these words. Don't rely on them, and tell the
      conference.</p>
      """
  }

  /// The lines after the first, each before and after its colon.
  private var pairs: [(String, String)] {
    text.split(separator: "\n").dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return (String(parts.first ?? ""), parts.count == 2 ? String(parts[1].drop { $0 == " " }) : "")
    }
  }
}
