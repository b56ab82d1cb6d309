import Testing

@testable import FeedbackSubmission
