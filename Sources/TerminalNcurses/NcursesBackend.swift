import CNcursesw
import Terminal

