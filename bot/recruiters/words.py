"""
Words around and inside company names: chat words to step over, and words too ordinary to be a typing slip.

Pure data. `CHAT` ends a name in a sentence ("PT Wira Karya **bener ga**"). Companies are named with some of
these words, too: `NAMING` words right beside a name may always belong to it ("… **Luar Negeri**"), `ASKED`
ones are what people ask, unless the name goes on behind them ("… **Resmi** Indonesia"). `PLACES` say where an
office is ("PT Wira Karya **Bekasi**"), unless companies are named with them. `GENERIC` words behind "PT" name
no company. `ORDINARY` words are never taken for a misspelling of another word ("putra" is not a slip for
"putri"). Start at the sets.
"""

from __future__ import annotations

CHAT = frozenset(
    """
    bca bri bni bsi btn cimb ovo gopay shopeepay bank nib sip3mi sip2mi siup norek
    transfer tf trf setor lunas an betul betulkah sponsor milik
    abal abal2 abalan ada adalah adek adik adikku admin agar agen aja ajak aku akun alamat alamatnya
    aman amankah anak anda ane apa apakah apkh asli aslinya assalamualaikum atas atau ayah bagaimana
    bahwa banget bantu bantuannya bapak baru bayar beda belum benar benarkah bener beneran berangkat
    berapa berizin bernama bgt bhw bilang bisa bisakah blm bnr bodong boleh bos bp2mi bro bu buat bukan
    bukanya cabang calo cari cek cekin cekkan check coba cpmi cuma curiga daftar daftarin dan dapat
    dapet dari dech deh dengan dg dgn di dia diajak dicabut dicek dicekin dihubungi dikasih dikirim
    dimana dipercaya disnaker disuruh ditawari ditawarin dl dm dngn dong dr dtg dulu email emang
    faktanya fb g ga gaes gak gan gimana gimn gini gk gmn guys hai hallo halo hp hub hubungi ibu ig ijin
    ijinnya ikut ilegal info infonya ingin ini interview is isi istri itu iya izin izinnya jadi jangan
    jd jg jl juga ka kah kak kakak kakakku kalau kalo kan kantor kantornya kapan karena kasih kata
    katanya ke kemarin kemnaker kena kenal kepada keponakan kerja kerjaan ketipu kirim kita kl klo kmrn
    kok kontak kontaknya kp2mi krn ktny ktnya lagi lah langsung legal lewat lho ln loh loker lolos
    lowongan luar lwt maaf makasih malam mana mas masih masuk mau mbak medical melalui menanyakan
    mendaftar mereka milik min minta mohon msh mw nama namanya namun nawari nawarin negeri ngajak ngaku
    ngakunya ngga nggak ngirim ni nich nih nipu nmr no nomer nomernya nomor nomornya nya oleh orang p3mi
    pa pada pagi pak pakai pake pas pendaftaran pengen penipu penipuan percaya pernah perusahaan
    perwakilan pgn pinter pjtki please pls pmi pptkis proses punya ragu rek rekening rekeningnya resmi
    resmikah resminya saat sama saudara saya sbg sdh sebagai sekarang selamat siang siapa sih silakan
    sini siskop2mi situs skrg sm soal soalnya sodara sore sponsor status statusnya suami suamiku sudah
    sudahkah surat sy tadi tahu takut tanya tanyakan tapi tau tawaran tawarin td telepon telp telpon
    teman temen tentang tercatat terdaftar terdaftarkah terima terpercaya tersebut terus tetangga tf
    this thx tidak tipu tki tkw tlg tlp tmn tolong tp transfer trims trus tsb tuh udah udh untuk utk
    beralamat berangkatin berangkatkan berlokasi beroperasi bekerja bekerjasama biaya biayanya buka
    bukain bukak butuh cari dmana dmn dulunya gaji gajinya jalan kerjasama kirimin kontrak kontraknya lokasi
    lokasinya lokernya lowongannya meminta membuka membutuhkan memberangkatkan memotong memproses
    gmana kemana menahan menarik menawarkan mencari menerima mengirim menjanjikan menyuruh merekrut
    nahan narik nawarkan nerima ngasih ngirimin nyari nyuruh paspor paspornya perusahaannya potongan
    potongannya prosesnya ptnya rekrut sponsornya agennya tawarkan visa visanya
    bulan depan henteu mboten msh niku nopo teu
    valid validkah verify via wa wajar waktu web website whatsapp ya yaa yaaa yah yang yg
    """.split()
)

NAMING = frozenset(
    """
    admin agen anak baru bank cabang info kantor kita luar medical negeri orang perwakilan saudara
    sodara sponsor teman
    """.split()
)

ASKED = frozenset(
    "abal abalan aman asli benar betul bodong legal percaya resmi terpercaya valid wajar".split()
)

GENERIC = frozenset(
    """
    abal abalan agensi agency bahasa bayangan besar biasa cpmi dokumen foto gelap gitu ijazah inggris
    jepang kecil kk korea ktp lain lainnya lamaran lengkap lokal luar manapun negeri penempatan
    pengirim pengiriman penyalur pinggir pmi palsu resmi swasta sendiri taiwan tempat tenaga terbaru
    terdekat tki tkw
    """.split()
)

PLACES = frozenset(
    """
    jakarta jakbar jaktim jaksel jakut jakpus jabodetabek bekasi depok bogor tangerang tangsel serpong bandung
    cimahi cianjur sukabumi karawang purwakarta subang indramayu cirebon majalengka kuningan sumedang garut
    tasikmalaya tasik ciamis banjar serang cilegon pandeglang lebak semarang surakarta solo kendal batang
    pekalongan pemalang tegal brebes cilacap banyumas purwokerto purbalingga kebumen purworejo wonosobo
    magelang temanggung salatiga boyolali klaten sukoharjo sragen karanganyar wonogiri grobogan demak kudus
    jepara pati rembang blora jogja jogjakarta yogyakarta bantul sleman kulonprogo gunungkidul surabaya
    sidoarjo gresik lamongan tuban bojonegoro ngawi madiun magetan ponorogo pacitan trenggalek tulungagung
    blitar kediri nganjuk jombang mojokerto malang batu pasuruan probolinggo lumajang jember bondowoso
    situbondo banyuwangi bangkalan sampang pamekasan sumenep madura bali denpasar lombok mataram praya selong
    sumbawa bima dompu ntb ntt kupang flores ende maumere sikka atambua medan binjai batam dumai pekanbaru
    padang palembang lampung metro jambi bengkulu pontianak sambas singkawang nunukan tarakan balikpapan
    samarinda banjarmasin makassar parepare manado kendari palu ambon jawa jatim jateng jabar banten dki
    barat timur utara selatan tengah pusat pondok gede pasar rebo minggu kota kab kabupaten
    """.split()
)

ORDINARY = frozenset(
    """
    abadi abdi adi adil agro agung ahli alam alfa alfi alif amal aman amanah amar anak ananda anda aneka
    antar anugerah anugrah arta artha arya asa asia asih asri asta atlas ayu bahagia bahana bahari
    bahtera baja bakat bakti bali bangsa bangun banten bara barat baru batam bela benua berdikari
    berjaya berkah berkarya berkat bersama bersatu bersaudara besar bhakti bhineka bima bina bintang
    bisma brata buana budi bukit bumi bunda cahaya cakra cakrawala candra catur cemerlang cendana cerah
    cipta citra corpora dahlia damai dana dasa daya delta dewa dewi dharma dian dunia duta dwi eka emas
    era fajar family gading ganda garuda gemilang giat global globe graha group grup guna gunung harapan
    harmoni harum hasil hidayah hidup hikmah indah indo indonesia insan insani intan inter internasional
    international inti jasa jati jawa jaya jujur kami karsa kartika kartini karunia karya kasih kencana
    kencono kharisma kreasi krida kurnia kusuma laksana lancar langgeng laras laut lautan lestari lima
    lintas lombok luhur maharani mahardika mahkota maju makmur mandala mandiri manunggal mas matahari
    mawar mega megah mekar melati mentari merah merdeka migran mitra muda mulia multi mulya murni
    mustika naker nasional negara niaga nirwana nur nusa nusantara pacific panca pancar pandu parama
    paramita pasifik pelita perdana perkasa permai permana permata persada pertama pertiwi perwira
    pesona pijar prakarsa pratama prestasi prima profesional pusaka putera puteri putra putri raharja
    raharjo rahayu rahma rahman rahmat raja rakyat rata raya rejeki restu rezeki rezki ria rintis rizki
    rizky rukun sabar sahabat sahara saka sakti salam samudera samudra santika santosa sapta saputra
    sarana sari satria satya sehat sejahtera sejati sekawan selamat selaras selatan semesta sentosa
    sentra serasi setia setiawan setya siap sinar sinarmas sinergi solusi subur suka sukma sukses sumbar
    sumber surya tama tangguh tani target tekad teknik tenaga terang teratai terpadu tiara tiga timur
    tirta tri tritunggal tulus tunas tunggal unggul unggulan usaha utama utara wahana wanita warna widya
    wijaya wira wirata wisata yasa yuda yudha
    """.split()
)
