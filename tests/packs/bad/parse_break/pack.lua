-- The end of a loop that there is not.
break
