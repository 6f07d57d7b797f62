public import PeerReview

/// The versions of the call and the form that stores a new one.
///
/// Form, `POST /chair/call`: `text` (the call file), `reason` (why it changes), `action` (`check` or `store`).
public struct CallVersionsPage: Page {
  public let versions: [Version]
  /// What stands in the text area: what was sent, or the current call file.
  public let text: String
  public let reason: String
  /// Mistakes found in `text`, each with its place in the file.
  public let mistakes: [CallFileMistake]
  /// True when the text was checked and nothing is wrong.
  public let isFine: Bool
  public init(versions: [Version], text: String, reason: String = "", mistakes: [CallFileMistake] = [], isFine: Bool = false) {
    self.versions = versions
    self.text = text
    self.reason = reason
    self.mistakes = mistakes
    self.isFine = isFine
  }

  public struct Version: Hashable, Sendable {
    public let number: Int
    public let storedAt: Instant
    public let storedBy: String
    public let reason: String
    public let isCurrent: Bool
    public init(number: Int, storedAt: Instant, storedBy: String, reason: String, isCurrent: Bool) {
      self.number = number
      self.storedAt = storedAt
      self.storedBy = storedBy
      self.reason = reason
      self.isCurrent = isCurrent
    }
  }

  public var title: String { "Call file" }
  public var section: Section? { .callVersions }

  public func content(in layout: Layout) -> HTML {
    let fields = Fields()
    return """
      <div class="title-row"><h1>Call file</h1><a class="button quiet" href="/chair/dates">Dates</a>
      <a class="button quiet" href="/chair/retention">What is kept how long</a></div>
      <p>Every rule of the conference stands in this file. Storing it makes a new version; earlier ones stay on record.</p>
      \(when(isFine) { "<p class=\"notice good\" role=\"status\">The file has no mistakes. It is not stored yet.</p>" })
      \(mistakeList(mistakes))
      \(layout.form("/chair/call", confirm: "Store this as the new version of the call? It binds everyone at once.",
        guarded: true) {
        """
        <div class="field code">\(fields.text("text", "Call file (YAML)", text, .init(isRequired: true, rows: 24)))</div>
        \(fields.text("reason", "Why it changes", reason, .init(help: "Stays on record beside the version.")))
        <p class="actions"><button name="action" value="check" class="quiet" data-unasked>Check</button>
        <button name="action" value="store">Store as new version</button></p>
        """
      })
      \(part("versions", "Versions") {
        table("Versions", id: "versions-table", head: ["Version", "Stored (UTC)", "By", "Why"], each(versions) { row in
          """
          <tr><th scope="row">\(row.number)\(when(row.isCurrent) { " <span class=\"badge good\">current</span>" })</th>
          <td>\(layout.brief(row.storedAt))</td><td>\(row.storedBy)</td><td>\(row.reason)</td></tr>
          """
        })
      })
      """
  }
}
