/// Words of titles, abstracts, keywords and manuscripts, to be found in thousands of papers at once. SQLite's own full-text index: rows
/// have numbers there, so each paper has one.
enum M038PaperWords {
  static let migration = Migration(
    number: 38, name: "words of papers",
    statements: [
      """
      CREATE TABLE paper_place (
        place INTEGER PRIMARY KEY,
        submission_id TEXT NOT NULL UNIQUE REFERENCES submission (id)
      )
      """,
      """
      CREATE VIRTUAL TABLE paper_words USING fts5 (title, abstract, keyword, tokenize = 'unicode61 remove_diacritics 2')
      """,
      """
      CREATE VIRTUAL TABLE manuscript_words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')
      """,
      "INSERT INTO paper_place (submission_id) SELECT id FROM submission ORDER BY id",
      """
      INSERT INTO paper_words (rowid, title, abstract, keyword)
      SELECT p.place, v.title, v.abstract, CASE WHEN v.keywords = '[]' THEN '' ELSE v.keywords END FROM paper_place p JOIN submission s ON s.id = p.submission_id
      JOIN submission_version v ON v.submission_id = s.id AND v.version = s.current_version
      """,
    ])
}
