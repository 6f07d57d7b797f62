/// A function, initializer or computed property, and how many lines it takes.
struct FunctionSpan {
  /// Of its declaration, from 1.
  let line: Int
  let lines: Int

  /// Every body in `code`, whose comments and literals are blanked. Requirements without a body have none.
  static func all(in code: String) -> [FunctionSpan] {
    code.matches(of: /(?:^|[^\w.])(?:func\s|init[?]?\s*[(<]|subscript\s*[(<]|var\s+\w+\s*:[^=\n{]*{)/).compactMap { match in
      let begin = code[match.range].firstIndex { $0.isLetter } ?? match.range.lowerBound
      guard let brace = bodyStart(in: code[begin...]), let end = bodyEnd(in: code[brace...]) else { return nil }
      let before = code[..<begin].utf8.count { $0 == UInt8(ascii: "\n") }
      let inside = code[begin..<end].utf8.count { $0 == UInt8(ascii: "\n") }
      return FunctionSpan(line: before + 1, lines: inside + 1)
    }
  }

  /// The brace that opens the body; nil when another declaration or a closing brace comes first.
  private static func bodyStart(in declaration: Substring) -> Substring.Index? {
    let nextDeclaration = /\s+(?:@|(?:func|init|var|let|static|mutating|case|subscript|typealias)\b)/
    var parentheses = 0
    for index in declaration.indices {
      switch declaration[index] {
      case "(", "[": parentheses += 1
      case ")", "]": parentheses -= 1
      case "{" where parentheses == 0: return index
      case "}" where parentheses == 0: return nil
      case "\n" where parentheses == 0:
        if declaration[index...].prefixMatch(of: nextDeclaration) != nil { return nil }
      default: break
      }
    }
    return nil
  }

  private static func bodyEnd(in body: Substring) -> Substring.Index? {
    var depth = 0
    for index in body.indices {
      if body[index] == "{" { depth += 1 }
      if body[index] == "}" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}
