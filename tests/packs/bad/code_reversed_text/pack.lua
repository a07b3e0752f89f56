-- A text whose bytes stand backwards.
return { title = ("é"):reverse() }
