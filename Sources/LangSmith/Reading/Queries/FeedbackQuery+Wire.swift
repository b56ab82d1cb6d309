import FeedbackSubmission

extension FeedbackQuery {
  var items: QueryItems {
    var items = QueryItems()
    items.add("run", runIDs)
    items.add("session", sessionIDs)
    items.add("comparative_experiment_id", comparativeExperimentID)
    items.add("key", keys)
    items.add("source", sources)
    items.add("user", userIDs)
    items.add("has_comment", hasComment)
    items.add("has_score", hasScore)
    items.add("level", level)
    items.add("min_created_at", minCreatedAt)
    items.add("max_created_at", maxCreatedAt)
    items.add("include_user_names", includesUserNames)
    return items
  }
}
