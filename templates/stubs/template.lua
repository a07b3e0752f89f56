---@meta
-- Dibuat oleh 'spbe rules stubs template' untuk penyunting; tidak untuk diubah, tidak pernah dijalankan.

--- dokumen hasil lengkap, spbe-report/1
---@type table
report = nil

--- dokumen tahun lalu (--previous), atau false
---@type table|false
previous = nil

--- yang diminta pada baris perintah
---@type table<string, any>
options = nil

--- bahasa pembaca: "id" atau "en"
---@type string
language = nil

--- lembar buku kerja
---@class spbe.Sheet
local Sheet = {}

--- Opsi style
---@class spbe.StyleOptions
---@field base? string gaya yang menjadi pangkalnya
---@field font? string nama huruf
---@field size? number|string ukuran huruf, dalam poin
---@field bold? boolean huruf tebal
---@field italic? boolean huruf miring
---@field underline? boolean garis bawah
---@field color? string warna huruf, "#RRGGBB"
---@field fill? string warna sel
---@field format? string format bilangan, seperti "0.00"
---@field align? string left, center, right, fill, across (perataan mendatar)
---@field valign? string top, middle, bottom (perataan tegak)
---@field wrap? boolean teks panjang berlanjut di baris berikut
---@field indent? number|string 0 sampai 15
---@field rotation? number|string derajat, -90 sampai 90
---@field line? string sekeliling sel: none, thin, medium, thick, hair, dotted, double
---@field top? string garis atas, sama pilihannya
---@field bottom? string garis bawah sel
---@field left? string garis kiri
---@field right? string garis kanan
---@field line_color? string warna semua garis itu
---@field unlocked? boolean dapat diubah pada lembar yang dilindungi

--- Opsi sheet:columns, sheet:row
---@class spbe.LineOptions
---@field hidden? boolean tidak ditampilkan

--- Opsi sheet:table
---@class spbe.TableOptions
---@field name? string namanya bagi rumus dan pembaca layar
---@field columns? any judul kolom, sebuah daftar
---@field header? string gaya judul kolom
---@field filter? boolean dengan tombol saring

--- Opsi sheet:choice
---@class spbe.ChoiceOptions
---@field list? string acuan ke sel berisi teks yang boleh
---@field least? number|string selain itu bilangan terkecil
---@field most? number|string dan yang terbesar
---@field whole? boolean hanya bilangan bulat
---@field date? boolean hanya hari; least dan most dihitung dari 30 Desember 1899
---@field warn? boolean yang mengisi selain itu diperingatkan, dan boleh meneruskan
---@field title? string tampil saat sel dimasuki (32 huruf)
---@field message? string di bawah judul itu (255 huruf)
---@field error_title? string tampil bila diisi selain itu
---@field error_message? string di bawah judul itu

--- Opsi sheet:condition
---@class spbe.ConditionOptions
---@field formula? string benar bagi sel yang cocok; ditulis untuk sel pertama
---@field equal? string sel yang berisi teks ini
---@field least? number|string sel yang berisi bilangan mulai ini
---@field most? number|string sampai ini
---@field style? string gaya sel yang cocok
---@field bar? string batang di belakang bilangan, dari least sampai most
---@field low? string warna bagi least; bersama high menjadi skala
---@field high? string warna bagi most

--- Opsi sheet:chart
---@class spbe.ChartOptions
---@field kind? string area, bar, bar_stacked, column, column_stacked, doughnut, line, pie, radar, radar_filled, scatter (jenis diagram)
---@field title? string judul di atasnya
---@field description? string yang dibacakan pembaca layar sebagai gantinya
---@field font? string nama hurufnya
---@field width? number|string piksel
---@field height? number|string piksel
---@field x? number|string piksel ke kanan dari sudut sel
---@field y? number|string piksel ke bawahnya
---@field legend? string none, right, left, top, bottom (letak legenda)
---@field gap? number|string jarak antarbatang, persen dari lebarnya
---@field overlap? number|string tindihan batang, persen
---@field hole? number|string lubang donat, persen
---@field category? any sumbu nama, lihat di bawah
---@field value? any sumbu bilangan
---@field series? any daftar yang digambar, lihat di bawah

--- Opsi sheet:chart, series
---@class spbe.SeriesOptions
---@field name? string teks, atau acuan ke teks
---@field categories? string acuan ke nama-nama
---@field values? string acuan ke bilangan
---@field color? string warna garis atau batangnya
---@field line? number|string tebal garis, dalam poin
---@field dashed? boolean garis putus-putus
---@field marker? boolean titik pada garis
---@field transparency? number|string tembus pandang bidangnya, persen
---@field labels? boolean bilangan di samping titik
---@field label_format? string format bilangan itu
---@field label_color? string dan warnanya
---@field points? any daftar warna, satu tiap titik

--- Opsi sheet:chart, category, value
---@class spbe.AxisOptions
---@field hidden? boolean tidak ditampilkan
---@field gridlines? boolean garis bantu melintang
---@field reverse? boolean urutan terbalik
---@field least? number|string awal sumbu
---@field most? number|string akhir sumbu
---@field step? number|string jarak antartanda
---@field format? string format bilangannya
---@field size? number|string ukuran hurufnya, dalam poin

--- Opsi sheet:image
---@class spbe.ImageOptions
---@field scale? number|string 1 = apa adanya
---@field description? string yang dibacakan pembaca layar sebagai gantinya

--- Opsi sheet:view
---@class spbe.ViewOptions
---@field freeze_row? number|string baris pertama yang bergulir
---@field freeze_column? number|string kolom pertama yang bergulir
---@field gridlines? boolean garis antarsel
---@field hidden? boolean lembar tidak ditampilkan
---@field active? boolean lembar dibuka pertama
---@field zoom? number|string persen
---@field tab? string warna tab lembar

--- Opsi sheet:page
---@class spbe.PageOptions
---@field landscape? boolean kertas mendatar
---@field center? boolean di tengah kertas
---@field left? number|string tepi, dalam milimeter
---@field right? number|string tepi
---@field top? number|string tepi
---@field bottom? number|string tepi
---@field fit_width? number|string diperkecil menjadi sekian halaman ke samping
---@field fit_height? number|string dan sekian ke bawah; 0 = seperlunya
---@field repeat_first? number|string baris yang diulang di puncak tiap halaman
---@field repeat_last? number|string baris terakhirnya
---@field area? any yang dicetak: {baris, kolom, baris_akhir, kolom_akhir}
---@field header_left? string di kepala halaman; {page} dan {pages} menjadi nomor
---@field header_center? string sama
---@field header_right? string sama
---@field footer_left? string di kaki halaman
---@field footer_center? string sama
---@field footer_right? string sama

--- memberi nama buku kerja pada properti berkasnya
---@param title string
---@param subject? string
function about(title, subject) end

--- menetapkan rupa sel, dengan sebuah nama
---@param name string
---@param options spbe.StyleOptions
function style(name, options) end

--- menambah lembar di belakang yang lain
---@param name string
---@return spbe.Sheet
function sheet(name) end

--- memberi nama pada daerah, yang dapat dipakai rumus
---@param name string
---@param reference string
function define(name, reference) end

--- menulis teks; tidak pernah menjadi rumus
---@param row integer
---@param column integer
---@param text string
---@param style? string
function Sheet:text(row, column, text, style) end

--- menulis bilangan; teks tepat seperti "7/6" juga diterima
---@param row integer
---@param column integer
---@param number number|string
---@param style? string
function Sheet:number(row, column, number, style) end

--- menulis rumus beserta nilainya
---@param row integer
---@param column integer
---@param formula string
---@param value number|string
---@param style? string
function Sheet:formula(row, column, formula, value, style) end

--- menulis sebaris teks dan bilangan (false: kosong) mulai sebuah kolom; styles satu nama atau daftar
---@param row integer
---@param column integer
---@param values (string|number|false)[]
---@param styles? string|string[]
function Sheet:cells(row, column, values, styles) end

--- memberi gaya pada sel tanpa isi
---@param row integer
---@param column integer
---@param style? string
function Sheet:blank(row, column, style) end

--- memberi gaya pada daerah tanpa isi
---@param row integer
---@param column integer
---@param last_row integer
---@param last_column integer
---@param style? string
function Sheet:fill(row, column, last_row, last_column, style) end

--- menggabung daerah menjadi satu sel dengan teks; bilangan atau rumus boleh ditulis di atasnya
---@param row integer
---@param column integer
---@param last_row integer
---@param last_column integer
---@param text string
---@param style? string
function Sheet:merge(row, column, last_row, last_column, text, style) end

--- menulis teks yang menuju sel lain dalam buku kerja
---@param row integer
---@param column integer
---@param to_sheet spbe.Sheet
---@param to_row integer
---@param to_column integer
---@param text string
---@param style? string
function Sheet:link(row, column, to_sheet, to_row, to_column, text, style) end

--- menetapkan lebar kolom, dalam huruf
---@param first integer
---@param last integer
---@param width number|string
---@param options? spbe.LineOptions
function Sheet:columns(first, last, width, options) end

--- menetapkan tinggi baris, dalam poin
---@param row integer
---@param height number|string
---@param options? spbe.LineOptions
function Sheet:row(row, height, options) end

--- meletakkan tabel bernama pada daerah; baris pertamanya judul
---@param row integer
---@param column integer
---@param last_row integer
---@param last_column integer
---@param options spbe.TableOptions
function Sheet:table(row, column, last_row, last_column, options) end

--- menambah tombol saring pada baris pertama daerah
---@param row integer
---@param column integer
---@param last_row integer
---@param last_column integer
function Sheet:filter(row, column, last_row, last_column) end

--- membatasi isi sel pada teks atau bilangan tertentu
---@param row integer
---@param column integer
---@param last_row integer
---@param last_column integer
---@param options spbe.ChoiceOptions
function Sheet:choice(row, column, last_row, last_column, options) end

--- membuat rupa sel mengikuti isinya
---@param row integer
---@param column integer
---@param last_row integer
---@param last_column integer
---@param options spbe.ConditionOptions
function Sheet:condition(row, column, last_row, last_column, options) end

--- menaruh diagram pada lembar
---@param row integer
---@param column integer
---@param options spbe.ChartOptions
function Sheet:chart(row, column, options) end

--- menaruh gambar (PNG, di samping templat) pada lembar
---@param row integer
---@param column integer
---@param file string
---@param options? spbe.ImageOptions
function Sheet:image(row, column, file, options) end

--- mengatur tampilan lembar di layar
---@param options spbe.ViewOptions
function Sheet:view(options) end

--- mengatur pencetakan lembar, pada A4
---@param options spbe.PageOptions
function Sheet:page(options) end

--- mengakhiri halaman cetak sebelum tiap baris dalam daftar
---@param rows any[]
function Sheet:breaks(rows) end

--- menjaga semua sel dari perubahan, kecuali yang bergaya unlocked
function Sheet:protect() end

--- menjalankan berkas lain, di samping templat atau milik program, dan memberi nilainya
---@param name string
---@return any
function include(name) end

--- halaman berikut dari baris di balik dokumen, sebuah daftar; false bila habis
---@return any[]
function rows() end

--- teks dalam bahasa pembaca
---@param text string|number
---@return string
function _(text) end

--- bilangan dari teks tepat seperti "2.9795" atau "7/6"
---@param text string|number
---@return number
function exact(text) end

--- bilangan untuk dibaca: dibulatkan setengah ke atas, dengan tanda desimal bahasa pembaca
---@param text string|number
---@param places? integer
---@return string
function decimal(text, places) end

--- "B3" atau "B3:C9"
---@param row integer
---@param column integer
---@param last_row? integer
---@param last_column? integer
---@return string
function ref(row, column, last_row, last_column) end

--- "$B$3" atau "$B$3:$C$9"
---@param row integer
---@param column integer
---@param last_row? integer
---@param last_column? integer
---@return string
function fixed(row, column, last_row, last_column) end

--- "'Data'!$B$3" atau "'Data'!$B$3:$C$9", untuk rumus lembar lain
---@param sheet spbe.Sheet
---@param row integer
---@param column integer
---@param last_row? integer
---@param last_column? integer
---@return string
function at(sheet, row, column, last_row, last_column) end

--- teks seperti dimuat rumus, dalam tanda petik
---@param text string|number
---@return string
function quote(text) end

--- berapa baris sebuah teks dalam kolom selebar itu, dengan huruf sebesar itu
---@param text string|number
---@param width number
---@param size? number
---@param bold? boolean
---@return number
function lines(text, width, size, bold) end

--- teksnya; bila lebih panjang, dipotong dengan tanda di ujungnya
---@param text string|number
---@param characters integer
---@return string
function cut(text, characters) end

--- memori diatur dari luar
---@deprecated
collectgarbage = nil
--- kode dari luar tidak menjangkau berkas, jam, program, atau kode lain
---@deprecated
dofile = nil
--- tabel di sini tidak memiliki metatabel
---@deprecated
getmetatable = nil
--- kode dari luar tidak menjangkau berkas, jam, program, atau kode lain
---@deprecated
load = nil
--- kode dari luar tidak menjangkau berkas, jam, program, atau kode lain
---@deprecated
loadfile = nil
--- kode dari luar tidak menjangkau berkas, jam, program, atau kode lain
---@deprecated
loadstring = nil
--- kode dari luar tidak menjangkau berkas, jam, program, atau kode lain
---@deprecated
module = nil
--- urutannya berbeda di setiap jalan; pakai pairs, yang mengurutkan
---@deprecated
next = nil
--- tidak ada tempat mencetak; kembalikan datanya
---@deprecated
print = nil
--- tabel di sini tidak memiliki metatabel
---@deprecated
rawequal = nil
--- tabel di sini tidak memiliki metatabel
---@deprecated
rawget = nil
--- tabel di sini tidak memiliki metatabel
---@deprecated
rawlen = nil
--- tabel di sini tidak memiliki metatabel
---@deprecated
rawset = nil
--- kode dari luar tidak menjangkau berkas, jam, program, atau kode lain
---@deprecated
require = nil
--- tabel di sini tidak memiliki metatabel
---@deprecated
setmetatable = nil
--- namanya table.unpack
---@deprecated
unpack = nil
--- tidak ada tempat mencetak; kembalikan datanya
---@deprecated
warn = nil
--- galat mengakhiri pemuatan paket
---@deprecated
xpcall = nil
--- nama-nama sudah tetap; pakai variabel lokal
---@deprecated
_G = nil
--- nama-nama sudah tetap; pakai variabel lokal
---@deprecated
_VERSION = nil
--- hanya ada satu alur kerja
---@deprecated
coroutine = nil
--- kode dari luar tidak menjangkau berkas, jam, program, atau kode lain
---@deprecated
debug = nil
--- kode dari luar tidak menjangkau berkas, jam, program, atau kode lain
---@deprecated
io = nil
--- kode dari luar tidak menjangkau berkas, jam, program, atau kode lain
---@deprecated
os = nil
--- kode dari luar tidak menjangkau berkas, jam, program, atau kode lain
---@deprecated
package = nil
--- teks berupa UTF-8 dan diteruskan apa adanya
---@deprecated
utf8 = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.acos = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.asin = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.atan = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.atan2 = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.cos = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.cosh = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.deg = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.exp = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.frexp = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.fmod = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.huge = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.ldexp = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.log = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.log10 = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.modf = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.pi = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.pow = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.rad = nil
--- masukan yang sama memberi hasil yang sama
---@deprecated
math.random = nil
--- masukan yang sama memberi hasil yang sama
---@deprecated
math.randomseed = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.sin = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.sinh = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.sqrt = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.tan = nil
--- angka terakhirnya berbeda antarmesin; nilai harus eksak
---@deprecated
math.tanh = nil
--- bita terkemas dan kode terkompilasi bukan data
---@deprecated
math.ult = nil
--- bita terkemas dan kode terkompilasi bukan data
---@deprecated
string.dump = nil
--- pencocokan pola dapat tidak berakhir; pakai string.find atau string.sub
---@deprecated
string.gmatch = nil
--- pencocokan pola dapat tidak berakhir; pakai string.find atau string.sub
---@deprecated
string.gsub = nil
--- pencocokan pola dapat tidak berakhir; pakai string.find atau string.sub
---@deprecated
string.match = nil
--- bita terkemas dan kode terkompilasi bukan data
---@deprecated
string.pack = nil
--- bita terkemas dan kode terkompilasi bukan data
---@deprecated
string.packsize = nil
--- bita terkemas dan kode terkompilasi bukan data
---@deprecated
string.unpack = nil
--- memindahkan butir dalam jumlah tak terbatas sekaligus; pakai perulangan
---@deprecated
table.move = nil
--- tulis kurung kurawal di sekeliling nilainya
---@deprecated
table.pack = nil
