/// Asks whether letters that aren't required shall stop; `isDone` once they have.
///
/// Form: `POST /letters/off/{token}`; mail programs post `List-Unsubscribe=One-Click` there by themselves (RFC 8058).
public struct LettersOffPage: Page {
  public let token: String
  public let isDone: Bool
  public init(token: String, isDone: Bool) {
    self.token = token
    self.isDone = isDone
  }

  public var title: String { isDone ? "Turned off" : "Turn letters off" }

  public func content(in layout: Layout) -> HTML {
    """
    <div class="narrow-page"><h1>\(title)</h1>
    \(isDone ? done : question(layout))</div>
    """
  }

  private var done: HTML {
    """
    <p>You get no letters any more that aren't required. Decisions, receipts, tasks and dates that bind you still come. Under
    <a href="/account">your account</a> you can choose otherwise.</p>
    """
  }

  private func question(_ layout: Layout) -> HTML {
    """
    <p>Comments, mentions, responses and reminders will not be sent to you any more. Decisions, receipts, tasks and dates that bind you
    still come.</p>
    \(layout.form("/letters/off/\(token)") { "<p class=\"actions\"><button>Turn them off</button></p>" })
    """
  }
}
