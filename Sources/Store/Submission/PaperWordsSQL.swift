public import PeerReview

extension Session {
  /// Makes the words of a paper's form those that searches find.
  func index(_ content: SubmissionContent, of id: ID<Submission>) throws {
    let keywords = content.keywords.joined(separator: "\n")
    try execute("INSERT INTO paper_place (submission_id) VALUES (\(id)) ON CONFLICT (submission_id) DO NOTHING")
    let place = try place(of: id)
    let change: SQL = """
      UPDATE paper_words SET title = \(content.title), abstract = \(content.abstract), keyword = \(keywords)
      WHERE rowid = \(place)
      """
    if try execute(change.perEngine) > 0 { return }
    let added: SQL = """
      INSERT INTO paper_words (rowid, title, abstract, keyword)
      VALUES (\(place), \(content.title), \(content.abstract), \(keywords))
      """
    try execute(added.perEngine)
  }

  /// Makes the names of a paper's authors, as of its newest version, those that searches find.
  func indexAuthors(of id: ID<Submission>) throws {
    let names = try rows(
      """
      SELECT b.name FROM submission s JOIN authorship b ON b.submission_id = s.id AND b.version = s.current_version
      WHERE s.id = \(id) ORDER BY b.position
      """
    ) { try $0.text(0) }
    try put(names.joined(separator: M040AuthorWords.between), "author_words", "author", at: try place(of: id))
  }

  /// Makes the words of a manuscript those that searches find in its paper. Does nothing for another kind of file, and for a version
  /// that is not the newest.
  public func index(text: String, of id: ID<Manuscript>) throws {
    let newest = try first(
      """
      SELECT p.place FROM manuscript m JOIN paper_place p ON p.submission_id = m.submission_id
      WHERE m.id = \(id) AND m.slot = \(FileSlot.manuscript.rawValue) AND m.version = (
        SELECT max(n.version) FROM manuscript n WHERE n.submission_id = m.submission_id AND n.slot = m.slot)
      """
    ) { try $0.int(0) }
    guard let place = newest else { return }
    try put(text, "manuscript_words", "text", at: place)
  }

  /// Puts words of one column in the place of those there were.
  private func put(_ words: String, _ table: SQL, _ column: SQL, at place: Int) throws {
    let removed: SQL = "DELETE FROM \(raw: table) WHERE rowid = \(place)"
    try execute(removed.perEngine)
    let added: SQL = "INSERT INTO \(raw: table) (rowid, \(raw: column)) VALUES (\(place), \(words))"
    try execute(added.perEngine)
  }

  /// Forgets what was read in every file that `manuscripts`, a list or a query of ids, names.
  func removeText(of manuscripts: SQL) throws {
    let removed: SQL = """
      DELETE FROM manuscript_words WHERE rowid IN (
        SELECT p.place FROM paper_place p JOIN manuscript m ON m.submission_id = p.submission_id
        WHERE m.slot = \(FileSlot.manuscript.rawValue) AND m.id IN (\(raw: manuscripts)))
      """
    try execute(removed.perEngine)
  }

  /// Papers in which `term` occurs, of those that a chair with this address may know of. Words are found by how they begin, without
  /// regard to capitals and accents, and several as they follow each other. None for a field that has no words, and for a term of
  /// signs only.
  public func papers(with term: SearchTerm, in call: ID<Call>, chairedBy email: String) throws -> [ID<Submission>] {
    guard let (table, column) = Self.words(of: term.field), let asked = Self.condition(term, table, column) else { return [] }
    // In this order: left to itself SQLite goes through the call's papers and asks the index about each, 118,000 steps for a thousand.
    let found: SQL = """
      SELECT s.id FROM \(raw: table) CROSS JOIN paper_place p ON p.place = \(raw: table).rowid
      CROSS JOIN submission s ON s.id = p.submission_id WHERE \(raw: asked) AND \(raw: SQL.known(to: email, in: call))
      """
    return try rows(once: found.perEngine) { try $0.id(0) }
  }

  private func place(of id: ID<Submission>) throws -> Int {
    let found = try first("SELECT place FROM paper_place WHERE submission_id = \(id)") { try $0.int(0) }
    guard let found else { throw StoreFault.other("a paper has no place among the words") }
    return found
  }

  private static func words(of field: String) -> (table: SQL, column: SQL)? {
    switch field {
    case SearchTerm.title: ("paper_words", "title")
    case SearchTerm.abstract: ("paper_words", "abstract")
    case SearchTerm.keyword: ("paper_words", "keyword")
    case SearchTerm.text: ("manuscript_words", "text")
    case SearchTerm.author: ("author_words", "author")
    default: nil
    }
  }

  /// What FTS5 is asked. The words stand in quotation marks, so that nothing in them is one of its operators.
  private static func condition(_ term: SearchTerm, _ table: SQL, _ column: SQL) -> SQL? {
    if term.words.isEmpty { return "\(raw: table).\(raw: column) <> ''" }
    let words = String(String.UnicodeScalarView(term.words.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    guard words.unicodeScalars.contains(where: isOfWord), let last = words.unicodeScalars.last else { return nil }
    let phrase = "\"" + words.replacing("\"", with: " ") + "\"" + (isOfWord(last) ? " *" : "")
    return "\(raw: table) MATCH \("\(term.field) : \(phrase)")"
  }

  /// As FTS5's tokenizer has it: letters, digits and what is for private use.
  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
      .otherNumber, .privateUse:
      true
    default: false
    }
  }
}
