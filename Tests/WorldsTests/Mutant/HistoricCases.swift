import Store

extension HistoricLeak {
  /// Papers are asked for by what stays the same in every world.
  private static let caches: SQL = "(SELECT v.submission_id FROM submission_version v WHERE v.title = 'Caches in clay' LIMIT 1)"
  private static let reviews: SQL = "assignment g JOIN review r ON r.assignment_id = g.id"

  static let all: [HistoricLeak] = searches + existence + timing + mail + files + workflow

  private static let searches: [HistoricLeak] = [
    HistoricLeak(
      number: 1, name: "a search for a commenter's name matches anonymous comments", precedent: "HotCRP c4b008e75, 2026",
      channel: .body, requests: ["GET /chair/submissions?q=ruth", "GET /bids?q=ruth"],
      truth: "SELECT c.submission_id FROM comment c JOIN person p ON p.id = c.by_person WHERE p.name = 'Ruth' LIMIT 1"),
    HistoricLeak(
      number: 2, name: "a search for someone's reviews matches conflicted papers", precedent: "HotCRP a9291195b, 2008",
      channel: .body, requests: ["GET /chair/submissions?q=ruth"],
      truth: "SELECT g.submission_id FROM assignment g JOIN person p ON p.id = g.person_id WHERE p.name = 'Ruth' LIMIT 1"),
    HistoricLeak(
      number: 3, name: "a search for what is not accepted tells hidden decisions", precedent: "HotCRP bd81636f7, 2014",
      channel: .body, requests: ["GET /chair/decisions?decision=reject"],
      truth: "SELECT CAST(count(*) AS TEXT) FROM decision WHERE kind <> 'accept'"),
    HistoricLeak(
      number: 4, name: "the list of accepted papers holds conflicted ones", precedent: "HotCRP 1e4a2c30c, 2013",
      channel: .body, requests: ["GET /chair/decisions?decision=accept"],
      truth: "SELECT submission_id FROM decision WHERE kind <> 'reject' ORDER BY submission_id"),
    HistoricLeak(
      number: 5, name: "a list is ordered by hidden scores", precedent: "HotCRP 357d31a89, 2008", channel: .body,
      requests: ["GET /chair/submissions?sort=score", "GET /bids?sort=bids", "GET /submissions?sort=title"],
      truth: "SELECT g.submission_id FROM \(raw: reviews) ORDER BY r.answers, g.submission_id"),
    HistoricLeak(
      number: 7, name: "a count counts what is hidden", precedent: "GitLab 388242; HotCRP b0c628c89", channel: .body,
      requests: ["GET /chair/submissions", "GET /reviews"], truth: "SELECT CAST(count(*) AS TEXT) FROM review"),
    HistoricLeak(
      number: 10, name: "a histogram of scores is shown to authors", precedent: "HotCRP 2.57", channel: .body,
      requests: ["GET /submissions/"], truth: "SELECT substr(r.answers, 1, 80) FROM \(raw: reviews) ORDER BY r.answers"),
    HistoricLeak(
      number: 11, name: "a graph tells when reviews came in", precedent: "HotCRP e8860f37e, 2017", channel: .body,
      requests: ["GET /"], truth: "SELECT CAST(r.at AS TEXT) FROM review r ORDER BY r.at"),
    HistoricLeak(
      number: 12, name: "a search runs on the text before it was made anonymous", precedent: "pretalx #970", channel: .body,
      requests: ["GET /bids?q=kanariqx"],
      truth: "SELECT CAST(count(*) AS TEXT) FROM authorship WHERE name LIKE 'kanariqx%'"),
    HistoricLeak(
      number: 14, name: "a mean over so few that it tells one", precedent: "generic", channel: .body, requests: ["GET /reviews"],
      truth: "SELECT CAST(avg(length(r.answers)) AS TEXT) FROM review r"),
  ]

  private static let existence: [HistoricLeak] = [
    HistoricLeak(
      number: 13, name: "a column is missing when there is nothing in it", precedent: "HotCRP ef213b332, 2023", channel: .body,
      requests: ["GET /reviews", "GET /chair"],
      truth: "SELECT 'Comments' FROM comment WHERE text LIKE 'kanariqx%' LIMIT 1 OFFSET 1"),
    HistoricLeak(
      number: 15, name: "403 where something is, 404 where nothing is", precedent: "HotCRP 406a966aa, 2019", channel: .status,
      requests: ["GET /submissions/", "POST /submissions/"], onlyRefused: true,
      truth: "SELECT CAST(count(*) AS TEXT) FROM submission WHERE submitted_at IS NULL"),
    HistoricLeak(
      number: 16, name: "an error names its hidden reason", precedent: "HotCRP 09245689c, 2026", channel: .body,
      requests: ["POST /bids", "POST /conflicts"], onlyRefused: true,
      truth: "SELECT kind FROM conflict WHERE side = 'author' ORDER BY email"),
    HistoricLeak(
      number: 17, name: "the order of checks tells who is on the committee", precedent: "HotCRP 4cbc0b45b, 2026",
      channel: .status, requests: ["POST /chair"], onlyRefused: true,
      truth: "SELECT o.role FROM office o JOIN person p ON p.id = o.person_id WHERE p.name = 'Silas' AND o.role = 'chair'"),
    HistoricLeak(
      number: 19, name: "a warning says who will not be told", precedent: "HotCRP 014e1ffa2, 2026", channel: .body,
      requests: ["POST /submissions/"], truth: "SELECT name FROM conflict ORDER BY email"),
    HistoricLeak(
      number: 20, name: "ids in a row tell how many reviews there are", precedent: "HotCRP fb620b533", channel: .header("x-id"),
      requests: ["GET /reviews", "GET /submissions"], truth: "SELECT CAST(count(*) AS TEXT) FROM review"),
    HistoricLeak(
      number: 21, name: "accounts can be counted", precedent: "Indico CVE-2025-53640", channel: .body,
      requests: ["GET /account"], truth: "SELECT CAST(count(*) AS TEXT) FROM person"),
    HistoricLeak(
      number: 22, name: "an unknown parameter lists a paper's reviewers", precedent: "OpenReview, 27 November 2025",
      channel: .body, requests: ["GET "], holding: "group=reviewers",
      truth:
        "SELECT p.name FROM assignment g JOIN person p ON p.id = g.person_id WHERE g.submission_id = \(raw: caches) ORDER BY p.name"
    ),
    HistoricLeak(
      number: 23, name: "everyone may read what names an office", precedent: "OpenReview 0f6f15104, 2025", channel: .body,
      requests: ["GET /call"], truth: "SELECT email FROM invitation ORDER BY email"),
    HistoricLeak(
      number: 24, name: "a list to pick from holds those who review the paper", precedent: "HotCRP 51877cde9", channel: .body,
      requests: ["GET /reviews/"],
      truth:
        "SELECT p.name FROM assignment g JOIN person p ON p.id = g.person_id WHERE g.submission_id = \(raw: caches) ORDER BY p.name"
    ),
    HistoricLeak(
      number: 25, name: "a public id follows from an address", precedent: "pretalx", channel: .body, requests: ["GET /bids"],
      truth: "SELECT hex(email) FROM authorship ORDER BY email"),
    HistoricLeak(
      number: 26, name: "reviewers are numbered as their reviews come in", precedent: "HotCRP", channel: .body,
      requests: ["GET /submissions/"],
      truth: "SELECT substr(g.person_id, 1, 2) FROM \(raw: reviews) WHERE g.submission_id = \(raw: caches) ORDER BY r.at"),
    HistoricLeak(
      number: 27, name: "asking for a link tells whether there is an account", precedent: "HotCRP 127ee797d", channel: .body,
      requests: ["POST /sign-in/link"], truth: "SELECT CAST(count(*) AS TEXT) FROM person WHERE email LIKE 'kanariqx%'"),
    HistoricLeak(
      number: 28, name: "a rule without a value lets everything through", precedent: "HotCRP f186497f2, 2023", channel: .body,
      requests: ["GET /chair/submissions/"], onlyRefused: true, truth: "SELECT answers FROM review ORDER BY answers"),
  ]

  private static let timing: [HistoricLeak] = [
    HistoricLeak(
      number: 30, name: "all is fetched, then filtered", precedent: "HotCRP GHSA-fr3q-pp37-9wcg", channel: .work,
      requests: ["GET /chair/submissions", "GET /bids"], truth: "SELECT CAST(count(*) AS TEXT) FROM bid WHERE level = 'willing'"),
    HistoricLeak(
      number: 32, name: "a validator changes with hidden edits", precedent: "generic", channel: .header("etag"),
      requests: ["GET /submissions/"], truth: "SELECT CAST(sum(version) AS TEXT) FROM review_draft"),
    HistoricLeak(
      number: 35, name: "a page tells when it was last changed", precedent: "HotCRP 819e17014, 2024",
      channel: .header("last-modified"), requests: ["GET /reviews/", "GET /submissions/"],
      truth: "SELECT CAST(count(*) AS TEXT) FROM comment"),
    HistoricLeak(
      number: 36, name: "a number counted for everyone is shown to one", precedent: "generic", channel: .header("x-queue"),
      requests: ["GET /"], truth: "SELECT CAST(count(*) AS TEXT) FROM letter"),
  ]

  private static let mail: [HistoricLeak] = [
    HistoricLeak(
      number: 37, name: "a copy line names the other reviewers", precedent: "HotCRP", channel: .letter("Cc: "),
      truth:
        "SELECT p.email FROM assignment g JOIN person p ON p.id = g.person_id WHERE g.submission_id = \(raw: caches) ORDER BY p.email"
    ),
    HistoricLeak(
      number: 38, name: "a letter is written with its sender's rights", precedent: "HotCRP 755280211, 2007",
      channel: .letter("Remarks: "), truth: "SELECT r.answers FROM review r ORDER BY r.answers"),
    HistoricLeak(
      number: 39, name: "a letter says that something hidden changed", precedent: "HotCRP 385c9b24b",
      channel: .letter("New comments: "), truth: "SELECT CAST(count(*) AS TEXT) FROM comment"),
    HistoricLeak(
      number: 44, name: "a letter's id is made of what it is about", precedent: "generic", channel: .messageID,
      truth: "SELECT CAST(count(*) AS TEXT) FROM review"),
    HistoricLeak(
      number: 45, name: "a link grants more than it says", precedent: "HotCRP 2.48", channel: .body,
      requests: ["GET /invitation/", "GET /sign-in/link/"], truth: "SELECT text FROM comment ORDER BY text"),
  ]

  private static let files: [HistoricLeak] = [
    HistoricLeak(
      number: 47, name: "whoever asks gets any file", precedent: "HotCRP CVE-2026-23878", channel: .body,
      requests: ["GET /submissions/"], holding: "/files/", onlyRefused: true,
      truth: "SELECT sha256 FROM manuscript WHERE submission_id = \(raw: caches) ORDER BY sha256"),
    HistoricLeak(
      number: 49, name: "a file's properties name its author", precedent: "Katz 2002", channel: .body,
      requests: ["GET /reviews/"], holding: "/files/", truth: "SELECT name FROM authorship ORDER BY name"),
    HistoricLeak(
      number: 50, name: "a file's name tells who made it", precedent: "OSDC 2006", channel: .header("content-disposition"),
      requests: ["GET /reviews/"], holding: "/files/", truth: "SELECT affiliation FROM authorship ORDER BY affiliation"),
  ]

  private static let workflow: [HistoricLeak] = [
    HistoricLeak(
      number: 58, name: "being refused an upload tells the decision", precedent: "HotCRP ba826918a, 2009", channel: .status,
      requests: ["POST /submissions/"], holding: "/files/", onlyRefused: true,
      truth: "SELECT kind FROM decision WHERE submission_id = \(raw: caches) AND kind <> 'reject'"),
    HistoricLeak(
      number: 59, name: "a draft is visible before it is sent", precedent: "HotCRP e00cda6d0, 2025", channel: .body,
      requests: ["GET /submissions/", "GET /reviews/"], truth: "SELECT answers FROM review_draft ORDER BY answers"),
    HistoricLeak(
      number: 66, name: "conflicts are shown where authors are hidden", precedent: "HotCRP 5015cdfcb, 2026", channel: .body,
      requests: ["GET /bids"], truth: "SELECT email || kind FROM conflict ORDER BY email"),
    HistoricLeak(
      number: 69, name: "who once reviewed reads on for ever", precedent: "EasyChair, 2015", channel: .body,
      requests: ["GET /reviews"], truth: "SELECT text FROM response"),
    HistoricLeak(
      number: 70, name: "an error page shows what the database said", precedent: "HotCRP ddfc29104", channel: .body,
      onlyRefused: true, truth: "SELECT password_hash FROM person WHERE password_hash IS NOT NULL"),
  ]
}
