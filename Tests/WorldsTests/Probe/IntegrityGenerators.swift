extension Generators {
  /// Conflicts that chairs suspect, declarations they ask about, and matters of integrity.
  static let integrityRoutes: [String: Generator] = [
    "POST /chair/submissions/:id/withdrawal": { targets, _ in
      each(targets.papers, targets) { .post("/chair/submissions/\($0)/withdrawal", []) }
    },
    "POST /submissions/:id/authorship": { targets, _ in
      ["confirm", "deny", ""].flatMap { answer in
        each(targets.papers, targets) { .post("/submissions/\($0)/authorship", [("answer", answer), ("note", "It is so.")]) }
      }
    },
    "POST /chair/submissions/:id/extension": { targets, _ in
      ["3", "9999", "x"].flatMap { hours in
        each(targets.papers, targets) { .post("/chair/submissions/\($0)/extension", [("hours", hours)]) }
      }
    },
    "GET /chair/desk-rejections": { _, _ in
      [.get("/chair/desk-rejections"), .get("/chair/desk-rejections?q=caches&ground=format")]
        + ["tag:any", "("].map { .get("/chair/desk-rejections?q=\(Probe.escaped($0))") }
    },
    "POST /chair/desk-rejections": { targets, _ in
      let word = [("ground", "format"), ("explanation", "It is not in it.")]
      let previews: [Probe] = (tagQueries + ["status:submitted", "("] + targets.guesses).map {
        .post("/chair/desk-rejections", [("action", "preview"), ("q", $0)] + word)
      }
      let applied: [Probe] = ["status:submitted", "tag:any", "caches", "(", ""].map {
        .post("/chair/desk-rejections", [("action", "apply"), ("q", $0), ("seen", "nothing")] + word)
      }
      return previews + applied
    },
    "GET /chair/conflicts": { _, _ in
      [
        "", "?state=dismissed", "?state=confirmed", "?state=all", "?state=all&page=2", "?state=unknown&page=x",
        "?state=all&format=csv", "?state=confirmed&format=json",
      ].map { .get("/chair/conflicts\($0)") }
    },
    "POST /chair/conflicts": { targets, _ in
      ["confirm", "dismiss", "reopen"].flatMap { action in
        each(targets.papers, targets) { paper in
          .post(
            "/chair/conflicts",
            [
              ("action", action), ("submission", paper), ("person", targets.people.first ?? ""), ("kind", "advisor"),
              ("reason", "They never met."), ("seen", "open nothing"),
            ])
        }
      }
        + each(targets.conflicts, targets) {
          .post("/chair/conflicts", [("action", "undo"), ("submission", targets.caches), ("conflict", $0)])
        } + [.post("/chair/conflicts", [("action", "dismiss"), ("submission", targets.caches), ("person", targets.nowhere)])]
    },
    "GET /chair/conflicts/:id": { targets, _ in each(targets.papers, targets) { .get("/chair/conflicts/\($0)") } },
    "POST /chair/conflicts/:id": { targets, _ in
      ["ask", "keep"].flatMap { action in
        each(targets.papers, targets) { .post("/chair/conflicts/\($0)", [("action", action), ("text", "Tell us the reason.")]) }
      }
        + each(targets.conflicts, targets) {
          .post(
            "/chair/conflicts/\(targets.caches)", [("action", "remove"), ("conflict", $0), ("text", "They are no experts.")])
        } + [.post("/chair/conflicts/\(targets.caches)", [("action", "ask"), ("text", "")])]
    },
    "GET /submissions/:id/conflicts": { targets, _ in
      each(targets.papers, targets) { .get("/submissions/\($0)/conflicts") }
    },
    "POST /submissions/:id/conflicts": { targets, _ in
      each(targets.papers, targets) { .post("/submissions/\($0)/conflicts", [("text", "We disagree with this.")]) }
        + [.post("/submissions/\(targets.caches)/conflicts", [("text", "")])]
    },
    "GET /chair/integrity": { targets, _ in
      [.get("/chair/integrity"), .get("/chair/integrity?format=json")]
        + each(targets.findings, targets) { .get("/chair/integrity?finding=\($0)") }
    },
    "POST /chair/integrity": { targets, _ in
      targets.numbers.map {
        .post("/chair/integrity", [("title", "Shared text"), ("papers", $0), ("text", "It stands in a report, too.")])
      } + [
        .post(
          "/chair/integrity",
          [("title", "A person"), ("people", "ada@people.example, cora@people.example"), ("text", "They traded bids.")]),
        .post("/chair/integrity", [("title", ""), ("papers", "99999 x"), ("people", "x")]),
      ]
    },
    "GET /chair/integrity/:id": { targets, _ in each(targets.cases, targets) { .get("/chair/integrity/\($0)") } },
    "POST /chair/integrity/:id": { targets, _ in
      let forms: [[(String, String)]] = [
        [("action", "add"), ("kind", "note"), ("text", "A note of some length.")],
        [("action", "add"), ("kind", "evidence"), ("finding", targets.findings.first ?? "")],
        [("action", "widen"), ("papers", targets.numbers.first ?? ""), ("people", "cora@people.example")],
        [("action", "close"), ("outcome", "unfounded"), ("text", "There is nothing in it.")],
        [("action", "reopen"), ("text", "There is more after all.")], [],
      ]
      return forms.flatMap { form in each(targets.cases, targets) { .post("/chair/integrity/\($0)", form) } }
    },
    "GET /chair/integrity/:id/files/:version": { targets, _ in
      ["1", "2", "x"].flatMap { version in each(targets.cases, targets) { .get("/chair/integrity/\($0)/files/\(version)") } }
    },
  ]
}
