/// A formula before its names are looked up, so that a word can be tried as a formula without being taken for a wrong one.
indirect enum SearchSketch {
  case number(Double)
  case name(String, SearchToken)
  case call(String, SearchToken, [SearchSketch])
  case arithmetic(SearchFormula.Operation, SearchSketch, SearchSketch)
  case comparison(SearchComparison, SearchSketch, SearchSketch)
}

extension SearchParser {
  /// A formula after `sort:` or `show:`, and how it was written.
  mutating func formula() throws(SearchProblem) -> (formula: SearchFormula, label: String) {
    let start = next
    guard let sketch = sketch() else {
      throw problem("Here stands a figure or a formula, as in “show:mean(\(vocabulary.figureNames.first ?? "score"))”.")
    }
    let end = next.range.lowerBound
    let label = String(text.dropFirst(start.range.lowerBound).prefix(max(0, end - start.range.lowerBound)))
    return (try resolve(sketch), label.trimmed)
  }

  /// Sums and differences of products; nil when this is no formula. Nothing is read then that matters: callers go back.
  mutating func sketch() -> SearchSketch? {
    guard var left = product() else { return nil }
    while let operation = sign([.plus: .plus, .dash(isNegation: false): .minus]) {
      guard let right = product() else { return nil }
      left = .arithmetic(operation, left, right)
    }
    return left
  }

  private mutating func product() -> SearchSketch? {
    guard var left = factor() else { return nil }
    while let operation = sign([.star: .times, .slash: .dividedBy]) {
      guard let right = factor() else { return nil }
      left = .arithmetic(operation, left, right)
    }
    return left
  }

  private mutating func sign(_ meanings: [SearchToken.Kind: SearchFormula.Operation]) -> SearchFormula.Operation? {
    guard let operation = meanings[next.kind] else { return nil }
    _ = take()
    return operation
  }

  private mutating func factor() -> SearchSketch? {
    let token = take()
    switch token.kind {
    case .dash:
      guard let negated = try? nested({ (parser) throws(SearchProblem) in parser.factor() }) else { return nil }
      return .arithmetic(.minus, .number(0), negated)
    case .open:
      guard let inner = try? nested({ (parser) throws(SearchProblem) in parser.compared() }), take().kind == .close else {
        return nil
      }
      return inner
    case .word(let word):
      if let number = Double(word), number.isFinite { return .number(number) }
      guard next.kind == .open, !next.isApart else { return .name(word, token) }
      return call(word, token)
    default: return nil
    }
  }

  private mutating func call(_ name: String, _ token: SearchToken) -> SearchSketch? {
    _ = take()
    guard let arguments = try? nested({ (parser) throws(SearchProblem) in parser.arguments() }) else { return nil }
    return .call(name, token, arguments)
  }

  private mutating func arguments() -> [SearchSketch]? {
    var arguments: [SearchSketch] = []
    repeat {
      guard let argument = compared() else { return nil }
      arguments.append(argument)
      let separator = take()
      if separator.kind == .close { return arguments }
      if separator.kind != .comma { return nil }
    } while true
  }

  /// Within parentheses a formula may compare.
  private mutating func compared() -> SearchSketch? {
    guard let left = sketch() else { return nil }
    guard case .comparison(let comparison) = next.kind else { return left }
    _ = take()
    return sketch().map { .comparison(comparison, left, $0) }
  }

  /// Looks the names up. Refuses unknown ones, pointing at them.
  func resolve(_ sketch: SearchSketch) throws(SearchProblem) -> SearchFormula {
    switch sketch {
    case .number(let number): return .number(number)
    case .name(let name, _) where name.hasPrefix("#") && vocabulary.tags != nil && TagKey(String(name.dropFirst())) != nil:
      return .tag(SearchedPaper.fold(String(name.dropFirst())))
    case .name(let name, let token):
      guard let figure = vocabulary.figure(name) else { throw problem(unknown(name, among: vocabulary.figureNames), at: token) }
      return Self.formula(of: figure)
    case .arithmetic(let operation, let left, let right):
      return .arithmetic(operation, try resolve(left), try resolve(right))
    case .comparison(let comparison, let left, let right):
      return .comparison(comparison, try resolve(left), try resolve(right))
    case .call(let name, let token, let arguments): return try resolve(name, token, arguments)
    }
  }

  private func resolve(_ name: String, _ token: SearchToken, _ arguments: [SearchSketch]) throws(SearchProblem) -> SearchFormula {
    if name.lowercased() == "if" {
      guard arguments.count == 3 else { throw problem("“if” takes a condition, a value and another value.", at: token) }
      return .choice(try resolve(arguments[0]), try resolve(arguments[1]), try resolve(arguments[2]))
    }
    let known = SearchFormula.Aggregate.allCases.map(\.rawValue)
    guard let aggregate = SearchFormula.Aggregate(rawValue: name.lowercased()) else {
      throw problem("“\(name)” is no function; there are \((known + ["if"]).joined(separator: ", ")).", at: token)
    }
    let criteria = vocabulary.figures.filter(\.isGrade).map(\.name)
    guard arguments.count == 1, case .name(let criterion, let place) = arguments[0] else {
      throw problem("“\(name)” is taken of one criterion: \(criteria.joined(separator: ", ")).", at: token)
    }
    guard let figure = vocabulary.figure(criterion), figure.isGrade else {
      throw problem(unknown(criterion, among: criteria), at: place)
    }
    return .aggregate(aggregate, criterion: figure.name)
  }
}
