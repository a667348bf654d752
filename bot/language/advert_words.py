"""
Words of job adverts that run together when a picture is read, and that our own texts may not use.

Only for cutting such runs (`spaces.py`): ordinary words, and the words that names of companies are made of.
"""

from __future__ import annotations

ADVERT_WORDS = frozenset(
    """
    lowongan loker kerja karir dibutuhkan dicari diperlukan segera terbatas kuota kesempatan peluang daftar
    pendaftaran langsung proses cepat mudah gratis tanpa biaya potongan modal syarat persyaratan ketentuan
    kualifikasi pria wanita laki perempuan usia umur tahun minimal maksimal tinggi badan berat sehat jasmani
    rohani pendidikan lulusan sederajat pengalaman berpengalaman diutamakan bersedia ditempatkan penempatan
    negara tujuan luar negeri resmi terpercaya legal visa paspor kontrak masa gaji pokok bersih upah lembur
    tunjangan bonus insentif komisi fasilitas asrama mess makan minum tiket pesawat asuransi ditanggung
    disediakan perusahaan majikan agensi per bulan minggu hari jam juta ribu rupiah ringgit dolar dollar riyal
    hubungi kontak info informasi lanjut telepon whatsapp kirim lamaran cv email alamat kantor pusat cabang
    jalan raya nomor blok gedung lantai kota kabupaten kecamatan desa provinsi bank rekening transfer atas
    nama admin operator produksi pabrik kebun perkebunan sawit konstruksi bangunan perhotelan restoran hotel
    pelayan perawat pengasuh lansia anak bayi sopir nelayan kapal pertanian peternakan perikanan elektronik
    garmen jahit las tukang buruh karyawan staf marketing online judi customer service asisten rumah tangga
    berangkat keberangkatan terbang jadwal bulan januari februari maret april mei juni juli agustus september
    oktober november desember senin selasa rabu kamis jumat sabtu ahad malaysia singapura taiwan hongkong
    jepang korea brunei kamboja thailand myanmar laos vietnam filipina saudi arab arabia qatar kuwait dubai
    australia polandia turki jerman kanada amerika indonesia jakarta bekasi bandung surabaya semarang malang
    cirebon indramayu ponorogo lombok mataram medan batam lampung palembang timur barat utara selatan tengah
    karya satria abadi jaya mandiri sejahtera makmur sentosa utama prima perkasa mulia putra putri bersama
    sukses maju bakti bina tenaga insan anugerah berkah cahaya duta graha global internasional indo nusantara
    sumber daya mitra sinar surya tunas wira harapan kasih setia amanah barokah utami perdana pratama persada
    whatsapp tiktok youtube facebook instagram telegram shopeepay linkaja gopay seabank
    untuk dengan yang dan atau dari pada juga saja akan bisa dapat tidak sudah belum jangan ini itu kami kita
    kamu anda saya bapak ibu kak mas mbak bagi semua lain hanya ada ada serta oleh sampai setelah sebelum
    """.split()
)
