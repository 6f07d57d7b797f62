/// Sections, figures and tables that a statement of the authors names, against those the paper has.
///
/// Whether the paper shows there what the statement says is for people to judge.
func statementFindings(_ statements: [FormFacts.Statement], text: RunningText) -> [Finding] {
  statements.flatMap { statement in
    PaperPart.named(in: statement.text).filter { !$0.stands(in: text.sourceLines) }.map { part in
      Finding(
        code: "statement.place", severity: .warn,
        text: """
          The statement "\(statement.label)" names \(part.printed), which was not found in the paper; correct the statement or \
          the number.
          """,
        rule: "Statements say where in the paper something stands.")
    }
  }
}

/// A numbered part of a paper.
private struct PaperPart: Hashable {
  enum Kind: String, CaseIterable { case section, figure, table }
  let kind: Kind
  let number: String

  var printed: String { "\(kind.rawValue) \(number)" }

  /// "Sections 4 and 5.2", "Fig. 3", "Tables 1, 2".
  static func named(in text: String) -> [PaperPart] {
    var parts: [PaperPart] = []
    var kind: Kind?
    for piece in text.split(whereSeparator: { $0 == " " || $0.isNewline || "(),;".contains($0) }) {
      let word = piece.lowercased().trimmingDots
      if let found = kindOf(word) {
        kind = found
      } else if let current = kind, isNumber(word) {
        let part = PaperPart(kind: current, number: word)
        if !parts.contains(part) { parts.append(part) }
      } else if !["and", "to", "or", "&"].contains(word) {
        kind = nil
      }
    }
    return parts
  }

  private static func kindOf(_ word: String) -> Kind? {
    switch word {
    case "section", "sections", "sec", "secs", "§": .section
    case "figure", "figures", "fig", "figs": .figure
    case "table", "tables", "tab": .table
    default: nil
    }
  }

  private static func isNumber(_ word: String) -> Bool {
    word.first?.isNumber == true && word.allSatisfy { $0.isNumber || $0 == "." } && word.utf8.count <= 8
  }

  func stands(in lines: [PlacedLine]) -> Bool {
    lines.contains { line in
      switch kind {
      // The number of a heading can stand on a line of its own.
      case .section:
        (line.text == number || line.text.hasPrefix(number + " ") || line.text.hasPrefix(number + ".")) && line.isBold
      case .figure: line.text.hasPrefix("Figure \(number)") || line.text.hasPrefix("Fig. \(number)")
      case .table: line.text.lowercased().hasPrefix("table \(number)")
      }
    }
  }
}

extension String {
  fileprivate var trimmingDots: String {
    var text = Substring(self)
    while text.last == "." || text.last == ":" { text = text.dropLast() }
    return String(text)
  }
}
