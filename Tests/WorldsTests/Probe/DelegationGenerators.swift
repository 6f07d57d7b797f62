extension Generators {
  static let delegationRoutes: [String: Generator] = [
    "GET /reviews/:id/delegation": { targets, _ in
      each(targets.assignments, targets) { .get("/reviews/\($0)/delegation") }
    },
    "POST /reviews/:id/delegation": { targets, _ in
      ["ada@people.example", "olga@people.example", "uma@people.example", "none"].flatMap { email in
        each(targets.assignments, targets) {
          .post("/reviews/\($0)/delegation", [("action", "ask"), ("name", "Somebody"), ("email", email)])
        }
      }
        + targets.delegations.flatMap { delegation in
          ["take", "end"].flatMap { action in
            each(targets.assignments, targets) {
              .post("/reviews/\($0)/delegation", [("action", action), ("delegation", delegation)])
            }
          }
        }
    },
    "GET /delegation/:token": { targets, _ in [.get("/delegation/nina"), .get("/delegation/\(targets.nowhere)")] },
    "POST /delegation/:token": { targets, _ in
      ["nina", targets.nowhere].map { .post("/delegation/\($0)", [("answer", "accept"), ("free", "yes")]) }
    },
    "GET /delegated/:id": { targets, _ in each(targets.delegations, targets) { .get("/delegated/\($0)") } },
    "POST /delegated/:id": { targets, _ in
      each(targets.delegations, targets) { .post("/delegated/\($0)", draft(version: "1", action: "hand-over")) }
        + each(targets.delegations, targets) { .post("/delegated/\($0)", draft(version: "0", action: "save")) }
    },
    "POST /delegated/:id/draft": { targets, _ in
      each(targets.delegations, targets) { .post("/delegated/\($0)/draft", draft(version: "1", action: "save")) }
    },
    "POST /delegated/:id/return": { targets, _ in each(targets.delegations, targets) { .post("/delegated/\($0)/return", []) } },
    "GET /delegated/:id/files/:slot": { targets, _ in
      each(targets.delegations, targets) { .get("/delegated/\($0)/files/manuscript") }
    },
    "GET /chair/delegations": { _, _ in [.get("/chair/delegations")] },
    "POST /chair/delegations/:id": { targets, _ in
      ["approve", "refuse", "ask"].flatMap { action in
        each(targets.delegations, targets) { .post("/chair/delegations/\($0)", [("action", action)]) }
      }
    },
  ]

  private static func draft(version: String, action: String) -> [(String, String)] {
    [("version", version), ("action", action), ("scores.merit", "2"), ("texts.comments", "Another opinion.")]
  }
}
