import Preference
import StrictJSON

/// Where a rater stands. It is kept in the workspace, so that the next session begins there.
package struct RaterPlace: Equatable, Sendable {
  package let comparison: Int
  /// Nothing was left to judge: the comparison is the one that was open last.
  package let isFinished: Bool
  /// Whether it was judged already: if it is now and was not then, the session ended before the next one was open.
  let isJudged: Bool
  let list: QueueFilter
  let reading: ReadingPlace
  let arrangement: RunArrangement
  let choices: ReadingChoices
  /// What was looked for last.
  let search: SearchQuery

  init(
    comparison: Int, isFinished: Bool, isJudged: Bool, list: QueueFilter,
    reading: ReadingPlace = ReadingPlace(), arrangement: RunArrangement = RunArrangement(),
    choices: ReadingChoices, search: SearchQuery
  ) {
    self.comparison = comparison
    self.isFinished = isFinished
    self.isJudged = isJudged
    self.list = list
    self.reading = reading
    self.arrangement = arrangement
    self.choices = choices
    self.search = search
  }
}

/// Written by this version and read by any: what is missing or unknown is as it is in the beginning.
extension RaterPlace {
  package init?(json text: String) {
    guard let value = try? JSONParser.parse(text.utf8), let object = value.object,
      let comparison = object["comparison"]?.number?.intValue, comparison > 0
    else { return nil }
    self.init(
      comparison: comparison, isFinished: object["finished"]?.bool ?? false,
      isJudged: object["judged"]?.bool ?? true,
      list: QueueFilter(object["list"]?.object ?? JSONObject()),
      reading: ReadingPlace(object["reading"]?.object ?? JSONObject()),
      arrangement: RunArrangement(object["arrangement"]?.object ?? JSONObject()),
      choices: ReadingChoices(object["choices"]?.object ?? JSONObject()),
      search: SearchQuery(object["search"]?.object ?? JSONObject()))
  }

  package var json: String {
    var object = JSONObject()
    object["comparison"] = .number(JSONNumber(comparison))
    object["finished"] = .bool(isFinished)
    object["judged"] = .bool(isJudged)
    object["list"] = .object(list.json)
    object["reading"] = .object(reading.json)
    object["arrangement"] = .object(arrangement.json)
    object["choices"] = .object(choices.json)
    object["search"] = .object(search.json)
    return JSONValue.object(object).text()
  }
}

extension QueueFilter {
  fileprivate init(_ object: JSONObject) {
    self.init(
      state: object["state"]?.string.flatMap(State.init) ?? .all, text: object["text"]?.string ?? "",
      order: object["order"]?.string.flatMap(Order.init) ?? .number)
  }

  fileprivate var json: JSONObject {
    var object = JSONObject()
    object["state"] = .string(state.rawValue)
    object["text"] = .string(text)
    object["order"] = .string(order.rawValue)
    return object
  }
}

extension SearchQuery {
  fileprivate init(_ object: JSONObject) {
    self.init(
      text: object["text"]?.string ?? "", matchesCase: object["case"]?.bool ?? false,
      isPattern: object["pattern"]?.bool ?? false)
  }

  fileprivate var json: JSONObject {
    var object = JSONObject()
    object["text"] = .string(text)
    object["case"] = .bool(matchesCase)
    object["pattern"] = .bool(isPattern)
    return object
  }
}

extension ReadingPlace {
  fileprivate init(_ object: JSONObject) {
    self.init()
    if let column = object["focus"]?.number?.intValue { focus = column > 0 ? .column(column - 1) : .prompt }
    prompt = object["prompt"]?.number?.intValue ?? 0
    columns = (object["columns"]?.array ?? []).map { $0.number?.intValue ?? 0 }
    promptExtent = object["extent"]?.string.flatMap(PromptPane.Extent.init) ?? .short
    scrolling = object["scrolling"]?.string.flatMap(ScrollMode.init) ?? .aligned
  }

  /// 0 is the prompt, 1 the first run.
  fileprivate var json: JSONObject {
    var object = JSONObject()
    let focus = if case .column(let index) = focus { index + 1 } else { 0 }
    object["focus"] = .number(JSONNumber(focus))
    object["prompt"] = .number(JSONNumber(prompt))
    object["columns"] = .array(columns.map { .number(JSONNumber($0)) })
    object["extent"] = .string(promptExtent.rawValue)
    object["scrolling"] = .string(scrolling.rawValue)
    return object
  }
}

extension ReadingChoices {
  fileprivate init(_ object: JSONObject) {
    self.init()
    aid = object["aid"]?.string.flatMap(ReadingAid.init) ?? aid
    scrolling = object["scrolling"]?.string.flatMap(ScrollMode.init) ?? scrolling
    isRaw = object["raw"]?.bool ?? isRaw
    showsReference = object["reference"]?.bool ?? showsReference
  }

  fileprivate var json: JSONObject {
    var object = JSONObject()
    object["aid"] = .string(aid.rawValue)
    object["scrolling"] = .string(scrolling.rawValue)
    object["raw"] = .bool(isRaw)
    object["reference"] = .bool(showsReference)
    return object
  }
}
