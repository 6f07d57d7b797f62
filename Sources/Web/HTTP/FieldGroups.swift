import PeerReview

/// What a button asks of a form's rows, such as `author-up.2`.
struct RowAction {
  let act: String
  /// −1, which no row has, where the button names none.
  let index: Int

  init(_ asked: String) {
    let words = asked.split(separator: ".", maxSplits: 1)
    act = words.first.map(String.init) ?? ""
    index = words.count == 2 ? Int(words[1]) ?? -1 : -1
  }
}

/// Fields named `GROUP.KEY`, as forms send answers to questions the call states.
extension SubmittedForm {
  /// What was sent under each key; of several with one name the last counts, as for radio buttons.
  func texts(_ group: String) -> [String: String] {
    var texts: [String: String] = [:]
    for field in fields where field.name.hasPrefix(group + ".") {
      texts[String(field.name.dropFirst(group.count + 1))] = field.value
    }
    return texts
  }

  /// The same as whole numbers. What was left empty is left out; what is no number is named.
  func numbers(_ group: String) -> (numbers: [String: Int], problems: [FieldProblem]) {
    var numbers: [String: Int] = [:]
    var problems: [FieldProblem] = []
    for (key, text) in texts(group).sorted(by: { $0.key < $1.key }) where !text.isEmpty {
      if let number = Int(text) {
        numbers[key] = number
      } else {
        problems.append(FieldProblem("\(group).\(key)", "Choose one of the values offered."))
      }
    }
    return (numbers, problems)
  }

  /// What one text lists, separated by commas, semicolons or line ends; `nil` when `name` wasn't sent.
  func list(_ name: String) -> [String]? {
    self[name].map { $0.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isNewline }).map(String.init) }
  }

  /// The whole number sent under `name`; `nil` when it is none.
  func number(_ name: String) -> Int? { self[name].flatMap { Int($0) } }
}
