/// Bids, plans, assignments, reviews, responses, discussion and decisions.
enum M003Reviewing {
  static let migration = Migration(
    number: 3, name: "reviewing",
    statements: [
      """
      CREATE TABLE expertise (
        call_id TEXT NOT NULL REFERENCES call (id),
        person_id TEXT NOT NULL REFERENCES person (id),
        topic TEXT NOT NULL,
        level BIGINT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (call_id, person_id, topic)
      )
      """,
      """
      CREATE TABLE bid (
        submission_id TEXT NOT NULL REFERENCES submission (id),
        person_id TEXT NOT NULL REFERENCES person (id),
        level TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (submission_id, person_id)
      )
      """,
      """
      CREATE TABLE plan (
        id TEXT PRIMARY KEY,
        call_id TEXT NOT NULL REFERENCES call (id),
        seed BIGINT NOT NULL,
        reviews_per_submission BIGINT NOT NULL,
        load_minimum BIGINT NOT NULL,
        load_maximum BIGINT NOT NULL,
        asked_by TEXT NOT NULL,
        asked_at BIGINT NOT NULL,
        solved_at BIGINT,
        status TEXT NOT NULL,
        objective BIGINT NOT NULL,
        explanation TEXT NOT NULL,
        released_at BIGINT
      )
      """,
      """
      CREATE TABLE plan_pair (
        plan_id TEXT NOT NULL REFERENCES plan (id),
        submission_id TEXT NOT NULL REFERENCES submission (id),
        person_id TEXT NOT NULL REFERENCES person (id),
        topic_score BIGINT NOT NULL,
        bid_score BIGINT NOT NULL,
        score BIGINT NOT NULL,
        by_hand BOOLEAN NOT NULL,
        PRIMARY KEY (plan_id, submission_id, person_id)
      )
      """,
      """
      CREATE TABLE assignment (
        id TEXT PRIMARY KEY,
        submission_id TEXT NOT NULL REFERENCES submission (id),
        person_id TEXT NOT NULL REFERENCES person (id),
        pseudonym BIGINT NOT NULL,
        assigned_by TEXT NOT NULL,
        at BIGINT NOT NULL,
        ended_at BIGINT,
        end_reason TEXT NOT NULL,
        UNIQUE (submission_id, pseudonym)
      )
      """,
      "CREATE UNIQUE INDEX assignment_standing ON assignment (submission_id, person_id) WHERE ended_at IS NULL",
      "CREATE INDEX assignment_by_person ON assignment (person_id)",
      """
      CREATE TABLE review_draft (
        assignment_id TEXT PRIMARY KEY REFERENCES assignment (id),
        version BIGINT NOT NULL,
        answers TEXT NOT NULL,
        at BIGINT NOT NULL
      )
      """,
      """
      CREATE TABLE review (
        assignment_id TEXT NOT NULL REFERENCES assignment (id),
        version BIGINT NOT NULL,
        call_version BIGINT NOT NULL,
        answers TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (assignment_id, version)
      )
      """,
      """
      CREATE TABLE response (
        submission_id TEXT PRIMARY KEY REFERENCES submission (id),
        text TEXT NOT NULL,
        by_person TEXT NOT NULL,
        at BIGINT NOT NULL
      )
      """,
      """
      CREATE TABLE comment (
        id TEXT PRIMARY KEY,
        submission_id TEXT NOT NULL REFERENCES submission (id),
        number BIGINT NOT NULL,
        form_key TEXT NOT NULL UNIQUE,
        by_person TEXT NOT NULL REFERENCES person (id),
        assignment_id TEXT REFERENCES assignment (id),
        text TEXT NOT NULL,
        at BIGINT NOT NULL,
        UNIQUE (submission_id, number)
      )
      """,
      """
      CREATE TABLE decision (
        submission_id TEXT NOT NULL REFERENCES submission (id),
        version BIGINT NOT NULL,
        kind TEXT NOT NULL,
        note TEXT NOT NULL,
        by_person TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (submission_id, version)
      )
      """,
      """
      CREATE TABLE release (
        call_id TEXT NOT NULL REFERENCES call (id),
        what TEXT NOT NULL,
        by_person TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (call_id, what)
      )
      """,
    ])
}
