"""The commands of `wegweiser`, one module each: `register` adds its parser, `run` does it and returns the exit code."""
