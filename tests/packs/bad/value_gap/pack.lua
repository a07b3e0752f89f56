-- A list with a gap.
return { { 1, nil, 3 } }
