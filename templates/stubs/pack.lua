---@meta
-- Dibuat oleh 'spbe rules stubs pack' untuk penyunting; tidak untuk diubah, tidak pernah dijalankan.

--- bilangan bulat, atau {pembilang, penyebut}
---@alias spbe.Value integer|integer[]
--- nilai yang dikembalikan fungsi: juga teks desimal, "1.26"
---@alias spbe.Result integer|string|integer[]
---@alias spbe.ScoreFunction fun(input: spbe.ScoreInput): spbe.Result, string

--- sebuah tingkat, sebagaimana dilihat fungsi nilai
---@class spbe.ScoreLevel
---@field level integer nomornya
---@field criteria integer berapa kriteria dihitung
---@field met integer berapa di antaranya terpenuhi
---@field unmet integer berapa yang tidak
---@field evidence integer bukti dukung yang menyebut salah satunya
---@field baseline boolean diberikan kepada semua
---@field complete boolean semua kriteria terpenuhi
---@field proven boolean kewajiban bukti dukung dipenuhi, atau tidak ada

--- yang diberikan kepada fungsi nilai; tidak dapat diubah
---@class spbe.ScoreInput
---@field indicator string id indikator, atau id butirnya
---@field year integer tahun aturan yang dipakai
---@field kind string jenis instansi; "" bila tidak disebut
---@field claimed? spbe.Value nilai yang diklaim
---@field verified? spbe.Value nilai dari asesor
---@field supported spbe.Value nilai menurut tingkat, jawaban, dan bukti dukung saja
---@field met_level integer tingkat tertinggi menurut kriterianya saja
---@field levels spbe.ScoreLevel[] tingkat, dari yang terendah
---@field answers table<string, boolean> per kriteria: true bila terpenuhi
---@field evidence table<string, integer> per kriteria: berapa bukti dukung menyebutnya
---@field values table<string, spbe.Value> per indikator: nilai yang didukung dari yang disebut depends_on

--- pack.lua
---@class spbe.Pack
---@field format string bentuk paketnya: "spbe-pack/1"
---@field id string nama instrumen seperti dipakai dalam penilaian: "spbe-2020"
---@field title string nama lengkapnya
---@field short_title string nama singkatnya
---@field language string bahasa semua teks dalam paket: "id"
---@field disclaimer? string apa yang bukan paket ini; tampil pada setiap laporan
---@field files spbe.Files berkas lain dalam paket
---@field years spbe.Years tahun yang dapat dinilai
---@field status? spbe.Status masih berlakukah instrumen ini
---@field used_for_years? integer[] tahun-tahun ketika sungguh dipakai, bila tidak tertulis pada status
---@field superseded_by? spbe.Successor penggantinya, bila tidak tertulis pada status
---@field structure spbe.Structure jumlah domain, aspek, dan indikator; diperiksa
---@field legal_basis spbe.Document[] peraturan dan pedoman; kriteria menyebutnya sebagai basis
---@field guideline_by_year? table<string, string> pedoman yang dipakai pada suatu tahun: ["2023"] = "pedoman-6-2023"
---@field scale spbe.Scale nilai yang dapat dicapai indikator
---@field level_zero_rule? spbe.Zero ada tingkat 0 di bawah tingkat yang ditulis, diberikan kepada semua
---@field formula? spbe.Formula cara nilai menjadi indeks, untuk pembaca
---@field rounding spbe.Rounding cara indeks ditampilkan dan dibaca sebagai predikat
---@field predicates spbe.Predicate[] rentang indeks, dari yang tertinggi atau dari yang terendah
---@field predicates_note? string asal rentang itu
---@field predicates_meta? spbe.Remark yang diketahui tentang rentang predikat
---@field national_target? spbe.Target target yang dinyatakan; bukan syarat lulus
---@field level_names table<string, string[]>|table<string, string> nama tingkat, dari yang terendah, untuk setiap jenis indikator; atau satu untuk setiap nomor
---@field level_names_meta? spbe.NamesMeta sebutan tiap jenis, dan nama lain yang dipakai
---@field weights_meta? spbe.Remark yang diketahui tentang bobot
---@field evidence_meta? spbe.Remark yang diketahui tentang bukti dukung
---@field text_meta? spbe.Remark yang diketahui tentang teks kriteria
---@field cumulative boolean true: suatu tingkat mensyaratkan semua tingkat di bawahnya
---@field cumulative_note? string di mana hal itu tertulis
---@field evidence_duty spbe.Duty berapa bukti dukung yang diminta suatu tingkat
---@field reading_note? string yang harus diketahui setiap pengisi tentang kriteria; tampil pada setiap laporan
---@field items? spbe.Items membuat isi `evidence` dinilai satu per satu: "I01.2.e1"
---@field reading_rules? string[] cara membaca kriteria
---@field crosscutting_rules? spbe.Rule[] apa yang diminta dari banyak indikator sekaligus
---@field evidence_upload? spbe.Upload apa yang diterima aplikasi resmi
---@field portal? spbe.Portal dalam bentuk apa aplikasi resmi menerimanya
---@field papers? spbe.Papers kata-kata naskah yang dibuat dari hasil
---@field general_questions? spbe.Question[] pertanyaan terbuka tanpa nilai
---@field general_questions_note? string asalnya
---@field plan? spbe.Plan apa yang diperlukan untuk menaikkan indikator satu tingkat; tanpa ini semua langkah sama biayanya
---@field report_rules? spbe.Report apa yang disebut kekuatan dan kelemahan dalam laporan
---@field own_fields? table<string, table<string, string>> isian tambahan paket ini, untuk pembaca: indicator = { tema = "artinya" }

--- berkas files.notes
---@class spbe.Notes
---@field known_conflicts? spbe.Conflict[] bagian naskah resmi yang saling bertentangan
---@field sources_meta? spbe.SourcesMeta arti hitungan sumber
---@field sources_catalog? spbe.Reference[] dokumen yang dibaca
---@field sources_list? spbe.Source[] dokumen yang dibaca, dan apa yang diambil dari masing-masing
---@field gaps? string[] yang tidak terbaca atau tidak dapat dipastikan; tampil pada setiap laporan

--- berkas files.checks: acuan pemeriksaan bukti dukung; menghasilkan peringatan, bukan nilai
---@class spbe.Checks
---@field ages? spbe.Age[] berapa umur bukti dukung yang diterima
---@field policy_words? string[] kata pada judul yang menandai peraturan atau keputusan
---@field record_words? string[] kata pada judul yang sama yang menandai catatan pelaksanaan
---@field policy_proves? string[] kriteria yang memang terbukti oleh peraturan atau keputusan: "I19.2.a", atau seluruh "I01.2"
---@field draft_words? string[] kata pada judul yang menandai draf
---@field coverage? spbe.Coverage tingkat yang meminta sebagian, dan tingkat yang meminta seluruhnya

--- berkas dalam files.domains: satu domain
---@class spbe.Domain
---@field id string D dan nomor: "D1"
---@field no integer nomornya, dihitung dari 1
---@field name string nama resminya
---@field weight number|string persen dari keseluruhan
---@field aliases? string[] nama resmi lain
---@field aspects spbe.Aspect[] aspeknya, berurutan

--- sebuah aspek, dalam aspects; atau satu berkas pada files.aspects
---@class spbe.Aspect
---@field id string A dan nomor: "A1"
---@field no integer nomornya, dihitung dari 1 melalui semua domain
---@field name string nama resminya
---@field weight number|string persen dari keseluruhan; sama dengan jumlah bobot indikatornya
---@field aliases? string[] nama resmi lain
---@field indicators spbe.Indicator[] indikatornya, berurutan

--- indikator, dalam indicators
---@class spbe.Indicator
---@field id string I dan dua angka: "I01"
---@field no integer nomornya, dihitung dari 1 melalui semua aspek
---@field name string nama resminya
---@field short_name string nama singkatnya
---@field kind? string nama tingkat mana yang berlaku: satu nama pada level_names; perlu bila ada beberapa
---@field weight number|string persen dari keseluruhan
---@field value? spbe.ScoreFunction menghitung nilai yang didukung bila tingkat tidak dapat menyatakannya; lihat 'help function'
---@field depends_on? string[] indikator yang nilainya dibaca fungsi itu
---@field slots? spbe.Slot[] dinilai beberapa kali, masing-masing tersendiri; setiap butir mendapat bagian bobotnya
---@field scope? string apa yang dinilai, bila tidak ada definisi
---@field level_zero? string arti tingkat 0 di sini; wajib bila ada level_zero_rule
---@field definition? string apa yang dinilai
---@field data_source? string siapa yang menyatakan capaiannya: instansi, atau indeks luar
---@field supervising_agencies? string[] instansi pembinanya
---@field legal_basis? string[] pasal yang memintanya
---@field applicability? string berlaku bagi siapa
---@field aliases? string[] nama resmi lain
---@field levels spbe.Level[] tingkatnya, mulai dari yang terendah
---@field evidence_all? string[] apa yang diterima asesor, pada tingkat mana pun
---@field note? string apa yang perlu diketahui tentangnya
---@field source_ids? string[] dokumen mana dalam sources_list
---@field ladder_note? string yang perlu diketahui tentang semua levelnya
---@field conversion? spbe.Conversion bagaimana indeks luar menjadi nilainya
---@field sources? integer dalam berapa dokumen bunyi tingkatnya sepadan
---@field source_docs? string[] dokumen yang mana
---@field confidence? string seberapa pasti: high, medium, low
---@field confidence_note? string mengapa tidak lebih pasti
---@field confidence_detail? spbe.Doubt hal yang sama, per bagian

--- butir, dalam slots
---@class spbe.Slot
---@field id string indikatornya, "-", dan nomor: "I35-1"; kriterianya lalu "I35-1.3.a"
---@field label string namanya
---@field weight number|string persen dari keseluruhan; jumlah semua butir sama dengan indikatornya

--- tingkat, dalam levels
---@class spbe.Level
---@field level integer nomornya
---@field name? string namanya seperti dalam level_names; diambil dari sana bila tidak ditulis
---@field value_from? number|string nilai awalnya, bila nilai dapat terletak di antara tingkat
---@field value_to? number|string nilai ketika level itu lengkap; level berikutnya mulai di sana
---@field value_to_inclusive? boolean apakah nilai itu termasuk di dalamnya: true hanya pada yang tertinggi
---@field baseline? boolean true: selalu diberikan; kriterianya tetap dihitung untuk tingkat di atasnya
---@field criteria spbe.Criterion[] apa yang harus terpenuhi; boleh kosong bila baseline bernilai true
---@field evidence? string[] yang diterima asesor: contoh, atau butir yang dinilai
---@field item_points? (number|string)[] tambahan tiap butir, berurutan; tanpa ini butir berbagi sama rata
---@field examples? string apa yang mencapainya, misalnya; bukan kriteria
---@field note? string apa yang membatasi tingkat; bukan kriteria
---@field differences? spbe.Difference[] apa yang berbeda dalam dokumen lain

--- kriteria, dalam criteria
---@class spbe.Criterion
---@field id string indikator, tingkat, huruf: "I01.2.a"; tidak pernah dipakai lagi untuk kriteria lain
---@field text string pernyataan yang benar atau tidak
---@field basis? string dokumen asalnya: salah satu id dalam legal_basis; yang pertama bila tidak ditulis
---@field detail? string maksudnya untuk siapa
---@field any_of? string nama kelompok di dalam level: satu kriteria dari kelompok itu cukup
---@field optional? boolean true: boleh tidak ada
---@field uncertain? boolean true: belum pasti disyaratkan; dihitung, dan ditandai
---@field decisive? boolean true: metric-nya saja yang menentukan level, yang lain hanya menggambarkan
---@field describes_state? boolean true: menggambarkan keadaan awal, tidak pernah disyaratkan
---@field applies_to? string[] jenis instansi yang dikenai; "pusat": kementerian dan lembaga
---@field metric? spbe.Metric angka yang dibicarakannya
---@field guideline_only? boolean true: hanya diminta pedoman, tidak oleh peraturan
---@field from? integer tahun pertama berlakunya; wajib bila guideline_only
---@field until? integer tahun terakhir berlakunya; ditulis ["until"]
---@field withdrawn? boolean true: tidak berlaku pada tahun mana pun; tetap ada supaya jawaban lama terbaca

--- metric, dalam kriteria
---@class spbe.Metric
---@field key string nama pendeknya: "indeks_sdi"
---@field min? number|string paling sedikit
---@field min_inclusive? boolean apakah nilai min itu sendiri cukup
---@field max? number|string paling banyak
---@field max_inclusive? boolean apakah nilai max itu sendiri termasuk
---@field unit? string yang dihitung: "%"

--- conversion, dalam indikator
---@class spbe.Conversion
---@field kind? string caranya, untuk pembaca
---@field input string nama pendek indeks luar: kunci pada measures
---@field formula? string hal yang sama sebagai rumus
---@field bands (number|string)[][] garis lurus { dari, sampai, nilai pada dari, nilai pada sampai }, naik, tanpa celah
---@field worked? any contoh yang terbit: { ["in"] = 25, out = 2 }; dihitung oleh rules test
---@field basis? string di mana hal itu tertulis
---@field confidence? string seberapa pasti
---@field rejected? string yang dilakukan pihak lain, dan mengapa tidak di sini
---@field note? string apa yang perlu diketahui tentangnya

--- confidence_detail, dalam indikator
---@class spbe.Doubt
---@field name_and_weight? string tentang nama dan bobot
---@field ladder? string tentang level; ditampilkan
---@field official_text_read? boolean apakah naskah resmi terbaca

--- perbedaan, dalam differences dan earlier
---@class spbe.Difference
---@field source string dokumen yang berbeda: salah satu id dalam legal_basis
---@field text string apa bedanya

--- files, dalam pack.lua
---@class spbe.Files
---@field domains? string[] berkas yang masing-masing mengembalikan satu domain, berurutan
---@field aspects? string[] sebagai gantinya: berkas yang masing-masing memuat satu aspek, bila tidak ada domain
---@field notes? string berkas yang mengembalikan hal-hal yang belum pasti
---@field checks? string berkas yang mengembalikan acuan pemeriksaan bukti dukung
---@field examples? string berkas yang mengembalikan contoh hitungan
---@field crosswalks? string[] indikator mana pada instrumen lama menjadi indikator mana di sini

--- years, dalam pack.lua
---@class spbe.Years
---@field first integer penilaian tahun sebelumnya ditolak
---@field last integer tahun terakhir yang aturannya diketahui; tahun sesudahnya memakai aturan itu, dengan pemberitahuan
---@field source? string di mana hal itu tertulis

--- status, dalam pack.lua
---@class spbe.Status
---@field used_for_years? integer[] tahun-tahun saat benar-benar dipakai
---@field in_force_from? string tanggal: "2021-01-01"
---@field superseded_by? spbe.Successor apa penggantinya
---@field note? string seberapa pasti

--- superseded_by, dalam status
---@class spbe.Successor
---@field id string instrumennya
---@field name string namanya
---@field from? string tanggal
---@field enacted? string tanggal
---@field promulgated? string tanggal
---@field confidence? string seberapa pasti

--- structure, dalam pack.lua
---@class spbe.Structure
---@field domains integer berapa jumlah yang harus ada
---@field aspects integer berapa jumlah yang harus ada
---@field indicators integer berapa jumlah yang harus ada
---@field scored_slots? integer berapa nilai yang harus ada: indikator, setiap butir dihitung tersendiri

--- dokumen, dalam legal_basis
---@class spbe.Document
---@field id? string nama pendek: "pedoman-6-2023"; perlu bagi yang menyebutnya
---@field title? string nomor, tahun, dan perihal
---@field text? string sebagai ganti judul: isinya, bila hanya diketahui dari pihak lain
---@field articles? any pasal mana yang penting di sini, atau berapa jumlahnya
---@field role? string kedudukannya bagi instrumen
---@field enacted? string tanggal
---@field promulgated? string tanggal
---@field gazette? string tempat pengundangannya
---@field in_force? string tanggal
---@field revokes? string apa yang dicabutnya
---@field revoked_by? string apa yang mencabutnya
---@field read? string dalam bentuk apa naskahnya dibaca untuk paket ini
---@field status? string apakah masih berlaku
---@field source_ids? string[] dokumen mana dalam sources_list
---@field confidence? string seberapa pasti
---@field note? string yang belum pasti tentangnya

--- scale, dalam pack.lua
---@class spbe.Scale
---@field lowest integer tingkat terendah
---@field highest integer tingkat tertinggi
---@field min? number|string nilai terkecil
---@field max? number|string nilai terbesar
---@field continuous? boolean true: nilai dapat terletak di antara tingkat ("1.26")
---@field unanswered number|string nilai indikator yang tidak dijawab
---@field source? string di mana hal itu tertulis

--- level_zero_rule, dalam pack.lua
---@class spbe.Zero
---@field name string nama tingkat 0
---@field text? string artinya
---@field source_ids? string[] dokumen mana dalam sources_list
---@field confidence? string seberapa pasti

--- formula, dalam pack.lua
---@class spbe.Formula
---@field value? string bagaimana nilai diperoleh dari pilihan
---@field indicator? string nilai indikator
---@field aspect? string indeks aspek
---@field domain? string indeks domain
---@field index? string indeks
---@field equivalent? string hal yang sama dalam satu langkah
---@field slots? string bagaimana butir dihitung
---@field min? number|string indeks terkecil
---@field max? number|string indeks terbesar
---@field source_ids? string[] dokumen mana dalam sources_list
---@field symbols? table<string, string> arti huruf-hurufnya
---@field range? spbe.Range indeks terkecil dan terbesar
---@field known_print_errors? string[] salah cetak pada rumus resmi
---@field verification? string bagaimana rumus diperiksa
---@field worked_examples? spbe.Outcome[] hasil terbit yang dihasilkan kembali
---@field confidence? string seberapa pasti

--- range, dalam formula
---@class spbe.Range
---@field min number|string yang terkecil
---@field max number|string yang terbesar

--- hasil, dalam worked_examples
---@class spbe.Outcome
---@field case string hasil siapa
---@field exact string indeks sebelum dibulatkan
---@field published string indeks seperti diterbitkan

--- rounding, dalam pack.lua
---@class spbe.Rounding
---@field published_decimals integer banyaknya desimal pada angka terbit
---@field intermediate? string "none": tidak ada pembulatan antara
---@field mode? string "half-up"
---@field decimal_separator? string "comma" atau "point", untuk pembaca
---@field stated_in_regulation? boolean apakah peraturan menyebut cara membulatkan
---@field basis? string bagaimana hal itu diketahui
---@field predicate_on table<string, string> sejak suatu tahun: "rounded" atau "exact", indeks yang dipakai membaca predikat
---@field confidence? string seberapa pasti
---@field predicate_on_note? string bagaimana hal itu diketahui

--- rentang, dalam predicates
---@class spbe.Predicate
---@field name string predikatnya
---@field min number|string indeks terendah, termasuk dalam rentang
---@field max number|string indeks tertinggi; sama dengan min rentang di atasnya
---@field max_inclusive? boolean apakah max termasuk dalam rentang: true hanya pada yang teratas
---@field level_name? string nama level dengan rentang yang sama
---@field label_en? string hal yang sama dalam bahasa Inggris

--- national_target, dalam pack.lua
---@class spbe.Target
---@field index_min? number|string indeks paling sedikit
---@field indicator_level? integer setiap indikator paling sedikit pada tingkat ini
---@field source? string di mana hal itu tertulis
---@field note? string apa yang bukan maksudnya

--- level_names_meta, dalam pack.lua
---@class spbe.NamesMeta
---@field process_label? string sebutan tingkat bagi proses
---@field service_label? string sebutan tingkat bagi layanan
---@field variants? table<string, string[]> nama lain suatu tingkat yang dipakai
---@field variants_note? string di mana nama itu dipakai
---@field process? spbe.Remark yang diketahui tentang nama tingkat proses
---@field service? spbe.Remark yang diketahui tentang nama tingkat layanan
---@field families? spbe.Remark yang diketahui tentang jenis indikator

--- evidence_duty, dalam pack.lua
---@class spbe.Duty
---@field from_level integer bukti dukung diminta mulai tingkat ini
---@field at_least integer berapa bukti yang harus mendukung kriteria tingkat itu
---@field source? string di mana hal itu tertulis

--- items, dalam pack.lua
---@class spbe.Items
---@field shares string "equal": butir suatu level berbagi poinnya; item_points menyebut yang tidak
---@field source? string di mana hal itu tertulis

--- aturan, dalam crosscutting_rules
---@class spbe.Rule
---@field topic string tentang apa
---@field since string dokumen yang memunculkannya
---@field text string aturannya
---@field earlier? spbe.Difference[] apa yang diminta sebelumnya

--- evidence_upload, dalam pack.lua
---@class spbe.Upload
---@field file_types? string[] akhiran nama berkas
---@field max_size_mb? integer berkas terbesar
---@field max_name_length? integer nama berkas terpanjang
---@field over_limit? string apa yang dilakukan dengan berkas yang lebih besar
---@field multiple? string apa yang dilakukan dengan banyak berkas
---@field inside_archive_examples? string[] akhiran berkas di dalam arsip
---@field basis? string di mana hal itu terlihat
---@field sources? integer dalam berapa dokumen
---@field confidence? string seberapa pasti

--- portal, dalam pack.lua
---@class spbe.Portal
---@field facts? string kata di depan fakta sebuah penjelasan
---@field analysis? string kata di depan analisisnya
---@field explanation_length? integer paling banyak berapa karakter satu penjelasan; tidak ditulis bila tidak diketahui
---@field files_per_indicator? integer berapa berkas yang diterima satu indikator
---@field archive? string akhiran arsip yang memuat beberapa berkas: "zip"
---@field file_prefix? string awal nama berkas, di depan nomor dan huruf
---@field uncertain? string[] apa yang belum pasti dari semua ini; disampaikan di mana pun batas dipakai
---@field source? string di mana hal itu tertulis

--- papers, dalam pack.lua
---@class spbe.Papers
---@field subject string apa yang dinilai, selengkapnya: "Sistem Pemerintahan Berbasis Elektronik (SPBE)"
---@field index string sebutan indeksnya: "Indeks SPBE"
---@field evaluation string sebutan seluruhnya: "Evaluasi SPBE"
---@field coordinator string siapa yang bertanggung jawab di instansi: "Koordinator SPBE"
---@field internal_team string siapa yang menilai di instansi: "Tim Asesor Internal"
---@field method? string bagaimana hasil terjadi, satu paragraf
---@field list spbe.Paper[] naskah-naskahnya

--- sebuah naskah, dalam papers.list
---@class spbe.Paper
---@field id string templatnya: "berita-acara"
---@field title string sebutannya
---@field official boolean true: diketahui bahwa naskah instrumen ini memintanya
---@field statement? string apa yang dinyatakan penanda tangannya
---@field note? string sejauh mana hal itu diketahui; dicetak pada naskah yang tidak resmi

--- pertanyaan, dalam general_questions
---@class spbe.Question
---@field id string nama singkatnya: "PU1"
---@field text string pertanyaannya

--- plan, dalam pack.lua: biaya langkah-langkah
---@class spbe.Plan
---@field unit string satuan biaya: "poin upaya"
---@field date string kapan ditaksir, sebuah tanggal
---@field source string siapa yang menaksir dan bagaimana; disampaikan di mana pun dipakai
---@field steps spbe.Step[] biaya langkah-langkah; yang berlaku ialah baris pertama yang cocok

--- sebuah langkah, dalam plan.steps
---@class spbe.Step
---@field level integer tingkat yang dicapai, dari tingkat di bawahnya
---@field kind? string hanya untuk jenis indikator ini: nama dalam level_names
---@field aspects? string[] hanya untuk indikator aspek-aspek ini: "A1"
---@field cost number|string biayanya, dalam satuan di atas
---@field months integer berapa bulan dari mulai sampai selesai dan terbukti
---@field what? string apa yang pada umumnya dikerjakan

--- report_rules, dalam pack.lua
---@class spbe.Report
---@field fulfilled_levels? integer[] tingkat indikator yang dianggap memenuhi
---@field strength_levels? integer[] tingkat yang merupakan kekuatan
---@field weakness_levels? integer[] tingkat yang merupakan kelemahan
---@field per? string disebut untuk apa
---@field order? string urutan penyebutannya
---@field recommendation_parts? string[] bagian-bagian rekomendasi
---@field basis? string[] dokumen yang menyebutnya

--- pertentangan, dalam known_conflicts
---@class spbe.Conflict
---@field topic string tentang apa
---@field text string bunyi naskahnya
---@field resolution string apa yang dilakukan paket ini

--- sources_meta, dalam catatan
---@class spbe.SourcesMeta
---@field count_means? string apa yang dihitung
---@field legal_basis_note? string bagaimana pasal dibaca
---@field evidence_note? string asal bukti dukung

--- dokumen yang dibaca, dalam sources_catalog
---@class spbe.Reference
---@field key string nama singkatnya: "S1"
---@field cite string tempatnya
---@field what string apa isinya

--- dokumen yang dibaca, dalam sources_list
---@class spbe.Source
---@field id string nama singkatnya: "S1"
---@field title string apa isinya
---@field where string tempatnya
---@field gives string apa yang diambil darinya

--- yang diketahui tentang satu bagian paket: predicates_meta, weights_meta, dan sejenisnya
---@class spbe.Remark
---@field text? string yang diketahui
---@field unit? string satuan angkanya
---@field source_ids? string[] dokumen mana dalam sources_list
---@field confidence? string seberapa pasti
---@field note? string yang belum pasti
---@field discrepancies? spbe.Discrepancy[] tempat dokumen berbeda

--- perbedaan antardokumen, dalam discrepancies
---@class spbe.Discrepancy
---@field where string dokumen mana
---@field found string apa bunyinya
---@field kept string apa yang dipakai paket ini
---@field why string mengapa itu yang benar

--- aturan umur, dalam ages
---@class spbe.Age
---@field what string apa yang diukur umurnya, untuk kalimatnya
---@field from integer tahun penilaian pertama yang dikenai
---@field until? integer tahun terakhirnya; ditulis ["until"]
---@field under_years integer bukti harus berumur kurang dari ini
---@field criteria string[] kriteria yang dikenai: "I01.4.b", atau seluruh "I01.4"
---@field source? string di mana hal itu tertulis

--- coverage, dalam acuan pemeriksaan
---@class spbe.Coverage
---@field partial? string[] tingkat yang meminta sebagian: "I05.2"
---@field full? string[] tingkat yang meminta seluruhnya: "I05.3"

--- berkas files.examples: daftar contoh hitungan, masing-masing
---@class spbe.Example
---@field case string hasil siapa
---@field agency? string instansinya
---@field kind? string kementerian, lembaga, provinsi, kabupaten, kota, atau lainnya
---@field year integer tahun yang dinilai
---@field basis? string "claimed": tingkat atau nilai dipakai apa adanya; "supported": berasal dari butir, ukuran, atau kriteria
---@field levels? integer[] tingkat setiap indikator menurut urutan, setiap butir tersendiri
---@field values? (number|string)[] sebagai ganti levels: nilai setiap indikator, juga di antara tingkat
---@field items? string[] butir yang diterima: "I01.1.e1"
---@field measures? table<string, string> indeks luar menurut kuncinya: indeks_sdi = "68.75"
---@field aspects? table<string, string> sebagai ganti levels: nilai setiap aspek, bila hanya itu yang terbit
---@field met? string[] sebagai ganti levels: kriteria yang terpenuhi, masing-masing dengan satu bukti dukung: "I01.2.a", atau semua "I01.2"; yang lain tidak terpenuhi
---@field unproven? string[] di antaranya yang tidak punya bukti dukung
---@field unanswered? string[] indikator yang tidak dijawab siapa pun, apa pun yang diberikan untuknya: "I05"
---@field tolerance? number|string seberapa jauh angka terbit boleh berbeda: "0.01"; tidak boleh bila tidak ditulis
---@field expect spbe.Expect apa yang harus dihasilkan
---@field source? string tempat pengundangannya
---@field note? string apa yang perlu diketahui tentangnya

--- expect, dalam contoh
---@class spbe.Expect
---@field index? string indeks seperti diterbitkan, dengan titik: "2.15"
---@field exact? string indeks sebelum dibulatkan
---@field predicate? string predikatnya
---@field domains? table<string, string> nilai domain menurut id: D1 = "1.40"
---@field aspects? table<string, string> nilai aspek menurut id
---@field indicators? table<string, string> nilai indikator menurut id
---@field values? table<string, string> nilai tepat indikator menurut id: I01 = "7/6"

--- berkas dalam files.crosswalks: dari instrumen lama ke instrumen ini
---@class spbe.Crosswalk
---@field from string paket asalnya, menurut id: "spbe-2018"
---@field source string di mana hal itu tertulis
---@field note? string yang perlu diketahui tentang semua baris
---@field rows spbe.CrosswalkRow[] satu untuk setiap indikator paket ini, dan untuk setiap yang hilang

--- sebuah baris dalam rows suatu padanan
---@class spbe.CrosswalkRow
---@field relation string same, split, merged, changed, atau none
---@field to? string indikator paket ini; tidak ada: tidak dinilai lagi
---@field from? string[] indikator atau butir paket asal; tidak ada: baru
---@field criteria? spbe.Pair[] kriteria yang menanyakan hal yang sama dengan kata lain
---@field comparability? string seberapa dekat keduanya: high, medium, atau low
---@field confidence? string seberapa pasti baris ini: high, medium, atau low
---@field note? string yang berubah

--- sepasang kriteria dalam baris suatu padanan
---@class spbe.Pair
---@field to string kriteria paket ini
---@field from string kriteria paket asal

--- overlay.lua
---@class spbe.Overlay
---@field format string bentuk overlay: "spbe-overlay/1"
---@field id string nama pendeknya: huruf kecil, angka, dan '-'
---@field title string apa yang dilakukannya, satu baris
---@field base string id paket yang diubahnya: "spbe-2020"
---@field base_sha256? string keadaan paket yang menjadi dasarnya; keadaan lain diberi catatan
---@field author string siapa penanggung jawabnya: lembaga atau jabatan
---@field date string kapan diputuskan: "2026-11-22"
---@field reason string alasannya
---@field source string naskah dasarnya: surat, keputusan, notula
---@field changes spbe.Change[] apa yang diubahnya, berurutan; boleh kosong
---@field examples? spbe.Example[] contoh hitungan menurut aturan ini, untuk 'spbe rules test'

--- satu perubahan, dalam changes suatu overlay
---@class spbe.Change
---@field change string macam perubahan: lihat tabel macam perubahan
---@field of? string apa yang diubah: id indikator, id kriteria
---@field to? number|string|boolean nilai barunya
---@field was? number|string|boolean nilai yang digantikan; ditolak bila aturan berkata lain
---@field basis? string untuk kriteria baru: dokumen asalnya
---@field guideline_only? boolean untuk kriteria baru: hanya diminta pedoman
---@field from? integer tahun pertama berlakunya
---@field until? integer tahun terakhirnya; ditulis ["until"]
---@field depends_on? string[] untuk fungsi: indikator yang nilainya dibaca
---@field over? string overlay yang perubahannya memang hendak digantikan
---@field reason? string alasan untuk perubahan ini saja
---@field source? string di mana hal itu tertulis

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
--- galat mengakhiri pemuatan paket
---@deprecated
pcall = nil
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
