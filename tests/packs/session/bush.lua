-- A table that would be endless when written out.
--! { … 4 }
t = {}
for i = 1, 30 do t = { t, t, t, t } end
t
print(t)
exitlike = "alive"
print(exitlike)
