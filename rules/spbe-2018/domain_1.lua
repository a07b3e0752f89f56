--- Domain 1, Kebijakan Internal SPBE: indicators I01 to I17.
--
-- Structure, weights and criteria: the questionnaire of PermenPANRB 5/2018, read in the documents
-- S1 to S3 and S9 of notes.lua; the regulation's annex itself could not be read. Written in our own
-- words; the official texts bind.
--
-- level_zero: what level 0 means; it needs nothing and is granted to everyone. examples: what reaches
-- a level, for example; not a criterion. evidence: what assessors accept, by level as this pack reads
-- the list of the indicator, evidence_all. sources: in how many documents the levels read alike.
return {
  id = "D1", no = 1, weight = 17,
  name = "Kebijakan Internal SPBE",
  aspects = {

    -- A1 Kebijakan Internal Tata Kelola SPBE
    { id = "A1", no = 1, weight = 7,
      name = "Kebijakan Internal Tata Kelola SPBE",
      indicators = {

        -- I01 Kebijakan Internal Tim Pengarah SPBE Instansi Pemerintah
        { id = "I01", no = 1, kind = "process", weight = 1,
          name = "Kebijakan Internal Tim Pengarah SPBE Instansi Pemerintah",
          short_name = "Kebijakan Tim Pengarah",
          scope = "Aturan tentang tugas pejabat yang mengarahkan, mengendalikan, dan menilai SPBE; tim atau komite pengarah TIK dipandang setara.",
          level_zero = "Aturan tentang tim pengarah belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I01.1.a",
                  text = "Aturan tentang tim pengarah baru berwujud konsep, belum disahkan." },
              },
              evidence = { "rancangan kebijakan" } },
            { level = 2,
              criteria = {
                { id = "I01.2.a", text = "Aturan telah disahkan dan merinci tugas tim." },
                { id = "I01.2.b",
                  text = "Jangkauan tugas tim baru sebagian unit kerja atau perangkat daerah." },
              },
              evidence = { "dokumen kebijakan" } },
            { level = 3,
              criteria = {
                { id = "I01.3.a",
                  text = "Jangkauan tugas tim dalam aturan meliputi seluruh unit kerja atau perangkat daerah." },
              },
              evidence = { "dokumen kebijakan" } },
            { level = 4,
              criteria = {
                { id = "I01.4.a",
                  text = "Tugas tim memuat arah bekerja sama atau menyatukan SPBE dengan instansi lain (sesama pusat, sesama daerah, atau pusat dengan daerah)." },
              },
              evidence = { "dokumen kebijakan" } },
            { level = 5,
              criteria = {
                { id = "I01.5.a", text = "Penerapan aturan ditinjau secara rutin." },
                { id = "I01.5.b",
                  text = "Temuan tinjauan dipakai membenahi aturan supaya cocok dengan kebutuhan instansi serta perkembangan lingkungan dan teknologi." },
              },
              evidence = { "bukti evaluasi kebijakan", "bukti permintaan perubahan kebijakan" } },
          },
          evidence_all = {
            "dokumen kebijakan",
            "bukti pelaksanaan tugas menurut kebijakan",
            "bukti evaluasi kebijakan",
            "bukti permintaan perubahan kebijakan",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },

        -- I02 Kebijakan Internal Inovasi Proses Bisnis Terintegrasi
        { id = "I02", no = 2, kind = "process", weight = 1,
          name = "Kebijakan Internal Inovasi Proses Bisnis Terintegrasi",
          short_name = "Kebijakan Proses Bisnis",
          scope = "Aturan tentang pembakuan dan penyatuan alur kerja (proses bisnis makro, meso, atau mikro/SOP).",
          level_zero = "Aturan pembakuan proses bisnis belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I02.1.a",
                  text = "Aturan pembakuan penyusunan proses bisnis baru berwujud konsep atau menunggu ditetapkan." },
              },
              evidence = { "rancangan kebijakan" } },
            { level = 2,
              criteria = {
                { id = "I02.2.a",
                  text = "Aturan yang membakukan cara menyusun proses bisnis telah ditetapkan." },
              },
              evidence = { "dokumen kebijakan" } },
            { level = 3,
              criteria = {
                { id = "I02.3.a",
                  text = "Aturan menopang penyatuan alur kerja antarunit di lingkungan instansi sendiri." },
              },
              evidence = { "dokumen kebijakan" } },
            { level = 4,
              criteria = {
                { id = "I02.4.a",
                  text = "Aturan mengarahkan penyatuan alur kerja dengan instansi lain, pusat maupun daerah." },
              },
              evidence = { "dokumen kebijakan" } },
            { level = 5,
              criteria = {
                { id = "I02.5.a", text = "Penerapan aturan ditinjau secara rutin." },
                { id = "I02.5.b",
                  text = "Temuan tinjauan dipakai membenahi aturan supaya cocok dengan kebutuhan instansi serta perkembangan lingkungan dan teknologi." },
              },
              evidence = { "bukti evaluasi kebijakan", "bukti permintaan perubahan kebijakan" } },
          },
          evidence_all = {
            "dokumen kebijakan",
            "bukti evaluasi kebijakan",
            "bukti permintaan perubahan kebijakan",
          },
          source_ids = { "S1", "S2", "S3", "S9" }, sources = 4, confidence = "high",
        },

        -- I03 Kebijakan Internal Rencana Induk SPBE Instansi Pemerintah
        { id = "I03", no = 3, kind = "process", weight = 1,
          name = "Kebijakan Internal Rencana Induk SPBE Instansi Pemerintah",
          short_name = "Kebijakan Rencana Induk",
          scope = "Aturan tentang rencana induk SPBE yang berisi visi-misi, arsitektur (bisnis, data, aplikasi, teknologi, keamanan), dan peta jalan; dikenal juga sebagai master plan atau cetak biru TIK.",
          level_zero = "Aturan tentang rencana induk belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I03.1.a",
                  text = "Aturan tentang rencana induk baru berwujud konsep atau menunggu disahkan." },
              },
              evidence = { "rancangan kebijakan" } },
            { level = 2,
              criteria = {
                { id = "I03.2.a", text = "Aturan telah disahkan." },
                { id = "I03.2.b",
                  text = "Baru sebagian isi rencana induk yang diatur: visi-misi, arsitektur, atau peta jalan; arsitektur yang belum lengkap lima bidangnya juga terhitung sebagian." },
              },
              evidence = { "dokumen kebijakan" } },
            { level = 3,
              criteria = {
                { id = "I03.3.a",
                  text = "Ketiga isi rencana induk (visi-misi, arsitektur, peta jalan) diatur lengkap." },
              },
              evidence = { "dokumen kebijakan" } },
            { level = 4,
              criteria = {
                { id = "I03.4.a", text = "Aturan mencakup integrasi SPBE dengan instansi lain." },
                { id = "I03.4.b",
                  text = "Integrasi tersebut tergambar dalam arsitektur dan terjadwal dalam peta jalan." },
              },
              evidence = { "dokumen kebijakan" } },
            { level = 5,
              criteria = {
                { id = "I03.5.a", text = "Penerapan aturan ditinjau secara rutin." },
                { id = "I03.5.b",
                  text = "Temuan tinjauan dipakai membenahi aturan supaya cocok dengan kebutuhan instansi serta perkembangan lingkungan dan teknologi." },
              },
              evidence = { "bukti evaluasi kebijakan", "bukti permintaan perubahan kebijakan" } },
          },
          evidence_all = {
            "dokumen kebijakan",
            "bukti evaluasi kebijakan",
            "bukti permintaan perubahan kebijakan",
          },
          source_ids = { "S1", "S2", "S3", "S9" }, sources = 4, confidence = "high",
        },

        -- I04 Kebijakan Internal Anggaran dan Belanja TIK
        { id = "I04", no = 4, kind = "process", weight = 1,
          name = "Kebijakan Internal Anggaran dan Belanja TIK",
          short_name = "Kebijakan Anggaran TIK",
          scope = "Aturan tentang penyusunan rencana dan anggaran TIK tahunan yang selaras dengan rencana induk SPBE.",
          level_zero = "Aturan tentang perencanaan dan penganggaran TIK belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I04.1.a",
                  text = "Aturan perencanaan dan penganggaran TIK baru berwujud konsep atau menunggu disahkan." },
              },
              evidence = { "rancangan kebijakan" } },
            { level = 2,
              criteria = {
                { id = "I04.2.a", text = "Aturan telah disahkan." },
                { id = "I04.2.b",
                  text = "Rencana dan anggaran TIK diselaraskan dengan sebagian arsitektur atau sebagian peta jalan SPBE." },
              },
              evidence = { "dokumen kebijakan" } },
            { level = 3,
              criteria = {
                { id = "I04.3.a",
                  text = "Penyelarasan menyangkut seluruh arsitektur dan peta jalan dalam rencana induk." },
              },
              evidence = { "dokumen kebijakan" } },
            { level = 4,
              criteria = {
                { id = "I04.4.a",
                  text = "Aturan mengarahkan rencana dan anggaran TIK bagi integrasi SPBE dengan instansi lain." },
              },
              evidence = { "dokumen kebijakan" } },
            { level = 5,
              criteria = {
                { id = "I04.5.a", text = "Penerapan aturan ditinjau secara rutin." },
                { id = "I04.5.b",
                  text = "Temuan tinjauan dipakai membenahi aturan supaya cocok dengan kebutuhan instansi serta perkembangan lingkungan dan teknologi." },
              },
              evidence = { "bukti evaluasi kebijakan", "bukti permintaan perubahan kebijakan" } },
          },
          evidence_all = {
            "dokumen kebijakan",
            "bukti evaluasi kebijakan",
            "bukti permintaan perubahan kebijakan",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },

        -- I05 Kebijakan Internal Pengoperasian Pusat Data
        { id = "I05", no = 5, kind = "process", weight = 1,
          name = "Kebijakan Internal Pengoperasian Pusat Data",
          short_name = "Kebijakan Pusat Data",
          scope = "Aturan tentang penyelenggaraan fasilitas penempatan sistem, penyimpanan, pengolahan, dan pemulihan data; acuan standar yang disebut ANSI/TIA-942 atau Uptime Institute.",
          level_zero = "Aturan tentang pengoperasian pusat data belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I05.1.a",
                  text = "Aturan pengoperasian pusat data baru berwujud konsep atau menunggu disahkan." },
              },
              evidence = { "rancangan kebijakan" } },
            { level = 2,
              criteria = {
                { id = "I05.2.a", text = "Aturan telah disahkan." },
                { id = "I05.2.b",
                  text = "Pemanfaatan pusat data diatur untuk sebagian unit kerja atau perangkat daerah." },
              },
              evidence = { "dokumen kebijakan" } },
            { level = 3,
              criteria = {
                { id = "I05.3.a",
                  text = "Pemanfaatan pusat data diatur untuk seluruh unit kerja atau perangkat daerah." },
              },
              evidence = { "dokumen kebijakan" } },
            { level = 4,
              criteria = {
                { id = "I05.4.a",
                  text = "Aturan mengarahkan penyatuan dengan pusat data instansi lain atau peralihan ke pusat data nasional." },
              },
              evidence = { "dokumen kebijakan" } },
            { level = 5,
              criteria = {
                { id = "I05.5.a", text = "Penerapan aturan ditinjau secara rutin." },
                { id = "I05.5.b",
                  text = "Temuan tinjauan dipakai membenahi aturan supaya cocok dengan kebutuhan instansi serta perkembangan lingkungan dan teknologi." },
              },
              evidence = { "bukti evaluasi kebijakan", "bukti permintaan perubahan kebijakan" } },
          },
          evidence_all = {
            "dokumen kebijakan",
            "bukti evaluasi kebijakan",
            "bukti permintaan perubahan kebijakan",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },

        -- I06 Kebijakan Internal Integrasi Sistem Aplikasi
        { id = "I06", no = 6, kind = "process", weight = 1,
          name = "Kebijakan Internal Integrasi Sistem Aplikasi",
          short_name = "Kebijakan Integrasi Aplikasi",
          scope = "Aturan tentang penyambungan aplikasi melalui layanan, middleware, atau data; kelengkapannya dibandingkan dengan rencana induk atau rencana integrasi aplikasi.",
          level_zero = "Aturan tentang integrasi aplikasi belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I06.1.a",
                  text = "Aturan integrasi aplikasi baru berwujud konsep atau menunggu disahkan." },
              },
              evidence = { "rancangan kebijakan" } },
            { level = 2,
              criteria = {
                { id = "I06.2.a", text = "Aturan telah disahkan." },
                { id = "I06.2.b",
                  text = "Integrasi yang diatur baru menyangkut sebagian aplikasi instansi." },
              },
              evidence = {
                "dokumen kebijakan",
                "dokumen rencana induk SPBE bagian arsitektur aplikasi atau dokumen rencana integrasi aplikasi",
              } },
            { level = 3,
              criteria = {
                { id = "I06.3.a",
                  text = "Integrasi yang diatur menyangkut seluruh aplikasi instansi." },
              },
              evidence = {
                "dokumen kebijakan",
                "dokumen rencana induk SPBE bagian arsitektur aplikasi atau dokumen rencana integrasi aplikasi",
              } },
            { level = 4,
              criteria = {
                { id = "I06.4.a",
                  text = "Aturan mengarahkan integrasi aplikasi dengan instansi lain, pusat maupun daerah." },
              },
              evidence = { "dokumen kebijakan" } },
            { level = 5,
              criteria = {
                { id = "I06.5.a", text = "Penerapan aturan ditinjau secara rutin." },
                { id = "I06.5.b",
                  text = "Temuan tinjauan dipakai membenahi aturan supaya cocok dengan kebutuhan instansi serta perkembangan lingkungan dan teknologi." },
              },
              evidence = { "bukti evaluasi kebijakan", "bukti permintaan perubahan kebijakan" } },
          },
          evidence_all = {
            "dokumen kebijakan",
            "dokumen rencana induk SPBE bagian arsitektur aplikasi atau dokumen rencana integrasi aplikasi",
            "bukti evaluasi kebijakan",
            "bukti permintaan perubahan kebijakan",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },

        -- I07 Kebijakan Internal Penggunaan Aplikasi Umum Berbagi Pakai
        { id = "I07", no = 7, kind = "process", weight = 1,
          name = "Kebijakan Internal Penggunaan Aplikasi Umum Berbagi Pakai",
          short_name = "Kebijakan Aplikasi Umum",
          scope = "Aturan tentang pemakaian aplikasi SPBE yang sama dan baku untuk banyak instansi, misalnya naskah dinas, kepegawaian, penganggaran berbasis kinerja, atau pengaduan (e-Lapor).",
          level_zero = "Aturan tentang pemakaian aplikasi umum berbagi pakai belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I07.1.a",
                  text = "Aturan pemakaian aplikasi umum berbagi pakai baru berwujud konsep atau menunggu disahkan." },
              },
              evidence = { "rancangan kebijakan" } },
            { level = 2,
              criteria = {
                { id = "I07.2.a", text = "Aturan telah disahkan." },
                { id = "I07.2.b",
                  text = "Baru sebagian aplikasi umum berbagi pakai yang termuat." },
              },
              evidence = {
                "dokumen kebijakan",
                "dokumen rencana induk SPBE bagian arsitektur aplikasi atau dokumen rencana integrasi aplikasi",
              } },
            { level = 3,
              criteria = {
                { id = "I07.3.a",
                  text = "Pemakaian seluruh aplikasi umum berbagi pakai di instansi telah diatur." },
              },
              evidence = {
                "dokumen kebijakan",
                "dokumen rencana induk SPBE bagian arsitektur aplikasi atau dokumen rencana integrasi aplikasi",
              } },
            { level = 4,
              criteria = {
                { id = "I07.4.a",
                  text = "Aturan mengarahkan aplikasi umum berbagi pakai agar tersambung dengan aplikasi instansi sendiri." },
              },
              evidence = { "dokumen kebijakan" } },
            { level = 5,
              criteria = {
                { id = "I07.5.a", text = "Penerapan aturan ditinjau secara rutin." },
                { id = "I07.5.b",
                  text = "Temuan tinjauan dipakai membenahi aturan supaya cocok dengan kebutuhan instansi serta perkembangan lingkungan dan teknologi." },
              },
              evidence = { "bukti evaluasi kebijakan", "bukti permintaan perubahan kebijakan" } },
          },
          evidence_all = {
            "dokumen kebijakan",
            "dokumen rencana induk SPBE bagian arsitektur aplikasi atau dokumen rencana integrasi aplikasi",
            "bukti evaluasi kebijakan",
            "bukti permintaan perubahan kebijakan",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },
      } },

    -- A2 Kebijakan Internal Layanan SPBE
    { id = "A2", no = 2, weight = 10,
      name = "Kebijakan Internal Layanan SPBE",
      indicators = {

        -- I08 Kebijakan Internal Layanan Naskah Dinas
        { id = "I08", no = 8, kind = "process", weight = 1,
          name = "Kebijakan Internal Layanan Naskah Dinas",
          short_name = "Kebijakan Naskah Dinas",
          scope = "Aturan tentang sistem naskah dinas elektronik.",
          level_zero = "Aturan tentang sistem naskah dinas elektronik belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I08.1.a",
                  text = "Aturan tentang sistem naskah dinas elektronik baru berwujud konsep atau menunggu disahkan." },
              },
              evidence = { "rancangan kebijakan" } },
            { level = 2,
              criteria = {
                { id = "I08.2.a",
                  text = "Aturan tentang sistem naskah dinas elektronik telah disahkan." },
                { id = "I08.2.b",
                  text = "Muatannya baru menjawab sebagian keperluan instansi bila dibandingkan dengan pedoman tata naskah dinas instansi." },
              },
              evidence = { "dokumen kebijakan", "pedoman tata naskah dinas" } },
            { level = 3,
              criteria = {
                { id = "I08.3.a",
                  text = "Muatan aturan menjawab seluruh keperluan sistem naskah dinas elektronik; semua ketentuan dalam pedoman tata naskah dinas instansi tertampung." },
              },
              evidence = { "dokumen kebijakan", "pedoman tata naskah dinas" } },
            { level = 4,
              criteria = {
                { id = "I08.4.a",
                  text = "Aturan mengarahkan penyambungan dengan sistem sejenis di instansi lain atau dengan aplikasi lain di dalam instansi." },
                { id = "I08.4.b",
                  text = "Arah itu terbaca pada arsitektur aplikasi atau rencana integrasi aplikasi." },
              },
              evidence = {
                "dokumen kebijakan",
                "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
              } },
            { level = 5,
              criteria = {
                { id = "I08.5.a", text = "Penerapan aturan ditinjau secara rutin." },
                { id = "I08.5.b",
                  text = "Temuan tinjauan dipakai membenahi aturan supaya cocok dengan kebutuhan instansi serta perkembangan lingkungan dan teknologi." },
              },
              evidence = { "bukti evaluasi kebijakan", "bukti permintaan perubahan kebijakan" } },
          },
          evidence_all = {
            "dokumen kebijakan",
            "pedoman tata naskah dinas",
            "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
            "bukti evaluasi kebijakan",
            "bukti permintaan perubahan kebijakan",
          },
          source_ids = { "S1", "S2", "S3", "S9" }, sources = 4, confidence = "high",
        },

        -- I09 Kebijakan Internal Layanan Manajemen Kepegawaian
        { id = "I09", no = 9, kind = "process", weight = 1,
          name = "Kebijakan Internal Layanan Manajemen Kepegawaian",
          short_name = "Kebijakan Kepegawaian",
          scope = "Aturan tentang sistem manajemen kepegawaian elektronik.",
          level_zero = "Aturan tentang sistem manajemen kepegawaian belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I09.1.a",
                  text = "Aturan tentang sistem manajemen kepegawaian baru berwujud konsep atau menunggu disahkan." },
              },
              evidence = { "rancangan kebijakan" } },
            { level = 2,
              criteria = {
                { id = "I09.2.a",
                  text = "Aturan tentang sistem manajemen kepegawaian telah disahkan." },
                { id = "I09.2.b",
                  text = "Muatannya baru menjawab sebagian keperluan instansi bila dibandingkan dengan ketentuan manajemen kepegawaian instansi." },
              },
              evidence = { "dokumen kebijakan", "dokumen manajemen kepegawaian" } },
            { level = 3,
              criteria = {
                { id = "I09.3.a",
                  text = "Muatan aturan menjawab seluruh keperluan sistem manajemen kepegawaian; semua ketentuan dalam ketentuan manajemen kepegawaian instansi tertampung." },
              },
              evidence = { "dokumen kebijakan", "dokumen manajemen kepegawaian" } },
            { level = 4,
              criteria = {
                { id = "I09.4.a",
                  text = "Aturan mengarahkan penyambungan dengan sistem kepegawaian BKN atau aplikasi lain di dalam instansi." },
                { id = "I09.4.b",
                  text = "Arah itu terbaca pada arsitektur aplikasi atau rencana integrasi aplikasi." },
              },
              evidence = {
                "dokumen kebijakan",
                "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
              } },
            { level = 5,
              criteria = {
                { id = "I09.5.a", text = "Penerapan aturan ditinjau secara rutin." },
                { id = "I09.5.b",
                  text = "Temuan tinjauan dipakai membenahi aturan supaya cocok dengan kebutuhan instansi serta perkembangan lingkungan dan teknologi." },
              },
              evidence = { "bukti evaluasi kebijakan", "bukti permintaan perubahan kebijakan" } },
          },
          evidence_all = {
            "dokumen kebijakan",
            "dokumen manajemen kepegawaian",
            "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
            "bukti evaluasi kebijakan",
            "bukti permintaan perubahan kebijakan",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },

        -- I10 Kebijakan Internal Layanan Manajemen Perencanaan dan Penganggaran
        { id = "I10", no = 10, kind = "process", weight = 1,
          name = "Kebijakan Internal Layanan Manajemen Perencanaan dan Penganggaran",
          short_name = "Kebijakan Perencanaan dan Penganggaran",
          scope = "Aturan tentang sistem manajemen perencanaan dan penganggaran elektronik.",
          level_zero = "Aturan tentang sistem perencanaan dan penganggaran belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I10.1.a",
                  text = "Aturan tentang sistem perencanaan dan penganggaran baru berwujud konsep atau menunggu disahkan." },
              },
              evidence = { "rancangan kebijakan" } },
            { level = 2,
              criteria = {
                { id = "I10.2.a",
                  text = "Aturan tentang sistem perencanaan dan penganggaran telah disahkan." },
                { id = "I10.2.b",
                  text = "Muatannya baru menjawab sebagian keperluan instansi bila dibandingkan dengan ketentuan perencanaan dan penganggaran instansi." },
              },
              evidence = {
                "dokumen kebijakan",
                "dokumen manajemen perencanaan dan penganggaran",
              } },
            { level = 3,
              criteria = {
                { id = "I10.3.a",
                  text = "Muatan aturan menjawab seluruh keperluan sistem perencanaan dan penganggaran; semua ketentuan dalam ketentuan perencanaan dan penganggaran instansi tertampung." },
              },
              evidence = {
                "dokumen kebijakan",
                "dokumen manajemen perencanaan dan penganggaran",
              } },
            { level = 4,
              criteria = {
                { id = "I10.4.a",
                  text = "Aturan mengarahkan penyambungan dengan aplikasi lain di dalam instansi." },
                { id = "I10.4.b",
                  text = "Arah itu terbaca pada arsitektur aplikasi atau rencana integrasi aplikasi." },
              },
              evidence = {
                "dokumen kebijakan",
                "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
              } },
            { level = 5,
              criteria = {
                { id = "I10.5.a", text = "Penerapan aturan ditinjau secara rutin." },
                { id = "I10.5.b",
                  text = "Temuan tinjauan dipakai membenahi aturan supaya cocok dengan kebutuhan instansi serta perkembangan lingkungan dan teknologi." },
              },
              evidence = { "bukti evaluasi kebijakan", "bukti permintaan perubahan kebijakan" } },
          },
          evidence_all = {
            "dokumen kebijakan",
            "dokumen manajemen perencanaan dan penganggaran",
            "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
            "bukti evaluasi kebijakan",
            "bukti permintaan perubahan kebijakan",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },

        -- I11 Kebijakan Internal Layanan Manajemen Keuangan
        { id = "I11", no = 11, kind = "process", weight = 1,
          name = "Kebijakan Internal Layanan Manajemen Keuangan",
          short_name = "Kebijakan Keuangan",
          scope = "Aturan tentang sistem manajemen keuangan elektronik.",
          level_zero = "Aturan tentang sistem manajemen keuangan belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I11.1.a",
                  text = "Aturan tentang sistem manajemen keuangan baru berwujud konsep atau menunggu disahkan." },
              },
              evidence = { "rancangan kebijakan" } },
            { level = 2,
              criteria = {
                { id = "I11.2.a",
                  text = "Aturan tentang sistem manajemen keuangan telah disahkan." },
                { id = "I11.2.b",
                  text = "Muatannya baru menjawab sebagian keperluan instansi bila dibandingkan dengan ketentuan manajemen keuangan instansi." },
              },
              evidence = { "dokumen kebijakan", "dokumen manajemen keuangan" } },
            { level = 3,
              criteria = {
                { id = "I11.3.a",
                  text = "Muatan aturan menjawab seluruh keperluan sistem manajemen keuangan; semua ketentuan dalam ketentuan manajemen keuangan instansi tertampung." },
              },
              evidence = { "dokumen kebijakan", "dokumen manajemen keuangan" } },
            { level = 4,
              criteria = {
                { id = "I11.4.a",
                  text = "Aturan mengarahkan penyambungan dengan aplikasi lain di dalam instansi." },
                { id = "I11.4.b",
                  text = "Arah itu terbaca pada arsitektur aplikasi atau rencana integrasi aplikasi." },
              },
              evidence = {
                "dokumen kebijakan",
                "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
              } },
            { level = 5,
              criteria = {
                { id = "I11.5.a", text = "Penerapan aturan ditinjau secara rutin." },
                { id = "I11.5.b",
                  text = "Temuan tinjauan dipakai membenahi aturan supaya cocok dengan kebutuhan instansi serta perkembangan lingkungan dan teknologi." },
              },
              evidence = { "bukti evaluasi kebijakan", "bukti permintaan perubahan kebijakan" } },
          },
          evidence_all = {
            "dokumen kebijakan",
            "dokumen manajemen keuangan",
            "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
            "bukti evaluasi kebijakan",
            "bukti permintaan perubahan kebijakan",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },

        -- I12 Kebijakan Internal Layanan Manajemen Kinerja
        { id = "I12", no = 12, kind = "process", weight = 1,
          name = "Kebijakan Internal Layanan Manajemen Kinerja",
          short_name = "Kebijakan Kinerja",
          scope = "Aturan tentang sistem manajemen kinerja elektronik.",
          level_zero = "Aturan tentang sistem manajemen kinerja belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I12.1.a",
                  text = "Aturan tentang sistem manajemen kinerja baru berwujud konsep atau menunggu disahkan." },
              },
              evidence = { "rancangan kebijakan" } },
            { level = 2,
              criteria = {
                { id = "I12.2.a",
                  text = "Aturan tentang sistem manajemen kinerja telah disahkan." },
                { id = "I12.2.b",
                  text = "Muatannya baru menjawab sebagian keperluan instansi bila dibandingkan dengan ketentuan manajemen kinerja instansi." },
              },
              evidence = { "dokumen kebijakan", "dokumen kebijakan manajemen kinerja" } },
            { level = 3,
              criteria = {
                { id = "I12.3.a",
                  text = "Muatan aturan menjawab seluruh keperluan sistem manajemen kinerja; semua ketentuan dalam ketentuan manajemen kinerja instansi tertampung." },
              },
              evidence = { "dokumen kebijakan", "dokumen kebijakan manajemen kinerja" } },
            { level = 4,
              criteria = {
                { id = "I12.4.a",
                  text = "Aturan mengarahkan penyambungan dengan aplikasi lain di dalam instansi." },
                { id = "I12.4.b",
                  text = "Arah itu terbaca pada arsitektur aplikasi atau rencana integrasi aplikasi." },
              },
              evidence = {
                "dokumen kebijakan",
                "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
              } },
            { level = 5,
              criteria = {
                { id = "I12.5.a", text = "Penerapan aturan ditinjau secara rutin." },
                { id = "I12.5.b",
                  text = "Temuan tinjauan dipakai membenahi aturan supaya cocok dengan kebutuhan instansi serta perkembangan lingkungan dan teknologi." },
              },
              evidence = { "bukti evaluasi kebijakan", "bukti permintaan perubahan kebijakan" } },
          },
          evidence_all = {
            "dokumen kebijakan",
            "dokumen kebijakan manajemen kinerja",
            "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
            "bukti evaluasi kebijakan",
            "bukti permintaan perubahan kebijakan",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },

        -- I13 Kebijakan Internal Layanan Pengadaan
        { id = "I13", no = 13, kind = "process", weight = 1,
          name = "Kebijakan Internal Layanan Pengadaan",
          short_name = "Kebijakan Pengadaan",
          scope = "Aturan tentang sistem pengadaan barang/jasa secara elektronik.",
          level_zero = "Aturan tentang sistem pengadaan elektronik belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I13.1.a",
                  text = "Aturan tentang sistem pengadaan elektronik baru berwujud konsep atau menunggu disahkan." },
              },
              evidence = { "rancangan kebijakan" } },
            { level = 2,
              criteria = {
                { id = "I13.2.a",
                  text = "Aturan tentang sistem pengadaan elektronik telah disahkan." },
                { id = "I13.2.b",
                  text = "Muatannya baru menjawab sebagian keperluan instansi bila dibandingkan dengan ketentuan pengadaan barang/jasa pemerintah." },
              },
              evidence = { "dokumen kebijakan" } },
            { level = 3,
              criteria = {
                { id = "I13.3.a",
                  text = "Muatan aturan menjawab seluruh keperluan sistem pengadaan elektronik; semua ketentuan dalam ketentuan pengadaan barang/jasa pemerintah tertampung." },
              },
              evidence = { "dokumen kebijakan" } },
            { level = 4,
              criteria = {
                { id = "I13.4.a",
                  text = "Aturan mengarahkan penyambungan dengan aplikasi lain di dalam instansi." },
                { id = "I13.4.b",
                  text = "Arah itu terbaca pada arsitektur aplikasi atau rencana integrasi aplikasi." },
              },
              evidence = {
                "dokumen kebijakan",
                "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
              } },
            { level = 5,
              criteria = {
                { id = "I13.5.a", text = "Penerapan aturan ditinjau secara rutin." },
                { id = "I13.5.b",
                  text = "Temuan tinjauan dipakai membenahi aturan supaya cocok dengan kebutuhan instansi serta perkembangan lingkungan dan teknologi." },
              },
              evidence = { "bukti evaluasi kebijakan", "bukti permintaan perubahan kebijakan" } },
          },
          evidence_all = {
            "dokumen kebijakan",
            "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
            "bukti evaluasi kebijakan",
            "bukti permintaan perubahan kebijakan",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },

        -- I14 Kebijakan Internal Layanan Pengaduan Publik
        { id = "I14", no = 14, kind = "process", weight = 1,
          name = "Kebijakan Internal Layanan Pengaduan Publik",
          short_name = "Kebijakan Pengaduan Publik",
          scope = "Aturan tentang sistem penyampaian aspirasi dan laporan masyarakat.",
          level_zero = "Aturan tentang sistem pengaduan publik belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I14.1.a",
                  text = "Aturan tentang sistem pengaduan publik baru berwujud konsep atau menunggu disahkan." },
              },
              evidence = { "rancangan kebijakan" } },
            { level = 2,
              criteria = {
                { id = "I14.2.a", text = "Aturan tentang sistem pengaduan publik telah disahkan." },
                { id = "I14.2.b",
                  text = "Muatannya baru menjawab sebagian keperluan instansi bila dibandingkan dengan ketentuan pengelolaan pengaduan instansi." },
              },
              evidence = {
                "dokumen kebijakan",
                "dokumen kebijakan manajemen pengaduan publik",
              } },
            { level = 3,
              criteria = {
                { id = "I14.3.a",
                  text = "Muatan aturan menjawab seluruh keperluan sistem pengaduan publik; semua ketentuan dalam ketentuan pengelolaan pengaduan instansi tertampung." },
              },
              evidence = {
                "dokumen kebijakan",
                "dokumen kebijakan manajemen pengaduan publik",
              } },
            { level = 4,
              criteria = {
                { id = "I14.4.a",
                  text = "Aturan mengarahkan penyambungan dengan aplikasi lain di dalam instansi." },
                { id = "I14.4.b",
                  text = "Arah itu terbaca pada arsitektur aplikasi atau rencana integrasi aplikasi." },
              },
              evidence = {
                "dokumen kebijakan",
                "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
              } },
            { level = 5,
              criteria = {
                { id = "I14.5.a", text = "Penerapan aturan ditinjau secara rutin." },
                { id = "I14.5.b",
                  text = "Temuan tinjauan dipakai membenahi aturan supaya cocok dengan kebutuhan instansi serta perkembangan lingkungan dan teknologi." },
              },
              evidence = { "bukti evaluasi kebijakan", "bukti permintaan perubahan kebijakan" } },
          },
          evidence_all = {
            "dokumen kebijakan",
            "dokumen kebijakan manajemen pengaduan publik",
            "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
            "bukti evaluasi kebijakan",
            "bukti permintaan perubahan kebijakan",
          },
          source_ids = { "S1", "S2", "S3", "S9" }, sources = 4, confidence = "high",
        },

        -- I15 Kebijakan Internal Layanan Dokumentasi dan Informasi Hukum
        { id = "I15", no = 15, kind = "process", weight = 1,
          name = "Kebijakan Internal Layanan Dokumentasi dan Informasi Hukum",
          short_name = "Kebijakan JDIH",
          scope = "Aturan tentang jaringan dokumentasi dan informasi hukum elektronik.",
          level_zero = "Aturan tentang JDIH belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I15.1.a",
                  text = "Aturan tentang JDIH baru berwujud konsep atau menunggu disahkan." },
              },
              evidence = { "rancangan kebijakan" } },
            { level = 2,
              criteria = {
                { id = "I15.2.a", text = "Aturan tentang JDIH telah disahkan." },
                { id = "I15.2.b",
                  text = "Muatannya baru menjawab sebagian keperluan instansi bila dibandingkan dengan ketentuan pengelolaan dokumentasi dan informasi hukum instansi." },
              },
              evidence = {
                "dokumen kebijakan",
                "dokumen kebijakan manajemen dokumentasi dan informasi hukum",
              } },
            { level = 3,
              criteria = {
                { id = "I15.3.a",
                  text = "Muatan aturan menjawab seluruh keperluan JDIH; semua ketentuan dalam ketentuan pengelolaan dokumentasi dan informasi hukum instansi tertampung." },
              },
              evidence = {
                "dokumen kebijakan",
                "dokumen kebijakan manajemen dokumentasi dan informasi hukum",
              } },
            { level = 4,
              criteria = {
                { id = "I15.4.a",
                  text = "Aturan mengarahkan penyambungan JDIH dengan instansi lain." },
                { id = "I15.4.b",
                  text = "Arah itu terbaca pada arsitektur aplikasi atau rencana integrasi aplikasi." },
              },
              evidence = {
                "dokumen kebijakan",
                "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
              } },
            { level = 5,
              criteria = {
                { id = "I15.5.a", text = "Penerapan aturan ditinjau secara rutin." },
                { id = "I15.5.b",
                  text = "Temuan tinjauan dipakai membenahi aturan supaya cocok dengan kebutuhan instansi serta perkembangan lingkungan dan teknologi." },
              },
              evidence = { "bukti evaluasi kebijakan", "bukti permintaan perubahan kebijakan" } },
          },
          evidence_all = {
            "dokumen kebijakan",
            "dokumen kebijakan manajemen dokumentasi dan informasi hukum",
            "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
            "bukti evaluasi kebijakan",
            "bukti permintaan perubahan kebijakan",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },

        -- I16 Kebijakan Internal Layanan Whistle Blowing System (WBS)
        { id = "I16", no = 16, kind = "process", weight = 1,
          name = "Kebijakan Internal Layanan Whistle Blowing System (WBS)",
          short_name = "Kebijakan WBS",
          scope = "Aturan tentang sistem pelaporan dugaan pelanggaran.",
          level_zero = "Aturan tentang WBS belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I16.1.a",
                  text = "Aturan tentang WBS baru berwujud konsep atau menunggu disahkan." },
              },
              evidence = { "rancangan kebijakan" } },
            { level = 2,
              criteria = {
                { id = "I16.2.a", text = "Aturan tentang WBS telah disahkan." },
                { id = "I16.2.b",
                  text = "Muatannya baru menjawab sebagian keperluan instansi bila dibandingkan dengan ketentuan pengelolaan WBS instansi." },
              },
              evidence = { "dokumen kebijakan", "dokumen kebijakan manajemen WBS" } },
            { level = 3,
              criteria = {
                { id = "I16.3.a",
                  text = "Muatan aturan menjawab seluruh keperluan WBS; semua ketentuan dalam ketentuan pengelolaan WBS instansi tertampung." },
              },
              evidence = { "dokumen kebijakan", "dokumen kebijakan manajemen WBS" } },
            { level = 4,
              criteria = {
                { id = "I16.4.a",
                  text = "Aturan mengarahkan penyambungan WBS dengan aplikasi lain di dalam instansi." },
                { id = "I16.4.b",
                  text = "Arah itu terbaca pada arsitektur aplikasi atau rencana integrasi aplikasi." },
              },
              evidence = {
                "dokumen kebijakan",
                "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
              } },
            { level = 5,
              criteria = {
                { id = "I16.5.a", text = "Penerapan aturan ditinjau secara rutin." },
                { id = "I16.5.b",
                  text = "Temuan tinjauan dipakai membenahi aturan supaya cocok dengan kebutuhan instansi serta perkembangan lingkungan dan teknologi." },
              },
              evidence = { "bukti evaluasi kebijakan", "bukti permintaan perubahan kebijakan" } },
          },
          evidence_all = {
            "dokumen kebijakan",
            "dokumen kebijakan manajemen WBS",
            "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
            "bukti evaluasi kebijakan",
            "bukti permintaan perubahan kebijakan",
          },
          source_ids = { "S1", "S2", "S3", "S9" }, sources = 4, confidence = "high",
        },

        -- I17 Kebijakan Internal Layanan Publik Instansi Pemerintah
        { id = "I17", no = 17, kind = "process", weight = 1,
          name = "Kebijakan Internal Layanan Publik Instansi Pemerintah",
          short_name = "Kebijakan Layanan Publik",
          scope = "Aturan tentang sistem pelayanan publik elektronik yang menopang tugas pokok instansi.",
          level_zero = "Aturan tentang sistem pelayanan publik belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I17.1.a",
                  text = "Aturan tentang sistem pelayanan publik baru berwujud konsep atau menunggu disahkan." },
              },
              evidence = { "rancangan kebijakan" } },
            { level = 2,
              criteria = {
                { id = "I17.2.a",
                  text = "Aturan telah disahkan dan menjawab sebagian keperluan sistem pelayanan publik." },
              },
              evidence = { "dokumen kebijakan", "dokumen kebutuhan" } },
            { level = 3,
              criteria = {
                { id = "I17.3.a",
                  text = "Aturan menjawab seluruh keperluan sistem pelayanan publik instansi." },
              },
              evidence = { "dokumen kebijakan", "dokumen kebutuhan" } },
            { level = 4,
              criteria = {
                { id = "I17.4.a",
                  text = "Aturan juga menjawab keperluan pelayanan publik lintas instansi." },
              },
              evidence = {
                "dokumen kebijakan",
                "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
              } },
            { level = 5,
              criteria = {
                { id = "I17.5.a", text = "Aturan dipantau terus dan ditinjau berkala." },
                { id = "I17.5.b",
                  text = "Tinjauan menghasilkan usulan pemutakhiran sesuai perkembangan lingkungan, teknologi, dan keperluan instansi." },
              },
              evidence = { "bukti evaluasi kebijakan", "bukti permintaan perubahan kebijakan" } },
          },
          evidence_all = {
            "dokumen kebijakan",
            "dokumen kebutuhan",
            "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
            "bukti evaluasi kebijakan",
            "bukti permintaan perubahan kebijakan",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },
      } },
  },
}
