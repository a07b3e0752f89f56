--- What is uncertain.
return {
  known_conflicts = {
    { topic = "bobot", text = "Dua angka tercetak.", resolution = "angka pertama" },
  },
}
