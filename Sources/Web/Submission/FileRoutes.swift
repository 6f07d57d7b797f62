import Conference
import Hummingbird
import NIOPosix
import Pages
import PeerReview

/// Authors' files: uploads streamed to disk, and downloads of any version.
struct FileRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.post("/submissions/new/file", use: begin)
    router.post("/submissions/:id/files/:slot", use: upload)
    router.get("/submissions/:id/files/:slot/:version", use: download)
  }

  @Sendable private func upload(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let id = try context.submissionID()
    let slot = try context.fileSlot()
    let desk = try visit.authorDesk()
    do {
      try await request.storeFile(limitBytes: slot.limitBytes(in: visit.frame.call)) {
        try await desk.beginUpload(to: slot, of: id)
      }
      return .seeOther("/submissions/\(id)" + (slot.isFinal ? "/final" : ""), did: .uploaded)
    } catch let refusal as Refusal {
      // What is wrong with the file is told beside the slot it was meant for; all else has a page of its own.
      guard let problems = refusal.problemsOfFile else { throw refusal }
      let status = ErrorPage.refused(refusal, serverTime: context.receivedAt).status
      if slot.isFinal {
        return visit.answer(try await desk.finalVersion(id, typed: .init(refusedUpload: (slot, problems))), status: status)
      }
      return visit.answer(try await desk.page(id, refusedUpload: (slot, problems)), status: status)
    }
  }

  /// A paper begun with its manuscript leads to its form.
  @Sendable private func begin(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.authorDesk()
    let paper = PaperBegun()
    do {
      try await request.storeFile(limitBytes: FileSlot.manuscript.limitBytes(in: visit.frame.call)) {
        try await desk.beginPaper(paper)
      }
    } catch let refusal as Refusal {
      guard let problems = refusal.problemsOfFile else { throw refusal }
      let status = ErrorPage.refused(refusal, serverTime: context.receivedAt).status
      return visit.answer(try await desk.newForm(fileProblems: problems), status: status)
    }
    guard let id = paper.id else { throw Refusal.notFound }
    return .seeOther("/submissions/\(id)", did: .uploaded)
  }

  @Sendable private func download(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    guard let version = Int(try context.parameters.require("version")) else { throw Refusal.notFound }
    let copy = try await visit.authorDesk().file(context.fileSlot(), version: version, of: context.submissionID())
    return StoredFile(copy).response(to: request)
  }
}

extension Request {
  /// Streams the form's one file to disk, into the upload that `begin` opens once its bytes arrive, and keeps it. Refuses a form
  /// without a file; whatever goes wrong on the way leaves nothing.
  func storeFile(limitBytes: Int64, begin: () async throws -> Upload) async throws {
    var begun: Upload?
    do {
      _ = try await readForm(limits: .uploads(limitBytes: limitBytes)) { part, chunks in
        guard part.name == "file" else { throw Refusal.malformedForm }
        let upload = try await begin()
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
  }
}

extension Refusal {
  /// The refusals that speak of an uploaded file, as problems of the field it came in.
  var problemsOfFile: [FieldProblem]? {
    switch self {
    case .invalid(let problems): return problems.contains { $0.field == "file" } ? problems : nil
    case .tooLarge, .unavailable:
      let told = Pages.ErrorPage(self, back: nil)
      return [FieldProblem("file", (["\(told.heading)."] + told.sentences).joined(separator: " "))]
    case .notFound, .notYetOpen, .closed, .notYours, .conflicted, .stale, .tooMany: return nil
    }
  }
}

extension StoredFile {
  /// A manuscript as it is handed out.
  init(_ copy: StoredCopy) {
    if copy.isArchive {
      let parts = copy.downloadName.split(separator: ".").map(String.init)
      let suffix = parts.dropFirst().last == "zip" ? "zip" : "archive"
      self.init(
        kind: .attachment, name: SafeFileName(parts.first ?? "", suffix: suffix), sizeBytes: copy.sizeBytes, sha256: copy.sha256,
        path: copy.path)
      return
    }
    let stem = copy.downloadName.hasSuffix(".pdf") ? String(copy.downloadName.dropLast(4)) : copy.downloadName
    self.init(
      kind: .pdf, name: SafeFileName(stem, suffix: "pdf"), sizeBytes: copy.sizeBytes, sha256: copy.sha256, path: copy.path)
  }
}
