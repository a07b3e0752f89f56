---@meta
-- Dibuat oleh 'spbe rules stubs session' untuk penyunting; tidak untuk diubah, tidak pernah dijalankan.

--- aturan yang berlaku, dengan nama seperti 'spbe rules show --json'
---@type table
instrument = nil

--- dokumen hasil penilaian
---@type table
result = nil

--- isian penilaian, dengan nama seperti 'spbe export'
---@type table
assessment = nil

--- per indikator: yang diberikan kepada fungsi nilai untuknya
---@type table<string, spbe.ScoreInput>
inputs = nil

--- per indikator: fungsi nilai dalam paket
---@type table<string, spbe.ScoreFunction>
functions = nil

--- tabel dalam instrumen dengan id itu: find("I05")
---@type fun(id: string): table?
find = nil

--- nilai dan alasan dari fungsi nilai: milik indikator, atau buatan sendiri
---@type fun(what: string|spbe.ScoreFunction, input: spbe.ScoreInput?): spbe.Value, string
call = nil

--- salinan yang dapat diubah
---@type fun(table: table): table
copy = nil

--- menampilkan pembuktian nilai sebuah indikator
---@type fun(id: string)
proof = nil

--- menampilkan nilai, masing-masing satu baris
---@type fun(...)
print = nil

