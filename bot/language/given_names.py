"""
Given names that are common in Indonesia and mean nothing else in a chat about work abroad.

They are taken out of noted questions wherever they stand, also in small letters and also when the content
itself happens to use one. Names that are ordinary words too ("indah", "lestari") are found by what stands
before them, see `scrubbing.py`.
"""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
    abdul abdullah achmad adam adi aditya adrian agung agus ahmad aini aisyah akbar alamsyah ali alif alvin
    amalia amaq amelia amin aminah amir anas andi andika andre andri ani anisa anita anton antonius anwar
    ardi ardiansyah arif aris arman asep asih asmawati asri astuti aulia ayu azis baiq bambang bagas bayu
    beni bobi budi budiman cahyani cahyono cici darmawan david dedi dede deni desi dewi dian dika dimas dina
    dini diyah dodi doni dwi edi eka eko elisa eni ema endang erna erni eti eva evi fadli fahmi faisal fajar
    fani farida fatimah fatma febri feri ferdi firman fitri fitriani galih gede gilang gita gunawan hadi
    halimah hamid hamzah handayani hana hani hardi hariyanto hartati hartono haryanto hasan hasanah hasim
    hendra hendri heni heri herman hermawan herlina hidayat hidayati husen ibrahim ida iis ika ilham imam
    iman imron ina indra indriani inaq intan ira irawan irfan irma irwan iskandar ismail isnaini ita iwan
    iyan jaelani jajang jamal jamilah johan joko jono jumadi jumiati junaidi juwita kadek kartika kartini
    khadijah komang komariah krisna kurnia kurniawan kusnadi laila laras lia lilis lina linda lukman lusi
    made maesaroh mahmud mansur mariam mariana marni marwan maryam maryati maulana mega melati meli mila mira
    mira muhamad muhammad muhidin muji muliani mulyadi mulyani mulyono munawar munir murni mustafa musthofa
    nana nani nanda nasir neneng neni nengah niluh ningsih nisa novi novita nuning nur nuraini nurul nuryani
    nyoman oki okta oscar pandu parman paijo paimin pertiwi prabowo prasetyo pratama purnama purnomo puspita
    puji putra putri putu rahayu rahma rahman rahmat rahmawati rama ramli rani ratna ratnasari reni reno
    resti retno rian rika rika rina rini rio risa riska riski rita rizal rizki rizky rohani rohman romi rosa
    rosidah roni rudi rukmini rusdi rusli rustam safitri saiful saleh salim salma samsul samsudin sanusi
    saparudin saprudin sarah sarinah santi santoso sapri sari sarmi sartika selvi septi setiawan setyawan
    shinta sigit sinta siska siti slamet sofyan solihin sri sudirman sudarmi sugeng sugianto suhardi suharti
    sujono sukarni sulaiman sulastri sumarni sumiati sunarti supardi suparman supriadi supriyadi suprapto
    suratmi suryadi suryani susanti susanto susilawati susilo sutini sutrisno suwarni suyanto syahrul
    syaiful syamsul taufik tatik tini titin toni tono topan tri triyono tuti ucup udin ujang ulfa umar umi
    untung utami vera vina wahid wahyu wahyuni wahyudi wawan wati wayan welas widodo widya wijaya winarsih
    winarti wulan wulandari yadi yani yanti yanto yayan yeni yogi yohanes yola yuda yudi yulia yuliana
    yulianti yuli yuni yunita yunus yusuf yusup zaenab zaenal zahra zainab zainal zainudin zakaria zaki
    zulfa zulkifli
    """.split()
)
