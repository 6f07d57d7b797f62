import Conference
import Hummingbird
import Pages

/// What anyone may read: the front page, the call, style sheet and script.
struct PublicRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/") { request, context in
      let visit = try await house.visit(request, context)
      return visit.answer(visit.frame.homePage())
    }
    router.get("/call") { request, context in
      let visit = try await house.visit(request, context)
      return visit.answer(visit.frame.callPage())
    }
    addAssets(to: router)
  }
}

/// Style sheet, script and icon.
func addAssets(to router: some RouterMethods<WebContext>) {
  for asset in Asset.all {
    let served = StaticAsset(
      name: SafeFileName(asset.name, suffix: ""), contentType: asset.contentType, bytes: asset.bytes)
    router.get(RouterPath("/assets/\(asset.name)")) { request, _ in served.response(to: request) }
  }
}
