import FeedbackSubmission
import CCurl

