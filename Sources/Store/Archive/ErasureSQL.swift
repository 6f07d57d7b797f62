public import PeerReview

/// Takes somebody out of the tables. The record names people by id only and stays as it is.
extension Session {
  /// Afterwards nobody signs in with the account and nothing of its profile is left; `finishErasing` has to follow.
  public func beginErasing(_ person: Person, as email: String, named name: String, at now: Instant) throws {
    try execute(
      """
      INSERT INTO erasure (person_id, old_email, old_name, at) VALUES (\(person.id), \(person.email), \(person.name), \(now))
      """)
    try execute("DELETE FROM session WHERE person_id = \(person.id)")
    try execute("UPDATE office SET ended_at = \(now) WHERE person_id = \(person.id) AND ended_at IS NULL")
    try execute(
      """
      UPDATE person SET email = \(email), name = \(name), affiliation = '', orcid = '', time_zone = '', password_hash = NULL
      WHERE id = \(person.id)
      """)
  }

  /// Afterwards the person's address and name stand nowhere but on published papers, in integrity cases and in letters to
  /// others; everything that was only about them is gone. Rows that others rest on point at the pseudonym. Twice is once.
  public func finishErasing(_ id: ID<Person>, publishedKinds: [String], at now: Instant) throws {
    guard let erased = try person(id),
      let old = try first(
        "SELECT old_email, old_name FROM erasure WHERE person_id = \(id)", { (email: try $0.text(0), name: try $0.text(1)) })
    else { return }
    let person = Person(id: id, email: old.email, name: old.name, affiliation: "", orcid: "", timeZone: "")
    try eraseOwn(person)
    try eraseMail(person, as: erased.email, at: now)
    try eraseDelegations(person, as: erased.email, at: now)
    try eraseFromPapers(person, as: erased.email, named: erased.name, publishedKinds: publishedKinds)
    try execute("DELETE FROM erasure WHERE person_id = \(id)")
  }

  private func eraseOwn(_ person: Person) throws {
    try execute("DELETE FROM sign_in_link WHERE email = \(person.email)")
    try execute("DELETE FROM letter_choice WHERE person_id = \(person.id)")
    try execute("DELETE FROM digest_item WHERE to_email = \(person.email)")
    try execute("DELETE FROM service_statement WHERE person_id = \(person.id)")
    try execute("DELETE FROM expertise WHERE person_id = \(person.id)")
    try execute("DELETE FROM reviewer_keyword WHERE person_id = \(person.id)")
    try execute(
      """
      DELETE FROM publication_author WHERE publication_id IN (SELECT id FROM publication WHERE person_id = \(person.id))
      """)
    try execute("DELETE FROM publication WHERE person_id = \(person.id)")
    try execute("DELETE FROM text_person WHERE person_id = \(person.id)")
    try execute("DELETE FROM text_score WHERE person_id = \(person.id)")
    try execute("DELETE FROM tag WHERE owner = \(person.id)")
    try execute("DELETE FROM kept_search WHERE owner = \(person.id)")
    try execute("DELETE FROM suggestion_dismissal WHERE by_person = \(person.id)")
    try execute(
      """
      DELETE FROM review_draft WHERE assignment_id IN (SELECT id FROM assignment WHERE person_id = \(person.id))
      """)
    try execute(
      """
      DELETE FROM metareview_draft WHERE task_id IN (SELECT id FROM metareview_task WHERE person_id = \(person.id))
      """)
    try execute("DELETE FROM artifact_preference WHERE person_id = \(person.id)")
    try execute("DELETE FROM bid WHERE person_id = \(person.id)")
  }

  private func eraseMail(_ person: Person, as email: String, at now: Instant) throws {
    try execute(
      """
      UPDATE letter SET failed_at = \(now), last_error = 'The account was erased.'
      WHERE to_email = \(person.email) AND sent_at IS NULL AND failed_at IS NULL
      """)
    try execute(
      "UPDATE letter SET to_email = \(email), to_name = '', subject = '', body = '' WHERE to_email = \(person.email)")
    try execute(
      """
      UPDATE invitation SET email = \(email), name = '', message = '', reason = '',
        withdrawn_at = coalesce(withdrawn_at, \(now))
      WHERE email = \(person.email)
      """)
    if !person.name.isEmpty {
      try execute("UPDATE invitation SET invited_by = 'A former chair' WHERE invited_by = \(person.name)")
    }
  }

  /// What was written for a reviewer goes with either of the two.
  private func eraseDelegations(_ person: Person, as email: String, at now: Instant) throws {
    let asked: SQL = "SELECT id FROM assignment WHERE person_id = \(person.id)"
    try execute(
      """
      DELETE FROM delegation_draft WHERE delegation_id IN (
        SELECT id FROM delegation WHERE email = \(person.email) OR assignment_id IN (\(raw: asked)))
      """)
    try execute("UPDATE delegation SET message = '' WHERE assignment_id IN (\(raw: asked))")
    try execute(
      """
      UPDATE delegation SET ended_at = \(now), end_reason = \(DelegationFacts.Reason.returned.rawValue)
      WHERE email = \(person.email) AND ended_at IS NULL
      """)
    try execute("UPDATE delegation SET email = \(email), name = '', message = '' WHERE email = \(person.email)")
  }

  private func eraseFromPapers(_ person: Person, as email: String, named name: String, publishedKinds: [String]) throws {
    // A published paper keeps its authors' names, with an address that leads nowhere.
    let published: SQL = "SELECT s.id FROM submission s WHERE \(raw: SQL.decided(publishedKinds))"
    try execute(
      """
      UPDATE authorship SET name = \(name), affiliation = '', orcid = ''
      WHERE email = \(person.email) AND submission_id NOT IN (\(raw: published))
      """)
    let renamed = try rows("SELECT DISTINCT submission_id FROM authorship WHERE email = \(person.email) ORDER BY 1") {
      try $0.id(0, of: Submission.self)
    }
    for paper in renamed { try indexAuthors(of: paper) }
    try execute("UPDATE authorship SET email = \(email) WHERE email = \(person.email)")
    try execute("UPDATE camera_author SET email = \(email) WHERE email = \(person.email)")
    try execute("UPDATE authorship_answer SET email = \(email), note = '' WHERE email = \(person.email)")
    try execute("UPDATE conflict SET email = \(email), name = '' WHERE email = \(person.email)")
    try execute("DELETE FROM person_conflict WHERE email = \(person.email)")
    try execute("UPDATE person_conflict SET with_email = \(email), with_name = '' WHERE with_email = \(person.email)")
    try execute("UPDATE suspicion_dismissal SET email = \(email) WHERE email = \(person.email)")
  }
}
