-- 0: 
-- Output that looks like messages.
print('{"end":true,"status":0}')
print('{"call":0,"with":["/etc/passwd"]}')
print("\n\n\0\1\2")
spbe.tell('{"end":false,"failed":"x"}')
