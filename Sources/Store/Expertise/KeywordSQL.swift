public import PeerReview

extension Session {
  /// In the order they were given.
  public func keywords(of person: ID<Person>, at call: ID<Call>) throws -> [String] {
    try rows(
      "SELECT keyword FROM reviewer_keyword WHERE call_id = \(call) AND person_id = \(person) ORDER BY place"
    ) { try $0.text(0) }
  }

  /// Of everyone who gave any, or of those among `people`.
  public func keywords(at call: ID<Call>, among people: [ID<Person>]? = nil) throws -> [ID<Person>: [String]] {
    var keywords: [ID<Person>: [String]] = [:]
    try each(
      """
      SELECT person_id, keyword FROM reviewer_keyword
      WHERE call_id = \(call) AND \(raw: .of(people, "person_id")) ORDER BY person_id, place
      """
    ) { keywords[try $0.id(0), default: []].append(try $0.text(1)) }
    return keywords
  }

  /// These in place of those there were.
  public func putKeywords(_ keywords: [String], of person: ID<Person>, at call: ID<Call>) throws {
    try execute("DELETE FROM reviewer_keyword WHERE call_id = \(call) AND person_id = \(person)")
    for (place, keyword) in keywords.enumerated() {
      try execute(
        """
        INSERT INTO reviewer_keyword (call_id, person_id, place, keyword)
        VALUES (\(call), \(person), \(place), \(keyword))
        """)
    }
  }
}
