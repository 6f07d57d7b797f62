import Conference
import Hummingbird
import NIOPosix
import Pages
import PeerReview

/// Authors' files: uploads streamed to disk, and downloads of any version.
struct FileRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.post("/submissions/:id/files/:slot", use: upload)
    router.get("/submissions/:id/files/:slot/:version", use: download)
  }

  @Sendable private func upload(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let id = try context.submissionID()
    let slot = try context.fileSlot()
    let desk = try visit.authorDesk()
    let limitBytes = slot.limitBytes(in: visit.frame.call.limits)
    var begun: Upload?
    do {
      _ = try await request.readForm(limits: .uploads(limitBytes: limitBytes)) { part, chunks in
        guard part.name == "file" else { throw Refusal.malformedForm }
        let upload = try await desk.beginUpload(to: slot, of: id)
        begun = upload
        for try await chunk in chunks {
          try await NIOThreadPool.singleton.runIfActive { try upload.append(chunk.readableBytesView) }
        }
      }
    } catch {
      begun?.discard()
      throw error
    }
    guard let begun else {
      throw Refusal.invalid([FieldProblem("file", "Choose a file first, then upload it.")])
    }
    _ = try await begun.finish()
    return .seeOther("/submissions/\(id)", did: .uploaded)
  }

  @Sendable private func download(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    guard let version = Int(try context.parameters.require("version")) else { throw Refusal.notFound }
    let copy = try await visit.authorDesk().file(context.fileSlot(), version: version, of: context.submissionID())
    return StoredFile(copy).response(to: request)
  }
}

extension StoredFile {
  /// A manuscript as it is handed out.
  init(_ copy: StoredCopy) {
    let stem = copy.downloadName.hasSuffix(".pdf") ? String(copy.downloadName.dropLast(4)) : copy.downloadName
    self.init(
      kind: .pdf, name: SafeFileName(stem, suffix: "pdf"), sizeBytes: copy.sizeBytes, sha256: copy.sha256, path: copy.path)
  }
}
