import PeerReview

/// Draws labelled controls and puts each problem beside the field it speaks of.
struct Fields {
  /// Told apart from other forms on the page by this.
  var prefix = "f-"
  var problems: [FieldProblem] = []
  /// What a draft still lacks: told beside the field, but not as a mistake.
  var missing: [FieldProblem] = []

  /// What a single-line or multi-line text control can be told beyond name, label and value.
  struct Style {
    var type = "text"
    var help = ""
    var autocomplete: String?
    var isRequired = false
    var limitWords: Int?
    var limitCharacters: Int?
    /// Lines of a multi-line control; nil for one line.
    var rows: Int?
    var isNarrow = false
    var inputMode: String?
    /// Names of an element whose options are offered while typing.
    var list: String?
  }

  func id(_ name: String) -> String { prefix + name }

  func text(_ name: String, _ label: String, _ value: String, _ style: Style = Style()) -> HTML {
    """
    <div class="\(classes(name, narrow: style.isNarrow))"><label for="\(id(name))">\(label)</label>
    \(help(name, style.help))\(control(name, value, style))
    \(counter(name, value, style.limitWords))\(told(name))</div>
    """
  }

  private func control(_ name: String, _ value: String, _ style: Style) -> HTML {
    let described = describedBy(name, hasHelp: !style.help.isEmpty, hasCounter: style.limitWords != nil)
    if let rows = style.rows {
      // A line break right after the tag is dropped by browsers, so that a leading one in the value survives.
      return """
        <textarea id="\(id(name))" name="\(name)" rows="\(rows)"\(described)\
        \(attribute: "data-words", style.limitWords)\(attribute: "maxlength", style.limitCharacters)\
        \(invalid(name))\(flag: "required", style.isRequired)>
        \(value)</textarea>
        """
    }
    return """
      <input id="\(id(name))" name="\(name)" type="\(style.type)" value="\(value)"\(described)\
      \(attribute: "autocomplete", style.autocomplete)\(attribute: "maxlength", style.limitCharacters)\
      \(attribute: "inputmode", style.inputMode)\(attribute: "list", style.list)\(attribute: "data-words", style.limitWords)\
      \(invalid(name))\(flag: "required", style.isRequired)>
      """
  }

  func select(
    _ name: String, _ label: String, _ list: [(value: String, label: String)], chosen: String, empty: String? = nil,
    help text: String = ""
  ) -> HTML {
    """
    <div class="\(classes(name))"><label for="\(id(name))">\(label)</label>\(help(name, text))
    <select id="\(id(name))" name="\(name)"\(describedBy(name, hasHelp: !text.isEmpty))\(invalid(name))>
    \(options(list, chosen: chosen, empty: empty))</select>\(told(name))</div>
    """
  }

  /// One box to tick; sends `value` when ticked.
  func tick(_ name: String, _ label: String, _ ticked: Bool, value: String = "yes", id given: String? = nil) -> HTML {
    let own = given ?? id(name)
    return """
      <div class="\(ClassList("tick").with("has-problem", if: given == nil && problem(name) != nil))">
      <input type="checkbox" id="\(own)" name="\(name)" value="\(value)"\(flag: "checked", ticked)\
      \(given == nil ? describedBy(name) : .empty)><label for="\(own)">\(label)</label>\(given == nil ? told(name) : .empty)</div>
      """
  }

  struct Choice {
    let value: String
    let label: String
    var help = ""
    /// Choosing it asks for the text drawn in an element of class `wanted` in the same fieldset.
    var wantsText = false
    /// Drawn below the label, such as a text field that belongs to this choice.
    var extra: HTML = .empty
  }

  /// One of several, all in sight.
  func choice(
    _ name: String, _ legend: String, _ choices: [Choice], chosen: String, help text: String = "", inline: Bool = false,
    below: HTML = .empty
  ) -> HTML {
    """
    <fieldset class="\(classes(name).with("inline", if: inline))" id="\(id(name))"\
    \(describedBy(name, hasHelp: !text.isEmpty))><legend>\(legend)</legend>\(help(name, text))
    <div class="choices">\(each(choices) { radio(name, $0, chosen: chosen) })</div>\(below)\(told(name))</fieldset>
    """
  }

  func radio(_ name: String, _ choice: Choice, chosen: String) -> HTML {
    let own = id(name) + "-" + (choice.value.isEmpty ? "none" : choice.value)
    return """
      <div class="tick"><input type="radio" id="\(own)" name="\(name)" value="\(choice.value)"\
      \(flag: "checked", choice.value == chosen)\(flag: "data-wants", choice.wantsText)\(attribute: "aria-describedby",
        choice.help.isEmpty ? nil : own + "-help")>\
      <label for="\(own)">\(choice.label)</label>\
      \(when(!choice.help.isEmpty) { "<p class=\"help\" id=\"\(own)-help\">\(choice.help)</p>" })\
      \(when(!choice.extra.isEmpty) { "<div class=\"extra\">\(choice.extra)</div>" })</div>
      """
  }

  func problem(_ name: String) -> FieldProblem? { problems.first { $0.field == name } }

  /// The problem or what is missing, in words, where `describedBy` points.
  func told(_ name: String) -> HTML {
    if let problem = problem(name) { return "<p class=\"problem\" id=\"\(id(name))-problem\">\(problem.message)</p>" }
    if let lack = missing.first(where: { $0.field == name }) {
      return "<p class=\"lack\" id=\"\(id(name))-problem\">\(lack.message)</p>"
    }
    return .empty
  }

  func help(_ name: String, _ text: String) -> HTML {
    when(!text.isEmpty) { "<p class=\"help\" id=\"\(id(name))-help\">\(text)</p>" }
  }

  func describedBy(_ name: String, hasHelp: Bool = false, hasCounter: Bool = false) -> HTML {
    var parts: [String] = []
    if hasHelp { parts.append(id(name) + "-help") }
    if hasCounter { parts.append(id(name) + "-count") }
    if problem(name) != nil || missing.contains(where: { $0.field == name }) { parts.append(id(name) + "-problem") }
    return "\(attribute: "aria-describedby", parts.isEmpty ? nil : parts.joined(separator: " "))"
  }

  private func classes(_ name: String, narrow: Bool = false) -> ClassList {
    ClassList("field").with("narrow", if: narrow).with("has-problem", if: problem(name) != nil)
  }

  private func invalid(_ name: String) -> HTML {
    "\(attribute: "aria-invalid", problem(name) == nil ? nil : "true")"
  }

  private func counter(_ name: String, _ value: String, _ limit: Int?) -> HTML {
    with(limit) { "<p class=\"counter\" id=\"\(id(name))-count\">\(Words.count(value)) of \($0) words</p>" }
  }
}
