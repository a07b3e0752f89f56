-- A loop of jumps.
::again::
goto again
