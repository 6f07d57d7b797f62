let stylesheetGround = "", stylesheetFrame = "", stylesheetForms = "", stylesheetParts = ""
let scriptTime = "", scriptForms = "", scriptDrafts = ""
extension Page { public func content(in layout: Layout) -> HTML { .empty } }
