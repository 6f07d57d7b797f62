private let ordinaryFile = "The file has to be an ordinary PDF that opens without a password."

/// Findings on the file as a whole: does it open, does it carry anything but pages.
func fileFindings(_ inspection: Inspection, rules: FormatRules) -> [Finding] {
  var findings = openingFindings(inspection, rules: rules)
  guard let document = inspection.document, document.error == nil else { return findings }
  findings += integrityFindings(document)
  findings += activityFindings(document)
  if document.pageCount > rules.filePagesLimit {
    findings.append(
      block(
        "file.too_many_pages",
        """
        The file has \(document.pageCount) pages, far more than any paper of this call; check that the right file \
        was uploaded.
        """))
  }
  if inspection.ending.isWhole, !PaperLayout(inspection).hasText {
    findings.append(
      block(
        "file.no_text",
        """
        The pages hold almost no text that can be searched or copied (a scan, perhaps), so reviewers and screening \
        can't read them; export the PDF from its source instead of scanning or rasterising it.
        """))
  }
  return findings
}

private func block(_ code: String, _ text: String) -> Finding {
  Finding(code: code, severity: .block, text: text, rule: ordinaryFile)
}

private func openingFindings(_ inspection: Inspection, rules: FormatRules) -> [Finding] {
  switch inspection.document?.error {
  case "empty": return [block("file.not_pdf", "The file is empty (0 bytes); upload the PDF of the paper again.")]
  case "notPDF":
    return [
      block(
        "file.not_pdf",
        "The file is not a PDF, whatever its name says; export the paper as PDF and upload that file.")
    ]
  case "encrypted":
    return [
      block(
        "file.encrypted",
        "The file asks for a password, so nobody can read it; export it without a password and upload it again.")
    ]
  case "damaged":
    return [
      block(
        "file.malformed",
        """
        The file begins like a PDF but its pages can't be read, as after an interrupted upload; check that it opens \
        on your side and upload it again.
        """)
    ]
  case "tooLarge":
    return [block("file.resource_bomb", "The file is too large to be read; compress its figures and upload it again.")]
  default: break
  }
  switch inspection.ending {
  case .complete, .truncated: return []
  case .stopped("fault"), .missing:
    return [
      block(
        "file.malformed",
        "The file ended the program that reads papers, so it can't be checked; export it again and upload the new file.")
    ]
  case .stopped:
    return [
      block(
        "file.resource_bomb",
        """
        The file takes more time or memory to read than every paper gets; look for huge figures or generated content, \
        export it again (printing to PDF often helps) and upload the new file.
        """)
    ]
  }
}

private func integrityFindings(_ document: Inspection.Document) -> [Finding] {
  var findings: [Finding] = []
  if document.isEncrypted {
    findings.append(
      block(
        "file.encrypted",
        """
        The file is encrypted and restricts what readers may do with it, although it opens without a password; \
        export it without protection and upload it again.
        """))
  }
  if document.headerOffsetBytes > 0 {
    findings.append(
      block(
        "file.malformed",
        """
        \(document.headerOffsetBytes) bytes of something else stand before the PDF begins in the file; export the \
        paper again and upload the plain PDF.
        """))
  }
  if document.isRepaired {
    findings.append(
      Finding(
        code: "file.malformed", severity: document.endsWithMarker ? .warn : .block,
        text: """
          The file is damaged or cut short and was only read after a repair, so pages may be missing; compare it with \
          your copy and upload it again.
          """,
        rule: ordinaryFile))
  }
  return findings
}

private func activityFindings(_ document: Inspection.Document) -> [Finding] {
  var findings: [Finding] = []
  if document.javascriptCount > 0 {
    findings.append(
      block("file.javascript", "The file contains JavaScript, which a paper has no use for; export it without scripts."))
  }
  let opens = document.hasOpenAction && document.javascriptCount == 0
  if document.launchCount > 0 || document.otherActionCount > 0 || opens {
    findings.append(
      block(
        "file.active_content",
        """
        The file contains an action that starts a program, sends data or runs on opening; remove it and export the \
        paper again.
        """))
  }
  if document.attachmentCount > 0 {
    findings.append(
      block(
        "file.attachment",
        """
        The file carries \(document.attachmentCount == 1 ? "an attached file" : "\(document.attachmentCount) attached files"), \
        which reviewers would receive unchecked; remove attachments and use the upload for supplementary material.
        """))
  }
  if document.mediaCount > 0 {
    findings.append(
      Finding(
        code: "file.active_content", severity: .warn,
        text: "The file contains sound, video or 3D content, which many readers can't show; use still figures.",
        rule: ordinaryFile))
  }
  return findings
}
