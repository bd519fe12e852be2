"""The pages: the only place that knows of browsers, requests and sockets."""
