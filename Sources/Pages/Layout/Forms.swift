import PeerReview

extension Layout {
  /// The hidden field every form carries.
  var token: HTML { "<input type=\"hidden\" name=\"csrf\" value=\"\(formToken)\">" }

  /// A form that posts, with the token in it. Where it holds a place for progress, a script sends its file and shows there how
  /// far it is.
  ///
  /// - Parameter confirm: a question asked in a dialog before sending, where scripts run.
  func form(
    _ action: Link, classes: ClassList = "stack", id: String? = nil, multipart: Bool = false, confirm: String? = nil,
    guarded: Bool = false, draft: Link? = nil, _ body: () -> HTML
  ) -> HTML {
    if isReadOnly { return "<fieldset disabled class=\"\(classes) seen-form\">\(body())</fieldset>" }
    return """
      <form method="post" action="\(action)" class="\(classes)"\(attribute: "id", id)\
      \(attribute: "enctype", multipart ? "multipart/form-data" : nil)\(attribute: "data-confirm", confirm)\
      \(flag: "data-guarded", guarded)\(attribute: "data-draft", draft)>\(token)
      \(body())
      </form>
      """
  }

  /// A form that searches by GET and filters the table `table` while typing, where scripts run.
  func filter(_ action: Link, query: String, label: String, table: String?, _ more: HTML = .empty) -> HTML {
    """
    <form method="get" action="\(action)" class="filter" role="search">
    <div class="field"><label for="q">\(label)</label>
    <input id="q" name="q" type="search" value="\(query)"\(attribute: "data-filters", table)></div>
    \(more)
    <button class="quiet">Filter</button>
    </form>
    """
  }
}

/// A hidden field.
func hidden(_ name: String, _ value: String) -> HTML {
  "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
}

func hidden(_ name: String, _ value: Int) -> HTML { hidden(name, String(value)) }

/// A submit button; with a name it tells which of several was pressed.
func button(
  _ label: String, name: String? = nil, value: String? = nil, classes: ClassList = "", says: String? = nil,
  skipsChecks: Bool = false, confirm: String? = nil
) -> HTML {
  """
  <button\(attribute: "class", classes.text.isEmpty ? nil : classes.text)\(attribute: "name", name)\
  \(attribute: "value", value)\(attribute: "aria-label", says)\(flag: "formnovalidate", skipsChecks)\
  \(attribute: "data-confirm", confirm)>\(label)</button>
  """
}

/// The options of a select; the chosen one is marked.
func options(_ list: [(value: String, label: String)], chosen: String, empty: String? = nil) -> HTML {
  """
  \(with(empty) { "<option value=\"\">\($0)</option>" })\
  \(each(list) { "<option value=\"\($0.value)\"\(flag: "selected", $0.value == chosen)>\($0.label)</option>" })
  """
}

/// All that is wrong, at the top of a form, each with a link to its field.
///
/// - Parameter prefix: that of the form's ids; nil on pages with several forms, where the messages stand without links.
func problemList(_ problems: [FieldProblem], heading: String = "This could not be saved yet", prefix: String? = "f-") -> HTML {
  guard !problems.isEmpty else { return .empty }
  return """
    <section class="notice bad" role="alert" aria-labelledby="problems"><h2 id="problems">\(heading)</h2><ul>
    \(each(problems) { problem in
      guard let prefix, !problem.field.isEmpty else { return "<li>\(problem.message)</li>" }
      return "<li><a href=\"\(Link.fragment(prefix + problem.field))\">\(problem.message)</a></li>"
    })
    </ul></section>
    """
}
