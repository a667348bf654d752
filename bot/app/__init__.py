"""The only place that puts rooms together. Start at `assembly.assembled`; `running.run` is `run`."""
