import PeerReview

extension ResponsePanel {
  func html(in layout: Layout, action: Link) -> HTML {
    if let sentAt {
      return "<p class=\"soft\">Sent \(layout.moment(sentAt)).</p><div class=\"quoted\">\(prose(text))</div>"
    }
    guard accepts else {
      if layout.now < period.opens { return "<p>The response opens \(layout.deadline(period.opens)).</p>" }
      return "<p>Responses closed \(layout.moment(period.closes)). None was sent.</p>"
    }
    let fields = Fields(prefix: "response-", problems: problems)
    return """
      <p>You may answer once, until \(layout.deadline(period.closes)). Correct mistakes and answer questions; new results are not
      needed. Don't tell who you are.</p>
      \(layout.form(action, confirm: "Send the response? It can be sent only once.", guarded: true) { """
        \(fields.text("text", "Response to the reviews", text, .init(isRequired: true, limitWords: limitWords, rows: 12)))
        <p class="actions"><button>Send the response</button></p>
        """ })
      """
  }
}
