/// What is asked of each route. A route that is missing here fails the test: see `Generators.missing`.
enum Generators {
  typealias Generator = @Sendable (Targets, Set<String>) -> [Probe]

  /// Every probe for the routes of a door, as the viewer may send them: `links` are addresses only they hold.
  static func probes(_ routes: [Door.Route], _ targets: Targets, links: Set<String>) -> [Probe] {
    var seen: Set<Probe> = []
    return routes.filter { $0.method != "HEAD" }
      .sorted { ($0.pattern, $0.method) < ($1.pattern, $1.method) }
      .flatMap { route -> [Probe] in
        let made = all["\(route.method) \(route.pattern)"]?(targets, links) ?? assets(route)
        return route.method == "GET" ? made.flatMap(variants) : made
      }.filter { seen.insert($0).inserted }
  }

  /// Routes nobody has thought about.
  static func missing(_ routes: [Door.Route]) -> [String] {
    routes.filter { $0.method != "HEAD" && all["\($0.method) \($0.pattern)"] == nil && assets($0).isEmpty }
      .map { "\($0.method) \($0.pattern)" }
  }

  private static func assets(_ route: Door.Route) -> [Probe] {
    route.method == "GET" && route.pattern.hasPrefix("/assets/") ? [.get(route.pattern)] : []
  }

  /// The same address asked in every manner.
  private static func variants(_ probe: Probe) -> [Probe] {
    guard probe.headers.isEmpty, !probe.target.contains("?") else { return [probe] }
    return [
      probe, Probe("HEAD", probe.target), .get(probe.target, headers: ["Accept": "application/json"]),
      .get(probe.target + "?unknown=1&group=reviewers&did=saved"),
    ]
  }

  static let all: [String: Generator] = publicRoutes.merging(authorRoutes) { first, _ in first }
    .merging(reviewerRoutes) { first, _ in first }.merging(chairRoutes) { first, _ in first }
    .merging(tagRoutes) { first, _ in first }.merging(manyRoutes) { first, _ in first }
    .merging(screeningRoutes) { first, _ in first }.merging(finalRoutes) { first, _ in first }
    .merging(artifactRoutes) { first, _ in first }.merging(artifactChairRoutes) { first, _ in first }
    .merging(integrityRoutes) { first, _ in first }.merging(archiveRoutes) { first, _ in first }
    .merging(metareviewRoutes) { first, _ in first }
    .merging(delegationRoutes) { first, _ in first }

  /// One with an account, one with an account in one world only, and none.
  static let triedAddresses = [
    "ada@people.example", Canary(secret: .accountExistence, field: "address").token + "@people.example", "no address",
  ]

  private static let publicRoutes: [String: Generator] = [
    "GET /": { _, _ in [.get("/")] },
    "GET /call": { _, _ in [.get("/call")] },
    "GET /sign-in": { _, _ in [.get("/sign-in"), .get("/sign-in?next=/reviews")] },
    "POST /sign-in": { _, _ in
      [.post("/sign-in", [("email", triedAddresses.last ?? ""), ("password", "")])]
    },
    "POST /sign-in/link": { _, _ in
      triedAddresses.map { .post("/sign-in/link", [("email", $0)]) }
    },
    "GET /sign-in/link/:token": { targets, links in tokens(links, "/sign-in/link/", targets).map { .get($0) } },
    "POST /sign-in/link/:token": { targets, links in tokens(links, "/sign-in/link/", targets).map { .post($0, []) } },
    "GET /invitation/:token": { targets, links in tokens(links, "/invitation/", targets).map { .get($0) } },
    "POST /invitation/:token": { targets, links in
      tokens(links, "/invitation/", targets).flatMap { path in
        [
          .post(path, [("answer", "accept"), ("load", "many")]), .post(path, [("answer", "accept")]),
          .post(path, [("answer", "decline"), ("reason", "No.")]), .post(path, []),
        ]
      }
    },
    "POST /sign-out": { _, _ in [.post("/sign-out", [])] },
    "GET /account": { _, _ in [.get("/account")] },
    "POST /account": { _, _ in
      [
        .post("/account", [("name", "New"), ("affiliation", "Name")]), .post("/account", [("name", "")]),
        .post("/account", [("action", "letters"), ("letters", "digest")]), .post("/account", [("action", "letters")]),
        .post("/account", [("action", "password"), ("currentPassword", "wrong"), ("newPassword", "short")]),
      ]
    },
    "GET /letters/off/:token": { targets, _ in [.get("/letters/off/\(targets.nowhere)")] },
    "POST /letters/off/:token": { targets, _ in [.post("/letters/off/\(targets.nowhere)", [])] },
    "POST /account/sessions/end": { targets, _ in
      (targets.sessions + [targets.nowhere, "all"]).map { .post("/account/sessions/end", [("session", $0)]) }
    },
  ]

  private static func tokens(_ links: Set<String>, _ prefix: String, _ targets: Targets) -> [String] {
    links.filter { $0.hasPrefix(prefix) }.sorted() + [prefix + targets.nowhere]
  }
}
