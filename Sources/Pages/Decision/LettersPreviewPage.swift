public import PeerReview

/// Every decision letter before it is sent, and the one act that releases all decisions.
///
/// Forms: `POST /chair/decisions/release`: `confirm` (`yes`), `count` (how many letters were previewed), `seen` (what they said); or
/// with `action` `set-time`: `to` (a moment); or with `action` `drop-time`.
public struct LettersPreviewPage: Page {
  public let letters: [Preview]
  public let counts: [DecisionsPage.Count]
  /// What keeps the decisions from being released; one sentence each.
  public let obstacles: [String]
  public let releasedAt: Instant?
  /// What the letters say, in a word.
  public let seen: String
  /// When everything is released, where a chair set that.
  public let timed: TimedRelease?
  /// The call's own zone.
  public let zone: String
  /// The moment asked for, as typed.
  public let typed: String
  public init(
    letters: [Preview], counts: [DecisionsPage.Count], obstacles: [String] = [], releasedAt: Instant?, seen: String,
    timed: TimedRelease? = nil, zone: String, typed: String = ""
  ) {
    self.letters = letters
    self.counts = counts
    self.obstacles = obstacles
    self.releasedAt = releasedAt
    self.seen = seen
    self.timed = timed
    self.zone = zone
    self.typed = typed
  }

  public struct Preview: Hashable, Sendable {
    public let number: SubmissionNumber
    public let to: [String]
    public let decision: String
    public let subject: String
    public let body: String
    public init(number: SubmissionNumber, to: [String], decision: String, subject: String, body: String) {
      self.number = number
      self.to = to
      self.decision = decision
      self.subject = subject
      self.body = body
    }
  }

  public var title: String { "Decision letters" }
  public var section: Section? { .decisions }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Decision letters</h1>
    <ul class="figures">\(each(counts) {
      "<li><span class=\"value\">\($0.count)</span> <span class=\"label\">\($0.label)</span></li>" })</ul>
    \(part("release", "Release") { releasePart(layout) })
    \(part("letters", count(letters.count, "letter")) { letterList })
    """
  }

  private func releasePart(_ layout: Layout) -> HTML {
    if let releasedAt { return "<p class=\"notice good\">All decisions were released \(layout.moment(releasedAt)).</p>" }
    return """
      \(with(timed) { $0.html(in: layout) })\(when(timed != nil) { dropping(layout) })
      \(releaseNow(layout))
      \(folded("Release at a set time", timing(layout), open: !typed.isEmpty))
      """
  }

  private func releaseNow(_ layout: Layout) -> HTML {
    guard obstacles.isEmpty else {
      return "<div class=\"notice warning\"><p>Not possible yet:</p><ul>\(each(obstacles) { "<li>\($0)</li>" })</ul></div>"
    }
    return layout.form(
      "/chair/decisions/release", classes: "stack card", confirm: "Release all decisions now? This can't be undone."
    ) {
      """
      \(hidden("count", letters.count))\(hidden("seen", seen))
      <p>One act releases every decision at once: authors and reviewers see them from that moment, and \(count(letters.count,
        "letter")) go out. It can't be undone.</p>
      \(Fields(prefix: "release-").tick("confirm", "I have read the letters below.", false))
      <p class="actions"><button class="danger">Release all decisions</button></p>
      """
    }
  }

  private func timing(_ layout: Layout) -> HTML {
    layout.form("/chair/decisions/release", confirm: "Release everything at this time, as it is decided by then?") {
      """
      \(hidden("action", "set-time"))
      <p>Everything is released at that moment, by the same rules: what is decided then goes out, and nothing where a paper has
      no decision by then, of which the chairs get a letter. Until then it can be taken back.</p>
      \(Fields(prefix: "timed-").text("to", "Moment of the release", typed, .init(
        help: "As in 2025-10-30 20:00, in \(zone) or with a zone behind it, such as AoE.", isRequired: true, isNarrow: true)))
      <p class="actions"><button class="quiet">Set the time</button></p>
      """
    }
  }

  private func dropping(_ layout: Layout) -> HTML {
    layout.form("/chair/decisions/release") {
      """
      \(hidden("action", "drop-time"))
      <p class="actions"><button class="quiet">Take the time back</button></p>
      """
    }
  }

  private var letterList: HTML {
    each(letters) { letter in
      folded(
        "\(letter.number) \(letter.decision)",
        """
        <dl class="facts"><div><dt>To</dt><dd>\(letter.to.joined(separator: ", "))</dd></div>
        <div><dt>Subject</dt><dd>\(letter.subject)</dd></div></dl><pre class="letter">\(letter.body)</pre>
        """)
    }
  }
}
