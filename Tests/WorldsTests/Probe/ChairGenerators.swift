extension Generators {
  static let chairRoutes: [String: Generator] = [
    "GET /chair": { _, _ in [.get("/chair")] },
    "GET /chair/call": { _, _ in [.get("/chair/call")] },
    "POST /chair/call": { _, _ in
      [
        .post("/chair/call", [("text", "call: broken"), ("reason", "Try.")]),
        .post("/chair/call", [("action", "store"), ("text", "")]),
      ]
    },
    "GET /chair/submissions": { targets, _ in
      var asked =
        [""] + both(["number", "title", "track", "state", "findings", "reviews", "score", "unknown"]).map { "?sort=\($0)" }
      asked += ["draft", "submitted", "withdrawn", "desk-rejected", "unknown"].map { "?state=\($0)" }
      asked += ["?track=full", "?track=unknown", "?page=2", "?format=csv", "?format=json", "?format=numbers"]
      // One request that reads every task: only the first hundred of a route are asked of each hole.
      asked.append("?q=\(Probe.escaped("lead:any OR metareviewer:me OR shepherd:any OR response:any OR finding:any"))")
      for guess in targets.guesses {
        asked.append("?q=\(Probe.escaped(guess))")
        asked += ["-author:", "reviewer:", "NOT title:", "text:", "conflict:"].map { "?q=\(Probe.escaped("\($0)\"\(guess)\""))" }
      }
      let queries = [
        "reviews<3 sort:-overall", "decision:none show:bids/assigned", "comments>0 OR findings>0 sort:missing", "titel:x",
        "min(affinity)<50 show:affinity", "conflict:any", "round:R1", "bid:any sort:bids",
        "lead:none -shepherd:any response:none", "finding:dup.near OR finding:open",
      ]
      for query in queries {
        asked += ["", "&format=csv", "&format=json"].map { "?q=\(Probe.escaped(query))\($0)" }
      }
      for query in tagQueries { asked += ["", "&format=csv"].map { "?q=\(Probe.escaped(query))\($0)" } }
      return asked.map { .get("/chair/submissions\($0)") }
    },
    "GET /chair/submissions/:id": { targets, _ in
      each(targets.papers, targets) { .get("/chair/submissions/\($0)") }
        + each(targets.papers, targets) { .get("/chair/submissions/\($0)?choose=person") }
    },
    "GET /chair/submissions/:id/as/:office/:place": { targets, _ in
      let parts = ["author/1", "author/2", "author/9", "reviewer/1", "reviewer/2", "reviewer/3", "metareviewer/1", "chair/1"]
      return each(targets.papers, targets) { .get("/chair/submissions/\($0)/as/author/1") }
        + parts.map { .get("/chair/submissions/\(targets.caches)/as/\($0)") }
        + each(Array(targets.papers.prefix(3)), targets) { .get("/chair/submissions/\($0)/as/metareviewer/1") }
    },
    "POST /chair/submissions/:id/desk-rejection": { targets, _ in
      each(targets.papers, targets) {
        .post("/chair/submissions/\($0)/desk-rejection", [("ground", "format"), ("explanation", "No.")])
      }
        + each(Array(targets.papers.prefix(3)), targets) {
          .post("/chair/submissions/\($0)/desk-rejection", [("action", "revoke")])
        }
    },
    "POST /chair/submissions/:id/decision": { targets, _ in
      each(targets.papers, targets) {
        .post("/chair/submissions/\($0)/decision", [("decision", "accept"), ("note", "Well."), ("version", "0")])
      } + [.post("/chair/submissions/\(targets.caches)/decision", [("decision", "none")])]
    },
    "POST /chair/submissions/:id/assignments": { targets, _ in
      targets.people.map { .post("/chair/submissions/\(targets.caches)/assignments", [("reviewer", $0), ("action", "add")]) }
        + targets.people.prefix(2).map {
          .post("/chair/submissions/\(targets.caches)/assignments", [("reviewer", $0), ("action", "remove")])
        }
        + each(targets.papers, targets) {
          .post("/chair/submissions/\($0)/assignments", [("reviewer", targets.people.first ?? ""), ("action", "add")])
        }
    },
    "POST /chair/submissions/:id/conflicts": { targets, _ in
      each(targets.papers, targets) {
        .post("/chair/submissions/\($0)/conflicts", [("person", targets.people.first ?? ""), ("kind", "advisor")])
      }
        + each(targets.conflicts, targets) {
          .post("/chair/submissions/\(targets.caches)/conflicts", [("action", "remove"), ("conflict", $0)])
        }
        + targets.people.map {
          .post("/chair/submissions/\(targets.caches)/conflicts", [("person", $0), ("kind", "advisor"), ("ends", "yes")])
        }
    },
    "POST /chair/submissions/:id/comments": { targets, _ in
      each(targets.papers, targets) { .post("/chair/submissions/\($0)/comments", [("text", "A word.")]) }
    },
    "POST /chair/submissions/:id/exception": { targets, _ in
      each(targets.papers, targets) {
        .post("/chair/submissions/\($0)/exception", [("exception", "expansion"), ("answer", "refuse")])
      }
    },
    "GET /chair/submissions/:id/files/:slot/:version": { targets, _ in
      files("/chair/submissions/", targets, versions: ["1", "9"])
    },
    "GET /chair/assignment": { _, _ in [.get("/chair/assignment")] },
    "POST /chair/assignment/run": { _, _ in
      [
        .post(
          "/chair/assignment/run", [("reviewsPerSubmission", "1"), ("loadMinimum", "0"), ("loadMaximum", "4"), ("seed", "2")]),
        .post("/chair/assignment/run", [("seed", "x")]),
      ]
    },
    "GET /chair/assignment/plans/:id": { targets, _ in
      each(targets.plans, targets) { .get("/chair/assignment/plans/\($0)") }
        + targets.plans.flatMap { plan in
          targets.guesses.map { .get("/chair/assignment/plans/\(plan)?q=\(Probe.escaped($0))") }
            + each(targets.papers, targets) { .get("/chair/assignment/plans/\(plan)?why=\($0)") }
        }
    },
    "POST /chair/assignment/plans/:id/cancel": { targets, _ in
      each(targets.plans, targets) { .post("/chair/assignment/plans/\($0)/cancel", []) }
    },
    "POST /chair/assignment/plans/:id/add": { targets, _ in pair("add", targets) },
    "POST /chair/assignment/plans/:id/remove": { targets, _ in pair("remove", targets) },
    "POST /chair/assignment/plans/:id/release": { targets, _ in
      each(targets.plans, targets) { .post("/chair/assignment/plans/\($0)/release", [("confirm", "yes"), ("version", "1")]) }
        + targets.plans.map { .post("/chair/assignment/plans/\($0)/release", [("confirm", "yes")]) }
    },
    "GET /chair/decisions": { targets, _ in
      [.get("/chair/decisions")]
        + both(["number", "title", "score", "decision", "unknown"]).map { .get("/chair/decisions?sort=\($0)") }
        + ["accept", "reject", "none", "unknown"].map { .get("/chair/decisions?decision=\($0)") }
        + ["0", "2", "x"].map { .get("/chair/decisions?page=\($0)") }
        + ["csv", "json"].map { .get("/chair/decisions?format=\($0)") }
        + targets.guesses.map { .get("/chair/decisions?q=\(Probe.escaped($0))") }
    },
    "POST /chair/decisions": { targets, _ in
      each(targets.papers, targets) { .post("/chair/decisions", [("decisions.\($0)", "accept")]) }
        + each(targets.papers, targets) {
          .post("/chair/decisions", [("action", "bulk"), ("chosen", $0), ("decision", "reject")])
        }
    },
    "GET /chair/expertise": { _, _ in [.get("/chair/expertise")] },
    "POST /chair/expertise/run": { _, _ in [.post("/chair/expertise/run", [])] },
    "POST /chair/expertise/publications": { _, _ in
      [Probe("POST", "/chair/expertise/publications", file: "{}"), .post("/chair/expertise/publications", [])]
    },
    "GET /chair/decisions/letters": { _, _ in [.get("/chair/decisions/letters")] },
    "POST /chair/decisions/release": { _, _ in
      [
        .post("/chair/decisions/release", [("confirm", "yes"), ("count", "2")]), .post("/chair/decisions/release", []),
        .post("/chair/decisions/release", [("confirm", "yes"), ("count", "3"), ("seen", "nothing")]),
        .post("/chair/decisions/release", [("action", "set-time"), ("to", "2099-01-01 12:00 UTC")]),
        .post("/chair/decisions/release", [("action", "set-time"), ("to", "2001-01-01 12:00")]),
        .post("/chair/decisions/release", [("action", "drop-time")]),
      ]
    },
    "GET /chair/people": { targets, _ in
      ["", "?page=2", "?invited=2", "?format=csv"].map { .get("/chair/people\($0)") }
        + (targets.guesses + ["nemo", "gunda"]).map { .get("/chair/people?q=\(Probe.escaped($0))") }
    },
    "POST /chair/people": { targets, _ in
      each(targets.people, targets) {
        .post("/chair/people", [("action", "remove"), ("person", $0), ("office", "reviewer")])
      } + targets.invitations.map { .post("/chair/people", [("action", "resend"), ("invitation", $0)]) }
        + each(targets.invitations, targets) { .post("/chair/people", [("action", "withdraw"), ("invitation", $0)]) }
        + each(targets.people, targets) { .post("/chair/people", [("action", "lift"), ("person", $0), ("office", "reviewer")]) }
    },
    "GET /chair/reminders": { _, _ in [.get("/chair/reminders"), .get("/chair/reminders?format=csv")] },
    "POST /chair/reminders": { targets, _ in
      [.post("/chair/reminders", [("action", "all")]), .post("/chair/reminders", [("action", "chosen")])]
        + each(targets.people, targets) {
          .post("/chair/reminders", [("action", "chosen"), ("person", $0), ("message", "Soon?")])
        }
    },
    "GET /chair/reciprocal": { _, _ in [.get("/chair/reciprocal")] },
    "POST /chair/reciprocal": { _, _ in [.post("/chair/reciprocal", [("message", "Please.")])] },
    "POST /chair/people/table": { _, _ in
      [
        Probe("POST", "/chair/people/table", file: "email,roles\nrita@people.example,pc\nnobody,chair\n"),
        .post("/chair/people/table", [("csv", "email\nnew@people.example"), ("office", "reviewer")]),
        .post(
          "/chair/people/table",
          [("action", "send"), ("seen", "nothing"), ("csv", "email\nnew@people.example"), ("office", "reviewer")]),
      ]
    },
    "POST /chair/people/invite": { _, _ in
      let nemo = Canary(secret: .accountExistence, field: "address").token + "@people.example"
      return ["rita@people.example", nemo, "no address"].map {
        .post("/chair/people/invite", [("email", $0), ("office", "reviewer")])
      }
    },
    "GET /chair/letters": { targets, _ in
      [.get("/chair/letters")]
        + ["waiting", "held", "sent", "failed", "dropped", "unknown"].map { .get("/chair/letters?state=\($0)") }
        + targets.guesses.map { .get("/chair/letters?q=\(Probe.escaped($0))") }
        + ["2", "99", "x"].map { .get("/chair/letters?page=\($0)") }
        + ["csv", "json"].map { .get("/chair/letters?format=\($0)") }
    },
    "POST /chair/letters": { targets, _ in
      ["retry", "release", "drop"].flatMap { action in
        (targets.letters + [targets.nowhere, "all"]).map { .post("/chair/letters", [("action", action), ("letter", $0)]) }
      }
    },
    "GET /chair/reveals": { targets, _ in
      [.get("/chair/reveals")] + ["paper=1", "paper=99", "paper=x", "page=2", "page=x"].map { .get("/chair/reveals?\($0)") }
        + targets.guesses.map { .get("/chair/reveals?q=\(Probe.escaped($0))") }
    },
    "POST /chair/submissions/:id/openings": { targets, _ in
      each(targets.papers, targets) {
        .post(
          "/chair/submissions/\($0)/openings",
          [("secret", "authors"), ("reviewer", targets.people.first ?? ""), ("reason", "An ethics board asked.")])
      } + [.post("/chair/submissions/\(targets.caches)/openings", [("secret", "bids"), ("reason", "")])]
    },
    "GET /chair/audit": { targets, _ in
      [.get("/chair/audit"), .get("/chair/audit?before=10"), .get("/chair/audit?before=x"), .get("/chair/audit?format=csv")]
        + ["from=2026-01-01", "to=2026-02-01", "to=2027-01-01&format=json", "from=x"].map { .get("/chair/audit?\($0)") }
        + (targets.guesses + ["review", "bid"]).map { .get("/chair/audit?q=\(Probe.escaped($0))") }
    },
  ]

  private static func both(_ keys: [String]) -> [String] { keys.flatMap { [$0, "-" + $0] } }

  private static func pair(_ act: String, _ targets: Targets) -> [Probe] {
    (targets.plans + [targets.nowhere]).flatMap { plan in
      targets.people.prefix(4).map {
        .post("/chair/assignment/plans/\(plan)/\(act)", [("reviewer", $0), ("submission", targets.caches)])
      }
    }
  }
}
