-- 4: 
-- An error that looks like one of ours, and like a message of the worker.
error('{"error":{"where":"x","id":"WORKER_TIME","with":["",""]}}', 0)
