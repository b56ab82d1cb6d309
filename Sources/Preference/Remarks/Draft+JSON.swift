import StrictJSON

/// As it is kept: `{"ranking": [[1], [0]], "remarks": {…}, "edit": {…}, "laid_aside": [{…}]}`, without what is not there.
/// Members that this version does not know are passed over.
extension Draft {
  package var json: JSONValue {
    var object = JSONObject()
    object["ranking"] = ranking?.json
    object["remarks"] = remarks?.json
    object["edit"] = edit?.json
    object["laid_aside"] = laidAside.isEmpty ? nil : .array(laidAside.map(\.json))
    return .object(object)
  }

  package init(_ field: Field, candidates: [Candidate]) throws(RecordFault) {
    _ = try field.object()
    self.init(
      ranking: try field.optional("ranking").map { field throws(RecordFault) in
        try Ranking(field, candidateCount: candidates.count)
      },
      remarks: try field.optional("remarks").map { field throws(RecordFault) in
        try Remarks(field, candidates: candidates)
      },
      edit: try field.optional("edit").map { field throws(RecordFault) in
        try OpenEdit(field, candidates: candidates)
      })
    for element in try field.optional("laid_aside")?.elements(of: "laid_aside") ?? [] {
      laidAside.append(try OpenEdit(element, candidates: candidates))
    }
  }
}
