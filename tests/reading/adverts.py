"""Adverts of our own making; companies and numbers are invented."""

from __future__ import annotations

ADVERTS: tuple[str, ...] = (
    """LOWONGAN KERJA KE TAIWAN
PT KARYA SATRIA ABADI
Perawat lansia, wanita 21 - 40 tahun
Gaji NT$ 20.000 per bulan
Makan dan asrama ditanggung
Pendidikan minimal SMP
Hubungi Ibu Siti Aminah
0812-3456-7890""",
    """DICARI SEGERA!!!
Admin online ke Kamboja
Gaji 15 juta tanpa pengalaman
Tiket dan paspor gratis
Berangkat minggu ini
Kuota terbatas, siapa cepat dia dapat
WA: 085712345678""",
    """PT Sinar Nusantara Mandiri
Jl. Raya Bogor KM 21 No. 8 Jakarta Timur
Telp (021) 8765432
Membuka lowongan operator pabrik elektronik
Penempatan Penang, Malaysia
Kontrak 2 tahun, gaji RM 1.700
Lembur dan asuransi
SIP2MI 045/VII/2026
Kontak HRD: 0813 9876 5432""",
    """Info Loker Jepang
Program Tokutei Ginou pertanian
Usia 18 - 30 tahun, tinggi minimal 155 cm
Gaji 170.000 yen per bulan
Biaya 15 juta bisa dicicil
Transfer DP 3 juta ke BCA 1234567890
a.n. Budi Santoso
Info: 0878 1122 3344""",
    """BUTUH CEPAT 20 ORANG
Kerja kebun sawit di Sabah Malaysia
Tanpa paspor bisa lewat jalur Nunukan
Gaji 5 juta bersih
Potongan hanya 3 bulan
Hub Pak Joko 0821-4455-6677
atau Mas Andi 0852-9988-7766""",
    """Lowongan Housekeeping Hotel
Dubai, Uni Emirat Arab
Visa kunjungan dulu baru kerja
Gaji 1.800 dirham
Tidak perlu bahasa Inggris
Jangan bilang orang Disnaker
Kontak: +62 819-0123-4567""",
    """Dibutuhkan Asisten Rumah Tangga
Singapura, majikan baik
Umur 23 sampai 45 tahun
Gaji 650 dolar Singapura
Libur 4 kali sebulan
Potongan gaji 2 bulan
PT Mitra Cahaya Insan
Telepon kantor 0341-567890
WhatsApp 0896 5432 1098""",
    """ABK KAPAL IKAN
Langsung berangkat dari Tegal
Gaji 450 dolar sebulan
Buku pelaut diurus sponsor
Jaminan ijazah asli dan KTP
Cuma ada 8 kursi
Minat hubungi 0838-7766-5544""",
    """Kesempatan Kerja ke Korea Selatan
Program G to G resmi lewat BP3MI
Gratis biaya penempatan
Pendaftaran di siskop2mi
Jangan percaya calo
Pertanyaan: 0800-1000
Kantor Mataram 0370-631234""",
    """Kerja Restoran di Turki
Pelayan dan juru masak
Gaji 12 juta rupiah per bulan
Proses 2 minggu terbang
Bayar setelah sampai
Email lamaran: kerja.turki@contoh.id
Nomor Bu Dewi 0877-3210-9876""",
    """PT. BINA TENAGA UTAMA
Cabang Lombok Tengah
Mencari pekerja konstruksi
Tujuan Brunei Darussalam
Kontrak resmi, pelatihan gratis
Sertifikat kompetensi wajib
Alamat: Jl. Gajah Mada No. 17 Praya
Hubungi 0370 654321
atau 0817 5566 778""",
    """Ayo gabung marketing kripto
Penempatan Myawaddy, gaji 18 juta
Bonus target tiap minggu
Umur 18 - 28 tahun
Bisa mengetik saja cukup
Paspor bos yang pegang
Chat 0831-2468-1357""",
)

PHONES: tuple[tuple[str, ...], ...] = (
    ("+6281234567890",),
    ("+6285712345678",),
    ("+62218765432", "+6281398765432"),
    ("+6287811223344",),
    ("+6282144556677", "+6285299887766"),
    ("+6281901234567",),
    ("+62341567890", "+6289654321098"),
    ("+6283877665544",),
    ("+62370631234",),
    ("+6287732109876",),
    ("+62370654321", "+628175566778"),
    ("+6283124681357",),
)
"""The numbers of each advert, in its order."""
