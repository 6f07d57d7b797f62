extension Generators {
  static let artifactRoutes: [String: Generator] = [
    "GET /submissions/:id/artifact": { targets, _ in each(targets.papers, targets) { .get("/submissions/\($0)/artifact") } },
    "POST /submissions/:id/artifact": { targets, _ in
      each(targets.papers, targets) { .post("/submissions/\($0)/artifact", [("action", "register")]) }
        + each(targets.papers, targets) { .post("/submissions/\($0)/artifact", artifact("2") + [("action", "save")]) }
        + [
          .post("/submissions/\(targets.caches)/artifact", artifact("1") + [("action", "save")]),
          .post("/submissions/\(targets.caches)/artifact", artifact("2") + [("action", "claim-add")]),
          .post("/submissions/\(targets.caches)/artifact", [("action", "withdraw")]),
        ]
    },
    "POST /submissions/:id/artifact/messages": { targets, _ in
      each(targets.papers, targets) { .post("/submissions/\($0)/artifact/messages", [("text", "We answer.")]) }
        + [.post("/submissions/\(targets.caches)/artifact/messages", [("text", "")])]
    },
    "POST /submissions/:id/artifact/files/:slot": { targets, _ in
      each(targets.papers, targets) { Probe("POST", "/submissions/\($0)/artifact/files/archive", file: "PK\u{3}\u{4} new") }
        + [Probe("POST", "/submissions/\(targets.caches)/artifact/files/nothing", file: "PK")]
    },
    "GET /submissions/:id/artifact/files/:slot/:version": { targets, _ in
      each(targets.papers, targets) { .get("/submissions/\($0)/artifact/files/archive/1") }
        + [.get("/submissions/\(targets.caches)/artifact/files/appendix/1")]
    },
    "GET /evaluations": { _, _ in [.get("/evaluations")] },
    "POST /evaluations/preferences": { targets, _ in
      each(targets.artifacts, targets) { .post("/evaluations/preferences", [("levels.\($0)", "willing")]) }
        + each(targets.artifacts, targets) { .post("/evaluations/preferences", [("levels.\($0)", "unknown")]) }
    },
    "POST /evaluations/conflicts": { targets, _ in
      each(targets.artifacts, targets) { .post("/evaluations/conflicts", [("artifact", $0)]) }
    },
    "GET /evaluations/:id": { targets, _ in each(targets.evaluations, targets) { .get("/evaluations/\($0)") } },
    "POST /evaluations/:id": { targets, _ in
      each(targets.evaluations, targets) { .post("/evaluations/\($0)", evaluation("1") + [("action", "submit")]) }
        + each(targets.evaluations, targets) { .post("/evaluations/\($0)", evaluation("0") + [("action", "save")]) }
        + each(targets.evaluations, targets) { .post("/evaluations/\($0)", [("action", "report"), ("outcome", "works")]) }
        + each(targets.evaluations, targets) { .post("/evaluations/\($0)", [("action", "conflict")]) }
    },
    "POST /evaluations/:id/messages": { targets, _ in
      each(targets.evaluations, targets) { .post("/evaluations/\($0)/messages", [("text", "I wonder.")]) }
    },
    "GET /evaluations/:id/files/:slot": { targets, _ in
      targets.evaluations.flatMap { id in
        ["paper", "archive", "paper-appendix", "nothing"].map { .get("/evaluations/\(id)/files/\($0)") }
      } + [.get("/evaluations/\(targets.nowhere)/files/paper")]
    },
    "GET /evaluations/:id/visit": { targets, _ in each(targets.evaluations, targets) { .get("/evaluations/\($0)/visit") } },
  ]

  static let artifactChairRoutes: [String: Generator] = [
    "GET /artifacts": { _, _ in [.get("/artifacts")] },
    "POST /artifacts/plan": { _, _ in [.post("/artifacts/plan", [])] },
    "POST /artifacts/release": { _, _ in
      [.post("/artifacts/release", [("confirm", "yes")]), .post("/artifacts/release", [])]
    },
    "GET /artifacts/people": { targets, _ in
      [.get("/artifacts/people")] + targets.guesses.map { .get("/artifacts/people?q=\(Probe.escaped($0))") }
    },
    "POST /artifacts/people": { targets, _ in
      each(targets.people + targets.evaluators, targets) { .post("/artifacts/people", [("action", "remove"), ("person", $0)]) }
        + each(targets.invitations, targets) { .post("/artifacts/people", [("action", "withdraw"), ("invitation", $0)]) }
    },
    "POST /artifacts/people/invite": { _, _ in
      let nemo = Canary(secret: .accountExistence, field: "address").token + "@people.example"
      return ["evan@people.example", nemo, "no address"].map {
        .post("/artifacts/people/invite", [("email", $0), ("office", "artifact-evaluator")])
      } + [.post("/artifacts/people/invite", [("email", "new@people.example"), ("office", "chair")])]
    },
    "GET /artifacts/:id": { targets, _ in each(targets.artifacts, targets) { .get("/artifacts/\($0)") } },
    "POST /artifacts/:id": { targets, _ in
      targets.artifacts.flatMap { decisions($0, targets) } + decisions(targets.nowhere, targets)
    },
    "GET /artifacts/:id/files/:slot": { targets, _ in
      targets.artifacts.flatMap { id in ["paper", "archive", "nothing"].map { .get("/artifacts/\(id)/files/\($0)") } }
        + [.get("/artifacts/\(targets.nowhere)/files/paper")]
    },
    "GET /artifacts/:id/visit": { targets, _ in each(targets.artifacts, targets) { .get("/artifacts/\($0)/visit") } },
  ]

  private static func decisions(_ id: String, _ targets: Targets) -> [Probe] {
    var probes: [Probe] = []
    for person in targets.evaluators + [targets.nowhere] {
      for action in ["assign", "keep-away"] {
        probes.append(.post("/artifacts/\(id)", [("action", action), ("person", person)]))
      }
    }
    for evaluation in targets.evaluations + [targets.nowhere] {
      probes.append(.post("/artifacts/\(id)", [("action", "unassign"), ("evaluation", evaluation)]))
    }
    for badge in ["available", "evaluated-functional", "nothing"] {
      probes.append(
        .post("/artifacts/\(id)", [("action", "decide"), ("badge", badge), ("verdict", "award"), ("note", "Yes.")]))
    }
    return probes
  }

  private static func artifact(_ version: String) -> [(String, String)] {
    [
      ("version", version), ("description", "Another."), ("claims.0.claim", "It holds."), ("claims.0.experiments", "Run it."),
      ("hardware", "Any."), ("duration", "Long."), ("location", "https://github.com/a/b"), ("badges", "evaluated-functional"),
    ]
  }

  private static func evaluation(_ version: String) -> [(String, String)] {
    [
      ("version", version), ("checks", "available.archived"), ("badges.available", "yes"), ("badges.evaluated-functional", "no"),
      ("toAuthors", "Not quite."),
    ]
  }
}
