extension Generators {
  static let screeningRoutes: [String: Generator] = [
    "GET /submissions/:id/screening": { targets, _ in each(targets.papers, targets) { .get("/submissions/\($0)/screening") } },
    "GET /submissions/:id/screening/:finding": { targets, _ in
      targets.papers.prefix(3).flatMap { paper in
        each(targets.findings, targets) { .get("/submissions/\(paper)/screening/\($0)") }
      }
    },
    "GET /chair/screening": { targets, _ in
      var asked = [
        "", "?state=all", "?state=all&format=csv", "?state=all&page=2", "?state=dismissed", "?severity=violation",
        "?code=unknown",
      ]
      asked += each(targets.papers, targets) { .get("?state=all&paper=\($0)") }.map(\.target)
      return asked.map { .get("/chair/screening\($0)") }
    },
    "GET /chair/screening/:finding": { targets, _ in each(targets.findings, targets) { .get("/chair/screening/\($0)") } },
    "GET /chair/screening/:finding/picture": { targets, _ in
      each(targets.findings, targets) { .get("/chair/screening/\($0)/picture") }
    },
    "GET /chair/submissions/:id/nearest": { targets, _ in
      each(targets.papers, targets) { .get("/chair/submissions/\($0)/nearest") }
    },
    "POST /chair/screening": { targets, _ in
      each(targets.findings, targets) { .post("/chair/screening", [("confirm", $0)]) }
        + each(targets.findings, targets) { .post("/chair/screening", [("reopen", $0)]) }
        + each(targets.findings, targets) {
          .post("/chair/screening", [("action", "judge"), ("verdict", "dismissed"), ("chosen", $0), ("note", "Fine.")])
        }
        + [
          .post("/chair/screening", [("state", "all"), ("all", "dismissed")]),
          .post("/chair/screening", [("action", "preview-confirmed")] + targets.findings.map { ("chosen", $0) }),
          .post("/chair/screening", [("action", "judge")]),
        ]
    },
  ]
}
