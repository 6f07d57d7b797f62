extension Generators {
  static let finalRoutes: [String: Generator] = [
    "GET /chair/proceedings": { _, _ in [.get("/chair/proceedings")] },
    "POST /chair/proceedings": { targets, _ in
      each(targets.papers, targets) {
        .post("/chair/proceedings", [("version", "1"), ("papers.\($0).rank", "3"), ("sessions.0.title", "Soil")])
      } + [
        .post("/chair/proceedings", [("version", "0"), ("sessions.0.title", "Soil")]),
        .post("/chair/proceedings", [("version", "1"), ("action", "session-add")]),
      ]
    },
    "GET /submissions/:id/final": { targets, _ in each(targets.papers, targets) { .get("/submissions/\($0)/final") } },
    "POST /submissions/:id/final": { targets, _ in
      each(targets.papers, targets) { .post("/submissions/\($0)/final", final("At last") + [("version", "1")]) }
        + [
          .post("/submissions/\(targets.caches)/final", final("At last") + [("version", "0")]),
          .post("/submissions/\(targets.caches)/final", final("At last") + [("action", "author-add")]),
          Probe("POST", "/submissions/\(targets.caches)/files/final", file: "%PDF-1.7 final"),
          .get("/submissions/\(targets.caches)/files/final/1"),
        ]
    },
    "GET /shepherding/:id": { targets, _ in each(targets.papers, targets) { .get("/shepherding/\($0)") } },
    "POST /shepherding/:id": { targets, _ in
      each(targets.papers, targets) { .post("/shepherding/\($0)", [("verdict", "satisfied"), ("note", "")]) }
        + each(targets.papers, targets) { .post("/shepherding/\($0)", [("verdict", "more"), ("note", "More.")]) }
    },
    "GET /shepherding/:id/files/:slot/:version": { targets, _ in
      each(targets.papers, targets) { .get("/shepherding/\($0)/files/final/1") }
        + [.get("/shepherding/\(targets.caches)/files/manuscript/1"), .get("/shepherding/\(targets.caches)/files/source/1")]
    },
    "GET /chair/final": { _, _ in [.get("/chair/final")] },
    "POST /chair/final": { _, _ in [.post("/chair/final", [])] },
    "GET /chair/final/:id": { targets, _ in each(targets.papers, targets) { .get("/chair/final/\($0)") } },
    "POST /chair/final/:id": { targets, _ in
      each(targets.papers, targets) {
        .post("/chair/final/\($0)", [("action", "judge"), ("version", "1"), ("verdict", "approve")])
      } + each(targets.people, targets) { .post("/chair/final/\(targets.caches)", [("action", "shepherd"), ("person", $0)]) }
        + each(targets.papers, targets) { .post("/chair/final/\($0)", [("action", "extend"), ("days", "3")]) }
        + [.get("/chair/submissions/\(targets.caches)/files/final/1")]
    },
  ]

  private static func final(_ title: String) -> [(String, String)] {
    [
      ("title", title), ("abstract", "About it."), ("authors.0.name", "Ada"), ("authors.0.email", "ada@people.example"),
      ("authors.0.affiliation", "Laboratory"), ("presenter", "0"), ("forms.copyright", "yes"), ("action", "save"),
    ]
  }
}
