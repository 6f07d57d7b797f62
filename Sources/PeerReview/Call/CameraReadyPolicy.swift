/// What the venue asks for of an accepted paper before it is published. When it is due stands in the calendar.
public struct CameraReadyPolicy: Hashable, Sendable {
  /// Pages of main text of the final version, references not counted.
  public let mainPagesLimit: Int
  /// An archive of the sources is asked for; `sourceBytes` limits it.
  public let wantsSource: Bool
  public let sourceBytes: Int64
  /// Each author's ORCID iD is asked for.
  public let wantsORCID: Bool
  /// Who presents the paper is asked for.
  public let wantsPresenter: Bool
  /// Copyright, licence and whatever else the venue has authors sign.
  public let forms: [Declaration]

  public init(
    mainPagesLimit: Int, wantsSource: Bool, sourceBytes: Int64, wantsORCID: Bool, wantsPresenter: Bool, forms: [Declaration]
  ) {
    self.mainPagesLimit = mainPagesLimit
    self.wantsSource = wantsSource
    self.sourceBytes = sourceBytes
    self.wantsORCID = wantsORCID
    self.wantsPresenter = wantsPresenter
    self.forms = forms
  }
}

extension CallFileReader {
  func cameraReady(_ file: CallFileSection, calendar: Calendar) -> CameraReadyPolicy? {
    guard let field = file.field("camera-ready") else { return nil }
    if calendar.cameraReady == nil {
      notes.add(field.keyPlace, "`camera-ready` needs the day it is due; add `calendar.camera-ready`.")
    }
    let section = file.section(
      "camera-ready", required: ["main-pages-limit", "source-archive", "orcid", "presenter"],
      optional: ["limit-source", "forms"])
    let wantsSource = section.choice("source-archive", of: ["required", "no"]) == "required"
    return CameraReadyPolicy(
      mainPagesLimit: section.integer("main-pages-limit", in: 1...200), wantsSource: wantsSource,
      sourceBytes: section.field("limit-source") == nil ? 100_000_000 : section.sizeBytes("limit-source"),
      wantsORCID: section.flag("orcid"), wantsPresenter: section.flag("presenter"),
      forms: section.field("forms") == nil
        ? []
        : section.entries("forms").map { key, field in
          let form = CallFileSection(field, required: ["text", "answer"], notes: notes)
          return Declaration(key: key, text: form.text("text"), answer: answer(form))
        })
  }
}
