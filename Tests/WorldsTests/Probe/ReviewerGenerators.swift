extension Generators {
  static let reviewerRoutes: [String: Generator] = [
    "GET /reviews": { _, _ in [.get("/reviews"), .get("/reviews?sort=score&q=caches")] },
    "GET /reviews/forms": { _, _ in [.get("/reviews/forms")] },
    "POST /reviews/forms": { targets, _ in
      each(targets.assignments, targets) { id in
        .post(
          "/reviews/forms",
          [("csv", "==+== Paper #1 \(id) version 0\n==*== overall\n2\n==*== summary\nWords.\n==+== End\n"), ("action", "draft")])
      }
    },
    "GET /reviews/:id": { targets, _ in each(targets.assignments, targets) { .get("/reviews/\($0)") } },
    "POST /reviews/:id": { targets, _ in
      each(targets.assignments, targets) { .post("/reviews/\($0)", review(version: "1", action: "submit")) }
        + each(Array(targets.assignments.prefix(3)), targets) { .post("/reviews/\($0)", review(version: "0", action: "draft")) }
    },
    "POST /reviews/:id/draft": { targets, _ in
      each(targets.assignments, targets) { .post("/reviews/\($0)/draft", review(version: "1", action: "draft")) }
    },
    "POST /reviews/:id/comments": { targets, _ in
      each(targets.assignments, targets) { .post("/reviews/\($0)/comments", [("text", "I wonder.")]) }
    },
    "POST /reviews/:id/tags": { targets, _ in
      ["~mine ~award#1", "discuss", "~award#9", "order#1"].flatMap { words in
        each(targets.assignments, targets) { .post("/reviews/\($0)/tags", [("tags", words)]) }
      }
    },
    "POST /reviews/:id/recuse": { targets, _ in
      each(targets.assignments, targets) { .post("/reviews/\($0)/recuse", [("reason", "I can't.")]) }
    },
    "GET /reviews/:id/files/:slot": { targets, _ in
      each(targets.assignments, targets) { .get("/reviews/\($0)/files/manuscript") }
        + [.get("/reviews/\(targets.assignments.first ?? "")/files/workshop")]
        + (targets.assignments.dropFirst().prefix(2).flatMap { conditional("/reviews/\($0)/files/manuscript", targets) })
    },
    "GET /bids": { targets, _ in
      [.get("/bids")] + targets.guesses.map { .get("/bids?q=\(Probe.escaped($0))") }
        + ["soil", "water", "none"].map { .get("/bids?topic=\($0)") }
        + [
          "q=author%3Aada+OR+soil", "q=affinity+%3E+10+sort%3A-affinity&format=csv", "format=json", "sort=bids&author=ada",
          "sort=number", "bid=given", "bid=open&page=2",
        ].map { .get("/bids?\($0)") }
    },
    "POST /bids": { targets, _ in
      each(targets.papers, targets) { .post("/bids", [("bids.\($0)", "eager")]) }
        + each(Array(targets.papers.prefix(2)), targets) { .post("/bids", [("bids.\($0)", "unknown")]) }
        + each(targets.papers, targets) { .post("/bids", [("bids.\($0)", "*conflict"), ("kind", "advisor")]) }
        + each(targets.papers, targets) { .post("/bids", [("action", "ticked"), ("ticked", $0), ("level", "eager")]) }
    },
    "GET /expertise": { _, _ in [.get("/expertise")] },
    "POST /expertise": { _, _ in [.post("/expertise", [("topics.soil", "1")]), .post("/expertise", [("topics.soil", "9")])] },
    "POST /expertise/publications": { targets, _ in
      [Probe("POST", "/expertise/publications", file: "%PDF-1.7 \(targets.caches)"), .post("/expertise/publications", [])]
    },
    "POST /expertise/publications/:id": { targets, _ in
      each(targets.publications, targets) { .post("/expertise/publications/\($0)", [("action", "exclude")]) }
        + each(targets.publications, targets) { .post("/expertise/publications/\($0)", [("action", "remove")]) }
    },
    "GET /conflicts": { _, _ in [.get("/conflicts")] },
    "POST /conflicts": { targets, _ in
      each(targets.papers, targets) { .post("/conflicts", [("submission", $0), ("kind", "advisor")]) }
        + each(targets.conflicts, targets) { .post("/conflicts", [("action", "remove"), ("conflict", $0)]) }
        + [
          .post("/conflicts", [("email", "ada@people.example"), ("name", "Ada"), ("kind", "advisor")]),
          .post("/conflicts", [("email", "none"), ("kind", "none")]),
          .post("/conflicts", [("about", "ada"), ("action", "dismiss")]),
          .post("/conflicts", [("about", targets.people.first ?? ""), ("action", "confirm"), ("kind", "advisor")]),
          .get("/conflicts?name=Ada&kind=advisor"),
        ]
    },
  ]

  private static func review(version: String, action: String) -> [(String, String)] {
    [
      ("version", version), ("action", action), ("scores.merit", "2"), ("scores.overall", "2"), ("scores.confidence", "1"),
      ("texts.comments", "A new opinion."),
    ]
  }
}
