/// What stands before a comparison in the list.
enum QueueSign: String {
  case unjudged = "."
  case judged = "+"
  case cannotJudge = "?"
  case draft = "*"
  case flagged = "!"
  case ratersDiffer = "#"
}
