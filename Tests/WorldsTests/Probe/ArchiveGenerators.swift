/// What is asked of routes for what is left of a year: statements, one's own data, retention, figures for everyone.
extension Generators {
  static let archiveRoutes: [String: Generator] = [
    "GET /account/service": { _, _ in [.get("/account/service")] },
    "POST /account/service": { _, _ in
      ["reviewer", "chair", "artifact-chair", "artifact-evaluator", "publication-chair", "none"].map {
        .post("/account/service", [("office", $0)])
      }
    },
    "GET /account/data": { _, _ in [.get("/account/data")] },
    "POST /account/data/file": { _, _ in [.post("/account/data/file", [])] },
    "POST /account/erase": { _, _ in
      WorldViewer.allCases.map { .post("/account/erase", [("email", $0.email)]) } + [.post("/account/erase", [("email", "")])]
    },
    "GET /account/erased": { _, _ in [.get("/account/erased")] },
    "GET /publication": { _, _ in [.get("/publication")] },
    "POST /publication": { _, _ in [.post("/publication", [])] },
    "GET /publication/papers/:id": { targets, _ in each(targets.papers, targets) { .get("/publication/papers/\($0)") } },
    "POST /publication/papers/:id": { targets, _ in
      each(targets.papers, targets) {
        .post("/publication/papers/\($0)", [("action", "judge"), ("version", "1"), ("verdict", "approve")])
      } + each(targets.papers, targets) { .post("/publication/papers/\($0)", [("action", "extend"), ("days", "3")]) }
    },
    "GET /publication/papers/:id/files/:slot/:version": { targets, _ in
      each(targets.papers, targets) { .get("/publication/papers/\($0)/files/final/1") }
        + [.get("/publication/papers/\(targets.caches)/files/manuscript/1")]
    },
    "GET /publication/proceedings": { _, _ in [.get("/publication/proceedings")] },
    "POST /publication/proceedings": { targets, _ in
      each(targets.papers, targets) {
        .post("/publication/proceedings", [("version", "1"), ("papers.\($0).rank", "3"), ("sessions.0.title", "Soil")])
      } + [.post("/publication/proceedings", [("version", "0"), ("sessions.0.title", "Soil")])]
    },
    "GET /statistics": { _, _ in [.get("/statistics")] },
    "GET /chair/retention": { _, _ in [.get("/chair/retention")] },
    "GET /service/key": { _, _ in [.get("/service/key")] },
    "GET /service/:token": { targets, _ in each(targets.statements, targets) { .get("/service/\($0)") } },
    "GET /service/:token/text": { targets, _ in each(targets.statements, targets) { .get("/service/\($0)/text") } },
  ]
}
