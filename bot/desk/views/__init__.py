"""One small file for each thing an officer can open or do."""
