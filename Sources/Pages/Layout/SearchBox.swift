internal import PeerReview

extension Layout {
  /// A search in the search language, with its words to look up, and to complete from where there is a script. It `posts` where
  /// more is typed than an address holds.
  func search(
    _ action: Link, query: String, label: String, _ vocabulary: SearchVocabulary, _ problem: SearchProblem?,
    _ more: HTML = .empty, button: StaticString = "Search", posts: Bool = false
  ) -> HTML {
    let fields = searchFields(query, label: label, vocabulary, problem, more, button: button)
    let asking: HTML = "<form method=\"get\" action=\"\(action)\" class=\"filter\" role=\"search\">\(fields)</form>"
    return """
      \(posts ? form(action, classes: "filter") { fields } : asking)
      \(with(problem) { told($0, query) })
      \(folded("What can be searched for", words(vocabulary)))
      """
  }

  private func searchFields(
    _ query: String, label: String, _ vocabulary: SearchVocabulary, _ problem: SearchProblem?, _ more: HTML,
    button: StaticString
  ) -> HTML {
    """
    <div class="field grows"><label for="q">\(label)</label>
    <input id="q" name="q" type="search" value="\(query)" list="q-completions" autocomplete="off" maxlength="\(SearchQuery.lengthLimit)"
    data-completes="\(vocabulary.words.joined(separator: " "))"\(attribute: "aria-invalid", problem == nil ? nil : "true")\
    \(attribute: "aria-describedby", problem == nil ? nil : "q-problem")>
    <datalist id="q-completions"></datalist></div>
    \(more)
    <button class="quiet">\(button.description)</button>
    """
  }

  private func told(_ problem: SearchProblem, _ query: String) -> HTML {
    let characters = Array(query)
    let start = min(problem.range.lowerBound, characters.count)
    let end = min(max(problem.range.upperBound, start), characters.count)
    return """
      <section class="notice bad" role="alert" id="q-problem"><p>\(problem.message)</p>
      <p><code>\(String(characters[..<start]))<mark>\(start == end ? "…" : String(characters[start..<end]))</mark>\
      \(String(characters[end...]))</code></p></section>
      """
  }

  private func words(_ vocabulary: SearchVocabulary) -> HTML {
    let bare = vocabulary.texts.filter(\.isSearchedByBareWords).map(\.name).joined(separator: ", ")
    return """
      <p>Words are looked for in \(bare); <code>"several words"</code> between quotation marks. All have to occur; join by
      <code>OR</code>, turn round by <code>NOT</code> or <code>-</code>, group by parentheses. <code>#17</code> and
      <code>17-25</code> are numbers of papers.</p>
      \(facts(
        (vocabulary.texts + vocabulary.values).map { ("\($0.name):", meaning($0)) }
          + (vocabulary.tags.map { [("tag:", tagWords($0))] } ?? [])
          + vocabulary.figures.map { ($0.name, "\($0.meaning)") }))
      \(with(vocabulary.figures.first?.name) { """
        <p>Figures are compared, <code>\($0) &lt; 3</code>, and computed with, <code>2 * \($0) &gt; 5</code>.
        \(with(vocabulary.figures.first(where: \.isGrade)?.name, grades)) <code>sort:-\($0)</code> orders,
        <code>show:\($0)/2</code> adds a column, <code>topic:any</code> and <code>topic:none</code> ask whether there is one.</p>
        """ })
      """
  }

  private func grades(_ name: String) -> HTML {
    """
    Of grades there are \(SearchFormula.Aggregate.allCases.map(\.rawValue).joined(separator: ", ")), as in
    <code>spread(\(name)) &gt; 2</code>; without one of them the mean is meant.
    """
  }

  private func tagWords(_ tags: [String]) -> HTML {
    """
    a tag, as in <code>tag:discuss</code> or <code>#discuss</code>; with its number <code>tag:award#3</code>,
    <code>tag:award#3..5</code>; <code>sort:#award</code> orders by it\(when(!tags.isEmpty) {
      ": \(tags.joined(separator: ", "))" })
    """
  }

  private func meaning(_ field: SearchVocabulary.Field) -> HTML {
    switch field.kind {
    case .words where field.choices.isEmpty: "\(field.meaning)"
    case .words: "\(field.meaning): \(field.choices.map(\.key).joined(separator: ", "))"
    case .person: "\(field.meaning), or <code>me</code>"
    case .presence: "\(field.meaning): any, none"
    }
  }
}
