public import PeerReview

/// What screening noticed in papers under review, the gravest first, a hundred at a time.
///
/// Filter: `GET /chair/screening?code=&severity=&state=&paper=&page=`, `state` one of `open`, `confirmed`, `dismissed`, `all`.
/// Form: `POST /chair/screening` with the filter and `confirm`, `dismiss` or `reopen` (a finding's id); or `action`
/// (`preview-confirmed`, `preview-dismissed`) with `chosen` (repeated ids), or `all` (`confirmed`, `dismissed`) for all that
/// match the filter.
public struct ScreeningQueuePage: Page {
  public static let pageSize = 25

  /// Which findings are asked for; empty means all, and anything unknown too.
  public struct Listing: Hashable, Sendable {
    public let code: String
    public let severity: String
    public let state: String
    /// The id of one paper.
    public let paper: String
    public init(code: String = "", severity: String = "", state: String = "open", paper: String = "") {
      self.code = code
      self.severity = severity
      self.state = state.isEmpty ? "open" : state
      self.paper = paper
    }

    func address(format: String) -> Link {
      "/chair/screening?code=\(code)&severity=\(severity)&state=\(state)&paper=\(paper)&format=\(format)"
    }

    public func address(page: Int = 1) -> Link {
      "/chair/screening?code=\(code)&severity=\(severity)&state=\(state)&paper=\(paper)&page=\(page)"
    }
  }

  /// How a rule has done.
  public struct Rule: Hashable, Sendable {
    public let code: String
    /// Findings of papers under review.
    public let standing: Int
    public let judged: Int
    public let dismissed: Int
    public init(code: String, standing: Int, judged: Int, dismissed: Int) {
      self.code = code
      self.standing = standing
      self.judged = judged
      self.dismissed = dismissed
    }
  }

  public let listing: Listing
  public let findings: [QueuedFinding]
  public let rules: [Rule]
  /// From 1.
  public let page: Int
  /// On all pages.
  public let found: Int
  public let problems: [FieldProblem]
  public init(
    _ listing: Listing, findings: [QueuedFinding], rules: [Rule], page: Int, found: Int, problems: [FieldProblem] = []
  ) {
    self.listing = listing
    self.findings = findings
    self.rules = rules
    self.page = page
    self.found = found
    self.problems = problems
  }

  public var title: String { "Screening" }
  public var section: Section? { .chairScreening }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Screening</h1>
    <p>What a program noticed in the newest files of papers under review. Nothing follows from it by itself: you confirm or
    dismiss each finding, and reject a paper only by your own act. Authors see the same findings, but not what you say of them,
    and nothing of text shared with other papers.</p>
    \(problemList(problems, heading: "This was not done", prefix: nil))
    \(filter)
    \(when(!listing.paper.isEmpty) { "<p><a href=\"/chair/screening\">Findings of all papers</a></p>" })
    <p class="soft">\(count(found, "finding"))</p>
    \(when(found > 0) { downloads { listing.address(format: $0) } })
    \(findings.isEmpty ? nothing("No finding matches.") : list(layout))
    \(pages)
    \(when(!rules.isEmpty) { part("rules", "How the rules have done") { ruleTable } })
    """
  }

  private var filter: HTML {
    """
    <form method="get" action="/chair/screening" class="filter" role="search">
    <div class="field"><label for="code">Rule</label><select id="code" name="code">
    \(options(rules.map { ($0.code, FindingWords.name($0.code)) }, chosen: listing.code, empty: "All rules"))</select></div>
    <div class="field"><label for="severity">Severity</label><select id="severity" name="severity">
    \(options(FindingSeverity.allCases.map { ($0.key, $0.label) }, chosen: listing.severity, empty: "All"))</select></div>
    <div class="field"><label for="state">State</label><select id="state" name="state">
    \(options(Self.states, chosen: listing.state))</select></div>
    \(hidden("paper", listing.paper))
    <button class="quiet">Filter</button>
    </form>
    """
  }

  private static let states = [
    ("open", "To be judged"), ("confirmed", "Confirmed"), ("dismissed", "Dismissed"), ("all", "All"),
  ]

  private func list(_ layout: Layout) -> HTML {
    layout.form("/chair/screening") {
      """
      \(listing.fields)\(hidden("page", page))
      \(bulk)
      <ul class="papers">\(each(findings) { card($0, layout) })</ul>
      """
    }
  }

  private func card(_ queued: QueuedFinding, _ layout: Layout) -> HTML {
    """
    <li class="card">\(queued.paperLine)
    <div class="tick"><input type="checkbox" id="choose-\(queued.id.text)" name="chosen" value="\(queued.id.text)">
    <label for="choose-\(queued.id.text)"><strong>\(FindingWords.name(queued.finding.code))</strong></label></div>
    <div class="findings"><div class="\(queued.finding.severity.classes)">\(queued.finding.html)</div></div>
    \(queued.judged(in: layout))
    <p class="actions">\(buttons(queued))
    <a href="\(queued.link)">Look closer, add a note, or reject</a></p></li>
    """
  }

  private func buttons(_ queued: QueuedFinding) -> HTML {
    func press(_ label: String, _ name: String) -> HTML {
      button(
        label, name: name, value: queued.id.text, classes: "quiet small",
        says: "\(label): \(FindingWords.name(queued.finding.code)) in \(queued.number)")
    }
    guard queued.judgement == nil else { return press("Judge again", "reopen") }
    return press("Confirm", "confirm") + press("Dismiss", "dismiss")
  }

  private var bulk: HTML {
    """
    <p class="actions"><button class="quiet" name="action" value="preview-confirmed">Confirm the ticked …</button>
    <button class="quiet" name="action" value="preview-dismissed">Dismiss the ticked …</button>
    \(when(found > 1 && found <= JudgementRules.atOnceLimit) {
      "<button class=\"quiet\" name=\"all\" value=\"dismissed\">Dismiss all \(found) …</button>" })
    <span class="soft">You see what it would be before anything is done.</span></p>
    """
  }

  private var pages: HTML { pageLinks(page, found: found, size: Self.pageSize) { listing.address(page: $0) } }

  private var ruleTable: HTML {
    table(
      "Rules", id: "rules-table", head: ["Rule", "Findings", "Judged", "Dismissed", "False alarms"],
      each(rules) { rule in
        """
        <tr><th scope="row"><a href="\(Listing(code: rule.code, state: "all").address())">\(FindingWords.name(rule.code))</a><br>
        <code>\(rule.code)</code></th><td class="figure">\(rule.standing)</td><td class="figure">\(rule.judged)</td>
        <td class="figure">\(rule.dismissed)</td><td class="figure">\(rule.rate)</td></tr>
        """
      })
  }
}

extension ScreeningQueuePage.Rule {
  /// Of what was judged.
  fileprivate var rate: String {
    judged == 0 ? "–" : decimal(100 * Double(dismissed) / Double(judged), places: 0) + " %"
  }
}

extension ScreeningQueuePage.Listing {
  /// The filter within a form that posts.
  var fields: HTML {
    hidden("code", code) + hidden("severity", severity) + hidden("state", state) + hidden("paper", paper)
  }
}
