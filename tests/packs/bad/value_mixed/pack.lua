-- Half list, half record.
return { 1, 2, x = 3 }
