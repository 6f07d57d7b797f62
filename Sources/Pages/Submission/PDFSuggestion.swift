import PeerReview

/// What a paper's newest PDF says of its title and abstract where the form says something else; for its contacts to confirm.
public struct PDFSuggestion: Hashable, Sendable {
  /// Nil where the form agrees, or nothing was found.
  public let title: String?
  public let abstract: String?

  /// Nil when there is nothing to suggest.
  public init?(title: String?, abstract: String?) {
    if title == nil && abstract == nil { return nil }
    self.title = title
    self.abstract = abstract
  }

  public enum Field: String, CaseIterable, Sendable {
    case title, abstract
  }

  /// On the paper's own page: leads to the form with what the PDF says in it. Nothing is stored on the way.
  func card(_ id: ID<Submission>) -> HTML {
    """
    <section class="card" aria-labelledby="from-pdf-heading"><h2 id="from-pdf-heading">Your PDF says something else</h2>
    <p class="soft">Read from the first page by a program, so check it. Nothing changes before you save the form.</p>
    <dl class="labelled">\(with(title) { "<dt>Title</dt><dd>\($0)</dd>" })\(with(abstract) { "<dt>Abstract</dt><dd>\($0)</dd>" })</dl>
    <p class="actions">\(with(title) { _ in link(id, .title, "Put the title into the form") })
    \(with(abstract) { _ in link(id, .abstract, "Put the abstract into the form") })
    \(when(title != nil && abstract != nil) {
      "<a class=\"button quiet\" href=\"\(Link.takingFromPDF("both", id))\">Put both into the form</a>" })</p></section>
    """
  }

  private func link(_ id: ID<Submission>, _ field: Field, _ words: HTML) -> HTML {
    "<a class=\"button quiet\" href=\"\(Link.takingFromPDF(field.rawValue, id))\">\(words)</a>"
  }

  /// Beside a field of the form: a button that sends the form and gets it back with what the PDF says in that field.
  func offer(_ field: Field) -> HTML {
    with(field == .title ? title : abstract) { text in
      """
      <div class="notice"><p><strong>Your PDF says:</strong> \(text)</p>
      <p class="actions"><button class="quiet small" name="action" value="take-\(field.rawValue)" formnovalidate data-unasked>
      Use this \(field.rawValue)</button></p></div>
      """
    }
  }
}

extension Link {
  /// The form with fields from the PDF in it.
  static func takingFromPDF(_ which: String, _ id: ID<Submission>) -> Link { "/submissions/\(id)/edit?take=\(which)" }
}
