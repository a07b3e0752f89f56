-- wants: hostile\.lua:4: 'https://bank\.go\.id@jahat\.example/' is no address for a link
-- hostile: a host that is another one than it seems
local s = sheet("Satu")
s:web(1, 1, "https://bank.go.id@jahat.example/", "Bank")
