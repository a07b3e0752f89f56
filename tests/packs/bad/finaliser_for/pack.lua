-- A walk with a fourth value, which is closed at its end.
for _ in pairs({ 1 }), nil, nil, {} do end
return {}
