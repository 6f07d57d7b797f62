/// What in a text tells of an author of the form.
struct Identity: Hashable {
  enum Kind: Hashable { case name, email, login }
  let kind: Kind
  /// Such as "the name Ada Lovelace", for a sentence.
  let words: String

  /// A full name, an address, or a folder named like one; the gravest of them. Nil when there is none.
  init?(in text: String, names: FormNames) {
    guard !text.isEmpty else { return nil }
    self.init(inWords: Folding.words(text), names: names)
  }

  init?(inWords words: [String], names: FormNames) {
    func has(_ phrase: [String]) -> Bool {
      guard !phrase.isEmpty, words.count >= phrase.count else { return false }
      return (0...(words.count - phrase.count)).contains { words[$0..<($0 + phrase.count)].elementsEqual(phrase) }
    }
    if let author = names.authors.first(where: { has($0.given + $0.family) || has($0.family + $0.given) }) {
      self.init(kind: .name, words: "the name \(author.printed)")
    } else if let email = names.emails.first(where: { has($0.local + $0.domain) }) {
      self.init(kind: .email, words: "the address \(email.printed)")
    } else if let folder = zip(words, words.dropFirst()).first(where: {
      ["home", "users", "user"].contains($0.0) && names.isLogin($0.1)
    }) {
      self.init(kind: .login, words: "a path with the login \(folder.1)")
    } else {
      return nil
    }
  }

  private init(kind: Kind, words: String) {
    self.kind = kind
    self.words = words
  }
}

extension FormNames {
  /// Whether a folded word is what an author's account could be called.
  func isLogin(_ word: String) -> Bool {
    emails.contains { $0.local == [word] }
      || authors.contains { author in author.family.contains { $0.count > 3 && word.contains($0) } }
  }
}
