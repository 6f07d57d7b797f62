/// Names of authors, to be found among thousands of papers at once, beside `M038PaperWords`. One row a paper, its names apart.
enum M040AuthorWords {
  /// Stands between two names. A word of its own to the index, so that no phrase reaches from one name into the next.
  static let between = " \u{E000} "

  static let migration = Migration(
    number: 40, name: "words of authors' names",
    statements: [
      "CREATE VIRTUAL TABLE author_words USING fts5 (author, tokenize = 'unicode61 remove_diacritics 2')",
      """
      INSERT INTO author_words (rowid, author)
      SELECT p.place, group_concat(b.name, ' ' || char(57344) || ' ') FROM paper_place p JOIN submission s ON s.id = p.submission_id
      JOIN authorship b ON b.submission_id = s.id AND b.version = s.current_version GROUP BY p.place
      """,
    ])
}
