-- A character of five bytes.
return { title = "øˆ€€€" }
