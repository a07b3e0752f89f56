-- A long text without end.
return { title = [==[ Evaluasi ]=] ]]
