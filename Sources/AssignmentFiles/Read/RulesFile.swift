internal import Matching

/// Reads the rules on who is together on a paper.
///
/// `at-least,seniority,senior,1`: at least one reviewer of each paper is senior. `at-most,status,student,1`: at most one is a
/// student. `at-most-each,institution,,1`: at most one from each institution. `distinct,region,,2`: from at least two
/// regions.
enum RulesFile {
  static func read(
    _ lines: SeparatedLines, _ attributes: Attributes, _ problems: inout ProblemList
  ) throws(FileProblem) -> [AttributeRule] {
    var table = TableReader(lines, .rules)
    var rules: [AttributeRule] = []
    while try table.next(&problems) {
      guard let number = table.count(3, limit: AssignmentProblem.countLimit, &problems) else { continue }
      guard let attribute = attributes[table.text(1)] else {
        let known = attributes.list.map { "“\($0.name)”" }.joined(separator: ", ")
        problems.add(
          table.file, table.line,
          "no reviewer has the attribute “\(table.text(1))”. \(known.isEmpty ? "Give --attributes" : "Known are \(known)")")
        continue
      }
      if let bound = bound(table, attribute, number, &problems) {
        rules.append(AttributeRule(valueOfReviewer: attribute.valueOf, bound: bound))
      }
    }
    return rules
  }

  private static func bound(
    _ table: TableReader, _ attribute: Attributes.Attribute, _ number: Int, _ problems: inout ProblemList
  ) -> AttributeRule.Bound? {
    let value = table.text(2)
    let rule = table.text(0)
    let isOfOneValue = rule == "at-least" || rule == "at-most"
    if !isOfOneValue, !value.isEmpty, value != "*" {
      problems.add(table.file, table.line, "the rule \(rule) is about every value, so leave the third field empty")
      return nil
    }
    let known = attribute.valueNames.firstIndex(of: value)
    if isOfOneValue, known == nil {
      problems.add(table.file, table.line, "no reviewer's \(attribute.name) is “\(value)”. Is it spelt as in the attributes?")
      return nil
    }
    switch (rule, known) {
    case ("at-least", let value?): return .atLeast(number, of: value)
    case ("at-most", let value?): return .atMost(number, of: value)
    case ("at-most-each", _): return .atMostOfEach(number)
    case ("distinct", _): return .distinct(number)
    default:
      problems.add(table.file, table.line, "“\(rule)” is no rule; at-least, at-most, at-most-each or distinct belongs here")
      return nil
    }
  }
}
